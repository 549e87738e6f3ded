// Fetches the files of the index, each once, and not before it is needed.

import { fileName } from "./names.js"

const ROOT = new URL("../../", import.meta.url)
const asked = new Map()

function fetchJson(name) {
  if (!asked.has(name)) {
    const answer = fetch(new URL(`search/${name}`, ROOT)).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.json()
    })
    // What failed may be asked for again.
    answer.catch(() => asked.delete(name))
    asked.set(name, answer)
  }
  return asked.get(name)
}

export const pageUrl = (url) => new URL(url, ROOT).href

// The names, and which files of texts there are: two files, so that a new word does not change the large one.
export const loadIndex = () => Promise.all([fetchJson("index.json"), fetchJson("shards.json")])

export const loadFacets = () => fetchJson("facets.json")

// Of very many names: those of some letters, all of them, and all entries in the order of results.
export const loadNames = (letters) => fetchJson(`names/${fileName(letters)}.json`)

export const loadAllNames = () => fetchJson("names.json")

export const loadList = () => fetchJson("list.json")

export const loadText = (shard) => fetchJson(`text/${shard}.json`)

// The code is base64 of three bytes; their lower bits say which of the files holds the card.
export async function loadCard(code, files) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const value = Array.from(code).reduce((sum, letter) => sum * 64 + letters.indexOf(letter), 0)
  const cards = await fetchJson(`cards/${(value % files).toString(16)}.json`)
  return cards[code] ?? []
}
