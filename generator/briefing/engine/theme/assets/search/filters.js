// The filters of a search: kinds as buttons with counts, and years, publishers and status as lists, loaded when opened.

import { make } from "./dom.js"
import { loadFacets } from "./load.js"

const LISTS = [["year", "years"], ["publisher", "publishers"], ["status", "statuses"]]

let facets

async function readFacets() {
  if (!facets) {
    const { entries, ...values } = await loadFacets()
    facets = { ...values, byCode: new Map(entries.map(([code, ...rows]) => [code, rows])) }
  }
  return facets
}

// Return the hits that the lists let through; kinds come later, since their buttons count the others.
export async function filterHits(hits, state) {
  const asked = LISTS.map(([name, values], row) => ({ row, values, value: state[name] })).filter((one) => one.value)
  if (!asked.length) return hits
  const known = await readFacets()
  const wanted = asked.map(({ row, values, value }) => ({ row, at: known[values].indexOf(value) }))
  return hits.filter(({ entry }) => {
    const rows = known.byCode.get(entry.code) ?? []
    return wanted.every(({ row, at }) => at >= 0 && (rows[row] ?? []).includes(at))
  })
}

export function kindButtons(index, hits, chosen, choose) {
  const counts = index.kinds.map((_, number) => hits.filter((hit) => hit.entry.kind === number).length)
  const kinds = index.kinds.map(([name, , plural], number) => ({ name, label: plural, count: counts[number] }))
  const all = { name: "", label: index.labels["all-kinds"], count: hits.length }
  // What is chosen, and the way out of it, stay even where nothing is found.
  const shown = kinds.filter((one) => one.count || one.name === chosen)
  return (hits.length || chosen ? [all, ...shown] : []).map(({ name, label, count }) => {
    const button = make("button", { type: "button", "aria-pressed": `${name === chosen}`, "data-kind": name }, label, " ", make("span", {}, `${count}`))
    button.addEventListener("click", () => choose(name))
    return button
  })
}

// The lists, closed; what they offer is fetched when they are opened, or when the address has chosen from them.
export function filterLists(labels, state, change) {
  const body = make("div", { class: "search-selects", id: "search-selects" })
  const toggle = make("button", { type: "button", "aria-controls": body.id }, labels.filters)
  const names = { year: labels.year, publisher: labels["publisher-of"], status: labels.status }
  const fill = async () => {
    const known = await readFacets()
    if (body.childElementCount) return
    for (const [name, values] of LISTS) if (known[values].length) body.append(select(name, names[name], known[values], labels.any, state, change))
    const clear = make("button", { type: "button", class: "search-clear" }, labels.clear)
    clear.addEventListener("click", () => {
      for (const one of body.querySelectorAll("select")) one.value = ""
      change({ year: "", publisher: "", status: "", kind: "" })
    })
    body.append(clear)
  }
  const open = (isOpen) => {
    body.hidden = !isOpen
    toggle.setAttribute("aria-expanded", `${isOpen}`)
    if (isOpen) fill().catch(() => open(false))
  }
  toggle.addEventListener("click", () => open(body.hidden))
  open(LISTS.some(([name]) => state[name]))
  return make("div", { class: "search-filters" }, toggle, body)
}

function select(name, label, values, any, state, change) {
  const options = values.map((value) => make("option", { value }, value))
  const list = make("select", {}, make("option", { value: "" }, any), ...options)
  list.value = state[name]
  list.addEventListener("change", () => change({ [name]: list.value }))
  return make("label", {}, make("span", {}, label), list)
}
