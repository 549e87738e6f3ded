/* Sets two to four subjects side by side: ?ids=a,b names them, the site's own data says what is known of each.
   All that is shown is text; words of ours come from the page, so that they have its language. */

const MOST = 4
const NEAR = 3
const API = new URL("../api/v1/", import.meta.url)
const SITE = new URL("../", import.meta.url)

/* ---- finding subjects */

/** Count the letters to change, add or drop between two words. */
export function distance(a, b) {
  let row = Array.from({length: b.length + 1}, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1])))
    }
    row = next
  }
  return row[b.length]
}

function fold(text) {
  return text.normalize("NFKC").toLowerCase().trim()
}

function namesOf(subject) {
  return [subject.id, ...Object.values(subject.name), ...subject.aliases].map(fold)
}

/** Return the subjects whose id or name comes nearest to what was asked for. */
export function nearest(asked, subjects) {
  const wanted = fold(asked)
  const far = (subject) => Math.min(...namesOf(subject).map((name) => (name.includes(wanted) ? 0.5 : distance(wanted, name))))
  const found = subjects.map((subject) => ({subject, far: far(subject)})).sort((a, b) => a.far - b.far)
  return found.filter(({far}) => far <= Math.max(2, wanted.length / 2)).slice(0, NEAR).map(({subject}) => subject)
}

function find(asked, subjects) {
  const wanted = fold(asked)
  return subjects.find(({id}) => id === wanted) ?? subjects.find((one) => namesOf(one).includes(wanted))
}

/* ---- setting facts out */

/** Return the rows of a comparison: a section, a label, and what each subject has there. */
export function rowsOf(entities) {
  const rows = new Map()
  entities.forEach((entity, column) => {
    for (const fact of entity.facts) {
      const key = JSON.stringify([fact.section, fact.label])
      if (!rows.has(key)) rows.set(key, {section: fact.section, heading: fact.heading, label: fact.label, cells: entities.map(() => [])})
      rows.get(key).cells[column].push(fact)
    }
  })
  const shared = ({cells}) => cells.filter((one) => one.length).length
  const order = [...new Set(entities.flatMap(({facts}) => facts.map(({section}) => section)))]
  const fixed = ["key-facts", "money", "milestones", "relations"].filter((name) => order.includes(name))
  return fixed.map((section) => {
    const own = [...rows.values()].filter((row) => row.section === section)
    return {heading: own[0].heading, rows: own.sort((a, b) => shared(b) - shared(a))}
  })
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function factCell(facts, name, words) {
  const cell = make("td")
  if (facts.length) cell.dataset.label = name
  for (const fact of facts) {
    const link = make("a", {href: new URL(fact.url, SITE).href, textContent: fact.value || fact.label})
    const sure = make("span", {className: `confidence-${fact.confidence}`, textContent: fact.confidence_word})
    const date = make("span", {className: "as-of", textContent: words.asOf.replace("%s", fact.as_of)})
    const line = make("div", {}, link, " ", date, " ", sure)
    if (fact.differ_url) line.append(" ", make("a", {className: "disputed", href: new URL(fact.differ_url, SITE).href, textContent: words.disputed}))
    cell.append(line)
  }
  return cell
}

function nameOf(subject) {
  return subject.name.short ?? subject.name.en
}

/** Return the names of what is compared, each with its page and a way out. Heads of cards are not seen, so not there. */
function chipsOf(entities, words, remove) {
  return entities.map(({subject}) => {
    const button = make("button", {type: "button", className: "md-button", textContent: "×"})
    button.setAttribute("aria-label", words.remove.replace("%s", nameOf(subject)))
    button.addEventListener("click", () => remove(subject.id))
    return make("span", {}, make("a", {href: new URL(subject.url, SITE).href, textContent: nameOf(subject)}), " ", button)
  })
}

function tableOf(entities, words) {
  const heads = [words.fact, ...entities.map(({subject}) => nameOf(subject))]
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((textContent) => make("th", {scope: "col", textContent})))))
  for (const {heading, rows} of rowsOf(entities)) {
    const body = make("tbody", {}, make("tr", {}, make("td", {className: "label", colSpan: entities.length + 1, textContent: heading})))
    for (const row of rows) {
      const cells = row.cells.map((facts, place) => factCell(facts, heads[place + 1], words))
      body.append(make("tr", {}, make("td", {className: "fact", textContent: row.label}), ...cells))
    }
    table.append(body)
  }
  return table
}

/* ---- the page */

async function read(path) {
  const answer = await fetch(new URL(path, API))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

async function start(place) {
  const words = {...place.dataset}
  const status = make("p", {className: "compare-said"})
  status.setAttribute("role", "status")
  const body = make("div")
  const chips = make("div", {className: "list-tools"})
  const input = make("input", {name: "add", required: true, autocomplete: "off"})
  input.setAttribute("list", "compare-subjects")
  const known = make("datalist", {id: "compare-subjects"})
  const form = make("form", {className: "list-tools"}, make("label", {}, `${words.added} `, input), make("button", {className: "md-button", textContent: words.add}), known)
  place.replaceChildren(form, status, chips, body)
  let subjects = []
  let turn = 0

  const asked = () => (new URL(location.href).searchParams.get("ids") ?? "").split(",").map((id) => id.trim()).filter(Boolean)

  function go(ids) {
    const url = new URL(location.href)
    url.search = ids.length ? `?ids=${ids.map(encodeURIComponent).join(",")}` : ""
    history.pushState(null, "", url)
    return show()
  }

  /** Say that a name is not known, with those that come near as buttons. */
  function tell(name, instead) {
    status.append(make("span", {textContent: words.unknown.replace("%s", name)}))
    const near = nearest(name, subjects)
    if (near.length) status.append(` ${words.near} `)
    for (const one of near) {
      const button = make("button", {type: "button", className: "md-button", textContent: nameOf(one)})
      button.addEventListener("click", () => go(instead(one.id)))
      status.append(" ", button)
    }
  }

  async function show() {
    const mine = ++turn
    const all = [...new Set(asked())]
    const ids = all.filter((id) => find(id, subjects)).map((id) => find(id, subjects).id)
    const compared = [...new Set(ids)].slice(0, MOST)
    status.replaceChildren()
    const unknown = all.find((id) => !find(id, subjects))
    if (unknown) tell(unknown, (id) => all.map((one) => (one === unknown ? id : one)))
    else if (ids.length > MOST) status.textContent = words.full
    else if (!compared.length) status.textContent = words.nothing
    try {
      const entities = await Promise.all(compared.map((id) => read(`entities/${id}.json`)))
      if (mine !== turn) return
      const remove = (id) => go(compared.filter((one) => one !== id))
      chips.replaceChildren(...chipsOf(entities, words, remove))
      body.replaceChildren(...(entities.length ? [tableOf(entities, words)] : []))
    } catch {
      status.textContent = words.failed
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const found = find(input.value, subjects)
    if (!found) {
      status.replaceChildren()
      tell(input.value, (id) => [...asked(), id])
    } else if (new Set(asked()).size >= MOST) {
      status.textContent = words.full
    } else {
      input.value = ""
      go([...asked(), found.id])
    }
  })
  addEventListener("popstate", show)
  try {
    subjects = (await read("index.json")).subjects
  } catch {
    status.textContent = words.failed
    return
  }
  known.append(...subjects.map(({id, name, kind}) => make("option", {value: name.short ?? name.en, label: [kind, name.ja, id].filter(Boolean).join(", ")})))
  show()
}

const place = document.querySelector("div.compare")
if (place) start(place)
