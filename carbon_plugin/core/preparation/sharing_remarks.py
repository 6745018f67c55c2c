"""What to know of shared totals: residuals below zero, equal shares, units without a weight, totals nobody shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..messages import Message, note, warning
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell, Counted
from .sharing import Shared

_PRINTED = 1e-3  # relative: how far known parts may be from a printed total


@dataclass(frozen=True, eq=False)
class SharedField:
    """What became of one field.

    ``totals``: (g,) those of the table; ``shared``: what was computed of them; ``newly``, ``unweighted``: (n,) units'
    rows that got a share, and that could not since their weight is missing.
    """

    name: str
    weight: str
    totals: np.ndarray
    shared: Shared
    newly: np.ndarray
    unweighted: np.ndarray


def remarks_on_shared(panel: Panel, totals: Panel, fields: Sequence[SharedField], *, lost: np.ndarray) -> list[Message]:
    """A note on how many cells were shared out; warnings on what is odd.

    ``lost``: (g,) rows of ``totals`` of a year in which ``panel`` has no row of the parent's units.
    """
    notes: list[Message] = []
    counts = [Counted(one.name, int(one.newly.sum())) for one in fields if one.newly.any()]
    total = sum(counted.count for counted in counts)
    template = "“{table}”: {count:cell was|cells were} shared out and marked in “filled”: {columns}."
    if counts:
        notes.append(note("cells-shared", template, table=panel.table, count=total, columns=counts))
    else:
        notes.append(warning("nothing-shared", "“{table}” has no cell that a total was shared to.", table=panel.table))
    template = (
        "“{table}”: {count:total is|totals are} below the sum of the known units, so that 0 was left for the others; "
        "too little by {cells}. Correct the total or the units."
    )
    notes += _of_totals("total-below-known", template, totals, [
        (one.name, (one.shared.residual < 0) & (one.shared.sharing > 0), -one.shared.residual) for one in fields
    ])  # fmt: skip
    template = (
        "“{table}”: {count:total differs|totals differ} from the sum of the units, all of which are known and were "
        "kept: {cells}."
    )
    notes += _of_totals("total-differs-from-known", template, totals, [
        (one.name, (one.shared.unknown == 0) & _differs(one), one.totals) for one in fields
    ])  # fmt: skip
    template = (
        "“{table}”: all weights of {count:total|totals} are 0, so that the shares are equal: {cells}. Choose another "
        "weight if they are not."
    )
    notes += _of_totals("equal-shares", template, totals, [
        (one.name, one.shared.equal & (one.shared.residual > 0), one.totals) for one in fields
    ])  # fmt: skip
    template = (
        "“{table}”: no unit without a value has a weight, so that {count:total was|totals were} not shared: {cells}."
    )
    notes += _of_totals("no-weights", template, totals, [
        (one.name, (one.shared.unknown > 0) & (one.shared.sharing == 0), one.totals) for one in fields
    ])  # fmt: skip
    unweighted = [cell for one in fields for cell in panel.cells(one.unweighted, one.name)]
    if unweighted:
        template = "“{table}”: {count:cell|cells} without a share, since the weight is empty: {cells}."
        notes.append(warning("weight-missing", template, table=panel.table, count=len(unweighted), cells=unweighted))
    if lost.any():
        template = "“{table}”: {count:row was|rows were} not shared, since “{units}” has no row of that year: {cells}."
        values = {"table": totals.table, "units": panel.table, "count": int(lost.sum()), "cells": totals.cells(lost)}
        notes.append(warning("totals-without-units", template, **values))
    return notes


def _differs(one: SharedField) -> np.ndarray:
    """Totals (g,) whose known units do not add up to them."""
    with np.errstate(invalid="ignore"):
        return (one.shared.known > 0) & (np.abs(one.shared.residual) > _PRINTED * np.abs(one.totals))


def _of_totals(
    code: str, template: str, totals: Panel, found: Sequence[tuple[str, np.ndarray, np.ndarray]]
) -> list[Message]:
    """A warning on the totals that are True, of each column, with a value."""
    keys = totals.frame[[UNIT, YEAR]].to_numpy()
    cells = [
        Cell(keys[place][0], int(keys[place][1]), name, float(values[place]))
        for name, chosen, values in found
        for place in np.flatnonzero(chosen)
    ]
    return [warning(code, template, table=totals.table, count=len(cells), cells=cells)] if cells else []
