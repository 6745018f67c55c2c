"""The words of the guide in both languages: docs/guide/words.csv, and the chapters in their order."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "docs" / "guide"
LANGUAGES = {"en": "English", "zh": "中文"}
CHAPTERS = (  # in the order of reading; `steps`, `columns` and `coefficients` are made of the plugin's own tables
    "index",
    "sample",
    "own-data",
    "land-change",
    "steps",
    "columns",
    "methods",
    "coefficients",
    "models",
    "command-line",
    "python",
    "cluster",
    "limits",
    "glossary",
)


@lru_cache(maxsize=2)
def words(language: str) -> dict[str, str]:
    """The words of one language by key."""
    with (SOURCE / "words.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row[language] for row in csv.DictReader(file)}
