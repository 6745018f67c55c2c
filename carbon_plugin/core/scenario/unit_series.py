"""What was observed of every unit and then projected, as one series a unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..stirpat.variables import EMISSION
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .sinks import SINK

_ROUNDING = 1e-12  # emissions this close, relative to each other, are a plateau


@dataclass(frozen=True, eq=False)
class UnitSeries:
    """Emission and sink (u, t) over ``years`` (t,), NaN where unknown; ``base`` (u,): position of the base year."""

    years: np.ndarray
    emission: np.ndarray
    sink: np.ndarray
    base: np.ndarray


def unit_series(history: Panel | None, annual: pd.DataFrame, units: list[str]) -> UnitSeries:
    """The history of ``units`` before their base year, then their projection under one scenario.

    ``history``: ``ce`` and ``cs`` as far as they were observed, None where nothing was. ``annual``: ``unit``, ``year``,
    ``ce``, ``cs`` in every year from the unit's base year on.
    """
    position = pd.Series(np.arange(len(units)), index=units)
    first = annual.groupby(UNIT)[YEAR].min().reindex(units)
    past = annual.head(0) if history is None else _numbers_before(history, first)
    years = np.union1d(past[YEAR].unique(), annual[YEAR].unique())
    arrays = {}
    for name in (EMISSION, SINK):
        arrays[name] = np.full((len(units), len(years)), np.nan)
        for rows in (past, annual):
            if name in rows.columns and len(rows):
                at = position.reindex(rows[UNIT]).to_numpy(), np.searchsorted(years, rows[YEAR])
                arrays[name][at] = rows[name].to_numpy(dtype=float)
    return UnitSeries(years, arrays[EMISSION], arrays[SINK], np.searchsorted(years, first.to_numpy()))


def _numbers_before(history: Panel, first: pd.Series) -> pd.DataFrame:
    """``unit``, ``year`` and what is known of emission and sink before each unit's ``first`` year."""
    rows = history.frame[YEAR].to_numpy() < first.reindex(history.frame[UNIT]).to_numpy()
    known = {name: history.numbers(name)[rows] for name in (EMISSION, SINK) if name in history}
    return history.frame.loc[rows, [UNIT, YEAR]].assign(**known)


def find_peaks(emission: np.ndarray, years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Year and height (u,) of the earliest maximum of ``emission`` (u, t); the year is NaN where it is the last."""
    peak = np.nanmax(emission, axis=1)
    at_peak = emission >= (peak - _ROUNDING * np.abs(peak))[:, None]
    position = np.argmax(at_peak, axis=1)
    return np.where(position < len(years) - 1, years[position], np.nan), peak


def find_neutral_years(emission: np.ndarray, sink: np.ndarray, years: np.ndarray) -> np.ndarray:
    """The first year (u,) in which ``sink`` (u, t) covers ``emission`` (u, t); NaN where there is none."""
    balanced = emission <= sink
    return np.where(balanced.any(axis=1), years[np.argmax(balanced, axis=1)], np.nan)
