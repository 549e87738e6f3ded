// Text in, what search compares out: generator/briefing/render/search_words.py does the same to the texts of the index.
// Both must agree letter by letter; tests/golden/search_words holds them together.

const EAST = "\\u3005-\\u3007\\u3041-\\u3096\\u30fc\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}"
const RUNS = new RegExp(`([${EAST}]+)|(?:(?![${EAST}])[\\p{L}\\p{N}])+`, "gu")
const STOP_WORDS = new Set(
  ("a an and are as at be been but by for from had has have in is it its of on or that the their this to was were " +
    "which will with").split(" "),
)
const LONGEST_TERM = 40
const EAST_SHARDS = 64
const OTHER_SHARDS = 16

// Whether a longer word of kana ends in a long vowel is a habit of its writer: サーバー and サーバ are one.
const LAST_LONG_VOWEL = /([\u3041-\u3096\u30fc]{3})\u30fc+(?![\u3041-\u3096\u30fc])/g

// Without the differences of width, case, kana, last long vowel and accent. Line breaks stay, so that many texts fold at once.
export function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/['’]s(?![a-z0-9])/g, "")
    .replace(/['’.・]/g, "")
    .replace(LAST_LONG_VOWEL, "$1")
}

// The words of folded text; those of scripts without spaces are whole runs, marked `east`.
export function runs(folded) {
  return Array.from(folded.matchAll(RUNS), (run) => ({ word: run[0], east: run[1] !== undefined }))
}

export const isEast = (letter) => runs(letter)[0]?.east === true

export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word) || /(ss|us|is)$/.test(word) || !word.endsWith("s")) return word
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y"
  return /(sses|shes|ches|xes|zes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

// The terms that the text index may hold of one word.
export function termsOf({ word, east }) {
  if (east) {
    const letters = Array.from(word)
    return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter)
  }
  const length = Array.from(word).length
  return length < 2 || length > LONGEST_TERM || STOP_WORDS.has(word) ? [] : [stem(word)]
}

export function isStopWord(word) {
  return STOP_WORDS.has(word)
}

// The file that holds a term.
export function shard(term) {
  const first = term.codePointAt(0)
  if (isEast(String.fromCodePoint(first))) return `j${(first % EAST_SHARDS).toString(16).padStart(2, "0")}-`
  return /^[\x00-\x7f]{2}/.test(term) ? term.slice(0, 2) : `x${(first % OTHER_SHARDS).toString(16)}-`
}
