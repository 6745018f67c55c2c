"""Carbon-neutral zoning in one step: scores, their total, five zones from best to worst, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, phrase, sentence
from ..number_text import SEPARATOR
from ..options import CLI_DIRECTIONS
from ..statistics.class_breaks import Breaks
from ..tables.vocabulary import UNIT
from .index_values import UnitsToZone
from .moves import compute_moves, find_groups, moves_to_text, signs_of
from .remarks import remarks_on_intensity, remarks_on_missing_scores, remarks_on_thresholds
from .rules import HIGH_IS_GOOD, Rule
from .scorable import TABLES
from .scores import compute_scores, compute_totals
from .total_breaks import NATURAL, cut_totals, remarks_on_cut
from .zones import (
    MARGIN,
    MISSING_SCORES,
    MOVED_BY,
    NEXT_ZONE,
    NO_ZONE,
    TOTAL,
    ZONE,
    ZONE_KEY,
    compute_margins,
    compute_zones,
    zone_keys,
)


class MissingSourceError(InputError):
    template = sentence("The rules for {indices} need a table of {tables}, which was not given.")
    remedy = sentence("Choose it, or set the weights of these rules to 0.")


@dataclass(frozen=True, eq=False)
class Zoning:
    """``frame``: a row a unit in the order given; ``unit``; ``score_<index>`` (1..5) a rule; ``total``; ``zone`` (1 is
    best); ``zone_key``, the same in every language; ``margin``, the points of the total to the nearest break;
    ``next_zone``, the zone beyond it; ``moved_by``, the least steps of a single trend or other index that take the
    unit to another zone, found by scoring again, such as ``ce 3→2 & cf 3→2; esc 2→1`` (scores with “&” follow one
    trend); ``missing_scores``, the indices without a score. Empty cells where a unit has no zone.

    ``breaks``: the classes of the total, from low to high, so that the last is zone 1. ``method``: a key of
    ``ZONE_BREAKS``, the one that was used. ``intensity_year``: the year of the land-use intensity, None where it has
    none.
    """

    frame: pd.DataFrame
    breaks: Breaks
    method: str
    rules: tuple[Rule, ...]
    intensity_year: int | None
    notes: list[Message] = field(default_factory=list)

    @property
    def gvf(self) -> float:
        """Goodness of variance fit of the zones."""
        return self.breaks.gvf

    @property
    def breaks_used(self) -> str:
        """The upper bounds of the classes of the total, to be given back as the values of fixed breaks."""
        return SEPARATOR.join(f"{bound:.12g}" for bound in self.breaks.upper_bounds)


def zone_units(
    given: UnitsToZone,
    rules: Sequence[Rule],
    *,
    cli_direction: str = HIGH_IS_GOOD,
    breaks: str = NATURAL,
    break_values: Sequence[float] = (),
) -> Zoning:
    """Score and add up, then zone the units that were ``given``.

    The total is the sum of weight times score. A unit without one of the scores that count has no total and no zone,
    and is named. Where the totals differ too little to fill the zones, equal intervals take over, with a warning.

    Args:
        given: what the rules score, as of ``read_index_values``.
        rules: a rule with weight 0 gives a score that does not count.
        cli_direction: a key of ``CLI_DIRECTIONS``, of rules without a direction of their own.
        breaks, break_values: how totals are cut, as in ``cut_totals``.

    Raises ``NotAChoiceError``, ``MissingSourceError``, ``NoCompleteUnitError``, ``BreakCountError``, ``BoundsError``.

    >>> from .index_values import SCORE, IndexValues
    >>> scores = IndexValues(SCORE, np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    >>> given = UnitsToZone(pd.Index(list("abcde")), "map", {"trend": "trends"}, {"cs": scores})
    >>> zone_units(given, [Rule("cs", "cs", "trend", HIGH_IS_GOOD, ())]).frame["zone"].tolist()
    [5, 4, 3, 2, 1]
    """
    CLI_DIRECTIONS.check(cli_direction)
    rules = tuple(rules)
    _check_tables(given, rules)
    scores = np.broadcast_to(compute_scores(given.indices, rules, cli_direction), (len(given.units), len(rules)))
    weights = np.array([rule.weight for rule in rules])
    counted = weights > 0
    indices = [rule.index for rule in rules if rule.weight > 0]
    missing = np.isnan(scores[:, counted])
    without_zone = remarks_on_missing_scores(given.units, missing, indices)
    totals = compute_totals(scores, weights)
    complete = totals[~np.isnan(totals)]
    cut, used = cut_totals(complete, breaks, break_values, weight=weights[counted].sum())
    zone = compute_zones(totals, cut.upper_bounds)
    margin, next_zone = compute_margins(totals, cut.upper_bounds)
    counting = [rule for rule in rules if rule.weight > 0]
    steps = {"groups": find_groups(counting), "signs": signs_of(counting, cli_direction)}
    moves = compute_moves(scores[:, counted], weights[counted], cut.upper_bounds, **steps)
    frame = pd.DataFrame(
        {
            UNIT: given.units,
            **{rule.column: _whole(column) for rule, column in zip(rules, scores.T)},
            TOTAL: totals,
            ZONE: _zone_column(zone),
            ZONE_KEY: zone_keys(zone),
            MARGIN: margin,
            NEXT_ZONE: _zone_column(next_zone),
            MOVED_BY: moves_to_text(scores[:, counted], moves, indices, **steps),
            MISSING_SCORES: [SEPARATOR.join(np.array(indices, dtype=object)[row]) for row in missing],
        }
    )
    notes = [
        *given.notes,
        *remarks_on_thresholds(given, rules),
        *remarks_on_intensity(given, rules),
        *without_zone,
        *remarks_on_cut(complete, breaks, used, breaks=cut),
    ]
    return Zoning(frame, cut, used, rules, given.intensity_year, notes)


def _check_tables(given: UnitsToZone, rules: Sequence[Rule]) -> None:
    without = [rule for rule in rules if rule.weight > 0 and rule.source not in given.tables]
    if without:
        sources = dict.fromkeys(rule.source for rule in without)
        tables = [phrase(TABLES[source]) for source in sources]
        raise MissingSourceError(indices=[rule.index for rule in without], tables=tables)


def _whole(values: np.ndarray) -> pd.Series:
    """Whole numbers that may be missing."""
    return pd.Series(values).astype("Int64")


def _zone_column(zones: np.ndarray) -> pd.Series:
    return _whole(np.where(zones == NO_ZONE, np.nan, zones))
