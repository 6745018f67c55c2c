"""A straight line through a regional series, with the bands a reader needs to judge it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FEWEST_POINTS = 3  # two points leave no residual to estimate a band from


@dataclass(frozen=True)
class TrendLine:
    """Ordinary least squares of ``y`` on ``x`` at the points ``x`` (n,), all in the units of ``y``.

    ``fitted``; half-widths ``confidence`` (of the mean) and ``prediction`` (of a single year); ``slope`` a unit of x;
    ``p`` two-sided p-value of the slope; ``r2``.
    """

    x: np.ndarray
    fitted: np.ndarray
    confidence: np.ndarray
    prediction: np.ndarray
    slope: float
    p: float
    r2: float


def trend_line(x: np.ndarray, y: np.ndarray, level: float = 0.95) -> TrendLine | None:
    """Fit ``y`` (n,) on ``x`` (n,), gaps (NaN) left out; None with fewer than three points.

    Bands after Draper and Smith (1998), Applied Regression Analysis, 1.4 and 3.1: t times s times the square root of
    ``1/n + (x - mean)^2 / Sxx`` (mean) and of one more than that (single value).

    >>> line = trend_line([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    >>> round(line.slope, 3), line.fitted.round(1).tolist(), round(line.r2, 3)
    (0.6, [2.8, 3.4, 4.0, 4.6, 5.2], 0.6)
    """
    from scipy import stats

    x, y = np.asarray(x, float), np.asarray(y, float)
    known = np.isfinite(x) & np.isfinite(y)
    points, values = x[known], y[known]
    count = len(points)
    if count < FEWEST_POINTS or np.ptp(points) == 0:
        return None
    line = stats.linregress(points, values)
    fitted = line.intercept + line.slope * x
    residuals = values - (line.intercept + line.slope * points)
    deviation = np.sqrt(np.sum(residuals**2) / (count - 2))
    leverage = 1.0 / count + (x - points.mean()) ** 2 / np.sum((points - points.mean()) ** 2)
    reach = stats.t.ppf(0.5 + level / 2, count - 2) * deviation
    r2 = float(line.rvalue**2) if np.ptp(values) > 0 else 0.0
    p_value = float(line.pvalue) if np.ptp(values) > 0 else 1.0
    return TrendLine(
        x, fitted, reach * np.sqrt(leverage), reach * np.sqrt(1 + leverage), float(line.slope), p_value, r2
    )
