// Which files of names a query needs, where there are too many for one: generator/briefing/render/search_names.py says what
// lies in which. Knows neither page nor network.

import { isEast, stem } from "./fold.js"

// Return the files for the first answer, out of the word that the fewest names hold, and all that have to do with the query.
export function filesOf(index, query) {
  if (index.isWhole || !query.flat) return { first: [], all: [] }
  const least = (ways) => ways.reduce((best, way) => (rowsOf(index, way) < rowsOf(index, best) ? way : best))
  const whole = least(waysTo(index, query.flat))
  const words = query.words.map((run) => least(waysTo(index, run.east ? run.word : rootOf(run.word))))
  return { first: union(whole, least(words)), all: union(whole, ...words) }
}

const union = (...lists) => [...new Set(lists.flat())]

// How many names there are to fetch in some files.
export const rowsOf = (index, files) =>
  files.reduce((sum, letters) => sum + (index.held.has(letters) ? 0 : index.names[letters]), 0)

// A name that fits a text lies in the file of each eastern letter of it, and in those of its beginning, if that is of another script.
function waysTo(index, text) {
  const letters = Array.from(text)
  const ways = letters.filter(isEast).map((letter) => (Object.hasOwn(index.names, letter) ? [letter] : []))
  return isEast(letters[0]) ? ways : [beginningOf(index, text), ...ways]
}

function beginningOf(index, text) {
  return Object.keys(index.names).filter((start) => start.startsWith(text) || text.startsWith(start))
}

// What a word begins with in all its forms: company, companies. No plural is shorter than four letters.
const rootOf = (word) => (word.length > 2 ? stem(word).replace(/y$/, "") : word)

// The file for some letters, as file_name in the same module calls it.
export function fileName(letters) {
  const plain = Array.from(letters, (letter) =>
    /^[a-z0-9_]$/.test(letter) ? letter : `-${letter.codePointAt(0).toString(16).padStart(5, "0")}`)
  return `${plain.join("")}-`
}
