// Runs our plugin of the host around two builds of a folder: `node keep.cjs REPOSITORY FOLDER CACHE`. The host's store is
// stood in for by a folder, which holds copies by the names that are given to it.

const fs = require("node:fs")
const path = require("node:path")

const [repository, folder, kept] = process.argv.slice(2)
const plugin = require(path.join(repository, "netlify/plugins/keep-last-build"))
process.chdir(folder)

function copyAll(names, from, to) {
  const there = names.filter((name) => fs.existsSync(path.join(from, name)))
  for (const name of there) fs.cpSync(path.join(from, name), path.join(to, name), { recursive: true })
  return there.length > 0
}
const cache = {
  restore: async (names) => copyAll(names, kept, "."),
  save: async (names) => copyAll(names, ".", kept),
}

async function build(text) {
  for (const name of [".briefing", "site"]) fs.rmSync(name, { recursive: true, force: true })
  await plugin.onPreBuild({ utils: { cache } })
  for (const name of [".briefing", "site"]) {
    fs.mkdirSync(name, { recursive: true })
    fs.appendFileSync(path.join(name, "made"), text)
  }
  await plugin.onPostBuild({ utils: { cache } })
}

build("first").then(() => build(" second"))
