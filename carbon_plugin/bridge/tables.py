"""Any table QGIS opens, as a DataFrame of plain Python cells, with what the file formats lose put right."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from qgis.core import QgsFeatureRequest, QgsFeatureSource, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..core.messages import Message, note
from ..core.progress import Progress, Silent, advance
from .compat import to_python
from .sources import file_of

_ROW_NUMBER_FIELDS = frozenset({"fid", "ogc_fid"})  # OGR's own row number, not data
_GENERIC_FIELD = re.compile(r"Field\d+")
_TEXT_TABLES = frozenset({".csv", ".txt", ".tsv"})
_SPREADSHEETS = frozenset({".xlsx", ".ods", ".xls"})
_ROWS_BETWEEN_REPORTS = 2_000


@dataclass
class Table:
    """``frame``: object columns of numbers, text and None; ``name``: as the user sees it in the layer list."""

    frame: pd.DataFrame
    name: str
    notes: list[Message] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)  # the name OGR gave a column -> the name in the file

    def column(self, chosen: str) -> str:
        """The column the user chose, under the name it has in ``frame``."""
        return self.renamed.get(chosen, chosen)


def read_table(source: QgsFeatureSource, layer: QgsVectorLayer | None = None, progress: Progress = Silent()) -> Table:
    """Read all rows of ``source``; ``layer`` is the layer behind it where there is one.

    A CSV that is not UTF-8 is read again from its bytes as GB18030, since OGR's decoding loses the text for good.
    A spreadsheet whose header OGR took for data gets its header back.
    """
    name = layer.name() if layer is not None else source.sourceName()
    path = _path_of(layer)
    if _is_other_encoding(path):
        return _read_gb18030(path, name, source.fields().names())
    table = Table(_read_features(source, progress), name)
    if _is_spreadsheet(path):
        _restore_header(table)
    return table


def is_misread(layer: QgsVectorLayer | None) -> bool:
    """True where OGR may lose text or the header of the file behind ``layer``, which ``read_table`` puts right."""
    path = _path_of(layer)
    return _is_other_encoding(path) or (_is_spreadsheet(path) and _is_generic(layer.fields().names()))


def _read_features(source: QgsFeatureSource, progress: Progress) -> pd.DataFrame:
    names = [attribute.name() for attribute in source.fields()]
    kept = [index for index, name in enumerate(names) if name.lower() not in _ROW_NUMBER_FIELDS]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(kept)
    total = max(source.featureCount(), 1)
    rows = []
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            advance(progress, min(number / total, 1.0))
        attributes = feature.attributes()
        rows.append([_cell(attributes[index]) for index in kept])
    frame = pd.DataFrame(rows, columns=[names[index] for index in kept], dtype=object)
    return frame.apply(_numbers_as_numbers) if len(frame) else frame


def _cell(value: object) -> object:
    value = to_python(value)
    if isinstance(value, (QDate, QDateTime, QTime)):
        return value.toString("yyyy-MM-dd")
    return value


def _numbers_as_numbers(column: pd.Series) -> pd.Series:
    """A column that holds only numbers and gaps as floats, or as integers where it has no gap."""
    if column.isna().all() or not all(isinstance(cell, (int, float)) for cell in column.dropna()):
        return column
    return pd.to_numeric(column)


def _path_of(layer: QgsVectorLayer | None) -> Path | None:
    """The file behind an OGR layer."""
    return file_of(layer) if layer is not None and layer.providerType() == "ogr" else None


def _is_other_encoding(path: Path | None) -> bool:
    """True for a text table that is not UTF-8."""
    return path is not None and path.suffix.lower() in _TEXT_TABLES and not _is_utf8(path)


def _is_spreadsheet(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() in _SPREADSHEETS


def _is_generic(names: Iterable[object]) -> bool:
    """True where every column is called Field1, Field2, ..."""
    return all(_GENERIC_FIELD.fullmatch(str(name)) for name in names)


def _is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read_gb18030(path: Path, name: str, misread: list[str]) -> Table:
    """The table from its bytes; ``misread``: its columns as OGR calls them, and as the user has chosen them."""
    text = path.read_bytes().decode("gb18030", errors="replace")
    frame = pd.read_csv(io.StringIO(text), sep=None, engine="python", dtype=str, keep_default_na=False)
    encoding = note("read-as-gb18030", "“{table}” is not UTF-8; it was read as GB18030 (Chinese).", table=name)
    renamed = dict(zip(misread, frame.columns)) if len(misread) == len(frame.columns) else {}
    return Table(frame.astype(object), name, [encoding], renamed)


def _restore_header(table: Table) -> None:
    """Where no column has a name of its own, the first row is the header."""
    frame = table.frame
    if not len(frame) or not _is_generic(frame.columns) or frame.iloc[0].isna().any():
        return
    header = [str(cell).strip() for cell in frame.iloc[0]]
    table.renamed = dict(zip(frame.columns, header))
    table.frame = frame.iloc[1:].set_axis(header, axis=1).reset_index(drop=True)
    table.notes.append(
        note(
            "header-restored", "“{table}”: all cells are text; the first row was read as the header.", table=table.name
        )
    )
