"""Carbon in the cells of a net: land by its coefficients, all else of a unit spread over the land that it stems from.

In arrays: a part is what a unit and a cell have in common. Carbon intensity of a cell = the sum of its parts over its
area inside the region (the Chang-Zhu-Tan study: net coefficients for land, the emission of built-up land by energy).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..accounting.selection import CE_BREATHING, CE_ENERGY, CS_CROP, EMISSION_PREFIX

BUILT_UP, CROPLAND = "urban", "cropland"
WHOLE_AREA = ""
LAND_OF = {  # component of the accounts: the class over which it is spread
    CE_ENERGY: BUILT_UP,
    CE_BREATHING: BUILT_UP,
    "ce_urban": BUILT_UP,
    "ce_cropland": CROPLAND,
    "ce_livestock": CROPLAND,
    CS_CROP: CROPLAND,
}


def land_of_component(component: str) -> str:
    """The class over which a component is spread: emission of one's own over built-up land, a sink over the whole area.

    Args:
        component: ``ce_<x>`` or ``cs_<x>``.

    >>> land_of_component("ce_energy"), land_of_component("ce_cement"), land_of_component("cs_ocean")
    ('urban', 'urban', '')
    """
    return LAND_OF.get(component, BUILT_UP if component.startswith(EMISSION_PREFIX) else WHOLE_AREA)


def spread(
    amounts: np.ndarray, unit: np.ndarray, weights: np.ndarray, *, otherwise: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The amount of every unit in its parts, by weight (p,), and the units whose weights are all 0 (u,).

    Args:
        amounts: (u,) of the units, NaN where missing.
        unit: (p,) the unit of each part.
        weights: (p,) such as hectares of built-up land, none below zero.
        otherwise: (p,) the weights in units whose ``weights`` are all 0, such as their area.

    The parts of a unit add up to its amount; parts of a unit without any weight at all have none.

    >>> parts, without = spread(np.array([9.0, 4.0]), np.array([0, 0, 1, 1]), np.array([1.0, 2.0, 0.0, 0.0]),
    ...                         otherwise=np.array([5.0, 5.0, 1.0, 3.0]))
    >>> parts.tolist(), without.tolist()
    ([3.0, 6.0, 1.0, 3.0], [False, True])
    """
    units = len(amounts)
    without = np.bincount(unit, weights, minlength=units) <= 0.0
    chosen = np.where(without[unit], otherwise, weights)
    sums = np.bincount(unit, chosen, minlength=units)[unit]
    share = np.divide(chosen, sums, out=np.zeros(len(unit)), where=sums > 0.0)
    return np.where(share > 0.0, amounts[unit], 0.0) * share, without


def spread_components(
    amounts: Mapping[str, np.ndarray],
    unit: np.ndarray,
    areas: Mapping[str, np.ndarray],
    *,
    whole: np.ndarray,
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Components of units in their parts, each (p,), and by component the units (u,) that lack the land for it.

    Args:
        amounts: t C by component, (u,), NaN where missing.
        unit: (p,) the unit of each part.
        areas: hectares by class, (p,).
        whole: (p,) hectares of the parts.

    A unit without built-up land has its emission spread over its whole area, and so for cropland.

    >>> found, without = spread_components({"ce_energy": np.array([6.0])}, np.array([0, 0]),
    ...                                    {"urban": np.array([0.0, 3.0])}, whole=np.array([10.0, 10.0]))
    >>> found["ce_energy"].tolist()
    [0.0, 6.0]
    """
    parts, lacking = {}, {}
    for component, of_units in amounts.items():
        land = land_of_component(component)
        weights = areas.get(land, np.zeros(len(unit))) if land else whole
        parts[component], without = spread(of_units, unit, weights, otherwise=whole)
        lacking[component] = without & (np.nan_to_num(of_units) != 0.0)
    return parts, lacking


def sums_of_cells(values: np.ndarray, cell: np.ndarray, cells: int) -> np.ndarray:
    """Sums of ``values`` (p,) by ``cell`` (p,): (cells,); missing where a part is.

    Args:
        values: of parts (p,), NaN where missing.
        cell: the number of the cell of each part (p,).
        cells: how many there are.

    >>> sums_of_cells(np.array([1.0, 2.0, np.nan]), np.array([0, 0, 1]), 2).tolist()
    [3.0, nan]
    """
    return np.bincount(cell, values, minlength=cells)
