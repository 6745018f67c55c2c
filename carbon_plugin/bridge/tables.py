"""Any table QGIS opens, as a DataFrame of plain Python cells, with what the file formats lose put right.

What QGIS shows is what is read. Only where it shows a file wrongly, and the whole of it is meant, is it read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsFeatureSource, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime

from ..core.errors import InputError, raise_all
from ..core.messages import Message, note, sentence
from ..core.progress import Progress, Silent, advance
from ..core.tables.decimal_marks import settle_decimal_marks
from .columns import ReadColumns, read_columns
from .compat import to_python
from .declared_numbers import find_words_in_number_columns
from .garbled import find_garbled
from .lost_headers import PartOfHeaderlessSheetError, has_lost_its_header, restore_header
from .sources import check_count, every_feature, file_of, parts_asked_for, remarks_on_other_tables
from .spreadsheet_text import is_for_spreadsheets, without_marks
from .text_files import TextTable, code_pages_of, is_gb18030, text_table_of

_ROW_NUMBER_FIELDS = frozenset({"fid", "ogc_fid"})  # OGR's own row number, not data
_ROWS_BETWEEN_REPORTS = 2_000
_CHINESE = "GB18030"
_PLAIN = (str, int, float)  # cells that are what they are
_NOT_CHOSEN = frozenset({"UTF-8", "System", ""})


class UnknownCodePageError(InputError):
    """``found``: code pages it may be in, each with a word."""

    template = sentence("“{table}” is text in a code page that cannot be told for sure. It may be: {found}.")
    remedy = sentence(
        "Choose the code page in the layer’s properties (Source, Data source encoding), or save the file in UTF-8."
    )


class PartOfMisreadFileError(InputError):
    """``reasons``: why not the whole file is meant."""

    template = sentence(
        "“{table}” is in the code page GB18030, which QGIS shows wrongly, and cannot be read otherwise: {reasons}."
    )
    remedy = sentence(
        "Choose GB18030 in the layer’s properties (Source, Data source encoding), or save the file in UTF-8; then set "
        "filter, selection or fields."
    )


@dataclass
class Table:
    """``frame``: object columns of numbers, text and None; ``name``: as the user sees it in the layer list."""

    frame: pd.DataFrame
    name: str
    notes: list[Message] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)  # the name OGR gave a column -> the name in the file
    unread: list[str] = field(default_factory=list)  # the columns that nobody asked for

    def column(self, chosen: str) -> str:
        """The column the user chose, under the name it has in ``frame``."""
        return self.renamed.get(chosen, chosen)


def read_table(
    source: QgsFeatureSource,
    layer: QgsVectorLayer | None = None,
    progress: Progress = Silent(),
    *,
    wanted: Callable[[list[str]], list[str]] | None = None,
    numbers: Callable[[list[str]], Collection[str]] | None = None,
) -> Table:
    """Read all rows of ``source``; ``layer`` is the layer behind it where there is one.

    ``wanted``: which of the columns are needed, out of all of them; where QGIS shows the file wrongly all are read.
    ``numbers``: which of the columns are numbers to whoever asks: text that is nothing else may come as such.

    A CSV in GB18030 is read again in that code page, and a spreadsheet whose header OGR took for data gets its header
    back, where the whole file is meant. Decimal commas are settled by column.

    Raises ``UnknownCodePageError``, ``PartOfMisreadFileError``, ``PartOfHeaderlessSheetError``,
    ``MoreCellsThanHeadingsError``, ``AmbiguousCommasError``, ``GarbledTextError``, ``WordsInNumberColumnError``,
    ``BooleansInNumberColumnError``, ``NotReadToTheEndError``, ``DamagedError``.
    """
    name = layer.name() if layer is not None else source.sourceName()
    text = text_table_of(layer)
    if text is not None:
        text.check_rows(name, progress)
    chinese = _in_chinese(source, layer, text, name)
    has_decimals = False
    if chinese is not None:
        frame = _read_features(chinese, chinese, name, _data_columns(chinese), progress=progress)
        table = Table(frame, name, [_read_as(name)])
        table.renamed = _names_in_file(layer.fields().names(), chinese.fields().names())
    else:
        names = _data_columns(source)
        kept = wanted(names) if wanted is not None and not has_lost_its_header(layer) else names
        unread = [one for one in names if one not in kept]
        raise_all(find_words_in_number_columns(layer, name, kept, progress=progress))
        are_numbers = numbers(kept) if numbers is not None and not has_lost_its_header(layer) else ()
        read = _read(source, layer, name, kept, numbers=are_numbers, progress=progress)
        table, has_decimals = Table(read.frame, name, unread=unread), read.has_decimals
    table.notes += remarks_on_other_tables(layer, name)
    if has_lost_its_header(layer):
        _check_whole(source, layer, name, PartOfHeaderlessSheetError)
        table.frame, table.renamed, notes = restore_header(table.frame, name)
        table.notes += notes
    raise_all(find_garbled(table.frame, name, file_of(layer)))
    if is_for_spreadsheets(str(file_of(layer) or "")):
        table.frame = without_marks(table.frame, progress)
    table.frame, notes = settle_decimal_marks(
        table.frame, name, text is not None and text.separator == ";", has_decimals=has_decimals, progress=progress
    )
    table.notes += notes
    return table


def is_misread(layer: QgsVectorLayer | None) -> bool:
    """True where OGR may lose text or the header of the file behind ``layer``, which ``read_table`` puts right."""
    return _is_shown_wrongly(layer, text_table_of(layer)) or has_lost_its_header(layer)


def _in_chinese(
    source: QgsFeatureSource, layer: QgsVectorLayer | None, text: TextTable | None, name: str
) -> QgsVectorLayer | None:
    """The same file in the code page GB18030, where QGIS shows it wrongly; None where it shows it as it is."""
    if not _is_shown_wrongly(layer, text):
        return None
    if not is_gb18030(text.data):
        raise UnknownCodePageError(table=name, found=code_pages_of(text.data))
    _check_whole(source, layer, name, PartOfMisreadFileError)
    again = QgsVectorLayer(layer.source(), name, layer.providerType())
    again.setProviderEncoding(_CHINESE)
    return again


def _is_shown_wrongly(layer: QgsVectorLayer | None, text: TextTable | None) -> bool:
    """True for a text table that is not UTF-8 while nobody told QGIS so."""
    return text is not None and not text.is_utf8 and layer.dataProvider().encoding() in _NOT_CHOSEN


def _check_whole(source: QgsFeatureSource, layer: QgsVectorLayer, name: str, error: type[InputError]) -> None:
    reasons = parts_asked_for(source, layer)
    if reasons:
        raise error(table=name, reasons=reasons)


def _data_columns(source: QgsFeatureSource) -> list[str]:
    return [name for name in source.fields().names() if name.lower() not in _ROW_NUMBER_FIELDS]


def _read(
    source: QgsFeatureSource,
    layer: QgsVectorLayer | None,
    name: str,
    names: list[str],
    *,
    numbers: Collection[str] = (),
    progress: Progress,
) -> ReadColumns:
    """The columns ``names`` of ``source``: by columns where it is its file as it lies there."""
    if layer is not None and layer.providerType() == "ogr" and not parts_asked_for(source, layer):
        read = read_columns(layer, names, progress, numbers=numbers)
        if read is not None:
            check_count(len(read.frame), source, layer, name=name)
            return read
    return ReadColumns(_read_features(source, layer, name, names, progress=progress))


def _read_features(
    source: QgsFeatureSource, layer: QgsVectorLayer | None, name: str, wanted: list[str], *, progress: Progress
) -> pd.DataFrame:
    names = source.fields().names()
    kept = [index for index, one in enumerate(names) if one in wanted]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(kept)
    total = max(source.featureCount(), 1)
    rows = []
    for number, feature in enumerate(every_feature(source, request, layer, name=name)):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            advance(progress, min(number / total, 1.0))
        attributes = feature.attributes()
        rows.append([plain_cell(attributes[index]) for index in kept])
    columns = zip(*rows) if rows else [()] * len(kept)
    frame = pd.DataFrame({place: _column(cells) for place, cells in enumerate(columns)}, copy=False)
    frame.columns = [names[index] for index in kept]  # a name may stand there twice
    return frame


def plain_cell(value: object) -> object:
    """An attribute as number, text or None: dates, true and false as text, semicolons between the parts of a list."""
    if type(value) in _PLAIN:
        return value
    value = to_python(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, QDateTime):
        midnight = value.time() == QTime(0, 0)
        return value.toString("yyyy-MM-dd" if midnight else "yyyy-MM-dd HH:mm:ss")
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss")
    if isinstance(value, QByteArray):
        return bytes(value).hex()
    if isinstance(value, (list, tuple)):
        return ";".join(str(plain_cell(part)) for part in value)
    if isinstance(value, dict):
        return ";".join(f"{key}={plain_cell(part)}" for key, part in value.items())
    return value


def _column(cells: Sequence[object]) -> pd.Series:
    """A column that holds only numbers and gaps as floats, or as integers where it has no gap; others as they are."""
    kinds = set(map(type, cells))
    if kinds == {float} or kinds == {float, type(None)}:
        numbers = np.array(cells, dtype=float)  # None is NaN
        if not np.isnan(numbers).all():
            return pd.Series(numbers)
    column = pd.Series(cells, dtype=object)
    if column.isna().all() or not all(isinstance(cell, (int, float)) for cell in column.dropna()):
        return column
    return pd.to_numeric(column)


def _read_as(name: str) -> Message:
    return note("read-as-gb18030", "“{table}” is not UTF-8; it was read as GB18030 (Chinese).", table=name)


def _names_in_file(misread: list[str], names: list[str]) -> dict[str, str]:
    """The columns as OGR calls them, and as the user has chosen them, beside their names in the file."""
    return {old: new for old, new in zip(misread, names) if old != new} if len(misread) == len(names) else {}
