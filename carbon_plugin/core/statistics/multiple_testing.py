"""Many tests at once: some come out significant by chance alone."""

from __future__ import annotations

import numpy as np


def benjamini_hochberg(p: np.ndarray) -> np.ndarray:
    """q of every p of a family of tests (m,): the false discovery rate at which this test still counts.

    Benjamini and Hochberg 1995: q of the i-th smallest p is the least m p / j over j >= i. NaN stays NaN and does not
    count into m. Holds for independent tests and for positively dependent ones, as those of neighbouring units are.

    Args:
        p: of each test (m,), 0 to 1, NaN where there is none.

    >>> benjamini_hochberg([0.01, 0.04, 0.03, float("nan")]).round(3).tolist()
    [0.03, 0.04, 0.04, nan]
    """
    p = np.asarray(p, dtype=float)
    q = np.full(p.shape, np.nan)
    tested = np.flatnonzero(np.isfinite(p))
    falling = tested[np.argsort(-p[tested], kind="stable")]
    ranks = np.arange(len(falling), 0, -1)
    q[falling] = np.minimum.accumulate(p[falling] * len(falling) / ranks)
    return q
