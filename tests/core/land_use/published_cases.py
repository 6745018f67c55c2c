"""Reading the published tables of land change: matrices of areas, and the numbers printed beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd


def read_matrix(path: Path) -> pd.DataFrame:
    """Classes at one date by classes at the other, as printed."""
    return pd.read_csv(path, index_col=0)


def answers(folder: Path, quantity: str) -> list[dict]:
    """The printed numbers of one quantity, each with its keys and its tolerance."""
    found = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    chosen = [answer for answer in found if answer["quantity"] == quantity]
    assert chosen, quantity
    return chosen


def assert_printed(value: float, answer: dict) -> None:
    """The value is the printed one, within what the rounding of inputs and print allows."""
    assert abs(value - answer["printed"]) <= answer["tolerance"] * (1 + 1e-9), (value, answer)
