"""Where the shipped tables are, and how the small ones are read."""

from __future__ import annotations

import csv
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def read_rows(relative_path: str) -> list[dict[str, str]]:
    """The rows of a shipped CSV table (UTF-8), every cell as trimmed text.

    Only the standard library: the provider reads tables while QGIS starts.
    """
    with open(RESOURCES / relative_path, encoding="utf-8-sig", newline="") as file:
        return [{name: (cell or "").strip() for name, cell in row.items()} for row in csv.DictReader(file)]
