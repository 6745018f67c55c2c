"""Units of measure behind a heading: ``总人口（人）`` is what the plugin counts, ``总人口（万人）`` is not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..measures import MONEY_UNIT
from ..resources import read_rows

MONEY = "10⁴ currency"
_TABLES = "preparation/{}.csv"
_BRACKETED = re.compile(r"(.+)[(\[]([^()\[\]]+)[)\]]")


@dataclass(frozen=True)
class Measured:
    """A heading taken apart: ``label`` as it was written, ``written``: the unit of measure behind it.

    ``factor``: by what its numbers are to be multiplied to be in the expected unit, 1 where it is that unit, None
    where the unit is not known, or is one of something else.
    """

    label: str
    written: str
    factor: float | None


def take_apart(heading: str) -> tuple[str, str] | None:
    """Label and unit of measure of a heading such as ``Fertilizer use (t)``; None where nothing is in brackets.

    >>> take_apart("农用化肥施用折纯量（吨）"), take_apart("Population"), take_apart("薯类(折粮)[吨]")
    (('农用化肥施用折纯量', '吨'), None, ('薯类(折粮)', '吨'))
    """
    plain = unicodedata.normalize("NFKC", str(heading)).strip()
    found = _BRACKETED.fullmatch(plain)
    return (found.group(1).strip(), found.group(2)) if found else None


def factor_to(unit: str, written: str) -> float | None:
    """By what numbers in ``written`` are to be multiplied to be in ``unit``, a unit of the vocabulary.

    1 where they are the same, None where ``written`` is not known, or is a unit of something else. Units, multiples
    and currencies stand in ``resources/preparation``.

    >>> factor_to("t", "吨"), factor_to("t", "万吨"), factor_to("ha", "千公顷"), factor_to("kW", "ha")
    (1.0, 10000.0, 1000.0, None)
    >>> factor_to("10⁴ currency", "亿元"), factor_to("persons", "10 000 persons"), factor_to("head", "万头")
    (10000.0, 10000.0, 10000.0)
    >>> factor_to("10⁴ currency", "kBRL"), factor_to("10⁴ currency", "R$ million"), factor_to("MWh", "亿千瓦时")
    (0.1, 100.0, 100000.0)
    """
    plain = _folded(written)
    if plain == _folded(unit):
        return 1.0
    if unit == MONEY:
        money = _money(plain)
        return money[1] / MONEY_UNIT if money else _measures().get((plain, unit))
    own = _measures().get((plain, unit))
    if own is not None:
        return own
    for prefix, multiple in _multiples(False):
        rest = plain[len(prefix) :]
        if rest and plain.startswith(prefix) and (rest, unit) in _measures():
            return _product(multiple, _measures()[rest, unit])
    return None


def currency_of(written: str) -> str:
    """The code of the currency of a sum such as ``kBRL`` or ``亿元``; '' where none is named.

    >>> currency_of("kBRL"), currency_of("亿元"), currency_of("万吨")
    ('BRL', 'CNY', '')
    """
    money = _money(_folded(written))
    return money[0] if money else ""


def is_unit_of_measure(written: str) -> bool:
    """True where ``written`` is a unit of measure of anything the vocabulary has.

    >>> is_unit_of_measure("万吨"), is_unit_of_measure("year-end")
    (True, False)
    """
    return any(factor_to(unit, written) is not None for unit in units_of_measure())


@lru_cache(maxsize=1)
def units_of_measure() -> tuple[str, ...]:
    """The units of measure of the vocabulary that others are brought to."""
    return tuple(dict.fromkeys(unit for _, unit in _measures()))


def _money(plain: str) -> tuple[str, float] | None:
    """Currency and multiple of a folded sum of money; the multiple may stand before the currency or behind it."""
    currencies = _currencies()
    if plain in currencies:
        return currencies[plain], 1.0
    for written, multiple in _multiples(True):
        if plain.startswith(written) and plain[len(written) :] in currencies:
            return currencies[plain[len(written) :]], multiple
        if plain.endswith(written) and plain[: -len(written)].rstrip("(,") in currencies:
            return currencies[plain[: -len(written)].rstrip("(,")], multiple
    return None


def _product(multiple: float, factor: float) -> float:
    """Their product as people write it: ten thousand times a thousandth is ten."""
    return float(Fraction(multiple) * Fraction(factor).limit_denominator(10**9))


@lru_cache(maxsize=1)
def _measures() -> dict[tuple[str, str], float]:
    """By what to multiply, by (spelling, unit of the vocabulary)."""
    rows = read_rows(_TABLES.format("measures"))
    return {(_folded(row["written"]), row["unit"]): _number(row["factor"]) for row in rows}


@lru_cache(maxsize=2)
def _multiples(money: bool) -> tuple[tuple[str, float], ...]:
    """Multiples in which yearbooks print the same, longest first."""
    rows = [row for row in read_rows(_TABLES.format("multiples")) if money or not row["only_money"]]
    pairs = {_folded(row["written"]): float(row["factor"]) for row in rows}
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def _currencies() -> dict[str, str]:
    return {_folded(row["written"]): row["currency"] for row in read_rows(_TABLES.format("currencies"))}


def _number(text: str) -> float:
    above, _, below = text.partition("/")
    return float(above) / float(below) if below else float(above)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return re.sub(r"[\s×*]", "", unicodedata.normalize("NFKC", text)).lower().replace("104", "10^4", 1)
