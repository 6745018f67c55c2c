"""Small made inputs, and every step and shipped model as a call on them."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
YEARS = (2000, 2005, 2010, 2015, 2020)
UNITS, ACROSS = 12, 4
CELLS, CELL = 30, 0.01  # cells along a side of a unit, degrees a cell
WEST, NORTH = 107.0, 34.0


@dataclass
class Call:
    """One run of an algorithm: inputs by parameter (files, or lists of them), plain settings, names of outputs."""

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
    """Every step and model, in the order of the work; each reads what those before it wrote into ``world``."""
    land_cover = [world / f"landcover_{year}.tif" for year in YEARS]
    units, statistics = world / "units.gpkg", world / "statistics.csv"
    named = {"UNITS_NAME_FIELD": "name"}

    def table(name: str) -> Path:
        return world / f"{name}.gpkg"

    region = {"UNITS": units, "LAND_COVER": land_cover, "STATISTICS": statistics}
    chain = {"zones:Zones": "c_zones.gpkg", "accounts:Accounts": "c_accounts.csv", "report:Report": "c_report.html"}
    return [
        Call("landuseareas", {"UNITS": units, "LAND_COVER": land_cover}, {"OUTPUT": "areas.gpkg"}),
        Call("landuseintensity", {"INPUT": table("areas")}, {"OUTPUT": "intensity.gpkg"}),
        Call(
            "carbonaccounting",
            {"STATISTICS": statistics, "AREAS": table("areas"), "UNITS": units},
            {"OUTPUT": "accounts.gpkg", "REGION": "region.gpkg", "USED": "used.gpkg", "MAP": "map.gpkg",
             "REPORT": "accounts.html"},
            named,
        ),
        Call("exportcoefficients", {}, {"OUTPUT": "coefficients.csv"}),
        Call("trendtest", {"INPUT": table("accounts"), "UNITS": units}, {"OUTPUT": "trends.gpkg", "REPORT": "t.html"}),
        Call(
            "rastertrendtest",
            {"LAYERS": land_cover},
            {"SLOPE": "slope.tif", "Z": "z.tif", "P": "p.tif", "TREND": "trend.tif"},
        ),
        Call(
            "stirpatfit",
            {"INPUT": table("accounts")},
            {"COEFFICIENTS": "fit.gpkg", "TRACE": "trace.gpkg", "REPORT": "fit.html"},
        ),
        Call(
            "stirpatscenario",
            {"INPUT": table("accounts"), "COEFFICIENTS": table("fit"), "UNITS": units},
            {"PROJECTION": "projection.gpkg", "PROJECTION_MAP": "in_time.gpkg", "POTENTIAL": "potential.gpkg",
             "REPORT": "scenario.html"},
        ),
        Call("exportscenarios", {}, {"OUTPUT": "scenarios.csv"}),
        Call(
            "zoningoverlay",
            {"UNITS": units, "TRENDS": table("trends"), "POTENTIAL": table("potential"),
             "INTENSITY": table("intensity")},
            {"OUTPUT": "zones.gpkg", "REPORT": "zoning.html"},
            named,
        ),
        Call("exportzoningrules", {}, {"OUTPUT": "rules.csv"}),
        Call(
            "zoneconfidence",
            {"ZONES": table("zones"), "ACCOUNTS": table("accounts"), "INTENSITY": table("intensity"),
             "POTENTIAL": table("potential"), "UNITS": units},
            {"OUTPUT": "confidence.gpkg", "CHANGES": "changes.csv", "REPORT": "confidence.html"},
            {"DRAWS": 30},
        ),
        Call(
            "zoningreport",
            {"ZONES": table("zones"), "ACCOUNTS": table("accounts"), "TRENDS": table("trends"), "FIT": table("fit"),
             "PROJECTION": table("projection"), "POTENTIAL": table("potential")},
            {"REPORT": "report.html"},
        ),
        Call("exportzonemap", {"ZONES": table("zones")}, {"PNG": "zones.png", "PDF": "zones.pdf"}),
        Call("naturalbreaks", {"INPUT": table("intensity")}, {"OUTPUT": "breaks.gpkg"}, {"FIELD": "total_ha"}),
        Call("statisticstemplate", {"UNITS": units}, {"OUTPUT": "template.csv"}, named),
        Call("fillgaps", {"INPUT": statistics}, {"OUTPUT": "filled.gpkg", "FLAGGED": "flagged.csv"}),
        Call(
            "allocatetotals",
            {"TOTALS": world / "totals.csv", "INPUT": statistics},
            {"OUTPUT": "shared.gpkg"},
            {"PARENT_FIELD": "province", "FIELDS": ["gdp"], "WEIGHT_FIELD": "population"},
        ),
        Call(
            "landusetransition",
            {"UNITS": units, "LAND_COVER": land_cover},
            {"OUTPUT": "transition.gpkg", "DYNAMICS": "dynamics.csv", "INTENSITY": "speed.csv", "CHANGE": "change.tif",
             "REPORT": "transition.html"},
        ),
        Call(
            "landuseellipse",
            {"UNITS": units, "LAND_COVER": land_cover},
            {"OUTPUT": "class_ellipse.gpkg", "CENTRES": "class_centres.gpkg"},
        ),
        Call("deviationalellipse", {"INPUT": units}, {"OUTPUT": "ellipse.gpkg", "CENTRES": "centres.gpkg"}),
        Call(
            "emissiondrivers",
            {"INPUT": table("accounts"), "UNITS": units},
            {"OUTPUT": "drivers.gpkg", "MAP": "drivers_map.gpkg", "REPORT": "drivers.html"},
        ),
        Call("accountsfromlandcover", region, {"accounts:Accounts": "m_acc.gpkg", "accounts:Region": "m_region.gpkg",
         "accounts:Map": "m_map.gpkg", "accounts:Report": "m.html"}),
        Call(
            "scenariosfromlandcover",
            region,
            {"accounts:Accounts": "m_accounts.gpkg", "fit:Coefficients": "m_coefficients.csv",
             "fit:Report": "m_fit.html",
             "scenarios:Projection": "m_projection.csv", "scenarios:MapInTime": "m_in_time.gpkg",
             "scenarios:Potential": "m_potential.gpkg", "scenarios:Region": "m_region.csv",
             "scenarios:Report": "m_scenarios.html"},
        ),
        Call("carbonneutralzoning", region, chain, named),
        Call("qinbazoning", region, chain, named),
    ]  # fmt: skip
