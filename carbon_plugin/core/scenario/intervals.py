"""What the uncertainty of the coefficients makes of a projection, its scenario given: percentiles over draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

import numpy as np
import pandas as pd

from ..progress import Progress, Silent, advance
from ..statistics.row_quantiles import row_quantiles
from ..tables.vocabulary import SCENARIO, YEAR
from .region import regional_bounds

INTERVAL = {"ce_p05": 0.05, "ce_p95": 0.95}

_NUMBERS_AT_ONCE = 4_000_000


def unit_interval(
    base: np.ndarray, ratios: np.ndarray, draws: np.ndarray, *, at: np.ndarray, progress: Progress = Silent()
) -> dict[str, np.ndarray]:
    """The bounds (s, u, t) of every unit's emission in t C a year; NaN off the years ``at`` and without draws.

    Quantiles are taken of logarithms: the exponential keeps their order.

    Args:
        base: (u,) emission of the base year, t C a year.
        ratios: (s, u, v, t) natural logarithms of the drivers over those of the base year.
        draws: (n, v) of the coefficients.
        at: (u, t) the years to give bounds for.
        progress: is told how much is done.

    >>> ratios, draws = np.log([1.0, 2.0]).reshape(1, 1, 1, 2), np.array([[0.0], [1.0]])
    >>> bounds = unit_interval(np.array([100.0]), ratios, draws, at=np.array([[True, True]]))
    >>> {name: bound.round(3).tolist() for name, bound in bounds.items()}
    {'ce_p05': [[[100.0, 103.526]]], 'ce_p95': [[[100.0, 193.187]]]}
    """
    at = np.broadcast_to(at, (len(ratios), *at.shape))
    bounds = {name: np.full(at.shape, np.nan) for name in INTERVAL}
    if len(draws):
        quantiles = _quantiles(ratios.transpose(0, 1, 3, 2)[at], draws, progress)
        for name, values in zip(INTERVAL, quantiles):
            bounds[name][at] = values
    for bound in bounds.values():
        np.exp(bound, out=bound)
        bound *= base[None, :, None]
    return bounds


def envelope(bounds: Sequence[Mapping[str, np.ndarray]], emission: np.ndarray) -> dict[str, np.ndarray]:
    """The lowest lower and the highest upper of ``bounds``, widened where they do not hold ``emission``; NaN stays.

    Args:
        bounds: one mapping a set of draws, with arrays of one shape, t C a year.
        emission: of that shape, t C a year.

    >>> one, other = ({"ce_p05": np.array([low]), "ce_p95": np.array([low + 1.0])} for low in (2.0, 1.0))
    >>> {name: values.tolist() for name, values in envelope([one, other], np.array([4.0])).items()}
    {'ce_p05': [1.0], 'ce_p95': [4.0]}
    """
    lower, upper = INTERVAL
    least, most = reduce(np.minimum, [one[lower] for one in bounds]), reduce(np.maximum, [one[upper] for one in bounds])
    return {lower: np.minimum(least, emission), upper: np.maximum(most, emission)}


def regional_interval(
    base: np.ndarray,
    ratios: np.ndarray,
    draws: np.ndarray,
    *,
    years: np.ndarray,
    at: np.ndarray,
    scenarios: Sequence[str],
    progress: Progress = Silent(),
) -> pd.DataFrame:
    """``year``, ``scenario`` and the bounds of the region's emission in the ``years`` that all units have ``at``.

    Args:
        base, ratios, draws, at: as of ``unit_interval``.
        years: (t,) of the arrays.
        scenarios: (s,) their names.
        progress: is told how much is done.

    >>> ratios, draws = np.log([1.0, 2.0]).reshape(1, 1, 1, 2), np.array([[0.0], [1.0]])
    >>> years, at = np.array([2024, 2025]), np.array([[True, True]])
    >>> table = regional_interval(np.array([100.0]), ratios, draws, years=years, at=at, scenarios=["low"])
    >>> table.round(3).values.tolist()
    [['low', 2024, 100.0, 100.0], ['low', 2025, 105.0, 195.0]]
    """
    common = at.all(axis=0)
    keys = pd.MultiIndex.from_product([scenarios, years[common]], names=[SCENARIO, YEAR])
    limits = np.full((len(INTERVAL), len(keys)), np.nan)
    if len(draws):
        shares = list(INTERVAL.values())
        quantiles = regional_bounds(base, ratios[:, :, :, common], draws, shares=shares, progress=progress)
        limits = quantiles.reshape(len(INTERVAL), -1)
    return pd.DataFrame(dict(zip(INTERVAL, limits)), index=keys).reset_index()


def _quantiles(ratios: np.ndarray, draws: np.ndarray, progress: Progress) -> np.ndarray:
    """Quantiles (q, m) of ``ratios`` (m, v) ``@ b`` over the ``draws`` (n, v) of b, linear between ranks."""
    quantiles = np.empty((len(INTERVAL), len(ratios)))
    at_once = max(1, _NUMBERS_AT_ONCE // len(draws))
    for start in range(0, len(ratios), at_once):
        part = slice(start, start + at_once)
        quantiles[:, part] = row_quantiles(ratios[part] @ draws.T, list(INTERVAL.values()))
        advance(progress, min(1.0, (start + at_once) / len(ratios)))
    return quantiles
