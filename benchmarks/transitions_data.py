"""The rasters of the benchmark of land change: those of class areas at ten dates, and squares of cells as units."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from class_areas_data import SHARES, UNITS_A_SIDE, create, crs_of, strips
from osgeo import ogr

DATES = tuple(range(2000, 2010))
GRID = "albers"
CODES = tuple(range(1, len(SHARES) + 1))


def make(folder: Path, size: int) -> None:
    """Ten rasters of ``size`` x ``size`` cells, ``lc_<year>.tif``; ``units.gpkg``, the units."""
    rasters = [create(folder / f"lc_{year}.tif", GRID, size) for year in DATES]
    for top, number, codes in strips(size, len(DATES)):
        rasters[number].GetRasterBand(1).WriteArray(codes, 0, top)
    left, cell, _, top, _, height = rasters[0].GetGeoTransform()
    _write_units(folder / "units.gpkg", (left, top + size * height, left + size * cell, top))


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
