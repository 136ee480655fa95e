# untp-sim: two commands for a newcomer, make run and make test.

SWIFT ?= swift
PYTHON ?= python3
VENV := .build/python-venv
RELEASE := .build/release/untp-sim
# The standard library is linked into release builds where the toolchain brings it: a run takes a fifth less time.
STATIC := $(if $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static/linux/libswiftCore.a),--static-swift-stdlib)
# Workers free much that another thread allocated, for which the C library's allocator has the two wait for each other:
# with jemalloc a run on two threads takes a tenth less time, and its results are the same.
JEMALLOC = $(if $(shell ls /usr/lib/*/libjemalloc.so /usr/lib*/libjemalloc.so 2> /dev/null),-Xlinker -ljemalloc)
BUILD_RELEASE = $(SWIFT) build -c release --quiet $(STATIC) $(JEMALLOC)
# Tests are built with optimisation, which takes a few minutes and saves more when they run, and with all assertions.
TESTABLE := -c release --scratch-path .build/tests -Xswiftc -enable-testing -Xswiftc -assert-config -Xswiftc Debug
SOURCES := Sources Tests Package.swift

# The pilots of which Reports/ holds a reference report.
PILOTS := copper crm conforming cotton eudr cbam greenwashing palm-oil

define compare-reports
	@for pilot in $(PILOTS); do \
		$(1) run Scenarios/pilots/$$pilot.yaml --out .build/reports/$$pilot > /dev/null 2>&1 || exit 1; \
		cmp .build/reports/$$pilot/report.json Reports/$$pilot/report.json || \
			{ echo "the report on $$pilot differs; 'make reference' writes it anew after a change that is meant"; exit 1; }; \
	done
	@echo "All of these pilots give the reports under Reports/: $(PILOTS)"
endef

.PHONY: run test check-reports bench fuzz load format lint reference tools allocator peers

## Builds the simulator and rehearses the flagship pilot.
run: tools allocator
	@$(BUILD_RELEASE) --product untp-sim
	@$(RELEASE) run Scenarios/pilots/crm.yaml

## Runs all tests, with the Python packages that some of them compare with, and then all pilots.
test: tools peers
	@$(SWIFT) build $(TESTABLE) --build-tests --quiet
	@$(SWIFT) test $(TESTABLE) --skip-build
	$(call compare-reports,.build/tests/release/untp-sim)

## Rehearses the pilots and compares their reports with those under Reports/, byte for byte.
check-reports: tools allocator
	@$(BUILD_RELEASE) --product untp-sim
	$(call compare-reports,$(RELEASE))

## Measures what the design promises of speed and memory, as ratios.
bench: tools allocator
	@$(BUILD_RELEASE) --product Benchmarks
	@.build/release/Benchmarks

## Sends 100,000 requests to a served scenario that nobody should send.
fuzz: tools allocator
	@$(BUILD_RELEASE) --product untp-sim
	@$(PYTHON) Tests/Serving/fuzz.py $(RELEASE) --requests 100000

## Asks a served scenario 500 times a second for a minute.
load: tools allocator
	@$(BUILD_RELEASE) --product untp-sim
	@$(PYTHON) Tests/Serving/load.py $(RELEASE) --rate 500 --seconds 60

## Writes the reference reports anew.
reference: tools allocator
	@$(BUILD_RELEASE) --product untp-sim
	@for pilot in $(PILOTS); do \
		$(RELEASE) run Scenarios/pilots/$$pilot.yaml --out .build/reports/$$pilot > /dev/null 2>&1 || exit 1; \
		mkdir -p Reports/$$pilot; \
		cp .build/reports/$$pilot/report.json .build/reports/$$pilot/report.md .build/reports/$$pilot/measures.csv \
			Reports/$$pilot/; \
	done
	@cp .build/reports/crm/report.html Reports/crm/

format:
	@$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	@$(SWIFT) format lint --strict --recursive $(SOURCES)
	@! grep -rnE 'Task\.sleep|Task\.detached|DispatchQueue|[^A-Za-z]Date\(\)|UUID\(\)|SystemRandomNumberGenerator|\.random\(|shuffled\(\)' \
		Sources --include='*.swift' --exclude-dir=untp-sim --exclude-dir=Benchmarks \
		|| (echo "time and chance come from the simulation only" && false)

# The C library that Swift's own tools don't bring.
tools:
	@[ -e /usr/include/zlib.h ] || [ "$$(uname)" = Darwin ] || \
		(echo "installing zlib1g-dev" && apt-get update -qq && apt-get install -qq -y zlib1g-dev > /dev/null)

# The allocator that release builds are linked with; without it they are slower, and do as well.
allocator: tools
	@[ -n "$(JEMALLOC)" ] || [ "$$(uname)" = Darwin ] || \
		(echo "installing libjemalloc-dev" && \
			(apt-get update -qq && apt-get install -qq -y libjemalloc-dev) > /dev/null 2>&1) || \
		echo "no libjemalloc-dev: release builds use the C library's allocator"

# Independent implementations to compare with; tests that need them are skipped without.
peers:
	@[ -x $(VENV)/bin/python ] || $(PYTHON) -m venv $(VENV) || true
	@$(VENV)/bin/python -c 'import cryptography, joserfc, jsonschema, pyld, rfc3339_validator, stdnum' 2> /dev/null || \
		$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check \
			cryptography joserfc jsonschema pyld python-stdnum rfc3339-validator || \
		echo "no Python packages to compare with: the tests that need them are skipped"
