"""Fit of one set as a condition of another."""

from collections.abc import Iterable
from typing import Optional

from . import _equifinal


def sufficiency(x: Iterable[float], y: Iterable[float]) -> dict[str, Optional[float]]:
    """Fit of ``x`` as a sufficient condition of ``y`` (Ragin 2006).

    ``x`` and ``y`` are memberships from 0 to 1, one of each per case. Returns ``consistency``, ``pri`` and ``coverage``,
    each from 0 to 1, or ``None`` for 0/0. Raises ``ValueError`` for other values and for different lengths.
    """
    return dict(_equifinal.sufficiency(list(x), list(y)))


def necessity(x: Iterable[float], y: Iterable[float]) -> dict[str, Optional[float]]:
    """Fit of ``x`` as a necessary condition of ``y`` (Goertz 2006; Schneider & Wagemann 2012).

    ``x`` and ``y`` are memberships from 0 to 1, one of each per case. Returns ``consistency``, ``coverage`` and
    ``relevance``, each from 0 to 1, or ``None`` for 0/0. Raises ``ValueError`` for other values and for different
    lengths.
    """
    return dict(_equifinal.necessity(list(x), list(y)))
