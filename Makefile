# Two commands do everything: `make run` and `make test`. Both create the environment they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-long check format build mutate bench validate-package validate-citation \
	audit sbom lock clean

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

# With what is worth its time only now and then: a thousand sessions, every table missing in turn,
# the steps of the container.
test-long: export TUMEN_LONG = 1
test-long: test

check: $(VENV)/.runtime
	$(BIN)/python -m datasets check

build: $(VENV)/.runtime
	$(BIN)/python -m datasets build

format: $(VENV)/.development
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

mutate: $(VENV)/.development
	$(BIN)/python -m tests.mutation --count 10000 --seed 1

bench: $(VENV)/.development build/runtime/.ready build/benchmarks/dash/.ready
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

# Known vulnerabilities of the locked versions. It asks the advisory service of the package index,
# and fails too when a package could not be checked.
audit: build/audit/.ready
	build/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock

build/audit/.ready:
	$(PYTHON) -m venv build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.9,<3'
	touch $@

# A bill of materials of what runs: an environment with nothing else, described by CycloneDX.
sbom: build/sbom.json

build/sbom.json: build/sbom/.ready build/runtime/.ready pyproject.toml
	build/sbom/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type application \
		--output-reproducible --of JSON -o $@ build/runtime

build/sbom/.ready:
	$(PYTHON) -m venv build/sbom
	build/sbom/bin/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=7,<8'
	touch $@

build/runtime/.ready: requirements.lock
	rm -rf build/runtime
	$(PYTHON) -m venv --without-pip build/runtime
	$(PYTHON) -m pip --python build/runtime/bin/python install --quiet --disable-pip-version-check \
		--require-hashes --only-binary :all: -r requirements.lock
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
