"""Balance zones by rules: the first rule that fits decides, so that each unit has one zone or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .rules import MEASURES, BalanceRule, Band

NO_ZONE = 0
DECIMALS = 12  # a ratio that is 1 but for rounding is 1
NET_EMISSION = "nce"


def compute_balance_zones(values: Mapping[str, np.ndarray], rules: Sequence[BalanceRule]) -> np.ndarray:
    """The number of the zone of every unit (n,), ``NO_ZONE`` where a measure is missing or no rule fits.

    Args:
        values: ``nce``, ``ecc``, ``esc``, each (n,). A net emission at a bound belongs below it, so that 0 is in
            balance; a ratio at a bound belongs above it, so that 1 is as good as the region.
        rules: in the order in which they are tried.

    >>> from .rules import balance_rule_rows, read_balance_rules
    >>> units = {"nce": np.array([20.0, -10.0]), "ecc": np.array([1.25, 0.75]), "esc": np.array([0.333, 0.833])}
    >>> compute_balance_zones(units, read_balance_rules(balance_rule_rows(), "rules")).tolist()
    [3, 1]
    """
    known = np.logical_and.reduce([np.isfinite(values[name]) for name in MEASURES])
    zones = np.full(known.shape, NO_ZONE)
    for rule in reversed(rules):  # so that the first is written last
        zones[_fits(values, rule) & known] = rule.zone.number
    return zones


def compute_bands(index: np.ndarray, bands: Sequence[Band]) -> list[str]:
    """The key of the band of every balance index, '' where it is missing or below all bands.

    Args:
        index: balance indices (n,), without unit, NaN where missing.
        bands: from low to high, as of ``read_bands``.

    >>> bands = [Band("below", float("-inf"), "", ""), Band("above", 1.0, "", "")]
    >>> compute_bands(np.array([0.5, 1.0, np.nan]), bands)
    ['below', 'above', '']
    """
    starts = np.array([band.start for band in bands])
    places = np.searchsorted(starts, np.round(index, DECIMALS), side="right") - 1
    return [bands[place].key if known and place >= 0 else "" for place, known in zip(places, ~np.isnan(index))]


def compute_balance_index(emission: np.ndarray, sink: np.ndarray) -> np.ndarray:
    """``balance_index``: sink over emission (n,), NaN without emission.

    Args:
        emission, sink: t C a year (n,).

    >>> compute_balance_index(np.array([20.0, 0.0]), np.array([5.0, 5.0])).tolist()
    [0.25, nan]
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(emission > 0.0, sink / emission, np.nan)


def _fits(values: Mapping[str, np.ndarray], rule: BalanceRule) -> np.ndarray:
    fits = np.ones(np.shape(values[NET_EMISSION]), dtype=bool)
    for name, (low, high) in rule.bounds.items():
        value = values[name] if name == NET_EMISSION else np.round(values[name], DECIMALS)
        with np.errstate(invalid="ignore"):
            if low is not None:
                fits &= value > low if name == NET_EMISSION else value >= low
            if high is not None:
                fits &= value <= high if name == NET_EMISSION else value < high
    return fits
