"""Variables by the words that people have for them: labels of the vocabulary and synonyms, row by row of a heading.

A word that says enough may stand anywhere; one that needs a unit of measure, such as 小麦, must stand alone, or with a
word that fits its kind, such as 产量.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...resources import read_rows
from .names import variables_offered
from .words import folded, has_word, in_languages, is_word

_OTHER = "other"  # kind of the words that make something else of a variable: 出栏, per capita


def find_candidates(labels: Sequence[str], title: str = "") -> tuple[list[str], list[str]]:
    """Variables that a heading names by words that say enough, and by those that need a unit of measure.

    A heading in two languages is read in each; Chinese comes first.

    Args:
        labels: the rows of the heading from the top down, without year and unit of measure.
        title: what stands above the table, which may say that its animals are slaughtered.

    >>> find_candidates(["粮食产量", "小麦"]), find_candidates(["小麦"], "播种面积")
    (([], ['wheat_t']), ([], []))
    >>> find_candidates(["少数民族", "人口"])
    ([], [])
    >>> find_candidates(["年末常住人口 Resident population", "#城镇 Urban"])[0]
    ['urban_population']
    """
    parts = [part for label in labels for part in in_languages(label)]
    for of_language in (True, False):
        rows = [part for part in parts if is_chinese(part) == of_language]
        if not rows:
            continue
        strong, weak = _in_one_language(rows, title)
        if strong or weak:
            others = [part for part in parts if part not in rows]
            spoiled = any(has_word(part, _OTHER) for part in others) and not strong
            return ([], []) if spoiled else (strong, weak)
        if any(has_word(part, _OTHER) for part in rows):
            return [], []
    return [], []


def is_chinese(text: str) -> bool:
    """True where a Chinese character stands in ``text``.

    Args:
        text: of a heading.

    >>> is_chinese("GDP 生产总值"), is_chinese("GDP")
    (True, False)
    """
    return any("\u3400" <= sign <= "\u9fff" for sign in text)


@lru_cache(maxsize=2)
def spellings(needs_unit: bool) -> dict[str, tuple[str, ...]]:
    """Variables by folded spelling: labels of the vocabulary and synonyms.

    Args:
        needs_unit: those words alone that need a unit of measure; else those alone that do not.

    >>> spellings(False)["年末常住人口"], spellings(True)["小麦"]
    (('population',), ('wheat_t',))
    """
    found: dict[str, list[str]] = {}
    if not needs_unit:
        for one in variables_offered().values():
            for text in (one.name, one.label_en, one.label_zh):
                found.setdefault(folded(text), []).append(one.name)
    for row in read_rows("preparation/synonyms.csv"):
        if bool(row["needs_unit"]) == needs_unit:
            found.setdefault(folded(row["synonym"]), []).append(row["variable"])
    return {spelling: tuple(dict.fromkeys(names)) for spelling, names in found.items()}


def _in_one_language(labels: Sequence[str], title: str) -> tuple[list[str], list[str]]:
    for form, rest in _forms(labels):
        if any(has_word(other, _OTHER) for other in rest):
            continue
        strong = spellings(False).get(form, ())
        if strong:
            return list(strong), []
        weak = [name for name in spellings(True).get(form, ()) if _is_supported(name, rest, title)]
        if weak:
            return [], weak
    return [], []


def _is_supported(name: str, rest: Sequence[str], title: str) -> bool:
    """True where nothing else stands in the heading, or what does fits the kind of the variable."""
    support = f"of_{variables_offered()[name].kind}"
    fits = any(has_word(label, support) for label in rest)
    spoiled = has_word(title, _OTHER) and not has_word(title, support)
    return (fits or not rest) and (fits or not spoiled)


def _forms(labels: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The ways to read a heading in one language, the most telling first, each with the words that it leaves out."""
    plain = [label.lstrip("#＃ ") for label in labels if not is_word(label, "generic")] or list(labels)
    joined = [folded(label) for label in plain]
    yield "".join(joined), []
    if len(plain) > 1:
        yield "".join(reversed(joined)), []
        for first in range(len(plain) - 1):
            rest = [label for number, label in enumerate(plain) if number not in (first, len(plain) - 1)]
            yield joined[-1] + joined[first], rest
            yield joined[first] + joined[-1], rest
    yield joined[-1], plain[:-1]
    if len(plain) == 1 and "(" in joined[0]:
        before = unicodedata.normalize("NFKC", plain[0]).partition("(")
        yield folded(before[0]), [before[2]]
