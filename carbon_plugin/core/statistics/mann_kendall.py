"""The Mann-Kendall test: what follows from the score S of a series of n values.

S is the number of pairs that rise minus the number that fall (Mann 1945; Kendall 1975).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

EXACT_LENGTH = 30  # the longest series that gets an exact p; beyond it the normal approximation is as good


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

    With the continuity correction of Kendall 1975. ``s``, ``variance`` (n_series,).

    >>> z_score(np.array([164.0, 0.0]), variance(np.array([21, 21]))).round(2).tolist()
    [4.92, 0.0]
    """
    deviation = np.sqrt(np.where(variance == 0, 1.0, variance))
    return (s - np.sign(s)) / deviation


def p_value(z: np.ndarray) -> np.ndarray:
    """Two-sided probability of a |Z| as large, 2 (1 - Phi(|Z|)), accurate in the far tail too.

    >>> float(round(p_value(np.array(-1.96)), 4))
    0.05
    """
    from scipy.special import erfc

    return erfc(np.abs(z) / np.sqrt(2.0))


def exact_p_value(s: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Two-sided probability of an |S| as large among all orders of n different values: ``p_exact``.

    NaN where n is above ``EXACT_LENGTH`` or S is NaN. Not for series with ties, whose orders are not equally likely.

    Args:
        s: the scores (n_series,), whole.
        n: values of each series (n_series,).

    >>> exact_p_value(np.array([6.0]), np.array([4])).round(4).tolist()
    [0.0833]
    """
    p = np.full(np.shape(s), np.nan)
    for length in np.unique(n[(n >= 2) & (n <= EXACT_LENGTH)]):
        chosen = (n == length) & np.isfinite(s)
        pairs = length * (length - 1) // 2
        falling = ((pairs - np.abs(s[chosen])) // 2).astype(int)
        p[chosen] = np.minimum(1.0, 2 * _at_most_falling(int(length))[falling])
    return p


@lru_cache(maxsize=EXACT_LENGTH)
def _at_most_falling(n: int) -> np.ndarray:
    """Share of the orders of n different values with at most 0, 1, 2, ... falling pairs.

    The k-th value falls below 0 to k - 1 of those before it with equal chance, whatever their order.
    """
    share = np.ones(1)
    for k in range(2, n + 1):
        share = np.convolve(share, np.full(k, 1.0 / k))
    return np.cumsum(share)
