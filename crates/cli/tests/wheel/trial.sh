#!/usr/bin/env bash
# Installs the wheel into a fresh virtual environment and rebuilds a study in an empty folder: the results must have the
# digest that is on record.
#
# Usage, in the root of the project: crates/cli/tests/wheel/trial.sh WHEEL
set -euo pipefail

wheel=$(realpath "$1")
root=$PWD
study=lipset-democracy
here=$(mktemp -d --tmpdir equifinal-wheel.XXXXXX)
trap 'rm -rf "$here"' EXIT

python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --no-index --disable-pip-version-check "$wheel"
mkdir -p "$here/project/configs" "$here/project/data"
cp "configs/$study.yaml" "$here/project/configs/"
cp -r "data/$study" "$here/project/data/"
cd "$here/project"
"$here/venv/bin/equifinal" --version
"$here/venv/bin/equifinal" run "configs/$study.yaml"
cd reports
grep "$study/" "$root/crates/cli/tests/results.sha256" | sha256sum --check
