"""The Mann-Kendall test: what follows from the score S of a series of n values.

S is the number of pairs that rise minus the number that fall (Mann 1945; Kendall 1975).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np

EXACT_LENGTH = 30  # the longest series that gets an exact p; beyond it the normal approximation is as good
EXACT_TIED_LENGTH = 10  # the longest one with ties: up to it the tie term tells the groups of equal values apart


def variance(n: np.ndarray, tie_term: np.ndarray | float = 0.0) -> np.ndarray:
    """Variance of S when nothing but chance orders the values: [n(n-1)(2n+5) - sum q(q-1)(2q+5)] / 18.

    Ties take variance away (Kendall 1975, Eq. 4.3).

    Args:
        n: values of each series.
        tie_term: the sum of q(q-1)(2q+5) over a series' groups of q equal values.

    >>> float(variance(10)), float(variance(10, tie_term=2 * 1 * 9))
    (125.0, 124.0)
    """
    n = np.asarray(n, dtype=float)
    return (n * (n - 1) * (2 * n + 5) - tie_term) / 18


def z_score(s: np.ndarray, variance: np.ndarray) -> np.ndarray:
    """Z = (S - sign S) / sqrt(variance); 0 where S is 0, also in a constant series, whose variance is 0.

    With the continuity correction of Kendall 1975.

    Args:
        s: score S of each series (n_series,).
        variance: of S (n_series,), as ``variance`` gives it.

    >>> z_score(np.array([164.0, 0.0]), variance(np.array([21, 21]))).round(2).tolist()
    [4.92, 0.0]
    """
    deviation = np.sqrt(np.where(variance == 0, 1.0, variance))
    return (s - np.sign(s)) / deviation


def p_value(z: np.ndarray) -> np.ndarray:
    """Two-sided probability of a |Z| as large, 2 (1 - Phi(|Z|)), accurate in the far tail too.

    Args:
        z: Z, of any shape.

    >>> float(round(p_value(np.array(-1.96)), 4))
    0.05
    """
    from scipy.special import erfc

    return erfc(np.abs(z) / np.sqrt(2.0))


def exact_p_value(s: np.ndarray, n: np.ndarray, tie_term: np.ndarray | float = 0.0) -> np.ndarray:
    """Two-sided probability of an |S| as large among all orders of the n values of a series: ``p_exact``.

    Orders of tied values are those of a multiset, whose falling pairs are distributed as the coefficients of a
    q-multinomial (MacMahon 1913). NaN where S is NaN, n is above ``EXACT_LENGTH``, or there are ties and n is above
    ``EXACT_TIED_LENGTH``.

    Args:
        s: the scores (n_series,), whole.
        n: values of each series (n_series,).
        tie_term: sum of q(q-1)(2q+5) over each series' groups of q equal values (n_series,), which up to
            ``EXACT_TIED_LENGTH`` values no two groupings share.

    >>> exact_p_value(np.array([6.0, 9.0]), np.array([4, 6]), np.array([0.0, 156.0])).round(4).tolist()
    [0.0833, 0.0667]
    """
    s, n, tie_term = np.broadcast_arrays(s, n, tie_term)
    p = np.full(s.shape, np.nan)
    known = np.isfinite(s) & (n >= 2)
    for length in np.unique(n[known & (n <= EXACT_LENGTH)]).tolist():
        chosen = known & (n == length)
        terms = np.unique(tie_term[chosen]).astype(int).tolist() if length <= EXACT_TIED_LENGTH else [0]
        for term in terms:
            of_term = chosen & (tie_term == term)
            share = _at_most_falling(_group_sizes(length)[term] if term else (1,) * length)
            falling = (len(share) - 1 - np.abs(s[of_term]).astype(int)) // 2
            p[of_term] = np.minimum(1.0, 2 * share[falling])
    return p


@cache
def _at_most_falling(sizes: tuple[int, ...]) -> np.ndarray:
    """Share of the orders of values with at most 0, 1, 2, ... falling pairs; ``sizes``: of the groups of equal values.

    The values of a group fall among those of the groups before it in all ways with equal chance, whatever their order.
    """
    share, before = np.ones(1), 0
    for size in sizes:
        before += size
        ways = _gaussian_binomial(before, size)
        share = np.convolve(share, ways / ways.sum())
    return np.cumsum(share)


@cache
def _gaussian_binomial(n: int, k: int) -> np.ndarray:
    """How many ways to place k values among n give 0, 1, 2, ... k(n-k) falling pairs."""
    if k in (0, n):
        return np.ones(1)
    ways = np.zeros(k * (n - k) + 1)
    first, last = _gaussian_binomial(n - 1, k - 1), _gaussian_binomial(n - 1, k)
    ways[: len(first)] += first
    ways[k : k + len(last)] += last
    return ways


@lru_cache(maxsize=EXACT_TIED_LENGTH)
def _group_sizes(n: int) -> dict[int, tuple[int, ...]]:
    """Every grouping of n values into groups of equal ones, by its tie term."""
    return {sum(q * (q - 1) * (2 * q + 5) for q in sizes): sizes for sizes in _partitions(n, n)}


def _partitions(n: int, largest: int) -> Iterator[tuple[int, ...]]:
    """All ways to write n as a sum of falling numbers, none above ``largest``."""
    if n == 0:
        yield ()
    for first in range(min(n, largest), 0, -1):
        for rest in _partitions(n - first, first):
            yield (first, *rest)
