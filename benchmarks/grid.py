"""A fishnet of 100,000 cells over five years of land cover: this code beside what only reading the rasters costs.

The rasters and units of the class-areas benchmark. Cells that are rectangles of rows and columns (squares of the
raster's own equal-area CRS, squares of a cylinder on a raster by longitude and latitude), cells on a raster whose rows
they cross at an angle, the same squares given as polygons to the count of units, and the count of 81 units alone. Each
contestant is a process of its own and takes turns with the others; processor seconds are medians over the rounds,
ratios medians of ratios within a round, memory the largest of a run. Sums over cells are compared with those of units
to the cell. Needs Linux or macOS.

    python benchmarks/grid.py --size 10000 --rounds 3
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import numpy as np
from class_areas_data import YEARS, data, place_of

HERE = Path(__file__).resolve().parent
CELLS_A_SIDE = 316
PEAK_UNIT = 1 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss, bytes


def paths_of(place: Path, grid: str) -> list[str]:
    """The rasters of all years."""
    return [str(place / grid / f"{year}.tif") for year in YEARS]


def decode(place: Path, grid: str) -> None:
    """Only read, block row by block row."""
    from osgeo import gdal

    for path in paths_of(place, grid):
        dataset = gdal.Open(path)
        band = dataset.GetRasterBand(1)
        for row in range(0, dataset.RasterYSize, 256):
            band.ReadAsArray(0, row, dataset.RasterXSize, min(256, dataset.RasterYSize - row))


def _opened(place: Path, grid: str):
    """The dates, and the edges of the units."""
    sys.path.insert(0, str(HERE.parent))
    from osgeo import ogr

    from carbon_plugin.raster.zonal.edges import Edges
    from carbon_plugin.raster.zonal.grid_years import YearRaster
    from carbon_plugin.raster.zonal.land_cover import open_land_cover

    dates = [YearRaster(year, open_land_cover([path])) for year, path in zip(YEARS, paths_of(place, grid))]
    source = ogr.Open(str(place / grid / "units.gpkg"))
    edges = Edges.from_wkb([bytes(feature.GetGeometryRef().ExportToWkb()) for feature in source.GetLayer()])
    return dates, edges


def units_alone(place: Path, grid: str) -> list[int]:
    """Class areas of the units; the cells of every year come back."""
    dates, edges = _opened(place, grid)
    from carbon_plugin.raster.zonal.class_areas import class_areas

    return [int(year.cells.sum()) for year in class_areas(dates, lambda wkt: edges).years]


def fishnet(place: Path, grid: str) -> list[int]:
    """Parts of units in squares; the cells of every year come back."""
    dates, edges = _opened(place, grid)
    from carbon_plugin.raster.zonal.unit_cells import part_areas

    net = _net(dates[0].land_cover.grid, edges.extent)
    found = part_areas(dates, lambda wkt: edges, net)
    return [int(year.cells.sum()) for year in found.years]


def _net(grid, extent):
    """Some 100,000 squares over the units."""
    from osgeo import osr

    from carbon_plugin.raster.cell_areas import transformed
    from carbon_plugin.raster.grid import spatial_reference
    from carbon_plugin.raster.zonal.fishnet import equal_area_crs, square_fishnet

    wkt = equal_area_crs(grid.crs_wkt, extent)
    move = osr.CoordinateTransformation(spatial_reference(grid.crs_wkt), spatial_reference(wkt))
    west, south, east, north = extent
    corners = np.array([(x, y) for x in np.linspace(west, east, 9) for y in np.linspace(south, north, 9)])
    places = corners if wkt == grid.crs_wkt else transformed(move, corners)
    (west, south), (east, north) = places.min(axis=0), places.max(axis=0)
    return square_fishnet(wkt, (west, south, east, north), max(east - west, north - south) / CELLS_A_SIDE)


def as_polygons(place: Path, grid: str) -> None:
    """The same squares as polygons, counted as units are; the borders of units are left aside."""
    dates, edges = _opened(place, grid)
    from carbon_plugin.raster.zonal.class_areas import class_areas
    from carbon_plugin.raster.zonal.edges import Edges

    net = _net(dates[0].land_cover.grid, edges.extent)
    west, south, east, north = net.corners(np.arange(net.cell_count)).T
    x = np.stack([west, east, east, west, west], axis=1)
    y = np.stack([south, south, north, north, south], axis=1)
    unit = np.repeat(np.arange(net.cell_count, dtype=np.int32), 4)
    squares = Edges(x[:, :-1].ravel(), y[:, :-1].ravel(), x[:, 1:].ravel(), y[:, 1:].ravel(), unit, net.cell_count)
    class_areas(dates, lambda wkt: squares)


CONTESTANTS = {  # label: (what runs, on which grid)
    "decoding": (decode, "albers"),
    "81 units alone": (units_alone, "albers"),
    "squares, equal-area raster": (fishnet, "albers"),
    "squares, longitude and latitude": (fishnet, "geographic"),
    "squares, Gauss-Kruger raster": (fishnet, "gauss_kruger"),
    "the squares as polygons": (as_polygons, "albers"),
}


def run_one(label: str, place: Path) -> dict:
    """One contestant in a process of its own: processor seconds, peak in MiB, cells."""
    command = [sys.executable, __file__, "--run", label, "--place", str(place)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(answer.splitlines()[-1])


def _measure(label: str, place: Path) -> None:
    work, grid = CONTESTANTS[label]
    before = resource.getrusage(resource.RUSAGE_SELF)
    cells = work(place, grid)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"seconds": seconds, "peak": after.ru_maxrss * PEAK_UNIT / (1 << 20), "cells": cells}))


def main() -> None:
    """Run the contestants in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--run")
    parser.add_argument("--place", type=Path)
    given = parser.parse_args()
    if given.run:
        _measure(given.run, given.place)
        return
    data(given.folder, given.size)
    place = place_of(given.folder, given.size)
    results: dict[str, list[dict]] = {label: [] for label in CONTESTANTS}
    for _ in range(given.rounds):
        for label in CONTESTANTS:
            results[label].append(run_one(label, place))
    expected = results["81 units alone"][0]["cells"]
    print(
        f"{len(YEARS)} rasters of {given.size} x {given.size} cells, {CELLS_A_SIDE**2:,} cells of the net at the most"
    )
    for label, runs in results.items():
        seconds, peak = median(one["seconds"] for one in runs), max(one["peak"] for one in runs)
        times = median(one["seconds"] / base["seconds"] for one, base in zip(runs, results["decoding"]))
        cells = runs[0]["cells"]
        same = "" if cells is None else "same cells" if cells == expected else f"{cells[0]:,} cells in the first year"
        print(f"{label:32} {seconds:7.2f} processor s {times:6.2f} x decoding {peak:7.0f} MiB  {same}")


if __name__ == "__main__":
    main()
