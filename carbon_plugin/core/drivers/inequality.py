"""How unequally an amount is shared over people, output or land: Lorenz curve, Gini coefficient, Theil index.

Sources: Gini by the trapezoids under the Lorenz curve (Fuller 1979); Theil (1967), Economics and Information Theory,
with its decomposition between and within groups (Shorrocks 1980, Econometrica 48, 613-625).
"""

from __future__ import annotations

import numpy as np


def compute_lorenz(amount: np.ndarray, base: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The Lorenz curve of ``amount`` over ``base``, both (n,), from the least amount per base upwards.

    Args:
        amount: not below zero, some above it.
        base: above zero, such as the population.

    Returns the order of the units (n,) and the cumulative shares of base and amount (n + 1,), from 0 to 1.

    >>> order, base, amount = compute_lorenz(np.array([40.0, 40.0, 20.0]), np.array([30.0, 50.0, 20.0]))
    >>> order.tolist(), base.tolist(), amount.tolist()
    ([1, 2, 0], [0.0, 0.5, 0.7, 1.0], [0.0, 0.4, 0.6, 1.0])
    """
    amount, base = np.asarray(amount, dtype=float), np.asarray(base, dtype=float)
    order = np.argsort(amount / base, kind="stable")
    return order, *(np.concatenate([[0.0], np.cumsum(values[order]) / values.sum()]) for values in (base, amount))


def compute_gini(amount: np.ndarray, base: np.ndarray) -> float:
    """Gini coefficient: 0 where all have the same per base, towards 1 where one has all.

    Args:
        amount: what is shared (n,), in any unit; not below zero, some above it.
        base: above zero (n,), such as the population.

    >>> round(compute_gini(np.array([40.0, 40.0, 20.0]), np.array([30.0, 50.0, 20.0])), 12)
    0.12
    """
    _, base_share, amount_share = compute_lorenz(amount, base)
    return float(1.0 - np.sum(np.diff(base_share) * (amount_share[1:] + amount_share[:-1])))


def compute_theil(amount: np.ndarray, base: np.ndarray) -> float:
    """Theil index T: sum of s ln(s / p) over the shares s of ``amount`` and p of ``base``; a share of 0 adds nothing.

    Args:
        amount: what is shared (n,), in any unit; not below zero, some above it.
        base: above zero (n,), such as the population.

    >>> round(compute_theil(np.array([40.0, 40.0, 20.0]), np.array([30.0, 50.0, 20.0])), 6)
    0.025815
    """
    amount, base = np.asarray(amount, dtype=float), np.asarray(base, dtype=float)
    some = amount > 0.0
    s, p = amount[some] / amount.sum(), base[some] / base.sum()
    return float(np.sum(s * np.log(s / p)))


def compute_theil_parts(amount: np.ndarray, base: np.ndarray, groups: np.ndarray) -> tuple[float, float]:
    """The Theil index between the ``groups`` (n,) of whole numbers from 0, and within them; both add up to it.

    Args:
        amount: what is shared (n,), in any unit; not below zero, some above it.
        base: above zero (n,), such as the population.
        groups: of the units (n,), whole numbers from 0.

    >>> parts = compute_theil_parts(np.array([40.0, 40.0, 20.0]), np.array([30.0, 50.0, 20.0]), np.array([0, 0, 1]))
    >>> tuple(round(part, 6) for part in parts)
    (0.0, 0.025815)
    """
    amounts, bases = (np.bincount(groups, weights=values) for values in (amount, base))
    present = bases > 0.0
    between = compute_theil(amounts[present], bases[present])
    within = sum(
        amounts[group] / amounts.sum() * compute_theil(amount[groups == group], base[groups == group])
        for group in np.flatnonzero(present & (amounts > 0.0))
    )
    return between, float(within)
