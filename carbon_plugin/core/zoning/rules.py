"""The rules of the zoning overlay: which indices are scored, from what, in which direction and with what weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..errors import InputError, MissingColumnsError, raise_all
from ..messages import sentence
from ..resources import read_rows

TREND, POTENTIAL, INTENSITY = SOURCES = ("trend", "potential", "intensity")
HIGH_IS_GOOD, LOW_IS_GOOD = DIRECTIONS = ("high_is_good", "low_is_good")
SCORE_PREFIX = "score_"

_REQUIRED = ("index", "field", "source", "direction")
# how many thresholds a rule may have, and what they are
_THRESHOLDS = {
    TREND: ((0, 1), sentence("the |Z| above which a trend is marked, a number above 0")),
    POTENTIAL: ((0, 4), sentence("four rising numbers between the scores 1 to 5, or none")),
    INTENSITY: ((4,), sentence("four rising numbers from 0 to 1 between the scores 1 to 5")),
}


class UnknownWordError(InputError):
    template = sentence("“{table}”, index “{index}”: {column} is “{found}”, but must be one of {expected}.")


class RuleThresholdsError(InputError):
    template = sentence(
        "“{table}”, index “{index}”: the thresholds “{found}” cannot be used. Expected {expected}, with “;” between."
    )


class RuleWeightError(InputError):
    template = sentence(
        "“{table}”, index “{index}”: the weight “{found}” cannot be used. Give a number; 0 leaves the index out."
    )


class RepeatedIndexError(InputError):
    template = sentence("“{table}” has more than one row for the index {indices}. Give each index one row.")


class NoRulesError(InputError):
    template = sentence("“{table}” gives no index a weight above 0. Give at least one.")


@dataclass(frozen=True)
class Rule:
    """How one index is scored.

    ``field``: the variable. ``source``: one of ``SOURCES``, where it stands. ``direction``: one of ``DIRECTIONS``; may
    be empty for an intensity, and is then the caller's. ``thresholds``: of a trend, the |Z| above which it is marked;
    else the four bounds between the scores. ``weight``: of the score in the total; 0 leaves the index out of it.
    """

    index: str
    field: str
    source: str
    direction: str
    thresholds: tuple[float, ...]
    weight: float = 1.0
    note: str = ""

    @property
    def column(self) -> str:
        """The column of the score."""
        return SCORE_PREFIX + self.index


@lru_cache(maxsize=1)
def default_rules() -> tuple[Rule, ...]:
    """The ten rules of Huo et al. 2025, Table 6."""
    return tuple(read_rules(read_rows("zoning/rules.csv")))


def read_rules(rows: Iterable[Mapping[str, object]], table: str = "rules") -> list[Rule]:
    """The rules of a table, whose rows map column names to cells (text, numbers or None).

    Columns ``index, field, source, direction``, and perhaps ``thresholds``, ``weight`` (empty is 1), ``note``. Rows
    without an index are skipped. Raises, all at once: ``MissingColumnsError``, ``UnknownWordError``,
    ``RuleThresholdsError``, ``RuleWeightError``, ``RepeatedIndexError``, ``NoRulesError``.
    """
    rows = [{str(name).strip(): _text(cell) for name, cell in row.items()} for row in rows]
    missing = [f"“{name}”" for name in _REQUIRED if rows and name not in rows[0]]
    if missing:
        raise MissingColumnsError(table=table, missing=missing, found=list(rows[0]))
    rules, errors = [], []
    for row in rows:
        if row["index"]:
            rule, found = _read_rule(row, table)
            rules.append(rule)
            errors += found
    names = [rule.index for rule in rules]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        errors.append(RepeatedIndexError(table=table, indices=repeated))
    if not errors and not any(rule.weight > 0 for rule in rules):
        errors.append(NoRulesError(table=table))
    raise_all(errors)
    return rules


def numbers(text: str) -> list[float]:
    """The numbers of ``text``, with ``;`` between; NaN for what is none."""
    return [_number(part) for part in text.replace("；", ";").split(";") if part.strip()]


def _read_rule(row: Mapping[str, str], table: str) -> tuple[Rule, list[InputError]]:
    rule = Rule(
        row["index"],
        row["field"],
        row["source"],
        row["direction"],
        tuple(numbers(row.get("thresholds", ""))),
        _number(row.get("weight") or "1"),
        row.get("note", ""),
    )
    errors: list[InputError] = []
    directions = (*DIRECTIONS, "") if rule.source == INTENSITY else DIRECTIONS
    for column, found, allowed in (("source", rule.source, SOURCES), ("direction", rule.direction, directions)):
        if found not in allowed:
            expected = [word for word in allowed if word]
            errors.append(
                UnknownWordError(table=table, index=rule.index, column=column, found=found, expected=expected)
            )
    if rule.source in SOURCES and not _usable_thresholds(rule):
        expected = _THRESHOLDS[rule.source][1]
        errors.append(
            RuleThresholdsError(table=table, index=rule.index, found=row.get("thresholds", ""), expected=expected)
        )
    if not 0 <= rule.weight < np.inf:
        errors.append(RuleWeightError(table=table, index=rule.index, found=row["weight"]))
    return rule, errors


def _usable_thresholds(rule: Rule) -> bool:
    bounds = np.array(rule.thresholds)
    usable = len(bounds) in _THRESHOLDS[rule.source][0] and np.isfinite(bounds).all() and (np.diff(bounds) > 0).all()
    return bool(usable and (rule.source != TREND or (bounds > 0).all()))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return np.nan


def _text(cell: object) -> str:
    is_missing = cell is None or (not isinstance(cell, str) and cell != cell)
    return "" if is_missing else str(cell).strip()
