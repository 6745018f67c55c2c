"""Each step whole on a region of many units and 21 years: seconds of the processor, peak memory, how both grow.

    .venv/bin/python benchmarks/many_units.py [--units 12544 50176] [--years 21] [--steps accounts trends ...]
                                              [--base FOLDER [--base-units 12544]] [--folder FOLDER] [--corners 25]
                                              [--rounds 1]

Every step runs by `qgis_process` in a process of its own, on tables that the step before it wrote: areas are
`landuseareas`, intensity `landuseintensity`, accounts `carbonaccounting` (tables, map and report), trends `trendtest`,
fit `stirpatfit`, scenario `stirpatscenario` (tables and report to 2060, without a map), zones `zoningoverlay`, report
`zoningreport`; csv and xlsx are the accounts alone, written to such a file. The power is that of the number of units
with which the seconds grow between two sizes, the start of QGIS taken off: 1 is in proportion, n log n about 1.1.
``--base`` runs another checkout on the same files in turns, and prints how
many times as long it takes: whole processes, and with the start of QGIS taken off both; medians of ``--rounds``.
``--folder`` keeps the files, so that a later run need not make them.
"""

from __future__ import annotations

import argparse
import math
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path

from whole_chain_data import make_region, make_statistics

ROOT = Path(__file__).resolve().parents[1]
STEPS = ("areas", "intensity", "accounts", "trends", "fit", "scenario", "zones", "report")
OTHERS = ("csv", "xlsx")
NEEDS = {
    "areas": (),
    "intensity": ("areas",),
    "accounts": ("intensity",),
    "csv": ("intensity",),
    "xlsx": ("intensity",),
    "trends": ("accounts",),
    "fit": ("accounts",),
    "scenario": ("accounts", "fit"),
    "zones": ("accounts", "trends"),
    "report": ("accounts", "trends", "fit", "zones"),
}
GOAL_MEBIBYTES = 2048


@dataclass(frozen=True)
class Measured:
    """One process: seconds of the processor and of the clock, peak memory in MiB."""

    processor: float
    wall: float
    peak: float


def main() -> None:
    """Run the steps at every size and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, nargs="+", default=[12_544, 50_176])
    parser.add_argument("--years", type=int, default=21)
    parser.add_argument("--steps", nargs="+", choices=(*STEPS, *OTHERS), default=STEPS)
    parser.add_argument("--corners", type=int, default=25, help="of an outline along a side")
    parser.add_argument("--base", type=Path, help="another checkout, which runs in turns with this one")
    parser.add_argument("--base-units", type=int, nargs="+", help="sizes at which it does; all where not given")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where files are kept from one run to the next")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        start = _median([_run(ROOT, ["list"], folder) for _ in range(given.rounds + 1)][1:])
        print(f"{given.years} years; the start of QGIS takes {start.processor:.1f} s of the processor")
        print(f"  {'step':10}{'units':>8}{'rows':>11}{'processor, s':>14}{'peak, MiB':>11}{'power':>7}{'base':>36}")
        before: dict[str, tuple[int, float]] = {}
        for units in given.units:
            files = _files(folder, units, given.years, given.corners)
            for step in _in_order(given.steps, files):
                base = given.base if units in (given.base_units or given.units) else None
                turns = [_turns(step, files, base) for _ in range(given.rounds if step in given.steps else 1)]
                if step not in given.steps:
                    continue
                found, other = (_median([turn[who] for turn in turns if turn[who]]) for who in (0, 1))
                spent = max(found.processor - start.processor, 1e-3)
                power = ""
                if step in before:
                    last, less = before[step]
                    power = f"{math.log(spent / less) / math.log(units / last):.2f}"
                before[step] = units, spent
                beside = _beside(turns, other, start.processor) if other else ""
                begin = f"  {step:10}{units:>8,}{_rows(step, files):>11,}"
                print(f"{begin}{found.processor:>14.1f}{found.peak:>11,.0f}{power:>7}{beside:>36}", flush=True)
        print(f"goals: {GOAL_MEBIBYTES:,} MiB, n log n (a power up to 1.1); base: how many times as long, its peak")


def _median(runs: list[Measured]) -> Measured | None:
    """The medians of runs; None of none."""
    return Measured(*(statistics.median(values) for values in zip(*map(astuple, runs)))) if runs else None


def _beside(turns: list[tuple[Measured, Measured]], other: Measured, start: float) -> str:
    """How many times as long the other checkout takes, and its memory."""
    whole, rest = (
        statistics.median((other.processor - less) / (own.processor - less) for own, other in turns)
        for less in (0.0, start)
    )
    return f"{whole:.1f} x, without start {rest:.1f} x, {other.peak:,.0f} MiB"


def _files(folder: Path, units: int, years: int, corners: int) -> Path:
    """The folder of a region of so many units, made where it is not there yet."""
    files = folder / f"{units}_units_{years}_years_{corners}_corners"
    done = files / "made"
    if not done.exists():
        files.mkdir(parents=True, exist_ok=True)
        region = make_region(files, units, corners=corners, with_statistics=False)
        make_statistics(region.statistics, units, years)
        done.touch()
    return files


def _in_order(steps: list[str], files: Path) -> list[str]:
    """The steps, each after those whose files it needs and that are not there yet."""
    ordered: dict[str, None] = {}

    def add(step: str, is_asked: bool) -> None:
        for other in NEEDS[step]:
            add(other, other in steps)
        if is_asked or not (files / f"{step}.gpkg").exists():
            ordered[step] = None

    for step in sorted(steps, key=[*STEPS, *OTHERS].index):
        add(step, True)
    return list(ordered)


def _turns(step: str, files: Path, base: Path | None) -> tuple[Measured, Measured | None]:
    """The step in this checkout, and in another; the tables of this one stay."""
    other = None
    if base:
        with tempfile.TemporaryDirectory(dir=files) as thrown:
            other = _run(base, _arguments(step, files, Path(thrown)), files)
    return _run(ROOT, _arguments(step, files, files), files), other


def _arguments(step: str, files: Path, into: Path) -> list[str]:
    """What `qgis_process` is told."""
    units = [f"UNITS={files / 'units.gpkg'}", "UNITS_NAME_FIELD=name"]
    accounts = [
        "run", "carbonzoning:carbonaccounting", "--", f"STATISTICS={files / 'statistics.csv'}",
        f"AREAS={files / 'intensity.gpkg'}",
    ]  # fmt: skip
    told = {
        "areas": [
            "run", "carbonzoning:landuseareas", "--", units[0],
            *(f"LAND_COVER={path}" for path in sorted(files.glob("lc_*.tif"))), f"OUTPUT={into / 'areas.gpkg'}",
        ],
        "intensity": [
            "run", "carbonzoning:landuseintensity", "--", f"INPUT={files / 'areas.gpkg'}",
            f"OUTPUT={into / 'intensity.gpkg'}",
        ],
        "accounts": [
            *accounts, *units, f"OUTPUT={into / 'accounts.gpkg'}", f"REGION={into / 'region.csv'}",
            f"USED={into / 'used.csv'}", f"MAP={into / 'map.gpkg'}", f"REPORT={into / 'accounts.html'}",
        ],
        "csv": [*accounts, f"OUTPUT={into / 'csv.csv'}"],
        "xlsx": [*accounts, f"OUTPUT={into / 'xlsx.xlsx'}"],
        "trends": [
            "run", "carbonzoning:trendtest", "--", f"INPUT={files / 'accounts.gpkg'}", *units,
            f"OUTPUT={into / 'trends.gpkg'}", f"REPORT={into / 'trends.html'}",
        ],
        "fit": [
            "run", "carbonzoning:stirpatfit", "--", f"INPUT={files / 'accounts.gpkg'}",
            f"COEFFICIENTS={into / 'fit.gpkg'}", f"FITTED={into / 'fitted.csv'}", f"REPORT={into / 'fit.html'}",
        ],
        "scenario": [
            "run", "carbonzoning:stirpatscenario", "--", f"INPUT={files / 'accounts.gpkg'}",
            f"COEFFICIENTS={files / 'fit.gpkg'}", f"PROJECTION={into / 'scenario.gpkg'}",
            f"POTENTIAL={into / 'potential.gpkg'}", f"REGION={into / 'scenario_region.csv'}",
            f"REPORT={into / 'scenario.html'}",
        ],
        "zones": [
            "run", "carbonzoning:zoningoverlay", "--", *units, f"TRENDS={files / 'trends.gpkg'}",
            f"INTENSITY={files / 'accounts.gpkg'}", f"OUTPUT={into / 'zones.gpkg'}", f"REPORT={into / 'zones.html'}",
        ],
        "report": [
            "run", "carbonzoning:zoningreport", "--", f"ZONES={files / 'zones.gpkg'}",
            f"ACCOUNTS={files / 'accounts.gpkg'}", f"TRENDS={files / 'trends.gpkg'}", f"FIT={files / 'fit.gpkg'}",
            f"REPORT={into / 'report.html'}",
        ],
    }  # fmt: skip
    return told[step]


def _run(checkout: Path, arguments: list[str], folder: Path) -> Measured:
    """`qgis_process` with the plugin of ``checkout``, waited for."""
    cache = {"CARBON_ZONING_CACHE": str(folder / f"cache_{abs(hash(checkout))}")} if checkout != ROOT else {}
    command = [str(checkout / "scripts" / "qgis-process"), *arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        begun = time.perf_counter()
        process = subprocess.Popen(command, env={**os.environ, **cache}, stdout=printed, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        if process.returncode:
            sys.exit(printed.read())
    return Measured(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _rows(step: str, files: Path) -> int:
    """The rows of the table that the step reads or writes most of."""
    file = files / ("areas.gpkg" if step in ("areas", "intensity") else "accounts.gpkg")
    with closing(sqlite3.connect(file)) as database:
        table = database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        return database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


if __name__ == "__main__":
    main()
