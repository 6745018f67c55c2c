"""What a format would cut, change or lose without a word: names of columns, kinds of values, long text, early dates.

Found by writing such values in every format that results go to, and reading them again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsFeature, QgsFeatureSink, QgsFields
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.errors import InputError, raise_all
from ..core.messages import Message, phrase, sentence, warning
from ..core.values import Cell, Quoted, quoted
from .compat import KIND_NAMES, is_null, is_of_numbers
from .places import read_place

_SHOWN = 40  # letters of a long text that is quoted


class ColumnNamesCutError(InputError):
    """``found``: the bytes of names too long, as cells; ``expected``: how many bytes a name may have."""

    template = sentence(
        "“{path}” would have {count:column|columns} with names cut after {expected} bytes; theirs have {found}."
    )
    remedy = sentence("Give these columns of the input shorter names, or write the result as .gpkg or .csv.")


class TableNameCutError(InputError):
    """``found``: the name of the table; ``length``: its bytes; ``expected``: how many it may have."""

    template = sentence("The name of the table “{found}” has {length} bytes, of which {expected} would be kept.")
    remedy = sentence("Choose a shorter name.")


class ColumnNamesChangedError(InputError):
    """``found``: names with letters that the format does not write; ``expected``: its ending."""

    template = sentence(
        "“{path}”: {count:a column|columns} would get another name, since {expected} writes names of plain letters, "
        "digits and _ only: {found}."
    )
    remedy = sentence("Rename these columns of the input, or write the result as .gpkg or .csv.")


class KindsNotHeldError(InputError):
    """``found``: the columns; ``expected``: the ending of the format."""

    template = sentence(
        "“{path}”: {expected} holds no values such as those of {found} (lists, times, dates or bytes), which would be "
        "lost."
    )
    remedy = sentence("Write the result as .gpkg or .csv, or leave these columns out of the input.")


class TextTooLongError(InputError):
    """``found``: how the text begins; ``length``, ``expected``: its length and what is held, as phrases."""

    template = sentence(
        "“{path}”: column “{column}” has a text of {length}, of which {expected} would be kept: {found}."
    )
    remedy = sentence("Write the result as .gpkg or .csv.")


class EmptyNumberError(InputError):
    """``expected``: the ending of the format."""

    template = sentence(
        "“{path}”: column “{column}” of numbers has empty cells, which {expected} does not hold: they would be 0."
    )
    remedy = sentence("Write the result as .gpkg or .csv.")


class DateTooEarlyError(InputError):
    """``found``: the date; ``expected``: the first that is held."""

    template = sentence("“{path}”: column “{column}” has the date {found}, which a workbook would show as another.")
    remedy = sentence("Write the result as .gpkg or .csv; workbooks hold dates from {expected} on.")


@dataclass(frozen=True)
class Limits:
    """``name_bytes``, ``names``: what a column may be called; ``lost``: kinds of values that do not arrive.

    ``text``: how long a text may be, ``in_bytes`` of UTF-8 or in characters; ``first_date``: the earliest that is read
    again as it was; ``least``: numbers that are nearer to 0 keep fewer than nine digits. 0 and None: no limit is known.
    ``empty_is_0``: a number that is missing is 0 when it is read again.
    """

    name_bytes: int = 0
    names: str = ""
    lost: frozenset[str] = frozenset()
    text: int = 0
    in_bytes: bool = False
    first_date: QDate | None = None
    least: float = 0.0
    empty_is_0: bool = False

    def length(self, text: str) -> int:
        """How long a text is, as the format counts."""
        return len(text.encode()) if self.in_bytes else len(text)

    def told(self, length: int) -> Message:
        """A length in words."""
        if self.in_bytes:
            return phrase("{count:byte|bytes}", count=length)
        return phrase("{count:character|characters}", count=length)


_POSTGRES = Limits(name_bytes=63)
_LIMITS = {
    ".tab": Limits(
        31, r"[A-Za-z_][A-Za-z0-9_]*", frozenset({"list", "binary", "map"}), text=254, in_bytes=True,
        empty_is_0=True,
    ),
    ".gml": Limits(names=r"[^\W\d][\w.-]*", lost=frozenset({"binary", "map"})),
    ".kml": Limits(lost=frozenset({"date", "date and time", "time", "map"})),
    ".fgb": Limits(lost=frozenset({"time", "map"})),
    ".xlsx": Limits(lost=frozenset({"map"}), text=32_767, first_date=QDate(1900, 3, 1)),
    ".ods": Limits(lost=frozenset({"map"}), least=5e-8),  # 16 decimals, whatever stands before them
    ".csv": Limits(lost=frozenset({"map"})),
    ".gpkg": Limits(lost=frozenset({"map"})),
    ".sqlite": Limits(lost=frozenset({"map"})),
}  # fmt: skip
_NONE = Limits()


def limits_of(destination: str) -> Limits:
    """What holds for the format of ``destination``, as an output names it."""
    place = read_place(destination) if destination and not destination.startswith("memory:") else None
    if place is None:
        return _NONE
    return _POSTGRES if place.is_postgres else _LIMITS.get(Path(place.path).suffix.lower(), _NONE)


def check_fields(fields: QgsFields, destination: str) -> None:
    """Raise, all at once, for columns that would be cut, renamed or lost at ``destination``.

    ``ColumnNamesCutError``, ``ColumnNamesChangedError``, ``KindsNotHeldError``.
    """
    limits, path = limits_of(destination), _told(destination)
    ending = Path(path).suffix.lower()
    lengths = {name: len(name.encode()) for name in fields.names()}
    cut = [Cell(key=name, value=length) for name, length in lengths.items() if 0 < limits.name_bytes < length]
    changed = [name for name in lengths if limits.names and not re.fullmatch(limits.names, name)]
    lost = [field.name() for field in fields if KIND_NAMES.get(field.type()) in limits.lost]
    errors: list[InputError] = []
    if cut:
        errors.append(ColumnNamesCutError(path=path, count=len(cut), found=cut, expected=limits.name_bytes))
    if changed:
        errors.append(ColumnNamesChangedError(path=path, count=len(changed), found=quoted(changed), expected=ending))
    if lost:
        errors.append(KindsNotHeldError(path=path, found=quoted(lost), expected=ending))
    raise_all(errors)


def find_long_table_name(destination: str) -> list[InputError]:
    """One error where a server would cut the name of the table."""
    limits, place = limits_of(destination), read_place(destination)
    if place is None or not place.is_postgres or len(place.table.encode()) <= limits.name_bytes:
        return []
    return [TableNameCutError(found=place.table, length=len(place.table.encode()), expected=limits.name_bytes)]


class CellsFit(QgsFeatureSink):
    """A sink that lets nothing through which the format would cut, and remembers which numbers it rounds."""

    def __init__(self, sink: QgsFeatureSink, limits: Limits, path: str):
        super().__init__()
        self._sink, self._limits, self._path = sink, limits, path
        self._rounded: dict[str, list[float]] = {}

    def addFeature(self, feature: QgsFeature, flags=QgsFeatureSink.Flag.FastInsert) -> bool:
        """Add one feature. Raises ``TextTooLongError``, ``DateTooEarlyError``, ``EmptyNumberError``."""
        limits = self._limits
        for index, cell in enumerate(feature.attributes()):
            if limits.empty_is_0 and is_null(cell) and is_of_numbers(feature.fields().at(index)):
                name, ending = feature.fields().at(index).name(), Path(self._path).suffix.lower()
                raise EmptyNumberError(path=self._path, column=name, expected=ending)
            if isinstance(cell, str) and len(cell) * 4 > limits.text and limits.length(cell) > limits.text > 0:
                raise TextTooLongError(
                    path=self._path, column=feature.fields().at(index).name(), found=Quoted(cell[:_SHOWN] + "…"),
                    length=limits.told(limits.length(cell)), expected=limits.told(limits.text),
                )  # fmt: skip
            if limits.first_date is not None and isinstance(cell, (QDate, QDateTime)) and cell.isValid():
                day = cell.date() if isinstance(cell, QDateTime) else cell
                if day < limits.first_date:
                    raise DateTooEarlyError(
                        path=self._path, column=feature.fields().at(index).name(),
                        found=day.toString("yyyy-MM-dd"), expected=limits.first_date.toString("yyyy-MM-dd"),
                    )  # fmt: skip
            if isinstance(cell, float) and 0.0 < abs(cell) < limits.least:
                self._rounded.setdefault(feature.fields().at(index).name(), []).append(cell)
        return self._sink.addFeature(feature, flags)

    def remarks(self) -> list[Message]:
        """A warning on numbers of which the format keeps few digits, or none."""
        if not self._rounded:
            return []
        text = sentence(
            "“{path}”: ODS keeps 16 decimals, so that {count:number|numbers} nearer to 0 than {least} lost digits or "
            "became 0, the smallest of each column: {found}. Write .gpkg, .csv or .xlsx where these matter."
        )
        found = [Cell(key=name, value=min(cells, key=abs)) for name, cells in self._rounded.items()]
        values = {"path": self._path, "least": self._limits.least, "count": sum(map(len, self._rounded.values()))}
        return [warning("decimals-cut", text, **values, found=found)]

    def lastError(self) -> str:
        """What the driver said."""
        return self._sink.lastError() if hasattr(self._sink, "lastError") else ""


def whole_cells(sink: QgsFeatureSink, destination: str) -> QgsFeatureSink:
    """``sink``, or where the format of ``destination`` cuts cells, one that refuses such cells."""
    limits = limits_of(destination)
    has_limits = limits.text or limits.first_date is not None or limits.least or limits.empty_is_0
    return CellsFit(sink, limits, _told(destination)) if has_limits else sink


def remarks_on_cells(sink: QgsFeatureSink) -> list[Message]:
    """What a sink of ``whole_cells`` has to say once all is written."""
    return sink.remarks() if isinstance(sink, CellsFit) else []


def _told(destination: str) -> str:
    place = read_place(destination) if destination else None
    return destination if place is None else str(place)
