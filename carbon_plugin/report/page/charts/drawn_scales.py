"""The scales of axes drawn by hand, with the ticks that matplotlib chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..figures import apart

LETTERS = 9.0  # points, of the numbers along axes
MARGIN = 0.05  # of the length of a scale, left free at both ends
MOST_TICKS, MOST_YEARS, MOST_DECADES = 9, 6, 7
STEPS, STEPS_OF_YEARS = (1, 2, 2.5, 5, 10), (1, 2, 5, 10)
FEW = (1.0, 2.0, 5.0)  # ticks of a decade where less than two whole ones are seen


@dataclass(frozen=True)
class Linear:
    """From ``low`` to ``high``; ``is_years``: ticks at a few whole numbers."""

    low: float
    high: float
    is_years: bool = False
    letters: float = LETTERS

    @classmethod
    def of(cls, values: np.ndarray, margin: float = MARGIN, is_years: bool = False) -> Linear:
        """The scale on which all ``values`` (n,) are seen that are not missing, room for a number around a single one.

        >>> Linear.of(np.array([0.0, np.nan, 10.0]))
        Linear(low=-0.5, high=10.5, is_years=False, letters=9.0)
        """
        low, high = _ends(values, (0.0, 1.0))
        if low == high:
            low, high = low - (abs(low) or 1.0) * MARGIN, high + (abs(high) or 1.0) * MARGIN
        more = margin * (high - low)
        return cls(low - more, high + more, is_years)

    def shares(self, values: np.ndarray) -> np.ndarray:
        """Where values stand, from 0 at the low end to 1 at the high one."""
        return (np.asarray(values, dtype=float) - self.low) / (self.high - self.low)

    def ticks(self, most: int) -> np.ndarray:
        """At most about so many values that are written."""
        from matplotlib.ticker import MaxNLocator

        if self.is_years:
            found = MaxNLocator(nbins=MOST_YEARS, steps=STEPS_OF_YEARS, integer=True).tick_values(self.low, self.high)
        else:
            found = MaxNLocator(nbins=min(max(most, 1), MOST_TICKS), steps=STEPS).tick_values(self.low, self.high)
        return _inside(found, self.low, self.high)

    def minor_ticks(self) -> np.ndarray:
        """None."""
        return np.empty(0)

    def texts(self, ticks: np.ndarray) -> list[str]:
        """As they are written: with the same decimals, thousands apart but in years."""
        from matplotlib.ticker import ScalarFormatter

        formatter = ScalarFormatter(useOffset=False)
        formatter.set_scientific(False)
        formatter.create_dummy_axis()
        formatter.axis.set_view_interval(self.low, self.high)
        found = formatter.format_ticks(ticks)
        return found if self.is_years else [apart(text) for text in found]


@dataclass(frozen=True)
class Logarithmic:
    """From ``low`` to ``high``, above 0, in powers of ten."""

    low: float
    high: float
    letters: float = LETTERS

    @classmethod
    def of(cls, values: np.ndarray) -> Logarithmic:
        """The scale on which all ``values`` (n,) above 0 are seen, a decade on both sides of a single one."""
        values = np.asarray(values, dtype=float)
        low, high = np.log10(_ends(values[values > 0], (1.0, 10.0)))
        if low == high:
            low, high = low - 1.0, high + 1.0
        more = MARGIN * (high - low)
        return cls(float(10 ** (low - more)), float(10 ** (high + more)))

    def shares(self, values: np.ndarray) -> np.ndarray:
        """Where values stand, from 0 at the low end to 1 at the high one; missing where one is not above 0."""
        values = np.asarray(values, dtype=float)
        low, high = np.log10([self.low, self.high])
        return (np.log10(np.where(values > 0, values, np.nan)) - low) / (high - low)

    def ticks(self, most: int) -> np.ndarray:
        """Whole powers of ten, or some values between them where less than two are seen."""
        from matplotlib.ticker import LogLocator

        for between in ((1.0,), FEW):
            found = LogLocator(subs=between, numticks=MOST_DECADES).tick_values(self.low, self.high)
            found = _inside(found, self.low, self.high)
            if len(found) > 1:
                return found
        return found if len(found) else Linear(self.low, self.high).ticks(most)

    def minor_ticks(self) -> np.ndarray:
        """The values between powers of ten that have a mark."""
        from matplotlib.ticker import LogLocator

        return _inside(LogLocator(subs="auto").tick_values(self.low, self.high), self.low, self.high)

    def texts(self, ticks: np.ndarray) -> list[str]:
        """As they are written: plain numbers."""
        return [f"{value:,.0f}" if value >= 1.0 and value == round(value) else f"{value:.6g}" for value in ticks]


@dataclass(frozen=True)
class Rows:
    """Rows from top to bottom, each with its name; their values are 0, 1, ..."""

    names: Sequence[str]
    letters: float = 8.0

    def shares(self, values: np.ndarray) -> np.ndarray:
        """Where rows stand, the first near the top, 1."""
        last = max(len(self.names) - 1, 1)
        return 1.0 - (np.asarray(values, dtype=float) + MARGIN * last) / (last * (1.0 + 2.0 * MARGIN))

    def ticks(self, most: int) -> np.ndarray:
        """Every row."""
        return np.arange(len(self.names))

    def minor_ticks(self) -> np.ndarray:
        """None."""
        return np.empty(0)

    def texts(self, ticks: np.ndarray) -> list[str]:
        """The names."""
        return list(self.names)


def _ends(values: np.ndarray, without: tuple[float, float]) -> tuple[float, float]:
    values = np.asarray(values, dtype=float)
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if len(values) else without


def _inside(ticks: np.ndarray, low: float, high: float) -> np.ndarray:
    return np.array([tick for tick in ticks if low <= tick <= high])
