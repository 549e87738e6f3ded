// The only part of search that every page loads: waits for a click on the field in the header, or for the key `/`.
// Nothing else, neither scripts nor index, is asked for before that.

const link = document.querySelector("a.search-open")
const place = document.querySelector(".search-place")

function addStyles() {
  return new Promise((resolve) => {
    const sheet = document.createElement("link")
    sheet.rel = "stylesheet"
    sheet.href = new URL("search.css", import.meta.url).href
    // Without its styles the window still works.
    sheet.onload = sheet.onerror = resolve
    document.head.append(sheet)
  })
}

let started

// The index is asked for together with the scripts that read it, not after them.
function prefetch() {
  Promise.all([import("./load.js"), import("./rank.js")]).then(([load]) => load.loadIndex()).catch(() => {})
}

function start() {
  started ??= Promise.all([import("./panel.js"), addStyles()]).then(([panel]) =>
    place ? panel.settle(place, link) : panel.openWindow(link))
  return started
}

// Who types on while the window is on its way finds the letters in it.
async function show() {
  let early = ""
  const note = (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    early += event.key
  }
  document.addEventListener("keydown", note, true)
  prefetch()
  try {
    const panel = await start()
    document.removeEventListener("keydown", note, true)
    panel.show(early)
  } catch {
    document.removeEventListener("keydown", note, true)
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
