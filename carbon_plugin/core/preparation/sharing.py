"""A total shared among the parts that are not known, in arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

ROUNDING = 1e-9  # relative: how far a sum of known parts may be above its total and still be it


@dataclass(frozen=True, eq=False)
class Shared:
    """``values`` (n,): known parts as they are, shares beside them, NaN where there is no share.

    Of each group (g,): ``residual``, the total less its known parts; ``known`` and ``unknown``, how many parts have a
    value and have none; ``sharing``, how many of the latter have a weight; ``equal``, True where all of these weights
    are 0, so that the shares are equal.
    """

    values: np.ndarray
    residual: np.ndarray
    known: np.ndarray
    unknown: np.ndarray
    sharing: np.ndarray
    equal: np.ndarray


def compute_shared(totals: np.ndarray, groups: np.ndarray, values: np.ndarray, *, weights: np.ndarray) -> Shared:
    """x_i = (X - sum of known x) w_i / sum of w, over the parts i of a group that are unknown and have a weight.

    A residual below zero counts as 0. Where all weights are 0, shares are equal; a part without a weight stays missing.

    Args:
        totals: (g,), NaN where unknown.
        groups: (n,) the group of each part, -1 for none.
        values: (n,), NaN where unknown.
        weights: (n,) at or above 0, NaN where unknown.

    >>> weights = np.array([30.0, 50.0, 0.0, 20.0])
    >>> shared = compute_shared(np.array([1000.0]), np.zeros(4, dtype=int), np.full(4, np.nan), weights=weights)
    >>> shared.values.tolist()
    [300.0, 500.0, 0.0, 200.0]
    """
    count, inside = len(totals), groups >= 0
    known = np.isfinite(values)
    parts = np.bincount(groups[inside & known], values[inside & known], count)
    residual = totals - parts
    residual[np.abs(residual) <= ROUNDING * np.abs(totals)] = 0.0
    taking = inside & ~known & np.isfinite(weights)
    taken = np.bincount(groups[taking], weights[taking], count)
    sharing = np.bincount(groups[taking], minlength=count)
    equal = (sharing > 0) & (taken == 0)
    of_row = groups[taking]
    share = np.where(
        equal[of_row],
        1.0 / np.maximum(sharing, 1)[of_row],
        np.divide(weights[taking], taken[of_row], out=np.zeros(len(of_row)), where=taken[of_row] > 0),
    )
    result = np.array(values, dtype=float)
    result[taking] = np.maximum(residual, 0.0)[of_row] * share
    with_value, without = (np.bincount(groups[inside & rows], minlength=count) for rows in (known, ~known))
    return Shared(result, residual, with_value, without, sharing, equal)
