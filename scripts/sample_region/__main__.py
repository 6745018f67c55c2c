"""Make the sample region in resources/sample/: 81 counties, land cover of five years, 21 years of statistics.

    python -m scripts.sample_region [folder]

Everything in it is invented: terrain, counties, names, land cover and figures. The regional totals are
calibrated under the profile `qinba` to those that Huo et al. (2025, doi 10.1038/s41598-025-95156-x) print.
Seeded: a second run gives the same tables and rasters. Needs numpy, scipy, pandas and GDAL.

One module a step, in this order: terrain, counties, borders, land, characters, cover, statistics, calibration, writing;
``region`` holds what they share.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from carbon_plugin.core.resources import RESOURCES

from .borders import make_borders
from .calibration import calibrate, make_course
from .characters import make_characters, make_people
from .counties import make_counties
from .cover import make_cover
from .land import make_land
from .statistics import make_areas, make_economy, make_farms
from .terrain import make_terrain
from .writing import write_cover, write_legend, write_statistics, write_units


def main(folder: Path) -> None:
    """Make the region and write it to ``folder``."""
    terrain = make_terrain()
    labels, seats = make_counties(terrain)
    counties, cell = make_borders(labels, seats)
    land = make_land(terrain, counties, cell)
    characters = make_characters(land)
    population, urban_population = make_people(characters)
    covers = make_cover(land, characters, population, urban_population, seats)
    areas = make_areas(land, covers)
    course, exposed = make_course(characters)
    economy = make_economy(characters, population, course, exposed)
    farms = make_farms(characters, areas)
    amounts = calibrate(characters, areas, population, economy, farms, course, exposed)

    folder.mkdir(parents=True, exist_ok=True)
    write_units(folder / "units.gpkg", counties, characters["kind"])
    for year, cover in covers.items():
        write_cover(folder / f"landcover_{year}.tif", land, cover, year)
        write_legend(folder / f"landcover_{year}.qml", np.unique(cover[land.county > 0]).tolist())
    people = {"population": population, "urban_population": urban_population}
    write_statistics(folder / "statistics.csv", {**people, **economy, **amounts})


if __name__ == "__main__":
    for module in (gdal, ogr, osr):
        module.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2025-01-01T00:00:00.000Z")  # a second run gives the same file
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES / "sample")
