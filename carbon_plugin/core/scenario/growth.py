"""How fast a unit's drivers grew in its own history: what the scenarios build on (Huo et al. 2025, Table 5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell
from .growth_rates import annual_growth, percentiles, window_growth

STATISTICS = ("min", "mean", "max")
GROWTH_YEARS = 5  # the interval of the study's dates, Table 1

_SHORTEST = 2  # steps of growth that a history must hold
_BY_SINGLE_YEARS = sentence(
    "Least and largest growth of {count:unit|units} come from single years instead of steps of {years} years, since "
    "the history is shorter than two such steps (in brackets the drivers): {units}."
)


class WinsoriseError(InputError):
    template = sentence("WINSORISE is {found}, but it must be a percentage from 0 (off) to below 50.")
    remedy = sentence("5 is usual.")


class GrowthYearsError(InputError):
    template = sentence("GROWTH_YEARS is {found}, but it must be at least one year.")
    remedy = sentence("5 is usual; 1 takes single years, as the study does.")


class GrowthYearsTooLongError(InputError):
    template = sentence(
        "GROWTH_YEARS is {found}, but the longest history of a unit in “{table}” spans {longest} years."
    )
    remedy = sentence("Choose at most half of that, or give a longer history.")


@dataclass(frozen=True, eq=False)
class GrowthStatistics:
    """Growth and level of every unit and variable over its history.

    ``rate`` (u, v, 3): least, mean and largest annual growth as a fraction; the mean is the compound rate. ``level``
    (u, v, 3): least, mean and largest value. ``intervals`` (u, v): growth rates there are. NaN where there are none.
    ``by_single_years`` (u, v): where the history is too short for longer steps.
    """

    units: list[str]
    variables: list[str]
    rate: np.ndarray
    level: np.ndarray
    intervals: np.ndarray
    by_single_years: np.ndarray | None = None

    def only(self, kept: np.ndarray) -> GrowthStatistics:
        """The units where ``kept`` (u,) is true."""
        units = [unit for unit, is_kept in zip(self.units, kept) if is_kept]
        single = None if self.by_single_years is None else self.by_single_years[kept]
        return GrowthStatistics(units, self.variables, self.rate[kept], self.level[kept], self.intervals[kept], single)

    def table(self) -> pd.DataFrame:
        """One row a unit and variable: its key, ``growth_<s>`` (% a year), ``level_<s>`` and ``intervals``."""
        rows = len(self.units), len(self.variables)
        columns = {UNIT: np.repeat(self.units, rows[1]), "variable": np.tile(self.variables, rows[0])}
        for position, statistic in enumerate(STATISTICS):
            columns[f"growth_{statistic}"] = 100.0 * self.rate[:, :, position].ravel()
        for position, statistic in enumerate(STATISTICS):
            columns[f"level_{statistic}"] = self.level[:, :, position].ravel()
        return pd.DataFrame({**columns, "intervals": self.intervals.ravel()})


def growth_statistics(
    history: Panel, variables: list[str], winsorise: float = 0.0, *, growth_years: int = GROWTH_YEARS
) -> GrowthStatistics:
    """Least, mean and largest growth of each unit, annualised: ``(x1 / x0)^(1 / years) - 1``.

    The mean is the compound rate of the whole history; the others are taken over every window from an observation to
    the first one at least ``growth_years`` later. A history of a unit that is shorter than two such windows gives
    growth between successive observations, as ``growth_years`` 1 does.

    Args:
        history: positive ``variables``, NaN where unknown; annual or dated.
        variables: its columns.
        winsorise: growth beyond this percentile, and 100 minus it, of the unit's own growth counts as that percentile,
            in the mean of single years too.
        growth_years: length of the windows in years.

    Raises:
        WinsoriseError, GrowthYearsError.
        GrowthYearsTooLongError: a window that no history holds, where it is longer than the usual one.

    >>> years, levels = range(2000, 2011), [1.0, 1.2, 1.1, 1.3, 1.2, 1.4, 1.6, 1.5, 1.9, 1.8, 2.0]
    >>> panel = Panel(pd.DataFrame({"unit": "a", "year": years, "W": levels}), "book")
    >>> growth_statistics(panel, ["W"]).rate.round(4).tolist()
    [[[0.0592, 0.0718, 0.0845]]]
    """
    if not 0.0 <= winsorise < 50.0:
        raise WinsoriseError(found=float(winsorise))
    if growth_years < 1:
        raise GrowthYearsError(found=growth_years)
    units, years, levels = _as_array(history, variables)
    known = np.isfinite(levels)
    spans = np.where(known.any(axis=0), _span(known, years), 0)
    longest = int(spans.max(initial=0))
    if growth_years > max(longest, GROWTH_YEARS):
        raise GrowthYearsTooLongError(found=growth_years, table=history.table, longest=longest)
    growth, steps = annual_growth(levels, years)
    low, mean, high = _rates(growth, steps, winsorise)
    intervals = np.isfinite(growth).sum(axis=0)
    single = np.ones(intervals.shape, dtype=bool)
    if growth_years > 1:
        single = spans < _SHORTEST * growth_years
        windows = window_growth(levels, years, growth_years)
        count = np.isfinite(windows).sum(axis=0)
        whole = _rates(growth, steps, 0.0)[1] if winsorise else mean
        least, most = percentiles(windows, [winsorise, 100.0 - winsorise])
        low = np.where(single, low, np.fmin(least, whole))  # a mean outside all windows is the bound itself
        high = np.where(single, high, np.fmax(most, whole))
        mean, intervals = np.where(single, mean, whole), np.where(single, intervals, count)
    rate = np.stack([low, mean, high], axis=-1)
    fell_back = single & (intervals > 0) if growth_years > 1 else np.zeros_like(single)
    return GrowthStatistics(units, list(variables), rate, _levels(levels, known), intervals, fell_back)


def remarks_on_growth(statistics: GrowthStatistics, growth_years: int) -> list[Message]:
    """Which units and drivers have growth of single years, since their history is short."""
    single = statistics.by_single_years
    if single is None or not single.any():
        return []
    cells = [
        Cell(unit, column=[name for name, is_single in zip(statistics.variables, row) if is_single])
        for unit, row in zip(statistics.units, single)
        if row.any()
    ]
    values = {"count": len(cells), "years": growth_years, "units": cells}
    return [warning("growth-by-single-years", _BY_SINGLE_YEARS, **values)]


def _as_array(history: Panel, variables: list[str]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Units in order of appearance, rising years, values (t, u, v)."""
    unit_codes, units = pd.factorize(history.frame[UNIT])
    years, year_codes = np.unique(history.frame[YEAR].to_numpy(), return_inverse=True)
    levels = np.full((len(years), len(units), len(variables)), np.nan)
    levels[year_codes, unit_codes] = np.column_stack([history.numbers(name) for name in variables])
    return list(units), years, levels


def _span(known: np.ndarray, years: np.ndarray) -> np.ndarray:
    """Years (u, v) between the first and the last observation."""
    return years[len(years) - 1 - np.argmax(known[::-1], axis=0)] - years[np.argmax(known, axis=0)]


def _rates(growth: np.ndarray, steps: np.ndarray, winsorise: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Least, compound and largest growth (u, v) of successive observations (t, u, v)."""
    low, high = percentiles(growth, [winsorise, 100.0 - winsorise])
    kept = np.where(np.isfinite(growth), np.clip(growth, low, high) if winsorise else growth, 0.0)
    whole = steps.sum(axis=0)
    whole = np.where(whole > 0, whole, np.nan)
    return low, np.expm1((np.log1p(kept) * steps).sum(axis=0) / whole), high


def _levels(levels: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Least, mean and largest level (u, v, 3)."""
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
    return level
