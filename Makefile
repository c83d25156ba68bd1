# Two commands: `make demo` reads the examples, `make test` passes the tests.
# Both set up .venv first; nothing but Python 3.11 or newer (with venv) and make is needed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test lint bench model clean

demo: .venv/ready-run
	$(BIN)/sayso read examples/summary examples/harbour

test: lint
	$(BIN)/python -m pytest

lint: .venv/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready-bench
	$(BIN)/python -m benchmarks

model:
	$(MAKE) -C training model

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/ready-run: .venv/bin/python pyproject.toml requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/ready-test: .venv/ready-run requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

.venv/ready-bench: .venv/ready-test requirements/bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	touch $@

clean:
	rm -rf .venv build dist
