"""What types are called: by their role where net emission orders them, else by the sign of what does."""

from __future__ import annotations

from ..resources import read_rows
from ..tables.vocabulary import describe
from .ordered_types import UnitType

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def type_name(one: UnitType, order_field: str, language: str = "en") -> str:
    """The name of a type, with a Roman number where several have one role: all types have plain numbers too.

    Args:
        one: the type.
        order_field: the column that orders the types.
        language: 'en' or 'zh'.

    >>> type_name(UnitType(2, "payment", 2, 3, mean=5.0, units=4), "nce")
    'Payment type II'
    >>> type_name(UnitType(1, "payment", 1, 1, mean=5.0, units=4), "nce", "zh")
    '支付型'
    """
    known = "yes" if one.is_net_emission else "no"
    row = next(
        row for row in read_rows("zoning/type_names.csv") if (row["key"], row["net_emission"]) == (one.key, known)
    )
    variable = describe(order_field)
    column = variable.label(language) if variable else order_field
    name = row["label_zh" if language == "zh" else "label_en"].format(column=column)
    return f"{name} {_roman(one.place)}" if one.of > 1 else name


def _roman(number: int) -> str:
    """A number from 1 on, such as IX."""
    written = ""
    for size, sign in _ROMAN:
        written += number // size * sign
        number %= size
    return written
