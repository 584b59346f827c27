# Everything one can do here; each target sets up what it needs in .venv, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# -qq: only errors; progress bars and notices of pip say nothing about Accord.
INSTALL := $(BIN)/pip install -qq --disable-pip-version-check -c constraints.txt -e

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check quality bench fix pins clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)$$/make \1|\2/p' Makefile | while IFS='|' read -r name what; do printf '%-14s%s\n' "$$name" "$$what"; done

demo: $(VENV)/.run ## compare the founding pair and name the report
	$(BIN)/accord demo

test: $(VENV)/.dev ## run the tests
	$(BIN)/pytest

check: $(VENV)/.dev ## format, lint, types, rooms, lexicon, docs, then the tests: what must pass before a change goes in
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/accord lexicon check
	$(BIN)/pytest tests/docs -q
	$(BIN)/pytest -n auto --ignore=tests/docs

quality: $(VENV)/.dev ## measure how well it reads and compares, against the gold (ARGS=--errors)
	$(BIN)/python bench/quality.py $(ARGS)

bench: $(VENV)/.bench ## measure how fast it is, against spaCy, and whether a parser reads better (ARGS=--quick)
	$(BIN)/python bench/speed.py $(ARGS)
	$(if $(filter --profile,$(ARGS)),,$(BIN)/python bench/dependency.py $(ARGS))

fix: $(VENV)/.dev ## format, and mend what the linter can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

pins: ## take the newest versions of everything into constraints.txt
	rm -rf build/pins
	$(PYTHON) -m venv build/pins
	build/pins/bin/pip install -qq --disable-pip-version-check -e '.[dev,bench]'
	{ echo '# The versions that are tested, on Python 3.11; made by "make pins".'; \
	  build/pins/bin/pip --disable-pip-version-check list --format=freeze --exclude-editable --exclude pip --exclude setuptools; \
	} > build/constraints.txt
	mv build/constraints.txt constraints.txt
	rm -rf build/pins

clean: ## remove everything that can be made again
	rm -rf $(VENV) build dist out .hypothesis .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The set-up. Order-only, since pip's own date says nothing.
$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'Setting up $(VENV), once ...'
	@$(INSTALL) .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'Setting up $(VENV) with the tools of development, once ...'
	@$(INSTALL) '.[dev]'
	@touch $(VENV)/.run $@

$(VENV)/.bench: pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'Setting up $(VENV) with the peers to measure against, once ...'
	@$(INSTALL) '.[bench]'
	@touch $(VENV)/.run $@
