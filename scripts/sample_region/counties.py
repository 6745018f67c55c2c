"""Counties."""

from __future__ import annotations

import numpy as np
from scipy import ndimage, optimize, sparse
from scipy.sparse import csgraph

from .noise import noise
from .region import (
    COUNTIES,
    COUNTIES_A_PREFECTURE,
    OUTLINE_CENTRE,
    OUTLINE_STRETCH,
    OUTLINE_SWAPS,
    PREFECTURES,
    SEAT_GAP,
    SEAT_GAP_MOUNTAINS,
    TERRAIN_SHAPE,
    UNITS,
    stream,
)
from .terrain import Terrain, cell_neighbours


def make_counties(terrain: Terrain) -> tuple:
    """County number (1..81, 0 outside) of each terrain cell, and each county's seat (row, column)."""
    rng = stream(COUNTIES)
    seats = _seats(rng, terrain)
    cost = np.exp(0.55 * noise(rng, TERRAIN_SHAPE, 45, 4))
    lead = rng.uniform(0, 16, len(seats))  # who starts late stays small
    chosen = _region(_grown(terrain, cost, seats, lead))
    prefecture = _prefectures(seats[chosen])
    cores = _cores(terrain, seats[chosen], prefecture)
    lead[chosen[cores]] += 5
    order = _by_prefecture(seats[chosen], prefecture, cores)
    number = np.zeros(len(seats), dtype=int)
    number[chosen[order]] = np.arange(1, order.size + 1)
    labels = number[_grown(terrain, cost, seats, lead)]
    return labels, seats[chosen[order]]


def _seats(rng: np.random.Generator, terrain: Terrain) -> np.ndarray:
    """County seats: by rivers, wider apart in the mountains."""
    priority = rng.random(TERRAIN_SHAPE) / np.clip(np.log10(terrain.catchment + 1), 0.3, 4) ** 2
    gap = SEAT_GAP + SEAT_GAP_MOUNTAINS * terrain.ruggedness
    rows, columns = np.indices(TERRAIN_SHAPE)
    to_edge = np.minimum.reduce([rows, columns, rows[::-1], columns[:, ::-1]])
    priority[to_edge < 6] = np.inf
    seats = []
    while np.isfinite(priority).any():
        row, column = np.unravel_index(priority.argmin(), TERRAIN_SHAPE)
        seats.append((row, column))
        priority[np.hypot(rows - row, columns - column) <= (gap + gap[row, column]) / 2] = np.inf
    return np.array(seats)


def _grown(terrain: Terrain, cost: np.ndarray, seats: np.ndarray, lead: np.ndarray) -> np.ndarray:
    """The seat nearest to each cell, where climbing and crossing great rivers is long: borders settle there."""
    height, cells = terrain.elevation.ravel(), terrain.elevation.size
    great_river = 6 * np.sqrt(np.clip(terrain.catchment.ravel() - 2500, 0, 20_000)) / 50
    starts, ends, lengths = [], [], []
    for one, other, distance in cell_neighbours(TERRAIN_SHAPE):
        for start, end in ((one, other), (other, one)):
            climb = 0.025 * np.clip(height[end] - height[start], 0, None)
            starts.append(start), ends.append(end)
            lengths.append(distance * cost.ravel()[end] + climb + great_river[end])
    sources = np.arange(cells, cells + len(seats))
    starts.append(sources), ends.append(np.ravel_multi_index(seats.T, TERRAIN_SHAPE)), lengths.append(lead + 0.001)
    size = cells + len(seats)
    graph = sparse.csr_matrix(
        (np.concatenate(lengths), (np.concatenate(starts), np.concatenate(ends))), shape=(size, size)
    )
    nearest = csgraph.dijkstra(graph, indices=sources, min_only=True, return_predecessors=True)[2]
    return (nearest[:cells] - cells).reshape(TERRAIN_SHAPE)


def _region(grown: np.ndarray) -> np.ndarray:
    """81 counties around the region's centre; at the edge those that border on many of the others."""
    counties = grown.max() + 1
    row, column = np.array(ndimage.center_of_mass(np.ones_like(grown), grown, np.arange(counties))).T
    distance = np.hypot(row - OUTLINE_CENTRE[0], (column - OUTLINE_CENTRE[1]) / OUTLINE_STRETCH)
    inside = np.argsort(np.argsort(distance, kind="stable"), kind="stable") < UNITS
    common = np.zeros((counties, counties))  # length of the border between two
    for one, other, _ in cell_neighbours(TERRAIN_SHAPE):
        np.add.at(common, (grown.ravel()[one], grown.ravel()[other]), 1)
    np.fill_diagonal(common, 0)
    common = (common + common.T) / (common + common.T).sum(axis=1, keepdims=True)
    for _ in range(OUTLINE_SWAPS):
        bound = common @ inside
        leaves, joins = np.where(inside, bound, 2).argmin(), np.where(inside, -1, bound).argmax()
        inside[leaves], inside[joins] = False, True
    return np.flatnonzero(inside)


def _prefectures(seats: np.ndarray) -> np.ndarray:
    """Nine compact groups of nine: k-means in which every centre has nine places."""
    columns = np.argsort(seats[:, 1], kind="stable")
    centres = seats[columns[4::9]].astype(float)
    for _ in range(30):
        places = np.repeat(centres, COUNTIES_A_PREFECTURE, axis=0)
        squared = ((seats[:, None, :] - places[None, :, :]) ** 2).sum(axis=2)
        group = optimize.linear_sum_assignment(squared)[1] // COUNTIES_A_PREFECTURE
        centres = np.array([seats[group == each].mean(axis=0) for each in range(PREFECTURES)])
    return np.argsort(np.argsort(centres[:, 1], kind="stable"), kind="stable")[group]  # numbered from west to east


def _cores(terrain: Terrain, seats: np.ndarray, prefecture: np.ndarray) -> np.ndarray:
    """The city of each prefecture: a seat in a wide valley, near the middle."""
    row, column = seats.T
    openness = -ndimage.gaussian_filter(terrain.ruggedness, 8)[row, column]
    score = openness + 0.08 * np.log10(terrain.catchment[row, column])
    middle = np.array([seats[prefecture == each].mean(axis=0) for each in range(PREFECTURES)])[prefecture]
    score = score - np.hypot(*(seats - middle).T) / 150
    return np.array(
        [np.flatnonzero(prefecture == each)[score[prefecture == each].argmax()] for each in range(PREFECTURES)]
    )


def _by_prefecture(seats: np.ndarray, prefecture: np.ndarray, cores: np.ndarray) -> np.ndarray:
    """Counties in the order of their codes: by prefecture, the city first, then from north to south."""
    is_county = ~np.isin(np.arange(len(seats)), cores)
    return np.lexsort((seats[:, 0], is_county, prefecture))
