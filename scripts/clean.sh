#!/usr/bin/env bash
# Removes the caches of our tools and what `briefing build` wrote; nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov build ./*.egg-info
find generator tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

echo "caches removed"
