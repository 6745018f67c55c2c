"""The triangular distribution: what is known of a number from its least, its likeliest and its greatest value."""

from __future__ import annotations

import numpy as np


def triangular_quantile(shares: np.ndarray, low: float, mode: float, *, high: float) -> np.ndarray:
    """The values below which the ``shares`` (draws,) of a triangular distribution lie.

    ``low`` <= ``mode`` <= ``high``; all values are ``mode`` where the three are one.

    Args:
        shares: of the distribution (draws,), 0 to 1.
        low, mode, high: the least, the likeliest and the greatest value, in one unit.

    >>> triangular_quantile(np.array([0.0, 0.25, 0.5, 1.0]), 0.0, 0.5, high=1.0).round(4).tolist()
    [0.0, 0.3536, 0.5, 1.0]
    """
    span = high - low
    if span == 0:
        return np.full(np.shape(shares), float(mode))
    rising = low + np.sqrt(shares * span * (mode - low))
    falling = high - np.sqrt((1.0 - shares) * span * (high - mode))
    return np.where(shares * span < mode - low, rising, falling)
