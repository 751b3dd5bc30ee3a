# make run    everything that is needed, then the program
# make test   everything that is needed, then every test
#
# Both set up what is missing on a Debian machine with Rust, a C compiler and make: an engine, where
# none answers, and the images that the lessons name. Where both are there, nothing is touched, and
# `cargo run --release` and `cargo test` do the same.

CARGO ?= cargo
ARGS ?=
LESSON ?=
REASONS ?=

.PHONY: help run test mutants lint bench picture clean

help:
	@sed -n 's/^# \{0,1\}//p;/^$$/q' Makefile

run:
	$(CARGO) build --release --locked
	tests/rig/ready target/release/netdojo
	target/release/netdojo $(ARGS)

test:
	$(CARGO) build --locked
	tests/rig/ready target/debug/netdojo
	tests/rig/tmux
	$(CARGO) test --locked

# Wrong answers must fail, for the right reason, and other right ones pass; LESSON=link plays those of one lesson,
# REASONS=1 prints what the verdicts say.
mutants:
	$(CARGO) build --locked
	tests/rig/ready target/debug/netdojo
	$(CARGO) test --locked --quiet --test mutants -- $(LESSON) $(if $(REASONS),--reasons)

# What the linters say; warnings are errors.
lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) clippy --locked --test mutants -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items
	$(CARGO) run --locked --quiet -- lint lessons

# The budgets, beside the docker CLI where it does the same; docs/benchmarks.md says how they are got.
bench:
	$(CARGO) build --release --locked
	tests/rig/ready target/release/netdojo
	$(CARGO) bench --locked

# docs/*.svg, drawn from the program's own screen, one of them moving.
picture:
	$(CARGO) build --locked
	tests/rig/ready target/debug/netdojo
	NETDOJO_PICTURES=$(CURDIR)/docs $(CARGO) test --locked --test picture

clean:
	$(CARGO) clean
