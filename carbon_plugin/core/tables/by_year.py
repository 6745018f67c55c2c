"""Rows of a panel by their year: sums and counts, and back to the rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class ByYear:
    """Rows of a panel by their year. ``years``: (k,) sorted; ``codes``: (n,) the position of each row's year in it."""

    years: np.ndarray
    codes: np.ndarray

    @classmethod
    def of(cls, years: np.ndarray) -> ByYear:
        """Group rows by ``years`` (n,)."""
        return cls(*np.unique(years, return_inverse=True))

    def sum(self, values: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """Sum of ``values`` (n,) a year, over the rows where ``rows`` (n,) is True: (k,)."""
        return np.bincount(self.codes[rows], weights=values[rows], minlength=len(self.years))

    def count(self, rows: np.ndarray) -> np.ndarray:
        """Number of True rows a year: (k,) integers."""
        return np.bincount(self.codes[rows], minlength=len(self.years))

    def spread(self, per_year: np.ndarray) -> np.ndarray:
        """Each row's entry of ``per_year`` (k,): (n,)."""
        return per_year[self.codes]
