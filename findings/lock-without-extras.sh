#!/usr/bin/env bash
# uv leaves the extras out of a lock that it compiles, by default. pip before 23.3 then refuses the whole lock
# in hash mode, though every package is pinned, as soon as a newer version of the package with the extra is
# published: a lock that installed yesterday fails today without having changed.
# Seen with uv 0.13.9, pip 23.2.1 (refuses), pip 24.0 (installs), pytest-cov 7.1.0 which asks for coverage[toml].
# Keeping extras (--no-strip-extras), or installing with --no-deps, works with every pip.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv compile
compile/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

echo 'pytest-cov==7.1.0' > asked.in
echo 'coverage==7.10.6' > older.in # any version that is not the newest
compile_lock() {
    compile/bin/uv pip compile --quiet --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --python-version 3.11 --constraint older.in "$@" asked.in
}
compile_lock > default.txt
compile_lock --no-strip-extras > extras.txt
grep -n '^coverage' default.txt extras.txt

try() { # PIP LOCK: prints how a dry run of the lock ends
    rm -rf "env-$1"
    python3.11 -m venv "env-$1" 2>/dev/null || python3 -m venv "env-$1"
    "env-$1/bin/python" -m pip install --quiet --disable-pip-version-check "pip==$1" >/dev/null
    if "env-$1/bin/python" -m pip install --quiet --disable-pip-version-check --dry-run --require-hashes -r "$2" >"$2.out" 2>&1; then
        echo installs
    else
        grep -q 'must have their versions pinned' "$2.out" && echo refuses
    fi
}

expect() { # WANTED PIP LOCK
    local seen
    seen=$(try "$2" "$3")
    echo "pip $2, $3: $seen"
    [ "$seen" = "$1" ] || { echo "changed: expected that it $1" >&2; exit 1; }
}

grep -q '^coverage==7' default.txt
grep -q '^coverage\[toml\]==7' extras.txt
expect refuses 23.2.1 default.txt
expect installs 23.2.1 extras.txt
expect installs 24.0 default.txt
