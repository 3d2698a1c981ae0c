# Two commands do everything: `make run` and `make test`. Both create the environment they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format build mutate bench validate-package validate-citation lock clean

run: $(VENV)/.runtime
	$(BIN)/python -m dashboard

test: $(VENV)/.development
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m datasets check
	$(BIN)/python -m datasets build --check
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.runtime
	$(BIN)/python -m datasets check

build: $(VENV)/.runtime
	$(BIN)/python -m datasets build

format: $(VENV)/.development
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

mutate: $(VENV)/.development
	$(BIN)/python -m tests.mutation --count 10000 --seed 1

bench: $(VENV)/.development build/benchmarks/dash/.ready
	$(BIN)/python -m benchmarks

# Dash, only to compare with, stays out of our own environment.
build/benchmarks/dash/.ready: benchmarks/requirements.txt
	$(PYTHON) -m venv build/benchmarks/dash
	build/benchmarks/dash/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements.txt
	touch $@

# frictionless depends on a package called validators, so it lives apart and runs elsewhere.
validate-package: build/frictionless/.ready
	cd build/frictionless && bin/frictionless validate $(CURDIR)/datasets/datapackage.json

build/frictionless/.ready:
	$(PYTHON) -m venv build/frictionless
	build/frictionless/bin/python -m pip install --quiet --disable-pip-version-check 'frictionless>=5.20,<6'
	touch $@

validate-citation: build/cffconvert/.ready
	build/cffconvert/bin/cffconvert --validate -i CITATION.cff

build/cffconvert/.ready:
	$(PYTHON) -m venv build/cffconvert
	build/cffconvert/bin/python -m pip install --quiet --disable-pip-version-check 'cffconvert>=2,<3'
	touch $@

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) build

$(VENV)/.runtime: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/.development: requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $(VENV)/.runtime $@
