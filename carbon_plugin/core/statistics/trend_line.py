"""A straight line through a regional series, with the bands a reader needs to judge it.

Years resemble their predecessors, so the bands and the p-value allow for it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .autocorrelated_errors import errors_of_first_order, newey_west

FEWEST_POINTS = 5  # with fewer nothing is known of how alike neighbours are


@dataclass(frozen=True)
class TrendLine:
    """Ordinary least squares of ``y`` on ``x`` at the points ``x`` (n,), all in the units of ``y``.

    ``fitted``; half-widths ``confidence`` (of the mean) and ``prediction`` (of a single year); ``slope`` a unit of x;
    ``p`` two-sided p-value of the slope; ``r2``; ``points``: how many values the line rests on.
    """

    x: np.ndarray
    fitted: np.ndarray
    confidence: np.ndarray
    prediction: np.ndarray
    slope: float
    p: float
    r2: float
    points: int


def trend_line(x: np.ndarray, y: np.ndarray, level: float = 0.95) -> TrendLine | None:
    """Fit ``y`` (n,) on ``x`` (n,), gaps (NaN) left out; None with fewer than five points.

    The variance of the mean at x is ``a' V a`` with ``a = (1, x)``, for ``V`` the larger of ``newey_west`` and
    ``errors_of_first_order``; that of a single year has the variance of the residuals on top. Student's t with the
    degrees of freedom of the latter.

    Args:
        x: (n,), mostly years.
        y: (n,), in any unit, NaN where there is none.
        level: of the confidence and prediction bands, above 0 and below 1.

    >>> line = trend_line([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    >>> round(line.slope, 3), line.fitted.round(1).tolist(), round(line.r2, 3)
    (0.6, [2.8, 3.4, 4.0, 4.6, 5.2], 0.6)
    """
    from scipy import stats

    x, y = np.asarray(x, float), np.asarray(y, float)
    known = np.isfinite(x) & np.isfinite(y)
    points, values = x[known], y[known]
    if len(points) < FEWEST_POINTS or np.ptp(points) == 0:
        return None
    regressors, everywhere = (np.column_stack([np.ones(len(at)), at - points.mean()]) for at in (points, x))
    coefficients = np.linalg.lstsq(regressors, values, rcond=None)[0]
    residuals = values - regressors @ coefficients
    first_order = errors_of_first_order(regressors, residuals, points)
    covariances = (newey_west(regressors, residuals, points), first_order.covariance)
    of_mean = np.max([np.einsum("ij,jk,ik->i", everywhere, one, everywhere) for one in covariances], axis=0)
    reach = stats.t.ppf(0.5 + level / 2, first_order.freedom)
    error, slope = float(np.sqrt(max(one[1, 1] for one in covariances))), float(coefficients[1])
    p_value = float(2 * stats.t.sf(abs(slope) / error, first_order.freedom)) if error > 0 else 0.0
    is_flat = np.ptp(values) == 0
    return TrendLine(
        x,
        everywhere @ coefficients,
        reach * np.sqrt(of_mean),
        reach * np.sqrt(of_mean + first_order.variance),
        0.0 if is_flat else slope,  # not what is left of rounding
        1.0 if is_flat else p_value,
        0.0 if is_flat else float(1 - np.sum(residuals**2) / np.sum((values - values.mean()) ** 2)),
        len(points),
    )
