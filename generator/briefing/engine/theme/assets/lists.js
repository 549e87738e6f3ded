/* Tables that sort, lists that filter, folds that open for what is linked in them. Everything is there without this
   script: it only adds controls to what the page holds. Words come from the page, so that they have its language. */

const FEW_ROWS = 4 // nobody sorts three rows
const FEW_ITEMS = 8 // nor filters seven
const BETWEEN = "¦"
const ORDER = ["sort", "rule", "kind", "state", "status", "sector", "publisher", "year", "grade", "form", "language"]

/* ---- what a cell sorts by */

const AMOUNT = /^([A-Z]{3}) (-?\d+(?:\.\d+)?)$/
const NUMBER = /^-?\d+(?:\.\d+)?$/
const DATE = /^\d{4}-\d\d-\d\d /
const KINDS = ["number", "amount", "date", "text"]

/** Read what a cell sorts by; null for a blank. */
export function readKey(text) {
  const said = text.trim()
  if (!said) return null
  const amount = AMOUNT.exec(said)
  if (amount) return {kind: "amount", currency: amount[1], number: Number(amount[2]), text: said}
  if (NUMBER.test(said)) return {kind: "number", number: Number(said), text: said}
  return {kind: DATE.test(said) ? "date" : "text", text: said}
}

/** Order two keys; the language's own order for words, the currency before the amount. */
export function compareKeys(a, b, collator) {
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  if (a.kind === "text") return collator.compare(a.text, b.text)
  if (a.kind === "date") return a.text < b.text ? -1 : Number(a.text > b.text)
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1
  return a.number - b.number
}

/** Return items in order of their keys: blanks last either way, equals as they were. */
export function inOrder(items, keyOf, descending, collator) {
  const turn = descending ? -1 : 1
  const keyed = items.map((item) => ({item, key: readKey(keyOf(item))}))
  const sorted = keyed.toSorted((a, b) => {
    if (!a.key || !b.key) return Number(!a.key) - Number(!b.key)
    return turn * compareKeys(a.key, b.key, collator)
  })
  return sorted.map(({item}) => item)
}

let ordering

/** Return what orders words as the language of the page does; made when first asked, for that takes browsers long. */
function collation() {
  ordering ??= new Intl.Collator(document.documentElement.lang, {numeric: true, sensitivity: "base"})
  return ordering
}

function cellKey(row, column) {
  const cell = row.cells[column]
  if (!cell) return ""
  if (cell.dataset.sort !== undefined) return cell.dataset.sort
  if (cell.querySelector(".never")) return "" // a word for what there is not: a blank
  return (cell.querySelector("a, .label") ?? cell).textContent
}

/* ---- small parts */

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** Fill the %s, %n and %m of a wording. */
function fill(wording, values) {
  return wording.replace(/%([snm])/g, (_, name) => values[name])
}

function choice(label, options, css) {
  const select = make("select", {}, ...options.map(([value, text]) => make("option", {value, textContent: text})))
  return [select, make("label", {className: css}, `${label} `, select)]
}

function toolbar(list) {
  const found = list.querySelector(":scope > .list-tools")
  if (found) return found
  const tools = make("div", {className: "list-tools"})
  list.prepend(tools)
  return tools
}

/* ---- sorting */

function makeSortable(list) {
  const table = list.querySelector("table")
  const body = table?.tBodies[0]
  if (!body || body.rows.length < FEW_ROWS) return
  const [sortBy, ascending, descending] = list.dataset.sorts.split("|")
  const heads = [...table.tHead.rows[0].cells]
  const names = heads.map((head) => head.textContent.trim())
  const spoken = make("span", {className: "sort-said"})
  spoken.setAttribute("role", "status")

  function sort(column, down) {
    body.append(...inOrder([...body.rows], (row) => cellKey(row, column), down, collation()))
    heads.forEach((head, place) => {
      if (place === column) head.setAttribute("aria-sort", down ? "descending" : "ascending")
      else head.removeAttribute("aria-sort")
    })
    select.value = `${column} ${down ? "down" : "up"}`
    spoken.textContent = fill(down ? descending : ascending, {s: names[column]})
  }

  const buttons = names.map((name, column) => {
    const button = make("button", {type: "button", className: "sort", textContent: name})
    button.addEventListener("click", () => sort(column, heads[column].getAttribute("aria-sort") === "ascending"))
    return button
  })
  // Where rows are cards the heads are not seen; they stay words there, and a choice takes their place.
  const wide = matchMedia("(min-width: 48em)")
  const arrange = () => heads.forEach((head, column) => head.replaceChildren(wide.matches ? buttons[column] : names[column]))
  wide.addEventListener("change", arrange)
  arrange()
  const ways = names.flatMap((name, column) => [[`${column} up`, `${name} ↑`], [`${column} down`, `${name} ↓`]])
  const [select, label] = choice(sortBy, [["", "–"], ...ways], "sort-choice")
  select.addEventListener("change", () => {
    const [column, way] = select.value.split(" ")
    if (way) sort(Number(column), way === "down")
  })
  toolbar(list).append(label, spoken)
}

/* ---- filtering: the choices stand in the address, so that they can be shared and gone back to */

function slug(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")
}

function facetsOf(element) {
  const found = Object.entries(element.dataset).filter(([name]) => name.startsWith("by"))
  return new Map(found.map(([name, text]) => [name.slice(2).toLowerCase(), text.split(BETWEEN)]))
}

/** Return the rows and boxes of a list with what each is filtered by. */
function itemsOf(list) {
  const marks = [...facetsOf(list).keys()].map((name) => `[data-by-${name}]`)
  return [...list.querySelectorAll(marks.join() || "none")].map((one) => ({element: one.closest("tr") ?? one, facets: facetsOf(one)}))
}

function optionsOf(items, name) {
  const counts = new Map()
  for (const {facets} of items) for (const value of facets.get(name) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, n]) => [slug(value), `${value} (${n})`])
}

/** Put the choices of a filter in order, below the one for all. */
function orderOptions(select) {
  const chosen = select.value
  const [, ...options] = select.options
  select.append(...options.sort((a, b) => collation().compare(a.text, b.text)))
  select.value = chosen
}

function makeFilter(list) {
  const items = itemsOf(list)
  if (items.length < FEW_ITEMS) return
  const [title, all, whole, reset, part] = list.dataset.filters.split("|")
  // Of a long list only what stands on this page can be filtered.
  const counted = document.querySelector(".pager") ? part : whole
  const place = (name) => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1)
  const heads = [...facetsOf(list)].sort(([a], [b]) => place(a) - place(b))
  const ways = heads.map(([name, [label]]) => ({name, label, options: optionsOf(items, name)}))
  const useful = ways.filter(({options}) => options.length > 1)
  if (!useful.length) return
  const form = make("form", {className: "filters"})
  form.setAttribute("aria-label", title)
  const selects = new Map()
  for (const {name, label, options} of useful) {
    const [select, labelled] = choice(label, [["", all], ...options], "")
    select.name = name
    selects.set(name, select)
    form.append(labelled)
  }
  const count = make("output")
  const button = make("button", {type: "reset", className: "md-button", textContent: reset})
  form.append(count, button)

  function apply() {
    const wanted = [...selects].filter(([, select]) => select.value)
    let shown = 0
    for (const {element, facets} of items) {
      const fits = wanted.every(([name, select]) => (facets.get(name) ?? []).some((one) => slug(one) === select.value))
      element.hidden = !fits
      shown += Number(fits)
    }
    for (const fold of list.querySelectorAll("[data-group]")) fold.hidden = !items.some((one) => !one.element.hidden && fold.contains(one.element))
    count.textContent = fill(counted, {n: shown, m: items.length})
    button.disabled = !wanted.length
  }

  function restore() {
    const asked = new URL(location.href).searchParams
    for (const [name, select] of selects) {
      select.value = asked.get(name) ?? ""
      if (select.selectedIndex < 0) select.value = ""
    }
    apply()
    passOn()
  }

  function passOn() {
    // The other pages of a long list are asked the same.
    for (const link of document.querySelectorAll(".pager a[href]")) link.search = location.search
  }

  function remember() {
    const url = new URL(location.href)
    for (const [name, select] of selects) {
      if (select.value) url.searchParams.set(name, select.value)
      else url.searchParams.delete(name)
    }
    if (url.href !== location.href) history.pushState(null, "", url)
    apply()
    passOn()
  }

  form.addEventListener("change", remember)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", () => setTimeout(remember))
  addEventListener("popstate", restore)
  // What a link points to is never hidden by what was chosen before.
  revealers.push((target) => {
    const lost = items.some(({element}) => element.hidden && element.contains(target))
    if (!lost) return false
    for (const select of selects.values()) select.value = ""
    remember()
    return true
  })
  toolbar(list).prepend(form)
  restore()
  // Nobody sees the order before a choice is opened; the first paint need not wait for it.
  addEventListener("load", () => setTimeout(() => [...selects.values()].forEach(orderOptions)), {once: true})
}

/* ---- folds */

const revealers = []

function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  const folded = [...ancestors(target)].filter((one) => one.localName === "details" && !one.open)
  for (const one of folded) one.open = true
  const refound = revealers.map((show) => show(target)).includes(true)
  if (folded.length || refound) target.scrollIntoView()
}

function* ancestors(element) {
  for (let one = element; one; one = one.parentElement) yield one
}

for (const list of document.querySelectorAll(".sortable[data-sorts]")) makeSortable(list)
for (const list of document.querySelectorAll(".filtered[data-filters]")) makeFilter(list)
addEventListener("hashchange", reveal)
reveal()
