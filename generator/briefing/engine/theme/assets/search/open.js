// The only part of search that every page loads: waits for a click on the field in the header, or for the key `/`.
// Nothing else is asked for before that.

const link = document.querySelector("a.search-open")
const place = document.querySelector(".search-place")

const MODULES = "ask dom filters fold load names near panel rank results state".split(" ")

function addLink(path, more) {
  const element = document.createElement("link")
  document.head.append(Object.assign(element, { href: new URL(path, import.meta.url), crossOrigin: "", ...more }))
}

// Without its styles the window still works.
const addStyles = () => new Promise((done) => addLink("search.css", { rel: "stylesheet", onload: done, onerror: done }))

let started

// All at once, not one when another names it.
function preload() {
  for (const name of ["index", "shards"]) addLink(`../../search/${name}.json`, { rel: "preload", as: "fetch" })
  for (const name of MODULES) addLink(`${name}.js`, { rel: "modulepreload" })
}

function start() {
  started ??= Promise.all([import("./panel.js"), addStyles()]).then(([panel]) =>
    place ? panel.settle(place, link) : panel.openWindow(link))
  return started
}

let early

// A field that nobody sees takes what is typed, composed or pasted while the window is on its way.
function listen() {
  const before = document.activeElement
  early = document.createElement("input")
  early.className = "search-early"
  early.ariaLabel = link.querySelector("span").textContent
  const field = early
  field.addEventListener("compositionstart", () => {
    field.busy = new Promise((done) => field.addEventListener("compositionend", () => setTimeout(done)))
  })
  link.after(early)
  early.focus({ preventScroll: true })
  return before
}

// The window gives the focus back to where it was when it closes.
function hush(before) {
  const { value } = early
  const held = early === document.activeElement
  early.remove()
  early = undefined
  if (held) before.focus({ preventScroll: true })
  return value
}

async function show() {
  if (early) return
  const before = listen()
  if (!started) preload()
  try {
    const panel = await start()
    // What is being composed is not cut off in the middle.
    await early.busy
    panel.show(hush(before))
  } catch {
    started = undefined
    location.assign(link.href)
  }
}

const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey

const isTyping = (target) => target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)

if (link) {
  link.addEventListener("click", (event) => {
    if (event.button || !isPlain(event)) return
    event.preventDefault()
    show()
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    show()
  })
  if (!place) link.setAttribute("aria-haspopup", "dialog")
  if (place) start().catch(() => {})
  else if (new URLSearchParams(location.search).has("search")) show()
}
