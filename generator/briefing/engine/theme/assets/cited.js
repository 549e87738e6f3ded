/* Says whether what somebody cited is still shown: an address such as `?cited=status-0123456789ab.89abcdef` names a question
   and a digest of the answer, and the data of the page have those of today. Without this script the page shows today's. */

const CITED = /^([a-z0-9-]+-[0-9a-f]{12})\.([0-9a-f]{8})$/
const WORDS = {
  gone: "What was cited is no longer shown here: its sources were withdrawn or set aside, or the question was withdrawn.",
  changed: "This has changed since it was cited. It now says: ",
  disputed: "This still says what was cited. Its sources differ.",
}

const root = document.querySelector(".spoken")?.dataset.root
const article = document.querySelector("article")

/** Return where the data of the page's subject lie, or null where the page is not that of a subject. */
function dataAddress() {
  const base = new URL(root.endsWith("/") ? root : `${root}/`, location)
  const [, id] = location.pathname.slice(base.pathname.length).split("/")
  return id ? new URL(`api/v1/entities/${id}.json`, base) : null
}

/** Return what to tell about the cited fact; nothing where it stands as it was cited. */
function verdict(fact, digest) {
  if (!fact) return WORDS.gone
  if (fact.digest !== digest) return `${WORDS.changed}${fact.value}`
  return fact.differ_url ? WORDS.disputed : ""
}

function show(text) {
  const banner = document.createElement("p")
  banner.className = "flag"
  banner.setAttribute("role", "status")
  banner.textContent = text
  article.prepend(banner)
}

async function compare(key, digest) {
  const answer = await fetch(dataAddress())
  // A page that has no data tells nothing.
  if (!answer.ok) return
  const { facts } = await answer.json()
  const text = verdict(facts.find((fact) => fact.slot === key), digest)
  if (text) show(text)
}

const [, key, digest] = CITED.exec(new URLSearchParams(location.search).get("cited") ?? "") ?? []
if (key && root && article && dataAddress()) compare(key, digest).catch(() => {})
