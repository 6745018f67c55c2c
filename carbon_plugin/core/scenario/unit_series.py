"""What was observed of every unit and then projected, as one series a unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..options import PEAKS_FROM
from ..stirpat.variables import EMISSION
from ..tables.frames import columns_at, rows_at
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .sinks import SINK

CAP_BINDS = (
    "cap_binds"  # the column of the annual rows: an assumed bound holds a driver in this year or held one before
)
PAST, BY_SCENARIO, NO_PEAK = PEAK_KINDS = ("past", "by_scenario", "none")

_ROUNDING = 1e-12  # emissions this close, relative to each other, are a plateau


@dataclass(frozen=True, eq=False)
class UnitSeries:
    """Emission and sink (u, t) over ``years`` (t,), NaN where unknown; ``base`` (u,): position of the base year.

    ``capped_from`` (u,): the first year in which an assumed bound holds a driver, infinite where none does.
    """

    years: np.ndarray
    emission: np.ndarray
    sink: np.ndarray
    base: np.ndarray
    capped_from: np.ndarray


@dataclass(frozen=True, eq=False)
class Peaks:
    """``year`` (u,), NaN where there is none; ``height`` (u,): emission in it, or the highest; ``kind`` (u,): of
    ``PEAK_KINDS``; ``by_cap`` (u,): where the highest year comes only after an assumed bound holds a driver.
    """

    year: np.ndarray
    height: np.ndarray
    kind: np.ndarray
    by_cap: np.ndarray


def unit_series(history: Panel | None, annual: pd.DataFrame, units: list[str]) -> UnitSeries:
    """The history of ``units`` before their base year, then their projection under one scenario.

    Args:
        history: ``ce`` and ``cs`` (t C a year) as far as they were observed, None where nothing was.
        annual: ``unit``, ``year``, ``ce``, ``cs`` (t C a year) in every year from the unit's base year on.
        units: (u,) their keys.

    >>> history = Panel(pd.DataFrame({"unit": "a", "year": [2023, 2024], "ce": [4.0, 5.0]}), "panel")
    >>> annual = pd.DataFrame({"unit": "a", "year": [2024, 2025], "ce": [5.0, 6.0], "cs": 1.0})
    >>> series = unit_series(history, annual, ["a"])
    >>> series.emission.tolist(), series.base.tolist()
    ([[4.0, 5.0, 6.0]], [1])
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
    capped_from = np.full(len(units), np.inf)
    if CAP_BINDS in annual.columns:
        bound = rows_at(columns_at(annual, [UNIT, YEAR]), annual[CAP_BINDS].to_numpy(dtype=bool))
        held = bound.groupby(UNIT)[YEAR].min().reindex(units)
        capped_from = held.fillna(np.inf).to_numpy(dtype=float)
    base = np.searchsorted(years, first.to_numpy())
    return UnitSeries(years, arrays[EMISSION], arrays[SINK], base, capped_from)


def _numbers_before(history: Panel, first: pd.Series) -> pd.DataFrame:
    """``unit``, ``year`` and what is known of emission and sink before each unit's ``first`` year."""
    rows = history.frame[YEAR].to_numpy() < first.reindex(history.frame[UNIT]).to_numpy()
    known = {name: history.numbers(name)[rows] for name in (EMISSION, SINK) if name in history}
    return columns_at(history.frame, [UNIT, YEAR])[rows].assign(**known)


def find_peaks(series: UnitSeries, peak_from: str = PEAKS_FROM.default) -> Peaks:
    """When every unit peaks: the earliest highest year, none where that is the last one.

    ``peak_from``: one of ``options.PEAKS_FROM``. ``base_year``: the path from the base year on decides; where it never
    rises above the base year the peak is past, in the highest year observed. ``history``: history and path are one
    series. No peak is a highest year that comes only after an assumed bound holds a driver: what turns the path is
    the bound.

    >>> years, base = np.arange(2019, 2023), np.array([1, 1])
    >>> emission = np.array([[9.0, 5.0, 6.0, 4.0], [9.0, 5.0, 4.0, 3.0]])
    >>> unbound = np.full(2, np.inf)
    >>> peaks = find_peaks(UnitSeries(years, emission, emission, base, unbound))
    >>> peaks.year.tolist(), peaks.kind.tolist()
    ([2021.0, 2019.0], ['by_scenario', 'past'])
    """
    PEAKS_FROM.check(peak_from)
    at = np.arange(len(series.years))[None, :]
    base, last = series.base[:, None], len(series.years) - 1
    position = _highest(series.emission)
    if peak_from == "base_year":
        on_path = _highest(np.where(at >= base, series.emission, np.nan))
        observed = _highest(np.where(at <= base, series.emission, np.nan))
        position = np.where(on_path == series.base, observed, on_path)
    is_past, year = position <= series.base, series.years[position].astype(float)
    by_cap = ~is_past & (position < last) & (year >= series.capped_from - 1)
    turns = (position < last) & ~by_cap
    return Peaks(
        year=np.where(turns, year, np.nan),
        height=series.emission[np.arange(len(position)), position],
        kind=np.where(turns, np.where(is_past, PAST, BY_SCENARIO), NO_PEAK),
        by_cap=by_cap,
    )


def _highest(emission: np.ndarray) -> np.ndarray:
    """Position (u,) of the earliest maximum of ``emission`` (u, t) but for rounding."""
    peak = np.nanmax(emission, axis=1)
    return np.argmax(emission >= (peak - _ROUNDING * np.abs(peak))[:, None], axis=1)


def find_neutral_years(emission: np.ndarray, sink: np.ndarray, years: np.ndarray) -> np.ndarray:
    """The first year (u,) in which ``sink`` (u, t) covers ``emission`` (u, t); NaN where there is none."""
    balanced = emission <= sink
    return np.where(balanced.any(axis=1), years[np.argmax(balanced, axis=1)], np.nan)
