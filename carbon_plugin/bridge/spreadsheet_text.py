"""Text that a spreadsheet would take for a formula and run: written with an apostrophe before it, and read without."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsFeature, QgsFeatureSink

from ..core.messages import Message, sentence, warning
from ..core.number_text import EMPTY_WORDS, number_in
from ..core.progress import Progress, Silent, advance
from ..core.values import Cell

_MARK = "'"
_RUN = re.compile(r"\s*([=+\-@\t\r]|of:=|oooc:=)", re.IGNORECASE)
_DIGITS = 15  # that GDAL writes of a number into a text file
_TEXT_FILES = frozenset({".csv", ".tsv", ".txt"})
_SPREADSHEETS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls"})


def would_run(text: str) -> bool:
    """True for text that a spreadsheet takes for a formula; numbers and the marks of an empty cell are none."""
    return bool(_RUN.match(text)) and number_in(text) is None and text.strip().lower() not in EMPTY_WORDS


def is_for_spreadsheets(path: str) -> bool:
    """True where the file, perhaps with ``|layername=`` behind it, is of a kind that spreadsheets open."""
    return Path(path.split("|", 1)[0]).suffix.lower() in _SPREADSHEETS


def without_marks(frame: pd.DataFrame, progress: Progress = Silent()) -> pd.DataFrame:
    """The text of a spreadsheet's table as it was before it was written with apostrophes. Raises ``Cancelled``."""
    marked = []
    for position, dtype in enumerate(frame.dtypes):  # once: pandas makes them anew whenever it is asked
        advance(progress, 1.0)
        is_text = pd.api.types.is_object_dtype(dtype)
        if is_text and any(isinstance(cell, str) and cell.startswith(_MARK) for cell in frame.iloc[:, position]):
            marked.append(position)
    if not marked:
        return frame
    frame = frame.copy()
    for position in marked:
        frame.isetitem(position, frame.iloc[:, position].map(_without_mark))
    return frame


def _without_mark(cell: object) -> object:
    is_marked = isinstance(cell, str) and cell.startswith(_MARK) and would_run(cell[len(_MARK) :])
    return cell[len(_MARK) :] if is_marked else cell


def with_marks(cells: list[object]) -> list[object]:
    """The cells of a column, an apostrophe before text that would run."""
    run = {cell for cell in {cell for cell in cells if isinstance(cell, str)} if would_run(cell)}
    return [f"{_MARK}{cell}" if isinstance(cell, str) and cell in run else cell for cell in cells] if run else cells


class TextStaysText(QgsFeatureSink):
    """A sink for spreadsheets: passes features on to ``sink``, an apostrophe before text that would run.

    Who has whole columns writes them ``with_marks`` into ``sink`` itself, several times as fast, and lets the sink
    ``look_at`` the numbers: it remembers whole ones, such as codes, that a text file rounds (``keeps_digits`` False).
    """

    def __init__(self, sink: QgsFeatureSink, keeps_digits: bool = True):
        super().__init__()
        self.sink = sink
        self._keeps_digits = keeps_digits
        self._rounded: dict[str, list[float]] = {}

    def look_at(self, column: str, numbers: np.ndarray) -> None:
        """Remember which of ``numbers`` lose digits."""
        if self._keeps_digits:
            return
        for number in numbers[np.abs(numbers) >= 10.0**_DIGITS].tolist():
            if float(f"{number:.{_DIGITS}g}") != number:
                self._rounded.setdefault(column, []).append(number)

    def remarks(self, path: str) -> list[Message]:
        """A warning on whole numbers that were rounded; ``path``: what the user calls the file."""
        if not self._rounded:
            return []
        text = sentence(
            "“{path}”: CSV keeps {digits} digits, so that {count:number|numbers} with more lost the last of them, the "
            "first of each column: {found}. If these are codes, make the column text, or write .gpkg or .xlsx."
        )
        found = [Cell(key=name, value=f"{numbers[0]:.0f}") for name, numbers in self._rounded.items()]
        count = sum(map(len, self._rounded.values()))
        return [warning("digits-cut", text, path=path, digits=_DIGITS, count=count, found=found)]

    def addFeature(self, feature: QgsFeature, flags=QgsFeatureSink.Flag.FastInsert) -> bool:
        """Add one feature."""
        attributes = feature.attributes()
        run = [index for index, cell in enumerate(attributes) if isinstance(cell, str) and would_run(cell)]
        for index, cell in enumerate(attributes):
            if isinstance(cell, float) and abs(cell) >= 10.0**_DIGITS:
                self.look_at(feature.fields().at(index).name(), np.array([cell]))
        for index in run:
            attributes[index] = f"{_MARK}{attributes[index]}"
        if run:
            feature.setAttributes(attributes)
        return self.sink.addFeature(feature, flags)


def as_text(sink: QgsFeatureSink, destination: str) -> QgsFeatureSink:
    """``sink``, or where ``destination`` is for spreadsheets, one that keeps text from running."""
    if not is_for_spreadsheets(destination):
        return sink
    return TextStaysText(sink, Path(destination.split("|", 1)[0]).suffix.lower() not in _TEXT_FILES)


def remarks_on_digits(sink: QgsFeatureSink, path: str) -> list[Message]:
    """What a sink of ``as_text`` has to say once all is written; ``path``: what the user calls the file."""
    return sink.remarks(path) if isinstance(sink, TextStaysText) else []
