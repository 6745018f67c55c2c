"""The classes of local association, numbered and coloured as GeoDa has them."""

from __future__ import annotations

from dataclasses import dataclass

from ..bilingual import Labelled, in_language
from ..resources import read_rows


@dataclass(frozen=True)
class LisaClass(Labelled):
    """``number``: GeoDa's; ``key``: as the table by year has it; labels and meanings in both languages."""

    number: int
    key: str
    colour: str
    label_en: str
    label_zh: str
    meaning_en: str
    meaning_zh: str

    def meaning(self, language: str) -> str:
        """What it means."""
        return in_language(self, "meaning", language)


def lisa_classes() -> list[LisaClass]:
    """All classes, in the order of a legend.

    >>> [(one.number, one.label("en")) for one in lisa_classes()][:2]
    [(1, 'High–high'), (2, 'Low–low')]
    """
    rows = read_rows("styles/lisa_classes.csv")
    return [LisaClass(int(row["class"]), **{name: row[name] for name in row if name != "class"}) for row in rows]
