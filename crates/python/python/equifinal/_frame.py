"""Small tables of results that need no other library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Optional


class Frame:
    """A table by columns: ``frame["consistency"]`` is a list with one value a row, ``None`` where there is none.

    ``to_pandas()``, ``to_polars()`` and ``to_arrow()`` give it to other libraries, which must be installed.
    """

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self._columns = columns

    @classmethod
    def of_rows(cls, rows: Sequence[dict[str, Any]], columns: Optional[Sequence[str]] = None) -> Frame:
        """The table of these rows; its columns are those of the rows, in their order, or the named ones."""
        names = list(columns) if columns is not None else list(dict.fromkeys(name for row in rows for name in row))
        return cls({name: [row.get(name) for row in rows] for name in names})

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self._columns)

    def rows(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self._columns, row)) for row in zip(*self._columns.values())]

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns as lists."""
        return dict(self._columns)

    def to_pandas(self) -> Any:
        """The table as a ``pandas.DataFrame``."""
        import pandas

        return pandas.DataFrame(self._columns)

    def to_polars(self) -> Any:
        """The table as a ``polars.DataFrame``."""
        import polars

        return polars.DataFrame(self._columns, strict=False)

    def to_arrow(self) -> Any:
        """The table as a ``pyarrow.Table``."""
        import pyarrow

        return pyarrow.table(self._columns)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def __getitem__(self, name: str) -> list[Any]:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(next(iter(self._columns.values()), []))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and self._columns == other._columns

    def __repr__(self) -> str:
        cells = [self.columns, *([_shown(value) for value in row] for row in zip(*self._columns.values()))]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self._columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(value))}</td>" for value in row) + "</tr>"
            for row in zip(*self._columns.values())
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return str(value)
