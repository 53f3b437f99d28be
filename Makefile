# Two commands do everything: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKSPACE ?= workspace
SERVE ?= 1
PORT ?= 8000
UV := $(shell command -v uv 2>/dev/null || echo $(BIN)/uv)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types contracts units reference benchmark lock clean

help:  ## say what each command does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' | awk -F'|' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(VENV)/ready  ## make the environment in .venv, with pinned and hashed packages

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Traitdunion needs Python 3.11 or newer; this is %d.%d. Run: make PYTHON=python3.11 ..." % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements/dev.txt requirements/uv.txt pyproject.toml | $(BIN)/python
	@command -v uv >/dev/null 2>&1 || test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/uv.txt
	@echo "Setting up .venv (pinned packages, checked by hash) ..."
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements/dev.txt
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m traitdunion.methods.compiled
	@touch $@

demo: setup  ## walk the whole route on the built-in Belgian ecosystem and open it on 127.0.0.1:8000 (SERVE=0 does not serve)
	@$(BIN)/traitdunion demo --workspace $(WORKSPACE) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve,)

test: lint types contracts units  ## lint, types, contracts, tests

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

contracts: setup
	@$(BIN)/lint-imports --no-cache

units: setup
	@$(BIN)/python -m pytest -n 2 --dist worksteal

reference: setup  ## the tests against published numbers; the last line counts those reproduced
	@$(BIN)/python -m pytest tests/reference

benchmark: setup  ## rows per second for load, seconds for each verb at 500, 2,200 and 50,000 organizations
	@$(BIN)/python benchmarks/route.py

lock: setup  ## renew the pinned versions
	@$(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --output-file requirements/core.txt
	@$(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --extra text --group dev --output-file requirements/dev.txt
	@echo uv | $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet - --output-file requirements/uv.txt

clean:  ## remove the environment and caches (never a workspace)
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
