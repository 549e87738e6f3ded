// Gives a build what the one before it left, and keeps what this one leaves. Losing it costs time only: `briefing build`
// takes over nothing that it has not looked at.

// Pages are taken from the last site, and what was kept of them tells which.
const FOLDERS = [".briefing", "site"]

exports.onPreBuild = async ({ utils }) => {
  console.log(`restored ${await utils.cache.restore(FOLDERS)}`)
}

exports.onPostBuild = async ({ utils }) => {
  console.log(`saved ${await utils.cache.save(FOLDERS)}`)
}
