"""Coefficient profiles: named tables of coefficients that a reader can check, cite and override.

A row is one printed number with its unit, range and source. The rows of one component and column multiply
together: yield x (1 - water content) / economic coefficient x carbon absorption rate. Rows of the component
``nep`` hold the net ecosystem productivity of a sink component, which turns carbon into land.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..messages import Message
from ..options import PROFILES
from ..resources import read_rows
from ..tables.settings import Rows
from .coefficient import NEP, STANDARD_COAL, Coefficient
from .coefficient_table import check_factors, read_coefficient_rows, remarks_on_coefficients


@dataclass(frozen=True)
class Term:
    """What one unit of ``column`` adds to ``component``, t C: the product of the rows of the two.

    ``standard_coal``: tce a unit, None where the profile does not tell. ``required``: without the column the
    component is incomplete.
    """

    component: str
    column: str
    multiplier: float
    required: bool = False
    standard_coal: float | None = None


@dataclass(frozen=True)
class Profile:
    """A named set of coefficients. ``overridden``: keys that a user's table changed or added; ``notes``: about them."""

    name: str
    coefficients: tuple[Coefficient, ...]
    overridden: frozenset[str] = frozenset()
    notes: tuple[Message, ...] = ()

    def terms(self) -> tuple[Term, ...]:
        """One term for each component and column, in the order of the table."""
        groups: dict[tuple[str, str], list[Coefficient]] = defaultdict(list)
        for row in self.coefficients:
            if row.component != NEP:
                groups[row.component, row.column].append(row)
        return tuple(_term(component, column, rows) for (component, column), rows in groups.items())

    def nep(self) -> dict[str, float]:
        """Net ecosystem productivity by sink component, t C/(ha a)."""
        return {row.column: row.value for row in self.coefficients if row.component == NEP}

    def rows(self) -> list[dict[str, object]]:
        """The profile as an editable table, which ``override`` reads back unchanged."""
        return [row.row() for row in self.coefficients]

    def override(self, rows: Rows, table: str) -> Profile:
        """The profile with a user's rows: those with a known ``key`` replace, new keys are added.

        ``rows``: as ``Settings.read`` takes them. An empty cell of a known key keeps the profile's entry, so ``key``
        and ``value`` alone will do. A changed value whose source was left as it was is attributed to ``table``.

        Raises, all at once: what ``Settings.read`` raises and those of ``coefficient_table``.
        """
        base = {row.key: row for row in self.coefficients}
        changed = {row.key: row for row in read_coefficient_rows(rows, table, base) if row != base.get(row.key)}
        merged = {**base, **changed}
        check_factors(merged.values(), table)
        return replace(
            self,
            coefficients=tuple(merged.values()),
            overridden=self.overridden | frozenset(changed),
            notes=(*self.notes, *remarks_on_coefficients(changed, base, table)),
        )


def load_profile(name: str) -> Profile:
    """The shipped profile ``name``, one of ``options.PROFILES``. Raises ``NotAChoiceError``."""
    return Profile(PROFILES.check(name), tuple(read_coefficient_rows(read_rows(f"profiles/{name}.csv"), name, {})))


def _term(component: str, column: str, rows: Sequence[Coefficient]) -> Term:
    coal = [row.multiplier for row in rows if row.factor == STANDARD_COAL]
    return Term(
        component,
        column,
        math.prod(row.multiplier for row in rows),
        any(row.required for row in rows),
        math.prod(coal) if coal else None,
    )
