#!/usr/bin/env bash
# Renews the locks from their .in files. `scripts/lock.sh --upgrade` takes the newest versions,
# without it only what the .in files ask for moves. Needs uv, and the network.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
[ -n "$uv" ] || uv=.venv/bin/uv
[ -x "$uv" ] || { echo "lock.sh: uv is missing; install it with: .venv/bin/python -m pip install uv" >&2; exit 1; }

# The header of a lock names this script, so that no machine's paths get in.
export UV_CUSTOM_COMPILE_COMMAND="scripts/lock.sh"
lock() {
    "$uv" pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --universal \
        --no-annotate --no-strip-extras --python-version 3.11 "${@:3}" "$1" --output-file "$2"
}
lock requirements.in requirements.txt "$@"
lock requirements-dev.in requirements-dev.txt "$@"
lock requirements-mutants.in requirements-mutants.txt "$@"
lock requirements-fonts.in requirements-fonts.txt --no-deps "$@"
