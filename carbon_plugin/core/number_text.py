"""Numbers and lists in text, as people and spreadsheets write them: ``;`` stands between the parts of a list.

Only the standard library.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable

from .visible_text import is_seen

SEPARATOR = ";"
EMPTY_WORDS = frozenset({"", "null", "nan", "none", "n/a", "na", "-", "–", "—", "..", "…", "..."})

_GROUPED_NUMBER = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?")  # 0,860 is a comma for a point, and refused
_LARGEST_EXACT = 2.0**53  # up to which every whole number is a float of its own


def plain_text(text: str) -> str:
    """``text`` without blanks and signs that nobody sees, in the signs of a keyboard of the West.

    Full-width signs become ASCII, minus signs hyphens.

    The raised, lowered and circled digits of footnotes stay what they are: no digits of a number.

    >>> plain_text("１ 234．5"), plain_text("−3"), plain_text("1234①"), plain_text("12²")
    ('1234.5', '-3', '1234①', '12²')
    """
    if not text.isascii():
        signs = (sign if _is_mark(sign) else unicodedata.normalize("NFKC", sign) for sign in text if is_seen(sign))
        text = "".join(signs)
    return re.sub(r"\s", "", text).replace("−", "-")


def _is_mark(sign: str) -> bool:
    """True for a sign that stands for a digit, or several, without being one."""
    return unicodedata.numeric(sign, None) is not None and unicodedata.decimal(sign, None) is None


def number_in(text: str) -> float | None:
    """The finite number of ``text``, full-width digits and thousands in groups too; None where there is none.

    >>> number_in("１．０６"), number_in("1,234.5"), number_in("0,86"), number_in("inf"), number_in("1_0")
    (1.06, 1234.5, None, None, None)
    >>> number_in("1234①"), number_in("1234²")  # marks of footnotes
    (None, None)
    """
    plain = plain_text(text)
    if _GROUPED_NUMBER.fullmatch(plain):
        plain = plain.replace(",", "")
    try:
        number = float(plain)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in plain else None  # Python reads 1_000 as a number


def parts_of(text: str) -> list[str]:
    """The parts of a text with ``;`` between, trimmed, as they were written; places left empty are overlooked.

    >>> parts_of("湿地（含滩涂）； b;;")
    ['湿地（含滩涂）', 'b']
    """
    return [part.strip() for part in text.replace("；", SEPARATOR).split(SEPARATOR) if part.strip()]


def numbers_in(text: str) -> tuple[float, ...] | None:
    """The numbers of a text with ``;`` between; places left empty are overlooked; None where one is no number.

    >>> numbers_in("16；24.5 ; 1e3;"), numbers_in("16;b"), numbers_in("")
    ((16.0, 24.5, 1000.0), None, ())
    """
    numbers = tuple(map(number_in, parts_of(text)))
    return None if None in numbers else numbers


def numbers_to_text(numbers: Iterable[float]) -> str:
    """``numbers`` with ``;`` between, every digit kept: ``numbers_in`` reads the same numbers again.

    >>> numbers_to_text([16.0, 24.5, 0.1 + 0.2])
    '16;24.5;0.30000000000000004'
    """
    return SEPARATOR.join(_exact(float(number)) for number in numbers)


def _exact(number: float) -> str:
    return f"{number:.0f}" if number.is_integer() and abs(number) <= _LARGEST_EXACT else repr(number)
