"""What comes of every unit under one scenario: when it peaks, whether in time, and when it becomes neutral."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..options import PEAKS_FROM
from ..resources import read_rows
from .unit_series import UnitSeries, find_neutral_years, find_peaks


@dataclass(frozen=True)
class Thresholds:
    """What counts as a peak, a marked fall and bearable growth; see resources/potential/thresholds.csv."""

    peak_year: float
    peak_fall: float
    fall_z: float | None  # None: the clear fall alone decides
    fall_nodes: float
    fall_ratio: float
    growth_ratio: float
    strictly_before: bool = False  # the peak must come before peak_year, not in it


@dataclass(frozen=True, eq=False)
class Outcome:
    """What comes of every unit (u,) under one scenario; years are NaN where there is none.

    ``peak``: emission of the peak year, t C a year; ``kind``, ``by_cap``: see ``unit_series.Peaks``; ``peaked``: in
    time, and fallen since; ``neutral``: at the horizon.
    """

    peak_year: np.ndarray
    peak: np.ndarray
    peaked: np.ndarray
    neutral_year: np.ndarray
    neutral: np.ndarray
    sink_known: np.ndarray
    kind: np.ndarray
    by_cap: np.ndarray


@lru_cache(maxsize=1)
def default_thresholds() -> Thresholds:
    """The thresholds of the shipped table.

    >>> default_thresholds().peak_year
    2030.0
    """
    rows = read_rows("potential/thresholds.csv")
    return Thresholds(**{row["key"]: float(row["value"]) if row["value"] else None for row in rows})


def find_outcome(series: UnitSeries, limits: Thresholds, peak_from: str = PEAKS_FROM.default) -> Outcome:
    """Peak and neutrality of every unit in ``series``."""
    emission, end = series.emission, series.emission[:, -1]
    peaks = find_peaks(series, peak_from)
    in_time = peaks.year < limits.peak_year if limits.strictly_before else peaks.year <= limits.peak_year
    return Outcome(
        peak_year=peaks.year,
        peak=peaks.height,
        peaked=in_time & (end < peaks.height * (1.0 - limits.peak_fall)),
        neutral_year=find_neutral_years(emission, series.sink, series.years),
        neutral=end <= series.sink[:, -1],
        sink_known=np.isfinite(series.sink[:, -1]),
        kind=peaks.kind,
        by_cap=peaks.by_cap,
    )
