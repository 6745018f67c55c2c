"""Cases of ``cancel.py`` on 3,025 units: every step and model of ``tests/robustness/calls.csv`` on a made region."""

from __future__ import annotations

import csv
import sys
from functools import partial
from pathlib import Path

from cancel_case import Case
from whole_chain_data import make_region

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "robustness"))
from engine import Engine
from world import Call, calls

UNITS = 3_025
NOT_HERE = frozenset({"landuseareasfromvector"})  # needs land use as polygons; see vector_areas.py


def table_cases(folder: Path) -> list[Case]:
    """A case a step, named ``units: <step>``; what a step reads is made by the steps before it."""
    world = folder / f"region_{UNITS}"
    return [
        Case(f"units: {call.algorithm}", call.algorithm, partial(_inputs, world, call), dict(call.outputs))
        for call in calls(world)
        if call.algorithm not in NOT_HERE
    ]


def _inputs(world: Path, call: Call) -> dict:
    """The parameters of a call without its outputs, once its inputs are there."""
    _make_region(world)
    for given in call.inputs.values():
        for path in given if isinstance(given, list) else [given]:
            if not path.exists():
                _make(world, path)
    parameters = call.parameters(world)
    return {key: value for key, value in parameters.items() if key not in call.outputs}


def _make(world: Path, path: Path) -> None:
    """Run the step that writes ``path``."""
    maker = next(call for call in calls(world) if path.name in call.outputs.values())
    given, engine = _inputs(world, maker), Engine()
    outputs = {key: str(world / name) for key, name in maker.outputs.items()}
    answer = engine.run(maker.algorithm, {**given, **outputs})
    engine.close()
    if answer["ending"] != "done":
        raise SystemExit(f"{maker.algorithm}: {answer['text']}")


def _make_region(world: Path) -> None:
    if (world / "totals.csv").exists():
        return
    world.mkdir(parents=True, exist_ok=True)
    region = make_region(world, UNITS)
    for raster in region.rasters:
        raster.rename(world / raster.name.replace("lc_", "landcover_"))
    with open(region.statistics, encoding="utf-8", newline="") as file:
        sums: dict[tuple[str, str], float] = {}
        for row in csv.DictReader(file):
            place = row["province"], row["year"]
            sums[place] = sums.get(place, 0.0) + float(row["gdp"])
    with open(world / "totals.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "year", "gdp"])
        writer.writerows([*place, total] for place, total in sums.items())
