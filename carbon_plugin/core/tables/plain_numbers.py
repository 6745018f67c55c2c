"""Whole blocks of text cells that are numbers as computers write them, made numbers without a Python object a cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_MOST_DIGITS = 15  # of which any double is the nearest to what is written
_GROUP = 3  # digits behind a point that may also stand between thousands
_ZERO, _NINE, _POINT, _MINUS = b"09.-"


@dataclass(frozen=True)
class PlainNumbers:
    """``values``: (n,) floats, NaN where a cell is empty. ``has_points``: a cell has a point; ``is_decimal``: one of
    these points can only stand before decimals, as in ``0.5`` or ``12.25`` and unlike ``1.234``.
    """

    values: np.ndarray
    has_points: bool
    is_decimal: bool


def plain_numbers(cells: np.ndarray) -> PlainNumbers | None:
    """The numbers in a block of text; None where a cell is anything else, or a code with a leading zero.

    Args:
        cells: (n,) bytes, of numpy's kind ``S``.

    >>> plain_numbers(np.array([b"-7", b"", b"12.25"])).values.tolist()
    [-7.0, nan, 12.25]
    >>> plain_numbers(np.array([b"001"])) is plain_numbers(np.array([b"1,234"])) is plain_numbers(np.array([b"-"]))
    True
    """
    if not len(cells):
        return PlainNumbers(np.empty(0), False, False)
    signs = np.ascontiguousarray(cells).view(np.uint8).reshape(len(cells), -1)
    width = signs.shape[1]
    if width > _MOST_DIGITS + 2:  # sign and point
        return None
    digit, point, nothing = (signs >= _ZERO) & (signs <= _NINE), signs == _POINT, signs == 0
    minus = signs[:, 0] == _MINUS
    known = digit | point | nothing
    known[:, 0] |= minus
    digits, points = digit.sum(axis=1), point.sum(axis=1)
    filled = ~nothing[:, 0]
    if not known.all() or (points > 1).any() or (digits > _MOST_DIGITS).any() or (digits[filled] == 0).any():
        return None
    wide = np.pad(signs, ((0, 0), (0, 2)))
    rows, first = np.arange(len(cells)), minus.astype(int)
    after = wide[rows, first + 1]
    if ((wide[rows, first] == _ZERO) & (after >= _ZERO) & (after <= _NINE)).any():
        return None
    values = np.full(len(cells), np.nan)
    values[filled] = cells[filled].astype(float)
    if not points.any():
        return PlainNumbers(values, False, False)
    dotted = points > 0
    whole = np.argmax(point, axis=1) - minus  # digits before the point
    decimals = digits - whole
    starts_with_zero = wide[rows, first] == _ZERO
    decimal = dotted & (decimals > 0) & ((decimals != _GROUP) | (whole > _GROUP) | (whole == 0) | starts_with_zero)
    return PlainNumbers(values, True, bool(decimal.any()))
