#!/usr/bin/env bash
# Installs what browser tests need on Debian and Ubuntu: Chromium, and a font that has Japanese.
# Does nothing, and needs neither root nor network, where both are there.
set -euo pipefail

installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
installed fonts-noto-cjk || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -eq 0 ]; then
    echo "Chromium and Japanese fonts are there."
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "install-browser.sh: run it as root to install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
