"""The rasters of the benchmark of land change: those of class areas at ten dates, and squares of cells as units."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from class_areas_data import SHARES, UNITS_A_SIDE, create, strips

DATES = tuple(range(2000, 2010))
GRID = "albers"
CODES = tuple(range(1, len(SHARES) + 1))


def make(folder: Path, size: int) -> None:
    """Ten rasters of ``size`` x ``size`` cells, ``lc_<year>.tif``; the units as a raster, row by row from the south."""
    rasters = [create(folder / f"lc_{year}.tif", GRID, size) for year in DATES]
    for top, number, codes in strips(size, len(DATES)):
        rasters[number].GetRasterBand(1).WriteArray(codes, 0, top)
    place = _units_of(size)
    units = place[::-1, None] * UNITS_A_SIDE + place[None, :] + 1
    raster = create(folder / "units.tif", GRID, size)
    raster.GetRasterBand(1).WriteArray(units.astype(np.uint8))


def edges_of(extent: tuple[float, float, float, float]) -> np.ndarray:
    """The outlines of the units: (n, 5) of x0, y0, x1, y1, unit."""
    west, south, east, north = extent
    xs, ys = (np.linspace(*ends, UNITS_A_SIDE + 1) for ends in ((west, east), (south, north)))
    edges = []
    for unit, (row, column) in enumerate(np.ndindex(UNITS_A_SIDE, UNITS_A_SIDE)):
        x = xs[[column, column + 1, column + 1, column, column]]
        y = ys[[row, row, row + 1, row + 1, row]]
        edges.append(np.column_stack([x[:-1], y[:-1], x[1:], y[1:], np.full(4, unit)]))
    return np.vstack(edges)


def _units_of(size: int) -> np.ndarray:
    """Which strip of units each row, or column, of cells belongs to, by its centre."""
    return np.searchsorted(np.linspace(0, size, UNITS_A_SIDE + 1)[1:-1], np.arange(size) + 0.5, side="right")
