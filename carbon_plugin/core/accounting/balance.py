"""How emission, sink and economy of the units balance: shares of the region, and carbon as vegetated land."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..tables.by_year import ByYear


def relative_share(part: np.ndarray, emission: np.ndarray, by_year: ByYear) -> np.ndarray:
    """A unit's share of the region's ``part`` over its share of the region's ``emission``; 1 is balance.

    With the GDP as part this is the economic contributive coefficient, with the carbon sink the ecological support
    coefficient (Huo et al. 2025, Eq. 7 and 8, read as ratios of shares: the printed form never exceeds 100 %, their
    results do). Both (n,); the region is all rows of a year that have both. The mean weighted by emission is 1.

    NaN where either is missing, where the unit emits nothing, and where a total of the region is not above 0.
    A part of 0 gives 0, a negative part (a sink become a source) a negative share.
    """
    both = ~(np.isnan(part) | np.isnan(emission))
    part_total = by_year.spread(by_year.sum(part, both))
    emission_total = by_year.spread(by_year.sum(emission, both))
    valid = both & (emission != 0.0) & (part_total > 0.0) & (emission_total > 0.0)
    share = np.full(len(part), np.nan)
    share[valid] = (part[valid] / part_total[valid]) / (emission[valid] / emission_total[valid])
    return share


def footprint_per_tonne(
    sinks: Mapping[str, np.ndarray],
    sink: np.ndarray,
    nep: Mapping[str, float],
    by_year: ByYear,
    renormalise: bool = True,
) -> np.ndarray:
    """Vegetated land that takes up one tonne of carbon a year, ha/t C, for each year: (k,).

    The sum over the vegetation of share of the region's sink / net ecosystem productivity (Huo et al. 2025, Eq. 9).
    ``sinks``: t C by component, each (n,); ``sink``: their total with water and all others (n,), whose rows with a
    value are the region; ``nep``: t C/(ha a) of the components that are vegetation. ``renormalise``: shares of the
    vegetation's sink, so that they add up to 1, rather than of ``sink``.

    Between 1/max(nep) and 1/min(nep) where shares add up to 1 and none is negative; NaN without a sink to share.
    """
    region = ~np.isnan(sink)
    vegetation = {component: by_year.sum(sinks[component], region) for component in nep}
    zero = np.zeros(len(by_year.years))
    land = sum((amount / nep[component] for component, amount in vegetation.items()), zero)
    whole = sum(vegetation.values(), zero) if renormalise else by_year.sum(sink, region)
    return np.divide(land, whole, out=np.full(len(whole), np.nan), where=whole > 0.0)
