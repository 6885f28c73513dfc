"""Studies in files and in memory."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Optional, Union

from . import _equifinal
from ._results import Results


class Study:
    """A study file of a project, or a study in memory.

    ``Study("configs/NAME.yaml").run()`` does what the command ``equifinal run`` does: it reads ``data/``, writes
    ``reports/NAME/``, and leaves a report alone that is up to date.
    """

    def __init__(self, path: Union[str, os.PathLike[str]]) -> None:
        self.path: Optional[Path] = Path(path)
        self._text = b""
        self._files: dict[str, bytes] = {}
        self._tables: dict[str, Any] = {}

    @classmethod
    def of(
        cls,
        study: Union[str, dict[str, Any]],
        tables: Optional[dict[str, Any]] = None,
        files: Optional[dict[str, bytes]] = None,
    ) -> Study:
        """A study in memory, as the text of a study file or as a dictionary with the same keys.

        ``tables`` gives for names of data files, which end in ``.parquet``, tables of pandas, polars or pyarrow, or
        dictionaries of lists; ``files`` gives for names the bytes of data files and of files that the study includes.
        """
        made = cls("study.yaml")
        made.path = None
        made._text = (study if isinstance(study, str) else json.dumps(study, ensure_ascii=False, indent=1)).encode()
        made._tables = {name: _plain(table) for name, table in (tables or {}).items()}
        made._files = dict(files or {})
        return made

    def run(self, force: bool = False) -> Results:
        """Runs the study and returns its results; ``force`` runs it even if its report is up to date.

        Raises :class:`StudyError` for mistakes in the study, :class:`DataError` for data that it cannot use, and
        :class:`EquifinalError` otherwise; the old report then stays as it is.
        """
        if self.path is None:
            return Results(_equifinal.run_memory("study.yaml", self._text, self._files, self._tables))
        _, folder, _, warnings = _equifinal.run_file(str(self.path), force)
        return Results(_Folder(Path(folder)), warnings)

    def __repr__(self) -> str:
        return f"Study({str(self.path)!r})" if self.path else "Study.of(…)"


class _Folder:
    """The files of a report on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def results(self) -> bytes:
        return (self._folder / "results.json").read_bytes()

    def memberships(self) -> bytes:
        return (self._folder / "tables" / "memberships.csv").read_bytes()

    def languages(self) -> list[str]:
        return sorted(path.name.split(".")[1] for path in self._folder.glob("report.*.md")) or ["en"]

    def report(self, language: str) -> str:
        """The page, which holds all languages."""
        return (self._folder / "report.html").read_text(encoding="utf-8")

    def figures(self) -> list[tuple[str, str]]:
        found = sorted((self._folder / "figures").glob("*.svg"))
        return [(path.stem, path.read_text(encoding="utf-8")) for path in found]


def _plain(table: Any) -> Any:
    """A table that can be handed over: categories of pandas as texts, and lists where pyarrow is not installed."""
    if type(table).__module__.split(".")[0] != "pandas":
        return table
    categories = [name for name, kind in table.dtypes.items() if str(kind) == "category"]
    table = table.astype({name: object for name in categories}) if categories else table
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        missing = table.isna()
        return {
            str(name): [None if gap else value for value, gap in zip(table[name].tolist(), missing[name])]
            for name in table.columns
        }
    return table.reset_index(drop=True)
