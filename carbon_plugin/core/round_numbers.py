"""Numbers that a reader of a legend keeps in mind."""

from __future__ import annotations

import math

_LEADING = (5, 2, 1)


def rounded_down(value: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that ``value`` (> 0) reaches."""
    power = math.floor(math.log10(value))
    digit = next(digit for digit in _LEADING if digit == 1 or value >= float(f"{digit}e{power}"))
    return float(f"{digit}e{power}")
