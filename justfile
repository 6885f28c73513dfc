# The actions of the project. `just` rebuilds all studies; `just --list` lists the others.

set shell := ["sh", "-eu", "-c"]

# Tests without their requirements append a line to this file.
export TESTS_SKIPPED := justfile_directory() / "target/skipped.txt"

equifinal := "./target/release/equifinal"
fetched := justfile_directory() / ".venv/bin/typst"
# The PDF compiler: from the environment, otherwise from `just typst`, otherwise the command `typst`
export EQUIFINAL_TYPST := env("EQUIFINAL_TYPST", if path_exists(fetched) == "true" { fetched } else { "" })
# The oldest Linux that a wheel runs on, in the words of its tag
linux := "manylinux_2_17"
opener := if os() == "macos" { "open" } else { "xdg-open" }

# Rebuild every study in configs/ into reports/
[group('analyse')]
default: build
    {{ equifinal }} run configs/*.yaml

# Rebuild one study: configs/STUDY.yaml into reports/STUDY/
[group('analyse')]
rebuild STUDY: build
    {{ equifinal }} run "configs/{{ STUDY }}.yaml"

# Open a study's report in the browser
[group('analyse')]
open STUDY:
    {{ opener }} "reports/{{ STUDY }}/report.html"

# Draft a study file, configs/ID.yaml, from the columns of a data file
[group('analyse')]
new ID DATA: build
    {{ equifinal }} new "{{ ID }}" "{{ DATA }}"

# Install the Typst compiler for PDF into .venv/ (needs Python 3.10; fonts are part of Equifinal)
[group('analyse')]
typst:
    python3 -m venv .venv
    .venv/bin/python3 -m pip install --quiet 'typst==0.15.*'
    cp crates/cli/typst.py .venv/bin/typst.py
    printf '%s\n' '#!/bin/sh' 'exec "${0%/*}/python3" -I "${0%/*}/typst.py" "$@"' > .venv/bin/typst
    chmod +x .venv/bin/typst
    .venv/bin/typst --version

# Regenerate the constructed data of reconstructed studies, byte for byte (needs Python; openpyxl for workbooks)
[group('develop')]
data:
    for script in data/*/generate.py; do python3 "$script"; done

# Build the release program
[group('develop')]
build:
    cargo build --release --locked

# Record the digests of all results, after an intended change
[group('develop')]
digests: default
    cd reports && sha256sum */results.json > ../crates/cli/tests/results.sha256

# Install the packages for browser tests of the page (skipped without npm)
[group('develop')]
browser:
    if ! command -v npm > /dev/null; then echo 'npm is not installed: pages are not tested in a browser' >&2; \
      else npm ci --silent --no-audit --no-fund --prefix crates/cli/tests/browser || \
      echo 'the packages could not be fetched: pages are not tested in a browser' >&2; fi

# Run all tests, including documentation examples, check licences, and list what was skipped
[group('develop')]
test: tested licences skipped

[private]
tested: browser
    mkdir -p "$(dirname "$TESTS_SKIPPED")"; rm -f "$TESTS_SKIPPED"
    cargo test --workspace --doc --locked
    if command -v cargo-nextest > /dev/null; then run='nextest run'; else run=test; fi; \
      cargo $run --workspace --all-targets --locked

# Test sharded sweeps on a local Slurm, with one killed task (as root; needs slurm-wlm and munge)
[group('develop')]
slurm: build
    crates/cli/tests/slurm/trial.sh {{ equifinal }}

# Test sharded sweeps on a local HyperQueue (skipped without the Python package hyperqueue)
[group('develop')]
hyperqueue: build
    crates/cli/tests/hyperqueue/trial.py {{ equifinal }}

# Install the tools that build for other machines into .venv-dist/ (needs Python)
[private]
packers:
    test -x .venv-dist/bin/maturin || { python3 -m venv .venv-dist; \
      .venv-dist/bin/pip install --quiet --disable-pip-version-check 'ziglang==0.15.*' 'maturin==1.*' 'cargo-zigbuild==0.24.*'; }

# Build the book into target/book/, in English and Chinese (needs mdBook: cargo install mdbook --locked)
[group('share')]
docs:
    command -v mdbook > /dev/null || { echo 'mdbook is not installed: cargo install mdbook --locked' >&2; exit 1; }
    mdbook build docs --dest-dir "$PWD/target/book/en"
    MDBOOK_BOOK__SRC=zh MDBOOK_BOOK__LANGUAGE=zh MDBOOK_BOOK__TITLE='Equifinal 使用手册' \
      mdbook build docs --dest-dir "$PWD/target/book/zh"

# Build a wheel into dist/: `pip install` of it gives the command and the Python module to any Linux since 2014 (glibc 2.17)
[group('share')]
[linux]
wheel: packers
    rm -f dist/equifinal-*.whl dist/SHA256SUMS
    PATH="$PWD/.venv-dist/bin:$PATH" .venv-dist/bin/maturin build --profile dist --zig \
      --compatibility {{ linux }} --target {{ arch() }}-unknown-linux-gnu --out dist
    crates/cli/tests/wheel/trial.sh dist/equifinal-*.whl

# Build the program alone into dist/, for the same machines as the wheel; list all parts, licences and digests
[group('share')]
[linux]
dist: wheel
    PATH="$PWD/.venv-dist/bin:$PATH" cargo zigbuild --profile dist --locked --package equifinal-cli \
      --target {{ arch() }}-unknown-linux-gnu.2.17
    cp "target/{{ arch() }}-unknown-linux-gnu/dist/equifinal" dist/
    tar --create --gzip --file "dist/equifinal-{{ arch() }}-linux.tar.gz" --directory dist \
      equifinal --directory .. README.md LICENSE-APACHE LICENSE-MIT
    python3 crates/cli/parts.py dist
    cd dist && sha256sum -- *.whl *.tar.gz *.cdx.json THIRD-PARTY.md > SHA256SUMS

# Format the source code
[group('develop')]
fmt:
    cargo fmt --all

# Lint the source code and check the house rules
[group('develop')]
lint:
    cargo clippy --workspace --all-targets --locked -- --deny warnings

# Fuzz a reader of untrusted input: study, expression, container, codebook, template, ledger, sweep
# (needs cargo-fuzz and a compiler of C++; findings go to fuzz/artifacts/)
[group('develop')]
fuzz TARGET SECONDS="120":
    mkdir -p fuzz/corpus/{{ TARGET }}
    cp Cargo.lock fuzz/
    cd fuzz && RUSTC_BOOTSTRAP=1 nice cargo fuzz run --sanitizer none {{ TARGET }} \
      corpus/{{ TARGET }} ../configs ../crates/ingest/tests/fixtures ../crates/ingest/tests/refused -- \
      -max_total_time={{ SECONDS }} -timeout=20 -rss_limit_mb=1024 -max_len=20000 -dict=dictionary.txt

# Measure from a save to the new page of the preview in Chromium, median of twenty (needs Node.js and Chromium)
[group('develop')]
latency STUDY="county-alliance-capacity": build browser
    node crates/cli/tests/browser/latency.mjs {{ equifinal }} "{{ STUDY }}"

# Run the benchmarks
[group('develop')]
bench:
    cargo bench --workspace --locked --bench '*'

# Run all checks that a change must pass
[group('verify')]
ci: formatted lint tested licences unchanged skipped

# Check the format of the source code
[group('verify')]
formatted:
    cargo fmt --all --check

# Check licences, sources, bans and advisories of all dependencies (without cargo-deny a test checks licences and bans;
# advisories need a network)
[group('verify')]
licences:
    if ! command -v cargo-deny > /dev/null; then \
      echo 'licences: cargo-deny is not installed: sources and advisories were not checked' >> "$TESTS_SKIPPED"; exit 0; fi; \
      cargo deny --locked check bans licenses sources; \
      if cargo deny --locked fetch db; then cargo deny --locked check --disable-fetch advisories; \
      else echo 'licences: the database of advisories cannot be fetched' >> "$TESTS_SKIPPED"; fi

# Check that committed reports and schema equal a rebuild, and that every claim holds
[group('verify')]
unchanged: build
    {{ equifinal }} check
    {{ equifinal }} schema | diff schemas/study.schema.json -
    test -z "$(git status --porcelain -- reports schemas)"

# List the tests that were skipped for lack of a requirement
[private]
skipped:
    if [ -s "$TESTS_SKIPPED" ]; then echo 'Skipped:'; sort -u "$TESTS_SKIPPED" | sed 's/^/  /'; else echo 'Nothing was skipped.'; fi
