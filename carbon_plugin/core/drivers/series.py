"""Series of all quantities of an identity, unit by unit and for the region, and the dates they are compared at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR

REGION = "region"
CONSECUTIVE, FIRST_LAST = "consecutive", "first_last"


@dataclass(frozen=True, eq=False)
class QuantitySeries:
    """``units`` (u,), ``years`` (y,) rising; ``values``: by column (u, y), NaN where missing."""

    units: tuple[str, ...]
    years: np.ndarray
    values: Mapping[str, np.ndarray]

    @property
    def complete(self) -> np.ndarray:
        """(u, y) True where every quantity is known and none is below zero."""
        return np.logical_and.reduce([np.isfinite(one) & (one >= 0.0) for one in self.values.values()])


@dataclass(frozen=True, eq=False)
class Pairs:
    """Two dates of a row of ``QuantitySeries``, n times: its row, the places of both dates and of its first date."""

    row: np.ndarray
    before: np.ndarray
    after: np.ndarray
    first: np.ndarray


def series_of(panel: Panel, columns: Sequence[str]) -> QuantitySeries:
    """The ``columns`` of a panel as series. Raises what ``Panel.require`` raises.

    Args:
        panel: one row a unit and year.
        columns: the quantities, each in its own unit.

    >>> book = pd.DataFrame({"unit": ["a", "a", "b"], "year": [2000, 2001, 2001], "gdp": [1.0, 2.0, 3.0]})
    >>> series_of(Panel(book, "book"), ["gdp"]).values["gdp"].tolist()
    [[1.0, 2.0], [nan, 3.0]]
    """
    panel.require(columns)
    rows, units = pd.factorize(panel.frame[UNIT])
    years, places = np.unique(panel.frame[YEAR].to_numpy(), return_inverse=True)
    values = {}
    for name in columns:
        values[name] = np.full((len(units), len(years)), np.nan)
        values[name][rows, places] = panel.numbers(name)
    return QuantitySeries(tuple(units), years, values)


def of_the_region(series: QuantitySeries) -> tuple[QuantitySeries, list[str]]:
    """The sums over the units that are complete in every year in which any is, and the units that are not.

    A sum over other units each year would change with them. No year where no unit is complete throughout.

    Args:
        series: of the units.

    >>> values = {"gdp": np.array([[1.0, 2.0], [3.0, 4.0], [np.nan, 5.0]])}
    >>> region, left_out = of_the_region(QuantitySeries(("a", "b", "c"), np.array([2000, 2001]), values))
    >>> region.values["gdp"].tolist(), left_out
    ([[4.0, 6.0]], ['c'])
    """
    complete = series.complete
    dates = complete.any(axis=0)
    whole = complete[:, dates].all(axis=1) & dates.any()
    left_out = [unit for unit, kept in zip(series.units, whole) if not kept]
    years = series.years[dates] if whole.any() else series.years[:0]
    sums = {
        name: values[whole][:, dates].sum(axis=0, keepdims=True) if whole.any() else np.empty((1, 0))
        for name, values in series.values.items()
    }
    return QuantitySeries((REGION,), years, sums), left_out


def find_pairs(series: QuantitySeries, periods: str) -> Pairs:
    """The dates to compare: of every row its complete dates one after the other, or the first and the last."""
    found = []
    for row, known in enumerate(series.complete):
        dates = np.flatnonzero(known)
        if len(dates) < 2:
            continue
        steps = [(dates[0], dates[-1])] if periods == FIRST_LAST else zip(dates, dates[1:])
        found += [(row, before, after, dates[0]) for before, after in steps]
    return Pairs(*np.array(found, dtype=int).reshape(-1, 4).T)
