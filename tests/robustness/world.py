"""Small made inputs, and every step and shipped model as a call on them.

A new step or model is one line of ``calls.csv``, in the order of the work: its id; its inputs as ``PARAMETER=file``
with spaces between (files that ``make_world`` makes or an earlier line writes; ``*`` for several); its outputs alike
(file names that no other line has; as many outputs as it offers); settings that differ from the defaults alike.
``tests/package/test_robustness_calls.py`` fails while a step or model has no line.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
CALLS = Path(__file__).resolve().parent / "calls.csv"
YEARS = (2000, 2005, 2010, 2015, 2020)
UNITS, ACROSS = 12, 4
CELLS, CELL = 30, 0.01  # cells along a side of a unit, degrees a cell
WEST, NORTH = 107.0, 34.0


@dataclass
class Call:
    """One run of an algorithm: inputs by parameter (files, or lists of them), names of outputs, plain settings."""

    algorithm: str
    inputs: dict
    outputs: dict
    settings: dict = field(default_factory=dict)

    def parameters(self, folder: Path) -> dict:
        """What Processing is given, with the outputs in ``folder``."""
        inputs = {
            key: [str(one) for one in value] if isinstance(value, list) else str(value)
            for key, value in self.inputs.items()
        }
        return {**inputs, **self.settings, **{key: str(folder / name) for key, name in self.outputs.items()}}


def make_world(folder: Path, seed: int) -> None:
    """Units, land cover of five years, and the statistics of as many counties of the sample region."""
    chance = random.Random(seed)
    with open(SAMPLE / "statistics.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = sorted({row["unit"] for row in rows})[:UNITS]
    with open(folder / "statistics.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(row for row in rows if row["unit"] in keys)
    _make_totals(folder / "totals.csv", [row for row in rows if row["unit"] in keys])
    _make_units(folder / "units.gpkg", keys)
    _make_land_use(folder / f"landuse_{YEARS[-1]}.gpkg", random.Random(seed))
    shares = [[chance.random() for _ in range(9)] for _ in keys]
    for number, year in enumerate(YEARS):
        for share in shares:  # towns grow, forests come back
            share[7] *= 1.2
            share[1] *= 1.0 + 0.05 * number
        _make_raster(folder / f"landcover_{year}.tif", shares, chance)


def _make_totals(path: Path, rows: list[dict[str, str]]) -> None:
    """The gross domestic product of provinces, and counties that lack it in a year."""
    sums: dict[tuple[str, str], int] = {}
    for row in rows:
        place = row["province"], row["year"]
        sums[place] = sums.get(place, 0) + int(row["gdp"])
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "year", "gdp"])
        writer.writerows([*place, total] for place, total in sums.items())


def _wgs84() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _make_units(path: Path, keys: list[str]) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("units", _wgs84(), ogr.wkbMultiPolygon)
    for name in ("unit", "name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    side = CELLS * CELL
    for number, key in enumerate(keys):
        x, y = WEST + number % ACROSS * side, NORTH - number // ACROSS * side
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["unit"], feature["name"] = key, f"County {number + 1}"
        ring = f"{x} {y},{x + side} {y},{x + side} {y - side},{x} {y - side},{x} {y}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({ring})))"))
        layer.CreateFeature(feature)


def _make_land_use(path: Path, chance: random.Random) -> None:
    """Land use of the last year as strips over all units, with codes of the national survey."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer(path.stem, _wgs84(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("DLBM", ogr.OFTString))
    down, width = -(-UNITS // ACROSS) * CELLS * CELL, CELLS * CELL / 5
    for number in range(5 * ACROSS):
        x, y = WEST + number * width, NORTH
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["DLBM"] = chance.choice(("0101", "0301", "0401", "0701", "1101"))
        ring = f"{x} {y},{x + width} {y},{x + width} {y - down},{x} {y - down},{x} {y}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        layer.CreateFeature(feature)


def _make_raster(path: Path, shares: list[list[float]], chance: random.Random) -> None:
    down = -(-UNITS // ACROSS)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), ACROSS * CELLS, down * CELLS, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((WEST, CELL, 0, NORTH, 0, -CELL))
    raster.SetProjection(_wgs84().ExportToWkt())
    rows = bytearray()
    for row in range(down * CELLS):
        for across in range(ACROSS):
            rows += bytes(chance.choices(range(1, 10), shares[row // CELLS * ACROSS + across], k=CELLS))
    raster.WriteRaster(0, 0, ACROSS * CELLS, down * CELLS, bytes(rows))


def calls(world: Path) -> list[Call]:
    """The calls of ``calls.csv``, in its order, with their inputs in ``world``."""
    with open(CALLS, encoding="utf-8", newline="") as file:
        return [
            Call(
                row["step"],
                {key: _files(world, name) for key, name in _pairs(row["inputs"])},
                dict(_pairs(row["outputs"])),
                dict(_pairs(row["settings"])),
            )
            for row in csv.DictReader(file)
        ]


def _pairs(cell: str) -> list[list[str]]:
    return [pair.split("=", 1) for pair in cell.split()]


def _files(world: Path, name: str) -> Path | list[Path]:
    """The file ``name`` in ``world``, or the land cover of every year for ``landcover_*.tif``."""
    return [world / name.replace("*", str(year)) for year in YEARS] if "*" in name else world / name
