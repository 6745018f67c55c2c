"""How totals are cut into the classes of the zones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..messages import Message, phrase, sentence, warning
from ..number_text import SEPARATOR, numbers_in
from ..options import ZONE_BREAKS
from ..statistics.class_breaks import Breaks
from ..statistics.classification import fixed_breaks
from ..statistics.even_classes import even_classes
from ..statistics.natural_breaks import natural_breaks
from .index_values import HIGHEST_SCORE, LOWEST_SCORE
from .scores import TOTAL_DECIMALS
from .zones import ZONE_COUNT

NATURAL, EQUAL, QUANTILE, FIXED = ZONE_BREAKS.keys


class BreakCountError(InputError):
    template = sentence(
        "The break values “{found}” cannot be used: expected are the upper bounds of the {zones} classes of the total, "
        "rising, with “;” between."
    )
    remedy = sentence("Give them as an earlier run reports them; the last may be left out.")


def read_break_values(text: str) -> list[float]:
    """The numbers of a text with ``;`` between, perhaps none. Raises ``BreakCountError`` where one is no number."""
    values = numbers_in(text)
    if values is None:
        raise BreakCountError(found=text, zones=ZONE_COUNT)
    return list(values)


def cut_totals(totals: np.ndarray, method: str, values: Sequence[float], *, weight: float) -> tuple[Breaks, str]:
    """The classes of ``totals``, and the method used in the end: equal intervals where they differ too little.

    Args:
        totals: (n,) without gaps.
        method: a key of ``ZONE_BREAKS``. Equal intervals divide the range a total can have; ``quantile`` cuts into
            counts that differ from a fifth of the units no more than equal totals force.
        values: of fixed breaks, the upper bounds from low to high; the last may be left out.
        weight: the sum of the weights.

    Raises ``NotAChoiceError``, ``BreakCountError``, ``BoundsError``.

    >>> breaks, method = cut_totals(np.array([12.0, 20.0, 30.0, 38.0, 45.0]), EQUAL, (), weight=10.0)
    >>> breaks.upper_bounds.tolist(), method
    ([18.0, 26.0, 34.0, 42.0, 50.0], 'equal')
    """
    ZONE_BREAKS.check(method)
    borders = np.linspace(LOWEST_SCORE * weight, HIGHEST_SCORE * weight, ZONE_COUNT + 1).round(TOTAL_DECIMALS)
    if method == FIXED:
        if len(values) not in (ZONE_COUNT - 1, ZONE_COUNT):
            raise BreakCountError(found=SEPARATOR.join(f"{value:g}" for value in values), zones=ZONE_COUNT)
        return fixed_breaks(totals, values if len(values) == ZONE_COUNT else [*values, borders[-1]]), FIXED
    if method != EQUAL:
        breaks = (natural_breaks if method == NATURAL else even_classes)(totals, ZONE_COUNT)
        if breaks.is_complete:
            return breaks, method
    return fixed_breaks(totals, borders[1:]), EQUAL


def remarks_on_cut(totals: np.ndarray, asked: str, used: str, *, breaks: Breaks) -> list[Message]:
    """Totals above fixed breaks, and that another method than the one ``asked`` for was ``used``."""
    if used == asked:
        return breaks.notes if used == FIXED else []
    return [
        warning(
            "zones-equal-intervals",
            "The totals of the units differ too little for {zones} classes by “{method}” ({different} different "
            "totals). The zones are equal intervals up to {bounds} instead.",
            zones=ZONE_COUNT,
            method=phrase(ZONE_BREAKS.label(asked)),
            different=len(np.unique(totals)),
            bounds=[float(bound) for bound in breaks.upper_bounds],
        )
    ]
