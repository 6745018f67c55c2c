"""Cases of ``cancel.py`` that read rasters: 40,000 x 40,000 cells, or as many as are asked for."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
from cancel_case import Case
from large_rasters import NORTH, SEED, WEST, crs, series
from large_units import keys, units
from osgeo import ogr

UNITS, SQUARES = 81, 200  # squares along a side of the raster


def raster_cases(folder: Path, side: int) -> list[Case]:
    """Every step that reads blocks, and what follows on a grid's cells. ``side``: cells of a raster."""

    def land(years: int) -> dict:
        outlines = units(folder, side, side, UNITS)
        rasters = [str(path) for path in series(folder, side, side, years)]
        return {"UNITS": str(outlines), "UNITS_ID_FIELD": "unit", "LAND_COVER": rasters, "LEGEND": 0}

    def trend() -> dict:
        return {"LAYERS": [str(path) for path in series(folder, side, side, 21)]}

    def grid() -> dict:
        return {**land(1), "ACCOUNTS": _accounts(folder), "CELL_SIZE": side * 30.0 / SQUARES}

    return [
        Case("areas", "landuseareas", lambda: land(1), {"OUTPUT": "areas.gpkg"}),
        Case("areas, 5 years", "landuseareas", lambda: land(5), {"OUTPUT": "areas.gpkg"}),
        Case(
            "transitions", "landusetransition", lambda: land(3),
            {"OUTPUT": "changes.gpkg", "DYNAMICS": "dynamics.csv", "CHANGE": "change.tif", "REPORT": "changes.html"},
        ),
        Case("ellipse", "landuseellipse", lambda: land(2), {"OUTPUT": "ellipse.gpkg", "CENTRES": "centres.gpkg"}),
        Case(
            "trend", "rastertrendtest", trend, {name: f"{name.lower()}.tif" for name in ("SLOPE", "Z", "P", "TREND")}
        ),
        Case("grid intensity", "gridintensity", grid, {"OUTPUT": "cells.gpkg", "CHECK": "check.csv"}),
        Case(
            "cells, association", "bivariatemoran",
            lambda: {"INPUT": _squares(folder), "X_FIELD": "nce_km2", "Y_FIELD": "esv_km2"},
            {"OUTPUT": "types.gpkg", "GLOBAL": "global.csv", "REPORT": "association.html"},
        ),
        Case(
            "cells, breaks", "naturalbreaks", lambda: {"INPUT": _squares(folder), "FIELD": "nce_km2"},
            {"OUTPUT": "breaks.gpkg"},
        ),
    ]  # fmt: skip


def _accounts(folder: Path) -> str:
    """Emission, sink and what they are made of, of all units in the first year."""
    path = folder / "accounts.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "year", "ce", "ce_energy", "cs", "cs_forest", "nce"])
        writer.writerows([key, 2000, 90_000, 90_000, 20_000, 20_000, 70_000] for key in keys(UNITS))
    return str(path)


def _squares(folder: Path) -> str:
    """As many cells as the grid has, with two amounts that hang together in space."""
    path = folder / f"squares_{SQUARES}.gpkg"
    if path.exists():
        return str(path)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path.with_suffix(".part.gpkg")))
    layer = source.CreateLayer("cells", crs(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("unit", ogr.OFTString))
    for name in ("nce_km2", "esv_km2"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    chance, side = np.random.default_rng(SEED), 5000.0
    layer.StartTransaction()
    for number, noise in enumerate(chance.normal(size=SQUARES**2).tolist()):
        row, column = divmod(number, SQUARES)
        feature = ogr.Feature(layer.GetLayerDefn())
        wave = math.sin(row / 9.0) + math.cos(column / 14.0)
        feature["unit"], feature["nce_km2"], feature["esv_km2"] = str(number + 1), wave + noise, 2.0 * wave - noise
        x, y = WEST + column * side, NORTH - row * side
        corners = ((x, y), (x + side, y), (x + side, y - side), (x, y - side), (x, y))
        ring = ", ".join(f"{a} {b}" for a, b in corners)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, source
    path.with_suffix(".part.gpkg").rename(path)
    return str(path)
