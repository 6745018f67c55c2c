"""The rules of the zoning overlay: which indices are scored, from what, in which direction and with what weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..errors import InputError
from ..messages import phrase, sentence
from ..options import CLI_DIRECTIONS, RULE_SETS
from ..resources import read_rows
from ..tables.setting_columns import Number, Numbers, Text, Word
from ..tables.settings import EmptyCellsError, Row, Rows, Settings
from ..values import Quoted

TREND, POTENTIAL, INTENSITY = SOURCES = ("trend", "potential", "intensity")
HIGH_IS_GOOD, LOW_IS_GOOD = DIRECTIONS = CLI_DIRECTIONS.keys
SCORE_PREFIX = "score_"

_SETTINGS = Settings(
    Text("index", required=True, filled=False, names=True),
    Text("field", required=True),
    Word("source", required=True, words=SOURCES),
    Word("direction", required=True, filled=False, default="", words=DIRECTIONS),
    Numbers("thresholds"),
    Number("weight", default=1.0, at_least=0, what=sentence("a number, 0 to leave the index out")),
    Text("note"),
    key=("index",),
    skip_without="index",
)
# how many thresholds a rule may have, and what they are
_THRESHOLDS = {
    TREND: ((0, 1), sentence("the |Z| above which a trend is marked, a number above 0")),
    POTENTIAL: ((0, 4), sentence("four rising numbers between the scores 1 to 5, or none")),
    INTENSITY: ((4,), sentence("four rising numbers from 0 to 1 between the scores 1 to 5")),
}


class RuleThresholdsError(InputError):
    template = sentence(
        "“{table}”: with the source {source}, column “{column}” should hold {expected}, with “;” between, but holds "
        "{found}."
    )
    remedy = sentence("Correct these cells.")


class NoRulesError(InputError):
    template = sentence("“{table}” gives no index a weight above 0.")
    remedy = sentence("Give at least one.")


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


@lru_cache(maxsize=len(RULE_SETS))
def default_rules(rule_set: str = RULE_SETS.default) -> tuple[Rule, ...]:
    """The ten rules of Huo et al. 2025, Table 6, with the weights of ``rule_set``, a key of ``RULE_SETS``.

    ``seven`` scores all ten and gives no weight to the footprint, the carrying capacity and the deficit: they are
    emission, sink and net emission times one number, so that each of these trends would count twice.

    Args:
        rule_set: a key of ``RULE_SETS``.

    Raises ``NotAChoiceError``.

    >>> [rule.index for rule in default_rules("seven") if rule.weight > 0]
    ['cs', 'ecc', 'esc', 'nce', 'ce', 'cep', 'cli']
    """
    return tuple(read_rules(rule_rows(rule_set)))


def rule_rows(rule_set: str) -> list[dict[str, str]]:
    """The same as the rows of a table, which ``read_rules`` reads back unchanged.

    Args:
        rule_set: a key of ``RULE_SETS``.

    >>> row = rule_rows("seven")[0]
    >>> row["index"], row["source"], row["direction"]
    ('cs', 'trend', 'high_is_good')
    """
    RULE_SETS.check(rule_set)
    weights = {row["index"]: row["weight"] for row in read_rows("zoning/rule_sets.csv") if row["rule_set"] == rule_set}
    return tuple({**row, "weight": weights.get(row["index"], row["weight"])} for row in read_rows("zoning/rules.csv"))


def read_rules(rows: Rows, table: str = "rules") -> list[Rule]:
    """The rules of a table ``index, field, source, direction``, and perhaps ``thresholds, weight, note``.

    ``rows``: as ``Settings.read`` takes them; those without an index are skipped, an empty weight is 1.

    Raises, all at once: what ``Settings.read`` raises, ``RuleThresholdsError``; then ``NoRulesError``.
    """
    rules = [Rule(**row.values) for row in _SETTINGS.read(rows, table, lambda sound: _check(sound, table))]
    if not any(rule.weight > 0 for rule in rules):
        raise NoRulesError(table=table)
    return rules


def _check(rows: Sequence[Row], table: str) -> list[InputError]:
    """What each source asks of the direction and the thresholds of its rules."""
    undirected = [row.cell() for row in rows if not row["direction"] and row["source"] != INTENSITY]
    errors: list[InputError] = (
        [EmptyCellsError(table=table, column="direction", found=undirected)] if undirected else []
    )
    for source, (_, expected) in _THRESHOLDS.items():
        found = [
            row.cell("thresholds") if row["thresholds"] else replace(row.cell(), value="")
            for row in rows
            if row["source"] == source and not _are_usable(row["thresholds"], source)
        ]
        if found:
            errors.append(
                RuleThresholdsError(
                    table=table, source=Quoted(source), column="thresholds", expected=phrase(expected), found=found
                )
            )
    return errors


def _are_usable(thresholds: Sequence[float], source: str) -> bool:
    rising = all(low < high for low, high in zip(thresholds, thresholds[1:]))
    return len(thresholds) in _THRESHOLDS[source][0] and rising and (source != TREND or min(thresholds, default=1) > 0)
