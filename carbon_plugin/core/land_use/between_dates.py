"""Linear interpolation between the dates of a unit, in arrays.

A unit and a year make one sortable number, so that all units are interpolated at once and none lends to another.
"""

from __future__ import annotations

import numpy as np

YEARS_A_UNIT = 10_000


def unit_years(units: np.ndarray, years: np.ndarray) -> np.ndarray:
    """One number for each unit and year.

    Args:
        units: (n,) whole numbers from 0.
        years: (n,) whole numbers below ``YEARS_A_UNIT``.

    >>> unit_years(np.array([0, 2]), np.array([2000, 2005])).tolist()
    [2000, 22005]
    """
    return units.astype(np.int64) * YEARS_A_UNIT + years.astype(np.int64)


def units_of(keys: np.ndarray) -> np.ndarray:
    """The units of ``unit_years``.

    Args:
        keys: (n,) of ``unit_years``.

    >>> units_of(np.array([2000, 22005])).tolist()
    [0, 2]
    """
    return keys // YEARS_A_UNIT


class BetweenDates:
    """Interpolates from the unit-years ``dates`` (d,) to ``wanted`` (n,), each as of ``unit_years``.

    The geometry is worked out once for each pattern of missing cells.

    >>> BetweenDates(np.array([2000, 2010]), np.array([2005, 2011])).fill(np.array([100.0, 80.0]), np.full(2, np.nan))
    (array([90., nan]), array([ True, False]))
    """

    def __init__(self, dates: np.ndarray, wanted: np.ndarray):
        self._order = np.argsort(dates)
        self._dates = dates[self._order]
        self._wanted = wanted
        self._brackets_of: dict[bytes, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}

    def fill(self, values: np.ndarray, at_dates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """``at_dates`` (n,) with its gaps interpolated from ``values`` (d,), and True where that was done.

        Between two dates: a0 + (a1 - a0) * (t - t0) / (t1 - t0). Nothing before the first or after the last.
        """
        values = values[self._order]
        known = ~np.isnan(values)
        values = values[known]
        rows, later, weight = self._brackets(known)
        gaps = np.isnan(at_dates[rows])
        rows, later, weight = rows[gaps], later[gaps], weight[gaps]
        filled, interpolated = at_dates.copy(), np.zeros(len(at_dates), dtype=bool)
        filled[rows] = values[later - 1] + (values[later] - values[later - 1]) * weight
        interpolated[rows] = True
        return filled, interpolated

    def _brackets(self, known: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Wanted rows between two known dates of their unit, the later date's position, the share of the way to it."""
        pattern = known.tobytes()
        if pattern not in self._brackets_of:
            dates = self._dates[known]
            later = np.searchsorted(dates, self._wanted)
            rows = np.flatnonzero((later > 0) & (later < len(dates)))
            later, unit = later[rows], units_of(self._wanted[rows])
            same_unit = (units_of(dates[later - 1]) == unit) & (units_of(dates[later]) == unit)
            rows, later = rows[same_unit], later[same_unit]
            weight = (self._wanted[rows] - dates[later - 1]) / (dates[later] - dates[later - 1])
            self._brackets_of[pattern] = rows, later, weight
        return self._brackets_of[pattern]
