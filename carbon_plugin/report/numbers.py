"""How numbers are written for a reader."""

from __future__ import annotations

import math
import numbers

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


def p_value(value: float) -> str:
    """A p-value as papers print it."""
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"
