"""Words of yearbooks: which cell is a total, a note, a key, a unit of measure. Data, in resources/preparation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...resources import read_rows
from ...tables.heading_units import is_unit_of_measure
from ...tables.keys import normalise_key

_APART = re.compile(r"[\s_\-·.]+")
_YEAR = re.compile(r"(?:[yY]|FY|AD)?\s*((?:19|20)\d\d)(?:\.0+)?\s*年?(?:度|末|底)?")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?(?:度|末|底)?")
_LAST_YEAR = 2100
_MEASURE = re.compile(r"^\s*(?:计量单位|计算单位|单位|units?|unidade)\s*(?:of measure(?:ment)?)?\s*[:：]\s*(.+)$", re.I)
_MEASURES_APART = re.compile(r"[、，;；/]|,(?!\d{3})|\s+and\s+|和")
_BRACKETS = str.maketrans("【】〔〕［］", "[][][]")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A heading as it is compared: NFKC, small letters, without blanks, hyphens and characters nobody sees.

    Args:
        text: as it stands in a cell.

    >>> folded(" 年末总人口（万人） "), folded("Year-end_Population")
    ('年末总人口(万人)', 'yearendpopulation')
    """
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return _APART.sub("", seen.translate(_BRACKETS).casefold())


@lru_cache(maxsize=65536)
def spelling(text: str) -> str:
    """A name or code of a unit as it is looked for: as it is seen, without blanks, ``610702.0`` as ``610702``.

    Args:
        text: as it stands in a cell.

    >>> spelling(" 宁 强 县"), spelling("610702.0"), spelling("São Gabriel")
    ('宁强县', '610702', 'sãogabriel')
    """
    return "".join(unicodedata.normalize("NFKC", normalise_key(text)).casefold().split())


@lru_cache(maxsize=32)
def words(kind: str) -> frozenset[str]:
    """The words of one kind, folded.

    Args:
        kind: such as ``total``, ``unit_key``, ``year_key``.

    >>> "合计" in words("total"), "year" in words("year_key")
    (True, True)
    """
    return frozenset(folded(row["word"]) for row in read_rows("preparation/words.csv") if row["kind"] == kind)


def is_word(text: str, kind: str) -> bool:
    """True where ``text`` is one of the words of ``kind``; behind a stroke may stand the same in another language.

    Args:
        text: as it stands in a cell.
        kind: as of ``words``.

    >>> is_word("年份 Year", "year_key"), is_word("years of schooling", "year_key")
    (True, False)
    """
    plain = folded(text)
    if plain in words(kind):
        return True
    return any(folded(part) in words(kind) for part in in_languages(text) if len(in_languages(text)) > 1)


def has_word(text: str, kind: str) -> bool:
    """True where a word of ``kind`` stands somewhere in ``text``: Western ones whole, Chinese ones anywhere.

    Args:
        text: as it stands in a cell.
        kind: as of ``words``.

    >>> has_word("Per-capita GDP", "other"), has_word("corporate", "other"), has_word("生猪出栏", "other")
    (True, False, True)
    """
    plain = folded(text)
    spaced = f" {_APART.sub(' ', unicodedata.normalize('NFKC', text)).casefold()} "
    spaced = re.sub(r"[()\[\],/]", " ", spaced)
    for row in _rows(kind):
        if row.isascii():
            if f" {row} " in spaced:
                return True
        elif folded(row) in plain:
            return True
    return False


def in_languages(text: str) -> list[str]:
    """The parts of a heading in Chinese and in Western letters, each whole; the heading alone where it has one.

    Args:
        text: as it stands in a cell.

    >>> in_languages("年末总人口 Total population"), in_languages("Population"), in_languages("人口 / Population")
    (['年末总人口', 'Total population'], ['Population'], ['人口', 'Population'])
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"([^A-Za-z]*[\u3400-\u9fff][^A-Za-z]*?)[\s/|]+([A-Za-z][^\u3400-\u9fff]*)", plain)
    return [found.group(1).strip(), found.group(2).strip()] if found else [plain]


def year_of(text: str) -> int | None:
    """The year that ``text`` is, and nothing else.

    Args:
        text: as it stands in a cell.

    >>> year_of("2010"), year_of("２０１０年"), year_of("2010.0"), year_of("in 2010"), year_of("2105")
    (2010, 2010, 2010, None, None)
    """
    found = _YEAR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    year = int(found.group(1)) if found else None
    return year if year is not None and year <= _LAST_YEAR else None


def take_year(text: str) -> tuple[str, int | None]:
    """``text`` without the one year in it, and the year; as it is where it has none, several, or that of prices.

    Args:
        text: as it stands in a cell.

    >>> take_year("2010年人口"), take_year("pop_2010"), take_year("GDP (2010 prices)"), take_year("2005-2010")
    (('人口', 2010), ('pop', 2010), ('GDP (2010 prices)', None), ('2005-2010', None))
    """
    plain = unicodedata.normalize("NFKC", text)
    years = {int(found) for found in _YEARS.findall(plain) if int(found) <= _LAST_YEAR}
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


def without_numbering(text: str) -> str:
    """A heading without what only orders it: ``其中：``, ``一、``, ``#``, ``1.``.

    Args:
        text: as it stands in a cell.

    >>> without_numbering("其中：城镇人口"), without_numbering("一、年末总人口"), without_numbering("# pigs")
    ('城镇人口', '年末总人口', 'pigs')
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    while True:
        start = next((word for word in _prefixes() if plain.casefold().startswith(word)), "")
        rest = plain[len(start) :].strip()
        if not start or not rest:
            return plain
        plain = rest


@lru_cache(maxsize=1)
def _prefixes() -> tuple[str, ...]:
    found = {unicodedata.normalize("NFKC", row).casefold() for row in _rows("prefix")}
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=32)
def _rows(kind: str) -> tuple[str, ...]:
    return tuple(row["word"].casefold() for row in read_rows("preparation/words.csv") if row["kind"] == kind)


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
