# `make run` and `make test` are all a fresh machine needs. Python 3.11 or newer, and make.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

# An address in .env wins: it is the one Twilio reaches.
ifeq ($(shell grep -s "^PUBLIC_BASE_URL=." .env),)
export PUBLIC_BASE_URL ?= http://127.0.0.1:$(PORT)
endif
export BIND ?= 127.0.0.1:$(PORT)
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: run demo test check voice chaos bench lock screenshots format clean

## run: the whole app on the embedded default (make run demo=1 opens on a runner with history; PORT=8001 elsewhere)
run: export DEMO = $(if $(demo),1,0)
run: $(VENV)/.runtime
	@$(BIN)/python manage.py prepare --port $(PORT) $(if $(demo),--demo)
	@mkdir -p var/tmp
	@TMPDIR=$(CURDIR)/var/tmp exec $(BIN)/python -m config.running

demo:
	@$(MAKE) --no-print-directory run demo=1

## test: everything, on SQLite and, where they answer, on PostgreSQL and Redis too
test: $(VENV)/.dev
	@$(BIN)/python -m e2e.browsers
	@$(BIN)/python -m config.testing

## check: linters, types, floors, migrations, the API's schema, templates
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --file /dev/null
	$(BIN)/djlint templates --check --lint --quiet
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

## voice: the browser's client for the voice agent, from npm; only where there is a key for one
voice:
	@command -v npm >/dev/null || { echo "make voice needs npm. Without it the typed coach is there, and the telephone."; exit 2; }
	@config/voice.sh static/voice && echo "The voice client is in static/voice."

## chaos: the tests of faults at full length (CALLS=2000); a tenth of it is part of make test
chaos: export CALLS ?= 2000
chaos: $(VENV)/.dev
	@$(BIN)/python -m config.testing calls/tests/chaos -s -n 0

## bench: speed as ratios in one run
bench: $(VENV)/.dev
	$(BIN)/python -m bench

## screenshots: the two pictures of the README
screenshots: $(VENV)/.dev
	$(BIN)/python -m e2e.screenshots

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.runtime
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) var

# uv is quick; where it cannot be had, pip reads the same pinned files.
install = $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes $(1) || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes $(1)

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Second Wind needs Python 3.11 or newer: make PYTHON=python3.12 run"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment here. On Debian: apt install python3-venv"; exit 2; }
	@$(BIN)/pip install --quiet --disable-pip-version-check uv==0.13.9 || echo "uv is not to be had; pip does it, more slowly."
	@touch $@

$(VENV)/.runtime: requirements.txt | $(VENV)/.made
	@echo "Installing what Second Wind needs..."
	@$(call install,-r requirements.txt)
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(VENV)/.runtime
	@$(call install,-r requirements-dev.txt)
	@touch $@
