"""Characters: what kind of county each is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import interpolate, ndimage

from .land import Land
from .noise import rise
from .region import (
    CELL_HA,
    CHARACTERS,
    COUNTIES_A_PREFECTURE,
    LEAST_POPULATION,
    LEAST_URBAN,
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
    for trait in ("people", "movement", "urban", "wealth", "dirt", "farm", "fields", "herd", "timing", "growth"):
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
    wave = 0.02 * wandering(rng, 0.9)
    population = size[:, None] * np.exp(growth[:, None] * passed + wave)
    goal = curve(POPULATION)
    for _ in range(20):  # the limits and the totals
        population = np.clip(population * goal / population.sum(axis=0), LEAST_POPULATION, MOST_POPULATION)
    population = np.round(population * goal / population.sum(axis=0))
    late = of_kind(characters, 0.66, 0.51, 0.43, 0.37, 0.33) + 0.045 * characters["urban"].to_numpy()
    early = 0.13 + 0.6 * (late - 0.28) + 0.015 * characters["movement"].to_numpy()
    pace = rise(YEARS - 2009 - 1.5 * characters["timing"].to_numpy()[:, None], 5.5)
    pace = (pace - pace[:, :1]) / (pace[:, -1:] - pace[:, :1])
    share = np.clip(early[:, None] + (late - early)[:, None] * pace, LEAST_URBAN, MOST_URBAN)
    return population, np.round(population * share)


def wandering(rng: np.random.Generator, memory: float) -> np.ndarray:
    """(81, 21): noise of standard deviation 1 that remembers a share of last year's."""
    shocks = rng.standard_normal((UNITS, YEARS.size))
    for year in range(1, YEARS.size):
        shocks[:, year] = memory * shocks[:, year - 1] + (1 - memory**2) ** 0.5 * shocks[:, year]
    return shocks
