"""What `analyse` costs beyond the engine, beside other packages of Python where they are installed.

Usage: python crates/python/bench/overhead.py, with the wheel installed; `pyqca` and `setqca` are measured if they are.
"""

import json
import random
import statistics
import time

import equifinal
from equifinal import _equifinal


def milliseconds(work, times=100):
    """The median time of some work."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1e3)
    return statistics.median(taken)


def others(table, names):
    """The same truth table and solutions by setqca (0.2.0), if it and pandas are installed."""
    try:
        import pandas
        import setqca
    except ImportError:
        print("setqca is not installed: not compared")
        return
    frame = pandas.DataFrame(table)
    taken = milliseconds(lambda: setqca.FSQCA(consistency=0.8).fit(frame, outcome="Y", conditions=names), 10)
    print(f"setqca, without a report, robustness or certificate: {taken:.2f} ms")


def main():
    """Prints one line a measurement."""
    draw = random.Random(1)
    names = ["A", "B", "C", "D", "E"]
    table = {name: [(draw.randrange(100) + 0.25) / 100 for _ in range(18)] for name in [*names, "Y"]}
    whole = milliseconds(lambda: equifinal.analyse(table, "Y", names))
    # The engine alone: the same study and the same table, as bytes that are there already.
    rows = zip(*table.values())
    lines = [",".join(["case", *table])] + [",".join(map(str, [at, *row])) for at, row in enumerate(rows, 1)]
    study = {
        "format": "equifinal/study/1",
        "id": "analysis",
        "title": "Analysis",
        "provenance": "original",
        "data": {"cases": {"file": "cases.csv", "id": "case"}},
        "sets": {name: {"calibrate": {"given": "fuzzy"}} for name in table},
        "analyses": {
            "main": {"outcome": "Y", "conditions": names, "truth_table": {"frequency": 1, "consistency": 0.8}}
        },
    }
    text, files = json.dumps(study, indent=1).encode(), {"cases.csv": "\n".join(lines).encode()}
    engine = milliseconds(lambda: _equifinal.run_memory("study.yaml", text, files, {}).results())
    others(table, names)
    print(f"18 cases, 5 conditions: analyse {whole:.2f} ms, the engine {engine:.2f} ms, beyond it {whole - engine:.2f} ms")


if __name__ == "__main__":
    main()
