"""MAPPING: what the user says that columns are, in the columns of MAPPING_USED; what it leaves open is found anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from ...errors import InputError
from ...messages import phrase, sentence
from ...tables.heading_units import factor_to
from ...tables.setting_columns import Number, Text, WholeNumber, Word, folded
from ...tables.settings import Row, Rows, Settings
from ...tables.vocabulary import vocabulary
from ...tables.years import FIRST_YEAR, LAST_YEAR
from ...values import Cell, Quoted
from .columns import ITEM, LEFT_OUT, ROLES, SHEET, UNCLEAR, VALUE

MAPPING = Settings(
    Text("source"),
    Text("sheet"),
    Text("column"),
    Word("role", required=True, words=ROLES),
    Text("variable"),
    WholeNumber("year", at_least=FIRST_YEAR, at_most=LAST_YEAR),
    Text("unit_found"),
    Number("factor", above=0.0),
    key=("source", "sheet", "column"),
)


class MappedColumnsNotThereError(InputError):
    """``found``: each with what may be meant; ``table``: the mapping."""

    template = sentence("“{table}” speaks of {count:column|columns} that none of the files has: {found}.")
    remedy = sentence(
        "Write source, sheet and column as MAPPING_USED has them, or leave source and sheet empty for all files and "
        "sheets; remove rows that are not needed."
    )


class MappedVariablesError(InputError):
    """``found``: names with their rows."""

    template = sentence("“{table}” gives numbers no variable that a column can be called by: {found}.")
    remedy = sentence(
        "Write a name of the vocabulary, or a name of your own with letters, digits and underscores that begins with "
        "a letter and is no key."
    )


@dataclass(frozen=True)
class Mapped:
    """One row: what the user says of a column. ``factor``: None where she leaves it open."""

    number: int
    source: str
    sheet: str
    column: str
    role: str
    variable: str
    year: int | None
    measure: str
    factor: float | None


class Mapping:
    """All rows, asked for by file, sheet and column; remembers which of them were met.

    >>> rows = [{"source": "", "sheet": "", "column": "人口", "role": "value", "variable": "population", "factor": 1}]
    >>> mapping = read_mapping(rows, "mine")
    >>> mapping.of("a.xlsx", "2010", "人口").variable, mapping.of("a.xlsx", "2010", "GDP")
    ('population', None)
    """

    def __init__(self, rows: Iterable[Mapped] = (), table: str = ""):
        """``table``: what the user calls it."""
        self.rows, self.table = list(rows), table
        self._by_place = {_place(row.source, row.sheet, row.column): row for row in self.rows}
        self._met: set[int] = set()

    def of(self, source: str, sheet: str, column: str) -> Mapped | None:
        """What is said of a column, by the row that names its place best; ``column`` '': the sheet as a whole."""
        if not self.rows:
            return None
        for place in ((source, sheet), (source, ""), ("", sheet), ("", "")):
            row = self._by_place.get(_place(*place, column))
            if row is not None and (column or row.role in (SHEET, LEFT_OUT)):
                self._met.add(row.number)
                return row
        return None

    def check_met(self, columns: Iterable[tuple[str, str, str]]) -> None:
        """Raise ``MappedColumnsNotThereError`` where rows speak of columns that no file has.

        ``columns``: source, sheet and column of all that there are.
        """
        lost = [row for row in self.rows if row.number not in self._met]
        if not lost:
            return
        names = list(dict.fromkeys(column for _, _, column in columns if column))
        found = [_with_nearest(row, names) for row in lost]
        raise MappedColumnsNotThereError(table=self.table, count=len(lost), found=found)


def read_mapping(rows: Rows, table: str) -> Mapping:
    """The user's mapping, clean.

    Args:
        rows: a frame, or mappings of a cell by column, with the columns of MAPPING_USED.
        table: what the user calls it.

    Raises what ``Settings.read`` raises, and ``MappedVariablesError``.
    """
    read = MAPPING.read(rows, table, _wrong_variables(table))
    return Mapping([_mapped(row) for row in read], table)


def _mapped(row: Row) -> Mapped:
    variable = str(row["variable"])
    variable = variable.lower() if variable.lower() in vocabulary() else variable
    factor = row["factor"]
    if factor is None and row["unit_found"] and row["role"] in (VALUE, ITEM) and variable in vocabulary():
        factor = factor_to(vocabulary()[variable].unit, str(row["unit_found"]))
    role = str(row["role"])
    if role == UNCLEAR and variable and factor is not None:
        role = VALUE  # the user has said what was asked
    texts = {name: str(row[name]) for name in ("source", "sheet", "column")}
    return Mapped(row.number, **texts, role=role, variable=variable, year=row["year"], measure=str(row["unit_found"]),
                  factor=factor)  # fmt: skip


def _wrong_variables(table: str):
    def check(rows: list[Row]) -> list[InputError]:
        wrong = [row for row in rows if row["variable"] and row["role"] in (VALUE, ITEM) and not _is_name(row)]
        cells = [Cell(key=row.key or None, row=row.number, value=str(row["variable"])) for row in wrong]
        return [MappedVariablesError(table=table, found=cells)] if cells else []

    return check


def _is_name(row: Row) -> bool:
    name = str(row["variable"])
    known = vocabulary().get(name.lower())
    return known.kind not in ("key", "text") if known else name.isidentifier()


def _place(source: str, sheet: str, column: str) -> tuple[str, str, str]:
    return folded(source), folded(sheet), folded(column)


def _with_nearest(row: Mapped, names: list[str]) -> object:
    shown = " / ".join(part for part in (row.source, row.sheet, row.column) if part) or row.role
    near = get_close_matches(row.column, names, 1, 0.6) if row.column else []
    if near and near[0] != row.column:
        return phrase("“{name}” (row {row}; perhaps {near})", name=shown, row=row.number, near=Quoted(near[0]))
    return phrase("“{name}” (row {row})", name=shown, row=row.number)
