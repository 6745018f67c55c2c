"""The year of a layer: from its name, or as the user gives it.

Only the standard library: a dialog asks for years while QGIS has nothing else loaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import InputError, raise_all
from ..messages import Message, note, phrase, sentence, warning
from ..values import Quoted, quoted
from .cf_time import without_epoch, year_of_time

FIRST_YEAR, LAST_YEAR = 1900, 2100

_NUMBER = re.compile(r"\d+")
_SEPARATORS = re.compile(r"[\s;；,，、]+")


class LayersWithoutYearError(InputError):
    template = sentence(
        "No single year is found in the name of {layers}. Expected one number between 1900 and 2100 in each layer’s "
        "name."
    )
    remedy = sentence("Rename these layers, or give the years yourself, one a layer, with semicolons between.")


class YearsTextError(InputError):
    template = sentence("The years “{text}” hold {found} where a year between 1900 and 2100 was expected.")
    remedy = sentence("Write one year a layer, with semicolons between, such as 2000;2005;2010.")


class YearsCountError(InputError):
    template = sentence("{found:year is|years are} given ({years}) for {expected:layer|layers} ({layers}).")
    remedy = sentence(
        "Write one year a layer, in the order of the layers, or leave the years empty where the names hold them."
    )


class YearsOrderError(InputError):
    template = sentence("The years given are those in the layers’ names, but in another order: {pairs}.")
    remedy = sentence("Write them in the order of the layers, or leave them empty.")


def year_in_name(name: str) -> int | None:
    """The year in a layer's name: the one number between 1900 and 2100; None where there is none or more than one.

    A number is a whole run of digits, so neither 12000 nor the date 20000101 holds a year. A year written twice is one.

    >>> year_in_name("clcd_2000_v2000"), year_in_name("2000_to_2005"), year_in_name("area_20000101")
    (2000, None, None)
    """
    years = _years_in_name(name)
    return years[0] if len(years) == 1 else None


def name_of_band(name: str, calendar: str = "") -> str:
    """``name`` of a band with its year in place of a time since another date; as it is where it holds no such time.

    ``calendar``: as of ``cf_time.year_of_time``.

    >>> name_of_band("Band 01: time=1908 (months since 1850-01-01)"), name_of_band("npp 2009")
    ('Band 01: 2009', 'npp 2009')
    """
    year = year_of_time(name, calendar)
    return name if year is None else f"{without_epoch(name).strip()} {year}"


def years_of(names: Sequence[str], text: str = "") -> list[int]:
    """The year of each of the layers called ``names``, in their order.

    ``text``: years as the user gives them, one a layer (``2000;2005``; commas, spaces and full-width marks will do).
    They win over the names, which need not hold years then; ``remarks_on_years`` tells where the two differ. Only years
    that merely stand in another order than those in the names are taken for a slip and refused.

    Raises ``LayersWithoutYearError``, ``YearsTextError``, ``YearsCountError``, ``YearsOrderError``.

    >>> years_of(["a.tif", "b.tif"], "2000；2005年")
    [2000, 2005]
    """
    tokens = [token for token in _SEPARATORS.split(text.strip()) if token]
    return _given_years(tokens, names, text) if tokens else _years_in_names(names)


def remarks_on_years(names: Sequence[str], years: Sequence[int]) -> list[Message]:
    """The year used for each layer, and a warning on those whose names hold another one."""
    used = note("years-used", "Years: {layers}.", layers=[_pair(name, year) for name, year in zip(names, years)])
    differing = [
        _pair(name, year)
        for name, year in zip(names, years)
        if _years_in_name(name) and year not in _years_in_name(name)
    ]
    if not differing:
        return [used]
    return [
        used,
        warning(
            "years-given-differ",
            "{count:layer is|layers are} used under another year than in the name, since you gave the years: {layers}.",
            count=len(differing),
            layers=differing,
        ),
    ]


def _years_in_name(name: str) -> list[int]:
    numbers = (int(digits) for digits in _NUMBER.findall(without_epoch(name)) if len(digits) == 4)
    return list(dict.fromkeys(number for number in numbers if FIRST_YEAR <= number <= LAST_YEAR))


def _years_in_names(names: Sequence[str]) -> list[int]:
    years = [year_in_name(name) for name in names]
    if None in years:
        raise LayersWithoutYearError(layers=[_shown(name) for name, year in zip(names, years) if year is None])
    return years


def _given_years(tokens: Sequence[str], names: Sequence[str], text: str) -> list[int]:
    years = [_year(token) for token in tokens]
    errors: list[InputError] = []
    if None in years:
        unread = [token for token, year in zip(tokens, years) if year is None]
        errors.append(YearsTextError(text=text.strip(), found=quoted(unread)))
    if len(years) != len(names):
        errors.append(YearsCountError(found=len(years), years=list(tokens), expected=len(names), layers=list(names)))
    raise_all(errors)
    named = [year_in_name(name) for name in names]
    if years != named and None not in named and sorted(years) == sorted(named):
        raise YearsOrderError(pairs=[_pair(name, year) for name, year in zip(names, years)])
    return years


def _year(token: str) -> int | None:
    digits = token[:-1] if token.endswith("年") else token
    if not (digits.isdecimal() and len(digits) == 4):
        return None
    return int(digits) if FIRST_YEAR <= int(digits) <= LAST_YEAR else None


def _shown(name: str) -> Quoted | Message:
    years = _years_in_name(name)
    return phrase("“{name}” ({years})", name=name, years=[str(year) for year in years]) if years else Quoted(name)


def _pair(name: str, year: int) -> Message:
    return phrase("“{name}” → {year}", name=name, year=str(year))
