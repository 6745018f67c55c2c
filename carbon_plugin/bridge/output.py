"""DataFrames to layers: fields of the right type, NULL for what is missing, and a look whether all of it arrived."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import ogr
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from ..core.errors import InputError
from ..core.messages import sentence
from ..core.progress import Progress, Silent, advance
from ..core.values import quoted
from .columns import rows_in_stream
from .compat import DATE, INTEGER, REAL, TEXT, make_field
from .places import Place
from .spreadsheet_text import TextStaysText, with_marks

_ROWS_BETWEEN_REPORTS = 2_000
_LARGEST_INTEGER = 2**31 - 1
_LONGEST_REASON = 120
_SIDECARS = ("", "-journal", "-wal", "-shm")


class NotWrittenError(InputError):
    template = sentence("“{path}” could not be written: {reason}. Nothing was kept.")
    remedy = sentence(
        "Check that the folder may be written to, that the disk has room, and that no other program is using the file."
    )


class OverwritesInputError(InputError):
    template = sentence(
        "“{path}” is read by this run as “{input}”, so “{output}” cannot be written there: the data would be lost."
    )
    remedy = sentence("Choose another name for the output.")


class SameDestinationError(InputError):
    template = sentence("“{path}” is given for several outputs: {outputs}. The last would overwrite the others.")
    remedy = sentence("Give each a file of its own.")


def fields_of(frame: pd.DataFrame) -> QgsFields:
    """Fields for the columns of ``frame``: integers, reals, dates and text."""
    fields = QgsFields()
    for name in frame.columns:
        fields.append(make_field(str(name), _field_kind(frame[name])))
    return fields


def write_rows(
    sink: QgsFeatureSink,
    frame: pd.DataFrame,
    fields: QgsFields,
    *,
    geometries: Sequence[QgsGeometry] | None = None,
    progress: Progress = Silent(),
) -> bool:
    """Write the rows of ``frame`` (``geometries`` of the same length) into ``sink``; False where it refuses one."""
    kinds = [_field_kind(frame[name]) for name in frame.columns]
    is_marked = isinstance(sink, TextStaysText)
    if is_marked:
        for name in (name for name, kind in zip(frame.columns, kinds) if kind == REAL):
            sink.look_at(str(name), frame[name].to_numpy(dtype=float, na_value=np.nan))
        sink = sink.sink
    feature = QgsFeature(fields)  # one for all rows, since a sink keeps what it is shown, not the feature
    for start in range(0, len(frame), _ROWS_BETWEEN_REPORTS):
        advance(progress, start / len(frame))
        rows = frame.iloc[start : start + _ROWS_BETWEEN_REPORTS]
        columns = [attributes_of(rows[name], kind) for name, kind in zip(frame.columns, kinds)]
        columns = [with_marks(cells) for cells in columns] if is_marked else columns
        for number, attributes in enumerate(zip(*columns), start):
            feature.setAttributes(list(attributes))
            if geometries is not None:
                feature.setGeometry(geometries[number] or QgsGeometry())
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                return False
    return True


def brief(reason: str) -> str:
    """The end of a driver's long story, which is where it says what went wrong."""
    return reason if len(reason) <= _LONGEST_REASON else f"… {reason[-_LONGEST_REASON:]}"


def clashes(outputs: Sequence[tuple[str, Place]], inputs: Sequence[tuple[str, Place]]) -> list[InputError]:
    """What speaks against writing ``outputs`` (label and place) while ``inputs`` are read: a place named twice."""
    errors: list[InputError] = []
    told: list[Place] = []
    for number, (label, place) in enumerate(outputs):
        others = [other for other, there in outputs[number + 1 :] if place.overlaps(there)]
        if others and not any(place.overlaps(there) for there in told):
            errors.append(SameDestinationError(path=str(place), outputs=quoted([label, *others])))
            told.append(place)
        read = next((other for other, there in inputs if _is_read(place, there)), None)
        if read is not None and not any(place.overlaps(there) for there in told):
            errors.append(OverwritesInputError(path=str(place), output=label, input=read))
    return errors


def _is_read(place: Place, read: Place) -> bool:
    return place.overlaps(read) and (read.path is None or os.path.exists(read.path))


def arrived(destination: str, rows: int, progress: Progress = Silent()) -> bool:
    """True where the file or table at ``destination`` opens again and holds ``rows`` rows that can be read.

    Raises ``Cancelled``.
    """
    advance(progress, 1.0)
    layer = QgsVectorLayer(destination, "written", "ogr")
    if not layer.isValid():
        return False
    found = rows_in_stream(layer, progress)
    return (sum(1 for _ in layer.getFeatures()) if found is None else found) == rows


def discard(destination: str) -> None:
    """Take a half-written result away: its file, or only its table where the file holds other tables too."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    path, table = parts.get("path") or destination, parts.get("layerName")
    if not os.path.isfile(path):
        return
    source = ogr.Open(path, 1) if table else None
    if source is not None and source.GetLayerCount() > 1:
        for index in range(source.GetLayerCount()):
            if source.GetLayer(index).GetName() == table:
                source.DeleteLayer(index)
                break
        return
    source = None
    for suffix in _SIDECARS:
        Path(path + suffix).unlink(missing_ok=True)


def write_text(path: str, text: str) -> None:
    """Write a text file whole or not at all. Raises ``NotWrittenError``."""
    write_whole(path, lambda partial: Path(partial).write_text(text, encoding="utf-8") >= 0)


def write_whole(path: str, write: Callable[[str], bool]) -> None:
    """Let ``write`` make a file of another name, which takes the place of ``path`` once it is whole.

    ``write`` gets the path to write to, and says whether all went well. Raises ``NotWrittenError``.
    """
    final = Path(path)
    partial = final.with_name(f".{secrets.token_hex(8)}{final.suffix}")
    try:
        done = write(str(partial)) and partial.is_file()
        if done:
            os.replace(partial, final)
    except OSError as error:
        raise NotWrittenError(path=path, reason=error.strerror or str(error)) from error
    finally:
        partial.unlink(missing_ok=True)
    if not done:
        raise NotWrittenError(path=path, reason="QGIS")


def _field_kind(column: pd.Series) -> object:
    if pd.api.types.is_bool_dtype(column):
        return INTEGER
    if pd.api.types.is_integer_dtype(column):
        return REAL if (column.abs() > _LARGEST_INTEGER).any() else INTEGER
    if pd.api.types.is_datetime64_any_dtype(column) or pd.api.types.infer_dtype(column, skipna=True) == "date":
        return DATE
    return REAL if pd.api.types.is_float_dtype(column) else TEXT


def attributes_of(column: pd.Series, kind=None) -> list[object]:
    """The cells of a column as QGIS stores them in a field of ``kind``, its own where None."""
    kind = _field_kind(column) if kind is None else kind
    if kind == INTEGER:
        return [NULL if cell is pd.NA else int(cell) for cell in column]
    if kind == REAL:
        numbers = column.to_numpy(dtype=float, na_value=np.nan)
        cells: list[object] = numbers.tolist()
        for place in np.flatnonzero(np.isnan(numbers)).tolist():
            cells[place] = NULL
        return cells
    if kind == DATE:
        return [NULL if pd.isna(cell) else QDate(cell.year, cell.month, cell.day) for cell in column]
    return [NULL if cell is None or cell is pd.NA or cell != cell else str(cell) for cell in column]
