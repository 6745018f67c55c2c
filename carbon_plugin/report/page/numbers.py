"""How numbers are written for a reader."""

from __future__ import annotations

import math
import numbers
import textwrap
import unicodedata
from collections.abc import Sequence

import numpy as np
import pandas as pd

MISSING = "–"
MINUS = "−"
LARGEST_DIGITS, SMALL_DIGITS = 4, 2  # of the numbers in one column
DIGITS_OF_BOUNDS, FEW_DECIMALS_FROM = 3, 100.0
SMALL_SHARE, MORE_DECIMALS = 0.1, 2  # the share of a column that may lose digits; decimals it may get beyond


def shown(value: object) -> str:
    """A cell of a table: thousands separated, four significant digits below a hundred, a dash where missing.

    >>> shown(474.25), shown(200.0), shown(12.34567), shown(None)
    ('474.2', '200', '12.35', '–')
    """
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return MISSING
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return str(value)
    size = abs(float(value))
    if isinstance(value, numbers.Integral) or (size >= 100 and float(value).is_integer()):
        return f"{int(value):,}".replace("-", MINUS)
    text = f"{value:,.0f}" if size >= 1000 else f"{value:,.1f}" if size >= 100 else f"{value:.4g}"
    return text.replace("-", MINUS)


def aligned(values: Sequence[float]) -> list[str]:
    """Numbers of one column, all with the same decimals: four digits of the largest, two of nearly all others.

    Zeros that end all of them are left out; what is missing is a dash, and no zero has a minus.

    >>> aligned([1.66, 12.5, 0.25]), aligned([1234.5, float("nan"), -70.0]), aligned([5.0, 2.0])
    (['1.66', '12.50', '0.25'], ['1,234', '–', '−70'], ['5', '2'])
    """
    numbers_of = np.asarray(values, dtype=float)
    decimals = decimals_alike(numbers_of)
    texts = _fixed(numbers_of, decimals)
    while decimals and all(text == MISSING or text.endswith("0") for text in texts):
        decimals -= 1
        texts = [text if text == MISSING else text[: -1 if decimals else -2] for text in texts]
    return texts


def fixed(values: Sequence[float], decimals: int) -> list[str]:
    """Numbers with ``decimals``, whatever their size; a dash where one is missing, a bare 0 where there is nothing.

    >>> fixed([53149.27, 0.04, 0.0, float("nan")], 1)
    ['53,149.3', '0.0', '0', '–']
    """
    numbers_of = np.asarray(values, dtype=float)
    return [text if value else "0" for value, text in zip(numbers_of.tolist(), _fixed(numbers_of, decimals))]


def decimals_alike(values: Sequence[float] | np.ndarray) -> int:
    """Decimals of numbers that stand in several columns, as ``aligned`` gives them to one.

    >>> decimals_alike([54.02, 44.6, 135.93]), decimals_alike([float("nan")])
    (1, 0)
    """
    sizes = np.abs(np.asarray(values, dtype=float))
    return _decimals(sizes[np.isfinite(sizes) & (sizes != 0.0)])


def decimals_of_areas(values: np.ndarray) -> int:
    """Decimals that all areas of one table get: as many as the smallest needs not to be 0, one or two at most.

    >>> decimals_of_areas([53149.27, 0.3, 0.0]), decimals_of_areas([900.0, 0.96]), decimals_of_areas([0.36, 0.03])
    (1, 0, 2)
    """
    sizes = np.abs(np.asarray(values, dtype=float))
    sizes = sizes[np.isfinite(sizes) & (sizes > 0)]
    if not len(sizes):
        return 0
    return int(np.clip(math.ceil(-math.log10(2.0 * sizes.min())), 0, 1 if sizes.max() >= FEW_DECIMALS_FROM else 2))


def bounds(values: Sequence[float]) -> list[str]:
    """Bounds of the classes of a map: all with the same decimals, enough that no two look alike.

    >>> bounds([0.182, 0.976, 1.45, 6.08]), bounds([2.0, 7.96, 36.7]), bounds([200.1, 200.4, 291.0])
    (['0.18', '0.98', '1.45', '6.08'], ['2.0', '8.0', '36.7'], ['200.1', '200.4', '291.0'])
    """
    numbers_of = np.asarray(values, dtype=float)
    size = largest(numbers_of)
    start = max(0, DIGITS_OF_BOUNDS - 1 - math.floor(math.log10(size))) if size else 0
    for decimals in range(start, start + 4):
        texts = _fixed(numbers_of, decimals)
        if len(set(texts)) == len(set(numbers_of)):
            break
    return texts


def _decimals(sizes: np.ndarray) -> int:
    """How many decimals a column of numbers with these ``sizes`` (k,) gets."""
    if not len(sizes):
        return 0
    of_largest = LARGEST_DIGITS - 1 - math.floor(math.log10(sizes.max()))
    of_small = SMALL_DIGITS - 1 - math.floor(math.log10(np.sort(sizes)[int(SMALL_SHARE * len(sizes))]))
    return max(0, of_largest, min(of_small, of_largest + MORE_DECIMALS))


def _fixed(values: np.ndarray, decimals: int) -> list[str]:
    """(n,) numbers with ``decimals``, a dash where one is missing; equal ones, often many, are written once."""
    known, places = np.unique(np.round(values, decimals) + 0.0, return_inverse=True)  # no minus zero
    texts = [
        f"{value:,.{decimals}f}".replace("-", MINUS) if math.isfinite(value) else MISSING for value in known.tolist()
    ]
    return [texts[place] for place in places.tolist()]


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
    """A p-value as papers print it; a dash where there is none."""
    if not math.isfinite(value):
        return MISSING
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"
