"""What to know of types of units: who has none, columns that decide too much, types of one unit, signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..messages import Message, note, phrase, warning
from ..tables.panel import Panel
from ..values import Cell, Counted

_MUCH_LARGER = 10.0  # times
_WEAK = 0.25  # of a silhouette, Kaufman and Rousseeuw 1990


def remarks_on_unknown_units(table: str, cells: Sequence[Cell], columns: Sequence[str]) -> list[Message]:
    """Units without all of the numbers."""
    if not cells:
        return []
    template = "“{table}”: {count:unit has|units have} no type, since one of {columns} is missing: {cells}."
    values = {"table": table, "count": len(cells), "columns": list(dict.fromkeys(columns)), "cells": list(cells)}
    return [warning("units-without-type", template, **values)]


def remarks_on_filled_types(panel: Panel, fields: Sequence[str]) -> list[Message]:
    """Values of this year that were interpolated or shared out."""
    counts = [Counted(name, int(np.sum(panel.filled.rows(name)))) for name in fields]
    counts = [one for one in counts if one.count]
    if not counts:
        return []
    template = "“{table}”: filled values count like observed ones: {columns}."
    return [note("filled-in-types", template, table=panel.table, columns=counts)]


def remarks_on_columns(fields: Sequence[str], amounts: np.ndarray, *, shares: bool) -> list[Message]:
    """Columns that do not differ, and one that is so large that it decides alone."""
    notes = []
    constant = [name for name, column in zip(fields, amounts.T) if np.ptp(column) == 0]
    if constant:
        template = "Column {columns} is the same for all units: its NRCA only says how little else a unit has."
        notes.append(warning("constant-in-types", template, columns=constant))
    sums = amounts.sum(axis=0)
    if not shares and sums.max() > _MUCH_LARGER * sums.min():
        template = (
            "NRCA adds the columns up as they are: the sum of {largest} is {times} times that of {smallest}, so that "
            "units of measure weigh in. SHARES counts every column the same."
        )
        values = {"largest": fields[int(sums.argmax())], "smallest": fields[int(sums.argmin())]}
        times = f"{sums.max() / sums.min():,.0f}"
        notes.append(warning("columns-of-unlike-size", template, times=times, **values))
    return notes


def remarks_on_silhouettes(rows: Sequence[Mapping[str, float]], chosen: int, *, asked: bool) -> list[Message]:
    """How well the types are set apart, for every number of them that was tried."""
    found = {int(row["types"]): float(row["silhouette"]) for row in rows}
    silhouette = found[chosen]
    notes = []
    if not asked and len(found) > 1:
        each = [phrase("{types}: {silhouette}", types=count, silhouette=round(one, 3)) for count, one in found.items()]
        template = "Mean silhouette by number of types: {each}. {chosen} have the largest."
        notes.append(note("silhouette-by-types", template, each=each, chosen=chosen))
    if not np.isfinite(silhouette):
        template = "With {types} types of so few units there is no silhouette to tell how well they are set apart."
        return [*notes, note("no-silhouette", template, types=chosen)]
    if silhouette < _WEAK:
        template = "A mean silhouette of {silhouette} is below {weak}: the types run into each other."
        values = {"silhouette": round(silhouette, 3), "weak": _WEAK}
        notes.append(warning("types-run-together", template, **values))
    return notes


def remarks_on_sizes(types: Sequence[tuple[int, int]]) -> list[Message]:
    """Types of one unit (number, units): outliers rather than types."""
    single = [number for number, units in types if units == 1]
    if not single:
        return []
    template = "{count:type is|types are} a single unit, an outlier rather than a type: {types}."
    return [note("types-of-one-unit", template, count=len(single), types=single)]


def remarks_on_type_signs(keys: Sequence[str], column: str) -> list[Message]:
    """All types on one side of zero."""
    if len(set(keys)) > 1:
        return []
    template = "The mean of {column} has the same sign in all types: they differ in degree, not in role."
    return [warning("types-on-one-side", template, column=column)]
