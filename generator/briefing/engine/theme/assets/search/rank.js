// The index and a query in, entries with scores out: exact name, then alias, beginning of a name, words of names, text.
// Knows neither page nor network, so that tests can ask it directly.

import { fold, isStopWord, runs, shard, stem, termsOf } from "./fold.js"
import { isOneSlip, likeness, mayHoldSlip } from "./near.js"

const EXACT = 1000
const BEGINS = 800
const AT_A_WORD = 650
const INSIDE = 560
const ALL_WORDS = 400
const TEXT = 200
const SLIP = 0.6
const NAME_CLASSES = ["name", "name", "alias", "former", "code"]
// Of two like matches, a name comes before an alias, an alias before a name given up.
const CLASS_COST = { name: 0, alias: 15, former: 20, code: 10 }

// Return the index with its entries. Of one whose names are split there are none yet; `held` are the files that were added.
export function openIndex(index, shards) {
  const total = index.total ?? index.entries.length
  const opened = { ...index, total, entries: [], byCode: new Map(), shards: new Set(shards), held: new Set(), isWhole: !index.names }
  addEntries(opened, index.entries)
  return opened
}

// Add entries with their folded names; those that are known already are told of what the row has more. One text is folded
// at a time, because thousands of calls are slow.
export function addEntries(index, rows) {
  const keys = []
  for (const [code, kind, weight, url, title, japanese = "", ...others] of rows) {
    const known = index.byCode.get(code)
    if (known?.keys.length) continue
    const entry = known ?? { code, kind, weight, keys: [] }
    if (!known) index.entries.push(entry)
    index.byCode.set(code, entry)
    if (title === undefined) continue
    Object.assign(entry, { url, title, japanese, keys: keysOf([[title], [japanese], ...others]) })
    keys.push(...entry.keys)
  }
  const folded = fold(keys.map((key) => key.text.replaceAll("\n", " ")).join("\n")).split("\n")
  keys.forEach((key, at) => {
    key.words = runs(folded[at])
    key.flat = key.words.map((run) => run.word).join("")
  })
}

// Add all entries of a split index in the order of their kinds and titles, which few of them come with.
export function addOrder(index, list) {
  addEntries(index, list)
  list.forEach(([code], at) => (index.byCode.get(code).at = at))
  index.isOrdered = true
}

// A row holds: title, Japanese name, other full names, aliases, former names, codes.
function keysOf([title, japanese, full = [], aliases = [], former = [], codes = []]) {
  const rows = [[...title, ...japanese, ...full], aliases, former, codes]
  return rows.flatMap((texts, row) => texts.filter(Boolean).map((text) => ({ text, of: NAME_CLASSES[row + 1] })))
}

export function parseQuery(text) {
  const words = runs(fold(text))
  const kept = words.filter((run) => run.east || !isStopWord(run.word))
  const asked = kept.length ? kept : words
  return { flat: words.map((run) => run.word).join(""), words: asked, east: words.some((run) => run.east) }
}

// The files of the text index that a query needs.
export function shardsOf(index, query) {
  const found = query.words.flatMap((run) => termsOf(run).map(shard))
  return [...new Set(found)].filter((name) => index.shards.has(name))
}

// Return [{entry, score, key}] best first; `postings` maps the names of shards to their content, as far as loaded.
export function rank(index, query, postings = new Map()) {
  if (!query.flat) return []
  const exact = rateAll(index, query, postings, false)
  const whole = exact.filter((hit) => hit.missing === 0)
  if (whole.length) return whole.sort(byScore)
  // What slips stand in is not there yet.
  if (!index.isWhole) return atLeastHalf(query, exact)
  // Slips are only looked for where nothing is spelt so: they cost time, and would stand among what was meant.
  const likely = rateAll(index, query, postings, true)
  const all = likely.filter((hit) => hit.missing === 0)
  // Where no page has all of the words, those that have at least half of them.
  return all.length ? all.sort(byScore) : atLeastHalf(query, likely)
}

const atLeastHalf = (query, hits) => hits.filter((hit) => hit.missing <= query.words.length / 2).sort(byScore)

const byScore = (a, b) => a.missing - b.missing || b.score - a.score || order(a.entry, b.entry)

function rateAll(index, query, postings, slips) {
  const words = query.words.map((run) => {
    const slip = slips && mayHoldSlip(run.word)
    const root = run.east ? run.word : stem(run.word).replace(/y$/, "")
    return { ...run, slip, root, found: lookUp(index, { ...run, slip }, postings) }
  })
  return index.entries.map((entry) => rate(entry, query, words)).filter(Boolean)
}

const order = (a, b) => a.at !== undefined ? a.at - b.at : a.kind - b.kind || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.url < b.url ? -1 : 1)

function rate(entry, query, words) {
  const direct = rateNames(entry, query)
  const single = words.map((word) => rateWord(entry, word))
  const missing = direct ? 0 : single.filter((one) => one.score === 0).length
  if (missing === words.length) return null
  const sum = single.reduce((total, one) => total + one.score, 0) / words.length
  const key = direct?.key ?? single.find((one) => one.key)?.key
  return { entry, missing, score: Math.max(direct?.score ?? 0, sum) + entry.weight * 2, key }
}

// How well the whole query, without its spaces, fits one of the names.
function rateNames(entry, query) {
  let best = null
  for (const key of entry.keys) {
    const at = key.flat.indexOf(query.flat)
    if (at < 0) continue
    const place = at === 0 ? (key.flat.length === query.flat.length ? EXACT : BEGINS) : startOf(key, at, query)
    const score = place && place - CLASS_COST[key.of] + (30 * query.flat.length) / key.flat.length
    if (score > (best?.score ?? 0)) best = { score, key }
  }
  return best
}

function startOf(key, first, query) {
  let inside = 0
  for (let at = first; at > 0; at = key.flat.indexOf(query.flat, at + 1)) {
    let begin = 0
    for (const run of key.words) {
      if (begin === at) return AT_A_WORD
      if (run.east && begin < at && at < begin + run.word.length) inside = INSIDE
      begin += run.word.length
    }
  }
  return inside
}

function rateWord(entry, word) {
  let best = { score: 0 }
  for (const key of entry.keys) {
    // Most names hold nothing of a word: that is quickly seen, and this runs thousands of times a key.
    if (!word.slip && !key.flat.includes(word.root)) continue
    let likeWord = 0
    for (const run of key.words) likeWord = Math.max(likeWord, fit(word, run))
    const score = likeWord && ALL_WORDS * likeWord - CLASS_COST[key.of]
    if (score > best.score) best = { score, key }
  }
  const inText = word.found.get(entry.code)
  return inText > best.score ? { score: inText } : best
}

function fit({ word, east, slip }, run) {
  if (run.word === word || (!east && stem(run.word) === stem(word))) return 1
  if (run.word.startsWith(word)) return 0.8
  if (east && run.east && run.word.includes(word)) return 0.7
  if (!slip) return 0
  // While a word is being typed, only its beginning is there.
  return isOneSlip(word, run.word) || isOneSlip(word, run.word.slice(0, word.length)) ? SLIP : 0
}

// Return the entries whose text holds a word, by code: rarer words count more, and so does what a page is about.
function lookUp(index, run, postings) {
  const lists = termsOf(run).map((term) => listOf(term, run, postings.get(shard(term)) ?? {}))
  if (!lists.length) return new Map()
  const [first, ...others] = lists
  const rarity = 1 - Math.log(1 + first.size) / Math.log(2 + index.total)
  const found = new Map()
  for (const [code, weight] of first) {
    const weights = [weight, ...others.map((list) => list.get(code) ?? 0)]
    const least = Math.min(...weights)
    if (least > 0) found.set(code, TEXT * (0.4 + 0.3 * rarity + 0.3 * (least / 9)))
  }
  return found
}

function listOf(term, { word, east, slip }, terms) {
  const found = new Map()
  const add = (posted, worth) => {
    for (let at = 0; at < posted.length; at += 5) {
      const code = posted.slice(at, at + 4)
      found.set(code, Math.max(found.get(code) ?? 0, Number(posted[at + 4]) * worth))
    }
  }
  if (Object.hasOwn(terms, term)) add(terms[term], 1)
  if (east && Array.from(word).length > 1) return found
  for (const other of Object.keys(terms)) if (other !== term && other.startsWith(word)) add(terms[other], 0.7)
  if (!found.size && slip) {
    for (const other of Object.keys(terms)) if (isOneSlip(term, other)) add(terms[other], SLIP)
  }
  return found
}

// The names that are most like a query which nothing answers.
export function nearest(index, query, most = 4) {
  const like = likeness(query.flat)
  const rated = index.entries.map((entry) => ({ entry, score: Math.max(...entry.keys.map((key) => like(key.flat))) }))
  const near = rated.filter((one) => one.score > 0.25).sort((a, b) => b.score - a.score || order(a.entry, b.entry))
  return near.slice(0, most).map((one) => one.entry)
}
