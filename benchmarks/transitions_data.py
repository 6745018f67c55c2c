"""The rasters of the benchmark of land change: three lands, and squares of cells as units.

``ragged``: the land of class areas at ten dates, in runs of four cells. ``patches``: the same without its finest
values, in runs of some fifteen. ``real``: land cover of 25 m at two dates (MOLUSCE's example, runs of four cells),
repeated until it is as large.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from class_areas_data import SCALES, SHARES, STRIP, UNITS_A_SIDE, create, crs_of, strips
from osgeo import gdal, ogr

DATES = tuple(range(2000, 2010))
GRID = "albers"
CODES = tuple(range(1, len(SHARES) + 1))
RAGGED, PATCHES, REAL = LANDS = ("ragged", "patches", "real")
DATA = Path(os.environ.get("CARBON_ZONING_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
REAL_FILES = [DATA / "lulc_rasters" / "molusce_utm39n" / f"{name}.tif" for name in ("init", "final")]
REAL_NODATA = 255


def is_here(land: str) -> bool:
    """Whether this land can be made here."""
    return land != REAL or all(path.exists() for path in REAL_FILES)


def make(folder: Path, size: int, land: str) -> None:
    """Rasters of ``size`` x ``size`` cells, ``lc_<year>.tif``, of all dates; ``units.gpkg``, the units."""
    dates = DATES[: len(REAL_FILES)] if land == REAL else DATES
    rasters = [create(folder / f"lc_{year}.tif", GRID, size) for year in dates]
    scales = SCALES[:-1] if land == PATCHES else SCALES
    for top, number, codes in _repeated(size) if land == REAL else strips(size, len(dates), scales):
        rasters[number].GetRasterBand(1).WriteArray(codes, 0, top)
    left, cell, _, top, _, height = rasters[0].GetGeoTransform()
    _write_units(folder / "units.gpkg", (left, top + size * height, left + size * cell, top))


def paths_of(folder: Path) -> list[str]:
    """The dates that were made, then the units."""
    return [*map(str, sorted(folder.glob("lc_*.tif"))), str(folder / "units.gpkg")]


def run_length(path: str) -> float:
    """How many cells a run along a row has, on average, in the first rows of a raster."""
    raster = gdal.Open(path)
    codes = raster.ReadAsArray(0, 0, raster.RasterXSize, min(raster.RasterYSize, 4 * STRIP))
    return codes.size / (np.count_nonzero(codes[:, 1:] != codes[:, :-1]) + len(codes))


def _repeated(size: int) -> Iterator[tuple[int, int, np.ndarray]]:
    """The real land side by side: the first row, the number of the date, the codes."""
    for number, path in enumerate(REAL_FILES):
        codes = gdal.Open(str(path)).ReadAsArray()
        codes = np.where(codes == REAL_NODATA, 0, codes).astype(np.uint8)
        rows, columns = (np.arange(size) % side for side in codes.shape)
        for top in range(0, size, STRIP):
            yield top, number, codes[rows[top : top + STRIP]][:, columns]


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


def _write_units(path: Path, extent: tuple[float, float, float, float]) -> None:
    """The units as polygons with their number, for tools that make a map of them."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("units", crs_of(GRID), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, corners in enumerate(edges_of(extent).reshape(-1, 4, 5), start=1):
        ring = ", ".join(f"{x!r} {y!r}" for x, y in (*corners[:, :2].tolist(), corners[0, :2].tolist()))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("number", number)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        layer.CreateFeature(feature)
