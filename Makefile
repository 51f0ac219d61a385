# Two commands: `make run` sets up and starts everything, `make test` sets up what tests need and runs all of them.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash
.DEFAULT_GOAL := run
.PHONY: setup run test lint soak bench browser clean

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make run PYTHON=python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/uv.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $@

setup: .venv/ready
	$(BIN)/litink setup

run: .venv/ready
	@exec $(BIN)/litink up

browser: .venv/ready
	@$(BIN)/python -m tests.browser

test: .venv/ready browser
	$(BIN)/litink setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/pyright && $(BIN)/lint-imports

soak: .venv/ready
	$(BIN)/python -m tests.faults.soak --seeds $(or $(SEEDS),200)

bench: setup
	$(BIN)/litink bench all

lock: .venv/ready
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements.lock

clean:
	rm -rf .venv .web .web.lock .pytest_cache .ruff_cache
