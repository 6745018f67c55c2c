"""Cells that say true or false in a column of numbers of a file: GDAL makes them 1 and 0, and says nothing.

A column that is nothing but such cells comes as true and false through QGIS, and needs no look at its file.
"""

from __future__ import annotations

import json
import mmap
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import repeat
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pandas as pd
from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..core.errors import InputError
from ..core.messages import sentence
from ..core.progress import Progress, advance
from ..core.tables.cells import parse_numbers
from ..core.values import Cell
from .compat import to_python
from .sources import file_of

_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WITH_ATTRIBUTES = r"""\b((?:[^>"']|"[^"]*"|'[^']*')*)>"""

_SHEET = re.compile(rf"<(?:\w+:)?sheet{_WITH_ATTRIBUTES}")
_RELATION = re.compile(rf"<(?:\w+:)?Relationship{_WITH_ATTRIBUTES}")
_ROW_OR_CELL = re.compile(
    rf"<(?:\w+:)?(row|c){_WITH_ATTRIBUTES}(?:(?:<(?:\w+:)?f\b[^<]*(?:</\w*:?f>)?)?<(?:\w+:)?v>([01])<)?"
)
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")

_TABLE = re.compile(rf"<table:table{_WITH_ATTRIBUTES}(.*?)</table:table>", re.DOTALL)
_OF_TABLE = re.compile(rf"<table:(table-row|table-cell|covered-table-cell){_WITH_ATTRIBUTES}")
_BOOLEAN_FORMULA = re.compile(r'table:formula="of:=(TRUE|FALSE)\(\)"')  # all other ones GDAL takes for text

_ROWS_BETWEEN_LOOKS = 1_000
Names = Mapping  # of columns, by their places in the file


class BooleansInNumberColumnError(InputError):
    """``found``: the cells, with their columns and rows."""

    template = sentence(
        "“{table}”: {count:cell of a column of numbers says|cells of columns of numbers say} true or false, which QGIS "
        "shows as 1 or 0: {found}."
    )
    remedy = sentence("Write the number that is meant into the file, or leave the cell empty if it is unknown.")


def find_booleans_in_number_columns(
    layer: QgsVectorLayer, sheet: str, names: Names, *, table: str, progress: Progress
) -> list[InputError]:
    """One error where cells of the columns ``names`` (place in the file -> name) say true or false among numbers.

    Columns of numbers or text: where all cells say so, their kind is another.

    ``sheet``: which of a workbook, '' for the first; ``table``: what the user calls it. Raises ``Cancelled``.
    """
    path = file_of(layer)
    read = _READERS.get(path.suffix.lower()) if path is not None else None
    try:
        cells = list(read(path, sheet, names, progress)) if read else []
    except (OSError, BadZipFile, KeyError, ValueError):  # GDAL has its own reading of such a file
        return []
    counts = Counter(cell.key for cell in cells)
    meant = {name for name, count in counts.items() if _is_of_numbers(layer, name, count)}
    found = [cell for cell in cells if cell.key in meant]
    return [BooleansInNumberColumnError(table=table, count=len(found), found=found)] if found else []


def _is_of_numbers(layer: QgsVectorLayer, name: str, booleans: int) -> bool:
    """True for a column of numbers, or of text that is numbers beside the marks of empty cells or a lost heading."""
    index = layer.fields().indexFromName(name)
    if layer.fields().at(index).isNumeric():
        return True
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    cells = pd.Series([to_python(feature[index]) for feature in layer.getFeatures(request)], dtype=object)
    numbers, words = parse_numbers(cells)  # among the numbers are true and false
    return numbers.notna().sum() - booleans >= max(words.sum(), 1)


def _in_xlsx(path: Path, sheet: str, names: Names, progress: Progress) -> Iterator[Cell]:
    with ZipFile(path) as archive:
        parts = _parts(archive)
        part = parts.get(sheet) or next(iter(parts.values()))
        data = archive.read(part)
    if b't="b"' not in data and b"t='b'" not in data:
        return
    text = data.decode("utf-8")
    row = column = 0
    for found in _ROW_OR_CELL.finditer(text):
        kind, said, value = found[1], _attributes(found[2]), found[3]
        if kind == "row":
            row, column = int(said.get("r", row + 1)), 0
            if row % _ROWS_BETWEEN_LOOKS == 0:
                advance(progress, 0.0)
            continue
        address = _ADDRESS.fullmatch(said.get("r", ""))
        column = _number(address[1]) if address else column + 1
        if said.get("t") == "b" and value and column - 1 in names:
            yield Cell(key=names[column - 1], row=row, value="TRUE" if value == "1" else "FALSE")


def _parts(archive: ZipFile) -> dict[str, str]:
    """The part of the archive that each sheet is in, in their order."""
    relations = {}
    for found in _RELATION.finditer(archive.read("xl/_rels/workbook.xml.rels").decode("utf-8")):
        said = _attributes(found[1])
        target = said.get("Target", "")
        relations[said.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = map(_attributes, (found[1] for found in _SHEET.finditer(archive.read("xl/workbook.xml").decode("utf-8"))))
    return {
        said.get("name", ""): relations[number]
        for said in sheets
        for number in (value for key, value in said.items() if key.endswith(":id"))
        if number in relations
    }


def _number(letters: str) -> int:
    """Of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _in_ods(path: Path, sheet: str, names: Names, progress: Progress) -> Iterator[Cell]:
    with ZipFile(path) as archive:
        data = archive.read("content.xml")
    if b"of:=TRUE()" not in data and b"of:=FALSE()" not in data:
        return
    text = data.decode("utf-8")
    tables = ((_attributes(found[1]).get("table:name", ""), found[2]) for found in _TABLE.finditer(text))
    inside = next((inside for name, inside in tables if sheet in ("", name)), "")
    row = column = 0
    again = 1
    for found in _OF_TABLE.finditer(inside):
        kind, said = found[1], _attributes(found[2])
        if kind == "table-row":
            advance(progress, 0.0)
            row, column, again = row + again, 0, int(said.get("table:number-rows-repeated", 1))
            continue
        wide = int(said.get("table:number-columns-repeated", 1))
        formula = _BOOLEAN_FORMULA.search(found[2])
        places = range(column, column + wide) if formula else ()
        for place in (place for place in places if place in names):
            yield from repeat(Cell(key=names[place], row=row, value=formula[1]), again)
        column += wide


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(first or second) for name, first, second in _ATTRIBUTE.findall(text)}


def _in_geojson(path: Path, _sheet: str, names: Names, progress: Progress) -> Iterator[Cell]:
    wanted = set(names.values())
    written = {json.dumps(name, ensure_ascii=plain).encode() for name in wanted for plain in (True, False)}
    said = re.compile(rb"(?:%s)\s*:\s*(?:true|false)\b" % b"|".join(map(re.escape, sorted(written))))
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if not written or not said.search(data):
            return
    advance(progress, 0.0)
    for row, feature in enumerate(_features(path.read_text(encoding="utf-8-sig")), start=1):
        if row % _ROWS_BETWEEN_LOOKS == 0:
            advance(progress, 0.0)
        cells = feature.get("properties") or feature.get("attributes") or {}
        yield from (
            Cell(key=name, row=row, value=str(cell).lower())
            for name, cell in cells.items()
            if isinstance(cell, bool) and name in wanted
        )


def _features(text: str) -> list[dict]:
    """The features of a collection, or of a file with one a line."""
    try:
        whole = json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.replace("\x1e", "").splitlines() if line.strip()]
    return whole.get("features", [whole]) if isinstance(whole, dict) else []


_READERS: dict[str, Callable[[Path, str, Names, Progress], Iterator[Cell]]] = {
    ".xlsx": _in_xlsx, ".xlsm": _in_xlsx, ".ods": _in_ods,
    ".geojson": _in_geojson, ".json": _in_geojson, ".geojsonl": _in_geojson, ".geojsons": _in_geojson,
}  # fmt: skip
