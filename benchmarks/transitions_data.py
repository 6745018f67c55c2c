"""The rasters of the benchmark of land change: patches of classes at ten dates, and squares of cells as units."""

from __future__ import annotations

from pathlib import Path

import numpy as np

SEED = 1
DATES = tuple(range(2000, 2010))
CODES = (1, 2, 4, 5, 8)
UNITS_A_SIDE = 9
PATCH = 20  # cells: how long a run of one code is, about
CHANGED = 0.05  # of the patches, from date to date
CELL = 30.0
CRS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m"


def make(folder: Path, size: int) -> None:
    """Ten rasters of ``size`` x ``size`` cells, ``lc_<year>.tif``."""
    generator = np.random.default_rng(SEED)
    patches = -(-size // PATCH)
    picture = generator.choice(CODES, (patches, patches)).astype(np.uint8)
    for year in DATES:
        cells = np.kron(picture, np.ones((PATCH, PATCH), np.uint8))[:size, :size]
        _write(str(folder / f"lc_{year}.tif"), cells)
        moved = generator.random(picture.shape) < CHANGED
        picture = np.where(moved, generator.choice(CODES, picture.shape), picture).astype(np.uint8)


def units_map(folder: Path, size: int) -> None:
    """The units as a raster, ``units.tif``, numbered from 1 on, row by row from the south."""
    place = np.minimum(_units_of(size), UNITS_A_SIDE - 1)
    cells = (place[::-1, None] * UNITS_A_SIDE + place[None, :] + 1).astype(np.uint8)
    _write(str(folder / "units.tif"), cells)


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
    """Which strip each row, or column, of cells belongs to, by its centre."""
    return np.searchsorted(np.linspace(0, size, UNITS_A_SIDE + 1)[1:-1], np.arange(size) + 0.5, side="right")


def _write(path: str, cells: np.ndarray) -> None:
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.SetFromUserInput(CRS)
    rows, columns = cells.shape
    options = ["TILED=YES", "COMPRESS=DEFLATE"]
    dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((0, CELL, 0, rows * CELL, 0, -CELL))
    dataset.SetProjection(crs.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(cells)
