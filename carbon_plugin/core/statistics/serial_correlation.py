"""Series that remember last year: how much, and tests of Mann and Kendall's family that allow for it.

A series whose values resemble their predecessors has fewer independent values than it has years, and the original test
then finds trends too easily.
"""

from __future__ import annotations

from functools import partial
from types import ModuleType

import numpy as np

from ..errors import InputError
from ..messages import sentence
from ..progress import Progress, Silent, advance
from .theil_sen import TIE_TOLERANCE, merge_ties

# the names users see, and the functions of pymannkendall
MODIFIED_TESTS = {
    "hamed_rao": "hamed_rao_modification_test",
    "yue_wang": "yue_wang_modification_test",
    "pre_whitening": "pre_whitening_modification_test",
    "trend_free_pre_whitening": "trend_free_pre_whitening_modification_test",
}
MINIMUM_LENGTH = 4  # with fewer values pymannkendall divides by zero
AR1_LENGTH = 11  # with fewer values r1 says too little to correct by
LARGEST_R = 0.95  # of ``unbiased_r1``: beyond it hardly anything independent would be left

_TAKES_LAG = frozenset({"hamed_rao", "yue_wang"})  # over all lags 1 + 2 sum r_k is 0, whatever the series
_KEEPS_SLOPE = frozenset({"pre_whitening"})  # the others take the slope out before they look at the autocorrelation


class MissingLibraryError(InputError):
    template = sentence("The method “{method}” needs the Python library {library}, which is not installed.")
    remedy = sentence("Install it (pip install {library}) or choose the method “original”.")


def lag1_autocorrelation(values: np.ndarray, years: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Lag-1 autocorrelation r1 of what the slope leaves unexplained, (n_series,).

    The trend is taken out first, since it alone would make neighbours alike (Yue and Wang 2002). Sum of e(t) e(t+1)
    over sum of e(t)^2 about their mean; with gaps the products that there are stand for all. The lag is the common step
    of the years. NaN without two neighbouring years, and where nothing is left to explain.

    Args:
        values: a series a row (n_series, n_times), in any unit, gaps as NaN.
        years: of the values (n_times,), whole and rising.
        slope: of each series (n_series,), in units of the values a year.

    >>> lag1_autocorrelation(np.array([[1.0, -1.0, 1.0, -1.0]]), np.arange(4), np.zeros(1)).tolist()
    [-0.75]
    """
    years = np.asarray(years)
    present = np.isfinite(values)
    n = present.sum(axis=1)
    residuals = np.where(present, values - slope[:, None] * (years - years[0]), 0.0)
    residuals -= (residuals.sum(axis=1) / np.maximum(n, 1))[:, None]
    residuals[~present] = 0.0
    adjacent = neighbours(years)
    pairs = (present[:, 1:] & present[:, :-1] & adjacent).sum(axis=1)
    products = (residuals[:, 1:] * residuals[:, :-1])[:, adjacent].sum(axis=1)
    squares = np.square(residuals).sum(axis=1)
    noise = n * np.square(TIE_TOLERANCE * np.abs(np.where(present, values, 0.0)).max(axis=1))
    known = (pairs > 0) & (squares > noise)
    share = np.divide(n - 1, pairs, where=known, out=np.full(len(n), np.nan))
    return share * np.divide(products, squares, where=known, out=np.full(len(n), np.nan))


def unbiased_r1(r1: np.ndarray, n: np.ndarray) -> np.ndarray:
    """The lag-1 autocorrelation r that r1 of n values stands for: (n r1 + 2) / (n - 4), clipped to 0 .. ``LARGEST_R``.

    r1 of a short series with its trend taken out is too small by (2 + 4 r) / n on average (after Kendall 1954;
    van Giersbergen 2005). A negative r counts as 0, which keeps the test on the safe side; NaN where r1 is, or n < 5.

    Args:
        r1: of each series (n_series,), -1 to 1, NaN where there is none.
        n: values of each series (n_series,).

    >>> unbiased_r1(np.array([0.5, -0.4, 0.9]), np.array([21, 21, 21])).round(4).tolist()
    [0.7353, 0.0, 0.95]
    """
    n = np.asarray(n, dtype=float)
    r = np.divide(n * r1 + 2, n - 4, out=np.full(np.shape(r1), np.nan), where=n > 4)
    return np.clip(r, 0.0, LARGEST_R)


def variance_inflation(r: np.ndarray, present: np.ndarray, years: np.ndarray) -> np.ndarray:
    """By what autocorrelation r from one step to the next multiplies the variance of S, (n_series,), at least 1.

    1 + 2/n times the sum of r^(distance in steps) over all pairs of values; without gaps this is
    1 + 2 sum_k (1 - k/n) r^k (Yue and Wang 2004, with the correlogram of a first-order autoregression). Values on
    either side of a gap are as far apart as their years are.

    Args:
        r: of each series (n_series,), 0 to below 1.
        present: (n_series, n_times) True where there is a value.
        years: of the values (n_times,), rising; a step is their common one.

    >>> present = np.array([[True] * 3, [True, False, True]])
    >>> variance_inflation(np.array([0.5, 0.5]), present, np.arange(2000, 2003)).round(4).tolist()
    [1.8333, 1.25]
    """
    distances = np.diff(years, prepend=years[0]) / common_step(years)
    reached, pairs = np.zeros((2, len(r)))  # the sum of r^distance from all values so far to this year, and over pairs
    for column, distance in enumerate(distances):
        reached *= r**distance
        pairs += np.where(present[:, column], reached, 0.0)
        reached += present[:, column]
    return 1 + 2 * pairs / np.maximum(present.sum(axis=1), 1)


def regular_years(years: np.ndarray) -> np.ndarray:
    """The years from first to last in their common step, so that absent ones have a place.

    Args:
        years: (n_times,), whole and rising.

    >>> regular_years(np.array([2000, 2005, 2015])).tolist()
    [2000, 2005, 2010, 2015]
    """
    return np.arange(years[0], years[-1] + 1, int(common_step(years)))


def modified_test(values: np.ndarray, method: str, progress: Progress = Silent()) -> tuple[np.ndarray, np.ndarray]:
    """Z and two-sided p of every row of ``values`` by one of ``MODIFIED_TESTS``, computed by pymannkendall.

    ``values`` (n_series, n_times), on regular times, gaps as NaN. Gaps keep their place in the slope, but the
    autocorrelation is taken of the remaining values as if they were neighbours. NaN for fewer than four values, and
    where the library has no answer (a negative variance; nothing left once the slope is taken out). A constant series
    has Z 0 and p 1.

    Args:
        values: a series a row, in any units.
        method: Hamed and Rao 1998 and Yue and Wang 2004, both by their first lag; von Storch 1995 (pre-whitening), Yue
            and Wang 2002 (trend-free).
        progress: told of, and asked whether to stop.

    Raises:
        MissingLibraryError: where pymannkendall is not installed.

    >>> z, p = modified_test(np.array([[1.0, 3.0, 2.0, 5.0, 4.0, 7.0, 9.0, 8.0]]), "hamed_rao")
    >>> z.round(2).tolist()
    [2.6]
    """
    test = getattr(_pymannkendall(method), MODIFIED_TESTS[method])
    if method in _TAKES_LAG:
        test = partial(test, lag=1)
    results = np.full((len(values), 2), np.nan)
    for number, series in enumerate(values):
        results[number] = _guarded(test, series, needs_residuals=method not in _KEEPS_SLOPE)
        advance(progress, (number + 1) / len(values))
    return results[:, 0], results[:, 1]


def neighbours(years: np.ndarray) -> np.ndarray:
    """True where a year and the next are one step apart, (n_times - 1,).

    Args:
        years: (n_times,), rising.

    >>> neighbours(np.array([2000, 2001, 2003])).tolist()
    [True, False]
    """
    return np.diff(years) == common_step(years)


def common_step(years: np.ndarray) -> float:
    """The largest step of which all distances between whole years are multiples; of other years the smallest one.

    Args:
        years: (n_times,), rising, two at least.

    >>> common_step(np.array([2000, 2010, 2015]))
    5.0
    """
    distances = np.diff(years)
    whole = np.rint(distances).astype(np.int64)
    return float(np.gcd.reduce(whole) if (whole == distances).all() else distances.min())


def _pymannkendall(method: str) -> ModuleType:
    try:
        import pymannkendall
    except ImportError as error:
        raise MissingLibraryError(method=method, library="pymannkendall") from error
    return pymannkendall


def _guarded(test, series: np.ndarray, needs_residuals: bool) -> tuple[float, float]:
    """Z and p of one series, kept from what the library cannot take."""
    present = np.isfinite(series)
    if present.sum() < MINIMUM_LENGTH:
        return np.nan, np.nan
    merged = np.full(len(series), np.nan)
    merged[present] = merge_ties(series[present][:, None])[0][:, 0]
    if np.ptp(merged[present]) == 0:
        return 0.0, 1.0
    if needs_residuals and _is_straight(merged):
        return np.nan, np.nan
    with np.errstate(all="ignore"):
        result = test(merged)
    return (float(result.z), float(result.p)) if np.isfinite(result.z) else (np.nan, np.nan)


def _is_straight(series: np.ndarray) -> bool:
    """True where the values lie on a line but for rounding, whose autocorrelation would mean nothing."""
    places = np.flatnonzero(np.isfinite(series))
    values = series[places]
    line = np.interp(places, places[[0, -1]], values[[0, -1]])
    return bool(np.abs(values - line).max() <= TIE_TOLERANCE * np.abs(values).max())
