"""A panel as series: every unit and field on the panel's years, absent years as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..statistics.serial_correlation import regular_years
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell


@dataclass(frozen=True, eq=False)
class PanelSeries:
    """Series, unit by unit within field by field.

    ``years`` (n_years,), rising in their common step; ``values`` (n_series, n_years), NaN where there is none;
    ``filled`` (n_series, n_years), True where a value was interpolated or shared out.
    """

    units: list[str]
    fields: list[str]
    years: np.ndarray
    values: np.ndarray
    filled: np.ndarray

    @property
    def filled_percent(self) -> np.ndarray:
        """``<field>_filled_pct``: share of the values that were filled, %, (n_series,); NaN without values."""
        present = np.isfinite(self.values)
        n = present.sum(axis=1)
        share = np.divide((self.filled & present).sum(axis=1), n, out=np.full(len(n), np.nan), where=n > 0)
        return 100.0 * share

    @property
    def has_gaps(self) -> np.ndarray:
        """True (n_series,) where a year between the first and the last value has none."""
        present = np.isfinite(self.values)
        span = present.shape[1] - present.argmax(axis=1) - present[:, ::-1].argmax(axis=1)
        return present.any(axis=1) & (present.sum(axis=1) < span)

    @property
    def n(self) -> np.ndarray:
        """Values of each series (n_series,)."""
        return np.isfinite(self.values).sum(axis=1)

    @property
    def has_filled(self) -> np.ndarray:
        """True (n_series,) where a value was interpolated or shared out."""
        return (self.filled & np.isfinite(self.values)).any(axis=1)

    @property
    def has_neighbours(self) -> np.ndarray:
        """True (n_series,) where two values are one step of the years apart."""
        present = np.isfinite(self.values)
        return (present[:, 1:] & present[:, :-1]).any(axis=1)

    def observed(self) -> PanelSeries:
        """The same series with gaps where values were interpolated or shared out."""
        return replace(self, values=np.where(self.filled, np.nan, self.values))

    def cells(self, chosen: np.ndarray) -> list[Cell]:
        """The chosen series (n_series,), as messages name them."""
        fields, units = np.divmod(np.flatnonzero(chosen), len(self.units))
        return [Cell(self.units[unit], column=self.fields[field]) for field, unit in zip(fields, units)]

    def of_field(self, number: int) -> slice:
        """Where the series of a field stand, by the field's number."""
        return slice(number * len(self.units), (number + 1) * len(self.units))


def panel_series(panel: Panel, fields: Sequence[str]) -> PanelSeries:
    """The ``fields`` of ``panel`` as series.

    Raises ``MissingColumnsError``, ``TextInNumbersError``.

    Args:
        panel: with the fields, perhaps ``filled``. Absent years become gaps.
        fields: columns of numbers, in any units.

    >>> frame = pd.DataFrame({"unit": ["a", "a", "b"], "year": [2000, 2002, 2001], "ce": [1.0, 2.0, 3.0]})
    >>> series = panel_series(Panel(frame, "book"), ["ce"])
    >>> series.years.tolist(), series.values.tolist(), series.has_gaps.tolist()
    ([2000, 2001, 2002], [[1.0, nan, 2.0], [nan, 3.0, nan]], [True, False])
    """
    rows, units = pd.factorize(panel.frame[UNIT])
    present_years = panel.frame[YEAR].to_numpy(dtype=np.int64)
    years = regular_years(np.unique(present_years))
    places = rows, np.searchsorted(years, present_years)
    values = np.full((len(fields), len(units), len(years)), np.nan)
    filled = np.zeros(values.shape, dtype=bool)
    for number, name in enumerate(fields):
        values[(number, *places)] = panel.numbers(name)
        filled[(number, *places)] = panel.filled.rows(name)
    one_a_row = (len(fields) * len(units), len(years))
    return PanelSeries(list(units), list(fields), years, values.reshape(one_a_row), filled.reshape(one_a_row))
