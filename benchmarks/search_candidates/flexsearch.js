// FlexSearch over one file of documents, indexed in the browser, with our way of folding and pairing letters.
import FlexSearch from "/flexsearch.js"
import { fold, runs, termsOf } from "/assets/search/fold.js"

let index
const encode = (text) => runs(fold(text)).flatMap(termsOf)

export async function ask(text) {
  if (!index) {
    const documents = await (await fetch("/documents.json")).json()
    const field = (name) => ({ field: name, tokenize: "forward", encode })
    index = new FlexSearch.Document({ document: { id: "url", index: [field("title"), field("names"), field("text")] } })
    for (const one of documents) index.add(one)
  }
  const found = index.search(text, { limit: 10 })
  return [...new Set(found.flatMap((field) => field.result))]
}
