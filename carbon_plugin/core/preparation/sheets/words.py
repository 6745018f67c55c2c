"""Words of yearbooks: which cell is a total, a note, a key, a unit of measure. Data, in resources/preparation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...resources import read_rows
from ...tables.keys import normalise_key

_APART = re.compile(r"[\s_\-·.]+")
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
