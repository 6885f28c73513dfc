"""The module as its users see it: run by `just wheel` in a fresh virtual environment, in the root of the project."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import equifinal
import pytest

ROOT = Path(__file__).resolve().parents[3]
SETS = {"A": [1, 1, 0, 0, 1, 0], "B": [1, 0, 1, 0, 1, 0], "Y": [1, 0, 0, 0, 1, 0]}


def project(tmp_path, study):
    """A project with one study of ours."""
    for folder in ("configs", "data"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "configs" / f"{study}.yaml", tmp_path / "configs")
    shutil.copytree(ROOT / "data" / study, tmp_path / "data" / study)
    return tmp_path / "configs" / f"{study}.yaml"


@pytest.mark.parametrize("study", ["lipset-democracy", "panel-example"])
def test_a_study_gives_the_bytes_of_the_command(tmp_path, study):
    results = equifinal.Study(project(tmp_path, study)).run()
    assert results.json == (ROOT / "reports" / study / "results.json").read_bytes()
    assert results.report().startswith("<!doctype html>")
    written = tmp_path / "reports" / study
    for name, figure in results.figures().items():
        assert figure._repr_svg_() == (written / "figures" / f"{name}.svg").read_text(encoding="utf-8")


def test_a_study_in_memory_gives_the_same_bytes(tmp_path):
    text = (ROOT / "configs" / "lipset-democracy.yaml").read_text(encoding="utf-8")
    data = (ROOT / "data" / "lipset-democracy" / "cases.csv").read_bytes()
    results = equifinal.Study.of(text, files={"lipset-democracy/cases.csv": data}).run()
    assert results.json == (ROOT / "reports" / "lipset-democracy" / "results.json").read_bytes()
    assert {"chart.survival.en", "chart.survival.zh"} <= results.figures().keys()
    survival = results["survival"]
    assert survival.expression("parsimonious") == survival.data["solutions"]["parsimonious"]["models"][0]["expression"]
    assert len(survival.truth_table) == 32
    assert survival.ranges.columns == ["decision", "set", "chosen", "low", "high"] and len(survival.ranges) > 10
    assert sum(survival.multiverse.rows()[0][kind] for kind in ("exact", "lost")) > 0
    assert survival.cases["case"] == survival.data["path_memberships"]["cases"]


def tables():
    pandas, polars, pyarrow = (pytest.importorskip(name) for name in ("pandas", "polars", "pyarrow"))
    frame = pandas.DataFrame(SETS)
    frame["region"] = pandas.Categorical(["east", "west"] * 3)
    return [SETS, frame, polars.DataFrame(SETS), pyarrow.table(SETS)]


def test_every_kind_of_table_gives_the_same_results():
    found = [equifinal.analyse(table, "Y", ["A", "B"]) for table in tables()]
    # The column of categories, which no set uses, is mentioned where the data are described.
    assert all(results.data["analyses"] == found[0].data["analyses"] for results in found)
    assert found[0].json == found[2].json == found[3].json
    assert found[0]["main"].expression() == "A*B"
    terms = found[0]["main"].solution()
    assert terms["cases"] == [["1", "5"]] and terms["raw_coverage"] == [1.0]


def test_frames_go_to_other_libraries():
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    table = equifinal.analyse(SETS, "Y", ["A", "B"])["main"].truth_table
    assert list(table.to_pandas()["row"]) == table.to_polars()["row"].to_list() == table["row"] == [1, 2, 3, 4]
    assert isinstance(table.to_pandas(), pandas.DataFrame) and isinstance(table.to_polars(), polars.DataFrame)
    assert table.to_arrow().num_rows == len(table) == 4
    assert "<td>A*B</td>" in equifinal.analyse(SETS, "Y", ["A", "B"])["main"].solution()._repr_html_()


def test_analyse_and_a_study_file_agree(tmp_path):
    rows = zip(*SETS.values())
    lines = [",".join(["case", *SETS])] + [",".join(map(str, [at, *row])) for at, row in enumerate(rows, 1)]
    study = {
        "format": "equifinal/study/1",
        "id": "analysis",
        "title": "Analysis",
        "provenance": "original",
        "data": {"cases": {"file": "cases.csv", "id": "case"}},
        "sets": {name: {"calibrate": {"given": "crisp"}} for name in SETS},
        "analyses": {
            "main": {
                "outcome": "Y",
                "conditions": ["A", "B"],
                "truth_table": {"frequency": 1, "consistency": 0.75, "pri": 0.5},
            }
        },
    }
    by_file = equifinal.Study.of(study, files={"cases.csv": "\n".join(lines).encode()}).run()
    by_call = equifinal.analyse(SETS, "Y", ["A", "B"], consistency=0.75, pri=0.5)
    # Only the description of the data differs: another file and another format.
    assert by_file.data["analyses"] == by_call.data["analyses"]


def test_mistakes_keep_their_places(tmp_path):
    with pytest.raises(equifinal.DataError) as found:
        equifinal.analyse(SETS, "Z", ["A", "B"])
    assert (found.value.file, found.value.line) == ("table.parquet", None) and "`Z`" in str(found.value)
    with pytest.raises(equifinal.StudyError) as found:
        equifinal.analyse(SETS, "Y", ["A", "B"], consistency=2)
    assert found.value.file == "study.yaml" and found.value.line > 1 and found.value.column > 1
    path = project(tmp_path, "panel-example")
    path.write_text(path.read_text(encoding="utf-8").replace("frequency: 2", "frequency: two"), encoding="utf-8")
    with pytest.raises(equifinal.StudyError) as found:
        equifinal.Study(path).run()
    line = path.read_text(encoding="utf-8").splitlines()[found.value.line - 1]
    assert line[found.value.column - 1 :].startswith("two") and found.value.exit_code == 3
    assert not (tmp_path / "reports").exists()
    for x, y in [([0.5], [0.1, 0.2]), ([1.5], [0.5])]:
        with pytest.raises(ValueError, match="membership"):
            equifinal.sufficiency(x, y)
    with pytest.raises(TypeError, match="pandas, polars or pyarrow"):
        equifinal.analyse([1, 2], "Y", ["A"], id="case")


def test_single_steps():
    anchors = {"direct": {"exclusion": 400, "crossover": 550, "inclusion": 900}}
    low, middle, high, missing = equifinal.calibrate([400, 550, 900, None], anchors)
    assert (round(low, 12), middle, round(high, 12), missing) == (0.05, 0.5, 0.95, None)
    assert equifinal.sufficiency([0.2, 0.8], [0.4, 0.6])["consistency"] == pytest.approx(0.8)
    assert equifinal.necessity([0.2, 0.8], [0.4, 0.6])["consistency"] == pytest.approx(0.8)
    assert equifinal.necessity([0, 0], [0, 0])["consistency"] is None
    degrees = {"A": [0.1, 0.4, 0.7, 0.9], "B": [0.3, 0.2, 0.8, 0.6], "Y": [0.2, 0.3, 0.8, 0.9]}
    assert equifinal.ranges(degrees, "Y", ["A", "B"])["decision"][0]
    found = equifinal.nca(degrees, "Y", ["A", "B"], ceilings=["ce_fdh"])
    assert [one["condition"] for one in found["conditions"]] == ["A", "B"]
    assert equifinal.chains(SETS, ["A", "B", "Y"])["structures"]
    years = {"unit": ["a", "a", "b", "b"], "year": [2020, 2021, 2020, 2021], **degrees}
    assert equifinal.panel(years, "Y", ["A", "B"], unit="unit", time="year")
    assert json.loads(equifinal.schema())["properties"]["analyses"]


def test_the_tutorial_gives_what_it_prints():
    nbformat, nbclient = (pytest.importorskip(name) for name in ("nbformat", "nbclient"))
    pytest.importorskip("ipykernel")
    pytest.importorskip("pandas")
    path = ROOT / "docs" / "en" / "tutorial-python.ipynb"
    committed, now = (nbformat.read(path, as_version=4) for _ in range(2))
    nbclient.NotebookClient(now, timeout=300, kernel_name="python3").execute()

    def printed(notebook):
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        return [output.get("text") or output["data"].get("image/svg+xml") or output["data"]["text/plain"] for output in outputs]

    assert printed(now) == printed(committed)


def test_the_command_is_the_program(tmp_path):
    def command(*words):
        return subprocess.run(
            [sys.executable, "-m", "equifinal", *words], capture_output=True, text=True, cwd=tmp_path, check=False
        )

    assert command("--version").stdout.split() == ["equifinal", equifinal.__version__]
    path = project(tmp_path, "panel-example")
    assert command("run", str(path)).returncode == 0
    assert command("run", str(path) + "x").returncode == 2
    path.write_text("format: nothing\n")
    assert command("run", str(path)).returncode == 3


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_an_interruption_is_heard(tmp_path):
    program = """
import equifinal, os, signal, threading, time
columns = {f"C{at}": [(case >> at) % 2 for case in range(1024)] for at in range(10)}
columns["Y"] = [(case * 2654435761 >> 7) % 2 for case in range(1024)]
threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
began = time.monotonic()
try:
    while True:
        equifinal.analyse(columns, "Y", [f"C{at}" for at in range(10)], robustness={"ranges": {}})
except KeyboardInterrupt:
    print("heard", time.monotonic() - began < 5)
os._exit(0)
"""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert found.stdout.split() == ["heard", "True"], found.stderr
