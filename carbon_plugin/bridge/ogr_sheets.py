"""Workbooks as sheets of cells by way of GDAL: ODS, XLS, and XLSX where openpyxl is absent; without merged cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from osgeo import gdal, ogr

from ..core.messages import Message, phrase, sentence
from ..core.preparation.sheets.sheet import Sheet, sheet_of
from .sheet_files import damaged, misnamed, not_read

_DRIVERS = {"xlsx": "XLSX", "ods": "ODS", "xls": "XLS"}
_NUMBERS = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)


def read_with_ogr(path: Path, name: str, kind: str, *, notes: list[Message]) -> Iterator[Sheet]:
    """The sheets of a workbook. Raises ``FileNotReadError``.

    Args:
        path: the file.
        name: what it is called.
        kind: ``xlsx``, ``ods`` or ``xls``.
        notes: what is said of it is added here.
    """
    notes += misnamed(path, kind)
    if gdal.GetDriverByName(_DRIVERS[kind]) is None:
        raise not_read(
            path,
            phrase("this QGIS reads no {kind}", kind=kind.upper()),
            sentence("Open it in a spreadsheet program and save it as XLSX or CSV."),
        )
    options = ["HEADERS=DISABLE", "FIELD_TYPES=STRING"]
    with gdal.config_options({"OGR_XLS_HEADERS": "DISABLE", "OGR_XLS_FIELD_TYPES": "STRING"}):
        try:
            gdal.PushErrorHandler("CPLQuietErrorHandler")
            book = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=[_DRIVERS[kind]], open_options=options)
        except RuntimeError as error:
            raise damaged(path, error) from error
        finally:
            gdal.PopErrorHandler()
        if book is None:
            raise damaged(path, ValueError(gdal.GetLastErrorMsg()))
        for number in range(book.GetLayerCount()):
            layer = book.GetLayer(number)
            rows = [_row(feature) for feature in layer]
            if any(any(row) for row in rows):
                yield sheet_of(name, layer.GetName(), rows)


def _row(feature: ogr.Feature) -> list[object]:
    cells: list[object] = []
    for place in range(feature.GetFieldCount()):
        if not feature.IsFieldSetAndNotNull(place):
            cells.append(None)
        elif feature.GetFieldType(place) in _NUMBERS:
            cells.append(feature.GetFieldAsDouble(place))
        else:
            cells.append(feature.GetFieldAsString(place))
    return cells
