"""The variable that a heading which was not recognised is most like."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ...tables.heading_units import factor_to
from .names import variables_offered
from .synonyms import is_chinese, spellings
from .words import folded

_NEAR, _NEAR_IN_CHINESE = 0.72, 0.6  # how much alike two words are before one is proposed for the other
_NEAR_WITH_UNIT = 0.4  # where the unit of measure fits too


def nearest_variable(labels: Sequence[str], measure: str = "") -> str:
    """The variable whose name or label is most like a heading; '' where none is.

    Args:
        labels: the rows of the heading from the top down.
        measure: the unit of measure, where one was found: a variable that it fits comes first.

    >>> nearest_variable(["Populatoin"]), nearest_variable(["goats"], "heads"), nearest_variable(["备注"])
    ('population', 'sheep_head', '')
    """
    return _nearest(tuple(labels), measure) if labels else ""


@lru_cache(maxsize=4096)
def _nearest(labels: tuple[str, ...], measure: str) -> str:
    offered = variables_offered()
    fitting = {name for name, one in offered.items() if measure and factor_to(one.unit, measure) is not None}
    best = _most_alike(labels, fitting, _NEAR_WITH_UNIT) if fitting else ""
    return best or _most_alike(labels, offered, _NEAR_IN_CHINESE if is_chinese(labels[-1]) else _NEAR)


def _most_alike(labels: Sequence[str], among: Collection[str], least: float) -> str:
    best, most = "", least
    for label in dict.fromkeys([folded(labels[-1]), folded("".join(labels))]):
        matcher = SequenceMatcher(None, "", label, autojunk=False)
        for spelling, names in [*spellings(False).items(), *spellings(True).items()]:
            if names[0] not in among:
                continue
            matcher.set_seq1(spelling)
            if matcher.real_quick_ratio() > most and matcher.quick_ratio() > most and matcher.ratio() > most:
                best, most = names[0], matcher.ratio()
    return best
