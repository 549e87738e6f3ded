// Material's worker over lunr, set up as its bundle does.
const SETUP = 0, QUERY = 2
let worker

const answer = (message) => new Promise((resolve) => {
  worker.onmessage = (event) => resolve(event.data.data)
  worker.postMessage(message)
})

export async function ask(text) {
  if (!worker) {
    const index = await (await fetch("/search/search_index.json")).json()
    worker = new Worker("/assets/javascripts/workers/search.js")
    await answer({ type: SETUP, data: { ...index, options: { suggest: true } } })
  }
  const found = await answer({ type: QUERY, data: text })
  return (found.items ?? []).map((pages) => pages[0].location)
}
