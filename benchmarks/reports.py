"""Reports of thousands of units: this checkout beside another one, whole processes in turns, processor seconds.

    .venv/bin/python benchmarks/reports.py [UNITS] [--against CHECKOUT] [--rounds 1]

Makes a region (3,025 units, 21 years) and its tables by the steps of this checkout, then measures `zoningreport` from
all of them and `trendtest` with and without its report; the report's share of the latter is the difference. Goal: three
times faster than commit 1fb143e, no page of 4 MB.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_chain_data import YEARS, make_region

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
from plugin_of import start_qgis  # noqa: E402

PROVIDER = "carbonzoning"
JOBS = ("zoningreport", "trendtest", "trendtest without report")
GOAL, GOAL_MB = 3.0, 4.0


def main() -> None:
    """Make the tables, measure, print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=int, nargs="?", default=3025)
    parser.add_argument("--against", type=Path, help="another checkout of this repository")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--one", nargs=3, metavar=("CHECKOUT", "JOB", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        checkout, job, folder = given.one
        carry_out(Path(checkout), job, Path(folder))
        sys.stdout.flush()
        os._exit(0)  # QGIS may crash while Python takes it down, with all files written
    checkouts = {"this checkout": ROOT, **({"the other": given.against.resolve()} if given.against else {})}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_region(folder, given.units)
        measured(ROOT, "tables", folder)
        found: dict[tuple[str, str], list[tuple[float, float]]] = {}
        pages: dict[tuple[str, str], float] = {}
        for _ in range(given.rounds):
            for who, checkout in checkouts.items():
                for job in JOBS:
                    found.setdefault((who, job), []).append(measured(checkout, job, folder))
                    page = folder / f"{job}.html"
                    pages[who, job] = page.stat().st_size / 1e6 if page.exists() else float("nan")
                    page.unlink(missing_ok=True)
    print(f"{given.units} units, {given.rounds} rounds, medians of whole processes; goal: pages under {GOAL_MB:.0f} MB")
    print(f"  {'':44}{'processor, s':>14}{'peak, MiB':>11}{'page, MB':>10}")
    seconds = {}
    for (who, job), runs in found.items():
        seconds[who, job], peak = (statistics.median(values) for values in zip(*runs))
        print(f"  {f'{job}, {who}':44}{seconds[who, job]:>14.1f}{peak:>11.0f}{pages[who, job]:>10.2f}")
    shares = {who: (seconds[who, JOBS[0]], seconds[who, JOBS[1]] - seconds[who, JOBS[2]]) for who in checkouts}
    if given.against:
        for job, ours, theirs in zip(("zoningreport", "report of trendtest"), *shares.values()):
            print(f"  {job}: {theirs / ours:.1f} times faster than the other; goal: {GOAL:.0f}")


def measured(checkout: Path, job: str, folder: Path) -> tuple[float, float]:
    """Seconds of the processor and peak memory in MiB of one process."""
    with tempfile.TemporaryDirectory() as profile, tempfile.TemporaryFile("w+") as printed:
        environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": profile, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, str(Path(__file__).resolve()), "--one", str(checkout), job, str(folder)]
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        if process.returncode:
            sys.exit(printed.read())
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def carry_out(checkout: Path, job: str, folder: Path) -> None:
    """One job by the steps of ``checkout``."""
    kept = start_qgis(checkout)
    import processing

    def run(step: str, **given) -> None:
        processing.run(f"{PROVIDER}:{step}", given)

    def at(table: str) -> str:
        return str(folder / f"{table}.gpkg")

    units = {"UNITS": at("units"), "UNITS_NAME_FIELD": "name"}
    if job == "tables":
        make_tables(run, at, units, folder)
    elif job == "zoningreport":
        tables = {name.upper(): at(name) for name in ("accounts", "trends", "projection", "potential", "fit", "trace")}
        run("zoningreport", ZONES=at("zones"), **tables, REPORT=str(folder / "zoningreport.html"))
    else:
        report = {} if "without" in job else {"REPORT": str(folder / "trendtest.html"), **units}
        run("trendtest", INPUT=at("accounts"), OUTPUT=str(folder / "again.gpkg"), **report)
    del kept


def make_tables(run, at, units: dict[str, str], folder: Path) -> None:
    """What the reports are made of."""
    rasters = [str(folder / f"lc_{year}.tif") for year in YEARS]
    run("landuseareas", UNITS=units["UNITS"], LAND_COVER=rasters, OUTPUT=at("areas"))
    run("landuseintensity", INPUT=at("areas"), OUTPUT=at("intensity"))
    run("carbonaccounting", STATISTICS=str(folder / "statistics.csv"), AREAS=at("intensity"), OUTPUT=at("accounts"))
    run("trendtest", INPUT=at("accounts"), OUTPUT=at("trends"))
    run("stirpatfit", INPUT=at("accounts"), COEFFICIENTS=at("fit"), TRACE=at("trace"))
    run("stirpatscenario", INPUT=at("accounts"), COEFFICIENTS=at("fit"), PROJECTION=at("projection"),
        POTENTIAL=at("potential"))  # fmt: skip
    given = {"TRENDS": at("trends"), "POTENTIAL": at("potential"), "INTENSITY": at("accounts")}
    run("zoningoverlay", **units, **given, OUTPUT=at("zones"))


if __name__ == "__main__":
    main()
