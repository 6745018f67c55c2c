"""What the uncertainty of the coefficients makes of a projection, its scenario given: percentiles over draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..progress import Progress, Silent, advance
from ..tables.vocabulary import SCENARIO, YEAR
from .region import regional_bounds

INTERVAL = {"ce_p05": 0.05, "ce_p95": 0.95}

_NUMBERS_AT_ONCE = 4_000_000


def unit_interval(
    base: np.ndarray, ratios: np.ndarray, draws: np.ndarray, *, at: np.ndarray, progress: Progress = Silent()
) -> dict[str, np.ndarray]:
    """The bounds (s, u, t) of every unit's emission in t C a year; NaN off the years ``at`` (u, t) and without draws.

    ``base`` (u,), ``ratios`` (s, u, v, t) as in ``emission.compute_emission``; ``draws`` (n, v) of the coefficients.
    Quantiles are taken of logarithms: the exponential keeps their order.
    """
    at = np.broadcast_to(at, (len(ratios), *at.shape))
    bounds = {name: np.full(at.shape, np.nan) for name in INTERVAL}
    if len(draws):
        quantiles = _quantiles(ratios.transpose(0, 1, 3, 2)[at], draws, progress)
        for name, values in zip(INTERVAL, quantiles):
            bounds[name][at] = values
    return {name: base[None, :, None] * np.exp(bound) for name, bound in bounds.items()}


def envelope(bounds: Sequence[Mapping[str, np.ndarray]], emission: np.ndarray) -> dict[str, np.ndarray]:
    """The lowest lower and the highest upper of ``bounds``, widened where they do not hold ``emission``; NaN stays.

    >>> one, other = ({"ce_p05": np.array([low]), "ce_p95": np.array([low + 1.0])} for low in (2.0, 1.0))
    >>> {name: values.tolist() for name, values in envelope([one, other], np.array([4.0])).items()}
    {'ce_p05': [1.0], 'ce_p95': [4.0]}
    """
    lower, upper = INTERVAL
    least, most = (np.array([one[name] for one in bounds]) for name in (lower, upper))
    return {lower: np.minimum(least.min(axis=0), emission), upper: np.maximum(most.max(axis=0), emission)}


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
    """``year``, ``scenario`` and the bounds of the region's emission in the ``years`` (t,) that all units have ``at``.

    ``base``, ``ratios``, ``draws``, ``at`` as in ``unit_interval``.
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
        sums = ratios[part] @ draws.T
        quantiles[:, part] = np.quantile(sums, list(INTERVAL.values()), axis=1, overwrite_input=True)
        advance(progress, min(1.0, (start + at_once) / len(ratios)))
    return quantiles
