#!/usr/bin/env python3
"""A sweep on a HyperQueue of this machine's own: a task a shard, of which one is killed, the missing shard submitted
again, and the result compared with that of a single run.

Usage, in the root of the project: crates/cli/tests/hyperqueue/trial.py PROGRAM
Needs the Python package hyperqueue, whose server and worker run in this process; says so and ends well without it.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

try:
    from hyperqueue import Job, LocalCluster
    from hyperqueue.cluster import WorkerConfig
except ImportError:
    print("skipped: the Python package hyperqueue is not installed (pip install hyperqueue)")
    sys.exit(0)

SHARDS = 8
KILLED = 3


def swept(program: str, *args: str) -> str:
    return subprocess.run([program, "sweep", *args], check=True, capture_output=True, text=True).stdout


def submit(client, commands, folder):
    """A task a command, whose output stays in `folder`; the ids of those that failed."""
    job = Job(default_workdir=folder)
    for command in commands:
        job.program(["bash", "-c", command])
    submitted = client.submit(job)
    client.wait_for_jobs([submitted], raise_on_error=False)
    return sorted(client.get_failed_tasks(submitted))


def main(program: pathlib.Path, here: pathlib.Path) -> None:
    data = pathlib.Path("data").resolve()
    study = here / "configs" / "lipset-democracy.yaml"
    study.parent.mkdir()
    text = pathlib.Path("configs/lipset-democracy.yaml").read_text(encoding="utf-8")
    finer = "vary:\n      consistency: {from: 0.75, to: 0.90, step: 0.002}\n"
    study.write_text(re.sub(r"vary:\n +consistency: .*\n", finer, text), encoding="utf-8")
    common = [str(study), "--data", str(data), "--out"]
    single, parts = str(here / "single"), str(here / "parts")
    for command in ("run", "merge"):
        swept(str(program), command, *common, single)
    swept(str(program), "plan", *common, parts, "--shards", str(SHARDS))
    shard = f"{program} sweep run {' '.join(common)} {parts} --shard"
    with LocalCluster(worker_config=WorkerConfig(cores=2)) as cluster:
        client = cluster.client()
        # The killed task ends itself before the program would.
        wanted = range(1, SHARDS + 1)
        failed = submit(client, [f"kill -9 $$; {shard} {n}" if n == KILLED else f"{shard} {n}" for n in wanted], here)
        assert len(failed) == 1, failed
        missing = swept(str(program), "missing", *common, parts).split()
        assert missing == [str(KILLED)], missing
        refused = subprocess.run([program, "sweep", "merge", *common, parts], capture_output=True, text=True)
        assert refused.returncode == 2 and f"shard {KILLED} is missing" in refused.stderr, refused
        assert not submit(client, [f"{shard} {n}" for n in missing], here)
    said = swept(str(program), "merge", *common, parts)
    for name in ("sweep.parquet", "summary.json"):
        assert (here / "single" / name).read_bytes() == (here / "parts" / name).read_bytes(), name
    print(f"{said.strip().rsplit(': ', 1)[-1]} in {SHARDS} shards, task {KILLED} killed: the bytes of a single run")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="equifinal-hyperqueue.") as folder:
        main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
