"""What changed an emission: the additive logarithmic mean Divisia index (LMDI-I).

Source: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33, 867-871; small
values for zeros as in Ang and Liu (2007), Energy Policy 35, 238-246.
"""

from __future__ import annotations

import numpy as np

SMALL = 1e-20  # stands for zero, which has no logarithm


def logarithmic_mean(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """L(a, b) = (a - b) / ln(a / b), a itself where both are equal; arrays of positive numbers that broadcast.

    Args:
        one, other: in the same unit, above zero.

    >>> logarithmic_mean(np.array([2.0, 5.0]), np.array([1.0, 5.0])).round(6).tolist()
    [1.442695, 5.0]
    """
    one, other = np.broadcast_arrays(np.asarray(one, dtype=float), np.asarray(other, dtype=float))
    low, high = np.minimum(one, other), np.maximum(one, other)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        relative = (high - low) / low
        # log1p keeps its digits where both are nearly equal
        logarithm = np.where(relative < 1.0, np.log1p(relative), np.log(high) - np.log(low))
        mean = (high - low) / logarithm
    return np.where(high == low, one, mean)


def compute_effects(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """What each factor of a product adds to its change: L(C1, C0) ln(x1 / x0).

    Args:
        before, after: the factors (k, ...) at two dates, whose product over the first axis is the emission. Zeros are
            taken as ``SMALL``.

    Returns the effects (k, ...), in the unit of measure of the product. They add up to its change to the last digit:
    what rounding leaves goes to the largest of them. NaN throughout where a factor is missing or below zero.

    >>> before, after = np.array([100.0, 2.0, 1.0, 0.7]), np.array([105.0, 3.0, 0.8, 0.68])
    >>> compute_effects(before, after).round(6).tolist()
    [7.569898, 62.90878, -34.6212, -4.497478]
    """
    before, after = (np.asarray(factors, dtype=float) for factors in (before, after))
    sound = np.all((before >= 0.0) & (after >= 0.0) & np.isfinite(before) & np.isfinite(after), axis=0)
    before, after = (np.where(sound, np.where(factors == 0.0, SMALL, factors), 1.0) for factors in (before, after))
    start, end = np.prod(before, axis=0), np.prod(after, axis=0)
    effects = logarithmic_mean(end, start) * (np.log(after) - np.log(before))
    largest = np.argmax(np.abs(effects), axis=0)[np.newaxis]
    rest = (end - start) - effects.sum(axis=0)
    np.put_along_axis(effects, largest, np.take_along_axis(effects, largest, axis=0) + rest, axis=0)
    return np.where(sound, effects, np.nan)


def compute_shares(effects: np.ndarray) -> np.ndarray:
    """Each effect's size over the sum of all sizes, signs disregarded: (k, ...), NaN where nothing changed.

    Args:
        effects: as of ``compute_effects`` (k, ...), in any unit.

    >>> compute_shares(np.array([3.0, -1.0])).tolist()
    [0.75, 0.25]
    """
    sizes = np.abs(effects)
    total = sizes.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(total > 0.0, sizes / total, np.nan)
