"""How much of the variance of a result one drawn factor explains alone: first-order shares by binning the draws.

The variance of the means within bins of the factor over the whole variance (the correlation ratio of Pearson 1905; as a
first-order index of sensitivity: Saltelli et al. 2008, section 1.2.5), less what bins without any meaning would show.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

BINS = 20  # of a factor without steps; fewer draws than this in a bin make its mean too noisy
FEWEST_IN_A_BIN = 5


def bins_of(values: np.ndarray) -> np.ndarray:
    """The bin of every draw of a factor without steps (draws,): about ``BINS`` of as many draws each, by rank.

    Args:
        values: of the factor in every draw (draws,), in any unit.

    >>> bins_of(np.linspace(1, 0, 10)).tolist()
    [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]
    """
    count = len(values)
    bins = max(1, min(BINS, count // FEWEST_IN_A_BIN))
    ranks = np.empty(count, dtype=np.int64)
    ranks[np.argsort(values, kind="stable")] = np.arange(count)
    return ranks * bins // count


def first_order_shares(results: np.ndarray, factors: Iterable[np.ndarray]) -> np.ndarray:
    """The share of the variance of each result that each factor explains alone, 0 to 1: (factors, u).

    Args:
        results: (draws, u), NaN where a draw has none.
        factors: for each the bin of every draw (draws,), whole numbers from 0.

    NaN where a result does not vary at all. Shares are corrected for chance: of k bins of n draws, those without any
    meaning would explain (k - 1) / (n - 1). Not below 0.

    >>> first_order_shares(np.array([[1.0], [1.0], [3.0], [3.0]]), [np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])])
    array([[1.],
           [0.]])
    """
    present = np.isfinite(results)
    n = present.sum(axis=0)
    means = np.divide(np.where(present, results, 0.0).sum(axis=0), n, out=np.zeros(len(n)), where=n > 0)
    deviations = np.where(present, results - means, 0.0)
    whole = np.square(deviations).sum(axis=0)
    varies = whole > 1e-12 * np.maximum(1.0, np.square(means)) * np.maximum(n, 1)
    shares = []
    for bins in factors:
        chosen = np.arange(bins.max() + 1)[:, None] == bins
        members = chosen.astype(float) @ present
        sums = chosen.astype(float) @ deviations
        between = np.divide(np.square(sums), members, out=np.zeros(sums.shape), where=members > 0).sum(axis=0)
        filled = (members > 0).sum(axis=0)
        unexplained = 1.0 - np.divide(between, whole, out=np.zeros(len(n)), where=varies)
        by_chance = np.divide(n - 1, n - filled, out=np.ones(len(n)), where=n > filled)
        shares.append(np.where(varies, np.clip(1.0 - unexplained * by_chance, 0.0, 1.0), np.nan))
    return np.array(shares).reshape(len(shares), results.shape[1])
