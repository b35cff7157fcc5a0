# kmzero: everything a person types. Needs Python >= 3.11, make and git; nothing else.
PYTHON ?= python3
COMPANY ?= biomed-padana# whose employee `make chat` is; empty for a guest
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install --no-compile
COMPILE := $(BIN)/python -m compileall -qq -j 0 -x '/tests/' .venv/lib || true# what pip compiles too, but for the tests of others

export PYTHONDONTWRITEBYTECODE :=# whatever a container says: tests start many processes, and each would read all code anew

.PHONY: help install chat run web test test-browser soak-short soak attack check format lock clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

install: .venv/installed ## make .venv/bin/kmzero

chat: .venv/installed ## talk to the bot in this terminal
	@$(BIN)/kmzero chat $(if $(COMPANY),--company $(COMPANY))

run: .venv/installed ## the bot on Telegram (needs a token: see config.example.yaml)
	@$(BIN)/kmzero run

web: .venv/installed ## the pages of the demonstration, on this machine, with links for every role
	@test -f kmzero-web-demo.db || $(BIN)/kmzero --config /dev/null demo-data --months 7 --database kmzero-web-demo.db
	@$(BIN)/kmzero web --demo

test: .venv/developed ## every test; a part of them: make test T=tests/bot/vouchers
	@$(BIN)/pytest -q $(or $(T),-n auto --dist worksteal)

test-browser: .venv/developed ## the web pages in a real browser (needs Debian's chromium-headless-shell; minutes)
	@$(BIN)/pytest -q -n auto --browser chromium tests/handlers/web/browser

soak-short: .venv/developed ## crashes, floods and outages, small (less than six minutes)
	@$(BIN)/python -m tests.soak --short

soak: .venv/developed ## crashes, floods and outages at full size (less than twenty minutes)
	@$(BIN)/python -m tests.soak

attack: .venv/developed ## the reports of a thousand companies, and evaluations, attacked (about ten minutes)
	@$(BIN)/python -m tests.soak.reports_attacked

check: .venv/developed ## style, types, and the shipped knowledge
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/kmzero check --level error

format: .venv/developed ## mend the style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: .venv/developed ## renew the locked versions of every dependency, with their hashes
	@$(BIN)/python -m pip --quiet install uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes --no-header pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --group dev --generate-hashes --no-header pyproject.toml -o requirements-dev.lock

clean: ## forget the environment
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kmzero needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Preparing the environment (once, about a minute)…"
	@$(PIP) -r requirements.lock
	@$(PIP) --no-deps -e .
	@$(BIN)/python -m pip -qq uninstall -y setuptools # comes with Python 3.11, and nothing needs it
	@$(COMPILE)
	@echo "Teaching it the library of needs (once, about twenty seconds)…"
	@$(BIN)/python -m bot.understanding.learning.once
	@touch $@

.venv/developed: requirements-dev.lock .venv/installed
	@$(PIP) -r requirements-dev.lock
	@$(COMPILE)
	@touch $@
