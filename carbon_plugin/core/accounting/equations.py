"""The equations of the account, in arrays: Huo et al. 2025, Eq. 1 to 11.

One account and a thousand draws of the coefficients run through the same lines. There is one rule: whatever is
multiplied broadcasts against (draws, n), the rows last. A coefficient is a number, (n,) where it differs by place or
year, (draws, 1) where it is drawn, (draws, n) where both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ..tables.by_year import ByYear
from .balance import Factor, footprint_per_tonne, relative_share
from .coefficient import CE_URBAN
from .selection import CE_BREATHING, CE_ENERGY, EMISSION_PREFIX, ENERGY_TCE, SINK_PREFIX

PREFIXES = {"ce": EMISSION_PREFIX, "cs": SINK_PREFIX}
AREAS_OF = {"cf_ha": "ce", "ec_ha": "cs", "ed_ha": "nce"}  # the land that each mass needs


@dataclass(frozen=True)
class AccountArrays:
    """``results``: by column, (n,) or (draws, n); ``footprint``: ha/t C a year, (k,) or (draws, k), or None."""

    results: dict[str, np.ndarray]
    footprint: np.ndarray | None


def compute_accounts(
    amounts: Mapping[str, np.ndarray],
    multipliers: Mapping[tuple[str, str], Factor],
    by_year: ByYear,
    *,
    nep: Mapping[str, Factor] | None = None,
    standard_coal: Mapping[str, Factor] | None = None,
    gdp: np.ndarray | None = None,
    renormalise: bool = True,
    fixed_footprint: bool = True,
) -> AccountArrays:
    """The account of every row, once or for every draw of the coefficients.

    The number of draws is the same wherever there are draws.

    Results, each only where it can be: the components ``ce_<source>`` (``ce_cropland``, ``ce_energy``,
    ``ce_breathing``, ``ce_livestock``, the user's own) and ``cs_<cover>`` (``cs_crop``, ``cs_shrubland``,
    ``cs_forest``, ``cs_grassland``, ``cs_water``, ``cs_unused``), each the sum over its columns of amount times
    multiplier; ``ce_urban`` = energy + breathing; ``ce``, ``cs`` = the sums of their components; ``nce = ce - cs``;
    ``ecc``, ``esc`` (``balance.relative_share``); ``cf_ha``, ``ec_ha``,
    ``ed_ha`` = ``ce``, ``cs``, ``nce`` times the footprint of a tonne; ``energy_tce`` from the fuels. With draws all
    of them are (draws, n); what no drawn coefficient enters is one row seen ``draws`` times, read only.

    Memory: 8 bytes * draws * n for each result that draws enter, some 20 of them, and nearly as much again on the
    way: 1,000 draws of 107 units in 21 years take 18 MB a result, 0.4 GB in all and 0.7 GB at the most. Where that is
    too much, take the draws in parts and keep of each what is wanted.

    Args:
        amounts: by column, (n,), NaN where missing.
        multipliers: t C a unit of ``(component, column)``, a number or what broadcasts against (draws, n).
        by_year: the years of the n rows.
        nep: t C/(ha a) by sink component, the region's, a number or (draws, 1).
        standard_coal: tce a unit by column, a number or what broadcasts against (draws, n).
        gdp: (n,), in any one unit, for ``ecc``.
        renormalise, fixed_footprint: as ``renormalise``, ``fixed`` of ``balance.footprint_per_tonne``.

    >>> year = ByYear.of(np.array([2020, 2020]))
    >>> amounts = {"raw_coal_t": np.array([10.0, 20.0]), "forest_ha": np.array([8.0, 2.0])}
    >>> draws = {("ce_energy", "raw_coal_t"): np.array([[0.5], [0.6]]), ("cs_forest", "forest_ha"): 1.0}
    >>> compute_accounts(amounts, draws, year).results["nce"].tolist()
    [[-3.0, 8.0], [-2.0, 10.0]]
    """
    nep = nep or {}
    results = _carbon(amounts, multipliers)
    if "ce" in results and gdp is not None:
        results["ecc"] = relative_share(gdp, results["ce"], by_year)
    if "nce" in results:
        results["esc"] = relative_share(results["cs"], results["ce"], by_year)
    footprint = None
    if "cs" in results and nep:
        footprint = footprint_per_tonne(
            results, results["cs"], nep, by_year=by_year, renormalise=renormalise, fixed=fixed_footprint
        )
        of_row = by_year.spread(footprint)
        results.update({name: results[mass] * of_row for name, mass in AREAS_OF.items() if mass in results})
    energy = energy_parts(amounts, standard_coal or {})
    if energy:
        results[ENERGY_TCE] = sum(energy.values())
    return AccountArrays(_with_draws(results), footprint)


def carbon_parts(
    amounts: Mapping[str, np.ndarray], multipliers: Mapping[tuple[str, str], Factor]
) -> Iterator[tuple[tuple[str, str], np.ndarray]]:
    """What every column adds to its component, t C, one by one: ``(component, column)``, then (n,) or (draws, n).

    All parts of all draws at once would fill the memory.

    Args:
        amounts: by column, (n,), NaN where missing.
        multipliers: t C a unit of ``(component, column)``, a number or what broadcasts against (draws, n).

    >>> parts = carbon_parts({"forest_ha": np.array([8.0, 2.0])}, {("cs_forest", "forest_ha"): 0.5})
    >>> [(name, added.tolist()) for name, added in parts]
    [(('cs_forest', 'forest_ha'), [4.0, 1.0])]
    """
    for (component, column), factor in multipliers.items():
        yield (component, column), amounts[column] * factor


def energy_parts(amounts: Mapping[str, np.ndarray], standard_coal: Mapping[str, Factor]) -> dict[str, np.ndarray]:
    """What each fuel, electricity and heat add to the energy, tce, by column: (n,) or (draws, n).

    The amount times the standard coal of one unit (E x M of Huo et al. 2025, Eq. 2).

    Args:
        amounts: by column, (n,), NaN where missing.
        standard_coal: tce a unit by column, a number or what broadcasts against (draws, n).

    >>> energy_parts({"raw_coal_t": np.array([10.0, 20.0])}, {"raw_coal_t": 0.5})["raw_coal_t"].tolist()
    [5.0, 10.0]
    """
    return {column: amounts[column] * factor for column, factor in standard_coal.items()}


def _carbon(amounts: Mapping[str, np.ndarray], multipliers: Mapping[tuple[str, str], Factor]) -> dict[str, np.ndarray]:
    """Components, ``ce_urban``, totals and net emission, t C."""
    results: dict[str, np.ndarray] = {}
    for (component, _), part in carbon_parts(amounts, multipliers):
        results[component] = results.get(component, 0) + part
    sides = {total: [name for name in results if name.startswith(prefix)] for total, prefix in PREFIXES.items()}
    urban = [results[name] for name in (CE_ENERGY, CE_BREATHING) if name in results]
    if urban:
        results[CE_URBAN] = sum(urban)
    # cropland + urban + livestock + the user's own, with urban as its two components, so that nothing counts twice
    results.update({total: sum(results[name] for name in names) for total, names in sides.items() if names})
    if all(sides.values()):
        results["nce"] = results["ce"] - results["cs"]
    return results


def _with_draws(results: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """All with the axis of draws that some have."""
    shape = np.broadcast_shapes(*(values.shape for values in results.values()))
    return {
        name: np.broadcast_to(values, shape) if values.shape != shape else values for name, values in results.items()
    }
