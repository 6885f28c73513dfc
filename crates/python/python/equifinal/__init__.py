"""Qualitative Comparative Analysis that can be rebuilt: exact, certified, and the same bytes everywhere.

A study in a file, as the command ``equifinal run`` makes it::

    results = equifinal.Study("configs/lipset-democracy.yaml").run()
    results["survival"].solution()

Or an analysis of a table of pandas, polars or pyarrow::

    results = equifinal.analyse(
        df, outcome="Y", conditions=["A", "B"], calibrate={"A": {"direct": {...}}}, consistency=0.8
    )

Mistakes are exceptions that keep ``file``, ``line`` and ``column``: :class:`StudyError`, :class:`DataError`.
"""

from ._analyse import analyse, calibrate, chains, nca, panel, ranges
from ._equifinal import DataError, EquifinalError, StudyError, __version__, schema
from ._fit import necessity, sufficiency
from ._frame import Frame
from ._results import Analysis, Figure, Results
from ._study import Study

__all__ = [
    "Analysis",
    "DataError",
    "EquifinalError",
    "Figure",
    "Frame",
    "Results",
    "Study",
    "StudyError",
    "__version__",
    "analyse",
    "calibrate",
    "chains",
    "nca",
    "necessity",
    "panel",
    "ranges",
    "schema",
    "sufficiency",
]
