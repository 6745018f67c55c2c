"""Characters: what kind of county each is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import interpolate, ndimage, optimize

from .land import Land
from .noise import rise
from .region import (
    CELL_HA,
    CHARACTERS,
    COUNTED,
    COUNTIES_A_PREFECTURE,
    LEAST_POPULATION,
    LEAST_URBAN,
    MEMORY,
    MOST_POPULATION,
    MOST_URBAN,
    PEOPLE,
    POPULATION,
    UNITS,
    YEARS,
    stream,
)

CITY, INDUSTRY, VALLEY, HILL, MOUNTAIN = "city", "industry", "valley", "hill", "mountain"


def make_characters(land: Land) -> pd.DataFrame:
    """One row a county: its land, its kind, and what sets it apart from others of its kind."""
    rng = stream(CHARACTERS)
    number = np.arange(1, UNITS + 1)
    arable = ndimage.mean(land.arable > 0, land.county, number)
    area = np.bincount(land.county.ravel())[1:] * CELL_HA
    kind = np.full(number.size, VALLEY, dtype=object)
    order = np.argsort(arable, kind="stable")
    kind[order[:22]], kind[order[22:46]] = MOUNTAIN, HILL
    ore = rng.random(number.size) + 0.3 * (kind == HILL) - 0.25 * (kind == MOUNTAIN)
    kind[np.argsort(-ore, kind="stable")[:15]] = INDUSTRY
    kind[::COUNTIES_A_PREFECTURE] = CITY
    table = pd.DataFrame({"kind": kind, "area_ha": area, "arable_ha": area * arable}, index=number)
    traits = "people movement urban wealth dirt farm fields herd timing growth exposure"
    for trait in traits.split():
        table[trait] = rng.standard_normal(number.size).clip(-1.8, 1.8)
    return table


def of_kind(characters: pd.DataFrame, city, industry, valley, hill, mountain) -> np.ndarray:
    """A figure for each county by its kind."""
    figures = {CITY: city, INDUSTRY: industry, VALLEY: valley, HILL: hill, MOUNTAIN: mountain}
    return characters["kind"].map(figures).to_numpy(dtype=float)


def curve(points: dict) -> np.ndarray:
    """A smooth curve through ``points`` (year: value) at YEARS, without overshoot."""
    return interpolate.PchipInterpolator(list(points), list(points.values()))(YEARS)


def make_people(characters: pd.DataFrame) -> tuple:
    """Population and urban population, both (81, 21), in persons."""
    rng = stream(PEOPLE)
    passed = (YEARS - YEARS[-1]) / (YEARS[-1] - YEARS[0])  # -1 to 0
    size = (characters["arable_ha"] + 20_000) ** 0.6 * of_kind(characters, 2.2, 1.3, 1.05, 1.0, 0.85)
    size = size.to_numpy() * np.exp(0.36 * characters["people"].to_numpy())
    growth = of_kind(characters, 0.27, 0.02, -0.05, -0.12, -0.17) + 0.07 * characters["movement"].to_numpy()
    wave = 0.006 * wandering(rng)
    population = size[:, None] * np.exp(growth[:, None] * passed + wave)
    goal = curve(POPULATION)
    for _ in range(20):  # the limits and the totals
        population = np.clip(population * goal / population[COUNTED].sum(axis=0), LEAST_POPULATION, MOST_POPULATION)
    population = np.round(population * goal / population[COUNTED].sum(axis=0))
    late = of_kind(characters, 0.66, 0.51, 0.43, 0.37, 0.33) + 0.045 * characters["urban"].to_numpy()
    early = 0.13 + 0.6 * (late - 0.28) + 0.015 * characters["movement"].to_numpy()
    pace = rise(YEARS - 2009 - 1.5 * characters["timing"].to_numpy()[:, None], 5.5)
    pace = (pace - pace[:, :1]) / (pace[:, -1:] - pace[:, :1])
    share = np.clip(early[:, None] + (late - early)[:, None] * pace, LEAST_URBAN, MOST_URBAN)
    return population, np.round(population * share)


def with_totals(own: np.ndarray, totals: np.ndarray, exposed: np.ndarray) -> np.ndarray:
    """``own`` (81, 21), moved until the counted come to ``totals`` (21,); those of 2020 they have already.

    The region's growth from the first year to the last moves all alike, its ups and downs by ``exposed`` (81,).
    """
    passed = (YEARS - YEARS[0]) / (YEARS[-1] - YEARS[0])
    growth = np.log(totals[0] / own[COUNTED, 0].sum()) * (1 - passed)
    steady = own * np.exp(growth)

    def moved(common: float, year: int) -> np.ndarray:
        return steady[:, [year]] * np.exp(exposed[:, None] * common)

    def misses(common: float, year: int) -> float:
        return moved(common, year)[COUNTED].sum() / totals[year] - 1

    return np.hstack([moved(optimize.brentq(misses, -3, 3, (year,), 1e-13), year) for year in range(YEARS.size)])


def wandering(rng: np.random.Generator, series: int = UNITS) -> np.ndarray:
    """(series, 21): noise of standard deviation 1, each year MEMORY of the last one's and a shock of its own."""
    shocks = rng.standard_normal((series, YEARS.size))
    for year in range(1, YEARS.size):
        shocks[:, year] = MEMORY * shocks[:, year - 1] + (1 - MEMORY**2) ** 0.5 * shocks[:, year]
    return shocks
