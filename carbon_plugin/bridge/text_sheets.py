"""Text files as a sheet of cells, in the code page and with the separators that they have."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from ..core.messages import Message, note, phrase, sentence, warning
from ..core.preparation.sheets.sheet import Sheet, sheet_of
from ..core.progress import Progress, Silent, advance
from ..core.tables.decimal_marks import settle_decimal_marks
from ..core.tables.encodings import find_code_pages, is_gb18030, is_utf8, is_utf16
from .sheet_files import misnamed, not_read
from .spreadsheet_text import without_marks

_SEPARATORS = ",;\t|"
_LOOKED_AT = 60
_PYTHON_NAMES = {"windows-1252": "cp1252", "windows-1250": "cp1250", "windows-1251": "cp1251", "Big5": "big5hkscs",
                 "Shift_JIS": "cp932", "EUC-KR": "cp949"}  # fmt: skip
_NUMBER_LIKE = re.compile(r"[+-]?[\d.,]*\d[\d.,]*(?:[eE][+-]?\d+)?")


def read_text(path: Path, name: str, notes: list[Message], *, progress: Progress = Silent()) -> Iterator[Sheet]:
    """The one sheet of a text file. Raises ``FileNotReadError``, ``AmbiguousCommasError``, ``Cancelled``.

    Args:
        path: the file.
        name: what it is called.
        notes: what is said of it is added here.
        progress: asked now and then whether to stop.
    """
    notes += misnamed(path, "text")
    text = _decoded(path, name, notes)
    separator = _separator(text)
    limit = csv.field_size_limit(len(text) + 1)
    try:
        rows = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            advance(progress, 1.0)
            rows.append(row)
    finally:
        csv.field_size_limit(limit)
    sheet = sheet_of(name, "", rows, progress=progress)
    if sheet.cells.size:
        yield _with_points(sheet, name, separator == ";", notes)


def _decoded(path: Path, name: str, notes: list[Message]) -> str:
    data = path.read_bytes()
    if is_utf16(data):
        return data.decode("utf-16", errors="replace")
    if is_utf8(data):
        return data.decode("utf-8-sig")
    if is_gb18030(data):
        notes.append(note("text-in-gb18030", "“{file}” is text in GB18030 and was read as such.", file=name))
        return data.decode("gb18030")
    pages = find_code_pages(data)
    shown = [phrase("{code_page} (“{word}”)", code_page=page, word=word) for page, word in pages.items()]
    for page in pages:
        template = (
            "“{file}” does not say its code page; it was read as the likeliest: {pages}. If names look wrong, save it "
            "as CSV in UTF-8."
        )
        notes.append(warning("code-page-assumed", template, file=name, pages=shown))
        return data.decode(_PYTHON_NAMES[page])
    raise not_read(
        path,
        phrase("its text is in no code page that is known"),
        sentence("Open it in a spreadsheet program and save it as CSV in UTF-8, or as XLSX."),
    )


def _separator(text: str) -> str:
    """What stands between the cells: that by which most lines have the same number of several cells."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def cells(mark: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        several = [width for width in widths if width > 1]
        common = max(set(several), key=several.count) if several else 1
        return several.count(common), common

    return max(_SEPARATORS, key=cells) if lines else ","


def _with_points(sheet: Sheet, name: str, semicolons: bool, notes: list[Message]) -> Sheet:
    """Numbers with decimal commas written with points, and text without the marks that keep it from running."""
    progress = sheet.progress
    cells = without_marks(pd.DataFrame(sheet.cells), progress).to_numpy(dtype=object)
    like = np.full(cells.shape, None, dtype=object)
    for place in range(cells.shape[1]):
        advance(progress, 1.0)
        like[:, place] = [_number_like(cell) for cell in cells[:, place]]
    numbers = pd.DataFrame(like, columns=[sheet.place(place) for place in range(cells.shape[1])], dtype=object)
    if not numbers.notna().any().any():
        return replace(sheet, cells=cells)
    settled, found = settle_decimal_marks(numbers, name, semicolons, progress=progress)
    notes += found
    changed = settled.notna().to_numpy()
    cells[changed] = settled.to_numpy(dtype=object)[changed]
    return replace(sheet, cells=cells)


def _number_like(cell: object) -> object:
    return cell.strip() if isinstance(cell, str) and _NUMBER_LIKE.fullmatch(cell.strip()) else None
