"""Coefficient profiles: named tables of coefficients that a reader can check, cite and override.

A row is one printed number with its unit, range and source. The rows of one component and column multiply
together: yield x (1 - water content) / economic coefficient x carbon absorption rate. Rows of the component
``nep`` hold the net ecosystem productivity of a sink component, which turns carbon into land. A factor may have
several rows for groups of units and spans of years (``place_year``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..messages import Message
from ..options import PROFILES
from ..resources import read_rows
from ..tables.settings import Rows
from .balance import Factor
from .coefficient import NEP, ROLES, STANDARD_COAL, Coefficient
from .coefficient_remarks import remarks_on_coefficients
from .coefficient_table import check_factors, read_coefficient_rows
from .place_year import NO_ROW, Places, rows_of_places


@dataclass(frozen=True)
class Term:
    """What one unit of ``column`` adds to ``component``, t C: the product of the factors of the two.

    ``rows``: all coefficients of the two. Those of one factor hold for different groups or years.
    """

    component: str
    column: str
    rows: tuple[Coefficient, ...]

    @property
    def factors(self) -> dict[str, tuple[Coefficient, ...]]:
        """The rows by factor, in the order of the table."""
        names = dict.fromkeys(row.factor for row in self.rows)
        return {name: tuple(row for row in self.rows if row.factor == name) for name in names}

    @property
    def required(self) -> bool:
        """Whether the component is incomplete without the column."""
        return any(row.required for row in self.rows)

    @property
    def multiplier(self) -> float:
        """t C a unit where no row for a group or a span of years holds; NaN where a factor has only such rows."""
        return math.prod(_everywhere(rows) for rows in self.factors.values())

    @property
    def standard_coal(self) -> float | None:
        """tce a unit, as ``multiplier``; None where the profile does not tell."""
        coal = self.factors.get(STANDARD_COAL)
        return _everywhere(coal) if coal else None

    def multiplier_at(self, places: Places, drawn: Mapping[str, np.ndarray] | None = None) -> Factor:
        """t C a unit in every row of a panel: a number where the same rows hold in all of them, else (n,).

        NaN where no row of a factor holds. ``drawn``: values to take in place of a row's own, by its name, each
        (draws, 1): (draws, 1) or (draws, n) then.
        """
        return math.prod(_at(rows, places, drawn or {}) for rows in self.factors.values())

    def standard_coal_at(self, places: Places, drawn: Mapping[str, np.ndarray] | None = None) -> Factor | None:
        """tce a unit in every row of a panel, as ``multiplier_at``; None where the profile does not tell."""
        coal = self.factors.get(STANDARD_COAL)
        return _at(coal, places, drawn or {}) if coal else None


@dataclass(frozen=True)
class Profile:
    """A named set of coefficients. ``overridden``: names of rows that a user's table changed or added.

    ``notes``: about them.
    """

    name: str
    coefficients: tuple[Coefficient, ...]
    overridden: frozenset[str] = frozenset()
    notes: tuple[Message, ...] = ()

    def terms(self) -> tuple[Term, ...]:
        """One term for each component and column, in the order of the table."""
        terms: dict[tuple[str, str], list[Coefficient]] = {}
        for row in self.coefficients:
            if row.component != NEP:
                terms.setdefault((row.component, row.column), []).append(row)
        return tuple(Term(component, column, tuple(rows)) for (component, column), rows in terms.items())

    def nep(self) -> dict[str, float]:
        """Net ecosystem productivity by sink component, t C/(ha a)."""
        return {row.column: row.value for row in self.coefficients if row.component == NEP}

    def rows(self) -> list[dict[str, object]]:
        """The profile as an editable table, which ``override`` reads back unchanged."""
        return [row.row() for row in self.coefficients]

    def override(self, rows: Rows, table: str) -> Profile:
        """The profile with a user's rows: those with a known ``key``, ``group`` and years replace, others are added.

        ``rows``: as ``Settings.read`` takes them. An empty cell of a known key keeps the profile's entry, so ``key``
        and ``value`` alone will do. A changed value whose source was left as it was is attributed to ``table``.

        Raises, all at once: what ``Settings.read`` raises and those of ``coefficient_table``.
        """
        base = {row.name: row for row in self.coefficients}
        changed = {row.name: row for row in read_coefficient_rows(rows, table, base) if row != base.get(row.name)}
        merged = {**base, **changed}
        check_factors(merged.values(), table)
        return replace(
            self,
            coefficients=tuple(merged.values()),
            overridden=self.overridden | frozenset(changed),
            notes=(*self.notes, *remarks_on_coefficients(changed, base, table)),
        )


def load_profile(name: str) -> Profile:
    """The shipped profile ``name``, one of ``options.PROFILES``. Raises ``NotAChoiceError``.

    Args:
        name: a key of ``options.PROFILES``.

    >>> load_profile("qinba").nep()["cs_forest"]
    3.81
    """
    return Profile(PROFILES.check(name), tuple(read_coefficient_rows(read_rows(f"profiles/{name}.csv"), name, {})))


def _everywhere(rows: Sequence[Coefficient]) -> float:
    return next((row.multiplier for row in rows if row.holds_everywhere), math.nan)


def _at(rows: Sequence[Coefficient], places: Places, drawn: Mapping[str, np.ndarray]) -> Factor:
    """What one factor multiplies by in every row of a panel."""
    values = [ROLES[row.role](drawn.get(row.name, row.value)) for row in rows]
    if len(rows) == 1 and rows[0].holds_everywhere:
        return values[0]
    found = rows_of_places(rows, places)
    if (found == found[0]).all():
        return values[found[0]] if found[0] != NO_ROW else math.nan
    columns = np.broadcast_arrays(*(np.atleast_1d(value) for value in (*values, math.nan)))
    return np.concatenate(columns, axis=-1)[..., found]  # NO_ROW is the last of them
