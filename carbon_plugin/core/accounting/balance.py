"""How emission, sink and economy of the units balance: shares of the region, and carbon as vegetated land."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

import numpy as np

from ..tables.by_year import ByYear

Factor = Union[float, np.ndarray]  # a number, or what broadcasts against (draws, n): (n,), (draws, 1), (draws, n)
NEARLY_ALL = 0.95  # of the most rows counted in any year


def full_years(counted: np.ndarray) -> np.ndarray:
    """True for the years that count nearly as many units as the fullest: the others are no totals of the region.

    Args:
        counted: rows that count a year, (k,) or (draws, k).

    >>> full_years(np.array([81, 80, 8])).tolist()
    [True, True, False]
    """
    return counted >= NEARLY_ALL * counted.max(axis=-1, keepdims=True, initial=0)


def relative_share(part: np.ndarray, emission: np.ndarray, by_year: ByYear) -> np.ndarray:
    """A unit's share of the region's ``part`` over its share of the region's ``emission``; 1 is the region's own.

    With the GDP as part this is the economic contributive coefficient ``ecc``, with the carbon sink the ecological
    support coefficient ``esc`` (Huo et al. 2025, Eq. 7 and 8, read as ratios of shares: the printed form never exceeds
    100 %, their results do). The region is all rows of a year that have both. The mean weighted by
    emission is 1.

    NaN where either is missing, where the unit emits nothing, and where a total of the region is not above 0.
    A part of 0 gives 0, a negative part (a sink become a source) a negative share.

    Args:
        part: (n,) or (draws, n), GDP or t C, NaN where missing.
        emission: (n,) or (draws, n), t C.
        by_year: the years of the n rows.

    >>> relative_share(np.array([50.0, 50.0]), np.array([20.0, 80.0]), ByYear.of(np.array([2020, 2020]))).tolist()
    [2.5, 0.625]
    """
    part, emission = np.broadcast_arrays(part, emission)
    both = ~(np.isnan(part) | np.isnan(emission))
    part_total = by_year.spread(by_year.sum(part, both))
    emission_total = by_year.spread(by_year.sum(emission, both))
    valid = both & (emission != 0.0) & (part_total > 0.0) & (emission_total > 0.0)
    share = np.full(part.shape, np.nan)
    share[valid] = (part[valid] / part_total[valid]) / (emission[valid] / emission_total[valid])
    return share


def footprint_per_tonne(
    sinks: Mapping[str, np.ndarray],
    sink: np.ndarray,
    nep: Mapping[str, Factor],
    *,
    by_year: ByYear,
    renormalise: bool = True,
    fixed: bool = True,
) -> np.ndarray:
    """``footprint_ha_per_t``: vegetated land that takes up one tonne of carbon a year, ha/t C, for each year: (k,).

    The sum over the vegetation of share of the region's sink / net ecosystem productivity (Huo et al. 2025, Eq. 9).

    Between 1/max(nep) and 1/min(nep) where shares add up to 1 and none is negative; NaN without a sink to share.
    Draws give (draws, k).

    Args:
        sinks: t C by component, each (n,) or (draws, n).
        sink: their total with water and all others, t C, whose rows with a value are the region.
        nep: t C/(ha a) of the components that are vegetation, a number or (draws, 1).
        by_year: the years of the n rows.
        renormalise: shares of the vegetation's sink, so that they add up to 1, rather than of ``sink``.
        fixed: one factor for all years, of the sinks summed over all years with complete accounts (``full_years``), so
            that the footprints of a unit move only when the unit does; else each year's own, as in the study.

    >>> forest, year = np.array([30.0, 10.0]), ByYear.of(np.array([2020, 2020]))
    >>> footprint_per_tonne({"cs_forest": forest}, forest, {"cs_forest": 4.0}, by_year=year).tolist()
    [0.25]
    """
    region = ~np.isnan(sink)
    vegetation = {component: by_year.sum(sinks[component], region) for component in nep}
    zero = np.zeros(len(by_year.years))
    land = sum((amount / nep[component] for component, amount in vegetation.items()), zero)
    whole = sum(vegetation.values(), zero) if renormalise else by_year.sum(sink, region)
    land, whole = np.broadcast_arrays(land, whole)
    if fixed:
        complete = full_years(by_year.count(region))
        land, whole = (_over_years(amount, complete) for amount in (land, whole))
    return np.divide(land, whole, out=np.full(whole.shape, np.nan), where=whole > 0.0)


def _over_years(amount: np.ndarray, years: np.ndarray) -> np.ndarray:
    """The sum of ``amount`` (..., k) over the ``years`` that are True, for each of them: (..., k)."""
    total = np.where(years, amount, 0.0).sum(axis=-1, keepdims=True)
    return np.repeat(total, amount.shape[-1], axis=-1)
