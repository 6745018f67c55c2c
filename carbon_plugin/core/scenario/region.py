"""The region as the sum of the units that are projected: observed, and under every scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..options import PEAKS_FROM
from ..progress import Progress, Silent, advance
from ..stirpat.variables import EMISSION
from ..tables.frames import rows_at, with_columns
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from .scenario_table import OBSERVED
from .sinks import SINK
from .unit_series import UnitSeries, find_neutral_years, find_peaks, unit_series


@dataclass(frozen=True)
class Turning:
    """When the region turns under one scenario: years, None where it does not; ``peak`` in t C a year."""

    peak_year: int | None
    peak: float
    neutral_year: int | None


def regional_bounds(
    base_emission: np.ndarray,
    ratios: np.ndarray,
    draws: np.ndarray,
    *,
    shares: Sequence[float],
    progress: Progress = Silent(),
) -> np.ndarray:
    """Quantiles (q, s, t) of the region's emission over draws of the coefficients, in t C a year.

    One draw holds for all units, so the sum is taken draw by draw: quantiles of the units do not add up to that of the
    region.

    Args:
        base_emission: (u,) emission of the base year, t C a year.
        ratios: (s, u, v, t) natural logarithms of the drivers over those of the base year.
        draws: (n, v) of the coefficients.
        shares: (q,) of the quantiles, from 0 to 1.
        progress: is told how much is done.

    >>> ratios, draws = np.log([1.0, 2.0]).reshape(1, 1, 1, 2), np.array([[0.0], [1.0]])
    >>> regional_bounds(np.array([100.0]), ratios, draws, shares=[0.5]).round(3).tolist()
    [[[100.0, 150.0]]]
    """
    scenarios, _, _, nodes = ratios.shape
    quantiles = np.empty((len(shares), scenarios, nodes))
    factors = np.empty((len(base_emission), len(draws)))  # of thousands of units: one such array is enough
    for s in range(scenarios):
        for t in range(nodes):
            np.matmul(ratios[s, :, :, t], draws.T, out=factors)
            totals = base_emission @ np.exp(factors, out=factors)
            quantiles[:, s, t] = np.quantile(totals, shares)
        advance(progress, (s + 1) / scenarios)
    return quantiles


def regional_totals(history: Panel | None, annual: pd.DataFrame) -> pd.DataFrame:
    """``year``, ``scenario``, ``ce``, ``cs`` (t C/a): the sum of the projected units where all of them are known.

    Rows up to the first base year are ``observed``, those from it on belong to a scenario.

    Args:
        history: as of ``unit_series.unit_series``.
        annual: as there, with its ``scenario``.

    >>> keys = {"unit": ["a", "a", "b", "b"], "year": [2024, 2025, 2024, 2025], "scenario": "low"}
    >>> regional_totals(None, pd.DataFrame({**keys, "ce": [1.0, 2.0, 3.0, 5.0], "cs": 1.0})).values.tolist()
    [[2024, 'observed', 4.0, 2.0], [2024, 'low', 4.0, 2.0], [2025, 'low', 7.0, 2.0]]
    """
    units = list(annual[UNIT].unique())
    first = int(annual[YEAR].min())
    parts = []
    for scenario in annual[SCENARIO].unique():
        own = with_columns(annual, {}, without=[SCENARIO])
        series = unit_series(history, rows_at(own, (annual[SCENARIO] == scenario).to_numpy()), units)
        totals = {EMISSION: series.emission.sum(axis=0), SINK: series.sink.sum(axis=0)}
        frame = pd.DataFrame({YEAR: series.years.astype(np.int64), SCENARIO: scenario, **totals})
        frame = frame[frame[EMISSION].notna()]
        if not parts:
            parts.append(frame[frame[YEAR] <= first].assign(**{SCENARIO: OBSERVED}))
        parts.append(frame[frame[YEAR] >= first])
    return pd.concat(parts, ignore_index=True)


def turning_years(region: pd.DataFrame, peak_from: str = PEAKS_FROM.default) -> dict[str, Turning]:
    """Peak and neutral year of the region under every scenario of ``regional_totals``.

    Args:
        region: ``year``, ``scenario``, ``ce``, ``cs`` (t C/a), as of ``regional_totals``.
        peak_from: see ``unit_series.find_peaks``; a neutral year may lie in the history either way.

    >>> keys = {"year": [2024, 2024, 2025, 2026], "scenario": ["observed", "low", "low", "low"]}
    >>> turning_years(pd.DataFrame({**keys, "ce": [5.0, 5.0, 6.0, 2.0], "cs": 3.0}))["low"]
    Turning(peak_year=2025, peak=6.0, neutral_year=2026)
    """
    observed = region[region[SCENARIO] == OBSERVED]
    turnings = {}
    for scenario, rows in region[region[SCENARIO] != OBSERVED].groupby(SCENARIO, sort=False):
        series = pd.concat([observed[observed[YEAR] < rows[YEAR].min()], rows])
        years = series[YEAR].to_numpy()
        emission, sink = (series[name].to_numpy(dtype=float)[None] for name in (EMISSION, SINK))
        base = np.array([np.searchsorted(years, rows[YEAR].min())])
        peaks = find_peaks(UnitSeries(years, emission, sink, base, np.array([np.inf])), peak_from)
        neutral_year = find_neutral_years(emission, sink, years)
        turnings[scenario] = Turning(_year(peaks.year[0]), float(peaks.height[0]), _year(neutral_year[0]))
    return turnings


def _year(value: float) -> int | None:
    return int(value) if np.isfinite(value) else None
