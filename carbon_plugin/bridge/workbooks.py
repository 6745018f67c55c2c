"""Workbooks of Excel, for which Python needs openpyxl; some builds of QGIS are without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..core.errors import InputError
from ..core.messages import sentence

if TYPE_CHECKING:
    import pandas as pd  # the step is listed without it

MOST_ROWS = 1_048_575  # of data, below the headings


class TooManyRowsError(InputError):
    template = sentence("{rows} rows do not fit into a sheet of a workbook, which holds {most}.")
    remedy = sentence("Choose fewer years, or a name that ends in .csv.")


@dataclass(frozen=True)
class Limits:
    """Between which numbers a cell is believed, ``low`` and ``high`` None where open, and what is said of others."""

    low: float | None
    high: float | None
    title: str
    prompt: str


def can_write_workbooks() -> bool:
    """True where openpyxl is installed."""
    return find_spec("openpyxl") is not None


def write_workbook(
    path: str,
    sheets: Sequence[tuple[str, pd.DataFrame]],
    limits: dict[str, Limits],
    *,
    frozen: str = "A2",
) -> None:
    """Write ``sheets`` (name, table) to ``path``; a cell of the first sheet that breaks its ``limits`` asks back.

    Args:
        path: ends in .xlsx.
        sheets: each with its headings in the first row.
        limits: by column of the first sheet.
        frozen: the cell left of and above which nothing scrolls away.

    Raises ``TooManyRowsError``.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    for number, (name, frame) in enumerate(sheets):
        if len(frame) > MOST_ROWS:
            raise TooManyRowsError(rows=float(len(frame)), most=float(MOST_ROWS))
        sheet = book.create_sheet(name)
        sheet.append(list(frame.columns))
        filled = [name for name in frame.columns if frame[name].notna().any()]  # empty cells need no writing
        places = [frame.columns.get_loc(name) + 1 for name in filled]
        cells = frame[filled].astype(object).where(frame[filled].notna(), None).to_numpy().tolist()
        for row, values in enumerate(cells, start=2):
            for place, value in zip(places, values):
                if value is not None:
                    sheet.cell(row, place, value)
        for place, heading in enumerate(frame.columns, start=1):
            cell = sheet.cell(1, place)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="E6D3A3")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            longest = frame[heading].dropna().astype(str).str.len().max() if frame[heading].notna().any() else 0
            sheet.column_dimensions[get_column_letter(place)].width = min(max(10, longest, len(heading) / 2), 60) + 2
            if number == 0 and heading in limits:
                sheet.add_data_validation(_validation(limits[heading], get_column_letter(place), len(frame) + 1))
        sheet.row_dimensions[1].height = 60 if number == 0 else 20
        sheet.freeze_panes = frozen if number == 0 else "A2"
    book.save(path)


def _validation(limits: Limits, letter: str, last: int):
    from openpyxl.worksheet.datavalidation import DataValidation

    operator = "between" if limits.high is not None else "greaterThanOrEqual"
    rule = DataValidation(
        type="decimal",
        operator=operator,
        formula1=repr(0.0 if limits.low is None else limits.low),
        formula2=None if limits.high is None else repr(limits.high),
        allow_blank=True,
        errorStyle="warning",
        errorTitle=limits.title[:32],
        error=limits.prompt[:255],
        promptTitle=limits.title[:32],
        prompt=limits.prompt[:255],
        showErrorMessage=True,
        showInputMessage=True,
    )
    rule.add(f"{letter}2:{letter}{last}")
    return rule
