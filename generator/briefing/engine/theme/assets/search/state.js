// What is asked, kept in the address: as it is on the search page, as one parameter `search` on every other,
// whose own parameters it must not touch.

const NAMES = ["q", "kind", "year", "publisher", "status"]

export const FILTERS = NAMES.slice(1)

function pack(state) {
  const packed = new URLSearchParams()
  for (const name of NAMES) if (state[name]) packed.set(name, state[name])
  return packed
}

export const pageQuery = (state) => `?${pack(state)}`

export function readState(whole) {
  const here = new URLSearchParams(location.search)
  const found = whole ? here : new URLSearchParams(here.get("search") ?? "")
  return Object.fromEntries(NAMES.map((name) => [name, found.get(name) ?? ""]))
}

// With no state, the address is as it was before.
export function writeState(state, whole) {
  const url = new URL(location.href)
  const packed = state ? pack(state) : new URLSearchParams()
  if (whole) {
    for (const name of NAMES) url.searchParams.delete(name)
    for (const [name, value] of packed) url.searchParams.set(name, value)
  } else if (`${packed}`) {
    url.searchParams.set("search", `${packed}`)
  } else {
    url.searchParams.delete("search")
  }
  try {
    history.replaceState(history.state, "", url)
  } catch {
    // Browsers refuse too many changes at once; the next key writes it.
  }
}
