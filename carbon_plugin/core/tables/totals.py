"""Rows that are the total of other rows: a city among its counties, a province among its cities, at any level.

A region that sums over them counts everybody twice. Found are units whose amounts are, in every year and column, those
of some other units together: all that have the beginning of its code (610700 of 610702, 610703, ...), all of its group,
such as its city, units that stand in a row before or after it, to the last digit also those in a row elsewhere, or all
others. Totals that are found are left out, and the search begins anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import WARNING, Message, phrase, sentence
from ..progress import Progress, Silent
from .frames import columns_at, rows_at
from .totals_search import FEWEST_PARTS, Group, search_totals
from .vocabulary import AMOUNT_KINDS, KEY_KIND, SCENARIO, TEXT_KIND, UNIT, YEAR, describe

_LARGEST = 1e300  # above it, sums are no numbers
_MOST_FEATURES = 40  # pairs of year and column that are looked at


class TotalsAmongUnitsError(InputError):
    """``found``: each total with its parts."""

    template = sentence(
        "“{table}” has {count:row|rows} of units that are the totals of others, so that a region would count them "
        "twice: {found}."
    )
    remedy = sentence("Leave these units out: by a filter of the layer, or in the file.")


@dataclass(frozen=True)
class Total:
    """``unit`` is the total of ``parts``; ``by_code``: the beginnings of their codes say so too."""

    unit: str
    parts: tuple[str, ...]
    by_code: bool


def find_totals(
    frame: pd.DataFrame, table: str | Message, counted: bool, *, progress: Progress = Silent()
) -> tuple[list[TotalsAmongUnitsError], list[Message]]:
    """What is wrong with, and worth saying of, units that are the totals of others.

    Args:
        frame: a panel's ``unit``, ``year`` and variables as numbers, one row for a unit and year.
        table: what the user calls it.
        counted: whether totals that codes confirm are a fault; all else is a warning.

    >>> book = pd.DataFrame({"unit": ["1", "2", "3", "all"], "year": 2000, "ce": [1.5, 2.25, 4.0, 7.75]})
    >>> print(find_totals(book, "book", True)[1][0].problem())
    “book” has 1 row of units that are the totals of others, so that a region would count them twice: all (3 units).
    """
    totals = totals_among(frame, progress)
    if not totals:
        return [], []
    rows = int(frame[UNIT].isin([total.unit for total in totals]).sum())
    found = [phrase("{unit} ({count:unit|units})", unit=total.unit, count=len(total.parts)) for total in totals]
    values = {"table": table, "count": rows, "found": found}
    if counted and any(total.by_code for total in totals):
        return [TotalsAmongUnitsError(**values)], []
    error = TotalsAmongUnitsError
    return [], [Message("totals-among-units", error.template, values, WARNING, error.remedy)]


def totals_among(frame: pd.DataFrame, progress: Progress = Silent()) -> list[Total]:
    """The units of a panel that are totals of others, the smallest first.

    >>> codes = ["610000", "610702", "610703", "610700", "610802", "610803", "610800"]
    >>> book = pd.DataFrame({"unit": codes, "year": 2000, "gdp": [10.0, 1.0, 2.5, 3.5, 2.0, 4.5, 6.5]})
    >>> [total.unit for total in totals_among(book)]
    ['610700', '610800', '610000']
    """
    units, amounts = _amounts_of(frame)
    groups = _groups_of(frame, units)
    left = np.ones(len(units), dtype=bool)
    totals: list[Total] = []
    while True:
        found = list(search_totals(units, amounts, left, groups=groups, progress=progress))
        if not found:
            return totals
        for position, parts, by_code in found:
            totals.append(Total(units[position], tuple(units[part] for part in parts), by_code))
            left[position] = False


def _amounts_of(frame: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    """Units in their order, and their amounts (units, features): a feature is a column in a year."""
    names = [name for name in frame.columns if _adds_up(frame, str(name))]
    keys = [YEAR, SCENARIO] if SCENARIO in frame.columns else [YEAR]
    units = list(frame[UNIT].unique())
    if len(units) <= FEWEST_PARTS or not names:
        return units, np.empty((len(units), 0))
    rows = pd.Categorical(frame[UNIT], categories=units).codes
    dates = columns_at(frame, keys).groupby(keys, sort=True).ngroup().to_numpy()
    # Spread over the years, so that a gap in one does not hide what the others show.
    chosen = np.unique(
        np.linspace(0, dates.max(), min(dates.max() + 1, max(_MOST_FEATURES // len(names), 2))).astype(int)
    )
    amounts = np.full((len(units), len(chosen), len(names)), np.nan)
    for position, date in enumerate(chosen):
        of_date = dates == date
        amounts[rows[of_date], position] = rows_at(columns_at(frame, names), of_date).to_numpy(dtype=float)
    flat = np.where(np.abs(amounts) < _LARGEST, amounts, np.nan).reshape(len(units), -1)
    return units, flat[:, (np.nan_to_num(flat) != 0).sum(axis=0) > FEWEST_PARTS][:, :_MOST_FEATURES]


def _groups_of(frame: pd.DataFrame, units: Sequence[str]) -> list[Group]:
    """The groups of units, by every column of text with fewer groups than units.

    A unit that is called like a group counts as one of it.
    """
    place = {unit: number for number, unit in enumerate(units)}
    found = []
    for name in frame.columns:
        if name in (UNIT, YEAR, SCENARIO) or pd.api.types.is_numeric_dtype(frame[name]):
            continue
        of_unit = columns_at(frame, [UNIT, name]).dropna().drop_duplicates(UNIT).astype(str)
        if of_unit[name].nunique() * FEWEST_PARTS > len(of_unit):
            continue
        for group, members in of_unit.groupby(name)[UNIT]:
            numbers = np.array([place[unit] for unit in members])
            named = place.get(group)
            found.append(Group(numbers, None if named is None or named in numbers else named))
    return found


def _adds_up(frame: pd.DataFrame, name: str) -> bool:
    variable = describe(name)
    if name in (UNIT, YEAR, SCENARIO) or not pd.api.types.is_numeric_dtype(frame[name]):
        return False
    return variable is None or variable.kind in {*AMOUNT_KINDS, "carbon"} - {KEY_KIND, TEXT_KIND}
