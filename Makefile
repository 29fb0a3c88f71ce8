# One command surface. `make demo` sets up and shows the library at work; `make test` sets up and runs the tests.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PARALLEL := -n logical --maxprocesses 4 --dist loadscope --no-loadscope-reorder
TESTS ?=

unexport PYTHONDONTWRITEBYTECODE # or all of the library is compiled at each start of a process

.DEFAULT_GOAL := help
.PHONY: help demo test engines check lint types wheel pages bench bench-full clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

demo: $(VENV)/core ## set up, read a sample article, say who stood with whom
	@$(BIN)/afgraph demo

test: $(VENV)/dev ## set up, run all tests, the documentation's examples among them
	@$(BIN)/pytest -q $(PARALLEL) $(TESTS)

engines: $(VENV)/engines ## set up ladybug, FalkorDB, Spark and Dask, which their tests run for real (Spark needs Java)

check: lint types ## all gates but the tests

lint: $(VENV)/dev ## style, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/dev ## static types of code and tests
	$(BIN)/mypy

wheel: $(VENV)/dev ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

pages: $(VENV)/core ## write what is made from the packs: counts in README.md and docs/reference/packs.md
	$(BIN)/python tools/pack_stats.py

bench: $(VENV)/dev ## all benchmarks on short lists, beside their peers, into one file (minutes; more with AFGRAPH_DATA)
	$(BIN)/python benchmarks/run.py

bench-full: $(VENV)/dev ## the same on long lists (an hour or more, some GB)
	$(BIN)/python benchmarks/run.py --full

clean: ## remove what the commands above made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis afgraph-demo.html

$(VENV)/python:
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/core: $(VENV)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: $(VENV)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/core

$(VENV)/engines: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[engines]'
	@touch $@
