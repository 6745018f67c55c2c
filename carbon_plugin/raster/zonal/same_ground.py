"""Rasters of one year in several CRS that see the same ground: looked for at places spread over both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Callable

import numpy as np
from osgeo import osr

from ...core.errors import InputError
from ..cell_areas import CellAreas, transformed
from ..grid import Grid, spatial_reference
from .grid_years import GridYears
from .land_cover import LandCover
from .merged_years import find_counted_twice
from .reader import LandCoverReader
from .spans import Scanlines
from .unit_sizes import border_hectares

PLACES_A_SIDE = 120  # of the part of one grid that the other may cover


def find_seen_twice(
    groups: Sequence[GridYears], areas: Sequence[CellAreas], keys: Sequence[str], *, check: Callable[[], None]
) -> list[InputError]:
    """Years whose rasters in several CRS see more of the same ground than cells on a seam share.

    ``keys`` (u,) call the units; ``areas``, ``check``: as of ``doubly_seen``.
    """
    twice = doubly_seen(groups, areas, check)
    if not twice:
        return []
    allowed = np.max([border_hectares(group, cell) for group, cell in zip(groups, areas)], axis=0)
    return find_counted_twice(twice, keys, allowed)


def doubly_seen(
    groups: Sequence[GridYears], areas: Sequence[CellAreas], check: Callable[[], None]
) -> dict[int, np.ndarray]:
    """Hectares of each unit (u,) that two rasters of a year have a code for, by year; years without are left out.

    ``check`` is called now and then, and may raise. Raises ``RasterDamagedError``.
    """
    found: dict[int, np.ndarray] = {}
    for first, second in combinations(range(len(groups)), 2):
        for one in groups[first].rasters:
            for other in groups[second].rasters:
                if one.year == other.year:
                    check()
                    hectares = _seen(groups[second], areas[second], other.land_cover, one.land_cover, check)
                    if hectares.any():
                        found[one.year] = found.get(one.year, 0.0) + hectares
    return found


def _seen(
    group: GridYears, areas: CellAreas, land_cover: LandCover, other: LandCover, check: Callable[[], None]
) -> np.ndarray:
    """Hectares of each unit that ``land_cover``, of the ``group``, and the ``other`` have a code for."""
    hectares = np.zeros(group.edges.unit_count)
    grid = group.grid
    box = _box_of(other.grid, grid)
    if box is None:
        return hectares
    rows, columns = (np.unique(np.linspace(low, high - 1, PLACES_A_SIDE).astype(int)) for low, high in box)
    share = (box[0][1] - box[0][0]) / len(rows) * (box[1][1] - box[1][0]) / len(columns)  # cells for a place
    places, units = [], []
    left, width, _, top, _, height = grid.geotransform
    with LandCoverReader(land_cover) as reader:
        codes = np.empty((1, int(columns[-1] - columns[0]) + 1), land_cover.dtype)
        strips = [(int(row), int(row) + 1) for row in rows]
        for row, spans in zip(rows.tolist(), Scanlines(group.edges, grid, check).cut(strips)):
            check()
            if not len(spans):
                continue
            reader.read(row, int(columns[0]), codes)
            seen = _has_code(codes[0, columns - columns[0]], land_cover)
            for start, stop, unit in zip(spans.start, spans.stop, spans.unit):
                taken = columns[seen & (columns >= start) & (columns < stop)]
                x = left + (taken + 0.5) * width
                places.append(np.column_stack([x, np.full(len(x), top + (row + 0.5) * height)]))
                units.append(np.full(len(taken), unit))
    if not places:
        return hectares
    place, unit = np.concatenate(places), np.concatenate(units)
    both = _codes_at(other, _moved(place, grid, other.grid), check)
    cell = areas.window(int(rows[0]), int(rows[0]) + 1, int(columns[0]), right=int(columns[0]) + 1).typical
    return np.bincount(unit[both], minlength=group.edges.unit_count) * share * cell


def _box_of(grid: Grid, on: Grid) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Rows and columns (first, one past the last) of a grid that another may cover; None if none."""
    west, south, east, north = grid.extent
    along = np.linspace(0.0, 1.0, 21)
    x, y = west + along * (east - west), south + along * (north - south)
    border = [(x, np.full(21, south)), (x, np.full(21, north)), (np.full(21, west), y), (np.full(21, east), y)]
    places = _moved(np.concatenate([np.column_stack(side) for side in border]), grid, on)
    places = places[np.isfinite(places).all(axis=1)]
    if not len(places):
        return None
    columns, rows = _cells(places, on).T
    found = []
    for numbers, size in ((rows, on.height), (columns, on.width)):
        low, high = max(int(numbers.min()), 0), min(int(numbers.max()) + 1, size)
        if low >= high:
            return None
        found.append((low, high))
    return found[0], found[1]


def _moved(places: np.ndarray, grid: Grid, other: Grid) -> np.ndarray:
    """Places (n, 2) of one grid's CRS in the other's, NaN where they have none there."""
    transformation = osr.CoordinateTransformation(spatial_reference(grid.crs_wkt), spatial_reference(other.crs_wkt))
    return transformed(transformation, places)


def _cells(places: np.ndarray, grid: Grid) -> np.ndarray:
    """Column and row of places (n, 2) on a grid."""
    left, width, _, top, _, height = grid.geotransform
    return np.floor((places - [left, top]) / [width, height])


def _codes_at(land_cover: LandCover, places: np.ndarray, check: Callable[[], None]) -> np.ndarray:
    """True for places (n, 2), in the land cover's CRS, at which it has a code."""
    grid = land_cover.grid
    cells = np.nan_to_num(_cells(places, grid), nan=-1.0)
    on_grid = ((cells >= 0) & (cells < [grid.width, grid.height])).all(axis=1)
    answer = np.zeros(len(places), bool)
    columns, rows = np.where(on_grid[:, None], cells, 0).astype(int).T
    with LandCoverReader(land_cover) as reader:
        for row in np.unique(rows[on_grid]).tolist():
            check()
            here = on_grid & (rows == row)
            low, high = int(columns[here].min()), int(columns[here].max()) + 1
            codes = np.empty((1, high - low), land_cover.dtype)
            reader.read(row, low, codes)
            answer[here] = _has_code(codes[0, columns[here] - low], land_cover)
    return answer


def _has_code(codes: np.ndarray, land_cover: LandCover) -> np.ndarray:
    return np.ones(len(codes), bool) if land_cover.nodata is None else codes != land_cover.nodata
