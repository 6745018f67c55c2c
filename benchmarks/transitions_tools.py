"""What each contestant of the benchmark of land change does.

A contestant takes the paths (the dates, then the units) and gives the work to be measured, a function of nothing; what
it imports is not measured. The work answers with None, a word, or ``{"of": what was counted, "counts": cells}``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
from class_areas_data import UNITS_A_SIDE
from transitions_data import CODES, DATES, edges_of

ROOT = Path(__file__).resolve().parents[1]
UNITS = UNITS_A_SIDE**2
MANY_UNITS, PAIRS_OF_TEN, CLASSES, FIVE = 3_000, 45, 7, 5
sys.path.insert(0, str(ROOT))


def decoding(count: int) -> Callable:
    """Only reading, block row by block row."""

    def prepare(paths: list[str]) -> Callable:
        from osgeo import gdal

        def work() -> None:
            for path in paths[:count]:
                dataset = gdal.Open(path)
                for row in range(0, dataset.RasterYSize, 256):
                    height = min(256, dataset.RasterYSize - row)
                    dataset.GetRasterBand(1).ReadAsArray(0, row, dataset.RasterXSize, height)

        return work

    return prepare


def crosstab(paths: list[str]) -> Callable:
    """The whole with numpy, everything in memory."""
    from osgeo import gdal

    def work() -> dict:
        before, after = (gdal.Open(path).ReadAsArray() for path in paths[:2])
        side = len(CODES) + 1  # 0 is nodata
        pairs = before.ravel() * np.uint8(side) + after.ravel()
        counts = np.bincount(pairs, minlength=side**2).reshape(side, -1)
        return {"of": "whole", "counts": counts[1:, 1:].tolist()}

    return work


def matrices(count: int, by_unit: bool) -> Callable:
    """This code: all pairs of the first ``count`` dates."""

    def prepare(paths: list[str]) -> Callable:
        from carbon_plugin.raster.zonal.edges import Edges
        from carbon_plugin.raster.zonal.grid_years import YearRaster
        from carbon_plugin.raster.zonal.land_cover import open_land_cover
        from carbon_plugin.raster.zonal.transitions import transitions

        def work() -> dict:
            dates = [YearRaster(year, open_land_cover([path])) for year, path in zip(DATES, paths[:count])]
            x0, y0, x1, y1, unit = edges_of(dates[0].land_cover.grid.extent).T
            outlines = Edges(x0, y0, x1, y1, unit.astype(np.int32), UNITS)
            numbers = {code: number for number, code in enumerate(CODES, start=1)}
            pairs = list(combinations(range(count), 2))
            cells = transitions(dates, outlines, numbers, pairs=pairs).cells[0][:, 1:, 1:]
            if by_unit:
                return {"of": "units", "counts": cells.tolist()}
            return {"of": "whole" if count == 2 else f"{count} dates", "counts": cells.sum(axis=0).tolist()}

        return work

    return prepare


def whole(paths: list[str]) -> Callable:
    """This code: two dates without units."""
    from carbon_plugin.raster.zonal.grid_years import YearRaster
    from carbon_plugin.raster.zonal.land_cover import open_land_cover
    from carbon_plugin.raster.zonal.transitions import transitions, whole_raster

    def work() -> dict:
        dates = [YearRaster(year, open_land_cover([path])) for year, path in zip(DATES, paths[:2])]
        numbers = {code: number for number, code in enumerate(CODES, start=1)}
        cells = transitions(dates, whole_raster(dates), numbers, pairs=[(0, 1)]).cells[0][:, 1:, 1:]
        return {"of": "whole", "counts": cells.sum(axis=0).tolist()}

    return work


def grass(by_unit: bool) -> Callable:
    """GRASS r.stats of both maps, and of the units, of which it makes a map; linking all is its work too."""

    def prepare(paths: list[str]) -> Callable:
        maps = {"a": paths[0], "b": paths[1]}

        def work() -> dict:
            with tempfile.TemporaryDirectory() as folder:
                lines = _r_stats(f"{folder}/place", maps, units=paths[-1] if by_unit else "")
            counts = np.zeros((UNITS if by_unit else 1, len(CODES), len(CODES)), int)
            for line in lines:
                before, after, *unit, cells = map(int, line.split(","))
                counts[unit[0] - 1 if unit else 0, CODES.index(before), CODES.index(after)] = cells
            return {"of": "units" if by_unit else "whole", "counts": (counts if by_unit else counts[0]).tolist()}

        return work

    return prepare


def _r_stats(location: str, maps: dict[str, str], units: str) -> list[str]:
    def quietly(*command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    inside = ["grass", f"{location}/PERMANENT", "--exec"]
    quietly("grass", "-c", maps["a"], "-e", location)
    for name, path in maps.items():
        quietly(*inside, "r.external", f"input={path}", f"output={name}")
    quietly(*inside, "g.region", "raster=a")
    names = [*maps]
    if units:
        quietly(*inside, "v.in.ogr", f"input={units}", "output=units")
        quietly(*inside, "v.to.rast", "input=units", "output=units", "use=attr", "attribute_column=number")
        names.append("units")
    return quietly(*inside, "r.stats", "-cn", f"input={','.join(names)}", "separator=comma").split()


def areas(paths: list[str]) -> Callable:
    """This code: class areas of the first date, all units."""
    from carbon_plugin.raster.zonal.class_areas import class_areas
    from carbon_plugin.raster.zonal.edges import Edges
    from carbon_plugin.raster.zonal.grid_years import YearRaster
    from carbon_plugin.raster.zonal.land_cover import open_land_cover

    def edges_for(grid) -> Edges:
        x0, y0, x1, y1, unit = edges_of(grid.extent).T
        return Edges(x0, y0, x1, y1, unit.astype(np.int32), UNITS)

    def work() -> None:
        class_areas([YearRaster(DATES[0], open_land_cover([paths[0]]))], edges_for)

    return work


def ellipses(paths: list[str]) -> Callable:
    """This code: the sums of the ellipses of the first date, all units."""
    from carbon_plugin.raster.plane import find_plane
    from carbon_plugin.raster.zonal.class_moments import class_moments
    from carbon_plugin.raster.zonal.edges import Edges
    from carbon_plugin.raster.zonal.grid_years import YearRaster
    from carbon_plugin.raster.zonal.land_cover import open_land_cover

    grid = open_land_cover([paths[0]]).grid
    plane = find_plane(grid.crs_wkt, grid.extent, "benchmark")  # as class areas get the outlines ready made

    def work() -> None:
        date = YearRaster(DATES[0], open_land_cover([paths[0]]))
        x0, y0, x1, y1, unit = edges_of(grid.extent).T
        outlines = Edges(x0, y0, x1, y1, unit.astype(np.int32), UNITS)
        numbers = {code: number for number, code in enumerate(CODES, start=1)}
        class_moments([date], outlines, numbers, plane=plane)

    return work


def step(name: str, count: int) -> Callable:
    """This plugin: a whole step on the first ``count`` dates, from the start of `qgis_process` to its files."""

    def prepare(paths: list[str]) -> Callable:
        rasters, units = paths[:count], paths[-1]
        compiled = Path(tempfile.gettempdir()) / "carbon_zoning_compiled"  # as where QGIS has run before
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)}

        def work() -> None:
            with tempfile.TemporaryDirectory() as folder:
                given = [f"LAND_COVER={path}" for path in rasters] + [f"UNITS={units}", "UNITS_ID_FIELD=number"]
                command = [str(ROOT / "scripts" / "qgis-process"), "run", f"carbonzoning:{name}", "--", *given]
                output = f"OUTPUT={Path(folder) / 'found.gpkg'}"
                subprocess.run([*command, output], check=True, stdout=subprocess.DEVNULL, env=environment)

        return work

    return prepare


def many_rows(paths: list[str]) -> Callable:
    """This code: the table of 3,000 units and the 45 pairs of ten dates, all met, part by part as written."""
    from carbon_plugin.core.land_use.transition_tables import TransitionSet, transition_table

    def work() -> str:
        areas = np.random.default_rng(0).uniform(1.0, 9.0, (PAIRS_OF_TEN, MANY_UNITS, CLASSES, CLASSES))
        units = [f"{410000 + number}" for number in range(MANY_UNITS)]
        names = [f"class_{number}" for number in range(CLASSES)]
        found = TransitionSet(areas, units, list(combinations(DATES, 2)), names, [0], PAIRS_OF_TEN)
        return f"{sum(len(transition_table(part)) for part in found.parts()):,} rows"

    return work


def demand(paths: list[str]) -> Callable:
    """This code: 3,000 units to 2060 under three scenarios."""
    from carbon_plugin.core.land_use.base_areas import base_of_transitions
    from carbon_plugin.core.land_use.land_demand import project_land
    from carbon_plugin.core.land_use.limits import load_limits
    from carbon_plugin.core.land_use.transition_rows import read_transitions
    from carbon_plugin.core.land_use.transition_tables import TransitionSet, transition_table

    names = ["cropland", "forest", "shrubland", "grassland", "water", "urban", "unused"]
    generator = np.random.default_rng(0)
    moved = generator.uniform(0.0, 40.0, (2, MANY_UNITS, CLASSES, CLASSES)) + 900.0 * np.eye(CLASSES)
    units = [f"{410000 + number}" for number in range(MANY_UNITS)]
    table = transition_table(TransitionSet(moved, units, [(2010, 2015), (2015, 2020)], names, [0, 1], 2))

    def work() -> str:
        rows = read_transitions(table, "transitions")
        pair = rows.find_pair(None, None)
        base = base_of_transitions(rows, pair)
        found = project_land(rows, pair, base, horizon=2058, limits=load_limits(), hold_out=True)
        return f"{len(found.frame):,} rows, with a step by matrix roots"

    return work


CONTESTANTS = {
    "decoding of one": decoding(1),
    "decoding of two": decoding(2),
    "this code, two dates, 81 units": matrices(2, by_unit=True),
    "this code, two dates, summed": matrices(2, by_unit=False),
    "numpy crosstab of the whole": crosstab,
    "this code, two dates, the whole as one unit": whole,
    "GRASS r.stats of two maps": grass(by_unit=False),
    "GRASS r.stats of two maps and the units": grass(by_unit=True),
    "decoding of ten": decoding(len(DATES)),
    "this code, ten dates, 45 pairs, 81 units": matrices(len(DATES), by_unit=False),
    "this code, class areas of one": areas,
    "this code, ellipses of one": ellipses,
    "landuseareas, the step, one date": step("landuseareas", 1),
    "landuseellipse, the step, one date": step("landuseellipse", 1),
    "landuseareas, the step, five dates": step("landuseareas", FIVE),
    "landuseellipse, the step, five dates": step("landuseellipse", FIVE),
    "this code, table of 3,000 units and 45 pairs": many_rows,
    "this code, demand of 3,000 units to 2060": demand,
}
NEEDED = {  # dates
    "decoding of ten": len(DATES),
    "this code, ten dates, 45 pairs, 81 units": len(DATES),
    "landuseareas, the step, five dates": FIVE,
    "landuseellipse, the step, five dates": FIVE,
}
GOALS = [  # what, dividend, divisor, bound, whether the ratio is at most that
    ("times decoding, two dates", "this code, two dates, 81 units", "decoding of two", 2.3, True),
    (
        "times faster than GRASS by unit",
        "GRASS r.stats of two maps and the units",
        "this code, two dates, 81 units",
        7.0,
        False,
    ),
    (
        "times faster than GRASS without units",
        "GRASS r.stats of two maps",
        "this code, two dates, the whole as one unit",
        7.0,
        False,
    ),
    ("times decoding, ten dates, all pairs", "this code, ten dates, 45 pairs, 81 units", "decoding of ten", 2.3, True),
    ("times decoding, class areas of one date", "this code, class areas of one", "decoding of one", 2.3, True),
    ("ellipses, times class areas", "this code, ellipses of one", "this code, class areas of one", 1.3, True),
    *(
        (f"landuseellipse, times landuseareas, {dates}", f"landuseellipse, the step, {dates}", of_areas, 1.3, True)
        for dates in ("one date", "five dates")
        for of_areas in [f"landuseareas, the step, {dates}"]
    ),
]
