// The site's own search: its modules and its files.
import { openIndex, parseQuery, rank, shardsOf } from "/assets/search/rank.js"
import { loadIndex, loadText } from "/assets/search/load.js"

let index

export async function ask(text) {
  index ??= openIndex(...(await loadIndex()))
  const query = parseQuery(text)
  const names = shardsOf(index, query)
  const files = await Promise.all(names.map(loadText))
  return rank(index, query, new Map(names.map((name, at) => [name, files[at]]))).map((hit) => hit.entry.url)
}
