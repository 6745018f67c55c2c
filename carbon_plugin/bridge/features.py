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

from ..core.errors import EmptyTableError, InputError, MissingColumnsError
from ..core.messages import Message, note, phrase, sentence
from ..core.progress import Progress, Silent, advance
from ..core.tables.cells import parse_numbers
from ..core.tables.headings import free_name
from ..core.values import Quoted, quoted
from .compat import INTEGER, make_field, to_python
from .output import fields_of, write_rows
from .sources import every_feature
from .tables import Table, is_misread, read_table

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
    in the file; ``new_names``: the columns that are written under another name.
    """

    source: QgsFeatureSource
    name: str
    notes: list[Message] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    new_names: dict[str, str] = field(default_factory=dict)

    def column(self, chosen: str) -> str:
        """The column the user chose, under the name it has here."""
        return self.renamed.get(chosen, chosen)

    def free_column(self, name: str) -> str:
        """``name``, or ``name_2`` and so on where it is taken; files do not tell capital letters from small ones."""
        return free_name(name, self.source.fields().names())

    def numbers(self, column: str, progress: Progress = Silent()) -> np.ndarray:
        """The numbers in ``column`` (n,), NaN where a cell is empty; numbers in text columns are read.

        Raises ``MissingColumnsError``, ``EmptyTableError``, ``WordsAmongNumbersError``.
        """
        fields = self.source.fields()
        index = fields.indexFromName(column)
        if index < 0:
            raise MissingColumnsError(table=self.name, missing=quoted([column]), found=fields.names())
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
        blocks, words = [np.empty(0)], []
        for block in self._blocks(request, progress):
            numbers, unread = _numbers(block, index)
            words += [str(to_python(feature[index])) for feature, is_word in zip(block, unread) if is_word]
            blocks.append(numbers)
        values = np.concatenate(blocks)
        if not len(values):
            raise EmptyTableError(table=self.name)
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

    def write_with_class(
        self,
        sink: QgsFeatureSink,
        fields: QgsFields,
        column: str,
        classify: Callable[[np.ndarray], np.ndarray],
        progress: Progress = Silent(),
    ) -> int | None:
        """Write every feature with the class that ``classify`` gives the number in ``column``; 0 is written as NULL.

        ``fields``: those of ``fields_with``. Returns how many were written, None where ``sink`` refuses one.
        """
        index = self.source.fields().indexFromName(column)
        written = 0
        for block in self._blocks(QgsFeatureRequest(), progress):
            classes = classify(_numbers(block, index)[0])
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
        features = every_feature(self.source, request)
        while block := list(islice(features, _ROWS_AT_ONCE)):
            advance(progress, min(read / total, 1.0))
            yield block
            read += len(block)


def read_features(
    source: QgsFeatureSource, name: str, layer: QgsVectorLayer | None = None, progress: Progress = Silent()
) -> Features:
    """The features of ``source``, called ``name``; ``layer`` is the layer behind it where there is one.

    A file whose text or header OGR loses is put right as ``read_table`` does.
    """
    features, keys = Features(source, name), layer.primaryKeyAttributes() if layer is not None else []
    if is_misread(layer):
        features, keys = _mended(read_table(source, layer, progress), name, progress), []
    _rename_row_number(features, keys)
    return features


def _mended(table: Table, name: str, progress: Progress) -> Features:
    """The rows of ``table`` as features without geometry."""
    fields = fields_of(table.frame)
    layer = QgsMemoryProviderUtils.createMemoryLayer(name, fields, QgsWkbTypes.Type.NoGeometry)
    write_rows(layer.dataProvider(), table.frame, fields, progress=progress)
    return Features(layer, name, table.notes, table.renamed)


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


def _numbers(block: list[QgsFeature], index: int) -> tuple[np.ndarray, np.ndarray]:
    """The numbers in a column of ``block``, and where there is something that is none."""
    cells = [to_python(feature[index]) for feature in block]
    plain = [cell if cell is None or isinstance(cell, (int, float, str)) else repr(cell) for cell in cells]
    numbers, unread = parse_numbers(pd.Series(plain, dtype=object))
    return numbers.to_numpy(), unread.to_numpy()
