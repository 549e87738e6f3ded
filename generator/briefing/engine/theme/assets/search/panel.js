// The search itself: a field, filters and results, in a window over any page or standing on the page of the search.

import { answers } from "./ask.js"
import { make, say } from "./dom.js"
import { filterHits, filterLists, kindButtons } from "./filters.js"
import { loadIndex, pageUrl } from "./load.js"
import { nearest, openIndex, parseQuery } from "./rank.js"
import { nameAll, nothingFound, resultItem } from "./results.js"
import { pageQuery, readState, writeState } from "./state.js"

const AT_ONCE = 10

let opened

// The index is read and folded once, by the first that needs it.
function readIndex() {
  opened ??= loadIndex().then(([index, shards]) => openIndex(index, shards))
  opened.catch(() => (opened = undefined))
  return opened
}

class Panel {
  constructor(link, whole) {
    this.link = link
    this.whole = whole
    this.state = readState(whole)
    this.postings = new Map()
    this.turn = 0
    this.most = AT_ONCE
    this.build()
  }

  build() {
    const label = this.link.querySelector("span").textContent
    const data = this.link.dataset
    this.field = make("input", {
      type: "text", class: "search-field", "aria-label": label, placeholder: data.hint, enterkeyhint: "search",
      autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false",
    })
    this.field.value = this.state.q
    const icon = this.link.querySelector("svg").cloneNode(true)
    icon.setAttribute("aria-hidden", "true")
    this.bar = make("form", { class: "search-bar", role: "search", "aria-label": label }, icon, this.field)
    this.kinds = make("div", { class: "search-kinds", role: "group" })
    this.tools = make("div", { class: "search-tools", hidden: true }, this.kinds)
    this.count = make("p", { class: "search-count", role: "status" })
    this.body = make("div", { class: "search-body" })
    this.foot = make("p", { class: "search-foot", hidden: true })
    this.root = make("div", { class: "search-panel" }, this.bar, this.tools, this.count, this.body, this.foot)
    this.listen()
  }

  listen() {
    this.bar.addEventListener("submit", (event) => {
      event.preventDefault()
      this.drawn?.then(() => this.body.querySelector("a.search-hit")?.click())
    })
    this.field.addEventListener("input", () => this.change({ q: this.field.value }))
    this.field.addEventListener("focus", () => this.begin())
    this.root.addEventListener("keydown", (event) => this.walk(event))
  }

  // Fetches the index, at the first focus and never before.
  begin() {
    this.drawn ??= this.update()
  }

  focus(early) {
    this.field.focus()
    if (early) {
      this.field.value = early
      this.change({ q: early })
    } else {
      this.field.select()
    }
  }

  change(difference) {
    Object.assign(this.state, difference)
    this.most = AT_ONCE
    writeState(this.state, this.whole)
    this.drawn = this.update()
  }

  // Busy until the last of the results is there, so that their number is read out once.
  async update() {
    const turn = ++this.turn
    this.root.setAttribute("aria-busy", "true")
    try {
      const index = await readIndex()
      if (!this.index) this.furnish(index)
      const query = parseQuery(this.state.q)
      // Names are there at once; texts follow.
      for await (const { hits, last } of answers(index, query, this.postings)) {
        if (turn !== this.turn) return
        await this.draw(turn, query, hits, last)
      }
    } catch {
      if (turn === this.turn) this.body.replaceChildren(make("p", {}, this.link.dataset.trouble))
    } finally {
      if (turn === this.turn) this.root.removeAttribute("aria-busy")
    }
  }

  furnish(index) {
    this.index = index
    const { labels } = index
    this.kinds.setAttribute("aria-label", labels.kind)
    this.tools.append(filterLists(labels, this.state, (difference) => this.change(difference)))
    this.own = make("a", {}, labels.all)
    this.foot.append(make("span", { class: "search-keys" }, labels.keys), ...(this.whole ? [] : [this.own]))
    this.foot.hidden = false
  }

  async draw(turn, query, answer, last) {
    const found = await filterHits(answer, this.state)
    const kind = this.index.kinds.findIndex(([name]) => name === this.state.kind)
    const hits = kind < 0 ? found : found.filter((hit) => hit.entry.kind === kind)
    await nameAll(this.index, hits.slice(0, this.most))
    if (turn !== this.turn || (!last && !found.length)) return
    this.own.href = pageUrl("search/") + pageQuery(this.state)
    this.tools.hidden = !query.flat
    this.kinds.replaceChildren(...kindButtons(this.index, found, this.state.kind, (name) => this.choose(name)))
    this.show(query, hits)
  }

  choose(kind) {
    this.change({ kind })
    // The buttons are made anew: the one that was chosen keeps the focus.
    this.drawn.then(() => this.kinds.querySelector(`[data-kind="${CSS.escape(kind)}"]`)?.focus())
  }

  show(query, hits) {
    const { labels } = this.index
    const n = hits.length
    if (!query.flat) {
      this.count.textContent = ""
      this.fill(make("p", { class: "search-start" }, labels.start))
    } else if (!n) {
      this.count.textContent = ""
      this.fill(nothingFound(this.index, this.state, nearest(this.index, query)))
    } else {
      const found = n === 1 ? labels["results-one"] : say(labels.results, { n })
      this.count.textContent = hits[0].missing ? `${labels.some} ${found}` : found
      this.list(query, hits)
    }
  }

  list(query, hits) {
    const words = query.words.map((run) => run.word)
    const items = hits.slice(0, this.most).map((hit) => resultItem(this.index, hit, words))
    const parts = [make("ol", { class: "search-list" }, ...items)]
    const left = hits.length - this.most
    if (left > 0) {
      const more = make("button", { type: "button", class: "search-more" }, say(this.index.labels.more, { n: Math.min(left, 2 * AT_ONCE) }))
      more.addEventListener("click", async () => {
        const [before, turn] = [this.most, this.turn]
        await nameAll(this.index, hits.slice(0, before + 2 * AT_ONCE))
        if (turn !== this.turn) return
        this.most = before + 2 * AT_ONCE
        this.list(query, hits)
        this.stops()[before + 1]?.focus()
      })
      parts.push(more)
    }
    this.fill(...parts)
  }

  // Results come twice, the second time with what texts hold: whoever walks among them keeps their place.
  fill(...parts) {
    const chosen = this.body.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null
    this.body.replaceChildren(...parts)
    if (chosen !== null) (this.stops().find((stop) => stop.getAttribute("href") === chosen) ?? this.field).focus()
  }

  stops() {
    return [this.field, ...this.body.querySelectorAll("a.search-hit")]
  }

  // Arrows go from the field through the results and back; whoever types on goes on in the field.
  walk(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const stops = this.stops()
    const at = stops.indexOf(document.activeElement)
    if (at < 0) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      const next = at + (event.key === "ArrowDown" ? 1 : -1)
      stops[(next + stops.length) % stops.length].focus()
    } else if (at > 0 && (event.key.length === 1 || event.key === "Backspace")) {
      this.field.focus()
    }
  }
}

// A window over the page; what it is asked stands in the address while it is open.
export function openWindow(link) {
  const panel = new Panel(link, false)
  const close = make("button", { type: "button", class: "search-close", "aria-label": link.dataset.close }, "×")
  panel.bar.append(close)
  const dialog = make("dialog", { class: "search-dialog", "aria-label": panel.field.getAttribute("aria-label") }, panel.root)
  close.addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  dialog.addEventListener("close", () => writeState(undefined, false))
  document.body.append(dialog)
  return {
    show(early) {
      if (dialog.open) return
      writeState(panel.state, false)
      dialog.showModal()
      panel.focus(early)
    },
  }
}

// The search in the page itself.
export function settle(place, link) {
  const panel = new Panel(link, true)
  place.replaceChildren(panel.root)
  if (panel.state.q) panel.begin()
  return { show: (early) => panel.focus(early) }
}
