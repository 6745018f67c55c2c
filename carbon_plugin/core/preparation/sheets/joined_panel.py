"""Pieces of many tables as one panel, and where two of them contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...progress import Progress, Silent, advance
from ...tables.vocabulary import UNIT, YEAR, vocabulary
from .numbers import Piece
from .unit_names import UnitNames

_SAME = 1e-9  # relative difference up to which two numbers are one
_YEARS = 10_000  # more than any year


@dataclass(frozen=True)
class Contradiction:
    """Two places that give one variable different numbers: how many cells, and the first of them."""

    variable: str
    first: Piece
    second: Piece
    cells: int
    unit: str
    year: int
    first_row: int
    second_row: int
    first_value: float
    second_value: float


@dataclass(frozen=True, eq=False)
class JoinedPanel:
    """``frame``: ``unit``, ``year`` and the variables; cells that contradict each other are empty in it.

    ``twice``: how many cells were given twice with the same number.
    """

    frame: pd.DataFrame
    contradictions: list[Contradiction] = field(default_factory=list)
    twice: int = 0


def join_pieces(
    pieces: Sequence[Piece], keys: Sequence[Piece], names: UnitNames, *, progress: Progress = Silent()
) -> JoinedPanel:
    """One row for each unit and year that any piece has, a column for each variable.

    Args:
        pieces: numbers of one variable each.
        keys: units and years of rows, whether they have numbers or not.
        names: finds the key of each unit; what it does not find is left out.
        progress: asked now and then whether to stop.

    >>> from .columns import Column
    >>> def piece(variable, units, values):
    ...     column = Column("book", "", variable, "value", 0, variable, factor=1.0)
    ...     rows = np.arange(len(units))
    ...     return Piece(column, np.array(units, dtype=object), np.full(len(units), 2010), np.array(values), rows)
    >>> joined = join_pieces([piece("population", ["a", "b"], [1.0, 2.0]), piece("gdp", ["a"], [3.0])], [], UnitNames())
    >>> joined.frame.fillna(-1).values.tolist()
    [['a', 2010, 1.0, 3.0], ['b', 2010, 2.0, -1.0]]
    """
    codes: dict[str, int] = {}
    by_variable: dict[str, list[tuple[Piece, np.ndarray, np.ndarray]]] = {}
    every: list[np.ndarray] = []
    for piece in keys:
        every.append(_keys_of(piece, names, codes, progress=progress)[0])
    for piece in pieces:
        numbers, found = _keys_of(piece, names, codes, progress=progress)
        by_variable.setdefault(piece.column.variable, []).append((piece, numbers, found))
        every.append(numbers)
    index = np.unique(np.concatenate(every)) if every else np.empty(0, dtype=np.int64)
    units = np.array(list(codes), dtype=object)
    columns: dict[str, np.ndarray] = {}
    contradictions: list[Contradiction] = []
    twice = 0
    for variable in _in_order(by_variable):
        advance(progress, 1.0)
        columns[variable], found, same = _column(variable, by_variable[variable], index, units)
        contradictions += found
        twice += same
    keyed = {UNIT: units[index // _YEARS] if len(index) else units[:0], YEAR: (index % _YEARS).astype(np.int64)}
    return JoinedPanel(pd.DataFrame({**keyed, **columns}), contradictions, twice)


def _keys_of(
    piece: Piece, names: UnitNames, codes: dict[str, int], *, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """Unit and year of each row that has a unit, as one number (m,), and which rows of the piece these are (m,)."""
    numbers, distinct = pd.factorize(piece.units)
    firsts = np.full(len(distinct), -1)
    firsts[numbers[::-1]] = np.arange(len(numbers))[::-1]
    found = []
    for place, unit in enumerate(distinct):
        advance(progress, 1.0)
        found.append(names.find(unit, "" if piece.names is None else piece.names[firsts[place]]))
    places = np.array([codes.setdefault(key, len(codes)) if key else -1 for key in found], dtype=np.int64)
    of_rows = places[numbers] if len(places) else np.empty(0, dtype=np.int64)
    kept = np.flatnonzero(of_rows >= 0)
    return of_rows[kept] * _YEARS + piece.years[kept], kept


def _column(
    variable: str, parts: list[tuple[Piece, np.ndarray, np.ndarray]], index: np.ndarray, units: np.ndarray
) -> tuple[np.ndarray, list[Contradiction], int]:
    """The numbers of a variable in the order of ``index``, what contradicts itself, and how much stands twice."""
    keys = np.concatenate([numbers for _, numbers, _ in parts])
    values = np.concatenate([piece.values[rows] for piece, _, rows in parts])
    origin = np.concatenate([np.full(len(rows), number) for number, (_, _, rows) in enumerate(parts)])
    row = np.concatenate([piece.rows[rows] for piece, _, rows in parts])
    order = np.argsort(keys, kind="stable")
    keys, values, origin, row = keys[order], values[order], origin[order], row[order]
    column = np.full(len(index), np.nan)
    first = np.concatenate([[True], keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, dtype=bool)
    group = np.cumsum(first) - 1
    lead = np.flatnonzero(first)[group] if len(keys) else group
    apart = np.abs(values - values[lead]) > _SAME * np.maximum(np.abs(values), np.abs(values[lead]))
    column[np.searchsorted(index, keys[first])] = values[first]
    column[np.searchsorted(index, keys[apart])] = np.nan
    pairs: dict[tuple[int, int], list[int]] = {}
    for place in np.flatnonzero(apart):
        pairs.setdefault((int(origin[lead[place]]), int(origin[place])), []).append(int(place))
    found = [
        Contradiction(
            variable, parts[one][0], parts[other][0], len(places), str(units[keys[places[0]] // _YEARS]),
            int(keys[places[0]] % _YEARS), int(row[lead[places[0]]]), int(row[places[0]]),
            float(values[lead[places[0]]]), float(values[places[0]]),
        )
        for (one, other), places in pairs.items()
    ]  # fmt: skip
    return column, found, int((~first & ~apart).sum())


def _in_order(names: Sequence[str]) -> list[str]:
    """Variables in the order of the vocabulary, others behind them."""
    order = {name: number for number, name in enumerate(vocabulary())}
    return sorted(names, key=lambda name: order.get(name, len(order)))
