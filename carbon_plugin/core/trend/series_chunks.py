"""Series with the same number of values, in chunks that fit into a core's cache, their gaps closed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..statistics.theil_sen import BYTES_A_PAIR
from .trend_classes import MINIMUM_LENGTH

PAIRS_IN_CACHE = 2**17  # 1 MiB, 624 series of 21 years; larger chunks leave a core's cache and are slower
_FEWEST_SERIES = 64  # smaller chunks drown in the cost of calls


def chunks(n: np.ndarray, memory: int) -> Iterator[tuple[int, np.ndarray]]:
    """Series with the same number of values, in chunks: (number of values, indices of the series).

    With their gaps closed such series have their pairs in the same places, so that gaps cost hardly more than none.

    Args:
        n: values that each series has (n_series,).
        memory: bytes for the pairs of one chunk.

    >>> [(length, members.tolist()) for length, members in chunks(np.array([5, 3, 5, 1]), 2**20)]
    [(3, [1]), (5, [0, 2])]
    """
    for length in np.unique(n[n >= MINIMUM_LENGTH]).tolist():
        members = np.flatnonzero(n == length)
        size = _chunk_size(length, memory)
        for start in range(0, len(members), size):
            yield length, members[start : start + size]


def _chunk_size(length: int, memory: int) -> int:
    pairs = length * (length - 1) // 2
    size = min(max(PAIRS_IN_CACHE // pairs, _FEWEST_SERIES), memory // (BYTES_A_PAIR * pairs))
    return max(size, 1) | 1  # odd: rows of a power of two bytes fall on the same cache lines, which slows transposing


def without_gaps(values: np.ndarray, years: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The n values of each series, (n, n_series), and their years, (n, n_series) or, where they share all, (n, 1).

    Args:
        values: a series a row (n_series, n_times), each with ``n`` values that are finite.
        years: of the values (n_times,).
        n: how many values each series has.

    >>> values, years = without_gaps(np.array([[1.0, np.nan, 4.0]]), np.array([2000, 2001, 2003]), 2)
    >>> values.tolist(), years.tolist()
    ([[1.0], [4.0]], [[2000.0], [2003.0]])
    """
    years = years.astype(float)
    if n == len(years):
        return np.ascontiguousarray(values.T, dtype=float), years[:, None]
    present = np.isfinite(values)
    times = np.broadcast_to(years, values.shape)
    closed = (array[present].reshape(-1, n).T for array in (values, times))
    return tuple(np.ascontiguousarray(array, dtype=float) for array in closed)
