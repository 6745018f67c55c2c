"""Small tables that users edit, read in one way: declare the columns, and get clean rows or all faults at once.

>>> from .setting_columns import Number, Text, Word
>>> PRICES = Settings(
...     Text("crop", required=True),
...     Number("price", required=True, above=0),
...     Word("market", words=("home", "abroad"), default="home"),
...     key=("crop",),
... )
>>> [row.values for row in PRICES.read([{"Crop": "rice", "PRICE": "２.5"}, {"Crop": None}], "prices")]
[{'crop': 'rice', 'price': 2.5, 'market': 'home'}]
>>> from ..errors import InputError
>>> try:
...     PRICES.read([{"crop": "rice", "price": 0}, {"crop": "rice", "price": "much"}], "prices")
... except InputError as error:
...     print(*error.messages, sep="\\n")
“prices”: column “price” should hold a number (above 0), but holds 0 (rice, row 1). Correct these cells.
“prices”: column “price” should hold a number (above 0), but holds “much” (rice, row 2). Correct these cells.
“prices” has more than one row for “rice” (row 1), “rice” (row 2). Keep one row for each.

Only the standard library: the provider reads tables while QGIS starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Union

from ..errors import EmptyTableError, InputError, MissingColumnsError, raise_all
from ..messages import sentence
from ..values import Cell, quoted
from ..visible_text import visible
from .setting_columns import Column, WrongCell, folded


class Frame(Protocol):
    """What a ``pandas.DataFrame`` is to this module."""

    def to_dict(self, orient: str) -> list[dict[str, object]]: ...


Rows = Union[Frame, Iterable[Mapping[str, object]]]


class EmptyCellsError(InputError):
    template = sentence("“{table}”: column “{column}” is empty in {found}.")
    remedy = sentence("Every row needs it: fill these cells in, or remove the rows.")


class RepeatedRowsError(InputError):
    template = sentence("“{table}” has more than one row for {found}.")
    remedy = sentence("Keep one row for each.")


class ContradictingRowsError(InputError):
    template = sentence("“{table}” gives one “{key}” more than one “{column}”: {found}.")
    remedy = sentence("Keep one row for each.")


class ApartByCaseError(InputError):
    template = sentence(
        "“{table}”: column “{column}” holds names that differ only in capital and small letters: {found}."
    )
    remedy = sentence("Files know no difference between them: write each name in one way, or choose other names.")


@dataclass(frozen=True)
class Row:
    """One row: ``values`` by column, defaults filled in; ``number`` as a reader counts it, from 1.

    ``given``: the cells that are not empty, as they were written. ``key``: what names the row, '' where nothing does.
    """

    number: int
    values: Mapping[str, object]
    given: Mapping[str, object]
    key: str = ""

    def __getitem__(self, column: str) -> object:
        return self.values[column]

    def cell(self, column: str | None = None) -> Cell:
        """The place of the row, with what stands in ``column``, for an error or a note."""
        value = self.given.get(column)
        return Cell(key=self.key or None, row=self.number, column=None if value is None else column, value=value)


Check = Callable[[Sequence[Row]], Sequence[InputError]]


class Settings:
    """A kind of table: its columns, and what makes a row the only one of its kind."""

    def __init__(
        self, *columns: Column, key: Sequence[str] = (), agreeing: Sequence[str] = (), skip_without: str | None = None
    ):
        """``key``: the columns whose combination no two rows share, and which name a row in messages.

        ``agreeing``: rows of one key may all stand where they are equal in these columns. ``skip_without``: rows that
        are empty in this column are no settings (a remark, a sum) and are left out.
        """
        self.columns, self.key = {column.name: column for column in columns}, tuple(key)
        self.agreeing, self.skip_without = tuple(agreeing), skip_without

    def read(self, rows: Rows, table: str, check: Check | None = None) -> list[Row]:
        """The rows of ``rows``, a frame or mappings of a cell by column; a cell is a number, text or None.

        Names of columns may stand in any case and in full-width letters; blank rows are left out. ``table``: the name
        the user knows it by. ``check``: what else is wrong with rows that are sound by themselves.

        Raises, all at once: ``EmptyTableError``, ``MissingColumnsError``; then ``EmptyCellsError``,
        ``NotNumbersError``, ``OutOfBoundsError``, ``NotAWordError``, ``UnreadableCellsError`` and what the kinds of
        columns raise, ``RepeatedRowsError``, ``ContradictingRowsError``, and what ``check`` returns.
        """
        faults = _Faults(table)
        read = [self._row(number, cells, faults) for number, cells in self._cells(rows, table)]
        errors = [*faults.errors(self.columns), *self._repeated(read, faults, table), *self._apart(read, table)]
        if check:
            errors += check([row for row in read if row.number not in faults.rows])
        raise_all(errors)
        return read

    def _cells(self, rows: Rows, table: str) -> list[tuple[int, dict[str, object]]]:
        """Number and cells, by column, of every row that counts."""
        records = rows.to_dict("records") if hasattr(rows, "to_dict") else list(rows)
        numbered = [(number, row) for number, row in enumerate(records, 1) if any(map(_text, row.values()))]
        if not numbered:
            raise EmptyTableError(table=table)
        header = list(dict.fromkeys(name for _, row in numbered for name in row))
        found = {folded(name): name for name in reversed(header)}
        found.update({name: name for name in header if name in self.columns})
        missing = [column.name for column in self.columns.values() if column.required and column.name not in found]
        if missing:
            raise MissingColumnsError(table=table, missing=quoted(missing), found=[str(name) for name in header])
        names = {name: found[name] for name in self.columns if name in found}
        cells = [(number, {name: row.get(given) for name, given in names.items()}) for number, row in numbered]
        if self.skip_without:
            cells = [(number, row) for number, row in cells if _text(row[self.skip_without])]
        if not cells:
            raise EmptyTableError(table=table)
        return cells

    def _row(self, number: int, cells: Mapping[str, object], faults: _Faults) -> Row:
        values, given, wrong = {}, {}, {}
        for name, column in self.columns.items():
            cell = cells.get(name)
            text = _text(cell)
            values[name] = column.default
            if column.is_empty(text):
                if column.must_be_filled:
                    wrong[name] = EmptyCellsError
                continue
            given[name] = cell
            try:
                values[name] = column.read(text)
            except WrongCell as fault:
                wrong[name] = fault.error
        named = not any(name in wrong for name in self.key)
        key = [str(values[name]) for name in self.key if values[name] not in (None, "")] if named else []
        row = Row(number, values, given, " ".join(key).strip())
        for name, error in wrong.items():
            faults.add(name, error, row)
        return row

    def _repeated(self, rows: Sequence[Row], faults: _Faults, table: str) -> list[InputError]:
        groups: dict[tuple, list[Row]] = {}
        for row in rows:
            if self.key and not any(faults.has(name, row) for name in (*self.key, *self.agreeing)):
                groups.setdefault(tuple(row[name] for name in self.key), []).append(row)
        groups = {key: same for key, same in groups.items() if len(same) > 1}
        if not self.agreeing:
            cells = [Cell(row=row.number, value=row.key) for same in groups.values() for row in same]
            return [RepeatedRowsError(table=table, found=cells)] if cells else []
        errors: list[InputError] = []
        for name in self.agreeing:
            apart = [same for same in groups.values() if len({row[name] for row in same}) > 1]
            if apart:
                cells = [replace(row.cell(name), value=row.given.get(name, "–")) for same in apart for row in same]
                errors.append(ContradictingRowsError(table=table, key=" ".join(self.key), column=name, found=cells))
        return errors

    def _apart(self, rows: Sequence[Row], table: str) -> list[InputError]:
        """Names in two spellings, each with the first row that has it."""
        errors: list[InputError] = []
        for name, column in self.columns.items():
            if not getattr(column, "names", False):
                continue
            spellings: dict[str, dict[str, Cell]] = {}
            for row in rows:
                text = str(row[name])
                spellings.setdefault(text.casefold(), {}).setdefault(text, Cell(row=row.number, value=text))
            found = [cell for ways in spellings.values() if len(ways) > 1 for cell in ways.values()]
            if found:
                errors.append(ApartByCaseError(table=table, column=name, found=found))
        return errors


class _Faults:
    """What is wrong with the cells of a table, by column and kind of error."""

    def __init__(self, table: str):
        self._table = table
        self._found: dict[tuple[str, type[InputError]], dict[int, Row]] = {}

    def add(self, column: str, error: type[InputError], row: Row) -> None:
        self._found.setdefault((column, error), {})[row.number] = row

    @property
    def rows(self) -> set[int]:
        """The numbers of the rows that have a fault."""
        return {number for rows in self._found.values() for number in rows}

    def has(self, column: str, row: Row) -> bool:
        """Whether this cell has a fault."""
        return any(name == column and row.number in rows for (name, _), rows in self._found.items())

    def errors(self, columns: Mapping[str, Column]) -> list[InputError]:
        """One error for each column and kind, in the order of the columns."""
        order = list(columns)
        return [
            error(
                table=self._table,
                column=name,
                expected=columns[name].expected,
                found=[row.cell(name) for row in rows.values()],
            )
            for (name, error), rows in sorted(self._found.items(), key=lambda item: order.index(item[0][0]))
        ]


def _text(cell: object) -> str:
    """A cell as trimmed text: '' where it is empty, whole numbers without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    try:
        is_missing = bool(cell != cell)  # NaN is what differs from itself
    except TypeError:  # pandas.NA says neither
        is_missing = True
    return "" if is_missing else visible(str(cell)).strip()
