"""What ``make robust`` calls with: parameters that the steps have, and every output that they offer."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

CALLS = Path(__file__).resolve().parents[1] / "robustness" / "calls.csv"
NOT_ASKED = {"NOTES"}  # every step writes its notes alike

with open(CALLS, encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def keys_of(cell: str) -> set[str]:
    return {pair.split("=", 1)[0] for pair in cell.split()}


@pytest.mark.parametrize("row", ROWS, ids=[row["step"] for row in ROWS])
def test_calls_name_what_the_step_has(provider, row):
    algorithm = provider.algorithm(row["step"]).create()
    outputs = {one.name() for one in algorithm.destinationParameterDefinitions()}
    known = {one.name() for one in algorithm.parameterDefinitions()} - outputs
    assert keys_of(row["inputs"]) | keys_of(row["settings"]) <= known
    assert outputs - NOT_ASKED <= keys_of(row["outputs"]) <= outputs
