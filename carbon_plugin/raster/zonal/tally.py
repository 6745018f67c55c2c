"""Cells and areas of every code in every unit, counted run by run, or cell by cell where land is ragged.

Land cover comes in runs: along a row, several cells in a line have the same codes in all years. A window is cut where
any year's code changes and where a unit begins or ends; from there on each run is handled as one, with its length.
Most runs have the same code in the next year too; then the first year is counted in full and each later one by what it
gained and lost against the year before. Units that overlap take their runs from the same cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...core.progress import Progress, Silent, advance
from ..cell_areas import AreaTable
from .byte_counts import UnitBytes, have_many_cells, share_of_cuts
from .code_book import CodeBook
from .disagreements import Disagreeing
from .spans import Spans

FEW_CHANGES = 0.2  # of all runs and years: up to here counting changes is faster than counting years
RAGGED = 0.04  # of cells, for each year but the first: with more changes along a row counting cells is faster
MANY_UNITS = 256  # in a window: from here on places for all of them cost more than finding who is there
MANY_STARTS = 32  # of runs for one of a span: with more, looking these up is faster than a table of all
CHUNK_CELLS = 1 << 17  # what is cut at once: its intermediate arrays stay in the processor's cache


@dataclass(frozen=True)
class Tally:
    """What was counted in a part of the grid; parts add up.

    ``units`` (u,): indices of the units met; ``codes`` (c,): the codes met, int64; ``cells`` (years, u, c) int64;
    ``area_ha`` (years, u, c) float64, or None where all cells of the grid are alike; ``differing``: cells in which
    tiles that overlap differ.
    """

    units: np.ndarray
    codes: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray | None
    differing: Disagreeing = field(default_factory=dict)


def tally_window(
    codes: np.ndarray, spans: Spans, areas: AreaTable, *, names: Sequence[str], progress: Progress = Silent()
) -> Tally:
    """Count ``codes`` (years, rows, columns) in ``spans``, whose rows and columns are those of the window.

    ``names`` call the rasters in messages. Raises ``TooManyCodesError``, ``Cancelled``.
    """
    if areas.beyond is None and _are_ragged(codes):
        units, unit = spans.units()
        if have_many_cells(spans, len(units)):
            cells_of = UnitBytes(spans, unit, len(units), columns=codes.shape[2])
            return _tally_cells(codes, cells_of, units, progress=progress)
    book = CodeBook(codes.dtype, names)
    return _tally(cut_window(codes, spans, progress), spans, areas, years=len(codes), book=book)


def tally_same(codes: Sequence[int], spans: Spans, areas: AreaTable, *, names: Sequence[str], dtype: np.dtype) -> Tally:
    """As ``tally_window`` for a window in which all cells of a year have one of ``codes`` (years,), of a ``dtype``."""
    span = np.arange(len(spans))
    of_spans = np.repeat(np.array(codes, dtype)[:, None], len(spans), axis=1)
    run = Runs(0, spans.row, np.zeros(len(spans), np.int64), span, spans.start, spans.stop - spans.start, of_spans)
    return _tally([run], spans, areas, years=len(codes), book=CodeBook(dtype, names))


def _tally(chunks: Iterable[Runs], spans: Spans, areas: AreaTable, *, years: int, book: CodeBook) -> Tally:
    units, unit = spans.units()
    counter = _Counter(years, len(units), book, weights=1 if areas.beyond is None else 2)
    for chunk in chunks:
        of_spans = unit[chunk.first : chunk.first + len(chunk.row)]
        weights = _weights(areas, chunk, chunk.length.astype(np.float64))
        counter.add(chunk.codes, of_spans, chunk.span, weights=weights)
    cells, *beyond = counter.sums[..., : len(book)]
    area = areas.typical * cells + beyond[0] if beyond else None
    return Tally(units, book.codes.astype(np.int64), np.rint(cells).astype(np.int64), area)


def _are_ragged(codes: np.ndarray) -> bool:
    """Whether codes (years, rows, columns) are bytes whose runs are so short that counting cells is faster."""
    return codes.itemsize == 1 and (len(codes) == 1 or share_of_cuts(codes) > RAGGED * (len(codes) - 1))


def _tally_cells(codes: np.ndarray, cells_of: UnitBytes, units: np.ndarray, *, progress: Progress) -> Tally:
    cells = np.stack([cells_of.counts(year.view(np.uint8), progress) for year in codes])
    met = np.flatnonzero(cells.any(axis=(0, 1)))
    return Tally(units, met.astype(np.uint8).view(codes.dtype).astype(np.int64), cells[..., met], None)


@dataclass(frozen=True)
class Runs:
    """The runs of equal codes in a chunk of rows of a window.

    ``first``: the place of its first span; ``row``, ``begin`` (s,) of its spans: the row in the window, and the cell of
    the chunk that this row begins with; ``span``, ``start``, ``length`` (r,) of its runs: the span in the chunk, the
    first cell in the chunk, the cells; ``codes`` (years, r).
    """

    first: int
    row: np.ndarray
    begin: np.ndarray
    span: np.ndarray
    start: np.ndarray
    length: np.ndarray
    codes: np.ndarray


def cut_window(
    codes: np.ndarray, spans: Spans, progress: Progress = Silent(), *, chunk_cells: int = CHUNK_CELLS
) -> Iterator[Runs]:
    """The runs of equal ``codes`` (years, rows, columns) in all ``spans``, chunk by chunk. Raises ``Cancelled``."""
    years, rows, columns = codes.shape
    chunk_rows = max(1, chunk_cells // columns)
    for top in range(0, rows, chunk_rows):
        first, last = np.searchsorted(spans.row, (top, top + chunk_rows))
        advance(progress, top / rows)
        if first == last:
            continue
        part = slice(first, last)
        row = spans.row[part]
        begin = (row - top) * columns
        of_rows = codes[:, top : top + chunk_rows].reshape(years, -1)
        span, start, length = _runs(of_rows, begin + spans.start[part], begin + spans.stop[part])
        yield Runs(int(first), row, begin, span, start, length, np.stack([year.take(start) for year in of_rows]))


def runs_of_window(
    codes: np.ndarray, spans: Spans, areas: AreaTable, *, progress: Progress = Silent()
) -> Iterator[tuple[np.ndarray, np.ndarray, list[np.ndarray]]]:
    """The runs of equal codes in all ``spans``, chunk by chunk: their codes (years, runs), spans (runs,) and weights.

    ``codes`` (years, rows, columns). Weights (runs,) each: cells, and where cells differ the hectares beyond as many
    typical ones. Raises ``Cancelled``.
    """
    for chunk in cut_window(codes, spans, progress):
        cells = chunk.length.astype(np.float64)
        yield chunk.codes, chunk.span + chunk.first, _weights(areas, chunk, cells)


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
    first, stop = _places(starts, begin, end, cells=cells)
    count = stop - first
    span = np.repeat(np.arange(len(begin)), count)
    if len(begin) and (first[1:] == first[:-1] + count[:-1]).all():  # no gaps, no overlaps: the runs stand in a row
        starts = starts[first[0] : first[0] + len(span) + 1]
        return span, starts[:-1], np.diff(starts)
    run = np.arange(len(span)) + (first - np.cumsum(count) + count)[span]
    start = starts.take(run)
    return span, start, starts.take(run + 1) - start


def _places(starts: np.ndarray, *of: np.ndarray, cells: int) -> Iterator[np.ndarray]:
    """Where each of some ``starts``, rising and up to ``cells``, stands among them."""
    if MANY_STARTS * len(of[0]) < len(starts):
        return (np.searchsorted(starts, some) for some in of)
    place = np.empty(cells + 1, np.intp)
    place[starts] = np.arange(len(starts))
    return (place.take(some) for some in of)


def _weights(areas: AreaTable, chunk: Runs, cells: np.ndarray) -> list[np.ndarray]:
    """What a run adds: its cells, and where cells differ, the hectares it has beyond as many typical ones."""
    if areas.beyond is None:
        return [cells]

    def middle() -> np.ndarray:
        return chunk.start - (chunk.begin + 0.5).take(chunk.span) + 0.5 * cells

    return [cells, cells * areas.beyond_of(chunk.row, chunk.span, middle)]


class _Counter:
    """Sums of weights by year, unit and code: ``sums`` (weights, years, units, room), the book's numbers first."""

    def __init__(self, years: int, units: int, book: CodeBook, *, weights: int):
        self.sums = np.zeros((weights, years, units, 16))
        self._book = book

    def add(self, codes: np.ndarray, unit: np.ndarray, span: np.ndarray, *, weights: list[np.ndarray]) -> None:
        """Count runs with ``codes`` (years, runs), each in a ``span`` (runs,), with each of ``weights`` (runs,).

        ``unit`` (spans,): of every span. Rising spans are those of a few rows: where there are many units, only those
        that lie in these rows get places to count in.
        """
        members: slice | np.ndarray = slice(None)
        count = self.sums.shape[2]
        if count > MANY_UNITS and len(span):
            is_here = np.zeros(count, bool)
            is_here[unit[span[0] : span[-1] + 1]] = True
            members = np.flatnonzero(is_here)
            place, count = np.cumsum(is_here) - 1, len(members)
            of_run = place.take(unit).take(span)
        else:
            of_run = unit.take(span)
        changed = np.flatnonzero(codes[1:] != codes[:-1])
        if len(changed) < FEW_CHANGES * codes.size:
            counts = self._by_change(codes, of_run, weights, changed=changed, units=count)
        else:
            counts = self._in_full(codes, of_run, weights, units=count)
        weighted, years, _, room = self.sums.shape
        self.sums[:, :, members] += np.reshape(counts, (weighted, years, count, room))

    def _in_full(
        self, codes: np.ndarray, unit: np.ndarray, weights: list[np.ndarray], *, units: int
    ) -> list[list[np.ndarray]]:
        """The sums of each weight and year, each year counted on its own."""
        numbers = [self._book.numbers(year) for year in codes]
        room = self._make_room()
        size = room * units
        places = [number + unit * room for number in numbers]
        return [[np.bincount(place, weight, size) for place in places] for weight in weights]

    def _by_change(
        self, codes: np.ndarray, unit: np.ndarray, weights: list[np.ndarray], *, changed: np.ndarray, units: int
    ) -> list[np.ndarray]:
        """The same: the first year in full, later ones by what they gained and lost where codes ``changed``."""
        years, runs = codes.shape
        code = codes.ravel()
        first = self._book.numbers(codes[0])
        lost, gained = self._book.numbers(code[changed]), self._book.numbers(code[changed + runs])
        room = self._make_room()
        size = room * units
        first += unit * room
        year, run = np.divmod(changed, runs)
        place = (year + 1) * size + unit[run] * room
        lost += place
        gained += place
        counts = []
        for weight in weights:
            changes = np.bincount(first, weight, size * years)
            changes += np.bincount(gained, weight[run], size * years)
            changes -= np.bincount(lost, weight[run], size * years)
            counts.append(np.cumsum(changes.reshape(years, size), axis=0))
        return counts

    def _make_room(self) -> int:
        """Columns for all codes of the book: how many there are for a unit."""
        lacking = len(self._book) - self.sums.shape[-1]
        if lacking > 0:
            more = np.zeros((*self.sums.shape[:-1], max(lacking, self.sums.shape[-1])))
            self.sums = np.concatenate([self.sums, more], axis=-1)
        return self.sums.shape[-1]
