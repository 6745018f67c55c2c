"""Statistics."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbon_plugin.core.land_use.dated_areas import areas_for_years
from carbon_plugin.core.tables.panel import Panel

from .characters import curve, of_kind, wandering, with_totals
from .land import Land
from .region import (
    BARE,
    CELL_HA,
    COUNTED,
    CROP,
    DATES,
    ECONOMY,
    FARMS,
    FOREST,
    GDP,
    GRASS,
    SHRUB,
    UNITS,
    URBAN,
    WATER,
    YEARS,
    stream,
)

CLASSES = {
    CROP: "cropland",
    SHRUB: "shrubland",
    FOREST: "forest",
    GRASS: "grassland",
    WATER: "water",
    BARE: "unused",
    URBAN: "urban",
}


def make_areas(land: Land, covers: dict) -> dict:
    """(81, 21) hectares of each class: counted at DATES, interpolated between."""
    counted = pd.DataFrame([(unit, year) for unit in range(UNITS) for year in DATES], columns=["unit", "year"])
    inside = land.county > 0
    for code, name in CLASSES.items():
        cells = [np.bincount(land.county[inside & (covers[year] == code)], minlength=UNITS + 1)[1:] for year in DATES]
        counted[name] = np.transpose(cells).ravel() * CELL_HA
    every_year = pd.DataFrame([(unit, year) for unit in range(UNITS) for year in YEARS], columns=["unit", "year"])
    areas = areas_for_years(Panel(counted, "areas"), Panel(every_year, "statistics")).frame
    return {name: areas[name].to_numpy().reshape(UNITS, YEARS.size) for name in CLASSES.values()}


# a hectare by kind of county (city, industry, valley, hill, mountain), how it went, how much it wavers
FARM_INPUTS = {
    "fertilizer_t": ((0.30, 0.30, 0.30, 0.30, 0.30), {2000: 0.78, 2005: 0.93, 2010: 1.08, 2015: 1.15, 2020: 1.0}, 0.04),
    "pesticide_t": ((0.0062, 0.0062, 0.0062, 0.0062, 0.0062), {2000: 0.81, 2012: 1.32, 2015: 1.29, 2020: 1.0}, 0.05),
    "plastic_film_t": ((0.014, 0.009, 0.011, 0.012, 0.010), {2000: 0.45, 2015: 1.05, 2020: 1.0}, 0.06),
    "machinery_kw": ((4.2, 4.0, 4.8, 3.2, 2.4), {2000: 0.36, 2010: 0.7, 2020: 1.0}, 0.03),
}
FIELDS_KEPT = (-0.75, -0.75, 0.1, 0.1, 0.1)  # by kind, logarithm of what twenty years make of the share sown
SOWN, IRRIGATED = (0.78, 0.74, 0.84, 0.68, 0.62), (0.46, 0.36, 0.42, 0.19, 0.12)  # of the cropland
FED_ON_CROPS = {  # head a hectare sown; swine fever struck in 2019
    "pigs_head": (
        (2.2, 2.6, 2.9, 3.2, 3.0),
        {2000: 0.88, 2006: 0.9, 2014: 1.1, 2018: 1.04, 2019: 0.79, 2020: 0.9},
        0.05,
    ),
    "poultry_head": ((38, 32, 34, 26, 20), {2000: 0.62, 2012: 1.0, 2020: 1.12}, 0.05),
}
GRAZING = {  # head a hectare sown or of a quarter of the grassland
    "cattle_head": ((0.20, 0.35, 0.42, 0.60, 0.62), {2000: 1.45, 2006: 1.25, 2012: 0.95, 2020: 0.84}, 0.04),
    "sheep_head": ((0.6, 0.9, 0.8, 1.5, 1.6), {2000: 0.8, 2020: 1.15}, 0.05),
}


def make_farms(characters: pd.DataFrame, areas: dict) -> dict:
    """Sown land, what is spent on it, herds and harvests (those still to be scaled to the region's sink)."""
    rng = stream(FARMS)

    def trait(name: str, weight: float) -> np.ndarray:
        return np.exp(weight * characters[name].to_numpy())[:, None]

    def amounts(table: dict, land: np.ndarray) -> dict:
        return {
            name: land * of_kind(characters, *rates)[:, None] * curve(course) * np.exp(waver * wandering(rng))
            for name, (rates, course, waver) in table.items()
        }

    kept = of_kind(characters, *FIELDS_KEPT) + 0.42 * characters["fields"].to_numpy()
    given_up = np.exp(kept[:, None] * (YEARS - 2020) / 20)
    sown = areas["cropland"] * given_up * trait("farm", 0.06)
    sown = amounts({"sown_ha": (SOWN, {2000: 1.0, 2020: 1.0}, 0.012)}, sown)["sown_ha"]
    watered = amounts({"irrigated_ha": (IRRIGATED, {2000: 0.86, 2020: 1.0}, 0.02)}, areas["cropland"])["irrigated_ha"]
    pasture = sown + 0.25 * areas["grassland"]
    inputs = amounts(FARM_INPUTS, sown * trait("farm", 0.12))
    return {
        **{name: inputs[name] for name in ("fertilizer_t", "pesticide_t", "plastic_film_t")},
        "irrigated_ha": np.minimum(watered, 0.95 * sown),
        "sown_ha": sown,
        "machinery_kw": inputs["machinery_kw"],
        **amounts(FED_ON_CROPS, sown * trait("herd", 0.3)),
        **amounts(GRAZING, pasture * trait("herd", 0.36)),
        **_harvests(rng, characters, sown * trait("farm", 0.12)),
    }


# share of the sown land by kind of county (city, industry, valley, hill, mountain), then t/ha
CROPS = {
    "rice_t": (0.15, 0.12, 0.19, 0.10, 0.04, 7.2),
    "wheat_t": (0.14, 0.17, 0.20, 0.15, 0.10, 3.7),
    "maize_t": (0.14, 0.22, 0.19, 0.28, 0.33, 5.0),
    "soybean_t": (0.02, 0.03, 0.03, 0.05, 0.06, 1.8),
    "tubers_t": (0.05, 0.09, 0.06, 0.13, 0.19, 3.4),
    "peanut_t": (0.03, 0.03, 0.04, 0.03, 0.01, 3.0),
    "rapeseed_t": (0.08, 0.09, 0.11, 0.09, 0.05, 2.1),
    "vegetables_t": (0.32, 0.16, 0.13, 0.10, 0.09, 31.0),
}


def _harvests(rng: np.random.Generator, characters: pd.DataFrame, sown: np.ndarray) -> dict:
    weather = np.exp(0.04 * wandering(rng))
    better = curve({2000: 0.86, 2020: 1.0})
    harvests = {}
    for crop, (*shares, tonnes) in CROPS.items():
        taste, drift = (size * rng.standard_normal((UNITS, 1)) for size in (0.35, 0.25))
        share = of_kind(characters, *shares)[:, None] * np.exp(taste + drift * (YEARS - 2010) / 20)
        harvests[crop] = sown * share * tonnes * better * weather * np.exp(0.03 * wandering(rng))
    harvests["vegetables_t"] *= curve({2000: 0.5, 2010: 0.8, 2020: 1.0})
    return harvests


def make_economy(characters: pd.DataFrame, population: np.ndarray, course: np.ndarray, exposed: np.ndarray) -> dict:
    """GDP and that of industry, 10^4 CNY at constant prices; where the ``course`` of energy rises, GDP does."""
    rng = stream(ECONOMY)
    wealth = of_kind(characters, 5.6, 4.9, 3.7, 3.2, 3.1) * np.exp(0.2 * characters["wealth"].to_numpy())
    passed = (YEARS - 2020) / 20
    faster = of_kind(characters, 0.1, -0.1, 0.0, 0.0, 0.0) + 0.12 * characters["growth"].to_numpy()
    course = 0.5 * (course - course[:, -1:]) + faster[:, None] * passed
    gdp = population * wealth[:, None] * np.exp(course + 0.012 * wandering(rng))
    gdp = with_totals(gdp * GDP[2020] / gdp[COUNTED, -1].sum(), curve(GDP), exposed)
    industry = of_kind(characters, 0.43, 0.55, 0.37, 0.34, 0.32) + 0.04 * characters["dirt"].to_numpy()
    industry = industry[:, None] + curve({2000: -0.07, 2011: 0.06, 2020: -0.005}) + 0.01 * wandering(rng)
    return {"gdp": gdp, "gdp_secondary": gdp * np.clip(industry, 0.15, 0.72)}
