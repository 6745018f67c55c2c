"""Class areas of ten tiles by one thread, our threads, and processes of this machine that Dask runs.

Each contestant is a process of its own, and takes turns with the others; times are medians over the rounds. Processor
seconds are those of all its processes while they count, starting and stopping apart; bytes are those of the pickled
tasks and answers. The counts must be the same bytes. Needs Linux or macOS, psutil, and distributed for the last two.

    python benchmarks/cluster.py --size 4000 --tiles 10 --rounds 3
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import subprocess
import sys
import tempfile
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
CONTESTANTS = ("one thread", "our threads", "local 1", "local 2")
CELL, CODES, PATCH, UNITS_A_SIDE = 30.0, (1, 2, 4, 5, 8), 20, 9


def make(folder: Path, size: int, tiles: int) -> list[str]:
    """Tiles of ``size`` x ``size`` cells in a row."""
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.SetFromUserInput("+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m")
    paths, generator = [], np.random.default_rng(1)
    for number in range(tiles):
        path = str(folder / f"lc_2020_{number}.tif")
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 1, gdal.GDT_Byte, options)
        dataset.SetGeoTransform((number * size * CELL, CELL, 0, size * CELL, 0, -CELL))
        dataset.SetProjection(crs.ExportToWkt())
        patches = generator.choice(CODES, (-(-size // PATCH),) * 2).astype(np.uint8)
        dataset.GetRasterBand(1).WriteArray(np.kron(patches, np.ones((PATCH, PATCH), np.uint8))[:size, :size])
        del dataset
        paths.append(path)
    return paths


class Weighed(Executor):
    """An executor that weighs what goes out and comes back."""

    def __init__(self, executor: Executor):
        self.executor, self.sent, self.answered = executor, 0, 0

    def submit(self, function, /, task) -> Future:
        self.sent += len(pickle.dumps(task))
        future = self.executor.submit(function, task)
        future.add_done_callback(self._weigh)
        return future

    def _weigh(self, future: Future) -> None:
        if not future.cancelled() and future.exception() is None:
            self.answered += len(pickle.dumps(future.result()))


def work(name: str, paths: list[str], size: int) -> None:
    """One contestant: its seconds, bytes and counts as JSON. The first of ``paths`` is small, to load libraries."""
    from carbon_plugin.raster.cluster.connection import workers_at
    from carbon_plugin.raster.zonal.class_areas import YearRaster, class_areas
    from carbon_plugin.raster.zonal.edges import Edges
    from carbon_plugin.raster.zonal.land_cover import open_land_cover

    warm, *paths = paths
    side_x, side_y = len(paths) * size * CELL / UNITS_A_SIDE, size * CELL / UNITS_A_SIDE
    boxes = [(x * side_x, y * side_y) for y in range(UNITS_A_SIDE) for x in range(UNITS_A_SIDE)]
    corners = np.array([[(x, y), (x + side_x, y), (x + side_x, y + side_y), (x, y + side_y)] for x, y in boxes])
    after = np.roll(corners, -1, axis=1)
    units = np.repeat(np.arange(len(boxes), dtype=np.int32), 4)
    x, y, x_after, y_after = (part.ravel() for part in (corners[..., 0], corners[..., 1], after[..., 0], after[..., 1]))
    edges = Edges(x, y, x_after, y_after, units, len(boxes))
    rasters = [YearRaster(2020, open_land_cover(paths))]
    began, used = perf_counter(), processor_seconds()
    with workers_at("local", int(name[-1])) if name.startswith("local") else _threads(name) as executor:
        small = [YearRaster(2020, open_land_cover([warm]))]
        class_areas(small, lambda grid: edges, executor=executor, memory_budget_bytes=1 << 18)
        started, starting = perf_counter() - began, processor_seconds() - used
        weighed = Weighed(executor)
        began, used = perf_counter(), processor_seconds()
        counted = class_areas(rasters, lambda grid: edges, executor=weighed)
        seconds, used = perf_counter() - began, processor_seconds() - used
    year = counted.years[0]
    print(
        json.dumps(
            {
                "seconds": seconds,
                "started": started,
                "starting": starting,
                "processor": used,
                "sent": weighed.sent,
                "answered": weighed.answered,
                "counts": hashlib.sha256(year.cells.tobytes() + year.area_ha.tobytes()).hexdigest()[:12],
            }
        )
    )


def processor_seconds() -> float:
    """Of this process and of those that it has started and that still run."""
    import psutil

    here = psutil.Process()
    return sum(sum(one.cpu_times()[:2]) for one in (here, *here.children(recursive=True)))


def _threads(name: str) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1 if name == "one thread" else 2)


def run(name: str, *arguments: str) -> dict:
    """A contestant in a process of its own."""
    command = [sys.executable, "-W", "ignore", __file__, "--contestant", name, *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    return json.loads(answer.stdout.strip().splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=4000, help="cells along a side of a tile")
    parser.add_argument("--tiles", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--contestant", help=argparse.SUPPRESS)
    parser.add_argument("--paths", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.contestant:
        work(given.contestant, given.paths, given.size)
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "small").mkdir()
        small = make(Path(folder, "small"), 14_000, 1)  # some tasks for every process
        paths = [*small, *make(Path(folder), given.size, given.tiles)]
        names = [name for name in CONTESTANTS if not name.startswith("local") or _has_dask()]
        found = {name: [] for name in names}
        for _ in range(given.rounds):
            for name in names:
                found[name].append(run(name, "--size", str(given.size), "--paths", *paths))
    cells = given.size**2 * given.tiles
    print(f"{given.tiles} tiles of {given.size} x {given.size} cells, {cells:.2g} cells, {UNITS_A_SIDE**2} units")
    heads = ("wall s", "processor s", "x threads", "start s", "start CPU s", "sent MB", "back MB")
    print(f"{'':12}", *(f"{head:>{width}}" for head, width in zip(heads, (8, 12, 10, 8, 11, 8, 8))), " counts")
    base = median(one["processor"] for one in found["our threads"])
    for name, runs in found.items():
        keys = ("seconds", "processor", "started", "starting")
        wall, processor, started, starting = (median(one[key] for one in runs) for key in keys)
        one = runs[0]
        print(
            f"{name:12} {wall:8.2f} {processor:12.2f} {processor / base:10.2f} {started:8.2f} "
            f"{starting:11.2f} {one['sent'] / 1e6:8.2f} "
            f"{one['answered'] / 1e6:8.2f}  {one['counts']}"
        )
    if len({one["counts"] for runs in found.values() for one in runs}) != 1:
        sys.exit("The counts differ.")


def _has_dask() -> bool:
    try:
        import distributed  # noqa: F401
    except ImportError:
        print("distributed is not installed: no processes of this machine")
        return False
    return True


if __name__ == "__main__":
    main()
