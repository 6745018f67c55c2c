"""Years whose regional value rests on interpolated or shared-out numbers: no evidence of a trend of their own."""

from __future__ import annotations

import numpy as np

from ..tables.filled import MATERIAL_SHARE
from ..tables.panel import Panel
from .region import RATIOS

_MEAN = "_mean"


def filled_years(accounted: Panel, name: str) -> np.ndarray:
    """True for the years (k,) in which at least half of the region's ``name`` is marked as filled in its units.

    Half of the amount, signs disregarded; half of the units for the means of ratios (``ecc_mean``, ``esc_mean``).

    Args:
        accounted: n rows with their results, and ``filled``.
        name: a column of the region's table.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"unit": ["a", "b"], "year": 2000, "ce": [3.0, 1.0], "filled": ["ce", ""]})
    >>> filled_years(Panel(frame, "accounts"), "ce").tolist()
    [True]
    """
    column = name[: -len(_MEAN)] if name.endswith(_MEAN) else name
    values = np.abs(accounted.numbers(column))
    known = np.isfinite(values)
    weights = np.where(known, 1.0 if column in RATIOS else values, 0.0)
    whole = accounted.by_year.sum(weights, known)
    return (whole > 0) & (
        accounted.by_year.sum(weights, known & accounted.filled.rows(column)) >= MATERIAL_SHARE * whole
    )
