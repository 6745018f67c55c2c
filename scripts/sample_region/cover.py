"""Land cover."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import ndimage

from .characters import curve, of_kind
from .land import Land
from .noise import bump, noise, rise
from .region import (
    BARE,
    BARE_SHARE,
    CELL,
    CELL_HA,
    CHANGES,
    CLOUD_SHARE,
    COUNTED,
    COVER,
    CROP,
    DATES,
    EMISSION,
    FOOTPRINT_2020_KM2,
    FOREST,
    FOREST_SHARE,
    GRASS,
    PROFILE,
    SHARES_2000,
    SHRUB,
    SINK,
    TOWN_M2_2000,
    TOWN_M2_2020,
    URBAN,
    VILLAGE_M2,
    WATER,
    YEARS,
    carbon_per_unit,
    stream,
)


def make_cover(land: Land, characters: pd.DataFrame, population, urban_population, seats) -> dict:
    """Land cover at DATES: a raster of CLCD codes for each year, everywhere on the grid."""
    rng = stream(COVER)
    towns = _town_order(rng, land, seats)
    built_up = _built_up_cells(characters, population, urban_population)
    cover = _first_cover(rng, land)
    patches = {change: _patches(rng, land) for change in {(old, new) for old, new, _ in CHANGES}}
    water = land.river + 0.25 * np.clip(noise(rng, land.county.shape, 90, 2) - 1, 0, None)
    covers = {}
    for number, year in enumerate(DATES):
        if number:
            for old, new, shares in CHANGES:
                cells = round(shares[number - 1] / 100 * np.count_nonzero(land.county))
                _change(land, cover, patches[old, new], old, new, cells, land.county > 0)
        cover[(water < 0.03 * number) & (cover != URBAN)] = WATER
        _build(land, cover, towns, built_up[number])
        covers[year] = cover.copy()
    _settle(land, covers[DATES[-1]], patches)
    clouds = noise(rng, land.county.shape, 30, 3)
    for year in (2000, 2005, 2010):
        sky = np.roll(clouds, 400 * (year - 1990), axis=1)
        covers[year][sky > np.quantile(sky[land.county > 0], 1 - CLOUD_SHARE)] = 0
    return covers


def _patches(rng: np.random.Generator, land: Land) -> np.ndarray:
    """Where change is likely: small patches, and more of them in some parts of the region than in others."""
    return noise(rng, land.county.shape, 9, 4, 0.7) + 0.7 * noise(rng, land.county.shape, 320, 2)


def _first_cover(rng: np.random.Generator, land: Land) -> np.ndarray:
    """Each cell has the class that fits it best, biased so that the classes have their shares of the region."""
    shape = land.county.shape
    north_west = (land.rows[:, None] * 1.3 + land.columns[None, :] - 420) / 100

    def texture() -> np.ndarray:
        return 0.35 * noise(rng, shape, 70, 3) + 0.42 * noise(rng, shape, 10, 4, 0.65)

    fit = {
        CROP: 1.15 * land.arable + 0.4 * texture(),
        FOREST: 1.1 * rise(land.slope - 5.5, 2) + 0.3 * rise(land.elevation - 900, 200) + texture(),
        SHRUB: 0.7 * bump(land.elevation - 800, 700) + 0.4 * rise(land.slope - 4, 2) + 1.1 * texture(),
        GRASS: 1.8 * rise(land.elevation - 2450, 160) + 0.8 * rise(-north_west, 1.2) + 1.1 * texture(),
    }
    codes = np.array(list(fit))
    fits = np.stack(list(fit.values()))
    sample = fits[:, land.county > 0][:, ::7]
    shares, bias = np.array(list(SHARES_2000.values())), np.zeros(codes.size)
    shares = shares / shares.sum()
    for _ in range(80):
        found = np.bincount((sample + bias[:, None]).argmax(axis=0), minlength=codes.size) / sample.shape[1]
        bias += 0.6 * (shares - found) / np.sqrt(shares)
    best = (fits + bias[:, None, None]).argmax(axis=0)
    for _ in range(2):  # no lone cells
        around = np.stack([ndimage.uniform_filter((best == each).astype(np.float32), 3) for each in range(codes.size)])
        best = (around + 0.12 * (np.arange(codes.size)[:, None, None] == best)).argmax(axis=0)
    cover = codes[best].astype(np.uint8)
    bare = rise(land.elevation - 2700, 150) + 0.3 * rise(0.6 - land.river, 0.1) + 0.16 * noise(rng, shape, 8, 3)
    cover[bare > np.quantile(bare[land.county > 0], 1 - BARE_SHARE)] = BARE
    return cover


def _change(land: Land, cover: np.ndarray, patches: np.ndarray, old: int, new: int, cells: int, places) -> None:
    """Turn ``cells`` of ``places`` from one class into another, where the other is near and the land suits it."""
    candidates = np.flatnonzero((cover == old) & places)
    near = ndimage.uniform_filter((cover == new).astype(np.float32), 7)
    suits = {CROP: land.arable, FOREST: -land.arable}.get(new, -0.5 * land.arable)
    score = (2.2 * near + 0.35 * suits + 0.8 * patches).ravel()[candidates]
    cover.ravel()[candidates[np.argsort(-score, kind="stable")[:cells]]] = new


def _settle(land: Land, cover: np.ndarray, patches: dict) -> None:
    """The forest of FOREST_SHARE, and the shrubland that gives the counted sink of 2020 its footprint."""
    counted = np.concatenate([[False], COUNTED])[land.county]
    for places in (land.county > 0, counted):
        cells = np.bincount(cover[places], minlength=256)
        old, new = (GRASS, SHRUB) if places is counted else (SHRUB, FOREST)
        goal = _shrub_cells(cells) if places is counted else round(FOREST_SHARE * cells.sum())
        _move(land, cover, patches[old, new], old, new, goal - cells[new], places)


def _move(
    land: Land, cover: np.ndarray, patches: np.ndarray, old: int, new: int, cells: int, places: np.ndarray
) -> None:
    if cells < 0:
        old, new, patches = new, old, -patches
    _change(land, cover, patches, old, new, abs(cells), places)


def _shrub_cells(cells: np.ndarray) -> int:
    """How many cells of shrub the sink of 2020 (the harvest makes up its total) needs to have FOOTPRINT_2020_KM2.

    Two equations, the sink and the land it takes, in the carbon of the harvest and of the shrub; grass has the rest.
    """
    carbon, nep = carbon_per_unit(), PROFILE.nep()
    forest, water = (
        cells[code] * CELL_HA * carbon[f"{name}_ha"] for code, name in ((FOREST, "forest"), (WATER, "water"))
    )
    open_land, grass = (cells[SHRUB] + cells[GRASS]) * CELL_HA, carbon["grassland_ha"]
    sink, hectares_per_tonne = SINK[2020] * 1e6, FOOTPRINT_2020_KM2 * 100 / (EMISSION[2020] * 1e6)
    grass_per_shrub = -grass / carbon["shrubland_ha"]
    equations = [
        [1.0, 1.0 + grass_per_shrub],
        [1 / nep["cs_crop"], 1 / nep["cs_shrubland"] + grass_per_shrub / nep["cs_grassland"]],
    ]
    right = [
        sink - forest - water - grass * open_land,
        hectares_per_tonne * (sink - water) - forest / nep["cs_forest"] - grass * open_land / nep["cs_grassland"],
    ]
    return round(np.linalg.solve(equations, right)[1] / carbon["shrubland_ha"] / CELL_HA)


def _built_up_cells(characters: pd.DataFrame, population: np.ndarray, urban_population: np.ndarray) -> np.ndarray:
    """(5, 81): cells that houses, works and roads fill at DATES; a town never shrinks."""
    per_person = curve({2000: TOWN_M2_2000, 2020: TOWN_M2_2020})
    spread = of_kind(characters, 0.85, 1.3, 1.0, 1.0, 0.95) * np.exp(0.12 * characters["dirt"].to_numpy())
    square_metres = urban_population * per_person * spread[:, None] + (population - urban_population) * VILLAGE_M2
    cells = np.maximum.accumulate(square_metres / CELL**2, axis=1)
    return np.round(cells[:, np.isin(YEARS, DATES)].T).astype(int)


def _town_order(rng: np.random.Generator, land: Land, seats: np.ndarray) -> np.ndarray:
    """The higher, the earlier a cell is built up: from the county seat and from small towns outward, on flat land."""
    shape = land.county.shape
    flat = -land.slope / 5 - land.above_river / 250 + 0.45 * noise(rng, shape, 7, 4, 0.6)
    fit = np.where(land.county > 0, land.arable + 0.7 * noise(rng, shape, 25, 2) - 0.02 * land.above_river, -np.inf)
    fit[land.river < 0.3] = -np.inf
    rows, columns = np.indices(shape)
    town = np.zeros(shape, dtype=bool)
    for _ in range(420):
        row, column = np.unravel_index(fit.argmax(), shape)
        town[row, column] = True
        near = (slice(max(row - 34, 0), row + 35), slice(max(column - 34, 0), column + 35))
        fit[near][np.hypot(rows[near] - row, columns[near] - column) < 34] = -np.inf
    seat = np.zeros(shape, dtype=bool)
    seat[np.searchsorted(land.rows, seats[:, 0] + 0.5), np.searchsorted(land.columns, seats[:, 1] + 0.5)] = True
    from_seat, from_town = (ndimage.distance_transform_edt(~place) * CELL / 1000 for place in (seat, town))
    return np.maximum(3.0 - from_seat / 2.2, 2.1 - from_town / 0.8) + flat


def _build(land: Land, cover: np.ndarray, order: np.ndarray, cells: np.ndarray) -> None:
    """Give every county its built-up cells; what is built up stays so, water is not built on."""
    free = np.flatnonzero((land.county > 0) & (cover != WATER))
    key = order.ravel()[free] + 1e6 * (cover.ravel()[free] == URBAN)
    ranked = free[np.lexsort((-key, land.county.ravel()[free]))]
    county = land.county.ravel()[ranked]
    place = np.arange(ranked.size) - np.searchsorted(county, county)
    cover.ravel()[ranked[place < cells[county - 1]]] = URBAN
