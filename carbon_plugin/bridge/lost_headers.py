"""Sheets all of whose cells are text: OGR takes their header for a row of data, and calls columns Field1, Field2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
from qgis.core import QgsVectorLayer

from ..core.errors import InputError
from ..core.messages import Message, note, sentence
from .sources import file_of

_GENERIC_FIELD = re.compile(r"Field\d+")
_SPREADSHEETS = frozenset({".xlsx", ".ods", ".xls"})


class PartOfHeaderlessSheetError(InputError):
    """``reasons``: why not the whole sheet is meant."""

    template = sentence(
        "“{table}”: QGIS takes the headings for a row of data, since all cells are text, and they cannot be restored: "
        "{reasons}."
    )
    remedy = sentence(
        "Save the sheet as CSV in UTF-8, or add |option:HEADERS=FORCE to its path; then set filter or selection."
    )


def has_lost_its_header(layer: QgsVectorLayer | None) -> bool:
    """True where every column of a spreadsheet is called Field1, Field2, ..."""
    path = file_of(layer) if layer is not None and layer.providerType() == "ogr" else None
    return _is_spreadsheet(path) and _is_generic(layer.dataProvider().fields().names())


def _is_spreadsheet(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() in _SPREADSHEETS


def _is_generic(names: Iterable[object]) -> bool:
    """True where every column is called Field1, Field2, ..."""
    return all(_GENERIC_FIELD.fullmatch(str(name)) for name in names)


def restore_header(frame: pd.DataFrame, table: str) -> tuple[pd.DataFrame, dict[str, str], list[Message]]:
    """Where no column has a name of its own, the first row is the header.

    Returns the frame, the columns that were renamed (old name: new name), and a note.
    """
    if not len(frame) or not _is_generic(frame.columns) or frame.iloc[0].isna().any():
        return frame, {}, []
    header = [str(cell).strip() for cell in frame.iloc[0]]
    told = note("header-restored", "“{table}”: all cells are text; the first row was read as the header.", table=table)
    return frame.iloc[1:].set_axis(header, axis=1).reset_index(drop=True), dict(zip(frame.columns, header)), [told]
