"""Theil-Sen slopes and Mann-Kendall tests of many series at once, with ties, gaps and real years.

Sources: Theil 1950 and Sen 1968 (slope), Conover 1980 (intercept), Mann 1945 and Kendall 1975 (test), Yue and Wang 2004
(correction for autocorrelation); classes after Huo et al. 2025, Table 4.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import InputError, find_errors, raise_all
from ..messages import sentence
from ..options import CELL_TREND_METHODS
from ..progress import Progress, Silent, advance
from ..statistics import mann_kendall
from ..statistics.serial_correlation import AR1_LENGTH, lag1_autocorrelation, unbiased_r1, variance_inflation
from ..statistics.theil_sen import Wanted, pair_statistics
from . import trend_classes
from .series_chunks import PAIRS_IN_CACHE, chunks, without_gaps
from .trend_classes import DEFAULT_THRESHOLD, MINIMUM_LENGTH, RELIABLE_LENGTH

ORIGINAL, AR1 = CELL_TREND_METHODS.keys
MEMORY = 128 * 2**20  # bytes for the pairs of one chunk


class YearCountError(InputError):
    template = sentence("There are {values} values a series but {years} years.")
    remedy = sentence("Give one year for each value.")


class YearOrderError(InputError):
    template = sentence("The years must rise from one value to the next, and none may come twice; found {found}.")
    remedy = sentence("Sort the values by their year, and leave out or merge those of the same year.")


class TooFewYearsError(InputError):
    template = sentence("A trend needs values of at least two years; found {found}.")
    remedy = sentence("Add the values of other years.")


class NumbersExpectedError(InputError):
    template = sentence("A trend needs real numbers; found values of the type “{found}”.")
    remedy = sentence("Convert the values to numbers first.")


class ThresholdError(InputError):
    template = sentence("The threshold of |Z| is {found}, but it must be above 0.")
    remedy = sentence("The study uses 1.66; 1.96 stands for 5 % (two-sided).")


@dataclass(frozen=True)
class Trends:
    """One element a series in every array; NaN, and 0 in the classes, where there are fewer than three values.

    ``n``: values present. ``s``, ``variance``: score of Mann and Kendall and its tie-corrected variance, before any
    correction for autocorrelation. ``z``, ``p``: its normal approximation with continuity correction, two-sided.
    ``p_exact``: two-sided p of S from its exact distribution; NaN with more than 30 values, with ties beyond 10, and
    where another variance or test decides. ``slope``: Theil-Sen, in units of the value a year. ``score``: 1..5 by the
    test alone. ``trend``: 1..5 by slope and test (``trend_classes.TrendClass``). ``threshold``: the |Z| above which a
    trend is marked.
    """

    n: np.ndarray
    s: np.ndarray
    variance: np.ndarray
    z: np.ndarray
    p: np.ndarray
    p_exact: np.ndarray
    slope: np.ndarray
    score: np.ndarray
    trend: np.ndarray
    threshold: float

    @property
    def by_exact_p(self) -> np.ndarray:
        """True where the classes go by the exact p, since there are few values."""
        return trend_classes.goes_by_exact_p(self.n, self.p_exact)

    @property
    def deciding_p(self) -> np.ndarray:
        """The p that the classes go by: the exact one of few values, else that of Z."""
        return np.where(self.by_exact_p, self.p_exact, self.p)

    @property
    def too_short(self) -> np.ndarray:
        """True where there are too few values for a trend."""
        return self.n < MINIMUM_LENGTH

    @property
    def short(self) -> np.ndarray:
        """True where the classes stop at moderate, since so few values cannot be significant."""
        return (self.n >= MINIMUM_LENGTH) & (self.n < RELIABLE_LENGTH)

    @property
    def constant(self) -> np.ndarray:
        """True where all values are equal."""
        return self.variance == 0

    def with_test(self, z: np.ndarray, p: np.ndarray) -> Trends:
        """The same slopes, judged by the Z and p of another test."""
        unknown = np.full(len(z), np.nan)
        return replace(self, z=z, p=p, p_exact=unknown, **_classes(self.slope, z, unknown, self.n, self.threshold))


def check_threshold(threshold: float) -> None:
    """Raise ``ThresholdError`` where |Z| cannot be above it in some series only."""
    if not threshold > 0:
        raise ThresholdError(found=threshold)


def series_trends(
    values: np.ndarray,
    years: np.ndarray,
    threshold: float = DEFAULT_THRESHOLD,
    *,
    method: str = ORIGINAL,
    slopes: bool = True,
    memory: int = MEMORY,
    progress: Progress = Silent(),
) -> Trends:
    """Theil-Sen slope and Mann-Kendall test of many series.

    Args:
        values: a series a row (n_series, n_times); real numbers in any unit, type and memory layout. What is not
            finite is a gap.
        years: of the values (n_times,), strictly increasing, in any spacing.
        threshold: the |Z| above which a trend is marked (Huo et al. 2025, Table 4).
        method: ``original``, or ``ar1``: from 11 values on the variance of S is multiplied by what the autocorrelation
            of the residuals of Sen's line makes of it (``variance_inflation``); with fewer, as ``original``.
        slopes: whether more is wanted than scores. Without, ``slope`` is NaN and ``trend`` says nothing unless the test
            needs a slope, and only a |Z| beyond the threshold is corrected: what the correction takes from the others
            changes no score.
        memory: bytes for the pairs of a chunk of series; one series of n values takes 9 n^2, even where that is more.
        progress: told of, and asked whether to stop.

    Raises:
        NumbersExpectedError, YearCountError, TooFewYearsError, YearOrderError, ThresholdError, NotAChoiceError.

    >>> trends = series_trends(np.array([[1.0, 3.0, 2.0, 5.0, 7.0, 9.0]]), np.arange(2000, 2006))
    >>> int(trends.s[0]), round(trends.slope[0], 3), round(trends.z[0], 3), int(trends.trend[0])
    (13, 1.6, 2.254, 5)
    """
    values, years = np.asarray(values), np.asarray(years)
    raise_all([*_check(values, years, threshold), *find_errors(CELL_TREND_METHODS.check, method)])
    n = np.isfinite(values).sum(axis=1)
    s, tie_term, slope = np.full((3, len(values)), np.nan)
    done, total = 0.0, float((n * (n - 1.0)).sum())
    for length, members in chunks(n, memory):
        wanted = None if slopes else _corrected_beyond(threshold, length, method)
        pairs = pair_statistics(*without_gaps(values[members], years, length), wanted)
        s[members], tie_term[members], slope[members] = pairs.s, pairs.tie_term, pairs.slope
        done += len(members) * length * (length - 1.0)
        advance(progress, done / total)
    variance = mann_kendall.variance(n, tie_term)
    corrected = (n >= AR1_LENGTH) & (method == AR1)
    z = mann_kendall.z_score(s, variance * _inflation(values, years, slope, corrected & np.isfinite(slope)))
    p_exact = mann_kendall.exact_p_value(np.where(corrected, np.nan, s), n, tie_term)
    classes = _classes(slope, z, p_exact, n, threshold)
    return Trends(n, s, variance, z, mann_kendall.p_value(z), p_exact, slope, threshold=float(threshold), **classes)


def intercepts(values: np.ndarray, years: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Value at year 0 of the line through the medians: median value minus slope times median year (Conover 1980).

    In units of the values (n_series,); NaN where the slope is.

    Args:
        values: a series a row (n_series, n_times), in any unit; gaps (NaN) count neither in the one median nor in the
            other.
        years: of the values (n_times,).
        slope: of each series (n_series,), in units of the values a year.

    >>> intercepts(np.array([[1.0, 3.0, 8.0]]), np.array([0, 1, 2]), np.array([3.5])).tolist()
    [-0.5]
    """
    present = np.isfinite(values)
    years = np.broadcast_to(np.asarray(years, dtype=float), values.shape)
    return _medians(values, present) - _medians(years, present) * slope


def _check(values: np.ndarray, years: np.ndarray, threshold: float) -> list[InputError]:
    for array, kinds in ((values, "biuf"), (years, "iuf")):
        if array.dtype.kind not in kinds:
            return [NumbersExpectedError(found=str(array.dtype))]
    if values.ndim != 2 or years.ndim != 1 or values.shape[1] != len(years):
        return [YearCountError(values=values.shape[-1] if values.ndim else 0, years=years.size)]
    errors: list[InputError] = []
    if len(years) < 2:
        errors.append(TooFewYearsError(found=years.tolist()))
    if not (np.diff(years) > 0).all():
        errors.append(YearOrderError(found=years.tolist()))
    return errors + find_errors(check_threshold, threshold)


def _medians(values: np.ndarray, present: np.ndarray) -> np.ndarray:
    """The median of what is present in each row; NaN where nothing is."""
    n = present.sum(axis=1)[:, None]
    ordered = np.sort(np.where(present, values, np.inf), axis=1)
    middle = np.concatenate([np.maximum(n - 1, 0) // 2, n // 2], axis=1)
    medians = np.take_along_axis(ordered, np.minimum(middle, ordered.shape[1] - 1), axis=1).mean(axis=1)
    return np.where(n[:, 0] > 0, medians, np.nan)


def _corrected_beyond(threshold: float, n: int, method: str) -> Wanted:
    """Which series of n values the correction could take below the threshold: no other score needs a slope."""

    def wanted(s: np.ndarray, tie_term: np.ndarray) -> np.ndarray:
        z = mann_kendall.z_score(s, mann_kendall.variance(np.array(n), tie_term))
        return (np.abs(z) > threshold) & (method == AR1 and n >= AR1_LENGTH)

    return wanted


def _inflation(values: np.ndarray, years: np.ndarray, slope: np.ndarray, corrected: np.ndarray) -> np.ndarray:
    """What the variance of S is multiplied by, (n_series,): 1 where it is not ``corrected`` (n_series,), nor where
    there is no r1, since there are no neighbours or no residuals.
    """
    inflation = np.ones(len(values))
    members, size = np.flatnonzero(corrected), max(PAIRS_IN_CACHE // len(years), 1)
    for start in range(0, len(members), size):
        chunk = members[start : start + size]
        present = np.isfinite(values[chunk])
        r = unbiased_r1(lag1_autocorrelation(values[chunk], years, slope[chunk]), present.sum(axis=1))
        inflation[chunk] = variance_inflation(np.nan_to_num(r), present, years)
    return inflation


def _classes(
    slope: np.ndarray, z: np.ndarray, p_exact: np.ndarray, n: np.ndarray, threshold: float
) -> dict[str, np.ndarray]:
    score = trend_classes.score(z, n, threshold, p_exact=p_exact)
    return {"score": score, "trend": trend_classes.trend_class(slope, score)}
