"""Mato Grosso do Sul by hand and by this plugin, its reports off: whole processes in turns, processor seconds.

    .venv/bin/python benchmarks/by_hand.py [ROUNDS] [--data FOLDER]

The hand is `by_hand_script.py`: QGIS's zonal histogram, pandas, pymannkendall, scikit-learn, QGIS's natural breaks. Its
areas are cells times one size, so that both get the 17 rasters and 78 outlines moved to an equal-area grid beforehand,
which is not measured. Class areas must be the same to the cell, and slopes to nine digits. Goal: no slower than by
hand. FOLDER holds brazil_ms of the shared data; skipped where it is absent.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()
HERE = Path(__file__).resolve().parent
EQUAL_AREA = "+proj=laea +lat_0=-20.5 +lon_0=-54.8 +datum=WGS84 +units=m +no_defs"
CELL = 5000.0  # metres
CELL_HA = CELL**2 / 1e4
PARTS = {"by hand": "by_hand_script.py", "this plugin, reports off": "by_hand_plugin.py"}
GOAL = 1.0
DATA = Path(os.environ.get("CARBON_ZONING_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


def main() -> None:
    """Measure both in turns, compare their numbers, print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", type=int, nargs="?", default=5)
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args()
    source = given.data / "brazil_ms"
    if not source.is_dir():
        print(f"SKIPPED: {source} is not there; --data tells where the shared data are")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(source, folder)
        for part in PARTS.values():
            measured(part, folder)  # a warm-up
        found: dict[str, list[tuple[float, float]]] = {part: [] for part in PARTS}
        for _ in range(given.rounds):
            for part, script in PARTS.items():
                found[part].append(measured(script, folder))
        compare(folder)
    print(f"{given.rounds} rounds, whole processes in turns, medians")
    print(f"  {'':28}{'processor, s':>14}{'peak, MiB':>11}")
    for part, runs in found.items():
        seconds, peak = (statistics.median(values) for values in zip(*runs))
        print(f"  {part:28}{seconds:>14.2f}{peak:>11.0f}")
    hand, ours = ([seconds for seconds, _ in runs] for runs in found.values())
    ratios = [one / other for one, other in zip(ours, hand)]
    print(
        f"  this plugin takes {statistics.median(ratios):.2f} times what it takes by hand "
        f"({min(ratios):.2f} to {max(ratios):.2f}); goal: {GOAL:.0f}"
    )


def prepare(source: Path, folder: Path) -> None:
    """Outlines and rasters on one equal-area grid, and the statistics of years with all columns."""
    options = gdal.VectorTranslateOptions(dstSRS=EQUAL_AREA, reproject=True, layerName="units")
    gdal.VectorTranslate(str(folder / "units.gpkg"), str(source / "municipios_ms.gpkg"), options=options)
    for path in sorted((source / "landcover").glob("mapbiomas23_*_5km.tif")):
        target = folder / f"cover_{path.stem.split('_')[1]}.tif"
        grid = {"dstSRS": EQUAL_AREA, "xRes": CELL, "yRes": CELL, "targetAlignedPixels": True}
        gdal.Warp(str(target), str(path), dstNodata=0, resampleAlg="near", **grid)
    (folder / "cell_ha.txt").write_text(str(CELL_HA))
    table = pd.read_csv(source / "panel_2000_2023.csv", dtype={"code": str})
    table["gdp"] = table["gdp_kBRL"] / 10
    table = table.rename(
        columns={
            "code": "unit",
            "heads_cattle": "cattle_head",
            "heads_pigs_total": "pigs_head",
            "heads_hens": "poultry_head",
        }
    )
    table = table[["unit", "year", "population", "gdp", "cattle_head", "pigs_head", "poultry_head"]]
    table[table["year"].between(2000, 2016)].dropna().to_csv(folder / "statistics.csv", index=False)


def measured(script: str, folder: Path) -> tuple[float, float]:
    """Seconds of the processor and peak memory in MiB of one process."""
    with tempfile.TemporaryDirectory() as profile, tempfile.TemporaryFile("w+") as printed:
        environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": profile}
        compiled = str(folder / "compiled")  # as after a first run
        environment.update(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=compiled)
        command = [sys.executable, str(HERE / script), str(folder)]
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        if process.returncode:
            sys.exit(printed.read())
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def compare(folder: Path) -> None:
    """Say whether class areas are the same to the cell and slopes to nine digits; ends the run where not."""
    keys = ["unit", "year"]
    hand = pd.read_csv(folder / "areas.csv", dtype={"unit": str}).set_index(keys).sort_index()
    ours = read(folder / "landuseareas.gpkg").astype({"year": int}).set_index(keys).reindex(hand.index)
    cells = {name: (hand[name] / CELL_HA, ours[f"{name}_ha"].astype(float) / CELL_HA) for name in hand}
    apart = {name: float(np.abs(one - other).max()) for name, (one, other) in cells.items()}
    counted = sum(one.sum() for one, _ in cells.values())
    slopes = pd.read_csv(folder / "trends.csv", dtype={"unit": str}).set_index("unit")
    tested = read(folder / "trendtest.gpkg").set_index("unit").reindex(slopes.index)
    both = [(slopes[name], tested[name].astype(float)) for name in slopes if name.endswith("_sen")]
    same = all(np.allclose(one, other, rtol=1e-9, atol=1e-9, equal_nan=True) for one, other in both)
    series = sum(int(one.notna().sum()) for one, _ in both)
    if max(apart.values()) > 1e-6 or not same:
        sys.exit(f"The two do not agree: cells apart {apart}, slopes {'the same' if same else 'differ'}")
    print(f"the same: {counted:,.0f} cells by unit, year and class; {series} slopes")


def read(path: Path) -> pd.DataFrame:
    """The table of a GeoPackage with one table."""
    source = ogr.Open(str(path))
    layer = next(
        layer for layer in map(source.GetLayer, range(source.GetLayerCount())) if layer.GetName() != "layer_styles"
    )
    return pd.DataFrame([feature.items() for feature in layer])


if __name__ == "__main__":
    main()
