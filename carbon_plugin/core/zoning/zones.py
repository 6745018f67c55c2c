"""Carbon-neutral zoning: scores of ten indices, their total, and five zones from best to worst.

Huo et al. 2025, Table 6. Its class columns are followed, not its plus and minus labels, which contradict them for
carbon sink and carbon emission. What is scored, and how, stands in a table that users can replace
(resources/zoning/rules.csv, ``zoning_rules``); how a score comes about is in ``zoning_scores``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence, warning
from ..number_text import numbers_in
from ..resources import read_rows
from ..statistics.classification import Breaks, classify, fixed_breaks, quantiles
from ..statistics.natural_breaks import natural_breaks
from .rules import (
    DIRECTIONS,
    HIGH_IS_GOOD,
    INTENSITY,
    POTENTIAL,
    TREND,
    Rule,
    default_rules,
    read_rules,
)
from .scores import HIGHEST_SCORE, LOWEST_SCORE, score_units

__all__ = [
    "BREAKS",
    "DIRECTIONS",
    "Rule",
    "ScoreClass",
    "Zone",
    "Zoning",
    "default_rules",
    "read_break_values",
    "read_rules",
    "score_classes",
    "zone_units",
    "zones",
]

NATURAL, EQUAL, QUANTILE, FIXED = BREAKS = ("natural", "equal", "quantile", "fixed")

TOTAL, ZONE, ZONE_NAME, MARGIN, NEXT_ZONE = "total", "zone", "zone_name", "margin", "next_zone"
MOVED_BY, MISSING_SCORES = "moved_by", "missing_scores"

_DECIMALS = 9  # of totals and margins, so that equal sums of broken weights are equal


class UnknownChoiceError(InputError):
    template = sentence("{parameter} is “{found}”, but must be one of {expected}.")


class NoCompleteUnitError(InputError):
    template = sentence(
        "No unit has all its scores. Missing are {missing} (number of units). Supply them, or set the weights of these "
        "indices to 0."
    )


class BreakCountError(InputError):
    template = sentence(
        "The break values “{found}” cannot be used. Give the upper bounds of the {zones} classes of the total, rising, "
        "with “;” between, as an earlier run reports them; the last may be left out."
    )


@dataclass(frozen=True)
class Zone:
    """A zone and what to do in it; ``zone`` 1 is the best. ``colour`` as ``#rrggbb``."""

    zone: int
    roman: str
    name_en: str
    name_zh: str
    colour: str
    strategy_en: str
    strategy_zh: str

    def name(self, language: str = "en") -> str:
        """The name in ``language`` ('en' or 'zh')."""
        return self.name_zh if language == "zh" else self.name_en

    def strategy(self, language: str = "en") -> str:
        """The strategy in ``language`` ('en' or 'zh')."""
        return self.strategy_zh if language == "zh" else self.strategy_en


@dataclass(frozen=True)
class ScoreClass:
    """How a score is called and shown; ``colour`` as ``#rrggbb``."""

    score: int
    name_en: str
    name_zh: str
    colour: str

    def name(self, language: str = "en") -> str:
        """The name in ``language`` ('en' or 'zh')."""
        return self.name_zh if language == "zh" else self.name_en


@dataclass(frozen=True, eq=False)
class Zoning:
    """``frame``: a row a unit in the order given; ``unit``; ``score_<index>`` (1..5) a rule; ``total``; ``zone`` (1 is
    best); ``zone_name``; ``margin``, the points of the total to the nearest break; ``next_zone``, the zone beyond it;
    ``moved_by``, the least changes of a single score that take the unit there, such as ``ce 3→2; esc 2→1``;
    ``missing_scores``, the indices without a score. Empty cells where a unit has no zone.

    ``breaks``: the classes of the total, from low to high, so that the last is zone 1. ``method``: one of ``BREAKS``,
    the one that was used. ``intensity_year``: the year of the land-use intensity, None where it has none.
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
        return ";".join(f"{bound:.12g}" for bound in self.breaks.upper_bounds)


@lru_cache(maxsize=1)
def zones() -> tuple[Zone, ...]:
    """The zones, best first."""
    return tuple(Zone(**{**row, "zone": int(row["zone"])}) for row in read_rows("zoning/zones.csv"))


@lru_cache(maxsize=1)
def score_classes() -> tuple[ScoreClass, ...]:
    """The names and colours of the scores, best first."""
    return tuple(ScoreClass(**{**row, "score": int(row["score"])}) for row in read_rows("zoning/score_classes.csv"))


def read_break_values(text: str) -> list[float]:
    """The numbers of a text with ``;`` between. Raises ``BreakCountError`` where there is something else in it."""
    values = numbers_in(text)
    if values is None:
        raise BreakCountError(found=text, zones=len(zones()))
    return list(values)


def zone_units(
    units: Sequence[object],
    trends: pd.DataFrame | None = None,
    potential: pd.DataFrame | None = None,
    intensity: pd.DataFrame | None = None,
    rules: Sequence[Rule] | None = None,
    cli_direction: str = HIGH_IS_GOOD,
    breaks: str = NATURAL,
    break_values: Sequence[float] = (),
    language: str = "en",
    names: Mapping[str, str] | None = None,
) -> Zoning:
    """Score and add up, then zone ``units``, the keys of the map.

    ``trends``, ``potential``, ``intensity``, ``rules``, ``cli_direction``, ``names``: as in ``score_units``. The total
    is the sum of weight times score. ``breaks``: one of ``BREAKS``, how totals are cut; equal intervals divide the
    range a total can have (10 to 50 for ten weights of 1). ``break_values``: of fixed breaks, the upper bounds from low
    to high; the last may be left out.

    A unit without one of the scores that count has no total and no zone, and is named. Where the totals differ too
    little to fill the zones, equal intervals take over, with a warning.

    Raises as ``score_units``, and ``UnknownChoiceError``, ``NoCompleteUnitError``, ``BreakCountError``,
    ``BoundsError``.
    """
    for name, found, expected in (("CLI_DIRECTION", cli_direction, DIRECTIONS), ("BREAKS", breaks, BREAKS)):
        if found not in expected:
            raise UnknownChoiceError(parameter=name, found=found, expected=expected)
    rules = tuple(default_rules() if rules is None else rules)
    given = {TREND: trends, POTENTIAL: potential, INTENSITY: intensity}
    scores = score_units(units, given, rules, cli_direction, names)
    weighted = [rule for rule in rules if rule.weight > 0]
    counted = scores.frame[[rule.column for rule in weighted]]
    notes = scores.notes + _remark_missing(counted.isna(), weighted)
    weights = np.array([rule.weight for rule in weighted])
    totals = np.round(counted.to_numpy() @ weights, _DECIMALS)
    classes, method, found = _cut_totals(totals[~np.isnan(totals)], breaks, break_values, weights.sum())
    frame = _with_zones(scores.frame.assign(**{TOTAL: totals}), classes.upper_bounds, language)
    frame[MOVED_BY] = _moved_by(frame, weighted)
    frame[MISSING_SCORES] = _joined_missing(counted.isna(), weighted)
    frame = frame.astype({rule.column: "Int64" for rule in rules}).reset_index()
    return Zoning(frame, classes, method, rules, scores.intensity_year, notes + found)


def _joined_missing(missing: pd.DataFrame, weighted: Sequence[Rule]) -> list[str]:
    names = np.array([rule.index for rule in weighted], dtype=object)
    return [";".join(names[row]) for row in missing.to_numpy()]


def _remark_missing(missing: pd.DataFrame, weighted: Sequence[Rule]) -> list[Message]:
    """The units without a zone, named. Raises ``NoCompleteUnitError`` if these are all."""
    without = missing.any(axis=1)
    counts = missing.sum().to_numpy()
    if without.all():
        found = [f"{rule.index} ({count})" for rule, count in zip(weighted, counts) if count]
        raise NoCompleteUnitError(missing=found)
    if not without.any():
        return []
    names = [f"{unit} ({found})" for unit, found in zip(missing.index, _joined_missing(missing, weighted)) if found]
    return [
        warning(
            "units-without-zone",
            "{count} of {total} units have no zone, since scores are missing: {units}.",
            count=int(without.sum()),
            total=len(missing),
            units=names,
        )
    ]


def _cut_totals(
    totals: np.ndarray, method: str, values: Sequence[float], weight: float
) -> tuple[Breaks, str, list[Message]]:
    """The classes of the totals (n,), the method that was used in the end, and what is to be said about it."""
    count = len(zones())
    borders = np.linspace(LOWEST_SCORE * weight, HIGHEST_SCORE * weight, count + 1).round(_DECIMALS)
    if method == FIXED:
        if len(values) not in (count - 1, count):
            raise BreakCountError(found=";".join(f"{value:g}" for value in values), zones=count)
        breaks = fixed_breaks(totals, values if len(values) == count else [*values, borders[-1]])
        return breaks, method, breaks.notes
    equal = fixed_breaks(totals, borders[1:])
    if method == EQUAL:
        return equal, method, []
    breaks = (natural_breaks if method == NATURAL else quantiles)(totals, count)
    if breaks.is_complete:
        return breaks, method, []
    fallback = warning(
        "zones-equal-intervals",
        "The totals of the units differ too little for {zones} classes by “{method}” ({different} different totals). "
        "The zones are equal intervals up to {bounds} instead.",
        zones=count,
        method=method,
        different=len(np.unique(totals)),
        bounds=[float(bound) for bound in equal.upper_bounds],
    )
    return equal, EQUAL, [fallback]


def _with_zones(frame: pd.DataFrame, bounds: np.ndarray, language: str) -> pd.DataFrame:
    """Zone, name, margin and next zone of every total."""
    total = frame[TOTAL].to_numpy()
    has_zone = ~np.isnan(total)
    classes = classify(total, bounds)
    margin, is_fall = _margins(total, classes, bounds)
    named = {zone.zone: zone.name(language) for zone in zones()}
    zone = pd.Series(len(bounds) + 1 - classes, index=frame.index, dtype="Int64").where(has_zone)
    next_zone = (zone + np.where(is_fall, 1, -1)).where(np.isfinite(margin))
    return frame.assign(
        **{ZONE: zone, ZONE_NAME: zone.map(named).fillna(""), MARGIN: margin, NEXT_ZONE: next_zone.astype("Int64")}
    )


def _margins(total: np.ndarray, classes: np.ndarray, bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The distance of each total (n,) to the nearest break between two classes, and whether that is the lower one.

    At the same distance it is the lower one: a unit falls when it reaches the break, and rises only beyond it.
    """
    borders = np.concatenate(([-np.inf], bounds[:-1], [np.inf]))
    down, up = total - borders[classes - 1], borders[classes] - total
    return np.round(np.fmin(down, up), _DECIMALS), down <= up


def _moved_by(frame: pd.DataFrame, weighted: Sequence[Rule]) -> list[str]:
    """For each unit the least changes of one score that take it beyond its nearest break."""
    falls = (frame[NEXT_ZONE] > frame[ZONE]).fillna(False).to_numpy(dtype=bool)
    margins = frame[MARGIN].to_numpy()
    weights = np.array([rule.weight for rule in weighted])
    scores = frame[[rule.column for rule in weighted]].to_numpy()
    moves = []
    for row, margin, is_fall in zip(scores, margins, falls):
        # a fall needs the points of the margin, a rise more than these
        points = np.round(margin / weights, _DECIMALS)
        changed = row - np.ceil(points) if is_fall else row + np.floor(points) + 1
        steps = np.where((changed >= LOWEST_SCORE) & (changed <= HIGHEST_SCORE), np.abs(changed - row), np.inf)
        least = np.flatnonzero(np.isfinite(steps) & (steps == steps.min()))
        moves.append("; ".join(f"{weighted[place].index} {row[place]:.0f}→{changed[place]:.0f}" for place in least))
    return moves
