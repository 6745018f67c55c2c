"""What to know of filled gaps: how many, which could not be filled, which rest on a single value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..messages import Message, note, warning
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell, Counted


@dataclass(frozen=True, eq=False)
class FilledColumn:
    """What became of one column.

    ``newly``, ``missing``, ``floored``: (n,) rows that were filled, that stay empty, and that were filled with 0
    instead of less. ``singles``, ``without``: units with one value, with none.
    """

    name: str
    newly: np.ndarray
    missing: np.ndarray
    singles: list[str]
    without: list[str]
    floored: np.ndarray


def remarks_on_filled(panel: Panel, columns: Sequence[FilledColumn]) -> list[Message]:
    """Notes on what was filled; warnings on what rests on one value, was held at zero or could not be filled."""
    notes: list[Message] = []
    counts = [Counted(one.name, int(one.newly.sum())) for one in columns if one.newly.any()]
    if counts:
        template = "“{table}”: {count:empty cell was|empty cells were} filled and marked in “filled”: {columns}."
        total = sum(counted.count for counted in counts)
        notes.append(note("cells-filled", template, table=panel.table, count=total, columns=counts))
    elif not any(one.missing.any() for one in columns):
        notes.append(note("no-gaps", "“{table}” has no empty cell in the chosen fields.", table=panel.table))
    singles = [Cell(unit, column=one.name) for one in columns if one.newly.any() for unit in one.singles]
    if singles:
        template = (
            "“{table}”: {count:series has|series have} a single value, which was given to all years: {cells}. It says "
            "nothing of a change."
        )
        notes.append(warning("filled-from-one-value", template, table=panel.table, count=len(singles), cells=singles))
    floored = [cell for one in columns for cell in panel.cells(one.floored, one.name)]
    if floored:
        template = "“{table}”: {count:filled value|filled values} would have been below zero, and 0 was taken: {cells}."
        notes.append(warning("filled-with-zero", template, table=panel.table, count=len(floored), cells=floored))
    without = [Cell(unit, column=one.name) for one in columns for unit in one.without]
    if without:
        template = "“{table}”: {count:series has|series have} no value at all, so that nothing was filled: {cells}."
        notes.append(warning("nothing-to-fill-from", template, table=panel.table, count=len(without), cells=without))
    outside = [
        cell
        for one in columns
        for cell in panel.cells(one.missing & ~panel.frame[UNIT].isin(one.without).to_numpy(), one.name)
    ]
    if outside:
        template = (
            "“{table}”: {count:cell|cells} before the first or after the last known value of its unit left empty: "
            "{cells}."
        )
        notes.append(note("outside-known-years", template, table=panel.table, count=len(outside), cells=outside))
    return notes


def remarks_on_outliers(table: str, flagged: pd.DataFrame) -> list[Message]:
    """A warning on values unlike those around them, which were left as they are."""
    template = (
        "“{table}”: {count:value|values} of “{column}” far from the values around, by more than 3.5 median absolute "
        "deviations, and left as found: {cells}. Look them up; correct or empty what is wrong, and fill again."
    )
    notes = []
    for name, rows in flagged.groupby("column", sort=False):
        cells = [Cell(row[UNIT], int(row[YEAR]), value=float(row["observed"])) for row in rows.to_dict("records")]
        values = {"table": table, "column": str(name), "count": len(cells), "cells": cells}
        notes.append(warning("values-unlike-neighbours", template, **values))
    return notes
