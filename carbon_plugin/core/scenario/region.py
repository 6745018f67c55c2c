"""The region as the sum of the units that are projected: observed, and under every scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..options import PEAKS_FROM
from ..progress import Progress, Silent, advance
from ..stirpat.variables import EMISSION
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
    """Quantiles (q, s, t) of the region's emission over ``draws`` (n, v) of the coefficients, in t C a year.

    ``base_emission`` (u,); ``ratios`` (s, u, v, t): logarithms of the drivers over those of the base year. One draw
    holds for all units, so the sum is taken draw by draw: quantiles of the units do not add up to that of the region.
    """
    scenarios, _, _, nodes = ratios.shape
    quantiles = np.empty((len(shares), scenarios, nodes))
    for s in range(scenarios):
        for t in range(nodes):
            totals = base_emission @ np.exp(ratios[s, :, :, t] @ draws.T)
            quantiles[:, s, t] = np.quantile(totals, shares)
        advance(progress, (s + 1) / scenarios)
    return quantiles


def regional_totals(history: Panel | None, annual: pd.DataFrame) -> pd.DataFrame:
    """``year``, ``scenario``, ``ce``, ``cs`` (t C/a): the sum of the projected units where all of them are known.

    ``history``, ``annual`` as in ``unit_series.unit_series``, ``annual`` with its ``scenario``. Rows up to the first
    base year are ``observed``, those from it on belong to a scenario.
    """
    units = list(annual[UNIT].unique())
    first = int(annual[YEAR].min())
    parts = []
    for scenario, rows in annual.groupby(SCENARIO, sort=False):
        series = unit_series(history, rows, units)
        totals = {EMISSION: series.emission.sum(axis=0), SINK: series.sink.sum(axis=0)}
        frame = pd.DataFrame({YEAR: series.years.astype(np.int64), SCENARIO: scenario, **totals})
        frame = frame[frame[EMISSION].notna()]
        if not parts:
            parts.append(frame[frame[YEAR] <= first].assign(**{SCENARIO: OBSERVED}))
        parts.append(frame[frame[YEAR] >= first])
    return pd.concat(parts, ignore_index=True)


def turning_years(region: pd.DataFrame, peak_from: str = PEAKS_FROM.default) -> dict[str, Turning]:
    """Peak and neutral year of the region under every scenario of ``regional_totals``.

    ``peak_from``: see ``unit_series.find_peaks``; a neutral year may lie in the history either way.
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
