"""Cells and areas of every code in every unit, counted run by run.

Land cover comes in runs: along a row, several cells in a line have the same codes in all years. A window is cut where
any year's code changes and where a unit begins or ends; from there on each run is handled as one, with its length.
Most runs have the same code in the next year too, so the first year is counted in full and each later one by what it
gained and lost against the year before. Units that overlap take their runs from the same cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .cell_areas import AreaTable
from .code_book import CodeBook, check_number
from .spans import Spans

CHUNK_CELLS = 1 << 17  # what is cut at once: its intermediate arrays stay in the processor's cache


@dataclass(frozen=True)
class Tally:
    """What was counted in a part of the grid; parts add up.

    ``units`` (u,): indices of the units met; ``codes`` (c,): the codes met, int64; ``cells`` (years, u, c) int64;
    ``area_ha`` (years, u, c) float64, or None where all cells of the grid are alike.
    """

    units: np.ndarray
    codes: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray | None


def tally_window(codes: np.ndarray, spans: Spans, areas: AreaTable, names: Sequence[str]) -> Tally:
    """Count ``codes`` (years, rows, columns) in ``spans``, whose rows and columns are those of the window.

    ``names`` call the rasters in messages. Raises ``TooManyCodesError``.
    """
    years, rows, columns = codes.shape
    units, unit = np.unique(spans.unit, return_inverse=True)
    book = CodeBook(codes.dtype, names)
    counter = _Counter(years, len(units), book, 1 if areas.beyond is None else 2)
    chunk_rows = max(1, CHUNK_CELLS // columns)
    for top in range(0, rows, chunk_rows):
        first, last = np.searchsorted(spans.row, (top, top + chunk_rows))
        if first == last:
            continue
        part = slice(first, last)
        row = spans.row[part]
        begin = (row - top) * columns
        span, start, length = _runs(
            codes[:, top : top + chunk_rows].reshape(years, -1), begin + spans.start[part], begin + spans.stop[part]
        )
        weights = [length.astype(np.float64)]
        if areas.beyond is not None:
            beyond = areas.beyond_of(row, span, lambda: start - (begin + 0.5).take(span) + 0.5 * weights[0])  # noqa: B023
            beyond *= weights[0]
            weights.append(beyond)
        counter.add(_codes_at(codes, top, start), unit[part][span], weights)
    cells, *beyond = counter.by_year()
    area = areas.typical * cells + beyond[0] if beyond else None
    return Tally(units, book.codes.astype(np.int64), np.rint(cells).astype(np.int64), area)


def _runs(codes: np.ndarray, begin: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The runs of equal codes in each span: the number of its span, its first cell, its length; each (runs,).

    ``codes`` (years, cells); ``begin`` and ``end`` (spans,): the cells of each span, the end not included.
    """
    years, cells = codes.shape
    cut = np.zeros(cells + 1, dtype=bool)
    between = cut[1:-1]
    for year in range(years):
        between |= codes[year, 1:] != codes[year, :-1]
    cut[begin] = True
    cut[end] = True
    starts = np.flatnonzero(cut)
    first = np.searchsorted(starts, begin)
    count = np.searchsorted(starts, end) - first
    span = np.repeat(np.arange(len(begin)), count)
    run = np.arange(len(span)) + (first - np.cumsum(count) + count)[span]
    start = starts.take(run)
    return span, start, starts.take(run + 1) - start


def _codes_at(codes: np.ndarray, top: int, start: np.ndarray) -> np.ndarray:
    """The codes (years, runs) of the cells ``start``, counted from the first cell of row ``top``."""
    start = start + top * codes.shape[2]
    return np.stack([year.ravel().take(start) for year in codes])


class _Counter:
    """Sums of weights by year, unit and code: the first year in full, later years as changes."""

    def __init__(self, years: int, units: int, book: CodeBook, weights: int):
        self._shape = years, units
        self._book = book
        self._sums = np.zeros((weights, years, units, 16))

    def add(self, codes: np.ndarray, unit: np.ndarray, weights: list[np.ndarray]) -> None:
        """Count runs with ``codes`` (years, runs) in their ``unit`` (runs,), with each of ``weights`` (runs,)."""
        years, units = self._shape
        runs = len(unit)
        changed = np.flatnonzero(codes[1:] != codes[:-1])
        code = codes.ravel()
        first = self._book.numbers(codes[0])
        lost, gained = self._book.numbers(code[changed]), self._book.numbers(code[changed + runs])
        self._make_room()
        room = self._sums.shape[-1]
        size = units * room
        first += unit * room
        year, run = np.divmod(changed, runs)
        place = year * size + unit[run] * room
        lost += place
        gained += place
        for sums, weight in zip(self._sums, weights):
            flat = sums.reshape(years, size)
            flat[0] += np.bincount(first, weight, size)
            if len(run):
                change = weight[run]
                difference = np.bincount(gained, change, size * (years - 1))
                difference -= np.bincount(lost, change, size * (years - 1))
                flat[1:] += difference.reshape(years - 1, size)

    def by_year(self) -> np.ndarray:
        """The sums (weights, years, units, codes), each year's own."""
        return np.cumsum(self._sums[..., : len(self._book)], axis=1)

    def _make_room(self) -> None:
        """Columns for all codes of the book."""
        lacking = len(self._book) - self._sums.shape[-1]
        if lacking > 0:
            more = np.zeros((*self._sums.shape[:-1], max(lacking, self._sums.shape[-1])))
            self._sums = np.concatenate([self._sums, more], axis=-1)


class Totals:
    """Tallies of all parts of a grid, added up for all units."""

    def __init__(self, years: int, units: int, names: Sequence[str]):
        self._names = names
        self._column: dict[int, int] = {}
        self.cells = np.zeros((years, units, 0), np.int64)
        self.area_ha = np.zeros((years, units, 0))

    @property
    def codes(self) -> np.ndarray:
        """The codes (c,) in the order of the last axis of ``cells`` and ``area_ha`` (years, units, c)."""
        return np.array(list(self._column), dtype=np.int64)

    def add(self, tally: Tally) -> None:
        """Add a part. Raises ``TooManyCodesError``."""
        columns = [self._column.setdefault(code, len(self._column)) for code in tally.codes.tolist()]
        check_number(self._column, self._names)
        lacking = len(self._column) - self.cells.shape[2]
        if lacking:
            self.cells = np.pad(self.cells, ((0, 0), (0, 0), (0, lacking)))
            self.area_ha = np.pad(self.area_ha, ((0, 0), (0, 0), (0, lacking)))
        place = np.ix_(range(len(self.cells)), tally.units, columns)
        self.cells[place] += tally.cells
        if tally.area_ha is not None:
            self.area_ha[place] += tally.area_ha
