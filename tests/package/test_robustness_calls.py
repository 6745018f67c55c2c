"""Every step and shipped model is attacked by ``make robust``: it has a line in tests/robustness/calls.csv."""

from __future__ import annotations

import ast
import csv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {"units.gpkg", "statistics.csv", "totals.csv", "landcover_*.tif", "landuse_2020.gpkg"}  # by world.make_world


def read_calls() -> list[dict[str, str]]:
    with open(ROOT / "tests" / "robustness" / "calls.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files_of(cell: str) -> list[str]:
    return [pair.split("=", 1)[1] for pair in cell.split()]


def steps_of_toolbox() -> set[str]:
    """``STEPS`` of the toolbox, read without QGIS."""
    tree = ast.parse((ROOT / "processing_provider" / "toolbox.py").read_text(encoding="utf-8"))
    (steps,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and [target.id for target in node.targets] == ["STEPS"]
    )
    return {step for group in steps.values() for step in group}


def test_every_step_and_model_is_attacked():
    models = {path.stem for path in (ROOT / "resources" / "models").glob("*.model3")}
    assert {row["step"] for row in read_calls()} == steps_of_toolbox() | models


def test_each_reads_what_is_there_and_writes_files_of_its_own():
    there = set(MADE)
    for row in read_calls():
        written = files_of(row["outputs"])
        assert set(files_of(row["inputs"])) <= there, row["step"]
        assert written and len(set(written)) == len(written) and not there & set(written), row["step"]
        there |= set(written)
