// A query in, answers out, the first as soon as there is any: out of names, then of texts, and at last of all names there are.

import { loadAllNames, loadList, loadNames, loadText } from "./load.js"
import { filesOf, rowsOf } from "./names.js"
import { addEntries, addOrder, rank, shardsOf } from "./rank.js"

// Whoever types on has other names to wait for than those of a single letter.
const MANY = 1000
const PAUSE = 200 // ms

// Yield {hits, last}; nothing more is fetched for an answer that nobody asks for. `postings` keeps what texts hold.
export async function* answers(index, query, postings) {
  const { first, all } = filesOf(index, query)
  if (rowsOf(index, first) > MANY) {
    await new Promise((done) => setTimeout(done, PAUSE))
    yield { hits: [], last: false }
  }
  await addNames(index, first)
  yield { hits: rank(index, query, postings), last: false }
  await Promise.all([addTexts(index, query, postings), addNames(index, all), query.flat && addList(index)])
  const hits = rank(index, query, postings)
  const last = index.isWhole || !query.flat || hits[0]?.missing === 0
  yield { hits, last }
  if (last) return
  // Slips may stand in first letters, too.
  await addAllNames(index)
  yield { hits: rank(index, query, postings), last: true }
}

async function addTexts(index, query, postings) {
  const missing = shardsOf(index, query).filter((name) => !postings.has(name))
  await Promise.all(missing.map(async (name) => postings.set(name, await loadText(name))))
}

async function addNames(index, files) {
  const missing = files.filter((letters) => !index.held.has(letters))
  if (!missing.length || index.isWhole) return
  // Of a letter that many names hold all of them are less.
  if (rowsOf(index, missing) >= index.total) await addAllNames(index)
  else await Promise.all(missing.map(async (letters) => {
    addEntries(index, await loadNames(letters))
    index.held.add(letters)
  }))
}

async function addAllNames(index) {
  addEntries(index, await loadAllNames())
  await addList(index)
  index.isWhole = true
}

async function addList(index) {
  if (!index.isWhole && !index.isOrdered) addOrder(index, await loadList())
}
