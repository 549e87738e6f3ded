#!/usr/bin/env bash
# Installs the YAML language server that tests/editor drives, below that folder; needs Node and, once, the network.
# The lock names versions and checksums and no addresses.
set -euo pipefail
cd "$(dirname "$0")/../tests/editor"
command -v npm >/dev/null || { echo "npm is missing: install Node 18 or newer" >&2; exit 1; }
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
