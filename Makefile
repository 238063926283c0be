# Everything happens in .venv, which the first target that needs it makes. A file in .venv whose name starts with
# "has-" says what has been installed, so a second call costs nothing until a requirements file changes.

SHELL := /bin/sh
BIN := .venv/bin
NODE := $(BIN)/node
BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome
TSC := $(NODE) node_modules/typescript/bin/tsc
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
APT_INSTALL = command -v apt-get && $(SUDO) apt-get update -qq && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

# python3 if it is new enough, else the newest that is; PYTHON=... on the command line chooses another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && echo $$python && break; done)

# Three processes for two cores: some tests wait, for a server that lets a connection stall or for pip. Tests in the browser
# come last.
PYTEST := $(BIN)/python -m pytest -n 3 --dist loadgroup --no-loadscope-reorder

CHECKS := check-format check-lint check-types-python check-types-javascript check-layers check-dockerfile

.PHONY: hashes sbom audit help install run test check $(CHECKS) format bench browser browsers clean

help:
	@echo "make run      start the dashboard on http://127.0.0.1:8050 (HOST and PORT change that)"
	@echo "make test     install what the tests need and run them (ARGS='tests/core -x' is passed on to pytest)"
	@echo "make check    formatting, lint and types of Python and JavaScript, layers, Dockerfile"
	@echo "make format   format the code of both languages"
	@echo "make hashes   write requirements-hashes.txt anew, after a change of requirements.txt"
	@echo "make sbom     write sbom.cdx.json, the list of all libraries that are served or run (CycloneDX)"
	@echo "make audit    ask whether vulnerabilities of these are known"
	@echo "make browsers visit every page in Firefox and in WebKit too (ARGS='webkit odds' chooses)"
	@echo "make bench    measure the speed against references"
	@echo "make install  what 'make run' needs, without starting anything"
	@echo "make clean    remove .venv, node_modules and caches"

install: .venv/has-runtime

run: .venv/has-runtime
	@exec $(BIN)/python app.py

test: .venv/has-development browser .venv/has-proxies
	@$(NODE) --import ./tests/js/english.mjs --test --test-reporter=dot "tests/js/**/*.test.mjs"
	@$(PYTEST) $(ARGS)

check: $(CHECKS)

check-format: .venv/has-development node_modules/.package-lock.json
	$(BIN)/ruff format --check .
	$(BIOME) format

check-lint: .venv/has-development node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIOME) lint --error-on-warnings

check-types-python: .venv/has-development
	$(BIN)/mypy

check-types-javascript: node_modules/.package-lock.json
	$(TSC)
	$(TSC) --project tests/js

check-layers: .venv/has-development
	$(BIN)/lint-imports

check-dockerfile: .venv/has-development
	@if [ -x $(BIN)/hadolint ]; then echo $(BIN)/hadolint Dockerfile; $(BIN)/hadolint Dockerfile; fi

format: .venv/has-development node_modules/.package-lock.json
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIOME) format --write
	$(BIOME) lint --write --error-on-warnings

# uv knows every file of a package on every platform.
hashes: .venv/has-development
	@$(BIN)/uv pip compile requirements.txt --generate-hashes --universal --python-version 3.11 --no-header --no-annotate \
		--quiet --output-file requirements-hashes.txt
	@sed -i '1i # Every file of every package in requirements.txt by its hash, for the image. Made by: make hashes' \
		requirements-hashes.txt

# uv knows which package brings which; what lies in assets/vendor is told by hand. Its project is a folder of a moment.
SBOM_PROJECT := .venv/sbom
JOIN := import json, sys; bom, vendored = (json.load(open(name)) for name in sys.argv[1:3]); \
	bom["components"] += vendored["components"]; json.dump(bom, open(sys.argv[3], "w"), indent=1)
sbom: .venv/has-development
	@rm -rf $(SBOM_PROJECT) && mkdir -p $(SBOM_PROJECT)
	@sed -n '/^\[project\]/,/^requires-python/p' pyproject.toml >$(SBOM_PROJECT)/pyproject.toml
	@$(BIN)/uv add --quiet --no-sync --project $(SBOM_PROJECT) --requirements requirements.txt
	@$(BIN)/uv export --quiet --frozen --preview --project $(SBOM_PROJECT) --format cyclonedx1.5 \
		--output-file $(SBOM_PROJECT)/python.cdx.json >/dev/null
	@$(BIN)/python -c '$(JOIN)' $(SBOM_PROJECT)/python.cdx.json docs/hosting/vendored.cdx.json sbom.cdx.json
	@rm -rf $(SBOM_PROJECT) && echo "Written: sbom.cdx.json"

# pip-audit lives outside of .venv: nothing that is served or tested needs it. What could not be asked is said, and is no
# failure; a vulnerability that is known is one.
AUDIT := $(BIN)/uv tool run --quiet pip-audit==2.10.1 --disable-pip --require-hashes --progress-spinner off
audit: .venv/has-development
	@found=0; $(AUDIT) --requirement requirements-hashes.txt >.venv/audit.txt 2>&1 || found=$$?; \
	if grep -q '^Found [0-9]* known vulnerabilit' .venv/audit.txt; then cat .venv/audit.txt; exit 1; \
	elif [ $$found -ne 0 ] || grep -q 'could not be audited' .venv/audit.txt; then \
		tail -n 2 .venv/audit.txt; \
		echo "NOT AUDITED: the data on vulnerabilities cannot be reached from here, for some package or for all."; \
	else cat .venv/audit.txt; fi

bench: .venv/has-development browser
	@$(BIN)/python -m bench $(ARGS)

# Debian's packages of the proxies are unpacked, not installed: as services they would take this machine's port 80. Where
# there is no apt-get, the tests of the proxies need caddy and nginx on the PATH and are left out without them.
.venv/has-proxies: .venv/has-python
	@mkdir -p .venv/proxies
	@if command -v apt-get >/dev/null && command -v dpkg >/dev/null; then \
		echo "Unpacking the proxies"; \
		{ cd .venv/proxies && $(SUDO) apt-get update -qq && apt-get download -qq caddy nginx && \
			for package in *.deb; do dpkg -x $$package .; done; rm -f *.deb; } >/dev/null 2>&1 || true; \
	fi
	@touch $@

clean:
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/has-python:
	@if [ -z "$(PYTHON)" ]; then echo "nnviz needs Python 3.11 or newer, and none was found on the PATH." >&2; exit 1; fi
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { echo "nnviz needs Python 3.11 or newer: $(PYTHON) is older." >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(APT_INSTALL) python3-venv; } >/dev/null \
		|| { echo "$(PYTHON) lacks the module venv (Debian's package python3-venv): install it first." >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/has-runtime: .venv/has-python requirements.txt
	@echo "Installing what the dashboard needs"
	@$(PIP) install --requirement requirements.txt
	@touch $@

.venv/has-development: .venv/has-runtime requirements-dev.txt
	@echo "Installing what the tests and checks need"
	@$(PIP) install --requirement requirements-dev.txt
	@touch $@

# Node comes with the packages of Python; what checks the JavaScript comes from npm, as package-lock.json says, and npm
# itself writes the file that says so.
node_modules/.package-lock.json: .venv/has-development package.json package-lock.json
	@echo "Installing what checks the JavaScript"
	@$(BIN)/npm ci --silent || { echo "The checks of JavaScript need a few packages from npm (package.json), and npm could not" \
		"get them: see what \"$(BIN)/npm ci\" says. The tests need none of them: \"make test\"." >&2; exit 1; }
	@touch $@

# The browser tests drive Chromium or Chrome through chromedriver.
HAS_BROWSER = command -v chromedriver && { command -v chromium || command -v google-chrome || \
	test -d "/Applications/Google Chrome.app"; }

browser:
	@if ! { $(HAS_BROWSER); } >/dev/null 2>&1; then \
		echo "Installing Chromium and its driver"; \
		{ $(APT_INSTALL) chromium chromium-driver fonts-dejavu-core; } >/dev/null \
		|| { echo "The browser tests need Chromium (or Chrome) and chromedriver on the PATH, and apt-get could not" \
			"install them here. Install them by hand, or leave those tests out:" \
			"$(BIN)/python -m pytest --ignore=tests/web" >&2; exit 1; }; \
	fi

# What the tests drive is Chromium; the others are Debian's packages, which are no part of "make test".
HAS_OTHERS = { command -v firefox-esr || command -v firefox; } && command -v WebKitWebDriver && command -v Xvfb

browsers: .venv/has-development
	@if ! { $(HAS_OTHERS); } >/dev/null 2>&1; then \
		echo "Installing Firefox, WebKit and a screen that nobody sees"; \
		{ $(APT_INSTALL) firefox-esr webkit2gtk-driver xvfb fonts-dejavu-core; } >/dev/null \
		|| { echo "This needs firefox-esr, webkit2gtk-driver and xvfb, and apt-get could not install them here." >&2; exit 1; }; \
	fi
	@$(BIN)/python -m tests.browsers $(ARGS)
