"""The check of data against one count of areas: the same rasters and units, statistics of 21 years beside them.

    .venv/bin/python benchmarks/check_inputs.py --size 6000 --rounds 3

Goal: without the quick check under 1.3 times one `landuseareas`. Both run in one process and take turns; processor
seconds, medians of the rounds.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np
import pandas as pd
from class_areas_data import UNITS_A_SIDE, YEARS, data, place_of

ROOT = Path(__file__).resolve().parents[1]
GOAL = 1.3
AMOUNTS = {"population": 4e5, "gdp": 9e5, "raw_coal_t": 2e5, "pigs_head": 3e5, "sown_ha": 4e4, "fertilizer_t": 9e3}


def statistics(path: Path) -> str:
    """A table of all units and years, steadily growing."""
    random = np.random.default_rng(1)
    frames = []
    for unit in range(1, UNITS_A_SIDE**2 + 1):
        growth = 1.02 ** np.arange(21) * random.uniform(0.99, 1.01, 21)
        amounts = {name: (level * random.uniform(0.5, 1.5) * growth).round() for name, level in AMOUNTS.items()}
        frames.append(pd.DataFrame({"unit": unit, "year": range(2000, 2021), **amounts}))
    pd.concat(frames).to_csv(path, index=False)
    return str(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=6_000, help="cells a side of each of five rasters")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--grid", default="albers", choices=("albers", "geographic", "gauss_kruger"))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT / "scripts"), "/usr/share/qgis/python/plugins"]
    from make_reference import qgis_application, registered_provider

    application = qgis_application()
    provider = registered_provider()
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    with tempfile.TemporaryDirectory() as folder:
        data(Path(folder), arguments.size)
        place = place_of(Path(folder), arguments.size) / arguments.grid
        given = {
            "UNITS": str(place / "units.gpkg"),
            "UNITS_ID_FIELD": "zone",
            "LAND_COVER": [str(place / f"{year}.tif") for year in YEARS],
        }
        check = {"STATISTICS": statistics(Path(folder) / "statistics.csv"), "REPORT": str(Path(folder) / "check.html")}
        runs = {
            "landuseareas": {**given, "OUTPUT": "memory:"},
            "checkinputs": {**given, **check, "ISSUES": "memory:"},
            "checkinputs, QUICK": {**given, **check, "ISSUES": "memory:", "QUICK": True},
        }
        seconds: dict[str, list[float]] = {name: [] for name in runs}
        for turn in range(arguments.rounds + 1):  # the first fills caches
            for name, parameters in runs.items():
                started = process_time()
                processing.run(f"carbonzoning:{name.split(',')[0]}", parameters)
                if turn:
                    seconds[name].append(process_time() - started)
    areas = seconds["landuseareas"]
    print(f"{arguments.size} x {arguments.size} cells, {len(YEARS)} years, {UNITS_A_SIDE**2} units, {arguments.grid}")
    for name, found in seconds.items():
        ratio = median(one / other for one, other in zip(found, areas))
        print(f"  {name:20}{median(found):>8.2f} s of the processor, {ratio:.2f} times landuseareas")
    print(f"  goal: checkinputs under {GOAL} times")
    del provider, application


if __name__ == "__main__":
    main()
