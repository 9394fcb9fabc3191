# What a newcomer types. `make` makes .venv itself; a second run starts at once.
#
#   make demo    read the example pages and print the record of them
#   make serve   the same pages in a browser, with all that briefs and exports can need
#   make test    run all tests
#   make check   style, types, import rules
#   make bench   measure accuracy and speed
#   make docs    write docs/records.md anew from the structs
#   make clean   remove what make and the tools made
#
# Another Python: make demo PYTHON=/path/to/python3.12. More test processes: make test JOBS=4.

VENV    := .venv
BIN     := $(VENV)/bin
PYTHON  ?=
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3
JOBS    ?= 2
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet
PINNED  := --constraint constraints.txt --build-constraint constraints.txt

.PHONY: demo serve test check bench docs clean

demo: $(VENV)/.kawat
	@$(BIN)/kawat demo

serve: $(VENV)/.all
	@$(BIN)/kawat serve --sample

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n $(JOBS)

check: $(VENV)/.dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy --strict
	@$(BIN)/python -m pytest tests/surface

bench: $(VENV)/.dev
	@$(BIN)/python -m bench $(BENCH)

docs: $(VENV)/.dev
	@$(BIN)/python tools/make_docs.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find src tests bench tools -name __pycache__ -prune -exec rm -rf {} +

# The first of PYTHONS that runs and is new enough. The pip of old Pythons knows neither groups nor build
# constraints, so pip itself comes first.
$(VENV)/.pip:
	@for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "making $(VENV) with $$python" >&2; \
	  "$$python" -m venv $(VENV) || { echo "python's venv module is needed (Debian: python3-venv)" >&2; exit 1; }; \
	  $(PIP) install --constraint constraints.txt pip && touch $@; exit; \
	done; \
	echo "Kawat needs Python 3.11 or later. Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1

$(VENV)/.kawat: $(VENV)/.pip pyproject.toml constraints.txt
	@echo "installing Kawat into $(VENV)" >&2
	@$(PIP) install $(PINNED) --editable .
	@touch $@

$(VENV)/.all: $(VENV)/.kawat
	@echo "installing what briefs and exports need into $(VENV)" >&2
	@$(PIP) install $(PINNED) --editable '.[all]'
	@touch $@

$(VENV)/.dev: $(VENV)/.kawat
	@echo "installing the tools of developers into $(VENV)" >&2
	@$(PIP) install $(PINNED) --group dev
	@touch $@
