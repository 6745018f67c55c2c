"""The panel: one row for a unit and a year, every other column one variable.

A panel is read once, from whatever table the user has, and is clean from there on: keys are text of one
spelling, years are integers, numbers are numbers, a missing cell is NaN and never 0.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, count

import numpy as np
import pandas as pd

from ..errors import (
    AmbiguousKeysError,
    DuplicateKeysError,
    EmptyTableError,
    HeaderNotFirstError,
    InputError,
    MissingColumnsError,
    MissingKeysError,
    NegativeAmountsError,
    NoCommonUnitsError,
    TextInNumbersError,
    YearsNotReadableError,
    raise_all,
)
from ..messages import Message, note, warning
from ..values import Cell, quoted
from .by_year import ByYear
from .filled import FilledNames
from .vocabulary import FILLED, INPUT_KINDS, KEY_KIND, SCENARIO, TEXT_KIND, UNIT, YEAR, Variable, describe, vocabulary
from .years import FIRST_YEAR, LAST_YEAR

SHAPEFILE_NAME_LENGTH = 10  # a Shapefile cuts the names of its columns there

_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_WHOLE_NUMBER = re.compile(r"([+-]?\d+)\.0*")
_GROUPED_NUMBER = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_DATE = re.compile(r"^(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}([ T].*)?$")
_REPEATED_NAME = re.compile(r"(.+)[_.]\d+")  # what readers of tables make of a name that stands there twice
_NO_NAME = re.compile(r"field_?\d+", re.IGNORECASE)  # what they call a column without a name
_EMPTY_WORDS = frozenset({"", "null", "nan", "none", "n/a", "na", "-", "–", "—", "..", "…"})


@dataclass
class Panel:
    """A clean panel: parsed once, and from there on asked for arrays.

    ``frame``: columns ``unit`` (text), ``year`` (int64), perhaps ``scenario`` (text), then the variables in the
    order of the user's table, rows in the user's order. ``table``: the name the user knows it by. ``renamed``: the
    columns of the user's table that have another name here.
    """

    frame: pd.DataFrame
    table: str
    notes: list[Message] = field(default_factory=list)
    renamed: Mapping[str, str] = field(default_factory=dict)
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
            values, unread = parse_numbers(self.frame[name])
            if unread.any():
                raise self._text_in_numbers(name, unread.to_numpy())
            self._numbers[name] = values.to_numpy()
        return self._numbers[name]

    def require(self, columns: Iterable[str], numbers: bool = True) -> None:
        """The one check of a panel: raise where a column is not there, or cannot be what it should be.

        ``numbers``: whether the columns must hold numbers, and amounts among them none below zero.
        Raises, all at once: ``MissingColumnsError``; then ``TextInNumbersError``, ``NegativeAmountsError``.
        """
        columns = list(dict.fromkeys(columns))
        missing = [name for name in columns if name not in self]
        if missing:
            raise MissingColumnsError(table=self.table, missing=quoted(missing), found=self.columns)
        errors: list[InputError] = []
        for name in columns if numbers else ():
            try:
                values = self.numbers(name)
            except TextInNumbersError as error:
                errors.append(error)
                continue
            variable = describe(name)
            negative = values < 0
            if variable is not None and variable.is_amount and negative.any():
                found = self.cells(negative, values=values)
                errors.append(
                    NegativeAmountsError(
                        table=self.table, column=name, unit=variable.unit, count=len(found), found=found
                    )
                )
        raise_all(errors)

    def cells(self, rows: np.ndarray, column: str | None = None, values: Sequence[object] | None = None) -> list[Cell]:
        """The places of the rows that are True (n,), perhaps with what stands there in ``values`` (n,)."""
        places = np.flatnonzero(rows)
        units, years = self.frame[UNIT].to_numpy(), self.frame[YEAR].to_numpy()
        scenarios = self.frame[SCENARIO].to_numpy() if SCENARIO in self else None
        return [
            Cell(
                units[row],
                int(years[row]),
                column,
                None if values is None else _plain(values[row]),
                scenario=None if scenarios is None else scenarios[row],
            )
            for row in places
        ]

    def with_columns(self, columns: Mapping[str, Sequence[object]]) -> Panel:
        """The same rows with ``columns`` beside, or in place of, those they have."""
        return replace(self, frame=self.frame.assign(**columns), notes=list(self.notes), _numbers={})

    def _text_in_numbers(self, name: str, rows: np.ndarray) -> TextInNumbersError:
        variable = describe(name)
        found = self.cells(rows, values=self.frame[name].to_numpy())
        unit = variable.unit if variable else ""
        return TextInNumbersError(table=self.table, column=name, unit=unit, count=len(found), found=found)


def normalise_key(value: object) -> str:
    """One spelling for one unit: trimmed, full-width digits in ASCII, ``610702.0`` as ``610702``; '' where missing."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    text = str(value).strip().translate(_FULL_WIDTH_DIGITS)
    whole = _WHOLE_NUMBER.fullmatch(text)
    return whole.group(1) if whole else text


def normalise_keys(values: Iterable[object]) -> pd.Series:
    """``normalise_key`` of every value, as an object column of text."""
    series = pd.Series(list(values), dtype=object)
    spelled = {value: normalise_key(value) for value in series.dropna().unique()}
    return series.map(lambda value: spelled.get(value, ""), na_action=None).astype(object)


def read_panel(
    frame: pd.DataFrame,
    table: str,
    unit_field: str = UNIT,
    year_field: str = YEAR,
    scenario_field: str | None = None,
    required: Sequence[str] = (),
) -> Panel:
    """Make a panel of a table as it was read: cells are numbers, text or None.

    Columns named like a label of the vocabulary (in either language, in any case), or cut to the ten characters of a
    Shapefile, get the vocabulary's name; a column that has it already comes first.
    Rows without any cell are left out, dates count as their years, numbers are parsed out of text. A column that is
    no input of an account (outside the vocabulary, or a result) becomes numbers where every cell allows it and none
    has a leading zero, and stays text otherwise.

    Raises, all at once: ``EmptyTableError``, ``MissingColumnsError``, ``HeaderNotFirstError``,
    ``MissingKeysError``, ``YearsNotReadableError``, ``DuplicateKeysError``, ``AmbiguousKeysError``,
    ``TextInNumbersError``, ``NegativeAmountsError``.
    """
    given = [str(name) for name in frame.columns]
    frame, notes = _without_blank_rows(frame.reset_index(drop=True), table)
    if frame.empty:
        raise EmptyTableError(table=table)
    frame, renamed, name_notes = _named_columns(frame, table, unit_field, year_field, scenario_field)
    notes += name_notes
    keys = [UNIT, YEAR] + ([SCENARIO] if scenario_field else [])
    missing = [name for name in [*keys, *required] if name not in frame.columns]
    if missing:
        shown = {UNIT: unit_field, YEAR: year_field, SCENARIO: scenario_field}
        error = HeaderNotFirstError if any(_NO_NAME.fullmatch(name) for name in given) else MissingColumnsError
        raise error(table=table, missing=[f"“{shown.get(name, name)}”" for name in missing], found=given)
    errors: list[InputError] = []
    frame[UNIT] = normalise_keys(frame[UNIT]).to_numpy()
    errors += _check_units(frame[UNIT], table, unit_field)
    frame[YEAR], year_errors, year_notes = _parse_years(frame[YEAR], table, year_field)
    errors += year_errors
    notes += year_notes
    if scenario_field:
        frame[SCENARIO] = normalise_keys(frame[SCENARIO]).to_numpy()
    if not errors:
        errors += _check_duplicates(frame, keys, table)
    for name in frame.columns.difference(keys, sort=False):
        frame[name], column_errors, column_notes = _parse_column(frame, name, table)
        errors += column_errors
        notes += column_notes
    raise_all(errors)
    variables = [name for name in frame.columns if name not in keys]
    return Panel(frame[keys + variables].reset_index(drop=True).astype({YEAR: np.int64}), table, notes, renamed)


def parse_numbers(cells: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Numbers out of cells that may be text: (float column with NaN where empty or unreadable, True where unreadable).

    Understands full-width digits, thousands separators (``1,234.5``), and the usual marks of an empty cell.
    """
    if pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells):
        return cells.astype(float), pd.Series(False, index=cells.index)
    numbers = pd.to_numeric(cells, errors="coerce").astype(float)
    unread = numbers.isna() & cells.notna()
    if unread.any():
        numbers = numbers.copy()
        numbers[unread] = [_number(cell) for cell in cells[unread]]
        empty = cells[unread].map(lambda cell: str(cell).strip().lower() in _EMPTY_WORDS)
        unread[unread] = numbers[unread].isna().to_numpy() & ~empty.to_numpy()
    infinite = np.isinf(numbers)
    return numbers.mask(infinite), unread | infinite


def compare_units(first: str, first_units: Iterable[str], second: str, second_units: Iterable[str]) -> list[Message]:
    """Hold the unit keys of two tables against each other; notes name those that only one of them has.

    Raises ``AmbiguousKeysError`` where ``001`` meets ``1``, ``NoCommonUnitsError`` where nothing meets.
    """
    ours, theirs = list(dict.fromkeys(first_units)), list(dict.fromkeys(second_units))
    pairs = _pairs_apart_by_zeros(ours, theirs)
    if pairs:
        raise AmbiguousKeysError(pairs=pairs, first=first, second=second)
    only_first, only_second = (
        [key for key in ours if key not in set(theirs)],
        [key for key in theirs if key not in set(ours)],
    )
    if len(only_first) == len(ours):
        raise NoCommonUnitsError(first=first, second=second, first_keys=ours, second_keys=theirs)
    template = "{count} units of “{first}” are not in “{second}”: {units}."
    notes = []
    if only_first:
        notes.append(
            warning(
                "units-only-in-first", template, count=len(only_first), first=first, second=second, units=only_first
            )
        )
    if only_second:
        notes.append(
            warning(
                "units-only-in-second", template, count=len(only_second), first=second, second=first, units=only_second
            )
        )
    return notes


def _without_blank_rows(frame: pd.DataFrame, table: str) -> tuple[pd.DataFrame, list[Message]]:
    """The rows with at least one cell, under their old numbers, and a note on the others."""
    blank = pd.Series(True, index=frame.index)
    for position in range(frame.shape[1]):
        cells = frame.iloc[:, position][blank]
        blank[blank] = [_is_missing(cell) or not str(cell).strip() for cell in cells]
        if not blank.any():
            return frame, []
    return frame[~blank], [
        note("blank-rows", "“{table}”: {count} blank rows are left out.", table=table, count=int(blank.sum()))
    ]


def _named_columns(
    frame: pd.DataFrame, table: str, unit_field: str, year_field: str, scenario_field: str | None
) -> tuple[pd.DataFrame, dict[str, str], list[Message]]:
    """The columns under the names of the vocabulary, the chosen key fields under theirs; and which were renamed."""
    names = _known_spellings()
    keys = {unit_field: UNIT, year_field: YEAR}
    if scenario_field:
        keys[scenario_field] = SCENARIO
    taken = {key for column, key in keys.items() if column in frame.columns}
    exact = {column for column in frame.columns if column in vocabulary() and column not in {*keys, *taken}}
    renamed: dict[str, str] = {}
    doubles: dict[str, list[str]] = {}
    for column in frame.columns:
        name = keys.get(column) or names.get(_folded(column), str(column).strip())
        if column not in keys and column not in exact and name in taken | exact:
            if name not in keys.values():
                doubles.setdefault(name, []).append(str(column))
            name = _free_name(str(column).strip(), {*taken, *exact, *frame.columns.drop(column)})
        taken.add(name)
        renamed[column] = name
    _add_repeated(doubles, list(renamed.values()))
    apart = {*keys, *(column for columns in doubles.values() for column in columns)}
    changed = [f"{old} → {new}" for old, new in renamed.items() if old != new and old not in apart]
    notes = (
        [
            note(
                "columns-renamed",
                "“{table}”: columns read under the plugin's names: {changed}.",
                table=table,
                changed=changed,
            )
        ]
        if changed
        else []
    )
    return (
        frame.rename(columns=renamed),
        {old: new for old, new in renamed.items() if old != new},
        notes + [_warn_double(name, columns, renamed, table) for name, columns in doubles.items()],
    )


def _add_repeated(doubles: dict[str, list[str]], names: Sequence[str]) -> None:
    """Add what looks like a second column of one name, such as ``population_1`` beside ``population``."""
    for name in names:
        repeated = _REPEATED_NAME.fullmatch(name)
        first = describe(repeated.group(1)) if repeated else None
        if first and first.kind in INPUT_KINDS and first.name in names and describe(name) is None:
            doubles.setdefault(first.name, []).append(name)


def _warn_double(name: str, columns: Sequence[str], renamed: Mapping[str, str], table: str) -> Message:
    used = next(column for column, new in renamed.items() if new == name)
    return warning(
        "columns-mean-the-same",
        "“{table}”: {columns} and “{used}” all seem to mean {name}. Only “{used}” is counted: if that is not what you "
        "want, remove or rename it.",
        table=table,
        columns=[f"“{column}”" for column in columns],
        used=used,
        name=name,
    )


def _known_spellings() -> dict[str, str]:
    """Every spelling of the vocabulary's columns, folded: name, labels, and what a Shapefile leaves of the name."""
    variables = vocabulary().values()
    spellings = {_folded(variable.name): variable.name for variable in variables}
    for variable in variables:
        for label in (variable.label_en, variable.label_zh, variable.alias("en"), variable.alias("zh")):
            spellings.setdefault(_folded(label), variable.name)
    cut = Counter(variable.name[:SHAPEFILE_NAME_LENGTH] for variable in variables)
    for variable in variables:
        short = variable.name[:SHAPEFILE_NAME_LENGTH]
        if short != variable.name and cut[short] == 1:
            spellings.setdefault(short, variable.name)
    return spellings


def _folded(name: object) -> str:
    return str(name).strip().lower().replace(" ", "").replace("（", "(").replace("）", ")")


def _free_name(name: str, taken: set[str]) -> str:
    """``name``, numbered where it is taken; a GeoPackage knows no difference between capital and small letters."""
    folded = {str(other).lower() for other in taken}
    numbered = (f"{name}_{number}" for number in count(2))
    return next(free for free in chain([name], numbered) if free.lower() not in folded)


def _check_units(units: pd.Series, table: str, column: str) -> list[InputError]:
    empty = units == ""
    errors: list[InputError] = []
    if empty.any():
        errors.append(MissingKeysError(table=table, column=column, count=int(empty.sum()), rows=_row_numbers(empty)))
    keys = list(units[~empty].unique())
    pairs = _pairs_apart_by_zeros(keys, keys)
    if pairs:
        errors.append(AmbiguousKeysError(pairs=pairs, first=table, second=table))
    return errors


def _pairs_apart_by_zeros(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Pairs such as ``001 and 1``: digits that differ only in leading zeros."""
    bare = {}
    for key in second:
        if key.isdigit():
            bare.setdefault(key.lstrip("0"), []).append(key)
    pairs = {
        tuple(sorted((key, other)))
        for key in first
        if key.isdigit()
        for other in bare.get(key.lstrip("0"), [])
        if other != key
    }
    return [" / ".join(pair) for pair in sorted(pairs)]


def _parse_years(cells: pd.Series, table: str, column: str) -> tuple[pd.Series, list[InputError], list[Message]]:
    text = cells.map(lambda cell: normalise_key(cell).rstrip("年"))
    undated = text.map(lambda cell: _DATE.sub(r"\1", cell))
    years = pd.to_numeric(undated, errors="coerce")
    notes = (
        [
            note(
                "dates-as-years",
                "“{table}”: column “{column}” holds dates; their years were taken.",
                table=table,
                column=column,
            )
        ]
        if (undated != text).any()
        else []
    )
    wrong = ~(years.between(FIRST_YEAR, LAST_YEAR) & (years == years.round()))
    if not wrong.any():
        return years.astype(np.int64), [], notes
    found = list(dict.fromkeys(str(cell) if text[index] else "an empty cell" for index, cell in cells[wrong].items()))
    return years, [YearsNotReadableError(table=table, column=column, found=found, rows=_row_numbers(wrong))], notes


def _check_duplicates(frame: pd.DataFrame, keys: list[str], table: str) -> list[InputError]:
    repeated = frame.loc[frame.duplicated(keys), keys].drop_duplicates()
    if repeated.empty:
        return []
    return [
        DuplicateKeysError(
            table=table, keys=[" ".join(str(key) for key in row) for row in repeated.itertuples(index=False)]
        )
    ]


def _parse_column(frame: pd.DataFrame, name: str, table: str) -> tuple[pd.Series, list[InputError], list[Message]]:
    cells = frame[name]
    variable = describe(name)
    if name == FILLED or (variable and variable.kind in (TEXT_KIND, KEY_KIND)):
        return cells.map(lambda cell: "" if _is_missing(cell) else str(cell)), [], []
    is_input = variable is not None and variable.kind in INPUT_KINDS
    if not is_input and not pd.api.types.is_numeric_dtype(cells):
        return _parse_unknown_column(cells), [], []
    numbers, unread = parse_numbers(cells)
    where = frame[UNIT] + " " + frame[YEAR].astype(str)
    unit = variable.unit if variable else ""
    if unread.any():
        found = [f"“{cell}” ({place})" for cell, place in zip(cells[unread], where[unread])]
        return numbers, [TextInNumbersError(table=table, column=name, unit=unit, count=len(found), found=found)], []
    if variable is None:
        return numbers, [], []
    return numbers, _check_negative(numbers, variable, where, table), _remark_range(numbers, variable, where, table)


def _parse_unknown_column(cells: pd.Series) -> pd.Series:
    """Numbers where all cells are; a code such as ``001`` keeps its column text."""
    text = cells.dropna().astype(str).str.strip()
    if text.str.fullmatch(r"0\d+").any():
        return cells
    numbers, unread = parse_numbers(cells)
    return cells if unread.any() or numbers.isna().all() else numbers


def _check_negative(numbers: pd.Series, variable: Variable, where: pd.Series, table: str) -> list[InputError]:
    negative = numbers < 0
    if not (variable.is_amount and negative.any()):
        return []
    found = [f"{number:g} ({place})" for number, place in zip(numbers[negative], where[negative])]
    return [NegativeAmountsError(table=table, column=variable.name, unit=variable.unit, count=len(found), found=found)]


def _remark_range(numbers: pd.Series, variable: Variable, where: pd.Series, table: str) -> list[Message]:
    low = -np.inf if variable.low is None else variable.low
    high = np.inf if variable.high is None else variable.high
    odd = (numbers < low) | (numbers > high)
    if not odd.any():
        return []
    return [
        warning(
            "values-outside-range",
            "“{table}”: {count} values of “{column}” lie outside {low} to {high} {unit}, which is unusual for a "
            "county: "
            "{found}. Check the unit of measure.",
            table=table,
            count=int(odd.sum()),
            column=variable.name,
            low="-∞" if variable.low is None else float(variable.low),
            high="∞" if variable.high is None else float(variable.high),
            unit=variable.unit,
            found=[f"{number:g} ({place})" for number, place in zip(numbers[odd], where[odd])],
        )
    ]


def _number(cell: object) -> float:
    """One number out of text that pandas could not read; NaN where there is none."""
    text = str(cell).strip().translate(_FULL_WIDTH_DIGITS).replace("，", ",").replace(" ", "").replace("\u00a0", "")
    if _GROUPED_NUMBER.fullmatch(text):
        text = text.replace(",", "")
    try:
        return float(text)
    except ValueError:
        return np.nan


def _is_missing(cell: object) -> bool:
    return cell is None or (isinstance(cell, float) and np.isnan(cell))


def _plain(cell: object) -> object:
    """A cell as an error shows it: text as the user wrote it, numbers as Python's own."""
    return float(cell) if isinstance(cell, (np.floating, np.integer, float, int)) else str(cell)


def _row_numbers(rows: pd.Series) -> list[int]:
    """Row numbers as a reader of the table counts them, from 1."""
    return [int(number) + 1 for number in rows.index[rows.to_numpy()]]
