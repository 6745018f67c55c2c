"""How numbers are written for a reader."""

from __future__ import annotations

import math
import numbers
import textwrap
import unicodedata

import numpy as np
import pandas as pd

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
        used += letter_width(letter)
        if used > width:
            return f"{text[:place].rstrip()}…"
    return text


def letter_width(letter: str) -> int:
    """2 for a Chinese character, 1 for a letter of the Latin alphabet."""
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, letters: int) -> str:
    """A heading of a narrow column in lines of ``letters``; Chinese has half as many, and may break anywhere."""
    if text.isascii():
        return "\n".join(textwrap.wrap(text, letters))
    lines = -(-2 * len(text) // letters)
    size = max(1, -(-len(text) // lines))
    return "\n".join(text[start : start + size] for start in range(0, len(text), size))


def digits(value: float, count: int = 3) -> str:
    """A number with ``count`` significant digits.

    >>> digits(474.3), digits(0.01234), digits(5.0)
    ('474', '0.0123', '5')
    """
    rounded = float(f"{value:.{count}g}")
    return shown(int(rounded)) if abs(rounded) >= 10 ** (count - 1) and math.isfinite(rounded) else shown(rounded)


def signed(value: float) -> str:
    """A change, its direction always written."""
    return ("+" if value > 0 else "") + digits(value)


def year_or_dash(year: object) -> str:
    """A year, a dash where there is none."""
    return MISSING if pd.isna(year) else str(int(year))


def largest(values: object) -> float:
    """The largest size among ``values``, 0 where none is finite."""
    sizes = np.abs(np.asarray(values, dtype=float))
    return float(np.max(sizes, initial=0.0, where=np.isfinite(sizes)))


def p_value(value: float) -> str:
    """A p-value as papers print it."""
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"
