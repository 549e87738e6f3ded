#!/usr/bin/env bash
# Installs what tests drive with Node, each below the folder of its tests: readers of calendars, the YAML language server of tests/editor and
# the host's parsers of tests/netlify. Needs Node and, once, the network. The locks name versions and checksums and no
# addresses.
set -euo pipefail
cd "$(dirname "$0")/../tests"
command -v npm >/dev/null || { echo "npm is missing: install Node 18 or newer" >&2; exit 1; }
for folder in calendars editor netlify; do
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
done
