"""Analyses of tables in memory. Every function makes a study, which the engine checks and runs as one in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional, Union

from ._frame import Frame
from ._results import Results
from ._study import Study

#: The name of the table in the studies made here.
TABLE = "table.parquet"

#: How a set is calibrated: as in study files, such as ``{"direct": {"exclusion": 1, "crossover": 2, "inclusion": 3}}``,
#: ``{"crisp": {"threshold": 5}}``, ``"fuzzy"`` or ``"crisp"`` for memberships that are given.
Calibration = Union[str, Mapping[str, Any]]


def study_of(
    df: Any,
    *,
    calibrate: Optional[Mapping[str, Calibration]] = None,
    sets: Iterable[str] = (),
    id: Optional[str] = None,
    cases: Optional[Mapping[str, Any]] = None,
    **keys: Any,
) -> Study:
    """A study on one table, with the given keys of a study file."""
    table, id = _with_ids(df, id, cases)
    calibrate = dict(calibrate or {})
    names = dict.fromkeys([*sets, *calibrate])
    study = {
        "format": "equifinal/study/1",
        "id": "analysis",
        "title": keys.pop("title", "Analysis"),
        "provenance": keys.pop("provenance", "original"),
        "data": {"cases": {"file": TABLE, **({"id": id} if id else {}), **(cases or {})}},
        "sets": {name: _set(calibrate.get(name), table, name) for name in names},
        **{key: value for key, value in keys.items() if value is not None},
    }
    return Study.of(study, {TABLE: table})


def analyse(
    df: Any,
    outcome: Union[str, Sequence[str]],
    conditions: Sequence[str],
    calibrate: Optional[Mapping[str, Calibration]] = None,
    *,
    id: Optional[str] = None,
    frequency: Union[int, Mapping[str, float]] = 1,
    consistency: float = 0.8,
    pri: Optional[float] = None,
    expectations: Optional[Mapping[str, Any]] = None,
    interpret: Optional[str] = None,
    negation: Optional[bool] = None,
    at_crossover: Optional[str] = None,
    analysis: Optional[Mapping[str, Any]] = None,
    robustness: Optional[Mapping[str, Any]] = None,
    **keys: Any,
) -> Results:
    """Qualitative Comparative Analysis of a table; ``results["main"]`` is the analysis.

    ``df`` has one row a case: a table of pandas, polars or pyarrow, anything with ``__arrow_c_stream__``, or a
    dictionary of lists. ``id`` names the column of unique case names; without it cases are numbered from 1.
    ``outcome`` and ``conditions`` name sets, which are columns unless ``calibrate`` says otherwise: it gives for each set
    how it is calibrated, with the keys of a study file (``{"column": "gdp", "direct": {…}}``). A set without an entry is
    taken as given: crisp if all its values are 0 or 1, fuzzy otherwise.

    ``frequency`` is the number of cases that a row needs, ``consistency`` and ``pri`` its cutoffs from 0 to 1.
    ``analysis`` gives further keys of the analysis, ``robustness`` the checks to run, and ``keys`` any other key of a study
    file, such as ``nca`` or ``claims``.

    Raises :class:`StudyError` and :class:`DataError`, with all mistakes at once.
    """
    cuts: dict[str, Any] = {"frequency": frequency, "consistency": consistency}
    if pri is not None:
        cuts["pri"] = pri
    own: dict[str, Any] = {"outcome": outcome, "conditions": list(conditions), "truth_table": cuts}
    stated = {
        "expectations": expectations,
        "interpret": interpret,
        "negation": negation,
        "at_crossover": at_crossover,
    }
    own.update({key: value for key, value in stated.items() if value is not None})
    own.update(analysis or {})
    outcomes = [outcome] if isinstance(outcome, str) else list(outcome)
    sets = [*conditions, *(_bare(name) for name in outcomes)]
    study = study_of(
        df, calibrate=calibrate, sets=sets, id=id, analyses={"main": own}, robustness=robustness, **keys
    )
    return study.run()


def calibrate(values: Iterable[Optional[float]], calibration: Calibration) -> list[Optional[float]]:
    """Memberships from 0 to 1 of raw values, one a value; ``None`` for a value that is not there.

    ``calibration`` is what a study file writes under ``calibrate``, such as ``{"direct": {"exclusion": 400,
    "crossover": 550, "inclusion": 900}}`` (Ragin 2008) or ``{"crisp": {"threshold": 5}}``.
    Raises :class:`StudyError` or :class:`DataError` where that is not possible.
    """
    raw = [None if value is None or value != value else float(value) for value in values]
    how = {"given": calibration} if isinstance(calibration, str) else dict(calibration)
    found = study_of({"X": raw}, calibrate={"X": {**how, "missing": "drop"}}).run().memberships
    # Cases stand in natural order, which is that of their numbers.
    return list(found["X"])


def ranges(df: Any, outcome: str, conditions: Sequence[str], **how: Any) -> Frame:
    """The exact interval of every number of an analysis in which its models stay the same; see :func:`analyse` for the
    arguments, :attr:`Analysis.ranges` for the columns."""
    how["robustness"] = {**(how.get("robustness") or {}), "ranges": {}}
    return analyse(df, outcome, conditions, **how)["main"].ranges


def nca(
    df: Any,
    outcome: str,
    conditions: Sequence[str],
    calibrate: Optional[Mapping[str, Calibration]] = None,
    *,
    id: Optional[str] = None,
    **keys: Any,
) -> dict[str, Any]:
    """Necessary Condition Analysis (Dul 2016); ``keys`` are those of ``nca`` in a study file, such as ``ceilings`` and
    ``permutation``. Returns the findings as in ``results.json``: ``conditions`` with their ceilings and effect sizes from
    0 to 1, and ``bottleneck``. Sets without calibration are taken as they are."""
    own = {"outcome": outcome, "conditions": list(conditions), **keys}
    study = study_of(df, calibrate=calibrate, sets=[*conditions, outcome], id=id, nca={"main": own})
    return dict(study.run().nca["main"])


def panel(
    df: Any,
    outcome: str,
    conditions: Sequence[str],
    *,
    unit: str,
    time: str,
    calibrate: Optional[Mapping[str, Calibration]] = None,
    necessity: bool = True,
    **how: Any,
) -> dict[str, Any]:
    """Fit between periods and within units of an analysis of panel data, one row a unit and period (Garcia-Castro &
    Ariño 2016). ``unit`` and ``time`` name columns; the other arguments are those of :func:`analyse`. Returns the fit as
    in ``results.json``."""
    how["analysis"] = {**(how.get("analysis") or {}), "panel": {"necessity": necessity}}
    found = analyse(df, outcome, conditions, calibrate, cases={"unit": unit, "time": time}, **how)
    return dict(found["main"].data["panel"])


def chains(
    df: Any,
    factors: Sequence[str],
    calibrate: Optional[Mapping[str, Calibration]] = None,
    *,
    id: Optional[str] = None,
    **keys: Any,
) -> dict[str, Any]:
    """Coincidence analysis (Baumgartner 2009; Baumgartner & Ambühl 2020): causal structures of the ``factors``. ``keys``
    are those of ``chains`` in a study file, such as ``consistency`` and ``coverage``. Returns the findings as in
    ``results.json``."""
    own = {"factors": list(factors), **keys}
    study = study_of(df, calibrate=calibrate, sets=factors, id=id, chains={"main": own})
    return dict(study.run().chains["main"])


def _bare(outcome: str) -> str:
    """The set of an outcome that may be negated or a level."""
    return outcome.lstrip("~").split("[")[0]


def _set(calibration: Optional[Calibration], table: Any, name: str) -> dict[str, Any]:
    """A set of a study: with its calibration, or taken as given."""
    if calibration is None:
        return {"calibrate": {"given": _kind(table, name)}}
    if isinstance(calibration, str):
        return {"calibrate": {"given": calibration}}
    # Keys of the set itself may stand beside the method.
    own = {key: value for key, value in calibration.items() if key in ("column", "direction", "label", "absent", "missing")}
    method = {key: value for key, value in calibration.items() if key not in own}
    return {**own, "calibrate": method}


def _kind(table: Any, name: str) -> str:
    """Crisp if all values are 0 or 1, fuzzy otherwise."""
    try:
        column = table[name]
    except (KeyError, TypeError, ValueError):
        return "fuzzy"
    values = column.to_list() if hasattr(column, "to_list") else column.to_pylist() if hasattr(column, "to_pylist") else column
    return "crisp" if all(value in (0, 1) or value is None or value != value for value in values) else "fuzzy"


def _with_ids(df: Any, id: Optional[str], cases: Optional[Mapping[str, Any]]) -> tuple[Any, Optional[str]]:
    """The table with a column of case names, numbers from 1 where none is named."""
    if id is not None or (cases and "unit" in cases):
        return df, id
    name = "case"
    if isinstance(df, Mapping):
        height = len(next(iter(df.values()), []))
        return {name: [str(number) for number in range(1, height + 1)], **df}, name
    numbers = [str(number) for number in range(1, len(df) + 1)]
    if type(df).__module__.split(".")[0] == "polars":
        import polars

        return df.with_columns(polars.Series(name, numbers)), name
    if type(df).__module__.split(".")[0] == "pyarrow":
        import pyarrow

        return df.append_column(name, pyarrow.array(numbers)), name
    return df.assign(**{name: numbers}), name
