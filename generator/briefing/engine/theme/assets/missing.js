/* The page for what is missing suggests subjects whose ids or names are near the words of the address. Without this
   script it leads to the lists; the index is fetched here and nowhere else. */

const MOST = 5
const WORTH = 0.5 // share of letters that must agree

/** Count the letters to change, add, drop or swap with a neighbour between two words. */
export function distance(a, b) {
  let [before, last] = [[], Array.from({length: b.length + 1}, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]
}

/** Return a word of an address or a name as ids spell it. */
export function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\.(html?|json|md|xml|ics)$/, "").replace(/[\s_.,'&]+/gu, "-")
}

/** Return how near two spellings are: 1 for the same, 0 for nothing in common. */
export function likeness(a, b) {
  if (a === b) return 1
  if (Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a))) return 0.9
  return 1 - distance(a, b) / Math.max(a.length, b.length)
}

/** Return the words of an old address that can be an id, the last of them first. */
export function wordsOf(path) {
  const decoded = path.split("/").map((part) => { try { return decodeURIComponent(part) } catch { return part } })
  const words = decoded.map(plain).filter((word) => word.length > 1 && word !== "index")
  return words.slice(-3).reverse()
}

/** Return the subjects nearest to an address: a moved page keeps its id, a mistyped one most of its letters. */
export function nearest(path, subjects) {
  const words = wordsOf(path)
  const scored = subjects.map((subject) => {
    const names = [subject.id, ...Object.values(subject.name), ...subject.aliases].map(plain)
    const scores = words.flatMap((word, at) => names.map((name) => likeness(word, name) - at * 0.1))
    return {subject, score: Math.max(0, ...scores)}
  })
  const found = scored.filter((one) => one.score >= WORTH).sort((a, b) => b.score - a.score)
  return found.slice(0, MOST).filter((one) => one.score > found[0].score - 0.3).map((one) => one.subject)
}

async function suggest(box) {
  const answer = await fetch(box.dataset.index)
  if (!answer.ok) return
  const root = new URL(box.dataset.root, location)
  const {subjects} = await answer.json()
  const path = location.pathname.slice(root.pathname.length - 1)
  const rows = nearest(path, subjects).map((subject) => {
    const row = document.createElement("li")
    const link = document.createElement("a")
    link.href = new URL(subject.url, root).href
    link.textContent = subject.name.short ?? subject.name.en ?? subject.id
    row.append(link, subject.name.ja ? " " : "")
    if (subject.name.ja) {
      const japanese = document.createElement("span")
      japanese.lang = "ja"
      japanese.textContent = subject.name.ja
      row.append(japanese)
    }
    return row
  })
  if (!rows.length) return
  box.querySelector("ul").replaceChildren(...rows)
  box.hidden = false
}

const box = document.querySelector(".near")
if (box) suggest(box).catch(() => {})
