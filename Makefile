# windlass. "make" lists the targets.
.DEFAULT_GOAL := help
GO ?= go
BIN := bin/windlass
# What demo and test need from Debian, where it is missing. PROGRAM:PACKAGE,PACKAGE…
DEMO_NEEDS := gcc:gcc,libc6-dev fusermount3:fuse3
TEST_NEEDS := $(DEMO_NEEDS) git:git python3:python3 sqlite3:sqlite3 fio:fio stress-ng:stress-ng setfattr:attr setfacl:acl
PJDFSTEST ?=

## help: list the targets
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## build: build bin/windlass and the link mount.windlass for mount(8)
build:
	CGO_ENABLED=0 $(GO) build -trimpath -o $(BIN) ./cmd/windlass
	@ln -sf windlass bin/mount.windlass

## demo: a compiler on a slow store, without and with a negative look-up cache in Python syntax
demo: need-demo build
	@examples/05-negative-lookup/demo.sh $(BIN)

## test: everything: generated files, format, vet, unit tests and real mounts under the race detector
test: need-test drift
	@unformatted=$$($(GO) tool gofumpt -l cmd xlator fops scripting examples integration); \
	if [ -n "$$unformatted" ]; then echo "not gofumpt-clean:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) test -race -timeout 25m ./...

## generate: write the files that derive from the table of fops
generate:
	$(GO) generate ./fops

# Generated files are committed; this fails if they are not what the table gives.
drift:
	$(GO) test ./fops/gen

## lint: run golangci-lint, which must be installed
lint:
	golangci-lint run ./...

## bench: benchmarks of the core, as input for benchstat
bench:
	$(GO) test -run '^$$' -bench . -count 6 ./xlator ./scripting ./xlator/storage/posix

## fuzz: fuzz each parser for half a minute
fuzz:
	$(GO) test -run '^$$' -fuzz FuzzParse -fuzztime 30s ./xlator/volfile
	$(GO) test -run '^$$' -fuzz FuzzRewrite -fuzztime 30s ./scripting/scripttest

## pjdfstest: run the POSIX suite found in PJDFSTEST=DIR through a mount, as root
pjdfstest: build
	@test -n "$(PJDFSTEST)" || { echo "say where pjdfstest is built: make pjdfstest PJDFSTEST=DIR"; exit 1; }
	PJDFSTEST=$(PJDFSTEST) $(GO) test -v -count 1 -timeout 60m -run TestPjdfstest ./integration

## clean: remove what was built
clean:
	rm -rf bin

# Install what is missing, and say so first.
need-%:
	@missing=; for n in $($(shell echo $* | tr a-z A-Z)_NEEDS); do \
	  command -v $${n%%:*} >/dev/null 2>&1 || missing="$$missing $$(echo $${n##*:} | tr , ' ')"; done; \
	if [ -n "$$missing" ]; then \
	  echo "installing Debian packages:$$missing"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -qy --no-install-recommends $$missing >/dev/null; \
	fi

.PHONY: help build demo test generate drift lint bench fuzz pjdfstest clean
