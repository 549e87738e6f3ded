// The site's own search: its modules and its files.
import { answers } from "/assets/search/ask.js"
import { openIndex, parseQuery } from "/assets/search/rank.js"
import { loadIndex } from "/assets/search/load.js"
import { nameAll } from "/assets/search/results.js"

let index
const postings = new Map()

export async function ask(text) {
  index ??= openIndex(...(await loadIndex()))
  let found = []
  for await (const { hits } of answers(index, parseQuery(text), postings)) found = hits.slice(0, 10)
  await nameAll(index, found)
  return found.map((hit) => hit.entry.url)
}
