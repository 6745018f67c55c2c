"""Units of measure behind a heading: ``总人口（人）`` is what the plugin counts, ``总人口（万人）`` is not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# The units of the vocabulary as people write them, in small letters without blanks.
_SPELLINGS = {
    "persons": ("persons", "person", "people", "人", "位"),
    "10⁴ currency": (
        "万元",
        "万人民币",
        "10^4yuan",
        "10000yuan",
        "tenthousandyuan",
        "10^4currency",
        "万美元",
        "万雷亚尔",
    ),
    "tce": ("tce", "吨标准煤", "吨标煤", "tcoalequivalent"),
    "t": ("t", "吨", "公吨", "ton", "tons", "tonne", "tonnes", "metrictons", "metrictonnes", "mt(metric)"),
    "ha": ("ha", "公顷", "hectare", "hectares"),
    "kW": ("kw", "千瓦", "kilowatt", "kilowatts"),
    "head": ("head", "heads", "头", "只", "头只", "头(只)", "羽", "匹", "口"),
    "1000 m³": ("1000m3", "千m3", "千立方米", "10^3m3", "thousandm3"),
    "MWh": ("mwh", "兆瓦时", "兆瓦小时", "千千瓦时"),
    "GJ": ("gj", "吉焦", "百万千焦"),
    "t C/a": ("tc/a", "tc/年", "tc", "吨碳", "吨碳/年"),
    "%": ("%", "percent", "百分之"),
}
# Multiples in which yearbooks print the same, longest first.
_MULTIPLES = (
    ("百万", 1e6), ("十万", 1e5), ("万", 1e4), ("千", 1e3), ("百", 1e2), ("亿", 1e8),
    ("10^4", 1e4), ("10^3", 1e3), ("10^6", 1e6), ("10^8", 1e8), ("100million", 1e8), ("tenthousand", 1e4),
    ("thousand", 1e3), ("million", 1e6), ("10,000", 1e4), ("10000", 1e4), ("1,000", 1e3), ("1000", 1e3),
)  # fmt: skip
# Units that are another unit's multiple under a name of their own: (unit of the vocabulary, factor).
_OWN_NAMES = {
    "亿元": ("10⁴ currency", 1e4),
    "元": ("10⁴ currency", 1e-4),
    "yuan": ("10⁴ currency", 1e-4),
    "cny": ("10⁴ currency", 1e-4),
    "rmb": ("10⁴ currency", 1e-4),
    "百万元": ("10⁴ currency", 1e2),
    "千元": ("10⁴ currency", 0.1),
    "100millionyuan": ("10⁴ currency", 1e4),
    "millionyuan": ("10⁴ currency", 1e2),
    "kg": ("t", 1e-3),
    "公斤": ("t", 1e-3),
    "千克": ("t", 1e-3),
    "kt": ("t", 1e3),
    "亩": ("ha", 1 / 15),
    "mu": ("ha", 1 / 15),
    "km2": ("ha", 100.0),
    "平方公里": ("ha", 100.0),
    "平方千米": ("ha", 100.0),
    "m2": ("ha", 1e-4),
    "平方米": ("ha", 1e-4),
    "acres": ("ha", 0.40468564224),
    "acre": ("ha", 0.40468564224),
    "mw": ("kW", 1e3),
    "兆瓦": ("kW", 1e3),
    "m3": ("1000 m³", 1e-3),
    "立方米": ("1000 m³", 1e-3),
    "kwh": ("MWh", 1e-3),
    "千瓦时": ("MWh", 1e-3),
    "千瓦小时": ("MWh", 1e-3),
    "度": ("MWh", 1e-3),
    "gwh": ("MWh", 1e3),
    "tj": ("GJ", 1e3),
    "mj": ("GJ", 1e-3),
    "千焦": ("GJ", 1e-6),
    "kj": ("GJ", 1e-6),
    "tco2": ("t C/a", 12.0 / 44.0),
}
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

    1 where they are the same, None where ``written`` is not known, or is a unit of something else.

    >>> factor_to("t", "吨"), factor_to("t", "万吨"), factor_to("ha", "千公顷"), factor_to("kW", "ha")
    (1.0, 10000.0, 1000.0, None)
    >>> factor_to("10⁴ currency", "亿元"), factor_to("persons", "10 000 persons"), factor_to("head", "万头")
    (10000.0, 10000.0, 10000.0)
    """
    plain = _folded(written)
    if plain == _folded(unit) or plain in _SPELLINGS.get(unit, ()):
        return 1.0
    own, factor = _OWN_NAMES.get(plain, ("", 0.0))
    if own == unit:
        return factor
    for prefix, multiple in _MULTIPLES:
        rest = plain[len(prefix) :]
        if not plain.startswith(prefix) or not rest:
            continue
        if rest in _SPELLINGS.get(unit, ()):
            return multiple
        own, factor = _OWN_NAMES.get(rest, ("", 0.0))
        if own == unit:
            return multiple * factor
    return None


def is_unit_of_measure(written: str) -> bool:
    """True where ``written`` is a unit of measure of anything the vocabulary has.

    >>> is_unit_of_measure("万吨"), is_unit_of_measure("year-end")
    (True, False)
    """
    return any(factor_to(unit, written) is not None for unit in _SPELLINGS)


def _folded(text: str) -> str:
    return re.sub(r"[\s×*]", "", unicodedata.normalize("NFKC", text)).lower().replace("104", "10^4", 1)
