"""Which rules a region can be scored by: an index whose table is not given, or has no value, is left out of the total.

So a region without a sink or without scenarios still gets its zones, from the indices it has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from ..errors import InputError
from ..messages import Message, phrase, sentence, warning
from .rules import HIGH_IS_GOOD, INTENSITY, POTENTIAL, SOURCES, TREND, Rule
from .scores import HIGHEST_SCORE, LOWEST_SCORE, score_units

TABLES = {
    TREND: sentence("trends"),
    POTENTIAL: sentence("potential"),
    INTENSITY: sentence("land-use intensity"),
}


class NothingToScoreError(InputError):
    template = sentence(
        "The rules for {indices} cannot be scored, since no table was given that they need. Choose at least one of the "
        "tables of trends, potential and land-use intensity."
    )


class NoScoresError(InputError):
    template = sentence(
        "No unit has a score by any of {indices}: their columns are empty. Look at the tables in which they stand."
    )


def scorable_rules(
    units: Sequence[object],
    given: Mapping[str, pd.DataFrame | None],
    rules: Sequence[Rule],
    cli_direction: str = HIGH_IS_GOOD,
    names: Mapping[str, str] | None = None,
) -> tuple[tuple[Rule, ...], list[Message]]:
    """``rules`` with weight 0 where nothing can be scored, and which these are; arguments as of ``score_units``.

    A rule cannot be scored where its table is not given, or where none of ``units`` has a value. A column that a given
    table lacks is a fault, not a gap. Raises ``NothingToScoreError``, ``NoScoresError`` and what ``score_units`` does.
    """
    weighted = [rule for rule in rules if rule.weight > 0]
    with_table = [rule for rule in weighted if given.get(rule.source) is not None]
    if not with_table:
        raise NothingToScoreError(indices=[rule.index for rule in weighted])
    scores = score_units(units, given, with_table, cli_direction, names).frame
    scored = [rule for rule in with_table if scores[rule.column].notna().any()]
    if not scored:
        raise NoScoresError(indices=[rule.index for rule in with_table])
    counted = tuple(rule if rule in scored else replace(rule, weight=0.0) for rule in rules)
    return counted, _remark_left_out(weighted, with_table, scored)


def range_of_total(rules: Sequence[Rule]) -> tuple[float, float]:
    """The smallest and the largest total that ``rules`` allow."""
    weight = sum(rule.weight for rule in rules)
    return LOWEST_SCORE * weight, HIGHEST_SCORE * weight


def _remark_left_out(weighted: Sequence[Rule], with_table: Sequence[Rule], scored: Sequence[Rule]) -> list[Message]:
    notes = [
        warning(
            "indices-without-table",
            "Left out of the total, since no table of {source} was given: {indices}.",
            source=phrase(TABLES[source]),
            indices=[rule.index for rule in weighted if rule.source == source],
        )
        for source in SOURCES
        if any(rule.source == source and rule not in with_table for rule in weighted)
    ]
    empty = [rule.index for rule in with_table if rule not in scored]
    if empty:
        notes.append(
            warning(
                "indices-without-value", "Left out of the total, since no unit has a value: {indices}.", indices=empty
            )
        )
    if notes:
        low, high = range_of_total(scored)
        notes.append(
            warning(
                "fewer-scores",
                "With {count} of {all} scores, totals lie between {low} and {high} points. They cannot be compared "
                "with those of a run with other scores, nor cut at its breaks.",
                count=len(scored),
                all=len(weighted),
                low=low,
                high=high,
            )
        )
    return notes
