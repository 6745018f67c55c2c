"""What to know of a table of statistics beside what its reader says: gaps, jumps, keys and columns nearly right."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

import numpy as np
import pandas as pd

from ..messages import Message, note, warning
from ..progress import Progress, Silent, advance
from ..statistics.running_median import compute_surroundings, find_outliers
from ..tables.cells import is_number_column
from ..tables.panel import Panel
from ..tables.vocabulary import FILLED, KEY_KIND, UNIT, YEAR, describe, vocabulary
from ..values import Cell, quoted
from .thin_years import remarks_on_thin_years

SPIKE = 5.0  # times the running median, or that part of it: about 10 times and more
JUMP = 3.0  # times the year before, or that part of it, and then kept
QUIET = 6.0  # by how much a jump is above the usual change of its series
NEARLY_ALL = 0.9  # of the numbers of a column that are not below zero
CLOSE = 0.7  # of difflib, between words that may be meant as one


def remarks_on_panel(panel: Panel, progress: Progress = Silent()) -> list[Message]:
    """All remarks on the numbers of a panel. Raises ``Cancelled``.

    >>> book = pd.DataFrame({"unit": ["a", "a", "b"], "year": [2000, 2001, 2000], "gdp": [5.0, None, 7.0]})
    >>> [message.code for message in remarks_on_panel(Panel(book, "book"))]
    ['years-without-row', 'empty-cells']
    """
    names = numbers_of(panel)
    remarks: list[Message] = []
    for look in (remarks_on_gaps, remarks_on_thin_years):
        advance(progress, 0.0)
        remarks += look(panel, names)
    remarks += [*remarks_on_jumps(panel, names, progress), *remarks_on_signs(panel, names)]
    return [*remarks, *remarks_on_groups(panel), *remarks_on_unknown(panel, names)]


def numbers_of(panel: Panel) -> list[str]:
    """The columns of numbers.

    Args:
        panel: one row a unit and year.

    >>> numbers_of(Panel(pd.DataFrame({"unit": ["a"], "year": [2000], "gdp": [1.0], "city": ["x"]}), "book"))
    ['gdp']
    """
    keys = {name for name in panel.columns if (known := describe(name)) and known.kind == KEY_KIND}
    return [name for name in panel.columns if name not in keys and is_number_column(panel.frame[name])]


def share_filled(panel: Panel, names: Sequence[str]) -> pd.DataFrame:
    """The share of the panel's units that have a number, a row a column of ``names`` and a column a year.

    Args:
        panel: one row a unit and year.
        names: columns of numbers.

    >>> book = pd.DataFrame({"unit": ["a", "b", "a"], "year": [2000, 2000, 2001], "gdp": [5.0, None, 7.0]})
    >>> share_filled(Panel(book, "book"), ["gdp"]).loc["gdp"].tolist()
    [0.5, 0.5]
    """
    count = panel.frame[list(names)].notna().groupby(panel.frame[YEAR]).sum()
    return (count / max(len(panel.units), 1)).T


def remarks_on_gaps(panel: Panel, names: Sequence[str]) -> list[Message]:
    """Warnings on years without a row, on empty cells, and on columns that are empty altogether."""
    frame, notes = panel.frame, []
    grid = pd.MultiIndex.from_product([panel.units, panel.years])
    absent = grid.difference(pd.MultiIndex.from_frame(frame[[UNIT, YEAR]]), sort=False)
    if len(absent):
        template = "“{table}”: {count:row is|rows are} missing, of units that have other years: {cells}."
        values = {"table": panel.table, "count": len(absent), "cells": _in_spans(panel, list(absent))}
        notes.append(warning("years-without-row", template, **values))
    without = [name for name in names if frame[name].isna().all()]
    if without:
        template = "“{table}”: {columns} hold no number at all, so that totals with them are missing; remove them."
        notes.append(warning("empty-columns", template, table=panel.table, columns=quoted(without)))
    keys = frame[[UNIT, YEAR]]
    empty = {name: list(keys[frame[name].isna()].itertuples(index=False, name=None)) for name in names}
    cells = [cell for name in names if name not in without for cell in _in_spans(panel, empty[name], name)]
    if cells:
        template = "“{table}”: {count:cell is|cells are} empty: {cells}. “Fill gaps” can fill years between others."
        count = sum(len(empty[name]) for name in names if name not in without)
        notes.append(warning("empty-cells", template, table=panel.table, count=count, cells=cells))
    return notes


def remarks_on_jumps(panel: Panel, names: Sequence[str], progress: Progress = Silent()) -> list[Message]:
    """Warnings on single values about ten times those around them or more, and on levels that change for good.

    Raises ``Cancelled``.
    """
    rows, units = pd.factorize(panel.frame[UNIT])
    years, columns = np.unique(panel.frame[YEAR].to_numpy(), return_inverse=True)
    notes = []
    for name in names:
        advance(progress, 0.0)
        series = np.full((len(units), len(years)), np.nan)
        series[rows, columns] = panel.numbers(name)
        spike = find_spikes(series)
        spikes = _cells(name, series, spike, units=units, years=years)
        jumps = _cells(name, series, find_jumps(np.where(spike, np.nan, series)), units=units, years=years)
        if spikes:
            template = (
                "“{table}”: {count:value|values} of “{column}” more than {times} times the values around, or less than "
                "that part of them: {cells}. Check the digits and the unit of measure."
            )
            values = {"column": name, "count": len(spikes), "times": SPIKE, "cells": spikes}
            notes.append(warning("single-values-off", template, table=panel.table, **values))
        if jumps:
            template = (
                "“{table}”: “{column}” of {count:unit|units} jumps to more than {times} times the year before, or less "
                "than that part of it, for good: {cells}. Check whether the unit of measure, the boundary or the "
                "definition changed."
            )
            values = {"column": name, "count": len(jumps), "times": JUMP, "cells": jumps}
            notes.append(warning("levels-that-jump", template, table=panel.table, **values))
    return notes


def find_spikes(series: np.ndarray) -> np.ndarray:
    """True (n_series, n_years) where a value above zero is ``SPIKE`` times off its running median, and an outlier.

    >>> find_spikes(np.array([[10.0, 11.0, 12.0, 130.0, 12.0, 13.0, 14.0]]))[0].tolist()
    [False, False, False, True, False, False, False]
    """
    around = compute_surroundings(series)
    with np.errstate(invalid="ignore", divide="ignore"):
        times = series / around.median
        far = (times >= SPIKE) | ((times <= 1 / SPIKE) & (times > 0))
        return find_outliers(series, around) & (around.median > 0) & far


def find_jumps(series: np.ndarray) -> np.ndarray:
    """True (n_series, n_years) where a level changes ``JUMP`` times from one known year to the next, and stays.

    >>> find_jumps(np.array([[10.0, 11.0, 12.0, 60.0, 62.0, 63.0, 65.0]]))[0].tolist()
    [False, False, False, True, False, False, False]
    """
    found = np.zeros(series.shape, dtype=bool)
    is_known = np.isfinite(series) & (series > 0)
    patterns, pattern_of = np.unique(is_known, axis=0, return_inverse=True)
    for number, pattern in enumerate(patterns):  # series with the same gaps at once: most have none
        known, rows = np.flatnonzero(pattern), np.flatnonzero(pattern_of.reshape(-1) == number)
        if len(known) < 5:
            continue
        logs = np.log(series[np.ix_(rows, known)])
        steps = np.abs(np.diff(logs, axis=1))
        usual = np.median(steps, axis=1, keepdims=True)
        for row, place in zip(*np.nonzero(steps > np.maximum(np.log(JUMP), QUIET * usual))):
            before, after = logs[row, max(place - 2, 0) : place + 1], logs[row, place + 1 : place + 4]
            if min(len(before), len(after)) >= 2 and abs(np.median(after) - np.median(before)) > np.log(JUMP):
                found[rows[row], known[place + 1]] = True
    return found


def remarks_on_signs(panel: Panel, names: Sequence[str]) -> list[Message]:
    """A warning on numbers below zero in columns of one's own that else have none."""
    notes = []
    for name in names:
        values = panel.numbers(name)
        below, known = values < 0, np.isfinite(values)
        if describe(name) is None and below.any() and (~below & known).sum() >= NEARLY_ALL * known.sum():
            template = "“{table}”: {count:number|numbers} of “{column}” below zero, which else has none: {cells}."
            told = {"column": name, "count": int(below.sum()), "cells": panel.cells(below, values=values)}
            notes.append(warning("odd-signs", template, table=panel.table, **told))
    return notes


def remarks_on_groups(panel: Panel) -> list[Message]:
    """A warning on units that stand in two groups, such as cities, where nearly all stand in one."""
    cells = []
    for name in panel.columns:
        if name in (UNIT, YEAR, FILLED) or is_number_column(panel.frame[name]):
            continue
        known = panel.frame[[UNIT, name]].dropna()
        known = known[known[name].astype(str) != ""].astype(str).drop_duplicates()
        several = known[UNIT][known[UNIT].duplicated()].unique()
        if len(several) and known[name].nunique() < known[UNIT].nunique() and len(several) * 4 <= known[UNIT].nunique():
            cells += [Cell(unit, column=name, value=list(known[name][known[UNIT] == unit])) for unit in several]
    if not cells:
        return []
    template = "“{table}”: {count:unit stands|units stand} in more than one group: {cells}."
    return [warning("units-in-two-groups", template, table=panel.table, count=len(cells), cells=cells)]


def remarks_on_unknown(panel: Panel, names: Sequence[str]) -> list[Message]:
    """A note on columns of numbers that the vocabulary does not know, with the nearest that it knows."""
    words = {spelling: name for name, one in vocabulary().items() for spelling in (name, one.label_en, one.label_zh)}
    found = []
    for name in names:
        if describe(name) is not None:
            continue
        near = get_close_matches(name, words, 1, CLOSE)
        nearest = Cell(key=words[near[0]], value=name) if near else Cell(value=name)
        found.append(nearest)
    if not found:
        return []
    template = (
        "“{table}”: {count:column|columns} of numbers that no step knows (in brackets the nearest name): {columns}."
    )
    return [note("columns-unknown", template, table=panel.table, count=len(found), columns=found)]


def _in_spans(panel: Panel, places: Sequence[tuple[str, int]], column: str | None = None) -> list[Cell]:
    """Units and years, where years of a unit that follow each other in the panel are one cell: ``2001–2004``."""
    order = {year: number for number, year in enumerate(panel.years)}
    spans: list[list[int]] = []
    units: list[str] = []
    for unit, year in sorted(places, key=lambda place: (str(place[0]), place[1])):
        if spans and units[-1] == unit and order[year] == order[spans[-1][-1]] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
            units.append(unit)
    written = [span[0] if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans]
    return [Cell(unit, year, column) for unit, year in zip(units, written)]


def _cells(name: str, series: np.ndarray, chosen: np.ndarray, *, units: Sequence[str], years: np.ndarray) -> list[Cell]:
    return [
        Cell(units[row], int(years[column]), name, float(series[row, column]))
        for row, column in zip(*np.nonzero(chosen))
    ]
