"""The features of a layer, to be written again as they are with one column more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Callable

import numpy as np
import pandas as pd
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsMemoryProviderUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import EmptyTableError, InputError, MissingColumnsError, raise_all
from ..core.messages import Message, note, phrase, sentence
from ..core.progress import Progress, Silent, advance
from ..core.tables.cells import parse_numbers
from ..core.tables.decimal_marks import is_undecided, settle_decimal_marks, with_point
from ..core.tables.headings import free_name, remarks_on_names_apart_by_case
from ..core.values import Quoted, quoted
from .compat import INTEGER, make_field, to_python
from .declared_numbers import find_words_in_number_columns
from .garbled import WITHOUT_CODE_PAGE, find_garbled_texts
from .output import fields_of, write_rows
from .sources import every_feature, file_of, remarks_on_other_tables
from .tables import Table, is_misread, plain_cell, read_table
from .text_files import text_table_of

_ROWS_AT_ONCE = 2_000
_ROW_NUMBER = "fid"  # under this name a GeoPackage numbers its rows, and takes nothing else


class WordsAmongNumbersError(InputError):
    """``found``: what stands there, each once."""

    template = sentence(
        "“{table}”: column “{column}” should hold {expected}, but something else stands in {count} of "
        "{total:cell|cells}: {found}."
    )
    remedy = sentence("Choose another column, or correct these cells; an empty cell is fine.")


@dataclass
class Features:
    """``source``: the features; ``name``: what the user calls them; ``renamed``: the name OGR gave a column -> the name
    in the file; ``new_names``: the columns that are written under another name; ``layer``: what is behind ``source``;
    ``semicolons``: whether they stand between the columns of its file; ``decimal_commas``: places of columns that have
    commas before their decimals.
    """

    source: QgsFeatureSource
    name: str
    notes: list[Message] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    new_names: dict[str, str] = field(default_factory=dict)
    layer: QgsVectorLayer | None = None
    semicolons: bool = False
    decimal_commas: set[int] = field(default_factory=set)

    def column(self, chosen: str) -> str:
        """The column the user chose, under the name it has here."""
        return self.renamed.get(chosen, chosen)

    def free_column(self, name: str) -> str:
        """``name``, or ``name_2`` and so on where it is taken; files do not tell capital letters from small ones."""
        return free_name(name, [*self.source.fields().names(), *self.new_names.values()])

    def numbers(self, column: str, progress: Progress = Silent()) -> np.ndarray:
        """The numbers in ``column`` (n,), NaN where a cell is empty; numbers in text columns are read.

        What was decided of commas is added to ``notes``.
        Raises ``MissingColumnsError``, ``EmptyTableError``, ``WordsAmongNumbersError``, ``AmbiguousCommasError``.
        """
        fields = self.source.fields()
        index = fields.indexFromName(column)
        if index < 0:
            raise MissingColumnsError(table=self.name, missing=quoted([column]), found=fields.names())
        raise_all(find_words_in_number_columns(self.layer, self.name, [column], progress=progress))
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
        cells = [cell for block in self._blocks(request, progress) for cell in _cells(block, index)]
        if not cells:
            raise EmptyTableError(table=self.name)
        frame = pd.DataFrame({column: pd.Series(cells, dtype=object)})
        others = self._other_texts(index, progress) if is_undecided(frame[column]) else {}
        frame, notes = settle_decimal_marks(frame.assign(**others), self.name, self.semicolons, only=[column])
        if notes:
            self.notes += notes
            self.decimal_commas.add(index)
        numbers, unread = parse_numbers(frame[column])
        values, words = numbers.to_numpy(), [str(cell) for cell, is_word in zip(cells, unread) if is_word]
        if words:
            raise WordsAmongNumbersError(
                table=self.name,
                column=column,
                expected=phrase("numbers"),
                count=len(words),
                total=len(values),
                found=quoted(dict.fromkeys(words)),
            )
        return values

    def _other_texts(self, index: int, progress: Progress) -> dict[str, pd.Series]:
        """The columns of text beside that at ``index``: their commas tell what those of an undecided column mean."""
        fields = self.source.fields()
        others = [at for at, one in enumerate(fields) if at != index and not one.isNumeric()]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(others)
        cells: dict[int, list[object]] = {at: [] for at in others}
        for block in self._blocks(request, progress) if others else ():
            for at, column in cells.items():
                column += _cells(block, at)
        return {fields.at(at).name(): pd.Series(column, dtype=object) for at, column in cells.items()}

    def write_with_class(
        self,
        sink: QgsFeatureSink,
        fields: QgsFields,
        column: str,
        *,
        classify: Callable[[np.ndarray], np.ndarray],
        progress: Progress = Silent(),
    ) -> int | None:
        """Write every feature with the class that ``classify`` gives the number in ``column``; 0 is written as NULL.

        ``fields``: those of ``fields_with``. Returns how many were written, None where ``sink`` refuses one.
        """
        index = self.source.fields().indexFromName(column)
        written = 0
        for block in self._blocks(QgsFeatureRequest(), progress):
            cells = _cells(block, index)
            if index in self.decimal_commas:
                cells = [with_point(cell) if isinstance(cell, str) else cell for cell in cells]
            classes = classify(parse_numbers(pd.Series(cells, dtype=object))[0].to_numpy())
            for feature, number in zip(block, classes):
                new = QgsFeature(fields)
                new.setGeometry(feature.geometry())
                new.setAttributes([*feature.attributes(), int(number) or NULL])
                if not sink.addFeature(new, QgsFeatureSink.Flag.FastInsert):
                    return None
            written += len(block)
        return written

    def fields_with(self, name: str) -> QgsFields:
        """The fields that are written: all columns, and ``name`` for a whole number."""
        fields = QgsFields()
        for attribute in self.source.fields():
            copy = QgsField(attribute)
            copy.setName(self.new_names.get(attribute.name(), attribute.name()))
            fields.append(copy)
        fields.append(make_field(name, INTEGER))
        return fields

    def _blocks(self, request: QgsFeatureRequest, progress: Progress) -> Iterator[list[QgsFeature]]:
        total, read = max(self.source.featureCount(), 1), 0
        features = every_feature(self.source, request, self.layer, name=self.name)
        while block := list(islice(features, _ROWS_AT_ONCE)):
            advance(progress, min(read / total, 1.0))
            yield block
            read += len(block)


def read_features(
    source: QgsFeatureSource, name: str, layer: QgsVectorLayer | None = None, *, progress: Progress = Silent()
) -> Features:
    """The features of ``source``, called ``name``; ``layer`` is the layer behind it where there is one.

    A file whose text or header OGR loses is put right as ``read_table`` does.
    """
    features, keys = Features(source, name, layer=layer), layer.primaryKeyAttributes() if layer is not None else []
    text = text_table_of(layer)
    if is_misread(layer):
        features, keys = _mended(read_table(source, layer, progress), name, progress), []
    else:
        if text is not None:
            text.check_rows(name, progress)
        raise_all(find_garbled_texts(_texts(source, layer, name), name, file_of(layer)))
        features.notes += remarks_on_other_tables(layer, name)
        features.semicolons = text is not None and text.separator == ";"
    _rename_row_number(features, keys)
    _rename_apart_by_case(features)
    return features


def _mended(table: Table, name: str, progress: Progress) -> Features:
    """The rows of ``table`` as features without geometry."""
    fields = fields_of(table.frame)
    layer = QgsMemoryProviderUtils.createMemoryLayer(name, fields, QgsWkbTypes.Type.NoGeometry)
    write_rows(layer.dataProvider(), table.frame, fields, progress=progress)
    return Features(layer, name, table.notes, table.renamed)


def _texts(source: QgsFeatureSource, layer: QgsVectorLayer | None, name: str) -> Iterator[str]:
    """The headings and, of the kinds of files whose code page may be wrong, the text of every cell."""
    yield from source.fields().names()
    path = file_of(layer)
    if path is None or path.suffix.lower() not in WITHOUT_CODE_PAGE:
        return
    positions = [index for index, one in enumerate(source.fields()) if not one.isNumeric()]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(positions)
    for feature in every_feature(source, request, layer, name=name):
        yield from (cell for index in positions if isinstance(cell := to_python(feature[index]), str))


def _rename_apart_by_case(features: Features) -> None:
    """Columns such as ``ID`` and ``id``, which most files take for one."""
    taken: list[str] = []
    renamed: dict[str, str] = {}
    for name in features.source.fields().names():
        written = features.new_names.get(name, name)
        if written.casefold() in {other.casefold() for other in taken}:
            written = free_name(written, [*taken, *features.source.fields().names()])
            renamed[name] = features.new_names[name] = written
        taken.append(written)
    features.notes += remarks_on_names_apart_by_case(renamed, features.name)


def _rename_row_number(features: Features, keys: list[int]) -> None:
    """A column called fid that is no key (``keys``: their positions) may repeat or hold text, which a file refuses."""
    for index, name in enumerate(features.source.fields().names()):
        if name.lower() == _ROW_NUMBER and index not in keys:
            new = features.new_names[name] = features.free_column(_ROW_NUMBER)
            features.notes.append(
                note(
                    "fid-renamed",
                    "“{table}”: the column {old} is written as {new}, since files number their rows under its name.",
                    table=features.name,
                    old=Quoted(name),
                    new=Quoted(new),
                )
            )


def _cells(block: list[QgsFeature], index: int) -> list[object]:
    """The cells of a column of ``block``: numbers, text and None."""
    cells = (plain_cell(feature[index]) for feature in block)
    return [cell if cell is None or isinstance(cell, (int, float, str)) else repr(cell) for cell in cells]
