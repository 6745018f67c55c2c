"""The trend test of many draws: series of the results of accounts, tested as those of one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...options import FILLED, FOOTPRINT_FACTORS
from ...statistics.serial_correlation import MODIFIED_TESTS, modified_test
from ...tables.panel import Panel
from ...tables.vocabulary import UNIT, YEAR
from ...trend import trend_classes
from ...trend.panel_series import panel_series
from ...trend.series import series_trends
from ...trend.trend_classes import TrendClass
from ..moves import shared_trends
from .choice_table import Choice

USE = FILLED.check("use")
FIXED = FOOTPRINT_FACTORS.check("fixed")


class SeriesOfUnits:
    """Where the rows of a panel stand in series of units by year, and which values of which field were filled."""

    def __init__(self, panel: Panel, units: Sequence[str], filled: Mapping[str, np.ndarray], *, treatment: str):
        """``filled``: by field, True where a value was filled (n,); ``treatment``: of these, a key of ``FILLED``."""
        whole = panel_series(panel, [])
        self.years, self._length = whole.years, len(panel)
        position = {unit: place for place, unit in enumerate(units)}
        row_unit = panel.frame[UNIT].map(position)
        self._rows = np.flatnonzero(row_unit.notna())
        self._units = row_unit.iloc[self._rows].to_numpy(dtype=np.int64)
        self._years = np.searchsorted(self.years, panel.frame[YEAR].to_numpy()[self._rows])
        self._count = len(units)
        self._filled = {} if treatment == USE else {name: rows[self._rows] for name, rows in filled.items()}

    def values(self, name: str, results: np.ndarray) -> np.ndarray:
        """The series of one field (d, u, years), NaN where there is no value or it was filled; ``results`` (d, n)."""
        series = np.full((len(results), self._count, len(self.years)), np.nan)
        found = results[:, self._rows]
        if name in self._filled:
            found = np.where(self._filled[name], np.nan, found)
        series[:, self._units, self._years] = found
        series[~np.isfinite(series)] = np.nan
        return series


@dataclass(frozen=True, eq=False)
class Tested:
    """Z, number of values and exact p of the series of each field, by field, (d, u)."""

    z: Mapping[str, np.ndarray]
    n: Mapping[str, np.ndarray]
    p_exact: Mapping[str, np.ndarray]

    def scores(self, name: str, runs: np.ndarray, threshold: float) -> np.ndarray:
        """The scores 1..5 of the ``runs`` that are True (d,), NaN where there is none."""
        found = trend_classes.score(self.z[name][runs], self.n[name][runs], threshold, p_exact=self.p_exact[name][runs])
        return np.where(found == TrendClass.NONE, np.nan, found)


def run_trend_tests(
    results: Mapping[str, np.ndarray],
    series: SeriesOfUnits,
    fields: Sequence[str],
    *,
    choice: Choice,
    count: int = 1,
    threshold: float | None = None,
) -> Tested:
    """The trend test of every one of ``fields`` that there are, and draw.

    Args:
        results: by column (d, n), each in its own unit, or (1, n) where no draw changes it.
        series: where the rows (n,) stand in the series of the units (u,) by year.
        fields: the columns to test; those that ``results`` lacks are left out.
        choice: its test, threshold and footprint factor count here.
        count: of the draws (d).
        threshold: the least |Z| by which any draw is scored; below it no score needs Z. None: that of ``choice``.

    >>> import pandas as pd
    >>> panel = Panel(pd.DataFrame({"unit": ["a"] * 8, "year": range(2000, 2008)}), "accounts")
    >>> series = SeriesOfUnits(panel, ["a"], {}, treatment=USE)
    >>> tested = run_trend_tests({"ce": np.arange(8.0)[None]}, series, ["ce", "cs"], choice=Choice())
    >>> {name: z.round(3).tolist() for name, z in tested.z.items()}
    {'ce': [[3.34]]}
    """
    least = choice.threshold if threshold is None else threshold
    same = shared_trends() if choice.footprint_factor == FIXED else {}
    tested: dict[str, tuple[np.ndarray, ...]] = {}
    for name in sorted((name for name in fields if name in results), key=lambda name: name in same):
        if same.get(name) in tested and np.isfinite(results[name]).any():
            tested[name] = tested[same[name]]  # one positive number times the other rises and falls with it
            continue
        held = results[name].strides[0] == 0  # one row seen by every draw
        values = series.values(name, results[name][:1] if held else results[name])
        flat = values.reshape(-1, values.shape[-1])
        if choice.method in MODIFIED_TESTS:
            trends = series_trends(flat, series.years, slopes=False).with_test(*modified_test(flat, choice.method))
        else:
            trends = series_trends(flat, series.years, least, method=choice.method, slopes=False)
        shape = (count, values.shape[1])
        tested[name] = tuple(
            np.broadcast_to(array.reshape(values.shape[:2]), shape) for array in (trends.z, trends.n, trends.p_exact)
        )
    return Tested(*({name: arrays[place] for name, arrays in tested.items()} for place in range(3)))
