"""A sweep in shards by four workers of Dask, compared with a single run: the same bytes.

Usage, in the root of the project, with the wheel and `dask[distributed]` installed:
    python crates/python/bench/dask_sweep.py
"""

import re
import shutil
import tempfile
import time
from pathlib import Path
from subprocess import DEVNULL, run

from dask.distributed import Client

ROOT = Path(__file__).resolve().parents[3]
STUDY = "lipset-democracy"
SHARDS = 8


def equifinal(folder, *words):
    """The command in a project."""
    run(["equifinal", "--threads", "1", *words], cwd=folder, check=True, stdout=DEVNULL, stderr=DEVNULL)


def project():
    """A copy of the project with this study."""
    folder = Path(tempfile.mkdtemp(prefix="equifinal-dask"))
    for name in ("configs", "data"):
        (folder / name).mkdir()
    text = (ROOT / "configs" / f"{STUDY}.yaml").read_text(encoding="utf-8")
    # Finer steps make 162,108 universes instead of 1,728.
    finer = re.sub(r"vary:\n +consistency: .*\n", "vary:\n      consistency: {from: 0.75, to: 0.90, step: 0.0001}\n", text)
    (folder / "configs" / f"{STUDY}.yaml").write_text(finer, encoding="utf-8")
    shutil.copytree(ROOT / "data" / STUDY, folder / "data" / STUDY)
    return folder


def table(folder):
    """The bytes of the merged table and of its summary."""
    swept = folder / "sweeps" / STUDY
    return [(swept / name).read_bytes() for name in ("sweep.parquet", "summary.json")]


def main():
    """Runs both ways and prints the times."""
    alone, shared = project(), project()
    began = time.monotonic()
    equifinal(alone, "sweep", "plan", STUDY, "--shards", "1")
    equifinal(alone, "sweep", "run", STUDY)
    equifinal(alone, "sweep", "merge", STUDY)
    single = time.monotonic() - began
    equifinal(shared, "sweep", "plan", STUDY, "--shards", str(SHARDS))
    with Client(n_workers=4, threads_per_worker=1, dashboard_address=None) as client:
        began = time.monotonic()
        shards = range(1, SHARDS + 1)
        client.gather(client.map(lambda shard: equifinal(shared, "sweep", "run", STUDY, "--shard", str(shard)), shards))
        equifinal(shared, "sweep", "merge", STUDY)
        split = time.monotonic() - began
    assert table(alone) == table(shared), "the shards give other bytes"
    print(f"one process with one thread {single:.2f} s, four workers {split:.2f} s: the same bytes")
    for folder in (alone, shared):
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
