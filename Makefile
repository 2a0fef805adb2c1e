# The whole workflow. `make run` and `make test` need Python 3.11 and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LIBRARY ?= library
BENCH := .venv-bench

.DEFAULT_GOAL := help
.PHONY: help install run test check format lint types bench screenshots clean

help: ## This list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

$(VENV)/.installed: requirements.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "Chuchu needs Python 3.11; say which: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -r requirements.txt -c constraints.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(PIP) install -r requirements-dev.txt -c constraints.txt
	@touch $@

install: $(VENV)/.installed ## The environment alone, in .venv

$(LIBRARY)/.sample: | $(VENV)/.installed
	$(BIN)/python -m qa add corpus/sample --library $(LIBRARY)
	@touch $@

run: $(VENV)/.installed $(LIBRARY)/.sample ## Install, build the sample library, open the web page
	$(BIN)/python -m qa serve --library $(LIBRARY)

# Two processes of one thread each, whose threads would wait for each other. Whole ways and pages have
# both cores to themselves: beside others they come too late for those who ask, and no lines of
# theirs are counted, which would take them half as long again.
test: $(VENV)/.installed-dev ## Install, run every test
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadfile \
		--ignore tests/integration --ignore tests/browser --cov --cov-report=term
	$(BIN)/python -m pytest tests/integration tests/browser

format: $(VENV)/.installed-dev ## Write every file in our format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/.installed-dev ## Format and lint, nothing changed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev ## mypy, strict
	$(BIN)/mypy

check: lint types test ## The one gate: format, lint, types, tests

$(BENCH)/.installed: benchmarks/requirements.txt
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check install -r benchmarks/requirements.txt
	@touch $@

bench: $(VENV)/.installed $(BENCH)/.installed ## Measure speed, beside what others would write: ten minutes
	$(BIN)/python -m benchmarks --frameworks $(BENCH)/bin/python $(WITH)

screenshots: $(VENV)/.installed-dev ## README's picture of the page, taken from the sample library
	$(BIN)/python -m tests.browser.screenshots docs/page.png

clean: ## Remove the environment and what was derived; libraries stay
	rm -rf $(VENV) $(BENCH) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
