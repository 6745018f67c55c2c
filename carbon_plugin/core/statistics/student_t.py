"""Student's distribution: how often chance alone gives a t as large."""

from __future__ import annotations

import numpy as np


def two_sided_p(t: np.ndarray | float, degrees_of_freedom: float) -> np.ndarray:
    """Probability of a |t| as large under Student's distribution, accurate in the far tail.

    Twice the lower tail at -|t|: 1 - cdf(t) would keep no digit from about 1e-16 down, where study tables still print
    p (Abramowitz and Stegun 1964, 26.7.1).

    Args:
        t: of any shape.
        degrees_of_freedom: of the residual; need not be whole.

    Returns:
        Probabilities, 0..1, in the shape of ``t``; NaN without degrees of freedom; 0 below what a float holds.

    >>> [f"{p:.3g}" for p in two_sided_p([2.145, -7860515.79], 14)]
    ['0.05', '6.42e-90']
    """
    from scipy.special import stdtr

    return 2.0 * stdtr(degrees_of_freedom, -np.abs(np.asarray(t, dtype=float)))


def t_of_confidence(confidence: float, degrees_of_freedom: np.ndarray | float) -> np.ndarray:
    """How many standard errors on either side hold so much of Student's distribution.

    Args:
        confidence: 0..1, such as 0.95.
        degrees_of_freedom: of any shape; they need not be whole. NaN where there are none.

    >>> t_of_confidence(0.95, [4.0, 80.0]).round(3).tolist()
    [2.776, 1.99]
    """
    from scipy.special import stdtrit

    return stdtrit(np.asarray(degrees_of_freedom, dtype=float), 0.5 + 0.5 * confidence)
