"""Tables of transitions read back: which pairs of dates they hold, and the matrices of one pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from ..messages import sentence
from ..tables.cells import parse_numbers, plain
from ..tables.keys import normalise_keys
from ..tables.settings import EmptyCellsError
from ..tables.vocabulary import UNIT
from ..values import Cell, quoted
from .transition_tables import FROM_CLASS, FROM_YEAR, TO_CLASS, TO_YEAR

AREA = "area_ha"
COLUMNS = (UNIT, FROM_YEAR, TO_YEAR, FROM_CLASS, TO_CLASS, AREA)


class NoSuchPairError(InputError):
    template = sentence("“{table}” has no transitions from {first_year} to {second_year}; its pairs are {found}.")
    remedy = sentence("Choose the years of one of these pairs.")


@dataclass(frozen=True)
class TransitionRows:
    """Clean rows of a table of transitions: the columns of ``COLUMNS``; ``table``: its name for the user."""

    frame: pd.DataFrame
    table: str

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


def read_transitions(frame: pd.DataFrame, table: str) -> TransitionRows:
    """The rows of a table as “Land-use transitions” writes it.

    Raises ``MissingColumnsError``, ``EmptyTableError``; then, all at once, ``TextInNumbersError``,
    ``EmptyCellsError``, ``NegativeAmountsError``.
    """
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise MissingColumnsError(table=table, missing=quoted(missing), found=list(map(str, frame.columns)))
    if not len(frame):
        raise EmptyTableError(table=table)
    clean = pd.DataFrame({UNIT: normalise_keys(frame[UNIT])})
    errors: list[InputError] = []
    for name in (FROM_YEAR, TO_YEAR, AREA):
        parsed, unread = parse_numbers(frame[name].reset_index(drop=True))
        clean[name] = numbers = parsed.to_numpy(dtype=float)
        errors += _find_wrong_cells(frame[name], numbers, unread.to_numpy(), table=table)
    raise_all(errors)
    for name in (FROM_CLASS, TO_CLASS):
        clean[name] = frame[name].astype(str).to_numpy(dtype=object)
    return TransitionRows(clean[list(COLUMNS)], table)


def _find_wrong_cells(column: pd.Series, numbers: np.ndarray, unread: np.ndarray, *, table: str) -> list[InputError]:
    """Text, empty cells and amounts below zero of a column, told apart; ``numbers``, ``unread`` (n,) as parsed."""
    name, errors = str(column.name), []
    is_area, below = column.name == AREA, numbers < 0
    text, empty, negative = (
        [Cell(row=int(row) + 1, value=plain(column.iloc[row]) if told else None) for row in np.flatnonzero(rows)]
        for rows, told in (
            (unread | (below & (not is_area)), True),
            (np.isnan(numbers) & ~unread, False),
            (below & is_area, True),
        )
    )
    if text:
        errors.append(TextInNumbersError(table=table, column=name, found=text))
    if empty:
        errors.append(EmptyCellsError(table=table, column=name, found=empty))
    if negative:
        errors.append(NegativeAmountsError(table=table, column=name, unit="ha", count=len(negative), found=negative))
    return errors
