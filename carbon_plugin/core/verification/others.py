"""Published ellipses, decompositions, elasticities and filled years."""

from __future__ import annotations

import numpy as np

from ..drivers.decomposition import compute_effects
from ..drivers.decoupling import compute_elasticity
from ..space.ellipse import Ellipses, Moments, compute_ellipses
from ..space.weights import SpatialWeights
from ..statistics.interpolation import compute_interpolated
from ..statistics.moran import compute_global_moran
from ..statistics.nrca import compute_nrca
from .case import Recomputed, Tables


def pointpats(tables: Tables) -> Recomputed:
    """Standard deviational ellipses of the documentation of pointpats."""
    found: Recomputed = {}
    for name in ("points11", "points50"):
        its = _ellipse(tables[name]["x"], tables[name]["y"], "crimestat")
        found["long_axis", f"{name} crimestat"] = float(its.long[0])
        found["short_axis", f"{name} crimestat"] = float(its.short[0])
        found["azimuth", name] = float(its.azimuth[0])
    its = _ellipse(tables["points8"]["x"], tables["points8"]["y"], "yuill")
    found["mean_centre", "x"], found["mean_centre", "y"] = float(its.centre_x[0]), float(its.centre_y[0])
    found["standard_distance", "points8"] = float(np.hypot(its.long[0], its.short[0]))
    return found


def lmdi(tables: Tables) -> Recomputed:
    """Six drivers of the carbon of commercial buildings, as PyLMDI decomposes it."""
    found: Recomputed = {}
    names = ["population", "floor_gdp_g", "s", "i", "e", "k"]
    table = tables["drivers"].reset_index()
    for country, rows in table.groupby("country"):
        before, after = (rows.loc[rows["year"] == year, names].to_numpy(dtype=float)[0] for year in (2017, 2018))
        effects = compute_effects(before, after)
        for name, effect in {**dict(zip(names, effects)), "total": effects.sum()}.items():
            found["additive_effect", f"{country} {name}"] = float(effect)
    return found


def central_asia(tables: Tables) -> Recomputed:
    """Elasticities of emission and output of Central Asia."""
    table = tables["changes"]
    found = compute_elasticity(table["dC_over_C0"].to_numpy(), table["dG_over_G0"].to_numpy())
    return {("elasticity", period): float(value) for period, value in zip(table.index, found)}


def water_footprints(tables: Tables) -> Recomputed:
    """Moran's I of the depth of water footprints of 31 provinces, of its logarithm."""
    depth, links = tables["depth"], tables["neighbours"].reset_index()
    place = {code: number for number, code in enumerate(depth.index)}
    ends = (links[name].map(place).to_numpy() for name in links.columns)
    weights = SpatialWeights.of_links(*ends, len(depth))
    found: Recomputed = {}
    for column in depth.columns:
        values = np.log(depth[column].to_numpy(dtype=float))
        found["global_moran", column[1:]] = compute_global_moran(values, values, weights, permutations=9).moran
    return found


def advantages(tables: Tables) -> Recomputed:
    """Normalised revealed comparative advantage of four units in three columns."""
    table = tables["table"]
    found = compute_nrca(table.to_numpy(dtype=float))
    return {
        ("nrca", f"{unit} {column}"): float(found[row, place])
        for row, unit in enumerate(table.index)
        for place, column in enumerate(table.columns)
    }


def knots(tables: Tables) -> Recomputed:
    """Years between five knots."""
    table = tables["knots"]
    years = np.arange(table.index.min(), table.index.max() + 1)
    values = np.full((1, len(years)), np.nan)
    values[0, table.index - years[0]] = table["value"]
    return {
        (name, str(year)): float(value)
        for name, method in {"pchip": "pchip", "not_a_knot": "cubic", "natural": "natural"}.items()
        for year, value in zip(years, compute_interpolated(years, values, method)[0])
    }


def _ellipse(x, y, method: str) -> Ellipses:
    weight, group = np.ones(len(x)), np.zeros(len(x), dtype=int)
    return compute_ellipses(Moments.of_points(x, y, weight, group=group, groups=1), method)
