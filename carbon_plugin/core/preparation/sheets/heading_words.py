"""Years and units of measure in the words of headings and titles."""

from __future__ import annotations

import re
import unicodedata

from ...tables.heading_units import is_unit_of_measure
from ...tables.years import LAST_YEAR
from .words import has_word

_YEAR = re.compile(r"(?:[yY]|FY|AD)?\s*((?:19|20)\d\d)(?:\.0+)?\s*年?(?:度|末|底)?")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?(?:度|末|底)?")
_MEASURE = re.compile(r"^\s*(?:计量单位|计算单位|单位|units?|unidade)\s*(?:of measure(?:ment)?)?\s*[:：]\s*(.+)$", re.I)
_MEASURES_APART = re.compile(r"[、，;；/]|,(?!\d{3})|\s+and\s+|和")


def year_of(text: str) -> int | None:
    """The year that ``text`` is, and nothing else.

    Args:
        text: as it stands in a cell.

    >>> year_of("2010"), year_of("２０１０年"), year_of("2010.0"), year_of("in 2010"), year_of("2105")
    (2010, 2010, 2010, None, None)
    """
    found = _YEAR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    year = int(found.group(1)) if found else None
    return year if year is not None and year <= LAST_YEAR else None


def take_year(text: str) -> tuple[str, int | None]:
    """``text`` without the one year in it, and the year; as it is where it has none, several, or that of prices.

    Args:
        text: as it stands in a cell.

    >>> take_year("2010年人口"), take_year("pop_2010"), take_year("GDP (2010 prices)"), take_year("2005-2010")
    (('人口', 2010), ('pop', 2010), ('GDP (2010 prices)', None), ('2005-2010', None))
    """
    plain = unicodedata.normalize("NFKC", text)
    years = {int(found) for found in _YEARS.findall(plain) if int(found) <= LAST_YEAR}
    if len(years) != 1 or has_word(plain, "price"):
        return text, None
    rest = re.sub(r"\(\s*\)|\[\s*\]", "", _YEARS.sub("", plain))
    return rest.strip(" _-/,:"), years.pop()


def take_measure(text: str) -> tuple[str, str]:
    """Label and unit of measure of a heading; the unit is '' where it names none that is known.

    Args:
        text: such as ``总人口（万人）``, ``GDP, million yuan``, ``heads_cattle`` or ``gdp_kBRL``.

    >>> take_measure("化肥施用量（折纯）（吨）"), take_measure("GDP, million yuan"), take_measure("薯类(折粮)")
    (('化肥施用量(折纯)', '吨'), ('GDP', 'million yuan'), ('薯类(折粮)', ''))
    >>> take_measure("gdp_kBRL"), take_measure("heads_cattle"), take_measure("Population")
    (('gdp', 'kBRL'), ('cattle', 'heads'), ('Population', ''))
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    bracketed = _last_bracket(plain)
    if bracketed:
        label, inner = bracketed
        inner = _MEASURE.sub(r"\1", inner).strip()
        if is_unit_of_measure(inner):
            return label, inner
    for mark in ("/", ":", ","):
        label, found, written = plain.rpartition(mark)
        if mark == "," and not found:
            continue
        if label and is_unit_of_measure(written):
            return label.strip(), written.strip()
    return _measure_among_parts(plain)


def measures_in(text: str) -> list[str]:
    """The units of measure that a note above a table names; none where it is no such note.

    Args:
        text: such as ``单位：万人、亿元`` or ``Unit: 10,000 persons``; a title with one in brackets at its end.

    >>> measures_in("单位：万人、亿元"), measures_in("(Unit: 10,000 persons)"), measures_in("各县人口（万人）")
    (['万人', '亿元'], ['10,000 persons'], ['万人'])
    >>> measures_in("各县人口")
    []
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1]
    found = _MEASURE.match(plain) or re.search(r"(?:计量单位|单位|\bunits?)\s*:\s*([^()]+)", plain, re.I)
    if found is None:
        bracketed = _last_bracket(plain)
        named = bracketed[1] if bracketed else ""
    else:
        named = found.group(1)
    if is_unit_of_measure(named):
        return [named.strip()]
    return [part.strip() for part in _MEASURES_APART.split(named) if is_unit_of_measure(part.strip())]


def is_measure_note(text: str) -> bool:
    """True where the cell says nothing but units of measure.

    Args:
        text: as it stands in a cell.

    >>> is_measure_note("单位：万人"), is_measure_note("(万人)"), is_measure_note("各县人口（万人）")
    (True, True, False)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1].strip()
    return bool(_MEASURE.match(plain)) or (bool(plain) and is_unit_of_measure(plain))


def _last_bracket(plain: str) -> tuple[str, str] | None:
    """What stands before the last pair of brackets, and in it; brackets may stand in them: ``头(只)``."""
    if not plain.endswith((")", "]")):
        return None
    depth = 0
    for place in range(len(plain) - 1, -1, -1):
        depth += (plain[place] in ")]") - (plain[place] in "([")
        if depth == 0:
            return (plain[:place].strip(), plain[place + 1 : -1].strip()) if plain[:place].strip() else None
    return None


def _measure_among_parts(plain: str) -> tuple[str, str]:
    """A unit of measure among the parts of a name such as ``gdp_kBRL``: at its end, or in front of it."""
    mark = "_" if "_" in plain else " "
    parts = [part for part in plain.split(mark) if part]
    for length in range(min(3, len(parts) - 1), 0, -1):
        if is_unit_of_measure(" ".join(parts[-length:])):
            return mark.join(parts[:-length]), " ".join(parts[-length:])
    for length in range(min(2, len(parts) - 1), 0, -1):
        if mark == "_" and is_unit_of_measure(" ".join(parts[:length])):
            return mark.join(parts[length:]), " ".join(parts[:length])
    return plain, ""
