"""How numbers are written for a reader."""

from __future__ import annotations

import math
import numbers
import unicodedata

MISSING = "–"
MINUS = "−"


def shown(value: object) -> str:
    """A cell of a table: thousands separated, four significant digits below a hundred, a dash where missing."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return MISSING
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return str(value)
    if isinstance(value, numbers.Integral):
        return f"{int(value):,}".replace("-", MINUS)
    size = abs(float(value))
    text = f"{value:,.0f}" if size >= 1000 else f"{value:,.1f}" if size >= 100 else f"{value:.4g}"
    return text.replace("-", MINUS)


def shortened(name: object, width: int = 44) -> str:
    """A name for an axis: cut after ``width`` letters of the Latin alphabet, each Chinese character as wide as two."""
    text, used = str(name), 0
    for place, letter in enumerate(text):
        used += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if used > width:
            return f"{text[:place].rstrip()}…"
    return text


def p_value(value: float) -> str:
    """A p-value as papers print it."""
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"
