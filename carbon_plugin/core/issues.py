"""Everything that was said, as a table: a row for each cell that is spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from .messages import SEVERITIES, Message
from .values import Cell, Translate, readable

_LAYERS = ("layer", "table", "raster", "path", "first")  # under which of these names a message says what it speaks of


@dataclass(frozen=True)
class Issue:
    """One row of the table; '' where a message does not tell."""

    severity: str
    code: str
    layer: str = ""
    unit: str = ""
    year: str = ""
    column: str = ""
    found: str = ""
    expected: str = ""
    what_to_do: str = ""


ISSUE_COLUMNS = tuple(field.name for field in fields(Issue))


def issues(messages: Iterable[Message], translate: Translate = str) -> list[Issue]:
    """A row for each cell of each message, or for the message where it names no cell; the worst first.

    A message names its cells as ``Cell`` under any key of its values; ``unit`` is the key of a row of settings where
    there is no unit; ``found`` is the cell's value or, without one, the sentence itself.

    >>> from .messages import warning
    >>> rows = issues([warning("gap", "“{table}” has gaps: {cells}.", table="book", cells=[Cell("A", 2010, "gdp")])])
    >>> rows[0].unit, rows[0].year, rows[0].column, rows[0].found
    ('A', '2010', 'gdp', '“book” has gaps: A 2010 (gdp).')
    """
    rows = [row for message in messages for row in _rows(message, translate)]
    return sorted(rows, key=lambda row: SEVERITIES.index(row.severity))


def _rows(message: Message, translate: Translate) -> list[Issue]:
    values = message.values
    layer = next((readable(values[name], translate) for name in _LAYERS if name in values), "")
    common = {
        "severity": message.severity,
        "code": message.code,
        "layer": layer,
        "expected": readable(values["expected"], translate) if "expected" in values else "",
        "what_to_do": message.what_to_do(translate),
    }
    column, problem = str(values.get("column", "")), message.problem(translate)
    cells = [cell for value in values.values() if isinstance(value, (list, tuple)) for cell in value]
    cells = [cell for cell in cells if isinstance(cell, Cell)]
    if not cells:
        return [Issue(column=column, found=problem, **common)]
    return [
        Issue(
            unit=_text(cell.key if cell.unit is None else cell.unit),
            year=_text(cell.year),
            column=";".join(cell.columns) or column,
            found=_found(cell, translate) or problem,
            **common,
        )
        for cell in cells
    ]


def _found(cell: Cell, translate: Translate) -> str:
    """What stands in the cell, with the number of a row that nothing else names; '' where neither is known."""
    if cell.row is not None and cell.unit is None and cell.key is None:
        return Cell(value=cell.value, row=cell.row).text(translate)
    return "" if cell.value is None else readable(cell.value, translate)


def _text(key: object) -> str:
    return "" if key is None else str(key)
