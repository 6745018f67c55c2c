"""What all pairs of values say about a trend: the score S of Mann and Kendall, and the slope of Theil and Sen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Wanted = Callable[[np.ndarray, np.ndarray], np.ndarray]

TIE_TOLERANCE = 1e-12  # values this close, relative to the larger of the two, are equal
BYTES_A_PAIR = 8 + 8 + 2  # its difference, its slope, its sign


@dataclass(frozen=True)
class PairStatistics:
    """One element a series.

    ``s``: rising pairs minus falling ones. ``tie_term``: sum of q(q-1)(2q+5) over its groups of q tied values.
    ``slope``: median slope of its pairs.
    """

    s: np.ndarray
    tie_term: np.ndarray
    slope: np.ndarray


def pair_statistics(series: np.ndarray, times: np.ndarray, wanted: Wanted | None = None) -> PairStatistics:
    """Statistics of series without gaps, one a column.

    Args:
        series: (n, n_series), float, n >= 2.
        times: (n, n_series), or (n, 1) where all series share them, increasing.
        wanted: which series' slopes are wanted (n_series,), from their s and tie terms; the others are NaN. Slopes
            take most of the time.

    Sources: Theil 1950 and Sen 1968 (slope), Mann 1945 and Kendall 1975 (score and ties).

    >>> pairs = pair_statistics(np.array([[1.0], [3.0], [3.0], [7.0]]), np.array([[0.0], [1.0], [2.0], [4.0]]))
    >>> pairs.s.tolist(), pairs.tie_term.tolist(), pairs.slope.round(3).tolist()
    ([5.0], [18.0], [1.417])
    """
    differences = _differences(series)
    tie_term = np.zeros(series.shape[1])
    tolerance = TIE_TOLERANCE * np.abs(series).max(axis=0)
    rising, falling = _count(differences > tolerance), _count(differences < -tolerance)
    # the tolerance of the largest value is too wide for small ones: it only tells which series need a closer look
    close = np.flatnonzero(rising + falling < len(differences))
    if len(close):
        merged, tie_term[close] = merge_ties(series[:, close])
        differences[:, close] = again = _differences(merged)
        rising[close], falling[close] = _count(again > 0), _count(again < 0)
    s = np.subtract(rising, falling, dtype=float)
    chosen = np.arange(len(s)) if wanted is None else np.flatnonzero(wanted(s, tie_term))
    slope = np.full(len(s), np.nan)
    if len(chosen):
        if len(chosen) < len(s):
            differences, times = differences[:, chosen], times[:, chosen] if times.shape[1] > 1 else times
        of_pairs = np.divide(differences.T, _differences(times).T, order="C")
        slope[chosen] = _median_of_rows(of_pairs)
    return PairStatistics(s, tie_term, slope)


def merge_ties(series: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Make values that count as ties equal: (the series, their tie terms).

    Values tie where they differ by at most ``TIE_TOLERANCE`` of the larger one; a run of values each tied with the next
    takes its lowest.

    Args:
        series: a series a column (n, n_series), in any unit, without gaps.

    >>> merged, tie_term = merge_ties(np.array([[0.3], [0.1 + 0.2], [0.5]]))
    >>> merged.ravel().tolist(), tie_term.tolist()
    ([0.3, 0.3, 0.5], [18])
    """
    rows = np.ascontiguousarray(series.T)
    order = np.argsort(rows, axis=1)
    ordered = np.take_along_axis(rows, order, axis=1)
    size, gap = np.abs(ordered), np.diff(ordered, axis=1)
    tied = gap <= TIE_TOLERANCE * np.maximum(size[:, 1:], size[:, :-1])
    if (tied & (gap > 0)).any():
        np.put_along_axis(rows, order, np.take_along_axis(ordered, _starts_of_runs(tied), axis=1), axis=1)
    return np.ascontiguousarray(rows.T), _tie_term(tied)


def _starts_of_runs(tied: np.ndarray) -> np.ndarray:
    """For every place in rows of sorted values, where its run of ties starts: (n_series, n - 1) to (n_series, n)."""
    n_series, n = len(tied), tied.shape[1] + 1
    starts = np.zeros((n_series, n), dtype=np.intp)
    starts[:, 1:] = np.where(tied, 0, np.arange(1, n))
    return np.maximum.accumulate(starts, axis=1)


def _tie_term(tied: np.ndarray) -> np.ndarray:
    """Sum of q(q-1)(2q+5) over the runs of q tied values, in each row of sorted values."""
    n_series, n = len(tied), tied.shape[1] + 1
    places = _starts_of_runs(tied) + n * np.arange(n_series)[:, None]
    q = np.bincount(places.ravel(), minlength=n * n_series).reshape(n_series, n)
    return (q * (q - 1) * (2 * q + 5)).sum(axis=1)


def _differences(rows: np.ndarray) -> np.ndarray:
    """Every later row minus every earlier one, neighbours first: (n, m) to (n(n-1)/2, m)."""
    n = len(rows)
    differences = np.empty((n * (n - 1) // 2, rows.shape[1]))
    start = 0
    for lag in range(1, n):
        np.subtract(rows[lag:], rows[:-lag], out=differences[start : start + n - lag])
        start += n - lag
    return differences


def _count(true: np.ndarray) -> np.ndarray:
    """How many of each column are true: bytes, counted in the smallest type that holds the count, are fastest."""
    return true.view(np.uint8).sum(axis=0, dtype=np.min_scalar_type(len(true)))


def _median_of_rows(rows: np.ndarray) -> np.ndarray:
    """The median of every row; the rows lose their order."""
    low, high = (rows.shape[1] - 1) // 2, rows.shape[1] // 2
    rows.partition((low, high), axis=1)
    return (rows[:, low] + rows[:, high]) / 2
