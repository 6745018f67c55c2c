"""Which rules a region can be scored by: an index whose table is not given, or has no value, is left out of the total.

So a region without a sink or without scenarios still gets its zones, from the indices it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..errors import InputError
from ..messages import Message, phrase, sentence, warning
from .index_values import HIGHEST_SCORE, LOWEST_SCORE, UnitsToZone
from .rules import INTENSITY, POTENTIAL, SOURCES, TREND, Rule

TABLES = {
    TREND: sentence("trends"),
    POTENTIAL: sentence("potential"),
    INTENSITY: sentence("land-use intensity"),
}


class NothingToScoreError(InputError):
    template = sentence("The rules for {indices} cannot be scored, since no table was given that they need.")
    remedy = sentence("Choose at least one of the tables of trends, potential and land-use intensity.")


class NoScoresError(InputError):
    template = sentence("No unit has a score by any of {indices}: their columns are empty.")
    remedy = sentence("Look at the tables in which they stand.")


def scorable_rules(given: UnitsToZone, rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], list[Message]]:
    """``rules`` with weight 0 where nothing can be scored, and which these are.

    A rule cannot be scored where its table is not given, or where none of the units has a value.

    Args:
        given: what the tables given hold, as of ``read_index_values``.
        rules: of all indices; those with weight 0 stay as they are.

    Raises ``NothingToScoreError``, ``NoScoresError``.

    >>> import pandas as pd
    >>> from .index_values import IndexValues
    >>> from .rules import default_rules
    >>> indices = {"ce": IndexValues("score", np.array([3.0]))}
    >>> given = UnitsToZone(pd.Index(["a"]), "counties", {TREND: "trends"}, indices)
    >>> rules, _ = scorable_rules(given, default_rules("seven"))
    >>> [rule.index for rule in rules if rule.weight > 0]
    ['ce']
    """
    weighted = [rule for rule in rules if rule.weight > 0]
    with_table = [rule for rule in weighted if rule.source in given.tables]
    if not with_table:
        raise NothingToScoreError(indices=[rule.index for rule in weighted])
    scored = [
        rule
        for rule in with_table
        if rule.index in given.indices and np.isfinite(given.indices[rule.index].values).any()
    ]
    if not scored:
        raise NoScoresError(indices=[rule.index for rule in with_table])
    counted = tuple(rule if rule in scored else replace(rule, weight=0.0) for rule in rules)
    absent = [rule for rule in with_table if rule.index not in given.indices]
    return counted, remarks_on_left_out(weighted, with_table, scored, absent=absent)


def range_of_total(rules: Sequence[Rule]) -> tuple[float, float]:
    """The smallest and the largest total that ``rules`` allow.

    Args:
        rules: those that count, each scored from 1 to 5.

    >>> rule = Rule("cs", "cs", TREND, "high_is_good", ())
    >>> range_of_total([rule, replace(rule, index="esc", weight=2.0)])
    (3.0, 15.0)
    """
    weight = sum(rule.weight for rule in rules)
    return LOWEST_SCORE * weight, HIGHEST_SCORE * weight


def remarks_on_left_out(
    weighted: Sequence[Rule], with_table: Sequence[Rule], scored: Sequence[Rule], *, absent: Sequence[Rule] = ()
) -> list[Message]:
    """Which of the ``weighted`` rules have no table, no column or no value, and what that means for the total."""
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
    if absent:
        template = (
            "Left out of the total, since the tables have no column for them: {indices}. The accounts lack what they "
            "are made of, such as the gross domestic product of ecc."
        )
        notes.append(warning("indices-without-column", template, indices=[rule.index for rule in absent]))
    empty = [rule.index for rule in with_table if rule not in scored and rule not in absent]
    if empty:
        template = "Left out of the total, since no unit has a value: {indices}."
        notes.append(warning("indices-without-value", template, indices=empty))
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
