# What a maintainer runs; `make` alone lists it. Works with GNU make 3.81 and newer, needs no root.
#
# Installed environments are remembered by stamps named after their lock's checksum: once a lock
# is installed, nothing here calls pip or the network again.

PYTHON ?= python3
VENV ?= .venv
JOBS ?= 2
BUILD_FLAGS ?=
TEST_FLAGS ?=
BENCH_FLAGS ?=
MUTANT_FLAGS ?=
SUBJECTS ?= 300
PDF ?= briefing.pdf
PORT ?=
BASE ?= main
PREVIEW ?=

BIN := $(VENV)/bin
checksum = $(firstword $(shell cat $(1) | cksum))
RUNTIME := $(VENV)/.runtime-$(call checksum,requirements.txt requirements-fonts.txt)
DEV := $(VENV)/.dev-$(call checksum,requirements-dev.txt requirements-fonts.txt)
MUTANTS := $(VENV)/.mutants-$(call checksum,requirements-dev.txt requirements-mutants.txt)
COMMAND := $(VENV)/.command-$(call checksum,pyproject.toml generator/briefing/__init__.py)
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Material announces MkDocs 2 on every run; the locks keep 1.x.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site pdf serve test test-large soak mutants bench check check-code check-data review weekly fix lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 18

site: $(RUNTIME) $(COMMAND) ## build the site into site/
	$(BIN)/briefing build $(BUILD_FLAGS)
	@echo 'Built into site/, which needs a web server: `python3 -m http.server -d site` shows it,'
	@echo '`make serve` is a preview that follows your edits. manual/hosting.md tells how to publish it.'

pdf: $(DEV) site ## build the site and print it as one PDF (needs Chromium; PDF=briefing.pdf)
	$(BIN)/python -m paper.run site $(PDF)

serve: $(RUNTIME) $(COMMAND) ## preview with live reload (PORT=8123)
	@$(BIN)/briefing schema --local >/dev/null
	$(BIN)/briefing serve $(if $(PORT),--port $(PORT))

test: $(DEV) $(COMMAND) ## run the tests (REQUIRE_BROWSER=1: missing Chromium fails; TEST_FLAGS=...)
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(TEST_FLAGS)

soak: export HYPOTHESIS_PROFILE = soak
soak: export BRIEFING_SOAK = 1
soak: test test-large ## run the tests with their full counts (long), those of a browser on both sites

# The tests left out have sites of their own.
test-large: $(DEV) $(COMMAND) ## run the browser tests on a site of made-up subjects (SUBJECTS=300)
	BRIEFING_SITE=$(SUBJECTS) $(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(TEST_FLAGS) tests/browser \
	  --ignore=tests/browser/test_search.py --ignore=tests/browser/test_paper.py \
	  --ignore=tests/browser/test_live_preview.py

# Apart from `test`: it takes an hour, and what it prints is for a reader to judge.
mutants: $(MUTANTS) $(COMMAND) ## show small changes that no test notices (MUTANT_FLAGS="--sample 20 FOLDER")
	$(BIN)/python scripts/mutants.py --jobs $(JOBS) $(MUTANT_FLAGS)

bench: $(DEV) $(COMMAND) ## time the program on made-up data (BENCH_FLAGS="--builds --against DIR --save")
	$(BIN)/python -m benchmarks.run $(BENCH_FLAGS)

check: check-code check-data ## everything that CI, pre-commit and the host check

check-code: $(DEV) $(COMMAND) ## lint, layout, types and layers of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict generator
	$(BIN)/lint-imports

check-data: $(RUNTIME) $(COMMAND) ## findings, layout and schemas of the data
	$(BIN)/briefing check
	$(BIN)/briefing fmt --check
	$(BIN)/briefing schema --check

review: $(RUNTIME) $(COMMAND) ## say what a change of the data changes (BASE=main, PREVIEW=address of its preview)
	$(BIN)/python scripts/review_data.py $(BASE) review.md $(if $(PREVIEW),--site-url $(PREVIEW))

weekly: $(DEV) $(COMMAND) ## look at sources, old facts, other engines, and run the tests in full (weekly.md; hours)
	$(BIN)/python -m scripts.weekly_report look weekly.md

fix: $(DEV) $(COMMAND) ## let the tools mend what they can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/briefing fmt

lock: ## renew all locks from their .in files (needs uv and the network)
	scripts/lock.sh

clean: ## remove caches and the built site, never data or .venv
	scripts/clean.sh

# ---- environments

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, but '$(PYTHON)' is $$($(PYTHON) -V 2>&1 || true)."; \
	  echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; } >&2
	$(PYTHON) -m venv $(VENV)
	@rm -f $(VENV)/.runtime-* $(VENV)/.dev-* $(VENV)/.mutants-* $(VENV)/.command-*

# A lock names every package with its extras, so nothing is resolved anew: that would find versions
# which the lock cannot know of. check_lock.py then says whether the lock was whole.
# An interrupted first run can leave an interpreter without pip behind. Stamps of other locks go last,
# so that an install that fails leaves the environment that was good as it was remembered.
$(RUNTIME): | $(BIN)/python
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	@echo 'Installing what requirements.txt locks; once, a minute or so …'
	$(PIP_INSTALL) --require-hashes --no-deps -r requirements.txt
	$(PIP_INSTALL) --require-hashes --no-deps -r requirements-fonts.txt
	@$(BIN)/python scripts/check_lock.py requirements.txt
	@rm -f $(VENV)/.runtime-* $(VENV)/.dev-*
	@touch $@

# The development lock contains the runtime one, version for version.
$(DEV): | $(BIN)/python
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	$(PIP_INSTALL) --require-hashes --no-deps -r requirements-dev.txt
	$(PIP_INSTALL) --require-hashes --no-deps -r requirements-fonts.txt
	@$(BIN)/python scripts/check_lock.py requirements-dev.txt
	@rm -f $(VENV)/.runtime-* $(VENV)/.dev-*
	@touch $(RUNTIME) $@

# Comes on top of the development lock and has its versions where both name a package.
$(MUTANTS): | $(DEV)
	$(PIP_INSTALL) --require-hashes --no-deps -r requirements-mutants.txt
	@$(BIN)/python scripts/check_lock.py requirements-mutants.txt
	@rm -f $(VENV)/.mutants-*
	@touch $@

# Makes `briefing` a command and tells MkDocs of the plugin; offline, with the locked setuptools.
# The environment comes first, whichever of the two locks it is made from.
$(COMMAND): | $(BIN)/python
	@$(BIN)/python -c 'import setuptools' 2>/dev/null || $(MAKE) --no-print-directory $(RUNTIME)
	@PYTHONWARNINGS=ignore $(PIP_INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/.command-*
	@touch $@
