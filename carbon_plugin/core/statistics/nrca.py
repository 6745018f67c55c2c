"""Revealed comparative advantage: what a unit has more of than its size in all things together would say."""

from __future__ import annotations

import numpy as np


def compute_rca(amounts: np.ndarray) -> np.ndarray:
    """Balassa's index (n, m): the share of an amount in its unit over that in the whole; 1 is as the whole.

    Balassa 1965, The Manchester School 33, 99–123. NaN where unit or column have nothing.

    Args:
        amounts: units by columns (n, m), none below zero.

    >>> compute_rca(np.array([[3.0, 1.0], [1.0, 3.0]])).tolist()
    [[1.5, 0.5], [0.5, 1.5]]
    """
    amounts = np.asarray(amounts, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        in_unit = amounts / amounts.sum(axis=1, keepdims=True)
        return in_unit / (amounts.sum(axis=0) / amounts.sum())


def compute_nrca(amounts: np.ndarray) -> np.ndarray:
    """Normalised revealed comparative advantage (n, m): ``E_ij / E - E_i E_j / E^2``, 0 where a unit is as the whole.

    Yu, Cai and Leung 2009, The Annals of Regional Science 43, 267–282 (METHODS 10.9). Rows and columns add up to 0, so
    that units and columns can be compared with each other, which Balassa's index does not allow.

    Args:
        amounts: units by columns (n, m), none below zero, not all of them zero.

    >>> compute_nrca(np.array([[3.0, 1.0], [1.0, 3.0]])).tolist()
    [[0.125, -0.125], [-0.125, 0.125]]
    """
    amounts = np.asarray(amounts, dtype=float)
    shares = amounts / amounts.sum()
    return shares - shares.sum(axis=1, keepdims=True) * shares.sum(axis=0)
