#!/usr/bin/env bash
# Installs the wheel into a fresh virtual environment and rebuilds a study in an empty folder: the results must have the
# digest that is on record. Then runs the tests of the Python module, with the table libraries if they can be installed.
#
# Usage, in the root of the project: crates/cli/tests/wheel/trial.sh WHEEL
set -euo pipefail

wheel=$(realpath "$1")
root=$PWD
study=lipset-democracy
here=$(mktemp -d --tmpdir equifinal-wheel.XXXXXX)
trap 'rm -rf "$here"' EXIT
lacks() {
    case " ${TESTS_REQUIRE:-} " in *" $1 "*) echo "lacking, and required: $1" >&2; exit 1 ;; esac
    if [ -n "${TESTS_SKIPPED:-}" ]; then mkdir -p "$(dirname "$TESTS_SKIPPED")"; echo "$2" >> "$TESTS_SKIPPED"; fi
}

python3 -m venv "$here/venv"
pip=("$here/venv/bin/pip" --quiet --disable-pip-version-check)
began=$(date +%s)
"${pip[@]}" install --no-index "$wheel"
mkdir -p "$here/project/configs" "$here/project/data"
cp "configs/$study.yaml" "$here/project/configs/"
cp -r "data/$study" "$here/project/data/"
cd "$here/project"
"$here/venv/bin/equifinal" --version
"$here/venv/bin/equifinal" run "configs/$study.yaml"
echo "from the wheel to a report: $(($(date +%s) - began)) s"
(cd reports && grep "$study/" "$root/crates/cli/tests/results.sha256" | sha256sum --check)

cd "$root"
if "${pip[@]}" install pytest; then
    "${pip[@]}" install pandas polars pyarrow nbclient ipykernel || lacks python 'Python: pandas, polars, pyarrow, nbclient'
    "$here/venv/bin/python3" -m pytest --quiet -p no:cacheprovider -rs crates/python/tests
else
    lacks python 'the tests of the Python module: pytest cannot be installed'
fi
