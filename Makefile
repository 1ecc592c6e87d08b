# Two commands: `make run` serves the site, `make test` checks everything.
# Needs Python 3.11+, Node 20+ with npm, git and make; nothing is installed outside this folder.

PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
PACKAGES := node_modules/.installed
SOURCES := $(shell find lms lessons media quizzes templates -type f -not -name '*.pyc')
DEMO_ENV = DEMO=1 SITE_URL=http://127.0.0.1:$(PORT)

.PHONY: run test test-postgres check browser-tools bench fuzz film lock messages clean

run: var/.ready-$(PORT)
	@cat $<
	@$(DEMO_ENV) exec $(BIN)/granian --interface wsgi --workers 2 --blocking-threads 8 \
		--workers-kill-timeout 3 --host 127.0.0.1 --port $(PORT) --no-ws --log-level error lms.wsgi:application

var/.ready-$(PORT): $(RUNTIME) $(PACKAGES) $(SOURCES)
	@echo "→ Preparing database, content and static files (about a minute the first time)"
	@mkdir -p var && rm -f var/.ready-*
	@$(DEMO_ENV) $(BIN)/python manage.py set_up
	@$(DEMO_ENV) $(BIN)/python manage.py show_addresses > $@.new && mv $@.new $@

$(VENV)/bin/python:
	@echo "→ Creating $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(RUNTIME): $(VENV)/bin/python requirements.txt
	@echo "→ Installing the hash-pinned Python packages"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(DEVELOPMENT): $(RUNTIME) requirements-dev.txt
	@echo "→ Installing what the tests need"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(PACKAGES): package.json package-lock.json .npmrc
	@echo "→ Installing fonts and browser-test tools with npm"
	@npm ci --silent --no-progress
	@touch $@

browser-tools: $(DEVELOPMENT) $(PACKAGES)
	@sh tests/system_packages.sh

check: $(DEVELOPMENT)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

test: browser-tools check
	$(BIN)/python -X dev -m pytest -n 2 --dist loadfile

test-postgres: browser-tools
	$(BIN)/python -m tests.with_postgres $(BIN)/python -X dev -m pytest -n 2 --dist loadfile

bench: $(DEVELOPMENT) $(PACKAGES)
	$(BIN)/python -m tests.bench

# A million broken H5P packages, about half an hour; a failure names the seed that makes it again.
fuzz: $(DEVELOPMENT)
	$(BIN)/python -m tests.media.h5p.fuzz --evil
	$(BIN)/python -m tests.media.h5p.fuzz --seed "$$(date +%F)"

# The animation of media/starter/films, its poster and captions, drawn from its story: half a minute.
film: $(DEVELOPMENT) $(PACKAGES)
	$(BIN)/python -m media.explainer

# Locks hold on Python 3.11 to 3.13, with hashes and without addresses.
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header
lock: $(DEVELOPMENT)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --extra postgres --extra redis --extra s3 --extra video \
		--constraint requirements.txt --output-file requirements-dev.txt

# Hungarian and Ukrainian hold what is translated and nothing else (lms/settings).
LOCALES = --locale en --locale ro --locale hu --locale uk
messages: $(DEVELOPMENT)
	@mkdir -p lms/locale
	DEMO=1 $(BIN)/python manage.py makemessages $(LOCALES) --no-wrap --no-obsolete \
		--extension html,txt,py,svg \
		--ignore 'tests/*' --ignore 'node_modules/*' --ignore 'var/*'
	@for language in hu uk; do catalogue=lms/locale/$$language/LC_MESSAGES/django.po; \
		msgattrib --force-po --translated --no-fuzzy --no-wrap $$catalogue -o $$catalogue; done
	DEMO=1 $(BIN)/python manage.py compilemessages $(LOCALES) --ignore '.venv/*' --ignore 'node_modules/*'

clean:
	rm -rf $(VENV) node_modules var
