"""Cells as people write them: numbers out of text, the marks of an empty cell, rows without any cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..messages import Message, note
from ..number_text import EMPTY_WORDS, number_in
from ..values import Cell
from .vocabulary import SCENARIO, UNIT, YEAR

_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９．－", "0123456789.-")


def is_missing(cell: object) -> bool:
    """True for None and NaN in any of their forms, not for a word that stands for nothing.

    >>> is_missing(None), is_missing(float("nan")), is_missing("-")
    (True, True, False)
    """
    return cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and np.isnan(cell))


def cell_text(cell: object) -> str:
    """A cell as text, '' where it is missing.

    >>> cell_text(None), cell_text("short")
    ('', 'short')
    """
    return "" if is_missing(cell) else str(cell)


def ascii_digits(text: str) -> str:
    """``text`` with full-width digits, points and minus signs as a keyboard of the West writes them.

    >>> ascii_digits("６１０７０２．０")
    '610702.0'
    """
    return text.translate(_FULL_WIDTH_DIGITS)


def parse_number(cell: object) -> float:
    """One number out of text that pandas cannot read; NaN where there is none.

    Args:
        cell: text with full-width digits, blanks, or commas between groups of three digits.

    >>> parse_number("１,234.5"), parse_number("1,2")
    (1234.5, nan)
    """
    number = number_in(str(cell))
    return np.nan if number is None else number


def is_number_column(cells: pd.Series) -> bool:
    """True for a column that holds numbers already, so that nothing is left to parse."""
    return pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells)


def parse_numbers(cells: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Numbers out of cells that may be text: (float column with NaN where empty or unreadable, True where unreadable).

    Understands full-width digits, thousands separators (``1,234.5``), and the usual marks of an empty cell. Infinity
    is no number.

    Args:
        cells: (n,) numbers, text, None or NaN.

    >>> numbers, unread = parse_numbers(pd.Series(["1,234.5", "n/a", "about 3"]))
    >>> numbers.tolist(), unread.tolist()
    ([1234.5, nan, nan], [False, False, True])
    """
    if is_number_column(cells):
        numbers = cells if cells.dtype == float else cells.astype(float)
        infinite = pd.Series(np.isinf(numbers.to_numpy()), index=cells.index)
        return (numbers.mask(infinite) if infinite.any() else numbers), infinite
    numbers = pd.to_numeric(cells, errors="coerce").astype(float)
    unread = numbers.isna() & cells.notna()
    if unread.any():
        numbers = numbers.copy()
        numbers[unread] = [parse_number(cell) for cell in cells[unread]]
        empty = cells[unread].map(lambda cell: str(cell).strip().lower() in EMPTY_WORDS)
        unread[unread] = numbers[unread].isna().to_numpy() & ~empty.to_numpy()
    infinite = np.isinf(numbers)
    return numbers.mask(infinite), unread | infinite


def find_blank_rows(frame: pd.DataFrame) -> np.ndarray:
    """(n,) True for the rows of ``frame`` in which every cell is missing or only blanks.

    >>> find_blank_rows(pd.DataFrame({"a": [" ", "1", None], "b": [None, "", ""]})).tolist()
    [True, False, True]
    """
    blank = np.ones(len(frame), dtype=bool)
    columns = [frame.iloc[:, position] for position in range(frame.shape[1])]  # a name may stand there twice
    for column in sorted(columns, key=is_number_column, reverse=True):  # numbers tell at once
        if is_number_column(column):
            blank &= column.isna().to_numpy()
        else:
            cells = column.to_numpy()[blank]
            blank[blank] = [is_missing(cell) or not str(cell).strip() for cell in cells]
        if not blank.any():
            break
    return blank


def cells_at(
    frame: pd.DataFrame, rows: np.ndarray, column: str | None = None, *, values: Sequence[object] | None = None
) -> list[Cell]:
    """The places of some rows of a panel, perhaps with what stands there.

    Args:
        frame: n rows with ``unit``, ``year`` and perhaps ``scenario``; a year may still be what the user wrote.
        rows: (n,) True for the rows that are meant.
        column: the column that is spoken of, where the message does not name it.
        values: (n,) what was found in it.

    >>> frame = pd.DataFrame({"unit": ["a", "b"], "year": [2000, 2005]})
    >>> [cell.text() for cell in cells_at(frame, np.array([False, True]), values=["x", "y"])]
    ['“y” (b 2005)']
    """
    keys = [frame[name].to_numpy() if name in frame.columns else None for name in (UNIT, YEAR, SCENARIO)]
    found = []
    for row in np.flatnonzero(rows):
        unit, year, scenario = (None if key is None or is_missing(key[row]) else whole(key[row]) for key in keys)
        value = None if values is None else plain(values[row])
        found.append(Cell(unit, year, column, value, scenario=scenario))
    return found


def plain(cell: object) -> object:
    """A cell as a message shows it: text as the user wrote it, numbers as Python's own.

    >>> plain(np.int64(-3)), plain("ten")
    (-3.0, 'ten')
    """
    is_number = isinstance(cell, (np.floating, np.integer, float, int)) and not isinstance(cell, bool)
    return float(cell) if is_number else str(cell)


def whole(cell: object) -> object:
    """``plain``, but a whole number, such as a year, without point and commas.

    >>> whole(2000.0), whole(2000.5), whole("20x0")
    (2000, 2000.5, '20x0')
    """
    cell = plain(cell)
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def without_blank_rows(frame: pd.DataFrame, table: str) -> tuple[pd.DataFrame, list[Message]]:
    """The rows with at least one cell, under their old numbers, and a note on the others."""
    blank = find_blank_rows(frame)
    if not blank.any():
        return frame, []
    template = "“{table}”: {count:blank row is|blank rows are} left out."
    return frame[~blank], [note("blank-rows", template, table=table, count=int(blank.sum()))]
