# Every action of the project. `just` rebuilds all studies; `just --list` shows the rest.

set shell := ["bash", "-euo", "pipefail", "-c"]

# Tests that lack what they need write a line there.
export TESTS_SKIPPED := justfile_directory() / "target/skipped.txt"

equifinal := "./target/release/equifinal"
fetched := justfile_directory() / ".venv/bin/typst"
# The compiler of PDF: what the environment names, else what `just typst` fetched, else the command `typst`
export EQUIFINAL_TYPST := env("EQUIFINAL_TYPST", if path_exists(fetched) == "true" { fetched } else { "" })
opener := if os() == "macos" { "open" } else { "xdg-open" }

# Rebuild every study in configs/ into reports/
[group('analyse')]
default: build
    {{ equifinal }} run configs/*.yaml

# Rebuild one study: configs/STUDY.yaml into reports/STUDY/
[group('analyse')]
rebuild STUDY: build
    {{ equifinal }} run "configs/{{ STUDY }}.yaml"

# Show a study's report in the browser
[group('analyse')]
open STUDY:
    {{ opener }} "reports/{{ STUDY }}/report.html"

# Begin a study: configs/ID.yaml, written from the columns of a data file
[group('analyse')]
new ID DATA: build
    {{ equifinal }} new "{{ ID }}" --from "{{ DATA }}"

# Fetch the Typst compiler, which makes PDF, into .venv/ (needs Python 3.10; its letters are part of Equifinal)
[group('analyse')]
typst:
    python3 -m venv .venv
    .venv/bin/python3 -m pip install --quiet 'typst==0.15.*'
    cp crates/cli/typst.py .venv/bin/typst.py
    printf '%s\n' '#!/bin/sh' 'exec "${0%/*}/python3" -I "${0%/*}/typst.py" "$@"' > .venv/bin/typst
    chmod +x .venv/bin/typst
    .venv/bin/typst --version

# Write the made-up data of the reconstructed studies anew; the same bytes everywhere (needs Python, for workbooks openpyxl)
[group('develop')]
data:
    for script in data/*/generate.py; do python3 "$script"; done

# Build the program that users run
[group('develop')]
build:
    cargo build --release --locked

# Record the digests of every study's results, after a change that is meant to move them
[group('develop')]
digests: default
    cd reports && sha256sum */results.json > ../crates/cli/tests/results.sha256

# Fetch what the tests of the page in a real browser need (skipped without npm)
[group('develop')]
browser:
    if ! command -v npm > /dev/null; then echo 'npm is not installed: pages are not tested in a browser' >&2; \
      else npm ci --silent --no-audit --no-fund --prefix crates/cli/tests/browser || \
      echo 'the packages could not be fetched: pages are not tested in a browser' >&2; fi

# Run every test, the examples in the documentation included, ask after licences, and say in the end what was skipped
[group('develop')]
test: tested licences skipped

[private]
tested: browser
    mkdir -p "$(dirname "$TESTS_SKIPPED")"; rm -f "$TESTS_SKIPPED"
    cargo test --workspace --doc --locked
    if command -v cargo-nextest > /dev/null; then run='nextest run'; else run=test; fi; \
      cargo $run --workspace --all-targets --locked

# Sweep in shards on a Slurm of this machine's own, one task killed on the way (as root; needs slurm-wlm and munge)
[group('develop')]
slurm: build
    crates/cli/tests/slurm/trial.sh {{ equifinal }}

# The same on a HyperQueue of this machine's own; skipped where the Python package hyperqueue is not installed
[group('develop')]
hyperqueue: build
    crates/cli/tests/hyperqueue/trial.py {{ equifinal }}

# Format the source
[group('develop')]
fmt:
    cargo fmt --all

# Look for mistakes and breaches of the house rules
[group('develop')]
lint:
    cargo clippy --workspace --all-targets --locked -- --deny warnings

# Look for bytes that break a reader of untrusted input: study, expression, container, codebook, template, ledger, sweep
# (needs cargo-fuzz and a compiler of C++; what it finds goes to fuzz/artifacts/)
[group('develop')]
fuzz TARGET SECONDS="120":
    mkdir -p fuzz/corpus/{{ TARGET }}
    cp Cargo.lock fuzz/
    cd fuzz && RUSTC_BOOTSTRAP=1 nice cargo fuzz run --sanitizer none {{ TARGET }} \
      corpus/{{ TARGET }} ../configs ../crates/ingest/tests/fixtures ../crates/ingest/tests/refused -- \
      -max_total_time={{ SECONDS }} -timeout=20 -rss_limit_mb=1024 -max_len=20000 -dict=dictionary.txt

# Measure the speed of the engine and of a whole run
[group('develop')]
bench:
    cargo bench --workspace --locked --bench '*'

# Everything that must hold before a change is accepted
[group('verify')]
ci: formatted lint tested licences unchanged skipped

# Is the source formatted?
[group('verify')]
formatted:
    cargo fmt --all --check

# Are the licences, sources and bans of all dependencies in order, and is nothing advised against? (without cargo-deny a
# test asks for licences and bans; advisories need a network)
[group('verify')]
licences:
    if ! command -v cargo-deny > /dev/null; then \
      echo 'licences: cargo-deny is not installed: sources and advisories were not checked' >> "$TESTS_SKIPPED"; exit 0; fi; \
      cargo deny --locked check bans licenses sources; \
      if cargo deny --locked fetch db; then cargo deny --locked check --disable-fetch advisories; \
      else echo 'licences: the database of advisories cannot be fetched' >> "$TESTS_SKIPPED"; fi

# Are the committed reports and schema what a rebuild gives, to the byte, and does every claim hold?
[group('verify')]
unchanged: build
    {{ equifinal }} check
    {{ equifinal }} schema | diff schemas/study.schema.json -
    test -z "$(git status --porcelain -- reports schemas)"

# What the last tests skipped for want of something
[private]
skipped:
    if [ -s "$TESTS_SKIPPED" ]; then echo 'Skipped:'; sort -u "$TESTS_SKIPPED" | sed 's/^/  /'; else echo 'Nothing was skipped.'; fi
