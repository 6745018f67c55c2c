"""Terrain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage, sparse
from scipy.sparse import csgraph

from .noise import bump, noise, rise
from .region import (
    CONCAVITY,
    DIAGONAL,
    EROSION_STEPS,
    NORTHERN_RANGE,
    SOUTHERN_RANGE,
    STEEPNESS,
    TERRAIN,
    TERRAIN_SHAPE,
    WESTERN_MASSIF,
    stream,
)


@dataclass
class Terrain:
    """Grids of TERRAIN_SHAPE. ``parent``: flat index of the next cell downstream, the number of cells at an outlet."""

    elevation: np.ndarray  # m
    catchment: np.ndarray  # cells that drain through the cell
    above_river: np.ndarray  # m above the river it drains to
    ruggedness: np.ndarray  # 0 (plain) to 1 (mountains)
    parent: np.ndarray


def make_terrain() -> Terrain:
    """Two ranges, a valley between them and a massif in the west, carved by their own rivers."""
    rng = stream(TERRAIN)
    uplift = _uplift(rng)
    rows, columns = np.indices(TERRAIN_SHAPE)
    sea_level = np.clip(290 - 0.22 * columns + 0.08 * rows, 60, None)
    elevation = sea_level + 320 * uplift + 60 * noise(rng, TERRAIN_SHAPE, 60, 6)
    for _ in range(EROSION_STEPS):
        parent, levels = _drainage(ndimage.gaussian_filter(elevation, 0.6))
        catchment = _accumulated(parent, levels)
        bed = _river_beds(uplift, sea_level, catchment, parent, levels)
        elevation = (elevation + bed) / 2
    relief = ndimage.maximum_filter(bed, 9) - ndimage.minimum_filter(bed, 9)
    ruggedness = np.clip(ndimage.gaussian_filter(relief, 5) / 850, 0, 1)
    return Terrain(bed, catchment, _above_river(bed, catchment, parent, levels), ruggedness, parent)


def _uplift(rng: np.random.Generator) -> np.ndarray:
    rows, columns = TERRAIN_SHAPE
    north, east = np.meshgrid(rows / 2 - np.arange(rows), np.arange(columns) - columns / 2, indexing="ij")
    east, north = east + 22 * noise(rng, TERRAIN_SHAPE, 220, 5), north + 18 * noise(rng, TERRAIN_SHAPE, 220, 5)
    northern = bump(north - 105 - 18 * np.sin(east / 130), 62) * np.clip(1.1 - 0.0009 * (east + 100), 0.4, 1.25)
    southern = bump(north + 98 + 26 * np.cos((east - 60) / 120), 68) * np.clip(1.0 - 0.0003 * east, 0.3, 1.2)
    western = rise(-(east + 300), 38)
    ranges = [NORTHERN_RANGE * northern, SOUTHERN_RANGE * southern, WESTERN_MASSIF * western]
    hills = 0.12 + 0.12 * np.clip(noise(rng, TERRAIN_SHAPE, 90, 3), 0, None)
    lowland_east = 0.2 + 0.8 * rise(340 - east, 35)
    return (hills + np.maximum.reduce(ranges) + 0.12 * sum(ranges)) * lowland_east


def cell_neighbours(shape: tuple):
    """Pairs of neighbouring cells (flat indices) and their distance in cells, direction by direction."""
    index = np.arange(shape[0] * shape[1]).reshape(shape)
    yield index[:, :-1].ravel(), index[:, 1:].ravel(), 1.0
    yield index[:-1].ravel(), index[1:].ravel(), 1.0
    yield index[:-1, :-1].ravel(), index[1:, 1:].ravel(), DIAGONAL
    yield index[:-1, 1:].ravel(), index[1:, :-1].ravel(), DIAGONAL


def _drainage(elevation: np.ndarray) -> tuple:
    """Where each cell drains to, and the cells in layers from the outlets upstream.

    The minimum spanning tree over "the higher of the two cells" leaves every cell over its lowest pass,
    so that no hollow stays without an outlet; all cells of the grid's edge drain out of it.
    """
    height, cells = elevation.ravel(), elevation.size
    starts, ends, weights = [], [], []
    for start, end, distance in cell_neighbours(elevation.shape):
        high, low = np.maximum(height[start], height[end]), np.minimum(height[start], height[end])
        starts.append(start), ends.append(end), weights.append(high - 0.3 * (high - low) / distance)
    index = np.arange(cells).reshape(elevation.shape)
    edge = np.unique(np.concatenate([index[0], index[-1], index[:, 0], index[:, -1]]))
    starts.append(np.full(edge.size, cells)), ends.append(edge), weights.append(height[edge])
    weights = np.concatenate(weights) - height.min() + 1
    graph = sparse.csr_matrix((weights, (np.concatenate(starts), np.concatenate(ends))), shape=(cells + 1, cells + 1))
    order, parent = csgraph.breadth_first_order(csgraph.minimum_spanning_tree(graph), cells, directed=False)
    rank = np.empty(cells + 1, dtype=int)
    rank[order] = np.arange(order.size)
    parent_rank, levels, low, high = rank[parent[order[1:]]], [], 0, 1
    while high < order.size:
        low, high = high, 1 + int(np.searchsorted(parent_rank, high - 1, side="right"))
        levels.append(order[low:high])
    return parent[:cells], levels


def _accumulated(parent: np.ndarray, levels: list) -> np.ndarray:
    total = np.append(np.ones(parent.size), 0.0)
    for cells in reversed(levels):
        np.add.at(total, parent[cells], total[cells])
    return total[:-1].reshape(TERRAIN_SHAPE)


def _river_beds(uplift, sea_level, catchment, parent, levels) -> np.ndarray:
    """The elevations at which rivers carry off what is uplifted (the stream-power law's steady state)."""
    cells = parent.size
    rows, columns = np.divmod(np.append(np.arange(cells), 0), TERRAIN_SHAPE[1])
    length = np.hypot(rows[:-1] - rows[parent], columns[:-1] - columns[parent])
    climb = STEEPNESS * uplift.ravel() / catchment.ravel() ** CONCAVITY * length
    outlet, bed = parent == cells, np.zeros(cells + 1)
    for nodes in levels:
        bed[nodes] = np.where(outlet[nodes], sea_level.ravel()[nodes], bed[parent[nodes]] + climb[nodes])
    return bed[:-1].reshape(TERRAIN_SHAPE)


def _above_river(elevation, catchment, parent, levels, river: float = 60.0) -> np.ndarray:
    height, is_river = elevation.ravel(), catchment.ravel() >= river
    base = np.append(height, 0.0)
    for nodes in levels:
        inherits = ~is_river[nodes] & (parent[nodes] < parent.size)
        base[nodes[inherits]] = base[parent[nodes[inherits]]]
    return (height - base[:-1]).reshape(TERRAIN_SHAPE)
