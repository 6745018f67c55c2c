"""An accounts panel as it is read and written: by this code, by another checkout, and by OGR's Arrow stream alone.

    .venv/bin/python benchmarks/tables.py [--units 3025] [--years 21] [--columns 65] [--rounds 3] [--base FOLDER]

A GeoPackage of so many units x years x columns is read whole, read as far as `stirpatfit` needs it, and written.
Prints medians of seconds of the processor over processes that take turns, QGIS's own start left out, microseconds a
row, the peak of memory, and how many times as long ``--base`` takes in the same round.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
from plugin_of import PLUGIN, package_of  # noqa: E402

NEEDED = ("unit", "year", "ce", "population", "gdp", "filled")
TASKS = ("read", "read needed columns", "Arrow stream alone", "write")


def main() -> None:
    """Write the panel, let processes take turns, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=3_025)
    parser.add_argument("--years", type=int, default=21)
    parser.add_argument("--columns", type=int, default=65)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--base", type=Path, help="another checkout, which runs in turns with this one")
    parser.add_argument("--tasks", nargs="+", choices=TASKS, default=TASKS)
    parser.add_argument("--task", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        print(json.dumps(_measured(given)))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "accounts.gpkg"
        runs = [(task, None) for task in given.tasks]
        if given.base:
            runs += [(task, given.base) for task in ("read", "write") if task in given.tasks]
        shape = [f"--units={given.units}", f"--years={given.years}", f"--columns={given.columns}"]
        _process(["--task=write", f"--file={file}", *shape])
        found: dict[tuple, list[dict]] = {run: [] for run in runs}
        for number in range(given.rounds):
            for task, base in runs:
                written = Path(folder) / f"{number}.gpkg"
                options = [f"--task={task}", f"--file={written if task == 'write' else file}", *shape]
                found[task, base].append(_process([*options, *([f"--base={base}"] if base else [])]))
                written.unlink(missing_ok=True)
    rows = given.units * given.years
    print(f"{rows:,} rows x {given.columns} columns, {given.rounds} rounds, medians")
    print(f"  {'':28}{'processor, s':>14}{'us a row':>10}{'peak, MiB':>11}{'base takes':>12}{'over Arrow':>13}")
    for task in given.tasks:
        seconds = [one["processor"] for one in found[task, None]]
        middle, peak = statistics.median(seconds), statistics.median(one["peak"] for one in found[task, None])
        stream = [one["processor"] for one in found.get(("Arrow stream alone", None), [])]
        base = [one["processor"] for one in found.get(("read" if task.startswith("read") else task, given.base), [])]
        beside = [_ratio(base if given.base else [], seconds), _ratio(seconds if task != "write" else [], stream)]
        print(f"  {task:28}{middle:>14.3f}{1e6 * middle / rows:>10.1f}{peak:>11,.0f}{beside[0]:>12}{beside[1]:>13}")


def _ratio(longer: list[float], shorter: list[float]) -> str:
    """The median of the rounds' ratios."""
    ratios = [one / other for one, other in zip(longer, shorter)]
    return f"{statistics.median(ratios):.2f} x" if ratios else ""


def _process(options: list[str]) -> dict:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, *options]
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def _measured(given: argparse.Namespace) -> dict:
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    checkout = given.base or ROOT
    package_of(checkout)
    work = {"read": _read, "read needed columns": _read_needed, "Arrow stream alone": _stream, "write": _write}
    begun, seconds = work[given.task](given), None
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    del application
    return {"processor": seconds, "peak": peak}


def _room(name: str):
    return importlib.import_module(f"{PLUGIN}.carbon_plugin.bridge.{name}")


def _read(given: argparse.Namespace, **options) -> float:
    from qgis.core import QgsVectorLayer

    tables, layer = _room("tables"), QgsVectorLayer(str(given.file), "accounts", "ogr")
    begun = time.process_time()
    table = tables.read_table(layer, layer, **options)
    assert len(table.frame) == given.units * given.years
    return begun


def _read_needed(given: argparse.Namespace) -> float:
    return _read(given, wanted=lambda names: [name for name in names if name in NEEDED])


def _stream(given: argparse.Namespace) -> float:
    from osgeo import gdal

    dataset = gdal.OpenEx(str(given.file), gdal.OF_VECTOR)
    begun, rows = time.process_time(), 0
    for batch in dataset.GetLayer(0).GetArrowStreamAsNumPy(options=["USE_MASKED_ARRAYS=NO"]):
        rows += len(batch["year"])
    assert rows == given.units * given.years
    return begun


def _write(given: argparse.Namespace) -> float:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingUtils, QgsWkbTypes

    output, frame, context = _room("output"), _panel(given), QgsProcessingContext()
    begun = time.process_time()
    fields = output.fields_of(frame)
    sink, destination = QgsProcessingUtils.createFeatureSink(
        str(given.file), context, fields, QgsWkbTypes.NoGeometry, QgsCoordinateReferenceSystem()
    )
    assert output.write_rows(sink, frame, fields)
    del sink
    assert output.arrived(destination, len(frame))
    return begun


def _panel(given: argparse.Namespace) -> pd.DataFrame:
    chance, rows = np.random.default_rng(1), given.units * given.years
    names = ["ce", "population", "gdp", *(f"column_{number}" for number in range(given.columns - 7))]
    amounts = {name: np.round(chance.lognormal(10, 1, rows), 3) for name in names}
    keys = np.repeat([f"{number:05}" for number in range(given.units)], given.years)
    years = np.tile(np.arange(2000, 2000 + given.years), given.units)
    filled = np.where(years % 5, "cropland_ha;forest_ha;grassland_ha;water_ha", "")
    head = {"unit": keys.astype(object), "year": years, "province": np.where(years > 0, "Sichuan", "").astype(object)}
    return pd.DataFrame({**head, **amounts, "filled": filled.astype(object)})


if __name__ == "__main__":
    main()
