"""Cells of a column that its file declares to be numbers, but that hold something else.

GDAL reads the digits with which they begin, or 0, and says nothing: “1,234.5” is 1 then, and “-” is 0.
"""

from __future__ import annotations

import csv
import re
import struct
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsFields, QgsProviderRegistry, QgsVectorLayer

from ..core.errors import InputError
from ..core.messages import sentence
from ..core.number_text import EMPTY_WORDS
from ..core.progress import Progress, Silent, advance
from ..core.values import Cell
from .boolean_cells import find_booleans_in_number_columns
from .compat import TEXT
from .sources import errors_of_gdal, file_of
from .text_files import TextTable

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|[+-]?(nan|inf|1\.#).*", re.IGNORECASE)
_DELIMITER = re.compile(r'^\s*delimiter\s+"(.)"', re.IGNORECASE | re.MULTILINE)
_COLUMNS = re.compile(r"^\s*columns\s+(\d+)", re.IGNORECASE | re.MULTILINE)
_READ_AS_ZERO = "-"  # by GDAL, of the marks of an empty cell
_COLUMNS_AT_ONCE = 16  # so that Cancel is heard between them
_ROWS_BETWEEN_LOOKS = 1_000
_DELETED = b"*"  # a row of a DBF that is no more
Names = dict  # of columns, by their places in the file
Word = tuple  # a column and what stands there
_DBF_HEAD, _DBF_FIELD, _DBF_END = 32, 32, 0x0D


class WordsInNumberColumnError(InputError):
    """``found``: the cells, with their columns."""

    template = sentence(
        "“{table}”: {count:cell of a column of numbers holds|cells of columns of numbers hold} something else, of "
        "which QGIS shows the first digits or 0: {found}."
    )
    remedy = sentence(
        "Correct them in the program that wrote the file, or save the table anew as .csv or .xlsx; a number has a "
        "point before its decimals and nothing between its digits."
    )


def find_words_in_number_columns(
    layer: QgsVectorLayer | None, table: str, columns: Collection[str], *, progress: Progress = Silent()
) -> list[InputError]:
    """Where some of ``columns`` are numbers to the file behind ``layer``, and some of their cells are not.

    One error for words, one for what says true or false. ``table``: what the user calls it. Raises ``Cancelled``.
    """
    path = file_of(layer)
    if path is None or layer.providerType() != "ogr":
        return []
    fields = layer.fields()
    places = [place for place in map(fields.indexFromName, columns) if place >= 0]
    own = [place for place in places if fields.fieldOrigin(place) == QgsFields.FieldOrigin.OriginProvider]
    every = {fields.fieldOriginIndex(place): fields.at(place).name() for place in own}
    kinds = {place: fields.at(fields.indexFromName(name)) for place, name in every.items()}
    names = {place: name for place, name in every.items() if kinds[place].isNumeric()}
    texts = {place: name for place, name in every.items() if kinds[place].type() == TEXT}
    find = _FINDERS.get(path.suffix.lower()) if names else None
    found = [Cell(column=name, value=text) for name, text in find(layer, path, names, progress)] if find else []
    errors: list[InputError] = [WordsInNumberColumnError(table=table, count=len(found), found=found)] if found else []
    return errors + find_booleans_in_number_columns(
        layer, _sheet_of(layer), {**names, **texts}, table=table, progress=progress
    )


def _sheet_of(layer: QgsVectorLayer) -> str:
    """Which table of its file a layer is; '' where it is the first."""
    return QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") or ""


def _in_database(layer: QgsVectorLayer, path: Path, names: Names, progress: Progress) -> list[Word]:
    """Of a GeoPackage, which keeps whatever it is given: text and bytes come after all numbers."""
    words: list[Word] = []
    with errors_of_gdal():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
            if dataset is None or not dataset.GetLayerCount():
                return []
            table, columns = _quoted(_sheet_of(layer) or dataset.GetLayer(0).GetName()), list(names.values())
            for start in range(0, len(columns), _COLUMNS_AT_ONCE):
                advance(progress, 0.0)
                some = {name: f"{_quoted(name)} >= ''" for name in columns[start : start + _COLUMNS_AT_ONCE]}
                if _asked(dataset, _select("1", table, f"{' OR '.join(some.values())} LIMIT 1")):
                    for name, is_text in some.items():
                        cells = _asked(dataset, _select(f"CAST({_quoted(name)} AS TEXT)", table, is_text))
                        words += [(name, str(cell)) for cell in cells]
        except RuntimeError:  # a table that SQL cannot ask: whoever reads it says so
            return []
    return words


def _select(what: str, table: str, condition: str) -> str:
    """A statement of parts whose names are quoted."""
    return " ".join(("SELECT", what, "FROM", table, "WHERE", condition))


def _asked(dataset: gdal.Dataset, statement: str) -> list[object]:
    rows = dataset.ExecuteSQL(statement)
    if rows is None:
        return []
    cells = [row.GetField(0) for row in rows]
    dataset.ReleaseResultSet(rows)
    return cells


def _beside(path: Path, ending: str) -> Path | None:
    """``path`` or the file beside it that has ``ending``, whichever way it is written; None where there is none."""
    files = (path.with_suffix(suffix) for suffix in (path.suffix, ending, ending.upper()))
    return next((file for file in files if file.suffix.lower() == ending and file.is_file()), None)


def _in_dbf(_layer: QgsVectorLayer, path: Path, names: Names, progress: Progress) -> Iterator[Word]:
    """Of a DBF, or of the one beside a Shapefile: numbers are text in it, stars where there was no room for them."""
    path = _beside(path, ".dbf")
    if path is not None:
        yield from _in_records(path, names, progress)


def _in_tab(_layer: QgsVectorLayer, path: Path, names: Names, progress: Progress) -> Iterator[Word]:
    """Of a table of MapInfo, whose decimals are text as in a DBF; an empty one is 0 to GDAL."""
    path = _beside(path, ".dat") or _beside(path, ".dbf")
    if path is not None:
        yield from _in_records(path, names, progress, may_be_empty=False)


def _in_mif(_layer: QgsVectorLayer, path: Path, names: Names, progress: Progress) -> Iterator[Word]:
    """Of MapInfo's files for exchange; an empty cell is 0 to GDAL, and a comma too many moves all that follow."""
    path, beside = _beside(path, ".mif"), _beside(path, ".mid")
    if path is None or beside is None:
        return
    with path.open(encoding="latin-1") as head:
        told = "".join(takewhile(lambda line: line.strip().lower() != "data", head))
    delimiter, columns = _DELIMITER.search(told), _COLUMNS.search(told)
    with beside.open(encoding="latin-1", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter=delimiter[1] if delimiter else "\t")):
            if number % _ROWS_BETWEEN_LOOKS == 0:
                advance(progress, 0.0)
            if columns and len(row) > int(columns[1]):
                yield ", ".join(names.values()), " ".join(row)
                continue
            cells = {name: row[place].strip() for place, name in names.items() if place < len(row)}
            yield from ((name, text) for name, text in cells.items() if not _NUMBER.fullmatch(text))


def _in_records(path: Path, names: Names, progress: Progress, *, may_be_empty: bool = True) -> Iterator[Word]:
    with path.open("rb") as file:
        head = file.read(_DBF_HEAD)
        if len(head) < _DBF_HEAD:
            return
        rows, start, width = struct.unpack_from("<IHH", head, 4)
        fields = [field for field in iter(lambda: file.read(_DBF_FIELD), b"") if file.tell() <= start]
    rows = min(rows, (path.stat().st_size - start) // width) if width else 0
    if rows <= 0:
        return
    records = np.memmap(path, dtype=f"S{width}", mode="r", offset=start, shape=(rows,))
    left = 1  # after the mark of rows that are no more
    for place, field in enumerate(fields):
        if field[0] == _DBF_END:
            break
        size = field[16]
        advance(progress, 0.0)
        if place in names and field[11:12] in b"NF":
            yield from ((names[place], text) for text in _words_in(records, left, size, may_be_empty=may_be_empty))
        left += size


def _words_in(records: np.ndarray, left: int, size: int, *, may_be_empty: bool) -> Iterator[str]:
    """What is no number in the column of ``records`` that begins at ``left``."""
    signs = records.view("S1").reshape(len(records), -1)
    cells = np.ascontiguousarray(signs[signs[:, 0] != _DELETED, left : left + size]).view(f"S{size}").ravel()
    cells = np.char.strip(cells, b" \0")
    cells = cells[((cells != b"") | (not may_be_empty)) & ~np.char.startswith(cells, b"*")]
    try:
        cells.astype(float)
    except ValueError:
        texts = (cell.decode("latin-1") for cell in cells.tolist())
        yield from (text for text in texts if not _NUMBER.fullmatch(text))


def _in_text(_layer: QgsVectorLayer, path: Path, names: Names, progress: Progress) -> Iterator[Word]:
    """Of a CSV whose columns are declared in a file beside it."""
    if not any(path.with_suffix(suffix).is_file() for suffix in (".csvt", ".CSVT")):
        return
    try:
        rows = TextTable(path).rows()
    except csv.Error:
        return  # OGR has its own reading of such a file
    for number, row in enumerate(rows[1:]):
        if number % _ROWS_BETWEEN_LOOKS == 0:
            advance(progress, 0.0)
        for place, name in names.items():
            text = row[place].strip() if place < len(row) else ""
            is_empty = text.lower() in EMPTY_WORDS and text != _READ_AS_ZERO
            if not (is_empty or _NUMBER.fullmatch(text)):
                yield name, text


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


_FINDERS: dict[str, Callable[[QgsVectorLayer, Path, Names, Progress], Iterable[Word]]] = {
    ".gpkg": _in_database, ".dbf": _in_dbf, ".shp": _in_dbf, ".csv": _in_text, ".tsv": _in_text,
    ".tab": _in_tab, ".mif": _in_mif, ".mid": _in_mif,
}  # fmt: skip
