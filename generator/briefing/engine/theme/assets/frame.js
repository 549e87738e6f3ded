/* What the frame around a page does: the choice of colours, where the reader is, and the way up. It stands in for the
   theme's own script, which lays the page out several times before a reader can use it. Nothing here asks for a layout
   while a page is loading; without this script everything is there in the colours of the page. It is no module: those
   are not loaded into frames that have no origin of their own. */

"use strict"
{

/* ---- colours: the theme's inline script puts the choice that is kept here on the page before it is painted */

const AUTOMATIC = "(prefers-color-scheme)"
const PARTS = ["scheme", "primary", "accent"]
const options = [...document.querySelectorAll("[data-md-component=palette] input")]
const dark = matchMedia("(prefers-color-scheme: dark)")

function keptOption() {
  const kept = __md_get("__palette")?.index
  return (Number.isInteger(kept) && options[kept]) || options[0]
}

/** Return the option whose colours an option stands for: automatic ones are those of the reader's system. */
function shownBy(option) {
  const system = `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`
  const followed = options.find((one) => one.dataset.mdColorMedia === system)
  return (option.dataset.mdColorMedia === AUTOMATIC && followed) || option
}

function colour(option) {
  const shown = shownBy(option)
  const color = {media: option.dataset.mdColorMedia}
  for (const part of PARTS) color[part] = shown.getAttribute(`data-md-color-${part}`)
  const changes = PARTS.filter((part) => document.body.getAttribute(`data-md-color-${part}`) !== color[part])
  // Even the same value, written again, would have every style of the page computed anew.
  if (changes.length) {
    document.body.setAttribute("data-md-color-switching", "")
    for (const part of changes) document.body.setAttribute(`data-md-color-${part}`, color[part])
    requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching"))
  }
  option.checked = true
  for (const one of options) one.nextElementSibling.hidden = one !== option
  followAround(color.scheme)
  __md_set("__palette", {index: options.indexOf(option), color})
}

/** Let what the browser draws itself (bars to scroll with, its own frame) go with the page. */
function followAround(scheme) {
  const meant = document.querySelector("meta[name=color-scheme]")
  const asked = (scheme === "slate") === dark.matches ? "light dark" : scheme === "slate" ? "dark" : "light"
  if (meant && meant.content !== asked) meant.content = asked
  addEventListener("load", () => setTimeout(tint), {once: true})
  if (document.readyState === "complete") requestAnimationFrame(tint)
}

function tint() {
  const found = document.querySelector("meta[name=theme-color]")
  const meta = found ?? Object.assign(document.createElement("meta"), {name: "theme-color"})
  meta.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor
  if (!found) document.head.append(meta)
}

if (options.length) {
  for (const option of options) {
    option.addEventListener("change", () => colour(option))
    option.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return
      const next = options[(options.indexOf(option) + 1) % options.length]
      next.click()
      next.focus()
    })
  }
  dark.addEventListener("change", () => colour(options.find((one) => one.checked)))
  colour(keptOption())
}

/* ---- the way up: offered to those who have gone down and turn back */

const NEAR_TOP = 60 // px
const up = document.querySelector(".md-top")
let last = scrollY

function offerUp() {
  up.hidden = !(scrollY < last && scrollY > NEAR_TOP)
  last = scrollY
}

if (up) {
  addEventListener("scroll", offerUp, {passive: true})
  up.addEventListener("click", () => {
    scrollTo({top: 0})
    up.blur()
  })
}

/* ---- where the reader is: the page's name once its heading has left, and the section in the table of contents */

const HEADER = 48 // px
const heading = document.querySelector("article h1")
const title = document.querySelector(".md-header__title")

// The header says the name as the heading does: what is in another language is marked as such.
const name = document.querySelector("[data-md-component=header-topic] .md-ellipsis")
if (heading?.querySelector("[lang]") && name) {
  const same = heading.cloneNode(true)
  same.querySelector(".headerlink")?.remove()
  name.replaceChildren(...same.childNodes)
}

function nameThePage([seen]) {
  const passed = !seen.isIntersecting && seen.boundingClientRect.top < HEADER
  title.classList.toggle("md-header__title--active", passed)
}

if (heading && title) new IntersectionObserver(nameThePage, {rootMargin: `-${HEADER}px 0px 0px`}).observe(heading)

const contents = document.querySelector("[data-md-component=toc]")
const links = [...(contents?.querySelectorAll("a[href^='#']") ?? [])]
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
let marked = null

function markSection() {
  if (!contents.offsetParent) return // narrow windows have it in no place
  const passed = sections.filter((one) => one && one.getBoundingClientRect().top < HEADER + 32).length
  const active = links[passed - 1] ?? null
  if (active === marked) return
  links.forEach((link, place) => {
    link.classList.toggle("md-nav__link--passed", place < passed)
    link.classList.toggle("md-nav__link--active", link === active)
  })
  marked = active
  const frame = contents.closest(".md-sidebar__scrollwrap")
  if (!active || frame.scrollHeight <= frame.clientHeight) return
  const within = active.getBoundingClientRect().top - frame.getBoundingClientRect().top
  frame.scrollTop += within - frame.clientHeight / 2
}

let waiting = 0
if (links.length) {
  addEventListener("scroll", () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0
      markSection()
    })
  }, {passive: true})
}

/* ---- what does not fit its place says itself in full to whoever points at it */

document.addEventListener("pointerover", (event) => {
  const cut = event.target.closest?.(".md-ellipsis")
  if (cut && cut.offsetWidth < cut.scrollWidth) (cut.closest("a") ?? cut).title = cut.innerText
})
}
