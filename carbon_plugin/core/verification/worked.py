"""Examples worked by hand for this plugin: one small case of each method that no free publication prints."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..accounting.balance import relative_share
from ..compensation.carbon_compensation import compensate
from ..compensation.payments import compute_ability
from ..compensation.terms import Terms
from ..drivers.decomposition import compute_effects
from ..drivers.inequality import compute_gini, compute_theil
from ..services.ecosystem_services import value_services
from ..services.ecosystems import load_ecosystems
from ..services.equivalents import load_equivalents
from ..tables.by_year import ByYear
from ..tables.panel import Panel
from .case import Recomputed, Tables

ECC_UNITS = {"ce": [60.0, 20.0, 30.0], "cs": [20.0, 40.0, 15.0], "gdp": [100.0, 20.0, 40.0]}


def worked(tables: Tables) -> Recomputed:
    """The table ``tables`` is empty: all inputs stand here, as they do in the documentation."""
    found: Recomputed = {}
    names = ["a", "b", "c"]
    one_year = ByYear.of(np.full(3, 2020))
    emission, output = np.array(ECC_UNITS["ce"]), np.array(ECC_UNITS["gdp"])
    found |= {("ecc", name): float(one) for name, one in zip(names, relative_share(output, emission, one_year))}
    panel = Panel(pd.DataFrame({"unit": names, "year": 2020, **ECC_UNITS}), "units")
    units = pd.DataFrame({"unit": names, "name": names})
    for key, renormalise in (("kept", True), ("free", False)):
        frame = compensate(panel, units, Terms(renormalise=renormalise), layer="units").frame
        for name, corrected, payment in zip(names, frame["corrected"], frame["payment"]):
            found["corrected_net_emission", f"{key} {name}"] = float(corrected)
            found["payment", f"{key} {name}"] = float(payment) * 1e4
    for engel in (0.25, 0.30, 0.40):
        found["ability", f"{engel:.2f}"] = float(compute_ability(np.array([engel]))[0])
    areas = {"cropland_ha": 1000.0, "forest_ha": 2000.0, "grassland_ha": 100.0, "water_ha": 150.0, "unused_ha": 10.0}
    land = Panel(
        pd.DataFrame({"unit": ["a"], "year": [2020], **{name: [area] for name, area in areas.items()}}), "land"
    )
    values = value_services(land, load_equivalents("xie2008"), load_ecosystems("xie2008"))
    found["esv_total", "five classes"] = float(values.panel.numbers("esv")[0]) * 1e4
    effects = compute_effects(np.array([100.0, 2.0, 1.0, 0.7]), np.array([105.0, 3.0, 0.8, 0.68]))
    found |= {
        ("additive_effect", name): float(effect)
        for name, effect in zip(("population", "output", "energy", "carbon"), effects)
    }
    carbon, people = np.array([40.0, 40.0, 20.0]), np.array([30.0, 50.0, 20.0])
    found["gini", "three units"] = compute_gini(carbon, people)
    found["theil", "three units"] = compute_theil(carbon, people)
    return found
