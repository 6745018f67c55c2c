"""Calibration."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import optimize

from .characters import curve, of_kind, wandering
from .noise import bump, rise
from .region import ECC_MEAN_2020, EMISSION, ENERGY, ESC_MEAN_2020, FUEL, SINK, YEARS, carbon_per_unit, stream
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
# how the energy of counties moves: what happens, and how often to the kinds of counties; mountains turn to other
# things, towns and their industry grow, so that the zones have mountains at one end and industry at the other
COURSES = {
    "rise": (0.65, 0.70, 0.25, 0.15, 0.05),
    "boom": (0.25, 0.30, 0.15, 0.10, 0.05),
    "level": (0.10, 0.00, 0.25, 0.20, 0.15),
    "fall": (0.00, 0.00, 0.35, 0.55, 0.75),
}


def calibrate(characters: pd.DataFrame, areas: dict, population, economy: dict, farms: dict) -> dict:
    """Scale the harvests to SINK, then share out the energy that EMISSION leaves over, as fuels."""
    carbon = carbon_per_unit()
    land_sink = sum(areas[name] * carbon.get(f"{name}_ha", 0.0) for name in areas)
    crop_sink = sum(farms[crop] * carbon[crop] for crop in CROPS)
    scale = (curve(SINK) * 1e6 - land_sink.sum(axis=0)) / crop_sink.sum(axis=0)
    farms = {name: amount * (scale if name in CROPS else 1.0) for name, amount in farms.items()}
    sink = land_sink + crop_sink * scale
    other = population * carbon["population"] + sum(farms[name] * carbon[name] for name in farms if name not in CROPS)
    energy = _energy(characters, economy["gdp"], sink, other)
    return farms | _fuels(characters, energy)


def _energy(characters: pd.DataFrame, gdp: np.ndarray, sink: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(81, 21) t C from energy.

    In 2020 it grows with GDP, with how dirty a county's industry is and with its land; two exponents are solved for,
    so that the means of the contributive and of the support coefficient come out. The years before follow courses.
    """
    rng = stream(ENERGY)
    total = curve(EMISSION) * 1e6 - other.sum(axis=0)
    dirt = of_kind(characters, 0.5, 1.25, 0.0, 0.0, 0.0) + 0.33 * characters["dirt"].to_numpy()
    last_gdp, last_sink, last_other = gdp[:, -1], sink[:, -1], other[:, -1]

    def energy_2020(exponents: np.ndarray) -> np.ndarray:
        energy = last_gdp * np.exp(exponents[0] * dirt) * (last_sink / last_gdp) ** exponents[1]
        return energy * total[-1] / energy.sum()

    def misses(exponents: np.ndarray) -> list:
        emission = energy_2020(exponents) + last_other
        shares = (part / part.sum() / (emission / emission.sum()) for part in (last_gdp, last_sink))
        return [share.mean() - goal for share, goal in zip(shares, (ECC_MEAN_2020, ESC_MEAN_2020))]

    exponents = optimize.fsolve(misses, [0.8, 0.3], xtol=1e-12)
    course = _courses(rng, characters)
    energy = energy_2020(exponents)[:, None] * np.exp(course - course[:, -1:])
    return energy * total / energy.sum(axis=0)


def _courses(rng: np.random.Generator, characters: pd.DataFrame) -> np.ndarray:
    """(81, 21): the logarithm of each county's energy, up to a constant."""
    likely = np.array([of_kind(characters, *odds) for odds in COURSES.values()])
    drawn = (rng.random(len(characters)) > np.cumsum(likely, axis=0) / likely.sum(axis=0)).sum(axis=0)
    strength = rng.uniform(0.5, 1.15, len(characters))[:, None]
    peak = rng.uniform(2008, 2015, len(characters))[:, None]
    passed = (YEARS - 2000) / 20
    shapes = [
        strength * passed,
        strength * bump(YEARS - peak, 6) + 0.25 * passed,
        -0.55 * passed,
        -1.6 * strength * passed,
    ]
    chosen = np.stack(np.broadcast_arrays(*shapes))[drawn, np.arange(len(characters))]
    return chosen + 0.05 * wandering(rng, 0.6)


def _fuels(characters: pd.DataFrame, energy: np.ndarray) -> dict:
    rng = stream(FUEL)
    passed = rise(YEARS - 2010.5 - characters["timing"].to_numpy()[:, None], 4)
    carbon = {}
    for fuel, (early, late) in FUELS.items():
        early, late = of_kind(characters, *early)[:, None], of_kind(characters, *late)[:, None]
        own = np.exp(0.25 * rng.standard_normal((len(characters), 1)) + 0.04 * wandering(rng, 0.7))
        carbon[fuel] = (early + (late - early) * passed) * own
    has_steel = rng.random((len(characters), 1)) < 0.45
    carbon["coke_t"] *= 2 * has_steel
    gas_arrives = np.round(2005 + 3 * characters["timing"].to_numpy() + of_kind(characters, -4, -1, 1, 4, 6))
    carbon["natural_gas_1000m3"] *= gas_arrives[:, None] <= YEARS
    whole, per_unit = sum(carbon.values()), carbon_per_unit()
    return {fuel: energy * part / whole / per_unit[fuel] for fuel, part in carbon.items()}
