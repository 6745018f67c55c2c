"""What became of which land in a study, where that was worked out."""

from __future__ import annotations

import numpy as np

from ...core.land_use.transition_rows import TransitionRows
from ...core.land_use.transition_tables import TransitionSet
from ...core.tables.vocabulary import UNIT
from ..page.writer import Writer
from ..transitions.matrix import flows, matrix
from ..transitions.report import TransitionReport
from .report import StudyReport


def transitions(writer: Writer, report: StudyReport) -> None:
    """What flowed between classes from date to date, and the matrix of the longest pair."""
    rows = report.tables.transitions
    if rows is None:
        return
    found = TransitionReport(transition_set(rows), _dates(rows), dict(report.units[[UNIT, "name"]].values), None, ())
    for section in (flows, matrix):
        section(writer, found)


def transition_set(rows: TransitionRows) -> TransitionSet:
    """The table as matrices; the chain is made of the pairs that lead from the first date to the last."""
    pairs, units, classes = rows.pairs, rows.units, rows.classes
    areas = np.stack([rows.matrices(pair, units, classes) for pair in pairs])
    dates = _dates(rows)
    steps = [pair for pair in zip(dates, dates[1:]) if pair in pairs]
    chain = steps if len(steps) == len(dates) - 1 else [max(pairs, key=lambda pair: pair[1] - pair[0])]
    return TransitionSet(areas, units, pairs, classes, [pairs.index(pair) for pair in chain], len(pairs))


def _dates(rows: TransitionRows) -> list[int]:
    dates = sorted({year for pair in rows.pairs for year in pair})
    if all(pair in rows.pairs for pair in zip(dates, dates[1:])):
        return dates
    return list(max(rows.pairs, key=lambda pair: pair[1] - pair[0]))
