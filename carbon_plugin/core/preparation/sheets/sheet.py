"""A sheet as an array of cells: what stands where, which cells are merged, which of them are numbers or years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from unicodedata import is_normalized

import numpy as np
import pandas as pd

from ...number_text import EMPTY_WORDS
from ...progress import Progress, Silent, advance
from ...tables.cells import ascii_digits, parse_number
from ...tables.years import FIRST_YEAR, LAST_YEAR
from ...visible_text import visible
from .heading_words import year_of

_OTHER_EMPTY = frozenset({"/", "x", "×", "*", "--", "---", "…", "……", "....", "缺", "无", "暂缺"})
_MANY_COLUMNS = 500
_CONTROL = 0x9F  # the last sign of control


@dataclass(frozen=True, eq=False)
class Sheet:
    """``source``: the file's name; ``name``: the sheet's, '' where the file has only one; ``cells`` (rows, columns).

    A cell is text, a number or None; ``merged``: first row, first column, last row and last column of cells that are
    one, from 0. ``progress``: asked now and then, while cells are looked at, whether to stop.
    """

    source: str
    name: str
    cells: np.ndarray
    merged: tuple[tuple[int, int, int, int], ...] = ()
    progress: Progress = field(default_factory=Silent)

    @cached_property
    def texts(self) -> np.ndarray:
        """Every cell as trimmed text, '' where it is empty or only a mark of an empty cell (rows, columns)."""
        texts = np.empty(self.cells.shape, dtype=object)
        for row, cells in enumerate(self.cells):
            advance(self.progress, 1.0)
            texts[row] = [_text(cell) for cell in cells]
        return texts

    @cached_property
    def filled(self) -> np.ndarray:
        """True where something stands (rows, columns)."""
        return self.texts != ""

    @cached_property
    def numbers(self) -> np.ndarray:
        """The numbers, NaN elsewhere (rows, columns)."""
        found = np.full(self.cells.shape, np.nan)
        for place in range(self.cells.shape[1]):
            advance(self.progress, 1.0)
            found[:, place] = numbers_of(self.cells[:, place])
        return found

    @cached_property
    def years(self) -> np.ndarray:
        """The years, 0 elsewhere (rows, columns): whole numbers, ``2010年``, dates."""
        whole = np.nan_to_num(self.numbers)
        years = np.where((whole >= FIRST_YEAR) & (whole <= LAST_YEAR) & (whole == np.round(whole)), whole, 0).astype(
            int
        )
        for row, place in zip(*np.nonzero(self.filled & np.isnan(self.numbers))):
            advance(self.progress, 1.0)
            cell = self.cells[row, place]
            if isinstance(cell, date):
                years[row, place] = cell.year
            elif isinstance(cell, str) and len(cell) < 12 and any(sign.isdigit() for sign in cell):
                years[row, place] = year_of(cell) or 0
        return years

    def place(self, column: int) -> str:
        """What a spreadsheet calls the column.

        >>> Sheet("f", "", np.empty((0, 0))).place(27)
        'AB'
        """
        letters = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(65 + rest) + letters
        return letters


def sheet_of(
    source: str,
    name: str,
    rows: Sequence[Sequence[object]],
    *,
    merged: Sequence[tuple] = (),
    progress: Progress = Silent(),
) -> Sheet:
    """A sheet of rows of unequal length; empty rows and columns at its end are left away.

    Args:
        source, name: what the user calls file and sheet.
        rows: cells as a reader of the file gives them.
        merged, progress: as of ``Sheet``.

    >>> sheet_of("book.csv", "", [["a", ""], ["b", " 2 ", None], []]).texts.tolist()
    [['a', ''], ['b', '2']]
    """
    used = np.zeros(len(rows), dtype=int)
    for number, row in enumerate(rows):
        advance(progress, 1.0)
        used[number] = _used(row)
    width = int(used.max(initial=0))
    if width > _MANY_COLUMNS:  # a lost cell far right, which would make the array large
        width = int(np.sort(used)[-2]) if len(rows) > 1 else width
    height = int(np.flatnonzero(used).max(initial=-1)) + 1
    cells = np.full((height, width), None, dtype=object)
    for number, row in enumerate(rows[:height]):
        cells[number, : min(len(row), width)] = row[:width]
    inside = [area for area in merged if area[0] < height and area[1] < width]
    return Sheet(source, name, cells, tuple(inside), progress)


def numbers_of(cells: np.ndarray) -> np.ndarray:
    """The numbers of a column of cells (n,), NaN where there is none; dates and marks of an empty cell are none.

    Args:
        cells: (n,) numbers, text or None.

    >>> numbers_of(np.array([1, "1,234.5", "-", None, "x2", True], dtype=object)).tolist()
    [1.0, 1234.5, nan, nan, nan, nan]
    """
    found = np.full(len(cells), np.nan)
    numeric = np.array([isinstance(cell, (int, float)) and not isinstance(cell, bool) for cell in cells], dtype=bool)
    found[numeric] = cells[numeric].astype(float)
    text = np.array([isinstance(cell, str) and cell != "" for cell in cells], dtype=bool)
    if text.any():
        series = pd.Series(cells[text], dtype=object)
        numbers = pd.to_numeric(series, errors="coerce").to_numpy(dtype=float, copy=True)
        left = np.isnan(numbers)
        known = {cell: parse_number(ascii_digits(cell)) for cell in series[left].unique()}
        numbers[left] = [known[cell] for cell in series[left]]
        found[text] = numbers
    found[~np.isfinite(found)] = np.nan
    return found


def _used(row: Sequence[object]) -> int:
    return next((place for place in range(len(row), 0, -1) if _text(row[place - 1])), 0)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if cell is True or cell is False:
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, str):
        text = cell.strip()
        if not (text.isprintable() and is_normalized("NFC", text)):  # line breaks stay, signs of control go
            seen = visible(text)
            text = "".join(
                sign for sign in seen if sign.isprintable() or sign.isspace() or ord(sign) > _CONTROL
            ).strip()
        return "" if text.lower() in EMPTY_WORDS or text in _OTHER_EMPTY else text
    if isinstance(cell, float):
        return "" if cell != cell else str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return str(cell)
