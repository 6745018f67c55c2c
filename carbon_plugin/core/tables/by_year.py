"""Rows of a panel by their year: sums and counts, and back to the rows."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class ByYear:
    """Rows of a panel by their year. ``years``: (k,) sorted; ``codes``: (n,) the position of each row's year in it.

    Values may have axes before that of the rows, such as one of draws: each draw is summed for itself, in the order
    of the rows, so that it gives to the last bit what it gives alone.

    >>> by_year = ByYear.of(np.array([2000, 2005, 2000]))
    >>> by_year.sum(np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]]), np.array([True, True, True])).tolist()
    [[4.0, 2.0], [40.0, 20.0]]
    """

    years: np.ndarray
    codes: np.ndarray

    @classmethod
    def of(cls, years: np.ndarray) -> ByYear:
        """Group rows by ``years`` (n,)."""
        return cls(*np.unique(years, return_inverse=True))

    def sum(self, values: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """Sum of ``values`` (..., n) a year, over the rows where ``rows`` (..., n) is True: (..., k)."""
        values, rows = np.broadcast_arrays(values, rows)
        return self._binned(rows, values[rows])

    def count(self, rows: np.ndarray) -> np.ndarray:
        """Number of True ``rows`` (..., n) a year: (..., k) integers."""
        return self._binned(rows)

    def spread(self, per_year: np.ndarray) -> np.ndarray:
        """Each row's entry of ``per_year`` (..., k): (..., n)."""
        return per_year[..., self.codes]

    def _binned(self, rows: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
        """Sums (or counts) of the True ``rows``, each draw in bins of its own."""
        before, years = rows.shape[:-1], len(self.years)
        draws = math.prod(before)
        bins = (np.arange(draws).reshape(*before, 1) * years + self.codes)[rows]
        return np.bincount(bins, weights=weights, minlength=draws * years).reshape(*before, years)
