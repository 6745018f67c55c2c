"""The data of the class-areas benchmark, from a seed: five years of land cover, 81 units with holes and islands.

    python class_areas_data.py <folder> <cells a side> <units> <vertices>

Nine classes in patches as long as those of 30 m products (four cells on average), of which three in a hundred change
from the first year to the last; 0 is nodata. The same cells are written on an equal-area, a geographic and a
Gauss-Kruger grid. A unit has 1,184 vertices, as counties have at a scale of about 1 : 250,000, unless other
numbers are given. ``blocks.csv`` says which blocks the units lie in: row, column, height, width.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from math import isqrt
from pathlib import Path
from statistics import NormalDist

import numpy as np
from osgeo import gdal, ogr, osr

SEED = 20250101
YEARS = (2000, 2005, 2010, 2015, 2020)
UNITS_A_SIDE = 9
UNITS, VERTICES = UNITS_A_SIDE**2, 1184
GRIDS = {  # name: CRS, left and bottom edge, cell
    "albers": ("+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80 +units=m +no_defs", 0.0, 3.0e6, 30.0),
    "geographic": ("EPSG:4490", 105.0, 30.0, 0.00027),
    "gauss_kruger": ("EPSG:4546", 400_000.0, 3.4e6, 30.0),  # CGCS2000, 3 degrees around 111 east
}
RINGS = 2 * 80  # vertices of a hole and an island
SCALES = ((512, 0.55), (96, 0.50), (24, 0.45), (6, 0.50))  # cells between random values, and their weight
SHARES = (0.31, 0.22, 0.12, 0.10, 0.08, 0.06, 0.05, 0.04, 0.02)  # of the nine classes
STRIP = 256


def place_of(folder: Path, size: int, units: int = UNITS, vertices: int = VERTICES) -> Path:
    """Where rasters of ``size`` x ``size`` cells are: <grid>/<year>.tif, <grid>/units.gpkg, <grid>/blocks.csv."""
    return folder / f"class_areas_{size}{'' if (units, vertices) == (UNITS, VERTICES) else f'_{units}_{vertices}'}"


def data(folder: Path, size: int, units: int = UNITS, vertices: int = VERTICES) -> None:
    """Make the data unless it is there: ``units``, a square number of them, with about so many ``vertices`` each."""
    place = place_of(folder, size, units, vertices)
    if (place / "complete").exists():
        return
    shutil.rmtree(place, ignore_errors=True)
    for name in GRIDS:
        (place / name).mkdir(parents=True)
    if place == place_of(folder, size):
        _write_land_cover(place, size)
    else:  # the rasters are those of the usual units
        data(folder, size)
        for name in GRIDS:
            for path in (place_of(folder, size) / name).glob("*.tif"):
                (place / name / path.name).symlink_to(path.resolve())
    outlines = _units(size, units, vertices)
    for name in GRIDS:
        _write_units(place / name / "units.gpkg", name, size, outlines)
        _write_blocks(place / name)
    (place / "complete").touch()


def _write_blocks(place: Path) -> None:
    """Which blocks of the rasters the units lie in."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from carbon_plugin.raster.cell_areas import CellAreas
    from carbon_plugin.raster.zonal.land_cover import open_land_cover
    from carbon_plugin.raster.zonal.survey import Survey

    land_cover = open_land_cover([str(place / f"{YEARS[0]}.tif")])
    survey = Survey(
        [land_cover],
        edges_of_file(place / "units.gpkg", land_cover.grid),
        CellAreas(lambda *_, **__: None, None),
        budget=1 << 25,
    )
    windows = [window for batch in survey.batches(lambda: None) for window in batch.windows]
    table = [(window.row, window.column, window.height, window.width) for window in windows]
    np.savetxt(place / "blocks.csv", table, fmt="%d", delimiter=",")


def edges_of_file(path: Path, grid):
    """The outlines of a file of units, as this code takes them for the cells of a grid: one after the other."""
    from carbon_plugin.raster.zonal.edges import Edges, RowLines

    source = ogr.Open(str(path))
    outlines = (bytes(feature.GetGeometryRef().ExportToWkb()) for feature in source.GetLayer())
    return Edges.from_wkb(outlines, rows=RowLines.of(grid))


def crs_of(name: str) -> osr.SpatialReference:
    crs = osr.SpatialReference()
    crs.SetFromUserInput(GRIDS[name][0])
    return crs


def _geotransform(name: str, size: int) -> tuple[float, ...]:
    _, left, bottom, cell = GRIDS[name]
    return left, cell, 0.0, bottom + size * cell, 0.0, -cell


# --- land cover -------------------------------------------------------------------------------------------------------


def _write_land_cover(place: Path, size: int) -> None:
    rasters = {(name, year): create(place / name / f"{year}.tif", name, size) for name in GRIDS for year in YEARS}
    for top, number, codes in strips(size, len(YEARS)):
        for name in GRIDS:
            rasters[name, YEARS[number]].GetRasterBand(1).WriteArray(codes, 0, top)


def strips(
    size: int, dates: int, scales: tuple[tuple[int, float], ...] = SCALES
) -> Iterator[tuple[int, int, np.ndarray]]:
    """Land cover strip by strip: the first row, the number of the date, the codes; ``scales`` make its patches."""
    random = np.random.default_rng(SEED)
    relief = [(_lattice(random, size, scale) * weight, scale) for scale, weight in scales]
    change, clouds = _lattice(random, size, 20), _lattice(random, size, 200)
    spread = float(np.sqrt(sum((weight * 2 / 3) ** 2 for _, weight in scales)))  # of values between random ones
    bounds = [spread * NormalDist().inv_cdf(share) for share in np.cumsum(SHARES)[:-1]]
    for top in range(0, size, STRIP):
        rows = np.arange(top, min(size, top + STRIP))
        height = sum(_between(lattice, rows, size, scale) for lattice, scale in relief)
        changing = np.maximum(_between(change, rows, size, 20) - 1.0, 0.0)
        missing = _between(clouds, rows, size, 200) > 1.6
        for number in range(dates):
            codes = np.digitize(height + 0.48 * number / (dates - 1) * changing, bounds).astype(np.uint8) + 1
            codes[missing] = 0
            yield top, number, codes


def _lattice(random: np.random.Generator, size: int, scale: int) -> np.ndarray:
    return random.standard_normal((size // scale + 3, size // scale + 3), dtype=np.float32)


def _between(lattice: np.ndarray, rows: np.ndarray, size: int, scale: int) -> np.ndarray:
    """Values at cells between the lattice's, bilinear."""
    column, row = np.arange(size) // scale, rows // scale
    right = (np.arange(size) % scale / scale).astype(np.float32)
    lower = (rows % scale / scale).astype(np.float32)[:, None]
    part = lattice[row[0] : row[-1] + 2]
    part = part[:, column] * (1 - right) + part[:, column + 1] * right
    return part[row - row[0]] * (1 - lower) + part[row - row[0] + 1] * lower


def create(path: Path, name: str, size: int) -> gdal.Dataset:
    options = ["COMPRESS=LZW", "TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform(_geotransform(name, size))
    raster.SetProjection(crs_of(name).ExportToWkt())
    raster.GetRasterBand(1).SetNoDataValue(0)
    return raster


# --- units ------------------------------------------------------------------------------------------------------------


def _units(size: int, units: int, vertices: int) -> list[list[list[np.ndarray]]]:
    """Units as parts, parts as rings, rings (n, 2) in columns and rows: a county with a hole, and an island.

    Neighbours share their wiggly borders; the island lies in the hole of the neighbour.
    """
    random = np.random.default_rng(SEED)
    side, margin = isqrt(units), 0.05 * size
    has_rings = vertices > 2 * RINGS  # small units have neither a hole nor an island
    refinements = round(np.log2((vertices - RINGS * has_rings) / 4))  # of a unit's four borders: 256 pieces each
    step = (size - 2 * margin) / side
    corners = margin + step * np.stack(np.meshgrid(np.arange(side + 1), np.arange(side + 1)), axis=-1)
    corners += random.normal(0, 0.06 * step, corners.shape)
    across = [
        [_border(random, corners[i, j], corners[i, j + 1], refinements) for j in range(side)] for i in range(side + 1)
    ]
    down = [
        [_border(random, corners[i, j], corners[i + 1, j], refinements) for j in range(side + 1)] for i in range(side)
    ]
    middles = [[corners[i : i + 2, j : j + 2].mean(axis=(0, 1)) for j in range(side)] for i in range(side)]
    outlines = []
    for i in range(side):
        for j in range(side):
            shell = [across[i][j], down[i][j + 1][1:], across[i + 1][j][-2::-1], down[i][j][-2::-1]]
            if not has_rings:
                outlines.append([[np.concatenate(shell)]])
                continue
            hole = _blob(random, middles[i][j], 0.12 * step)
            island = _blob(random, middles[i][(j + 1) % side], 0.05 * step)
            outlines.append([[np.concatenate(shell), hole], [island]])
    return outlines


def _border(random: np.random.Generator, first: np.ndarray, last: np.ndarray, refinements: int) -> np.ndarray:
    """A line that is refined by moving the middles of its pieces."""
    line = np.array([first, last])
    for _ in range(refinements):
        pieces = np.diff(line, axis=0)
        sideways = np.stack([-pieces[:, 1], pieces[:, 0]], axis=1)
        middles = line[:-1] + 0.5 * pieces + sideways * random.normal(0, 0.05, (len(pieces), 1))
        finer = np.empty((2 * len(line) - 1, 2))
        finer[::2], finer[1::2] = line, middles
        line = finer
    return line


def _blob(random: np.random.Generator, middle: np.ndarray, radius: float) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, 81)
    three, seven = random.uniform(0, 2 * np.pi, 2)
    distance = radius * (1 + 0.25 * np.sin(3 * angle + three) + 0.1 * np.sin(7 * angle + seven))
    ring = middle + np.stack([distance * np.cos(angle), distance * np.sin(angle)], axis=1)
    ring[-1] = ring[0]
    return ring


def _write_units(path: Path, name: str, size: int, units: list[list[list[np.ndarray]]]) -> None:
    left, width, _, top, _, height = _geotransform(name, size)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("units", crs_of(name), ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("zone", ogr.OFTInteger))
    layer.StartTransaction()
    for number, parts in enumerate(units, start=1):
        geometry = ogr.Geometry(ogr.wkbMultiPolygon)
        for rings in parts:
            polygon = ogr.Geometry(ogr.wkbPolygon)
            for ring in rings:
                line = ogr.Geometry(ogr.wkbLinearRing)
                for column, row in ring:
                    line.AddPoint_2D(left + column * width, top + row * height)
                polygon.AddGeometry(line)
            geometry.AddGeometry(polygon)
        if not geometry.IsValid():
            raise ValueError(f"unit {number} crosses itself")
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["zone"] = number
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


if __name__ == "__main__":
    data(Path(sys.argv[1]), *map(int, sys.argv[2:]))
