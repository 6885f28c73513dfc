"""Prints the digest of every study's results in the form of `crates/cli/tests/results.sha256`."""

import sys
from hashlib import sha256
from pathlib import Path

reports = Path(__file__).resolve().parents[3] / "reports"
for results in sorted(reports.glob("*/results.json"), key=lambda path: path.as_posix()):
    line = f"{sha256(results.read_bytes()).hexdigest()}  {results.relative_to(reports).as_posix()}\n"
    # Not `print`, which ends lines otherwise on Windows.
    sys.stdout.buffer.write(line.encode())
