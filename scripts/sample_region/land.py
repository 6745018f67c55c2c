"""Land: what the county and the land-cover rasters are drawn on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr, osr
from scipy import ndimage

from .borders import to_metres, to_terrain
from .noise import noise, resample, rise
from .region import CELL, CRS, LAND, MARGIN, RIVER, RIVER_WIDTH_KM, TERRAIN_SHAPE, stream
from .terrain import Terrain


@dataclass
class Land:
    """Grids of the land-cover rasters. ``rows`` and ``columns``: where their cells lie on the terrain grid."""

    transform: tuple  # GDAL's
    county: np.ndarray  # 1..81, 0 outside
    rows: np.ndarray
    columns: np.ndarray
    elevation: np.ndarray  # m
    slope: np.ndarray  # degrees
    above_river: np.ndarray  # m
    arable: np.ndarray  # fit for crops, above 0: good
    river: np.ndarray  # km from the river's edge, below 0: water


def spatial_reference() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(CRS)
    return reference


def make_land(terrain: Terrain, counties: list, cell: float) -> Land:
    rng = stream(LAND)
    transform, shape = _grid(counties)
    middle = [np.arange(size) + 0.5 for size in shape]
    rows = to_terrain(0, transform[3] - middle[0] * CELL, cell)[0]
    columns = to_terrain(transform[0] + middle[1] * CELL, 0, cell)[1]
    coarse = (terrain.elevation, terrain.above_river, terrain.ruggedness)
    elevation, above_river, ruggedness = (resample(grid, rows - 0.5, columns - 0.5) for grid in coarse)
    detail = ruggedness * (1 - 1.6 * np.abs(noise(rng, shape, 11, 4)).clip(0, 1.5))
    elevation = elevation + 80 * detail
    north, east = np.gradient(elevation, CELL)
    slope = np.degrees(np.arctan(np.hypot(north, east)))
    above_river = np.clip(above_river + 40 * detail, 0, None)
    arable = 1.45 - slope / 8 - above_river / 250 - 1.6 * rise(elevation - 1600, 220)
    arable += 0.35 * noise(rng, shape, 60, 3) + 0.3 * noise(rng, shape, 9, 4, 0.6)
    river = _river_distance(rng, terrain, transform, shape, cell)
    return Land(
        transform, _burnt(counties, transform, shape), rows, columns, elevation, slope, above_river, arable, river
    )


def _grid(counties: list) -> tuple:
    west, east, south, north = np.array([county.GetEnvelope() for county in counties]).T
    left, top = np.floor(west.min() / CELL) - MARGIN, np.ceil(north.max() / CELL) + MARGIN
    right, bottom = np.ceil(east.max() / CELL) + MARGIN, np.floor(south.min() / CELL) - MARGIN
    return (left * CELL, CELL, 0.0, top * CELL, 0.0, -CELL), (int(top - bottom), int(right - left))


def _burnt(counties: list, transform: tuple, shape: tuple) -> np.ndarray:
    """The number of the county that holds the centre of each cell."""
    raster = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
    raster.SetGeoTransform(transform)
    raster.SetProjection(spatial_reference().ExportToWkt())
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("counties", spatial_reference(), ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, county in enumerate(counties, 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(county)
        feature["number"] = number
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=number"])
    return raster.ReadAsArray()


def _river_distance(
    rng: np.random.Generator, terrain: Terrain, transform: tuple, shape: tuple, cell: float
) -> np.ndarray:
    """Distance to the nearest river's edge in km; reservoirs are stretches where a river is wide."""
    catchment, parent = terrain.catchment.ravel(), np.append(terrain.parent, terrain.parent.size)
    inside = np.flatnonzero((catchment > RIVER) & (terrain.parent < terrain.parent.size))
    upstream = inside[np.argsort(catchment[inside], kind="stable")]
    main_branch = np.arange(catchment.size)
    main_branch[parent[upstream]] = upstream  # the largest is written last
    places = np.stack(np.divmod(np.arange(catchment.size), TERRAIN_SHAPE[1]), axis=1) + 0.5
    for _ in range(3):  # round off the grid's corners
        places[inside] = (2 * places[inside] + places[parent[inside]] + places[main_branch[inside]]) / 4
    places += 0.5 * np.stack([noise(rng, TERRAIN_SHAPE, 5, 2).ravel() for _ in range(2)], axis=1)
    stretch = 1 + 2.2 * np.clip(noise(rng, TERRAIN_SHAPE, 16, 2).ravel() - 1.35, 0, 1) * (
        0.4 + terrain.ruggedness.ravel()
    )
    wide = RIVER_WIDTH_KM * np.sqrt(catchment) * stretch
    river = np.zeros(shape)
    for step in np.linspace(0, 1, 12):
        row, column = ((1 - step) * places[inside] + step * places[parent[inside]]).T
        x, y = to_metres(row, column, cell)
        row, column = ((transform[3] - y) / CELL).astype(int), ((x - transform[0]) / CELL).astype(int)
        seen = (row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1])
        np.maximum.at(river, (row[seen], column[seen]), wide[inside][seen])
    distance, nearest = ndimage.distance_transform_edt(river == 0, return_indices=True)
    return distance * CELL / 1000 - river[tuple(nearest)] / 2
