// Hits in, the list of results out; and what stands in its place when there are none.

import { make, name, say } from "./dom.js"
import { loadCard, pageUrl } from "./load.js"

export function resultItem(index, { entry, key }, words) {
  const line = make("span", { class: "search-line" })
  const kind = index.kinds[entry.kind]
  const other = key && ["alias", "former", "code"].includes(key.of) ? key : undefined
  const head = make(
    "span",
    { class: "search-names" },
    name(entry.title, words, { class: "search-title" }),
    entry.japanese && name(entry.japanese, words, { class: "search-other" }),
    other && via(index.labels, other, words),
  )
  const link = make("a", { class: "search-hit", href: pageUrl(entry.url) }, head, make("span", { class: "search-kind" }, kind[1]), line)
  fill(line, index, entry)
  return make("li", {}, link)
}

function via(labels, key, words) {
  const label = key.of === "former" ? labels.formerly : labels.also
  return make("span", { class: "search-via" }, `${label} `, name(key.text, words))
}

// Name the entries that only their texts were found by, where names are split.
export function nameAll(index, hits) {
  return Promise.all(hits.filter(({ entry }) => entry.title === undefined).map(async ({ entry }) => {
    const [, , url, title, japanese = ""] = await loadCard(entry.code, index.cards)
    Object.assign(entry, { url, title, japanese })
  }))
}

async function fill(line, index, entry) {
  try {
    const [text = "", note = ""] = await loadCard(entry.code, index.cards)
    line.textContent = [note, text].filter(Boolean).join(" — ")
  } catch {
    // The name alone is a result, too.
    line.textContent = ""
  }
}

export function nothingFound(index, state, near) {
  const { labels } = index
  const isFiltered = state.kind || state.year || state.publisher || state.status
  const tips = [isFiltered && labels["tip-filters"], labels["tip-words"], labels["tip-names"]].filter(Boolean)
  return make(
    "div",
    { class: "search-nothing" },
    make("p", { class: "search-none" }, say(labels.none, { q: state.q })),
    near.length ? make("p", {}, labels.near) : undefined,
    near.length ? make("ul", { class: "search-list" }, ...near.map((entry) => resultItem(index, { entry }, []))) : undefined,
    make("ul", { class: "search-tips" }, ...tips.map((tip) => make("li", {}, tip))),
    make("p", {}, labels["tip-lists"]),
    lists(index),
  )
}

export function lists(index) {
  const links = index.kinds.filter(([, , , url]) => url)
  return make("p", { class: "search-lists" }, ...links.flatMap(([, , plural, url]) => [make("a", { href: pageUrl(url) }, plural), " "]))
}
