// Pagefind as its documentation has it: the first three results are loaded, too, for their addresses.
let pagefind

export async function ask(text) {
  if (!pagefind) {
    pagefind = await import("/pagefind/pagefind.js")
    await pagefind.init()
  }
  const found = await pagefind.search(text)
  const pages = await Promise.all(found.results.slice(0, 3).map((one) => one.data()))
  return pages.map((page) => page.url.replace(/^\//, "").replace(/index\.html$/, ""))
}
