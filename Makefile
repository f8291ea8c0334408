# One verb for each daily act. Each makes .venv when there is none, with no more in it than it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV := $(VENV)/.dev
# Tests start a hundred processes: each would compile clientsmith anew where no bytecode is kept.
unexport PYTHONDONTWRITEBYTECODE
# A process for each core; one that is done takes tests of another's.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help regenerate check test test-all lint format golden bench bench-calls bench-scale contract conformance hostile fuzz soak corpus change-pairs change-oracle change-histories lock pages docs release clean

help: ## Show these verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

# pip runs only when pyproject.toml or a lock is newer than the stamp. What generates comes without the
# tests' tools. Packages come from the locks, with their hashes and without those that pip would have to
# build: a clone of a year ago gets what it got then. The checkout itself is built with what is there.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Shows what it installs and how far it is.
INSTALL := $(BIN)/python .ci/install.py
LOCKED := --no-deps --require-hashes --only-binary :all:
CHECKOUT := --no-deps --no-build-isolation --editable .

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "clientsmith needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv $(VENV)
	@$(INSTALL) requirements.lock $(LOCKED)
	$(PIP) $(CHECKOUT)
	@touch $@

$(DEV): $(READY) requirements-dev.lock
	@$(INSTALL) requirements-dev.lock $(LOCKED)
	@touch $@

regenerate: $(READY) ## Bring every client of clientsmith.toml up to date
	@$(BIN)/clientsmith generate

check: $(READY) ## Fail when a generated client is stale, missing or edited by hand
	@$(BIN)/clientsmith check

test: $(DEV) ## Run the tests, and of the slow ones a sample (two minutes on two cores)
	$(PYTEST) -m "not slow and not contract" --hypothesis-profile quick

test-all: $(DEV) ## Run all tests
	$(PYTEST)

lint: $(DEV) ## Formatting, ruff, pyright and mypy in their strict modes
	$(BIN)/black --check generator templates tests
	$(BIN)/ruff check .
	$(BIN)/pyright --project pyproject.toml --pythonpath $(BIN)/python
	$(BIN)/mypy --strict generated

format: $(DEV) ## Format the sources and apply ruff's safe fixes
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/black --quiet generator templates tests

golden: $(READY) ## Rewrite the expected trees of tests/golden; the diff is the review
	$(BIN)/python -m tests.golden.golden

bench: $(DEV) ## Measure import, calls, size and generation
	$(BIN)/python -m tests.bench

bench-calls: $(DEV) ## Measure calls over a connection, by HTTP libraries and by our client over each
	$(BIN)/python -m tests.bench.rates

bench-scale: $(DEV) ## Measure the large DOCUMENT=path beside openapi-python-client
	$(BIN)/python -m tests.bench.scale $(DOCUMENT)

hostile: $(DEV) ## Put every hostile text into every place of a document (takes ten minutes of CPU)
	$(BIN)/python -m tests.hostile

fuzz: $(DEV) ## Fuzz the reader for SECONDS=60, guided by coverage (installs atheris)
	$(PIP) --no-build-isolation --editable '.[fuzz]'
	$(BIN)/python -m tests.hostile.fuzz $(SECONDS)

contract: $(DEV) ## Run the wire calls against Stoplight Prism (needs node)
	$(BIN)/python -m pytest -m contract tests/wire

conformance: $(DEV) ## Judge calls of DOCUMENTS="stripe slack" or all by Prism and jsonschema (needs node; hours)
	$(BIN)/python -m tests.conformance $(if $(JOBS),--jobs $(JOBS)) $(DOCUMENTS)

change-pairs: $(DEV) ## Score the reports of changes by a table of judged pairs, PAIRS=file.tsv
	$(BIN)/python -m tests.changes pairs $(PAIRS)

change-oracle: $(DEV) ## Compare reports of changes with what programs bear, DOCUMENTS="asana" or ten (half an hour)
	$(BIN)/python -m tests.changes oracle $(if $(SERVER),--server $(SERVER)) $(if $(KNOWN),--known) $(DOCUMENTS)

change-histories: $(DEV) ## Do so for two versions of real documents, DOCUMENTS="figma" or eleven (needs npm)
	$(BIN)/python -m tests.changes histories $(if $(SERVER),--server $(SERVER)) $(if $(KNOWN),--known) $(DOCUMENTS)

soak: $(DEV) ## Make CALLS=10000 calls on threads and tasks to a server that misbehaves by SEED=1, over TRANSPORT=aiohttp
	$(BIN)/python -m tests.soak $(if $(CALLS),--calls $(CALLS)) $(if $(SEED),--seed $(SEED)) $(if $(TRANSPORT),--transport $(TRANSPORT))

corpus: $(DEV) ## Try public documents, DOCUMENTS="stripe slack" or all; fetches them (needs npm)
	$(BIN)/python -m tests.corpus $(if $(AGAIN),--again) $(DOCUMENTS)

# Both locks hold for every Python and system that pyproject.toml names; neither names an index.
COMPILE := pip compile --quiet --no-config --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock: $(READY) ## Bring the locks in step with the ranges of pyproject.toml; UPGRADE=1 takes the newest
	$(PIP) 'uv>=0.9,<1'
	$(BIN)/uv $(COMPILE) $(if $(UPGRADE),--upgrade) --extra dev --group build --output-file requirements-dev.lock pyproject.toml
	$(BIN)/uv $(COMPILE) --upgrade --group build --constraint requirements-dev.lock --output-file requirements.lock pyproject.toml

pages: $(DEV) ## Rewrite what the pages of docs/ show of commands, and the picture of the README
	$(BIN)/python -m tests.docs

docs: $(READY) ## Build the site of docs/ in build/site, and check every link (installs zensical)
	$(PIP) --editable '.[docs]'
	$(BIN)/zensical build --strict

release: $(DEV) ## Build wheel and sdist in dist/, check them, and run the tutorial with them on each Python
	$(BIN)/python -m tests.packaging.release

clean: ## Remove the virtual environment and every cache
	rm -rf $(VENV) .cache build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
