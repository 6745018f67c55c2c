"""The whole chain through its model against the start of `qgis_process`: time and memory, in turns.

    .venv/bin/python benchmarks/whole_chain.py [ROUNDS] [--units 3025]

Goal: the chain on the sample region in 4.5 times the start-up of `qgis_process`, by processor time. Prints
medians over whole processes, the ratios of the rounds and the peak memory. With `--units`, a made region of so many
units and 21 years; its report is to be under 4 MB.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from whole_chain_data import Region, make_region

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample"
REPORT_GOAL = 4.0  # MB
GOAL = 4.5  # times the start-up, by processor time


@dataclass(frozen=True)
class Measured:
    """One process: wall seconds, seconds of the processor, peak memory in MiB, what it printed."""

    wall: float
    processor: float
    peak: float
    output: str


def main() -> None:
    """Measure the two in turns and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", type=int, nargs="?", help="5; 1 of a made region")
    parser.add_argument("--units", type=int, help="of a made region instead of the sample's")
    given = parser.parse_args()
    rounds = given.rounds or (1 if given.units else 5)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CARBON_ZONING_CACHE": str(Path(folder) / "cache")}
        # Modules compiled once, as on any machine where QGIS has run before.
        environment.update(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(Path(folder) / "compiled"))
        region = make_region(Path(folder), given.units) if given.units else _sample()
        commands = {"start-up (qgis_process list)": ["list"], "the whole chain": _chain(Path(folder), region)}
        for arguments in commands.values() if not given.units else [["list"]]:
            _measured(arguments, environment)  # a warm-up, which also fills caches
        found: dict[str, list[Measured]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, arguments in commands.items():
                found[name].append(_measured(arguments, environment))
        report = (Path(folder) / "report.html").stat().st_size
    start, chain = found.values()
    wall = [one.wall / other.wall for one, other in zip(chain, start)]
    processor = [one.processor / other.processor for one, other in zip(chain, start)]
    print(f"{rounds} rounds, whole processes in turns, medians; {_versions()}")
    print(f"  {'':30}{'wall, s':>10}{'processor, s':>14}{'peak, MiB':>11}")
    for name, runs in found.items():
        numbers = [statistics.median(getattr(run, what) for run in runs) for what in ("wall", "processor", "peak")]
        print(f"  {name:30}{numbers[0]:>10.2f}{numbers[1]:>14.2f}{numbers[2]:>11.0f}")
    print(f"  chain over start-up: {_ratios(wall)} times by the clock, {_ratios(processor)} by the processor")
    if not given.units:
        print(f"  goal: {GOAL} times by the processor")
    else:
        print(f"  goal: a report under {REPORT_GOAL:.0f} MB")
    print(f"  report of {report / 1e6:.1f} MB; {_of_the_chain(chain[-1].output)}")


def _ratios(found: list[float]) -> str:
    return f"{statistics.median(found):.1f} ({min(found):.1f} to {max(found):.1f})"


def _sample() -> Region:
    years = (2000, 2005, 2010, 2015, 2020)
    rasters = tuple(SAMPLE / f"landcover_{year}.tif" for year in years)
    return Region(SAMPLE / "units.gpkg", rasters, SAMPLE / "statistics.csv")


def _chain(folder: Path, region: Region) -> list[str]:
    outputs = {"zones:Zones": "zones.gpkg", "accounts:Accounts": "accounts.gpkg", "report:Report": "report.html"}
    return [
        "run",
        "carbonzoning:carbonneutralzoning",
        "--",
        f"UNITS={region.units}",
        "UNITS_NAME_FIELD=name",
        f"STATISTICS={region.statistics}",
        *(f"LAND_COVER={raster}" for raster in region.rasters),
        *(f"{name}={folder / file}" for name, file in outputs.items()),
    ]


def _measured(arguments: list[str], environment: dict[str, str]) -> Measured:
    """Run `qgis_process` with the plugin and wait for it."""
    command = [str(ROOT / "scripts" / "qgis-process"), *arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        begin = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        output = printed.read()
    if process.returncode:
        sys.exit(output)
    return Measured(wall, used.ru_utime + used.ru_stime, _mebibytes(used), output)


def _mebibytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / 1024


def _of_the_chain(output: str) -> str:
    found = re.search(r"Executed (\d+) algorithms total in ([\d.]+) s", output)
    return f"QGIS itself says: {found[1]} steps in {found[2]} s" if found else ""


def _versions() -> str:
    printed = subprocess.run([str(ROOT / "scripts" / "qgis-process"), "--version"], capture_output=True, text=True)
    found = re.search(r"QGIS [\d.]+", printed.stdout)
    return found[0] if found else "QGIS"


if __name__ == "__main__":
    main()
