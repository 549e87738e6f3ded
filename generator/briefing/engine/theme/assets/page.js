/* What a page offers beyond its text: the address of a fact to copy, and a look at where a link leads. Everything is
   there without this script; it fetches nothing before a reader dwells on a link. Data come in as text alone. */

/* ---- the address of a fact */

const said = document.querySelector(".spoken")

function say(text) {
  said.textContent = ""
  // A second copy is announced too: the text must change for that.
  requestAnimationFrame(() => { said.textContent = text })
}

function selectText(text) {
  said.textContent = text
  said.classList.add("shown")
  getSelection().selectAllChildren(said)
}

async function copy(link) {
  const address = new URL(link.getAttribute("href"), location).href
  history.replaceState(history.state, "", address)
  try {
    await navigator.clipboard.writeText(address)
    said.classList.remove("shown")
    say(said.dataset.copied)
  } catch {
    // Not allowed, or not over a safe connection: the address is selected, ready for the reader's own keys.
    selectText(address)
  }
}

const COPIED = ".fact-link, .headerlink"

if (said) {
  for (const link of document.querySelectorAll(".fact-link")) {
    link.setAttribute("role", "button")
    link.setAttribute("aria-label", said.dataset.copy) // other text would have rows laid out again
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest(COPIED)
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    if (link.matches(".fact-link")) event.preventDefault()
    copy(link)
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches?.(".fact-link")) return
    event.preventDefault()
    event.target.click()
  })
}

/* ---- an address that somebody cited */

if (new URLSearchParams(location.search).has("cited")) import("./cited.js")

/* ---- the drawer of narrow windows: without this script a label opens it by mouse, with it a button by keyboard, too */

const drawer = document.getElementById("__drawer")
const label = document.querySelector(".md-header [for=__drawer]")
const menu = document.createElement("button")
const narrow = matchMedia("(max-width: 76.234375em)")

function followDrawer() {
  const open = drawer.checked && narrow.matches
  menu.setAttribute("aria-expanded", open)
  // The page under an open drawer is out of reach, as it is for the mouse.
  for (const part of document.querySelectorAll(".md-header, .md-content, .md-footer, .md-skip, .md-top")) part.inert = open
}

function turnDrawer(open) {
  if (drawer.checked !== open) drawer.click()
  if (open) document.querySelector(".md-sidebar--primary a")?.focus()
  else menu.focus()
}

if (drawer && label && said) {
  menu.type = "button"
  menu.className = label.className
  menu.setAttribute("for", "__drawer") // the theme's styles go by it
  menu.setAttribute("aria-label", said.dataset.menu)
  menu.append(...label.childNodes)
  label.replaceWith(menu)
  menu.addEventListener("click", () => turnDrawer(true))
  drawer.addEventListener("change", followDrawer)
  narrow.addEventListener("change", followDrawer)
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) turnDrawer(false)
    if (event.key === "Enter" && event.target.matches?.("label[tabindex]")) event.target.click()
  })
  addEventListener("hashchange", () => {
    if (drawer.checked) drawer.click()
  })
  followDrawer()
}

for (const level of document.querySelectorAll(".md-nav__toggle")) {
  const held = document.querySelector(`[aria-labelledby="${level.id}_label"]`)
  level.addEventListener("change", () => held?.setAttribute("aria-expanded", level.checked))
}

/* ---- a look at where a link leads */

const OPEN_AFTER = 300 // ms on a link: passing over it is no question
const CLOSE_AFTER = 200 // ms off it: time to reach the card
const FACE = /^(?:[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9.-]*|articles\/[a-z0-9][a-z0-9.-]*\/page_[0-9]+)\/$/
const article = document.querySelector("article")
const card = document.createElement("div")
card.id = "preview"
card.setAttribute("role", "tooltip")
card.hidden = true

const fetched = new Map()
let shown = null
let timer = 0

/** Fetch what is known of a page, once; a page without a preview has none, silently. */
function fetchPreview(url) {
  const address = new URL("preview.json", url).href
  if (!fetched.has(address)) {
    fetched.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null))
  }
  return fetched.get(address)
}

/** Return the page that a link leads to where it may have a preview: another record of this site, or a page of an article's claims. */
function target(link) {
  if (link.hostname !== location.hostname || link.pathname === location.pathname || !link.dataset) return null
  const root = new URL(said.dataset.root, location).pathname
  const path = link.pathname
  return path.startsWith(root) && FACE.test(path.slice(root.length)) ? link : null
}

function line(css, text, lang) {
  const made = document.createElement("p")
  made.className = css
  made.textContent = text
  if (lang) made.lang = lang
  return made
}

function fill(link, data) {
  const [place, about, wording] = data.claims?.[link.hash.slice(1)] ?? []
  const lines = [
    line("preview-kind", place ? `${data.kind}, ${place}` : data.kind),
    line("preview-title", data.title),
    data.japanese && line("preview-title", data.japanese, "ja"),
    about ? line("preview-about", about) : data.text && line("preview-text", data.text),
    wording && line("preview-text", wording),
    ...data.notes.map((note) => line("preview-note", note)),
  ]
  card.replaceChildren(...lines.filter(Boolean))
}

/** Put the card under the link, or above it where there is no room; it never widens the page. */
function place(link) {
  const at = link.getClientRects()[0]
  const frame = article.getBoundingClientRect()
  const room = Math.min(innerWidth - 8, frame.right)
  const left = Math.max(8, Math.min(at.left, room - card.offsetWidth))
  const below = at.bottom + 4
  const above = at.top - card.offsetHeight - 4
  const top = below + card.offsetHeight > innerHeight && above > 0 ? above : below
  card.style.left = `${left - frame.left}px`
  card.style.top = `${top - frame.top}px`
}

async function open(link) {
  const data = await fetchPreview(link.href)
  if (!data || shown !== link) return
  fill(link, data)
  card.hidden = false
  place(link)
  link.setAttribute("aria-describedby", card.id)
}

function close() {
  clearTimeout(timer)
  shown?.removeAttribute("aria-describedby")
  shown = null
  card.hidden = true
}

function dwell(link, wait) {
  clearTimeout(timer)
  if (link === shown) return
  timer = setTimeout(() => {
    close()
    shown = link
    open(link)
  }, wait)
}

function leave() {
  clearTimeout(timer)
  timer = setTimeout(close, CLOSE_AFTER)
}

if (article && said) {
  article.append(card)
  article.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return // a tap follows the link
    if (card.contains(event.target)) return clearTimeout(timer)
    const link = event.target.closest("a[href]")
    if (link && target(link)) dwell(link, OPEN_AFTER)
    else if (shown || timer) leave()
  })
  article.addEventListener("pointerleave", leave)
  article.addEventListener("focusin", (event) => {
    const link = event.target.closest("a[href]")
    if (link?.matches(":focus-visible") && target(link)) dwell(link, OPEN_AFTER)
  })
  article.addEventListener("focusout", leave)
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) close()
  })
}
