"""Annualised growth of many series at once, as arrays (t, u, v), and percentiles of it that know gaps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def annual_growth(levels: np.ndarray, years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Annual growth (t, u, v) since the observation before, NaN where there is none, and the years between them.

    Args:
        levels: (t, u, v) above zero, each variable in its unit; NaN where unknown.
        years: (t,) increasing, in any spacing.

    >>> annual_growth(np.array([[[1.0]], [[np.nan]], [[1.21]]]), np.array([2000, 2001, 2002]))[0].round(6).ravel()
    array([nan, nan, 0.1])
    """
    logs = np.log(levels)
    if np.isfinite(logs).all():
        return _since_before(logs, years)
    growth, spans = np.full(levels.shape, np.nan), np.zeros(levels.shape)
    last, last_year = np.full(levels.shape[1:], np.nan), np.full(levels.shape[1:], np.nan)
    for t, year in enumerate(years):
        known = np.isfinite(logs[t])
        both = known & np.isfinite(last)
        spans[t, both] = year - last_year[both]
        growth[t, both] = np.expm1((logs[t] - last)[both] / spans[t, both])
        last[known], last_year[known] = logs[t][known], year
    return growth, spans


def _since_before(logs: np.ndarray, years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same of series without gaps."""
    growth, spans = np.full(logs.shape, np.nan), np.zeros(logs.shape)
    spans[1:] = np.diff(years)[:, None, None]
    growth[1:] = np.expm1(np.diff(logs, axis=0) / spans[1:])
    return growth, spans


def window_growth(levels: np.ndarray, years: np.ndarray, length: int) -> np.ndarray:
    """Annualised growth (t, u, v) from every observation to the first one at least ``length`` years later.

    Args:
        levels: (t, u, v) above zero, each variable in its unit; NaN where unknown.
        years: (t,) increasing, in any spacing.
        length: years that a window spans at least.

    >>> window_growth(np.array([[[1.0]], [[3.0]], [[4.0]]]), np.array([2000, 2001, 2002]), 2).ravel()
    array([ 1., nan, nan])
    """
    logs = np.log(levels)
    known = np.isfinite(logs)
    growth = np.full(levels.shape, np.nan)
    ends = np.searchsorted(years, years + length)
    if known.all():
        inside = np.flatnonzero(ends < len(years))
        later, between = ends[inside], years[ends[inside]] - years[inside]
        growth[inside] = np.expm1((logs[later] - logs[inside]) / between[:, None, None])
        return growth
    following = np.full((len(years) + 1, *levels.shape[1:]), len(years))  # the first observation from here on
    for t in range(len(years) - 1, -1, -1):
        following[t] = np.where(known[t], t, following[t + 1])
    padded, padded_years = np.append(logs, np.full_like(logs[:1], np.nan), axis=0), np.append(years, years[-1:] + 1)
    for t, end in enumerate(ends):
        partner = following[end]
        later = np.take_along_axis(padded, partner[None], axis=0)[0]
        growth[t] = np.expm1((later - logs[t]) / (padded_years[partner] - years[t]))
    return growth


def percentiles(values: np.ndarray, shares: Sequence[float]) -> np.ndarray:
    """Percentiles (q, ...) over the first axis, linear between ranks, of the finite values; NaN where there are none.

    As ``numpy.nanpercentile``, which takes fifty times as long on many short series.

    Args:
        values: (n, ...) in any unit; NaN is a gap.
        shares: (q,) from 0 to 100.

    >>> percentiles(np.array([[1.0], [np.nan], [3.0]]), [0.0, 50.0, 100.0]).ravel()
    array([1., 2., 3.])
    """
    counts = np.isfinite(values).sum(axis=0)
    if set(shares) <= {0.0, 100.0}:
        least, most = np.fmin.reduce(values, axis=0), np.fmax.reduce(values, axis=0)
        return np.stack([least if share == 0.0 else most for share in shares])
    ordered = np.sort(values, axis=0)  # NaN comes last
    found = []
    for share in shares:
        rank = share / 100.0 * np.maximum(counts - 1, 0)
        below = np.floor(rank).astype(int)
        above = np.minimum(below + 1, np.maximum(counts - 1, 0))
        low, high = (np.take_along_axis(ordered, at[None], axis=0)[0] for at in (below, above))
        part, apart = rank - below, high - low
        found.append(np.where(part < 0.5, low + apart * part, high - apart * (1.0 - part)))  # as numpy rounds
    return np.stack(found)
