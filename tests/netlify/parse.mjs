// Prints what the host reads in the rules of a site: `node parse.mjs FOLDER`.

import { parseAllHeaders } from "@netlify/headers-parser"
import { parseAllRedirects } from "@netlify/redirect-parser"

const folder = process.argv[2]
const { headers, errors: wrongHeaders } = await parseAllHeaders({
  headersFiles: [`${folder}/_headers`], configHeaders: [], minimal: true,
})
const { redirects, errors: wrongRedirects } = await parseAllRedirects({
  redirectsFiles: [`${folder}/_redirects`], configRedirects: [], minimal: true,
})
const errors = [...wrongHeaders, ...wrongRedirects].map(String)
console.log(JSON.stringify({ headers, redirects, errors }))
