#!/usr/bin/env python3
"""Every table that the steps make of the sample region, as text, so that two states of the code can be compared.

    results.py write FOLDER [--checkout PATH]   run the steps of a checkout (default: this one) and write their tables
    results.py compare OLD NEW                  say which columns and cells differ; exits with 1 where any does

Raster results are written as their cells' digests. Reports are not compared: their numbers come from the tables.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from pathlib import Path

import pandas as pd
from plugin_of import start_qgis

PROVIDER = "carbonzoning"
YEARS = (2000, 2005, 2010, 2015, 2020)


def write(folder: Path, checkout: Path) -> None:
    """Run the steps of ``checkout`` on its sample region; one CSV an output in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    run = _start(checkout, folder)
    sample = checkout / "resources" / "sample"
    units, statistics = str(sample / "units.gpkg"), str(sample / "statistics.csv")
    rasters = [str(sample / f"landcover_{year}.tif") for year in YEARS]
    named = {"UNITS": units, "UNITS_NAME_FIELD": "name"}

    areas = run("landuseareas", "areas", UNITS=units, LAND_COVER=rasters)["OUTPUT"]
    run("landuseareas", "areas_planar", UNITS=units, LAND_COVER=rasters[:2], AREA_METHOD=1)
    intensity = run("landuseintensity", "intensity", INPUT=areas)["OUTPUT"]
    accounts = {}
    for number, profile in enumerate(("qinba", "revised", "landcoef")):
        given = {"STATISTICS": statistics, "AREAS": intensity, "PROFILE": number, "FOOTPRINT_FACTOR": 1, **named}
        given.update({"CROP_SINK": False} if profile == "landcoef" else {})
        accounts[profile] = run("carbonaccounting", f"accounts_{profile}", **given)["OUTPUT"]
        run("exportcoefficients", f"coefficients_{profile}", PROFILE=number)
    run("carbonaccounting", "accounts_zero", STATISTICS=statistics, MISSING=1, BOUNDARY=1, RENORMALISE=False)
    panel = accounts["qinba"]
    study = {"METHOD": 0, "FILLED": 1}  # the plain test, of filled values too
    trends = run("trendtest", "trends", INPUT=panel, FDR=True, **study, **named)["OUTPUT"]
    run("trendtest", "trends_recommended", INPUT=panel, FDR=True)
    run("trendtest", "trends_hamed_rao", INPUT=panel, METHOD=1, FILLED=1, FIELDS=["ce", "nce"])
    fits = {}
    for number, pooling in enumerate(("region", "pooled", "fixed_effects")):
        fits[pooling] = run("stirpatfit", f"fit_{pooling}", INPUT=panel, POOLING=number)["COEFFICIENTS"]
    without_intensity = run("stirpatfit", "fit_without_cei", INPUT=panel, POOLING=2, VARIABLES=[0, 1, 2, 3, 4])
    potential = None
    for name, given in {
        "scenarios": {"COEFFICIENTS": fits["region"], "WINSORISE": 5},
        "scenarios_fixed": {"COEFFICIENTS": without_intensity["COEFFICIENTS"], "SINK": 1, "ENFORCE_ORDER": True},
    }.items():
        done = run("stirpatscenario", name, INPUT=panel, DRAWS=200, **given, **named)
        potential = potential or done["POTENTIAL"]
    run("exportscenarios", "scenario_table")
    for name, breaks in (("zones", 0), ("zones_equal", 1), ("zones_quantile", 2)):
        tables = {"TRENDS": trends, "POTENTIAL": potential, "INTENSITY": panel}
        run("zoningoverlay", name, BREAKS=breaks, **tables, **named)
    run("exportzoningrules", "rules")
    run("naturalbreaks", "breaks", INPUT=potential, FIELD="peak_year_low", CLASSES=4)
    run("rastertrendtest", "cells", LAYERS=rasters, THRESHOLD=1.66)


def compare(old: Path, new: Path) -> int:
    """Print what differs between two folders that ``write`` has made; the number of differing tables."""
    different = 0
    for name in sorted({path.name for folder in (old, new) for path in folder.glob("*.csv")}):
        if not (old / name).exists() or not (new / name).exists():
            print(f"{name}: only in {old if (old / name).exists() else new}")
            different += 1
            continue
        first, second = (pd.read_csv(folder / name, dtype=str, keep_default_na=False) for folder in (old, new))
        told = _differences(first, second)
        different += bool(told)
        print("\n".join(f"{name}: {text}" for text in told) or f"{name}: the same ({first.size:,} cells)")
    return different


def _differences(first: pd.DataFrame, second: pd.DataFrame) -> list[str]:
    told = []
    for names, verb in (
        (first.columns.difference(second.columns), "gone"),
        (second.columns.difference(first.columns), "new"),
    ):
        if len(names):
            told.append(f"columns {verb}: {', '.join(names)}")
    if len(first) != len(second):
        return [*told, f"{len(first)} rows became {len(second)}"]
    for name in first.columns.intersection(second.columns, sort=False):
        apart = (first[name] != second[name]).to_numpy()
        if apart.any():
            row = int(apart.argmax())
            change = f"{first[name][row]} became {second[name][row]}"
            told.append(f"{name}: {apart.sum()} cells, the first in row {row + 1}: {change}")
    return told


def _start(checkout: Path, folder: Path):
    """QGIS with the plugin of ``checkout``; a function that runs a step and writes its tables."""
    kept = start_qgis(checkout)
    import processing
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    files = folder / "files"
    files.mkdir(exist_ok=True)

    def run(name: str, label: str, **parameters) -> dict:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{name}")
        for output in algorithm.destinationParameterDefinitions():
            kind = {"sink": "gpkg", "rasterDestination": "tif"}.get(output.type())
            if kind:
                parameters.setdefault(output.name(), str(files / f"{label}_{output.name().lower()}.{kind}"))
        results = processing.run(
            f"{PROVIDER}:{name}", parameters, feedback=QgsProcessingFeedback(False), context=context
        )
        for output, value in results.items():
            _keep(folder / f"{label}_{output.lower()}.csv", value)
        kept.append(context)
        return results

    return run


def _keep(path: Path, value: object) -> None:
    from osgeo import gdal
    from qgis.core import NULL, QgsVectorLayer

    if isinstance(value, str) and value.endswith(".gpkg"):
        layer = QgsVectorLayer(value, "table", "ogr")
        columns = [field.name() for field in layer.fields()]
        rows = [
            ["" if cell == NULL else _text(cell) for cell in feature.attributes()] for feature in layer.getFeatures()
        ]
        pd.DataFrame(rows, columns=columns).drop(columns="fid", errors="ignore").to_csv(path, index=False)
    elif isinstance(value, str) and value.endswith(".tif"):
        dataset = gdal.Open(value)
        digest = hashlib.sha256(dataset.ReadAsArray().tobytes()).hexdigest()
        pd.DataFrame({"cells": [digest]}).to_csv(path, index=False)
    elif not isinstance(value, str) or not value.endswith(".html"):
        pd.DataFrame({"value": [_text(value)]}).to_csv(path, index=False)


def _text(cell: object) -> str:
    return (
        repr(cell)
        if isinstance(cell, float)
        else str(cell.toString("yyyy-MM-dd") if hasattr(cell, "toString") else cell)
    )


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--checkout", type=Path, default=Path(__file__).resolve().parents[1])
    comparing = commands.add_parser("compare")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    given = parser.parse_args()
    if given.command == "compare":
        return 1 if compare(given.old, given.new) else 0
    write(given.folder.resolve(), given.checkout.resolve())
    return 0


if __name__ == "__main__":
    sys.stdout.flush()
    code = main()
    sys.stdout.flush()
    os._exit(code)  # QGIS's own end may crash; what was asked for is done
