"""Inequality of a panel in one step: Gini and Theil by year, between and within groups, and the Lorenz curves."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..options import SHARES_OF
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Counted
from .inequality import compute_gini, compute_lorenz, compute_theil, compute_theil_parts

BASES = {"population": "population", "gdp": "gdp", "area": "total_ha"}  # key of SHARES_OF: column
GINI, THEIL, BETWEEN, WITHIN = "gini", "theil", "between", "within"
CUMULATIVE_BASE, CUMULATIVE_AMOUNT = "cumulative_base", "cumulative_amount"


class BelowZeroError(InputError):
    template = sentence("“{table}”: “{column}” is below zero in {count:row|rows}: {found}. What is shared cannot be.")
    remedy = sentence("Choose an amount that is never below zero, such as emission or sink instead of net emission.")


class GroupMissingError(InputError):
    template = sentence("“{table}”: column “{column}” is empty in {count:row|rows}: {found}.")
    remedy = sentence("Every row needs its group: fill it in, or leave the group column empty in the dialog.")


class NothingSharedError(InputError):
    template = sentence("“{table}”: no year has units with both “{column}” and “{base}” above zero.")
    remedy = sentence("Choose columns that hold numbers in the same rows.")


class SameColumnError(InputError):
    template = sentence("“{column}” is shared over itself, so that there is nothing to compare.")
    remedy = sentence("Choose another column, or share it over something else.")


@dataclass(frozen=True, eq=False)
class Inequality:
    """``table``: ``year``, ``gini``, ``theil``, ``between``, ``within`` (NaN without groups). ``lorenz``: a row a year
    and unit, from the least amount per base upwards: ``year``, ``unit``, ``cumulative_base``, ``cumulative_amount``,
    shares from 0 to 1. ``column``, ``base``: the columns; ``groups``: that of the groups, '' without.
    """

    table: pd.DataFrame
    lorenz: pd.DataFrame
    column: str
    base: str
    groups: str
    notes: list[Message] = field(default_factory=list)

    def curve(self, year: int) -> tuple[np.ndarray, np.ndarray]:
        """Cumulative shares of base and amount in a year, from 0 to 1."""
        rows = self.lorenz[self.lorenz[YEAR] == year]
        return tuple(np.concatenate([[0.0], rows[name]]) for name in (CUMULATIVE_BASE, CUMULATIVE_AMOUNT))


def measure_inequality(
    panel: Panel, column: str = "ce", share_of: str = "population", *, groups: str = ""
) -> Inequality:
    """How unequally ``column`` is shared over the population, the output or the area, year by year.

    Args:
        panel: one row a unit and year; the area is ``total_ha``.
        column: what is shared.
        share_of: a key of ``SHARES_OF``.
        groups: a column whose texts make groups, such as a province; '' for none.

    Units without one of the numbers, or without base, are left out of their year and told.

    Raises ``NotAChoiceError``, ``MissingColumnsError``, ``TextInNumbersError``, ``NegativeAmountsError``,
    ``SameColumnError``, ``BelowZeroError``, ``GroupMissingError``, ``NothingSharedError``.

    >>> book = {"unit": list("abc"), "year": 2000, "ce": [40.0, 40.0, 20.0], "population": [30.0, 50.0, 20.0]}
    >>> measured = measure_inequality(Panel(pd.DataFrame(book), "book"))
    >>> measured.table[["gini", "theil"]].round(6).to_numpy().tolist()
    [[0.12, 0.025815]]
    """
    base_column = BASES[SHARES_OF.check(share_of)]
    if column == base_column:
        raise SameColumnError(column=column)
    panel.require([column, base_column])
    if groups:
        panel.require([groups], numbers=False)
    amount, base = panel.numbers(column), panel.numbers(base_column)
    codes = _group_codes(panel, groups)
    negative = amount < 0.0
    if negative.any():
        found = panel.cells(negative, column, amount)
        raise BelowZeroError(table=panel.table, column=column, count=len(found), found=found)
    whole = np.isfinite(amount) & (base > 0.0)
    rows, curves, empty, alone = [], [], [], []
    for place, year in enumerate(panel.by_year.years):
        members = np.flatnonzero(whole & (panel.by_year.codes == place))
        if not len(members) or amount[members].sum() <= 0.0:
            empty.append(str(year))
            continue
        if len(members) == 1:
            alone.append(str(year))
        shared = amount[members], base[members]
        parts = compute_theil_parts(*shared, codes[members]) if codes is not None else (np.nan, np.nan)
        rows.append((int(year), compute_gini(*shared), compute_theil(*shared), *parts))
        order, base_share, amount_share = compute_lorenz(*shared)
        units = panel.frame[UNIT].to_numpy()[members[order]]
        shares = {CUMULATIVE_BASE: base_share[1:], CUMULATIVE_AMOUNT: amount_share[1:]}
        curves.append(pd.DataFrame({YEAR: int(year), UNIT: units, **shares}))
    if not rows:
        raise NothingSharedError(table=panel.table, column=column, base=base_column)
    notes = _remarks(panel, (column, base_column), ~whole, empty, alone)
    table = pd.DataFrame(rows, columns=[YEAR, GINI, THEIL, BETWEEN, WITHIN])
    return Inequality(table, pd.concat(curves, ignore_index=True), column, base_column, groups, notes)


def _group_codes(panel: Panel, groups: str) -> np.ndarray | None:
    """The groups of the rows as whole numbers (n,), None without groups."""
    if not groups:
        return None
    texts = panel.frame[groups].map(lambda cell: "" if pd.isna(cell) else str(cell).strip())
    missing = (texts == "").to_numpy()
    if missing.any():
        found = panel.cells(missing)
        raise GroupMissingError(table=panel.table, column=groups, count=len(found), found=found)
    return pd.factorize(texts)[0]


def _remarks(panel: Panel, columns: tuple[str, str], left_out: np.ndarray, empty: list, alone: list) -> list[Message]:
    notes: list[Message] = []
    if left_out.any():
        cells = panel.cells(left_out)
        template = (
            "“{table}”: {count:row|rows} without “{column}”, or without “{base}” above zero, left out: {cells}. Years "
            "with other units are not quite comparable."
        )
        values = {"table": panel.table, "column": columns[0], "base": columns[1]}
        notes.append(warning("rows-outside-inequality", template, count=len(cells), cells=cells, **values))
    if empty:
        template = "Nothing is shared in {years}: these years have no result."
        notes.append(warning("years-without-inequality", template, years=empty))
    if alone:
        template = "A single unit is left in {years}: where there is nobody to compare with, inequality is 0."
        notes.append(warning("inequality-of-one-unit", template, years=alone))
    filled = [Counted(name, int(panel.filled.rows(name).sum())) for name in columns]
    filled = [one for one in filled if one.count]
    if filled:
        notes.append(
            note("inequality-of-filled", "Filled values are among what is compared: {columns}.", columns=filled)
        )
    return notes
