"""Which cells lie in which unit: rows of cell centres cut by the units' edges.

A cell belongs to a unit if the unit holds its centre. A centre that lies exactly on a border belongs to the side where
columns and rows rise (right of it or below it on a north-up raster), so of two neighbours that share a border exactly
one has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..grid import Grid
from .edges import Edges

EDGES_AT_ONCE = 1 << 19
DENSE = 8  # unit numbers up to so many times the number of spans are looked up in a table, without sorting


@dataclass(frozen=True)
class Spans:
    """Stretches of cells that lie in a unit: ``row``, first column ``start``, ``stop`` one past the last, ``unit``.

    Arrays of shape (s,), sorted by row. Stretches of one unit do not overlap, those of two units may.
    """

    row: np.ndarray
    start: np.ndarray
    stop: np.ndarray
    unit: np.ndarray

    def __len__(self) -> int:
        return len(self.row)

    def __reduce__(self) -> tuple:
        """How spans are sent to another process: in the fewest bytes that hold their numbers."""
        return _restored, tuple(_narrow(part) for part in (self.row, self.start, self.stop, self.unit))

    def within(self, first: int, last: int) -> Spans:
        """What lies in the columns from ``first`` to ``last``, the last not included."""
        if len(self) and self.start.min() >= first and self.stop.max() <= last:
            return self
        start, stop = np.maximum(self.start, first), np.minimum(self.stop, last)
        kept = start < stop
        return Spans(self.row[kept], start[kept], stop[kept], self.unit[kept])

    def merged(self, width: int) -> Spans:
        """The cells that lie in any unit, each once, as stretches of one unit; columns run from 0 to ``width``."""
        begin, end = self.row * width + self.start, self.row * width + self.stop
        order = np.argsort(begin, kind="stable")
        begin, end, row = begin[order], np.maximum.accumulate(end[order]), self.row[order]
        first = np.ones(len(begin), bool)
        first[1:] = (begin[1:] > end[:-1]) | (row[1:] != row[:-1])
        last = np.append(first[1:], True)[: len(first)]
        row = row[first]
        return Spans(row, begin[first] - row * width, end[last] - row * width, np.zeros(len(row), np.int64))

    def overlaps(self, width: int) -> tuple[np.ndarray, int]:
        """The units that share cells, and how many cells are counted again; columns run from 0 to ``width``."""
        begin, end = self.row * width + self.start, self.row * width + self.stop
        order = np.argsort(begin, kind="stable")
        begin, end, unit = begin[order], end[order], self.unit[order]
        furthest = np.maximum.accumulate(end)
        holder = np.maximum.accumulate(np.where(end == furthest, np.arange(len(end)), 0))
        again = np.flatnonzero(begin[1:] < furthest[:-1]) + 1
        cells = np.minimum(end[again], furthest[again - 1]) - begin[again]
        return np.union1d(unit[again], unit[holder[again - 1]]), int(cells.sum())

    def units(self) -> tuple[np.ndarray, np.ndarray]:
        """The units met (u,), rising, and the place of each span's unit among them (s,)."""
        if not len(self) or int(self.unit.max()) > DENSE * len(self):
            return np.unique(self.unit, return_inverse=True)
        is_met = np.zeros(int(self.unit.max()) + 1, bool)
        is_met[self.unit] = True
        return np.flatnonzero(is_met), (np.cumsum(is_met) - 1).take(self.unit)

    def cells(self, unit_count: int) -> np.ndarray:
        """Number of cells in each unit, (``unit_count``,) int64."""
        lengths = np.bincount(self.unit, self.stop - self.start, minlength=unit_count)
        return np.rint(lengths).astype(np.int64)


def _narrow(numbers: np.ndarray) -> np.ndarray:
    """Whole ``numbers`` in the smallest type that holds them all."""
    if not len(numbers):
        return numbers
    return numbers.astype(np.result_type(np.min_scalar_type(numbers.min()), np.min_scalar_type(numbers.max())))


def _restored(*parts: np.ndarray) -> Spans:
    return Spans(*(part.astype(np.int64) for part in parts))


class Scanlines:
    """The units' edges in columns and rows of a grid, to be cut by its rows of cell centres.

    The grid is continued without limit: rows and columns of the spans may be negative or beyond the raster.
    ``first_row`` to ``last_row`` (not included) are the rows that any edge crosses.
    """

    def __init__(self, edges: Edges, grid: Grid, check: Callable[[], None] = lambda: None):
        """``check`` is called now and then, and may raise."""
        if edges.rows is not None and not edges.rows.hold(grid):
            raise ValueError("these edges were kept for other rows")
        self._edges, self._grid = edges, grid
        found = []
        for start in range(0, max(len(edges.unit), 1), EDGES_AT_ONCE):
            check()
            y0, y1 = self._rows_of(slice(start, start + EDGES_AT_ONCE))
            first, last = (np.ceil(end(y0, y1) - 0.5).astype(np.int64) for end in (np.minimum, np.maximum))
            crossed = np.flatnonzero(last > first)  # most edges of detailed outlines run between two rows of centres
            found.append((crossed + start, first[crossed], last[crossed]))
        crossed, first, last = (np.concatenate(parts) for parts in zip(*found))
        del found
        check()
        order = np.argsort(first, kind="stable")
        check()
        self._first = first[order]
        self._last = last[order]
        self._crossed = crossed[order]
        self._unit_count = edges.unit_count
        self.first_row = int(self._first[0]) if len(self._first) else 0
        self.last_row = int(self._last.max()) if len(self._first) else 0

    def _rows_of(self, edges: slice | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The rows at which edges begin and end, as real numbers."""
        _, _, _, top, _, height = self._grid.geotransform
        return (self._edges.y0[edges] - top) / height, (self._edges.y1[edges] - top) / height

    def _lines(self, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Column, row and slope of edges, each of which runs towards higher rows.

        So neighbours get the same crossing from the border they share.
        """
        left, width, _, _, _, _ = self._grid.geotransform
        y0, y1 = self._rows_of(edges)
        x0, x1 = ((x[edges] - left) / width for x in (self._edges.x0, self._edges.x1))
        down = y1 > y0
        x, y = np.where(down, x0, x1), np.where(down, y0, y1)
        return x, y, (np.where(down, x1, x0) - x) / (np.where(down, y1, y0) - y)

    def cut(self, strips: Sequence[tuple[int, int]]) -> Iterator[Spans]:
        """The spans of each strip of rows (first, one past the last); strips are given from low rows to high ones."""
        reaching, seen = np.empty(0, np.int64), 0  # edges that reach into the next strip; edges met so far
        for top, bottom in strips:
            begun = int(np.searchsorted(self._first, bottom))
            active = np.concatenate([reaching, np.arange(seen, begun)])
            active = active[self._last[active] > top]
            yield self._spans(active, top, bottom)
            reaching, seen = active[self._last[active] > bottom], max(seen, begun)

    def _spans(self, edges: np.ndarray, top: int, bottom: int) -> Spans:
        """Where the rows cross ``edges``: sorted along each row and taken in pairs, into the unit and out of it."""
        first, last = np.maximum(self._first[edges], top), np.minimum(self._last[edges], bottom)
        rows = last - first
        edge = np.repeat(np.arange(len(edges)), rows)
        row = np.arange(len(edge)) + np.repeat(first - np.cumsum(rows) + rows, rows)
        crossed = self._crossed[edges]
        x, y, slope = self._lines(crossed)
        x = x[edge] + (row + 0.5 - y[edge]) * slope[edge]
        column = np.ceil(x - 0.5).astype(np.int64)
        if not len(column):
            return Spans(row, column, column, row)
        leftmost = int(column.min())
        columns = int(column.max()) - leftmost + 1
        key = ((row - top) * self._unit_count + self._edges.unit[crossed][edge]) * columns + (column - leftmost)
        key.sort()
        line, column = np.divmod(key, columns)
        row, unit = np.divmod(line[::2], self._unit_count)
        start, stop = column[::2] + leftmost, column[1::2] + leftmost
        kept = start < stop
        return Spans(row[kept] + top, start[kept], stop[kept], unit[kept])
