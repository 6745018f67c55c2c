"""Quantities, units of measure and what numbers are of, in words: the published tables call them by keys."""

from __future__ import annotations

import re

from ...core.resources import read_rows
from ...core.verification.verify import FOLDER

_NUMBERED, _PERIOD = re.compile(r"(.+)_(\d{1,2})"), re.compile(r"(\d{4})[_-](\d{4})")


def quantity_names(language: str) -> dict[str, str]:
    """What the quantities are called in ``language`` ('en' or 'zh')."""
    return _labels("quantities", "quantity", language)


def unit_names(language: str) -> dict[str, str]:
    """How the units of measure are written in ``language`` ('en' or 'zh')."""
    return _labels("units", "unit", language)


def words_of(key: str, language: str) -> list[str]:
    """What a number is of, a word or year each; what has no word stays as it is.

    >>> words_of("grass_high forest 1990_2000", "en"), words_of("natural_3", "en"), words_of("RT", "zh")
    (['grassland, high cover', 'forest', '1990–2000'], ['natural forest 3'], ['RT'])
    """
    labels = _labels("words", "word", language)
    return [_word(part, labels) for part in ([key] if key in labels else key.split())]


def _word(part: str, labels: dict[str, str]) -> str:
    if part in labels:
        return labels[part]
    numbered, period = _NUMBERED.fullmatch(part), _PERIOD.fullmatch(part)
    if numbered and numbered[1] in labels:
        return f"{labels[numbered[1]]} {numbered[2]}"
    return f"{period[1]}–{period[2]}" if period else part


def _labels(table: str, column: str, language: str) -> dict[str, str]:
    return {row[column]: row[f"label_{language}"] for row in read_rows(f"{FOLDER}/{table}.csv")}
