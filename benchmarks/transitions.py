"""Transition matrices: this code beside what only reading the rasters costs, numpy's crosstab and GRASS r.stats.

Two rasters of patches, squares of cells as units. Counts of this code are compared with numpy's to the cell; GRASS is
asked for the whole raster where it is installed. Each contestant is a process of its own, and takes turns with the
others; times are medians, memory the largest of a run. Needs Linux or macOS.

    python benchmarks/transitions.py --size 10000 --rounds 3
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

HERE = Path(__file__).resolve().parent
YEARS = (2000, 2010)
CODES = (1, 2, 4, 5, 8)
UNITS_A_SIDE = 9
PATCH = 20  # cells: how long a run of one code is, about
CHANGED = 0.05  # of the patches
CELL = 30.0
CRS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m"
PEAK_UNIT = 1 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss, bytes


def make(folder: Path, size: int) -> list[str]:
    """Two rasters of ``size`` x ``size`` cells."""
    from osgeo import gdal, osr

    generator = np.random.default_rng(1)
    patches = -(-size // PATCH)
    before = generator.choice(CODES, (patches, patches)).astype(np.uint8)
    after = np.where(generator.random(before.shape) < CHANGED, generator.choice(CODES, before.shape), before)
    paths = []
    crs = osr.SpatialReference()
    crs.SetFromUserInput(CRS)
    for year, picture in zip(YEARS, (before, after.astype(np.uint8))):
        path = str(folder / f"lc_{year}.tif")
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 1, gdal.GDT_Byte, options)
        dataset.SetGeoTransform((0, CELL, 0, size * CELL, 0, -CELL))
        dataset.SetProjection(crs.ExportToWkt())
        cells = np.kron(picture, np.ones((PATCH, PATCH), np.uint8))[:size, :size]
        dataset.GetRasterBand(1).WriteArray(cells)
        del dataset
        paths.append(path)
    return paths


def decode(paths: list[str]) -> None:
    """Only read, block row by block row."""
    from osgeo import gdal

    for path in paths:
        dataset = gdal.Open(path)
        for row in range(0, dataset.RasterYSize, 256):
            height = min(256, dataset.RasterYSize - row)
            dataset.GetRasterBand(1).ReadAsArray(0, row, dataset.RasterXSize, height)


def crosstab(paths: list[str]) -> list[list[int]]:
    """The whole region with numpy, everything in memory."""
    from osgeo import gdal

    before, after = (gdal.Open(path).ReadAsArray() for path in paths)
    number = np.zeros(256, np.intp)
    number[list(CODES)] = np.arange(len(CODES))
    pairs = number[before.ravel()] * len(CODES) + number[after.ravel()]
    return np.bincount(pairs, minlength=len(CODES) ** 2).reshape(len(CODES), -1).tolist()


def ours(paths: list[str]) -> list[list[int]]:
    """This code, by unit; the sum over the units comes back."""
    sys.path.insert(0, str(HERE.parent))
    from carbon_plugin.raster.zonal.edges import Edges
    from carbon_plugin.raster.zonal.grid_years import YearRaster
    from carbon_plugin.raster.zonal.land_cover import open_land_cover
    from carbon_plugin.raster.zonal.transitions import transitions

    dates = [YearRaster(year, open_land_cover([path])) for year, path in zip(YEARS, paths)]
    west, south, east, north = dates[0].land_cover.grid.extent
    xs, ys = (np.linspace(*ends, UNITS_A_SIDE + 1) for ends in ((west, east), (south, north)))
    edges = []
    for unit, (row, column) in enumerate(np.ndindex(UNITS_A_SIDE, UNITS_A_SIDE)):
        x = xs[[column, column + 1, column + 1, column, column]]
        y = ys[[row, row, row + 1, row + 1, row]]
        edges.append(np.column_stack([x[:-1], y[:-1], x[1:], y[1:], np.full(4, unit)]))
    x0, y0, x1, y1, unit = np.vstack(edges).T
    outlines = Edges(x0, y0, x1, y1, unit.astype(np.int32), UNITS_A_SIDE**2)
    numbers = {code: number for number, code in enumerate(CODES, start=1)}
    found = transitions(dates, outlines, numbers, pairs=[(0, 1)])
    return found.cells[0].sum(axis=0)[1:, 1:].tolist()


def grass(paths: list[str]) -> list[list[int]]:
    """GRASS r.stats of both maps."""
    with tempfile.TemporaryDirectory() as folder:
        location = f"{folder}/place"
        inside = ["grass", f"{location}/PERMANENT", "--exec"]
        subprocess.run(["grass", "-c", paths[0], "-e", location], check=True, capture_output=True)
        for name, path in zip("ab", paths):
            subprocess.run([*inside, "r.external", f"input={path}", f"output={name}"], check=True, capture_output=True)
        subprocess.run([*inside, "g.region", "raster=a"], check=True, capture_output=True)
        asked = [*inside, "r.stats", "-cn", "input=a,b", "separator=comma"]
        lines = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
    counts = np.zeros((len(CODES), len(CODES)), int)
    for line in lines:
        before, after, cells = map(int, line.split(","))
        counts[CODES.index(before), CODES.index(after)] = cells
    return counts.tolist()


CONTESTANTS = {"decoding": decode, "this code, 81 units": ours, "numpy crosstab": crosstab, "GRASS r.stats": grass}


def run_one(name: str, paths: list[str]) -> dict:
    """One contestant in a process of its own: seconds, peak in MiB, counts."""
    command = [sys.executable, __file__, "--run", name, *paths]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(answer.splitlines()[-1])


def main() -> None:
    """Run the contestants in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--run")
    parser.add_argument("paths", nargs="*")
    given = parser.parse_args()
    if given.run:
        began = perf_counter()
        counts = CONTESTANTS[given.run](given.paths)
        seconds = perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT / (1 << 20)
        print(json.dumps({"seconds": seconds, "peak": peak, "counts": counts}))
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = make(Path(folder), given.size)
        names = [name for name in CONTESTANTS if name != "GRASS r.stats" or shutil.which("grass")]
        results = {name: [] for name in names}
        for _ in range(given.rounds):
            for name in names:
                results[name].append(run_one(name, paths))
    decoding = median(one["seconds"] for one in results["decoding"])
    expected = results["numpy crosstab"][0]["counts"]
    print(f"two rasters of {given.size} x {given.size} cells, {given.rounds} rounds")
    for name, runs in results.items():
        seconds, peak = median(one["seconds"] for one in runs), max(one["peak"] for one in runs)
        counts = runs[0]["counts"]
        same = "" if counts is None else "same counts" if counts == expected else "OTHER COUNTS"
        print(f"{name:22} {seconds:8.2f} s {seconds / decoding:6.2f} x decoding {peak:8.0f} MiB  {same}")
    if "GRASS r.stats" not in results:
        print("GRASS is not installed here.")


if __name__ == "__main__":
    main()
