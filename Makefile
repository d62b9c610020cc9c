# What a person types: make demo, make test, make lint, make bench, make nightly.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test nightly lint types bench clean

demo: .venv/cables
	$(BIN)/cables index sample/cable sample/text -a cables.archive
	@echo
	$(BIN)/cables search 'harbor loan' -n 2
	@echo
	$(BIN)/cables search 'tag:EFIS date:2005..2007' -n 2
	@echo
	$(BIN)/cables batch sample/queries.txt -f csv -n 1 | cut -c 1-100
	@echo
	@echo "Now type: $(BIN)/cables search 'your words'"

test: lint types
	$(BIN)/pytest -q -n auto

# The engines asked the same twenty thousand queries; twenty minutes or so.
nightly: .venv/test
	CABLES_PAIRS=20000 $(BIN)/pytest -q -n auto tests/test_agreement.py tests/test_tantivy_agreement.py

lint: .venv/test
	$(BIN)/ruff check

types: .venv/test
	$(BIN)/mypy

bench: .venv/test
	$(BIN)/python -m benchmarks.reading

clean:
	rm -rf .venv cables.archive build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/cables: .venv/bin/python setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/test: .venv/bin/python setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/cables
