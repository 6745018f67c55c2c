"""Text that a spreadsheet would take for a formula and run: written with an apostrophe before it, and read without."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
from qgis.core import QgsFeature, QgsFeatureSink

from ..core.number_text import EMPTY_WORDS, number_in
from ..core.progress import Progress, Silent, advance

_MARK = "'"
_RUN = re.compile(r"\s*([=+\-@\t\r]|of:=|oooc:=)", re.IGNORECASE)
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
    for position in range(frame.shape[1]):
        advance(progress, 1.0)
        is_text = pd.api.types.is_object_dtype(frame.dtypes.iloc[position])
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

    Who has whole columns writes them ``with_marks`` into ``sink`` itself, several times as fast.
    """

    def __init__(self, sink: QgsFeatureSink):
        super().__init__()
        self.sink = sink

    def addFeature(self, feature: QgsFeature, flags=QgsFeatureSink.Flag.FastInsert) -> bool:
        """Add one feature."""
        attributes = feature.attributes()
        run = [index for index, cell in enumerate(attributes) if isinstance(cell, str) and would_run(cell)]
        for index in run:
            attributes[index] = f"{_MARK}{attributes[index]}"
        if run:
            feature.setAttributes(attributes)
        return self.sink.addFeature(feature, flags)


def as_text(sink: QgsFeatureSink, destination: str) -> QgsFeatureSink:
    """``sink``, or where ``destination`` is for spreadsheets, one that keeps text from running."""
    return TextStaysText(sink) if is_for_spreadsheets(destination) else sink
