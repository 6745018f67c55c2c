"""Calibration."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import optimize

from .characters import curve, of_kind, wandering, with_totals
from .noise import bump, rise
from .region import (
    COUNTED,
    ECC_MEAN_2020,
    EMISSION,
    ENERGY,
    ESC_MEAN_2020,
    FUEL,
    NOISE,
    REGION,
    SINK,
    TECHNOLOGY,
    WAVER,
    YEARS,
    carbon_per_unit,
    stream,
)
from .statistics import CROPS

# t C by fuel of 100 t C by kind of county, in 2000 and in 2020
FUELS = {
    "raw_coal_t": ((58, 62, 68, 70, 70), (36, 47, 45, 45, 43)),
    "coke_t": ((0, 10, 0, 0, 0), (0, 8, 0, 0, 0)),
    "gasoline_t": ((8, 4, 6, 6, 6), (11, 5, 9, 9, 10)),
    "diesel_t": ((11, 7, 12, 11, 11), (9, 7, 12, 13, 14)),
    "fuel_oil_t": ((1.5, 1.2, 0, 0, 0), (0.4, 0.4, 0, 0, 0)),
    "natural_gas_1000m3": ((0, 0, 0, 0, 0), (10, 6, 6, 4, 2)),
    "lpg_t": ((2.2, 0.8, 1.2, 1, 1), (1.2, 0.5, 1.3, 1.6, 1.8)),
    "electricity_mwh": ((14, 14, 13, 12, 12), (29, 26, 27, 27, 29)),
    "heat_gj": ((5, 1, 0, 0, 0), (4, 1, 0, 0, 0)),
}
# how the energy of counties moves: what happens, and how often to the kinds of counties (city, industry, valley, hill,
# mountain); mountains turn to other things, towns and their industry grow
COURSES = {
    "rise": (0.60, 0.60, 0.35, 0.30, 0.15),
    "boom": (0.00, 0.20, 0.20, 0.15, 0.10),
    "level": (0.30, 0.00, 0.25, 0.25, 0.30),
    "fall": (0.10, 0.20, 0.20, 0.30, 0.45),
}
EXPOSED = {"rise": 0.2, "boom": 0.9, "level": 0.8, "fall": 0.45}  # how far the region's ups and downs reach a county


def make_course(characters: pd.DataFrame) -> tuple:
    """The logarithm of each county's energy against the region's, up to a constant and without noise (81, 21).

    And how much each is exposed to the region's ups and downs (81,).
    """
    rng = stream(ENERGY)
    likely = np.array([of_kind(characters, *odds) for odds in COURSES.values()])
    drawn = (rng.random(len(characters)) > np.cumsum(likely, axis=0) / likely.sum(axis=0)).sum(axis=0)
    strength = rng.uniform(0.5, 1.15, len(characters))[:, None]
    peak = rng.uniform(2008, 2015, len(characters))[:, None]
    passed = (YEARS - 2000) / 20
    shapes = [0.30 * strength * passed, 0.3 * strength * bump(YEARS - peak, 6), -0.1 * passed, -1.1 * strength * passed]
    exposed = np.array([EXPOSED[name] for name in COURSES])[drawn] * np.exp(0.15 * characters["exposure"].to_numpy())
    return np.stack(np.broadcast_arrays(*shapes))[drawn, np.arange(len(characters))], exposed


def calibrate(characters: pd.DataFrame, areas: dict, population, economy: dict, farms: dict, course, exposed) -> dict:
    """Scale the harvests to SINK, then share out the energy that EMISSION leaves over, as fuels.

    The totals are those of the counties in COUNTED.
    """
    carbon, (emission_waver, sink_waver) = carbon_per_unit(), WAVER
    waver = wandering(stream(REGION), 2)
    land_sink = sum(areas[name] * carbon.get(f"{name}_ha", 0.0) for name in areas)
    crop_sink = sum(farms[crop] * carbon[crop] for crop in CROPS)
    total = _strayed(SINK, sink_waver * waver[0]) * 1e6
    scale = (total - land_sink[COUNTED].sum(axis=0)) / crop_sink[COUNTED].sum(axis=0)
    farms = {name: amount * (scale if name in CROPS else 1.0) for name, amount in farms.items()}
    sink = land_sink + crop_sink * scale
    other = population * carbon["population"] + sum(farms[name] * carbon[name] for name in farms if name not in CROPS)
    total = _strayed(EMISSION, emission_waver * waver[1]) * 1e6
    energy = _energy(characters, economy["gdp"], sink, other, total, course, exposed)
    return farms | _fuels(characters, energy)


def _strayed(points: dict, waver: np.ndarray) -> np.ndarray:
    """The curve through ``points``, straying from it between them but never beyond their extremes."""
    smooth, free = curve(points), ~np.isin(YEARS, list(points))
    inner = np.clip(smooth * np.exp(waver), min(points.values()) * 1.004, max(points.values()) * 0.996)
    return np.where(free, inner, smooth)


def _energy(characters: pd.DataFrame, gdp, sink, other, total, course, exposed) -> np.ndarray:
    """(81, 21) t C from energy.

    In 2020 it grows with GDP, with how dirty a county's industry is and with its land; two exponents are solved for,
    so that the means of the contributive and of the support coefficient come out. The years before follow courses,
    and the region's, each county as it is exposed; TECHNOLOGY bounds what a unit of energy comes to earn.
    """
    goal = total - other[COUNTED].sum(axis=0)
    dirt = of_kind(characters, 0.5, 1.25, 0.0, 0.0, 0.0) + 0.33 * characters["dirt"].to_numpy()
    last_gdp, last_sink, last_other = gdp[:, -1], sink[:, -1], other[:, -1]

    def energy_2020(exponents: np.ndarray) -> np.ndarray:
        energy = last_gdp * np.exp(exponents[0] * dirt) * (last_sink / last_gdp) ** exponents[1]
        return energy * goal[-1] / energy[COUNTED].sum()

    def misses(exponents: np.ndarray) -> list:
        emission = (energy_2020(exponents) + last_other)[COUNTED]
        parts = (last_gdp[COUNTED], last_sink[COUNTED])
        shares = (part / part.sum() / (emission / emission.sum()) for part in parts)
        return [share.mean() - goal for share, goal in zip(shares, (ECC_MEAN_2020, ESC_MEAN_2020))]

    last = energy_2020(optimize.fsolve(misses, [0.8, 0.3], xtol=1e-12))[:, None]
    course = course + 0.016 * wandering(stream(NOISE))
    for _ in range(12):  # the bounds move the totals, the totals the bounds
        own = last * np.exp(course - course[:, -1:])
        energy = with_totals(own, goal, exposed)
        growth = np.log(gdp / energy)
        growth = (growth[:, -1] - growth[:, 0]) / (YEARS[-1] - YEARS[0])
        course = course + (growth - np.clip(growth, *TECHNOLOGY))[:, None] * (YEARS - YEARS[-1])
    return energy


def _fuels(characters: pd.DataFrame, energy: np.ndarray) -> dict:
    rng = stream(FUEL)
    passed = rise(YEARS - 2010.5 - characters["timing"].to_numpy()[:, None], 4)
    carbon = {}
    for fuel, (early, late) in FUELS.items():
        early, late = of_kind(characters, *early)[:, None], of_kind(characters, *late)[:, None]
        own = np.exp(0.25 * rng.standard_normal((len(characters), 1)) + 0.015 * wandering(rng))
        carbon[fuel] = (early + (late - early) * passed) * own
    has_steel = rng.random((len(characters), 1)) < 0.45
    carbon["coke_t"] *= 2 * has_steel
    gas_arrives = np.round(2005 + 3 * characters["timing"].to_numpy() + of_kind(characters, -4, -1, 1, 4, 6))
    carbon["natural_gas_1000m3"] *= gas_arrives[:, None] <= YEARS
    whole, per_unit = sum(carbon.values()), carbon_per_unit()
    return {fuel: energy * part / whole / per_unit[fuel] for fuel, part in carbon.items()}
