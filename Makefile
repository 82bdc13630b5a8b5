# One command for each thing people do here. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= $(if $(filter Windows_NT,$(OS)),python,python3)
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(UPGRADE)

# Where the city's source texts lie; they are not in the repository.
SEEDS := $(or $(PLAN_GRAPH_SEEDS),../shared/seeds)
# Files of tests run side by side, one file in one process.
TOGETHER := --numprocesses auto --dist loadfile
# The tests that `make test` leaves out, since they need more than Python and make.
EXTRA := not browser and not engine and not office and not seeds
# Debian packages that the tests marked browser, engine and office need: a browser and its Japanese
# fonts, what reads a PDF, what opens workbooks and documents, a second SPARQL engine, and curl.
SYSTEM_DEPS := chromium fonts-morisawa-bizud-gothic fonts-noto-cjk poppler-utils libreoffice-calc \
	libreoffice-writer default-jdk-headless libapache-jena-java curl

.PHONY: help demo test check fmt build bench mutants lock third-party system-deps clean

help: ## この一覧 / this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1: \2/p' Makefile

demo: .venv/package ## 準備して、取組を表示し、マンダラを書く / set up, show the actions, write the mandala
	$(BIN)/plan-graph serves
	$(BIN)/plan-graph mandala -o mandala.html

test: .venv/dev ## 準備して、Python だけでできる試験 / set up and run the tests that need only Python
	$(BIN)/pytest $(TOGETHER) -m "$(EXTRA)"
	@echo "省いた試験 / left out: browser (Chromium), engine (Java, Apache Jena, curl), office (LibreOffice), seeds (PLAN_GRAPH_SEEDS)."
	@echo "すべて実行するには / to run them all: make system-deps && make check"

check: .venv/dev ## 書式・型・公開グラフ・全試験 / format, lint, types, the released graph and every test
	@test -d "$(SEEDS)" || { \
	echo "make check: 資料の本文が $(SEEDS) にありません。PLAN_GRAPH_SEEDS にその場所を設定してください。"; \
	echo "make check: the source texts are not in $(SEEDS); set PLAN_GRAPH_SEEDS to their folder."; \
	exit 1; } >&2
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/plan-graph build --check
	$(BIN)/plan-graph check
	$(BIN)/pytest $(TOGETHER) --cov

fmt: .venv/dev ## 書式を整える / format, and repair what the linter can
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

build: .venv/dev ## 配布物を dist/ に作る / make the wheel and the source archive in dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation

bench: .venv/dev ## 速さを測る / measure speed
	$(BIN)/python benchmarks/run.py

mutants: .venv/dev ## 試験が誤りに気づくか / does a test notice each planted fault?
	$(BIN)/python tests/mutants.py

lock: .venv/dev ## 依存を固定（UPGRADE=-U で更新） / lock the dependencies; UPGRADE=-U takes newer ones
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) -c requirements.lock --group build -o requirements-build.lock
	$(LOCK) -c requirements.lock -c requirements-build.lock pyproject.toml --group dev -o requirements-dev.lock

third-party: .venv/dev ## 依存の一覧を作る / write THIRD_PARTY.md from what the lock installed
	$(BIN)/python docs/third_party.py

system-deps: ## 試験用のシステム部品（apt） / install by apt what the other tests need
	$(if $(SYSTEM_DEPS),apt-get update && apt-get install -y --no-install-recommends $(SYSTEM_DEPS),\
	@echo "追加で必要なものはありません / no system package is needed so far")

clean: ## 作ったものを消す / remove what the other targets made
	rm -rf mandala.html .venv dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The environment, in three stamps, so that each is made again only when what it stands on changes.
.venv/locked: requirements.lock requirements-build.lock
	@$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed: make PYTHON=python3.12' if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv --clear .venv
	$(PIP) --require-hashes --only-binary :all: -r requirements.lock -r requirements-build.lock
	@touch $@

.venv/package: pyproject.toml .venv/locked
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/locked | .venv/package
	$(PIP) --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@
