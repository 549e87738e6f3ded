// MiniSearch over one file of documents, indexed in the browser, with our way of folding and pairing letters.
import MiniSearch from "/minisearch.js"
import { fold, runs, termsOf } from "/assets/search/fold.js"

let index
const terms = (text) => runs(fold(text)).flatMap(termsOf)

export async function ask(text) {
  if (!index) {
    const documents = await (await fetch("/documents.json")).json()
    index = new MiniSearch({ fields: ["title", "names", "text"], idField: "url", tokenize: terms, processTerm: (one) => one })
    index.addAll(documents)
  }
  const options = { boost: { title: 5, names: 4 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 1 : 0), combineWith: "AND" }
  return index.search(text, options).map((hit) => hit.id)
}
