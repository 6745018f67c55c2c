"""Years as they stand in the cells of a table: numbers, text and dates of several kinds."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd

from ..errors import InputError, YearsNotReadableError
from ..messages import Message, note, phrase, warning
from ..values import Cell
from .cells import whole
from .keys import normalise_key
from .years import FIRST_YEAR, LAST_YEAR

_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2}).*)?")
_FIRST_DAY = date(1899, 12, 30)  # day 0 of a spreadsheet, in which the number 2020 is a day of 1905
_MOST_KEPT = 4_096  # different cells of a column of years
_EAST = range(10, 24)  # hours at which a new year begins somewhere east of Greenwich while it is 31 December there


def parse_years(
    cells: pd.Series, table: str | Message, column: str, *, units: pd.Series
) -> tuple[pd.Series, list[InputError], list[Message]]:
    """Years out of numbers, text (``2000年``) and dates: the years, what is wrong with them, what is worth saying.

    Args:
        cells: (n,) as they were read; the index counts the rows of the table from 0.
        table, column: what the user calls them.
        units: (n,) the normalised unit of each row, to say where a fault is.
    """
    text = cells.map(lru_cache(maxsize=_MOST_KEPT, typed=True)(lambda cell: normalise_key(cell).rstrip("年")))
    undated, notes = _years_of_dates(text, table, column)
    years = pd.to_numeric(undated, errors="coerce")
    wrong = ~(years.between(FIRST_YEAR, LAST_YEAR) & (years == years.round()))
    if not wrong.any():
        return years.astype(np.int64), [], notes
    found = [
        Cell(units[row] or None, value=_year_as_written(cells[row]), row=int(row) + 1) for row in cells.index[wrong]
    ]
    return years, [YearsNotReadableError(table=table, column=column, found=found)], notes


def _years_of_dates(text: pd.Series, table: str | Message, column: str) -> tuple[pd.Series, list[Message]]:
    """``text`` with the year in place of a date, and what is worth saying of it.

    A spreadsheet shows the number 2020 as a day of 1905 where the cell is said to hold a date. A database keeps
    midnight of 1 January, in local time, as an hour of 31 December.
    """
    spelled = {cell: _DATE.fullmatch(cell) for cell in text.unique()}
    dates = {cell: found for cell, found in spelled.items() if found}
    if not dates:
        return text, []
    days = {cell: _day_number(found) for cell, found in dates.items()}
    if all(FIRST_YEAR <= (day or 0) <= LAST_YEAR for day in days.values()):
        template = (
            "“{table}”: column “{column}” holds years that a spreadsheet shows as days of 1905; they were read as the "
            "numbers behind them: {found}."
        )
        found = [phrase("{old} → {new}", old=cell, new=str(day)) for cell, day in days.items()]
        return text.replace({cell: str(day) for cell, day in days.items()}), [
            warning("years-shown-as-dates", template, table=table, column=column, found=found)
        ]
    if all(_is_new_year_in_the_east(found) for found in dates.values()):
        template = (
            "“{table}”: column “{column}” holds hours of 31 December, such as {found}: midnight of 1 January in local "
            "time, kept in universal time. The years that begin then were taken."
        )
        years = {cell: str(int(found.group(1)) + 1) for cell, found in dates.items()}
        return text.replace(years), [
            warning("years-in-universal-time", template, table=table, column=column, found=next(iter(dates)))
        ]
    template = "“{table}”: column “{column}” holds dates; their years were taken."
    years = {cell: found.group(1) for cell, found in dates.items()}
    return text.replace(years), [note("dates-as-years", template, table=table, column=column)]


def _day_number(found: re.Match) -> int | None:
    """The number that a spreadsheet keeps for a date; None where it is none, or has a time of the day."""
    year, month, day, hour, minute = found.groups()
    if (hour or minute) and int(hour) + int(minute):
        return None
    try:
        return (date(int(year), int(month), int(day)) - _FIRST_DAY).days
    except ValueError:
        return None


def _is_new_year_in_the_east(found: re.Match) -> bool:
    _, month, day, hour, _ = found.groups()
    return (int(month), int(day)) == (12, 31) and hour is not None and int(hour) in _EAST


def _year_as_written(cell: object) -> object:
    if not normalise_key(cell):
        return phrase("an empty cell")
    year = whole(cell)
    return year if isinstance(year, int) else str(year)
