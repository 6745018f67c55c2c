"""The condition of a sentence, as a table holds it: ``measure operator value``, several joined by ``and``.

Nothing else can be said, so that a table of sentences can do no harm.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import InputError
from ..messages import sentence

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_CLAUSE = re.compile(r"(?P<measure>[a-z_]+)\s*(?P<operator><=|>=|<|>|=)\s*(?P<value>-?\d+(\.\d+)?)")


class ConditionError(InputError):
    template = sentence(
        "The condition “{found}” cannot be read: expected are a measure, one of {operators} and a number, several "
        "joined by “and”."
    )
    remedy = sentence("Correct it in the table of sentences.")


@dataclass(frozen=True)
class Clause:
    """One comparison of a measure with a number."""

    measure: str
    operator: str
    value: float

    def holds(self, measures: Mapping[str, float]) -> bool:
        """Whether it holds; not where the measure is not known or NaN."""
        found = measures.get(self.measure, float("nan"))
        return found == found and OPERATORS[self.operator](found, self.value)


def read_condition(text: str) -> tuple[Clause, ...]:
    """The clauses of a condition, none of an empty one. Raises ``ConditionError``.

    >>> read_condition("balanced_pct >= 50 and ce_change_pct < 0")[1]
    Clause(measure='ce_change_pct', operator='<', value=0.0)
    """
    parts = [part.strip() for part in text.split(" and ")] if text.strip() else []
    found = [_CLAUSE.fullmatch(part) for part in parts]
    if None in found:
        raise ConditionError(found=text, operators=list(OPERATORS))
    return tuple(Clause(one["measure"], one["operator"], float(one["value"])) for one in found)


def holds(condition: tuple[Clause, ...], measures: Mapping[str, float]) -> bool:
    """Whether every clause holds; an empty condition does, and one on what is not known does not.

    Args:
        condition: its clauses, as of ``read_condition``.
        measures: by name, each in its own unit; NaN or left out where it is not known.

    >>> holds(read_condition("ce_change_pct > 0"), {"ce_change_pct": 3.0}), holds(read_condition("ecc > 1"), {})
    (True, False)
    """
    return all(clause.holds(measures) for clause in condition)
