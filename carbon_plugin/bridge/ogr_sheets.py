"""Workbooks as sheets of cells by way of GDAL: ODS, XLS, and XLSX where openpyxl is absent; without merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal, ogr

from ..core.messages import Message, phrase, sentence
from ..core.preparation.sheets.sheet import Sheet, sheet_of
from ..core.progress import Progress, Silent, advance
from .sheet_files import damaged, misnamed, not_read

_DRIVERS = {"xlsx": "XLSX", "ods": "ODS", "xls": "XLS"}
_SETTINGS = {  # options of the drivers, which not all versions of GDAL take when a file is opened
    f"OGR_{driver}_{name}": value
    for driver in _DRIVERS.values()
    for name, value in (("HEADERS", "DISABLE"), ("FIELD_TYPES", "STRING"))
}
_AS_TEXT = re.compile(r"-?\d+\.\d{15,16}")  # a number of a workbook that the driver gives as text
_NUMBERS = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)


def read_with_ogr(
    path: Path, name: str, kind: str, *, notes: list[Message], progress: Progress = Silent()
) -> Iterator[Sheet]:
    """The sheets of a workbook. Raises ``FileNotReadError``, ``Cancelled``.

    Args:
        path: the file.
        name: what it is called.
        kind: ``xlsx``, ``ods`` or ``xls``.
        notes: what is said of it is added here.
        progress: asked now and then whether to stop; not while GDAL opens the file.
    """
    notes += misnamed(path, kind)
    if gdal.GetDriverByName(_DRIVERS[kind]) is None:
        raise not_read(
            path,
            phrase("this QGIS reads no {kind}", kind=kind.upper()),
            sentence("Open it in a spreadsheet program and save it as XLSX or CSV."),
        )
    with _settings(_SETTINGS):
        try:
            gdal.PushErrorHandler("CPLQuietErrorHandler")
            book = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=[_DRIVERS[kind]])
        except RuntimeError as error:
            raise damaged(path, error) from error
        finally:
            gdal.PopErrorHandler()
        if book is None:
            raise damaged(path, ValueError(gdal.GetLastErrorMsg()))
        sheets = [
            (layer.GetName(), [_row(feature, progress) for feature in layer])
            for layer in map(book.GetLayer, range(book.GetLayerCount()))
        ]
    for sheet, rows in sheets:
        if any(any(cell is not None for cell in row) for row in rows):
            yield sheet_of(name, sheet, rows, progress=progress)


@contextmanager
def _settings(wanted: Mapping[str, str]) -> Iterator[None]:
    """GDAL's settings for a while, in this thread alone."""
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in wanted}
    for key, value in wanted.items():
        gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)


def _row(feature: ogr.Feature, progress: Progress) -> list[object]:
    advance(progress, 1.0)
    cells: list[object] = []
    for place in range(feature.GetFieldCount()):
        if not feature.IsFieldSetAndNotNull(place):
            cells.append(None)
        elif feature.GetFieldType(place) in _NUMBERS:
            cells.append(feature.GetFieldAsDouble(place))
        else:
            text = feature.GetFieldAsString(place)
            cells.append(float(text) if _AS_TEXT.fullmatch(text) else text)
    return cells
