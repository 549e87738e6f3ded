#!/usr/bin/env bash
# Removes the caches of our tools and the site that `briefing build` wrote; nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov build ./*.egg-info
find generator tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
echo "caches removed"

# A site, and the workshop of a killed build, carry our marker; a folder without it is somebody's own.
for folder in site .site.briefing; do
    if [ -L "$folder" ] || [ ! -d "$folder" ]; then
        continue
    elif [ -f "$folder/.briefing-site" ]; then
        rm -rf "$folder"
        echo "$folder removed"
    else
        echo "$folder stays: briefing did not write it"
    fi
done
