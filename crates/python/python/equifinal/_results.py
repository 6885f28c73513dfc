"""The results of a study as objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Optional, Protocol

from ._frame import Frame

_MEASURES = ("consistency", "pri", "raw_coverage", "unique_coverage")


class _Source(Protocol):
    """Where the files of a report come from."""

    def results(self) -> bytes: ...

    def memberships(self) -> bytes: ...

    def report(self, language: str) -> str: ...

    def languages(self) -> list[str]: ...

    def figures(self) -> list[tuple[str, str]]: ...


class Figure:
    """A figure, which notebooks show; ``svg`` is its text."""

    def __init__(self, name: str, svg: str) -> None:
        self.name = name
        self.svg = svg

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"Figure({self.name!r})"


class Results:
    """The results of a study: ``results["NAME"]`` is an analysis, ``results.data`` everything in ``results.json``."""

    def __init__(self, source: _Source, warnings: Optional[list[str]] = None) -> None:
        self._source = source
        self._warnings = warnings
        self.json = source.results()

    @cached_property
    def data(self) -> dict[str, Any]:
        """Everything in ``results.json``."""
        found: dict[str, Any] = json.loads(self.json)
        return found

    @property
    def warnings(self) -> list[str]:
        """What the command warns of."""
        return self._warnings if self._warnings is not None else list(self.data.get("warnings", []))

    @property
    def analyses(self) -> list[str]:
        """The names of the analyses; that of a negated outcome begins with ``~``."""
        return list(self.data["analyses"])

    def __getitem__(self, name: str) -> Analysis:
        return Analysis(name, self.data["analyses"][name], self.data.get("robustness", {}))

    def __iter__(self) -> Iterator[Analysis]:
        return (self[name] for name in self.analyses)

    @property
    def memberships(self) -> Frame:
        """The calibrated memberships: the column ``case``, then a column a set, from 0 to 1."""
        import csv
        import io

        text = self._source.memberships().decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text))
        columns: dict[str, list[Any]] = {name: list(column) for name, column in zip(head, zip(*rows))}
        numbers = {name: [_number(cell) for cell in column] for name, column in columns.items() if name != "case"}
        return Frame({"case": columns.get("case", []), **numbers})

    @property
    def claims(self) -> Frame:
        """The claims of the study with their verdicts, a row each."""
        return Frame.of_rows([_flat(claim) for claim in self.data.get("claims", [])])

    @property
    def concerns(self) -> Frame:
        """What a reader needs to know before trusting the results, the most severe first."""
        return Frame.of_rows([_flat(concern) for concern in self.data.get("concerns", [])])

    @property
    def nca(self) -> dict[str, Any]:
        """The necessary condition analyses, by name, as in ``results.json``."""
        return dict(self.data.get("nca", {}))

    @property
    def chains(self) -> dict[str, Any]:
        """The coincidence analyses, by name, as in ``results.json``."""
        return dict(self.data.get("chains", {}))

    @property
    def languages(self) -> list[str]:
        """The languages of the report."""
        return self._source.languages()

    def report(self, language: Optional[str] = None) -> str:
        """The report as an HTML page, in one of its languages; in the first where none is named."""
        return self._source.report(language or self.languages[0])

    def figures(self) -> dict[str, Figure]:
        """All figures by name, such as ``chart.survival.en``."""
        return {name: Figure(name, svg) for name, svg in self._source.figures()}

    def __repr__(self) -> str:
        lines = [f"{one.name}: {one.expression()}" for one in self]
        return "\n".join([f"Results of {self.data['study']}", *lines])


class Analysis:
    """One analysis: its tables as frames. ``data`` is everything about it in ``results.json``."""

    def __init__(self, name: str, data: dict[str, Any], robustness: dict[str, Any]) -> None:
        self.name = name
        self.data = data
        self._robustness = robustness

    @property
    def interpret(self) -> str:
        """The solution that the study interprets: ``conservative``, ``parsimonious`` or ``intermediate``."""
        return str(self.data["interpret"])

    @property
    def necessity(self) -> Frame:
        """Single conditions and their negations: ``expression``, ``consistency``, ``coverage``, ``relevance``."""
        return Frame.of_rows(self.data["necessity"])

    @property
    def truth_table(self) -> Frame:
        """One row a configuration: ``row``, a column a condition, ``output``, ``cases_in``, ``consistency``, ``pri``."""
        rows = [{"row": row["row"], **row["configuration"], **_without(row, "row", "configuration")} for row in
                self.data["truth_table"]]
        return Frame.of_rows(rows)

    def models(self, solution: Optional[str] = None) -> Frame:
        """The models of a solution, a row each, with their fit; of the interpreted one where none is named."""
        rows = [_without(model, "terms") for model in self._found(solution)]
        return Frame.of_rows(rows, ["expression", "consistency", "pri", "coverage"])

    def solution(self, solution: Optional[str] = None, model: int = 0) -> Frame:
        """The terms of a model, a row each: ``expression``, ``consistency``, ``pri``, ``raw_coverage``,
        ``unique_coverage``, ``cases``. ``model`` counts from 0 among models that fit equally well."""
        models = self._found(solution)
        terms = models[model]["terms"] if models else []
        return Frame.of_rows(terms, ["expression", *_MEASURES, "cases"])

    def expression(self, solution: Optional[str] = None) -> Optional[str]:
        """The first model as an expression; ``None`` if there is no solution."""
        models = self._found(solution)
        return models[0]["expression"] if models else None

    def refused(self, solution: Optional[str] = None) -> Optional[Any]:
        """The reason why there is no solution; ``None`` if there is one."""
        return self.data["solutions"][solution or self.interpret].get("refused")

    @property
    def cases(self) -> Frame:
        """Every case with its membership in each term of the interpreted solution and in the ``outcome``."""
        found = self.data.get("path_memberships") or {"cases": [], "terms": {}, "outcome": []}
        return Frame({"case": found["cases"], **found["terms"], "outcome": found["outcome"]})

    @property
    def ranges(self) -> Frame:
        """The exact interval of each number in which the models stay the same: ``decision``, ``set`` (of an
        anchor), ``chosen``, ``low``, ``high``; empty without ``robustness: {ranges: true}``."""
        rows = []
        for one in self._robustness.get("ranges", {}).get(self.name, []):
            same = one.get("same_models") or {}
            ends = {end: (same.get(end) or {}).get("at") for end in ("low", "high")}
            rows.append({"decision": one["decision"], "set": one.get("set"), "chosen": one["chosen"], **ends})
        return Frame.of_rows(rows, ["decision", "set", "chosen", "low", "high"])

    @property
    def multiverse(self) -> Frame:
        """For each path the number of universes that keep it: ``path``, ``exact``, ``narrower``, ``wider``, ``related``,
        ``divided``, ``lost``; empty without ``robustness: {multiverse: …}``."""
        found = (self._robustness.get("multiverse") or {}).get("analyses", {}).get(self.name, {})
        return Frame.of_rows([{"path": path, **counts} for path, counts in found.get("paths", {}).items()])

    def _found(self, solution: Optional[str]) -> list[dict[str, Any]]:
        solutions = self.data["solutions"]
        name = solution or self.interpret
        if name not in solutions:
            raise KeyError(f"{name!r} is not a solution: choose from {', '.join(solutions)}")
        return list(solutions[name].get("models", []))

    def __repr__(self) -> str:
        return f"Analysis({self.name!r}, {self.expression()!r})"


def _without(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not isinstance(value, dict)}


def _number(cell: str) -> Optional[float]:
    return float(cell) if cell not in ("", "-") else None
