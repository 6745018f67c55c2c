"""XLSX as sheets of cells: values alone, row by row, and which cells are merged."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

from ..core.errors import Cancelled
from ..core.messages import Message, note, warning
from ..core.preparation.sheets.sheet import Sheet, sheet_of
from ..core.progress import Progress
from .sheet_files import damaged, misnamed

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_WITHOUT_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROWS_AT_ONCE = 1_000
_EMPTY_ROWS = 2_000  # after so many empty rows a sheet is at its end


def read_xlsx(path: Path, name: str, notes: list[Message], *, progress: Progress) -> Iterator[Sheet]:
    """The visible sheets of a workbook. Raises ``FileNotReadError``, ``Cancelled``.

    Args:
        path: the file, which may be read-only.
        name: what it is called.
        notes: what is said of it is added here.
        progress: asked now and then whether to stop.
    """
    notes += misnamed(path, "xlsx")
    with open(path, "rb") as file:  # by its name openpyxl refuses what is called otherwise
        yield from _read_book(file, path, name, notes=notes, progress=progress)


def _read_book(file: BinaryIO, path: Path, name: str, *, notes: list[Message], progress: Progress) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that only matter for writing
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise damaged(path, error) from error
    hidden, unknown = [], 0
    try:
        parts = _parts(path)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                hidden.append(sheet.title)
                continue
            rows = _rows(sheet, path, progress)
            if not any(rows):
                continue
            merged, lost = _look(path, parts.get(sheet.title, ""))
            unknown += lost
            yield sheet_of(name, sheet.title, rows, merged=merged, progress=progress)
    finally:
        book.close()
    if hidden:
        template = "“{file}”: hidden sheets were left out: {sheets}."
        notes.append(note("hidden-sheets-left-out", template, file=name, sheets=hidden))
    if unknown:
        template = (
            "“{file}”: {count:cell holds a formula|cells hold formulas} whose result is not kept in the file, read as "
            "empty. Open it in a spreadsheet program and save it again."
        )
        notes.append(warning("formulas-without-results", template, file=name, count=unknown))


def _rows(sheet, path: Path, progress: Progress) -> list[tuple]:
    """All rows to the last one with a cell."""
    rows: list[tuple] = []
    empty = 0
    try:
        sheet.reset_dimensions()  # what a file says of its size is often wrong
        for row in sheet.iter_rows(values_only=True):
            is_empty = all(cell is None for cell in row)
            empty = empty + 1 if is_empty else 0
            rows.append(() if is_empty else row)
            if len(rows) % _ROWS_AT_ONCE == 0 and progress.cancelled():
                raise Cancelled
            if empty > _EMPTY_ROWS:
                break
    except Cancelled:
        raise
    except Exception as error:
        raise damaged(path, error) from error
    return rows[: len(rows) - empty]


def _parts(path: Path) -> dict[str, str]:
    """The part of the archive that each sheet is in."""
    from openpyxl.xml.functions import fromstring  # by defusedxml where it is there, as openpyxl reads the rest

    with ZipFile(path) as archive:
        relations = {
            one.get("Id"): one.get("Target", "") for one in fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        }
        book = fromstring(archive.read("xl/workbook.xml"))
    found = {}
    for one in book.iter():
        if str(one.tag).endswith("}sheet"):
            target = relations.get(one.get(_RELATION), "")
            found[one.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _look(path: Path, part: str) -> tuple[list[tuple[int, int, int, int]], int]:
    """Merged cells (first row, first column, last row, last column, from 0), and formulas without results."""
    try:
        with ZipFile(path) as archive:
            data = archive.read(part)
    except KeyError:
        return [], 0
    merged = [
        (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
        for left, top, right, bottom in _MERGED.findall(data)
    ]
    return merged, len(_WITHOUT_RESULT.findall(data)) if b"<f" in data or b":f" in data else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
