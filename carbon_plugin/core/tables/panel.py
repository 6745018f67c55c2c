"""The panel: one row for a unit and a year, every other column one variable.

A panel is read once, from whatever table the user has, and is clean from there on: keys are text of one
spelling, years are integers, numbers are numbers, a missing cell is NaN and never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd

from ..errors import (
    EmptyTableError,
    HeaderNotFirstError,
    InputError,
    MissingColumnsError,
    find_errors,
    raise_all,
)
from ..messages import Message
from ..progress import Progress, Silent, advance
from ..values import Cell, quoted
from .by_year import ByYear
from .cells import cells_at, parse_numbers, without_blank_rows
from .columns import find_negative, parse_column, text_in_numbers
from .filled import FilledNames
from .frames import columns_at, numbered, rows_at, with_columns
from .headings import find_other_units, has_nameless, name_columns, remarks_on_other_units
from .keys import (
    find_repeated_rows,
    find_unit_faults,
    first_rows,
    normalise_keys,
    remarks_on_hidden_differences,
    remarks_on_keys_apart_by_case,
)
from .ratios import remarks_on_ratios
from .totals import find_totals
from .vocabulary import FILLED, SCENARIO, UNIT, YEAR
from .year_cells import parse_years
from .years import FIRST_YEAR, LAST_YEAR


@dataclass
class Panel:
    """A clean panel: parsed once, and from there on asked for arrays.

    ``frame``: columns ``unit`` (text), ``year`` (int64), perhaps ``scenario`` (text), then the variables in the
    order of the user's table, rows in the user's order. ``table``: the name the user knows it by. ``renamed``: the
    columns of the user's table that have another name here. ``unread``: those that were not asked for.
    """

    frame: pd.DataFrame
    table: str
    notes: list[Message] = field(default_factory=list)
    renamed: Mapping[str, str] = field(default_factory=dict)
    unread: Sequence[str] = ()
    _numbers: dict[str, np.ndarray] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.frame)

    def __contains__(self, name: str) -> bool:
        return name in self.frame.columns

    @property
    def columns(self) -> list[str]:
        """All columns, keys first."""
        return [str(name) for name in self.frame.columns]

    def column(self, chosen: str) -> str:
        """The column the user chose, under the name it has in ``frame``."""
        return self.renamed.get(chosen, chosen)

    @property
    def units(self) -> list[str]:
        """The units in the order in which they first appear."""
        return list(self.frame[UNIT].unique())

    @property
    def years(self) -> list[int]:
        """The years, sorted."""
        return sorted(int(year) for year in self.frame[YEAR].unique())

    @cached_property
    def by_year(self) -> ByYear:
        """The rows grouped by their year."""
        return ByYear.of(self.frame[YEAR].to_numpy())

    @cached_property
    def filled(self) -> FilledNames:
        """Which variables of which rows were interpolated or shared out; none without a column ``filled``."""
        return FilledNames(self.frame[FILLED] if FILLED in self else pd.Series("", index=self.frame.index))

    def numbers(self, name: str) -> np.ndarray:
        """The column ``name`` as floats (n,), NaN where a cell is empty; parsed once.

        Raises ``MissingColumnsError``, ``TextInNumbersError``.
        """
        if name not in self._numbers:
            self.require([name], numbers=False)
            cells, unread = parse_numbers(self.frame[name])  # infinity is no number either
            if unread.any():
                raise text_in_numbers(self.frame, name, unread.to_numpy(), table=self.table)
            self._numbers[name] = cells.to_numpy(dtype=float)
        return self._numbers[name]

    def require(self, columns: Iterable[str], numbers: bool = True) -> None:
        """The one check of a panel: raise where a column is not there, or cannot be what it should be.

        ``numbers``: whether the columns must hold numbers, and amounts among them none below zero.
        Raises, all at once: ``MissingColumnsError``; then ``TextInNumbersError``, ``NegativeAmountsError``.
        """
        columns = list(dict.fromkeys(columns))
        missing = [name for name in columns if name not in self]
        if missing:
            raise MissingColumnsError(table=self.table, missing=quoted(missing), found=[*self.columns, *self.unread])
        errors: list[InputError] = []
        for name in columns if numbers else ():
            unread = find_errors(self.numbers, name)
            errors += unread or find_negative(self.frame, name, self.numbers(name), table=self.table)
        raise_all(errors)

    def cells(self, rows: np.ndarray, column: str | None = None, values: Sequence[object] | None = None) -> list[Cell]:
        """The places of the rows that are True (n,), perhaps with what stands there in ``values`` (n,)."""
        return cells_at(self.frame, rows, column, values=values)

    def with_columns(self, columns: Mapping[str, Sequence[object]]) -> Panel:
        """The same rows with ``columns`` beside, or in place of, those they have."""
        return replace(self, frame=with_columns(self.frame, columns), notes=list(self.notes), _numbers={})


def read_panel(frame: pd.DataFrame, table: str, unit_field: str = UNIT, **settings: object) -> Panel:
    """Make a panel of a table as it was read: cells are numbers, text or None.

    Columns named like a label of the vocabulary (in either language, in any case), or cut to the ten characters of a
    Shapefile, get the vocabulary's name; a column that has it already comes first.
    Rows without any cell are left out, dates count as their years, numbers are parsed out of text. A column that is
    no input of an account (outside the vocabulary, or a result) becomes numbers where every cell allows it and none
    has a leading zero, and stays text otherwise.

    ``settings``: ``year_field``, ``scenario_field``, ``required``, ``counted`` and ``progress`` of ``parse_panel``.

    Raises, all at once: ``EmptyTableError``, ``MissingColumnsError``, ``HeaderNotFirstError``, ``OtherUnitsError``,
    ``TotalsAmongUnitsError``, ``MissingKeysError``, ``YearsNotReadableError``, ``DuplicateKeysError``,
    ``AmbiguousKeysError``, ``TextInNumbersError``, ``NegativeAmountsError``.

    >>> book = pd.DataFrame({"unit": ["1", "2"], "year": ["2000年", 2000.0], "gdp": ["7,000", None]})
    >>> panel = read_panel(book, "book")
    >>> panel.years, panel.numbers("gdp").tolist()
    ([2000], [7000.0, nan])
    """
    parsed = parse_panel(frame, table, unit_field, **settings)
    raise_all(parsed.errors)
    return parsed.panel()


@dataclass
class ParsedPanel:
    """A table on its way to a panel: ``frame`` under the names of the vocabulary, ``errors`` not yet raised.

    ``keys``: the key columns; ``sound``: (n,) rows with a unit and a year that nothing is wrong with."""

    frame: pd.DataFrame
    table: str
    keys: list[str]
    errors: list[InputError]
    notes: list[Message]
    renamed: Mapping[str, str]
    sound: np.ndarray

    def panel(self) -> Panel:
        """The panel of the sound rows, the first where several have the same keys."""
        rows = rows_at(self.frame, first_rows(self.frame, self.sound, self.keys))
        others = {name: rows[name] for name in rows.columns if name not in self.keys}
        clean = numbered(with_columns(columns_at(rows, self.keys).astype({YEAR: np.int64}), others))
        return Panel(clean, self.table, self.notes, self.renamed)


def parse_panel(
    frame: pd.DataFrame,
    table: str,
    unit_field: str = UNIT,
    *,
    year_field: str = YEAR,
    scenario_field: str | None = None,
    required: Sequence[str] = (),
    counted: bool = False,
    to_the_end: bool = False,
    progress: Progress = Silent(),
) -> ParsedPanel:
    """What ``read_panel`` does, with all that is wrong in a list.

    Args:
        frame: a table as it was read: cells are numbers, text or None.
        table: the name the user knows it by.
        unit_field, year_field, scenario_field: its key columns, as the user calls them.
        required: other columns that must be there.
        counted: whether the step counts with whatever column the vocabulary knows, so that a column in another unit of
            measure, or a row that is the total of others, is a fault; elsewhere they are told.
        to_the_end: look at sound rows for repeated keys, proportions and totals also where others are faulty.

    Raises ``EmptyTableError``, ``MissingColumnsError``, ``HeaderNotFirstError``, where nothing can be read.
    """
    given = [str(name) for name in frame.columns]
    frame, notes = without_blank_rows(numbered(frame), table)
    if frame.empty:
        raise EmptyTableError(table=table)
    chosen = {unit_field: UNIT, year_field: YEAR, **({scenario_field: SCENARIO} if scenario_field else {})}
    keys = [UNIT, YEAR, *([SCENARIO] if scenario_field else [])]
    frame, renamed, name_notes = name_columns(frame, chosen, table)
    notes += name_notes
    missing = [name for name in [*keys, *required] if name not in frame.columns]
    if missing:
        shown = {UNIT: unit_field, YEAR: year_field, SCENARIO: scenario_field}
        error = HeaderNotFirstError if has_nameless(given) else MissingColumnsError
        raise error(table=table, missing=quoted(shown.get(name, name) for name in missing), found=given)
    notes += remarks_on_hidden_differences(frame[UNIT], table, unit_field)
    frame[UNIT] = normalise_keys(frame[UNIT]).to_numpy()
    errors = find_unit_faults(frame[UNIT], table, unit_field)
    notes += remarks_on_keys_apart_by_case(frame[UNIT].unique(), table, unit_field)
    headings = [column for column in given if column not in chosen]
    if counted:
        errors += find_other_units(headings, frame.columns, table)
    else:
        notes += remarks_on_other_units(headings, frame.columns, table)
    frame[YEAR], year_errors, year_notes = parse_years(frame[YEAR], table, year_field, units=frame[UNIT])
    errors += year_errors
    notes += year_notes
    if scenario_field:
        frame[SCENARIO] = normalise_keys(frame[SCENARIO]).to_numpy()
        notes += remarks_on_keys_apart_by_case(frame[SCENARIO].unique(), table, scenario_field)
    sound = (frame[UNIT] != "").to_numpy() & frame[YEAR].between(FIRST_YEAR, LAST_YEAR).to_numpy()
    if to_the_end or not errors:
        errors += find_repeated_rows(rows_at(columns_at(frame, keys), sound), keys, table)
    variables = [name for name in frame.columns if name not in keys]
    for number, name in enumerate(variables):
        advance(progress, number / len(variables))
        column, column_errors, column_notes = parse_column(frame, name, table)
        if column is not frame[name]:
            frame[name] = column
        errors += column_errors
        notes += column_notes
    if to_the_end or not errors:
        once = rows_at(frame, first_rows(frame, sound, keys))
        notes += remarks_on_ratios(once, table)
        total_errors, total_notes = find_totals(once, table, counted, progress=progress)
        errors += total_errors
        notes += total_notes
    return ParsedPanel(frame, table, keys, errors, notes, renamed, sound)
