"""A made region of any number of units: outlines of many corners, land cover of five dates, 21 years of statistics.

Each unit takes its statistics from a county of the sample region, with a factor of its own, so that none is like
another and all are plausible.
"""

from __future__ import annotations

import csv
import math
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
YEARS = (2000, 2005, 2010, 2015, 2020)
CELL, CELLS = 300.0, 40  # metres; cells along a side of a unit
CORNERS = 100  # along a side
CODES = (1, 2, 3, 4, 5, 8)
WEST, NORTH = 10_000_000.0, 4_000_000.0  # of EPSG:6933


@dataclass(frozen=True)
class Region:
    """Files of a region."""

    units: Path
    rasters: tuple[Path, ...]
    statistics: Path


def make_region(folder: Path, units: int, *, corners: int = CORNERS, with_statistics: bool = True) -> Region:
    """A square of ``units`` (rounded up to whole rows) in ``folder``, ``corners`` along a side of each."""
    across = math.ceil(math.sqrt(units))
    keys = _keys(units)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(6933)
    _write_units(folder / "units.gpkg", keys, across, crs, corners=corners)
    rasters = tuple(_write_cover(folder / f"lc_{year}.tif", across, year, crs) for year in YEARS)
    if with_statistics:
        _write_statistics(folder / "statistics.csv", keys)
    return Region(folder / "units.gpkg", rasters, folder / "statistics.csv")


def make_statistics(path: Path, units: int, years: int) -> None:
    """Statistics of any number of years, in a second where ``make_region`` takes a minute: whole columns at once."""
    with open(SAMPLE / "statistics.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    of_county: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        of_county.setdefault(row["unit"], []).append(row)
    counties = [county for county in of_county.values() if all(row["raw_coal_t"] for row in county)]
    county = np.arange(units) % len(counties)
    chance = np.random.default_rng(1)
    size = chance.lognormal(0.0, 0.3, (units, 1))
    age = np.arange(years)
    frame = {"unit": np.repeat(_keys(units), years), "year": np.tile(YEARS[0] + age, units)}
    frame["province"] = np.repeat([counties[one][0]["province"] for one in county], years)
    for name in [name for name in rows[0] if name not in frame]:
        known = np.array([[float(row[name] or "nan") for row in one] for one in counties])
        known = known[:, age % known.shape[1]]
        tilt = chance.normal(0.0, 0.01, (units, 1))
        frame[name] = np.round(known[county] * size * (1 + tilt) ** age, 1).ravel()
    pd.DataFrame(frame).to_csv(path, index=False)


def _keys(units: int) -> list[str]:
    return [f"{number:05}" for number in range(1, units + 1)]


def _write_units(path: Path, keys: list[str], across: int, crs: osr.SpatialReference, *, corners: int) -> None:
    """Squares whose sides are waves that neighbours share."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("units", crs, ogr.wkbPolygon)
    for name in ("unit", "name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    side, along = CELL * CELLS, np.arange(corners) / corners
    wave = 0.05 * side * np.sin(6 * math.pi * along)
    layer.StartTransaction()
    for number, key in enumerate(keys):
        row, column = divmod(number, across)
        x, y = WEST + column * side, NORTH - row * side
        ring = [
            *zip(x + side * along, y + wave), *zip(x + side + wave, y - side * along),
            *zip(x + side * (1 - along), y - side - wave), *zip(x - wave, y - side * (1 - along)),
        ]  # fmt: skip
        text = ", ".join(f"{a:.2f} {b:.2f}" for a, b in [*ring, ring[0]])
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["unit"], feature["name"] = key, f"Unit {key}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({text}))"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _write_cover(path: Path, across: int, year: int, crs: osr.SpatialReference) -> Path:
    size = across * CELLS
    chance = np.random.default_rng(year)
    first = np.random.default_rng(0).choice(CODES, (size // 4, size // 4), p=(0.3, 0.4, 0.1, 0.1, 0.02, 0.08))
    changed = chance.random(first.shape) < 0.002 * (year - YEARS[0])
    picture = np.where(changed, chance.choice((2, 8), first.shape), first).astype(np.uint8)
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), size, size, 1, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE"]
    )
    dataset.SetGeoTransform((WEST, CELL, 0, NORTH, 0, -CELL))
    dataset.SetProjection(crs.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(np.kron(picture, np.ones((4, 4), np.uint8)))
    del dataset
    return path


def _write_statistics(path: Path, keys: list[str]) -> None:
    with open(SAMPLE / "statistics.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    of_county: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        of_county.setdefault(row["unit"], []).append(row)
    counties = [county for county in of_county.values() if all(row["raw_coal_t"] for row in county)]
    chance = random.Random(1)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        for number, key in enumerate(keys):
            size = chance.lognormvariate(0.0, 0.3)
            tilt = {name: chance.gauss(0.0, 0.01) for name in rows[0]}
            for row in counties[number % len(counties)]:
                age = int(row["year"]) - YEARS[0]
                writer.writerow(
                    {
                        name: key if name == "unit" else cell if name in ("year", "province") or not cell
                        else f"{float(cell) * size * (1 + tilt[name]) ** age:.1f}"
                        for name, cell in row.items()
                    }
                )  # fmt: skip
