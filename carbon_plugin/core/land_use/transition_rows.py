"""Tables of transitions read back: which pairs of dates they hold, and the matrices of one pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import (
    EmptyTableError,
    InputError,
    MissingColumnsError,
    NegativeAmountsError,
    TextInNumbersError,
    raise_all,
)
from ..messages import Message, sentence
from ..progress import Progress, Silent
from ..tables.cells import parse_numbers, plain
from ..tables.keys import (
    apart_by_case,
    find_unit_faults,
    normalise_keys,
    remarks_on_hidden_differences,
    remarks_on_keys_apart_by_case,
)
from ..tables.settings import ApartByCaseError, EmptyCellsError, RepeatedRowsError
from ..tables.totals import find_totals
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR
from ..tables.year_cells import parse_years
from ..values import Cell, quoted
from .transition_tables import FROM_CLASS, FROM_YEAR, TO_CLASS, TO_YEAR

AREA = "area_ha"
COLUMNS = (UNIT, FROM_YEAR, TO_YEAR, FROM_CLASS, TO_CLASS, AREA)


class NoSuchPairError(InputError):
    template = sentence("“{table}” has no transitions from {first_year} to {second_year}; its pairs are {found}.")
    remedy = sentence("Choose the years of one of these pairs.")


class DatesNotInOrderError(InputError):
    """``found``: the pairs of years, as cells with their rows."""

    template = sentence("“{table}”: the second year is not after the first in {found}.")
    remedy = sentence("Each row goes from an earlier year to a later one: correct these rows.")


@dataclass(frozen=True)
class TransitionRows:
    """Clean rows of a table of transitions: the columns of ``COLUMNS``; ``table``: its name for the user."""

    frame: pd.DataFrame
    table: str
    notes: list[Message] = field(default_factory=list)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of dates, the last one last."""
        found = self.frame[[FROM_YEAR, TO_YEAR]].drop_duplicates().itertuples(index=False)
        return sorted(((int(first), int(second)) for first, second in found), key=lambda pair: (pair[1], pair[0]))

    @property
    def classes(self) -> list[str]:
        """The classes at either date, each once."""
        return list(dict.fromkeys([*self.frame[FROM_CLASS], *self.frame[TO_CLASS]]))

    @property
    def units(self) -> list[str]:
        """The units in their order."""
        return list(dict.fromkeys(self.frame[UNIT]))

    def find_pair(self, first: int | None, second: int | None) -> tuple[int, int]:
        """The last pair that has these years, None for any. Raises ``NoSuchPairError``."""
        fitting = [pair for pair in self.pairs if first in (None, pair[0]) and second in (None, pair[1])]
        if not fitting:
            raise NoSuchPairError(
                table=self.table,
                first_year=str(first or "–"),
                second_year=str(second or "–"),
                found=[f"{one}–{other}" for one, other in self.pairs],
            )
        return fitting[-1]

    def matrices(self, pair: tuple[int, int], units: Sequence[str], classes: Sequence[str]) -> np.ndarray:
        """The areas of a pair, (u, k, k); zero for units without rows."""
        rows = self.frame[(self.frame[FROM_YEAR] == pair[0]) & (self.frame[TO_YEAR] == pair[1])]
        rows = rows[rows[UNIT].isin(list(units))]
        unit, before, after = (
            rows[column].map({name: number for number, name in enumerate(names)}).to_numpy(dtype=int)
            for column, names in ((UNIT, units), (FROM_CLASS, classes), (TO_CLASS, classes))
        )
        areas = np.zeros((len(units), len(classes), len(classes)))
        np.add.at(areas, (unit, before, after), rows[AREA].to_numpy(dtype=float))
        return areas


def read_transitions(frame: pd.DataFrame, table: str, progress: Progress = Silent()) -> TransitionRows:
    """The rows of a table as “Land-use transitions” writes it.

    Units, classes and years are read as in any table: whatever is not seen in their text does not count.

    Raises ``MissingColumnsError``, ``EmptyTableError``; then, all at once, ``TextInNumbersError``,
    ``EmptyCellsError``, ``NegativeAmountsError``, ``MissingKeysError``, ``AmbiguousKeysError``,
    ``YearsNotReadableError``, ``DatesNotInOrderError``, ``ApartByCaseError``; then ``RepeatedRowsError``,
    ``Cancelled``.
    """
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise MissingColumnsError(table=table, missing=quoted(missing), found=list(map(str, frame.columns)))
    if not len(frame):
        raise EmptyTableError(table=table)
    frame = frame.reset_index(drop=True)
    clean = pd.DataFrame({UNIT: normalise_keys(frame[UNIT])})
    errors = find_unit_faults(clean[UNIT], table, UNIT)
    notes = remarks_on_hidden_differences(frame[UNIT], table, UNIT)
    notes += remarks_on_keys_apart_by_case(clean[UNIT].unique(), table, UNIT)
    for name in (FROM_YEAR, TO_YEAR):
        clean[name], wrong, remarks = parse_years(frame[name], table, name, units=clean[UNIT])
        errors, notes = errors + wrong, notes + remarks
    errors += _find_dates_apart(clean, table)
    parsed, unread = parse_numbers(frame[AREA])
    clean[AREA] = parsed.to_numpy(dtype=float)
    errors += _find_wrong_areas(frame[AREA], clean[AREA].to_numpy(), unread.to_numpy(), table=table)
    for name in (FROM_CLASS, TO_CLASS):
        clean[name] = normalise_keys(frame[name])
        empty = _cells(clean[name] == "")
        errors += [EmptyCellsError(table=table, column=name, found=empty)] if empty else []
        apart = apart_by_case(clean[name])
        ways = [Cell(value=way) for names in apart for way in names]
        errors += [ApartByCaseError(table=table, column=name, found=ways)] if apart else []
    raise_all(errors)
    keys = [name for name in COLUMNS if name != AREA]
    again = clean.duplicated(keys, keep=False).to_numpy()
    if again.any():
        found = [
            Cell(value=" ".join(map(str, clean.loc[row, keys])), row=int(row) + 1) for row in np.flatnonzero(again)
        ]
        raise RepeatedRowsError(table=table, found=found)
    rows = TransitionRows(clean[list(COLUMNS)], table, notes)
    notes += find_totals(_margins(rows), table, False, progress=progress)[1]
    return rows


def _cells(rows: pd.Series, values: pd.Series | None = None) -> list[Cell]:
    """The places of the rows (n,) that are True, perhaps with what stands there."""
    return [
        Cell(row=int(row) + 1, value=None if values is None else plain(values.iloc[row]))
        for row in np.flatnonzero(rows.to_numpy())
    ]


def _find_dates_apart(clean: pd.DataFrame, table: str) -> list[InputError]:
    """What is wrong where the years of a row do not rise; years that are none have errors of their own."""
    wrong = clean[FROM_YEAR] >= clean[TO_YEAR]
    if not wrong.any():
        return []
    text = clean[FROM_YEAR].astype(str) + "–" + clean[TO_YEAR].astype(str)
    return [DatesNotInOrderError(table=table, found=_cells(wrong, text))]


def _margins(rows: TransitionRows) -> pd.DataFrame:
    """Hectares of every unit and class at both dates of the last pair, as a panel."""
    first, second = rows.find_pair(None, None)
    of_pair = rows.frame[(rows.frame[FROM_YEAR] == first) & (rows.frame[TO_YEAR] == second)]
    dates = []
    for year, name in ((first, FROM_CLASS), (second, TO_CLASS)):
        areas = of_pair.pivot_table(AREA, UNIT, name, "sum", fill_value=0.0).add_suffix(AREA_SUFFIX)
        dates.append(areas.assign(**{YEAR: year}).reset_index())
    return pd.concat(dates, ignore_index=True).fillna(0.0)


def _find_wrong_areas(column: pd.Series, numbers: np.ndarray, unread: np.ndarray, *, table: str) -> list[InputError]:
    """Text, empty cells and amounts below zero of the areas, told apart; ``numbers``, ``unread`` (n,) as parsed."""
    name, errors = AREA, []
    text, empty, negative = (
        _cells(pd.Series(rows), column if told else None)
        for rows, told in ((unread, True), (np.isnan(numbers) & ~unread, False), (numbers < 0, True))
    )
    if text:
        errors.append(TextInNumbersError(table=table, column=name, found=text))
    if empty:
        errors.append(EmptyCellsError(table=table, column=name, found=empty))
    if negative:
        errors.append(NegativeAmountsError(table=table, column=name, unit="ha", count=len(negative), found=negative))
    return errors
