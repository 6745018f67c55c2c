"""What is said of a zone and what to do there: each sentence stands only where its condition holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

from ..bilingual import in_language
from ..resources import read_rows
from .conditions import Clause, holds, read_condition
from .zone_measures import FIRST_YEAR, LAST_YEAR

_YEARS = (FIRST_YEAR, LAST_YEAR)
_RATIOS = ("cs_ce", "ecc", "esc", "cli_to_mean")  # told with two decimals; all else in whole per cent
_SHARES = ("balanced_pct", "near_pct")  # of units: nearly all is not 100 %, and a few are not 0 %


@dataclass(frozen=True)
class ZoneSentence:
    """A sentence of a zone in both languages; ``zone``: its number, 0 for every zone. ``{measure}`` in a text is what
    the zone has, without its sign.
    """

    zone: int
    order: int
    sentence_en: str
    sentence_zh: str
    condition: tuple[Clause, ...]

    def text(self, measures: Mapping[str, float], language: str = "en") -> str:
        """The sentence in ``language`` ('en' or 'zh')."""
        template = in_language(self, "sentence", language)
        return template.format(**{name: _shown(name, value) for name, value in measures.items()})


@lru_cache(maxsize=1)
def all_sentences() -> tuple[ZoneSentence, ...]:
    """The shipped sentences, by their order. Raises ``ConditionError``.

    >>> sorted({one.zone for one in all_sentences()} - {0})
    [1, 2, 3, 4, 5]
    """
    rows = read_rows("zoning/sentences.csv")
    found = [
        ZoneSentence(
            int(row["zone"] or 0),
            int(row["order"]),
            row["sentence_en"],
            row["sentence_zh"],
            read_condition(row["condition"]),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: one.order))


def find_sentences(zone: int, measures: Mapping[str, float] | None) -> list[ZoneSentence]:
    """The sentences that are true of a zone with these ``measures``, in their order; without any those that hold of
    every zone alike.
    """
    return [one for one in all_sentences() if one.zone in (0, zone) and holds(one.condition, measures or {})]


def strategy(zone: int, measures: Mapping[str, float] | None, language: str = "en") -> str:
    """The sentences of a zone as one paragraph in ``language`` ('en' or 'zh').

    Args:
        zone: its number, 1 is the best.
        measures: of the zone, as of ``compute_zone_measures``; None where there are none.
        language: 'en' or 'zh'.

    >>> strategy(1, None).partition(",")[0]
    'Keep forest'
    """
    texts = [one.text(measures or {}, language) for one in find_sentences(zone, measures)]
    return ("" if language == "zh" else " ").join(texts)


def _shown(name: str, value: float) -> str:
    """A year as it is, a ratio with two decimals, all else in whole per cent, without a sign.

    >>> _shown("ecc", 1.234), _shown("ce_change_pct", -99.7), _shown("balanced_pct", 99.7), _shown("near_pct", 0.03)
    ('1.23', '100', '99.7', '0.1')
    """
    if value != value:
        return "–"
    if name in _YEARS:
        return f"{value:.0f}"
    if name in _SHARES and 99.5 <= value < 100.0:
        return f"{floor(10.0 * value) / 10.0:.1f}"
    if name in _SHARES and 0.0 < value <= 0.5:
        return f"{ceil(10.0 * value) / 10.0:.1f}"
    return f"{abs(value):.2f}" if name in _RATIOS else f"{abs(value):.0f}"
