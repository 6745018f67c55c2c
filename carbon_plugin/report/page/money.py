"""Amounts of money in print: 10⁴ currency, large ones in 10⁸."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...core.messages import sentence
from ...core.values import Translate
from .numbers import digits, largest

LARGE, STEP = 1e5, 1e4
_UNIT = sentence("10⁴ currency/a")
_AMOUNT = sentence("{value} × {unit}")
_LARGE_UNIT = sentence("10⁸ currency/a")


def scale_of_money(values: Sequence[float] | np.ndarray, translate: Translate = str) -> tuple[float, str]:
    """What to multiply ``values`` (10^4 currency a year) by for an axis or a table, and the unit they then have.

    >>> scale_of_money([250000.0]), scale_of_money([2.0])
    ((0.0001, '10⁸ currency/a'), (1.0, '10⁴ currency/a'))
    """
    is_large = largest(values) >= LARGE
    return (1.0 / STEP, translate(_LARGE_UNIT)) if is_large else (1.0, translate(_UNIT))


def money_text(value: float, translate: Translate = str, beside: float = 0.0) -> str:
    """One amount (10^4 currency a year) with its unit, which is that of the amount it stands ``beside``.

    >>> money_text(3239.06), money_text(3239.06, beside=250000.0)
    ('3,239 × 10⁴ currency/a', '0.3239 × 10⁸ currency/a')
    """
    factor, unit = scale_of_money([value, beside], translate)
    return translate(_AMOUNT).format(value=digits(value * factor, 4), unit=unit)
