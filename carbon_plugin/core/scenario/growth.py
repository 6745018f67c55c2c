"""How fast a unit's drivers grew in its own history: what the scenarios build on (Huo et al. 2025, Table 5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import sentence
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR

STATISTICS = ("min", "mean", "max")


class WinsoriseError(InputError):
    template = sentence("WINSORISE is {found}, but it must be a percentage from 0 (off) to below 50.")
    remedy = sentence("5 is usual.")


@dataclass(frozen=True, eq=False)
class GrowthStatistics:
    """Growth and level of every unit and variable over its history.

    ``rate`` (u, v, 3): least, mean and largest annual growth as a fraction; the mean is the compound rate. ``level``
    (u, v, 3): least, mean and largest value. ``intervals`` (u, v): growth rates there are. NaN where there are none.
    """

    units: list[str]
    variables: list[str]
    rate: np.ndarray
    level: np.ndarray
    intervals: np.ndarray

    def only(self, kept: np.ndarray) -> GrowthStatistics:
        """The units where ``kept`` (u,) is true."""
        units = [unit for unit, is_kept in zip(self.units, kept) if is_kept]
        return GrowthStatistics(units, self.variables, self.rate[kept], self.level[kept], self.intervals[kept])

    def table(self) -> pd.DataFrame:
        """One row a unit and variable: its key, ``growth_<s>`` (% a year), ``level_<s>`` and ``intervals``."""
        rows = len(self.units), len(self.variables)
        columns = {UNIT: np.repeat(self.units, rows[1]), "variable": np.tile(self.variables, rows[0])}
        for position, statistic in enumerate(STATISTICS):
            columns[f"growth_{statistic}"] = 100.0 * self.rate[:, :, position].ravel()
        for position, statistic in enumerate(STATISTICS):
            columns[f"level_{statistic}"] = self.level[:, :, position].ravel()
        return pd.DataFrame({**columns, "intervals": self.intervals.ravel()})


def growth_statistics(history: Panel, variables: list[str], winsorise: float = 0.0) -> GrowthStatistics:
    """Growth between successive observations of each unit, annualised: ``(x1 / x0)^(1 / years) - 1``.

    ``history``: positive ``variables``, NaN where unknown; annual or dated. ``winsorise``:
    growth beyond this percentile, and 100 minus it, of the unit's own growth counts as that percentile. The mean is
    compound over time, so that without winsorising it leads from the first observation to the last.

    Raises ``WinsoriseError``.
    """
    if not 0.0 <= winsorise < 50.0:
        raise WinsoriseError(found=float(winsorise))
    units, years, levels = _as_array(history, variables)
    growth, spans = _annual_growth(levels, years)
    return _statistics(units, variables, levels, growth, spans, winsorise)


def _as_array(history: Panel, variables: list[str]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Units in order of appearance, rising years, values (t, u, v)."""
    unit_codes, units = pd.factorize(history.frame[UNIT])
    years, year_codes = np.unique(history.frame[YEAR].to_numpy(), return_inverse=True)
    levels = np.full((len(years), len(units), len(variables)), np.nan)
    levels[year_codes, unit_codes] = np.column_stack([history.numbers(name) for name in variables])
    return list(units), years, levels


def _annual_growth(levels: np.ndarray, years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Annual growth (t, u, v) since the observation before, NaN where there is none, and the years between them."""
    growth, spans = np.full(levels.shape, np.nan), np.zeros(levels.shape)
    last, last_year = np.full(levels.shape[1:], np.nan), np.full(levels.shape[1:], np.nan)
    for t, year in enumerate(years):
        logs = np.log(levels[t])
        known = np.isfinite(logs)
        both = known & np.isfinite(last)
        spans[t, both] = year - last_year[both]
        growth[t, both] = np.expm1((logs - last)[both] / spans[t, both])
        last[known], last_year[known] = logs[known], year
    return growth, spans


def _statistics(
    units: list[str], variables: list[str], levels: np.ndarray, growth: np.ndarray, spans: np.ndarray, winsorise: float
) -> GrowthStatistics:
    intervals = np.isfinite(growth).sum(axis=0)
    some = intervals > 0
    low, high = bounds = np.full((2, *some.shape), np.nan)
    bounds[:, some] = np.nanpercentile(growth[:, some], [winsorise, 100.0 - winsorise], axis=0)
    kept = np.where(np.isfinite(growth), np.clip(growth, low, high), 0.0)
    whole = np.where(some, spans.sum(axis=0), np.nan)
    rate = np.stack([low, np.expm1((np.log1p(kept) * spans).sum(axis=0) / whole), high], axis=-1)
    known = np.isfinite(levels)
    counts = known.sum(axis=0)
    level = np.stack(
        [
            np.where(known, levels, np.inf).min(axis=0),
            np.where(known, levels, 0.0).sum(axis=0) / np.maximum(counts, 1),
            np.where(known, levels, -np.inf).max(axis=0),
        ],
        axis=-1,
    )
    level[counts == 0] = np.nan
    return GrowthStatistics(units, list(variables), rate, level, intervals)
