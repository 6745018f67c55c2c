"""The years of one grid: what to read for which units, from the top down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Callable

import numpy as np

from ...core.progress import Progress, Silent
from ..cell_areas import CellAreas
from .counting import Window, WindowBatch
from .edges import Edges
from .land_cover import LandCover
from .reader import LandCoverReader
from .spans import Scanlines, Spans
from .windows import STRIP_ROWS, columns_of, strips

BATCH_CELLS = 1 << 24  # cells times years: long enough to be worth sending, short enough to stop well within a second

ABSENT_CELLS = 1 << 20  # a window that is not read counts as so many: its spans, too, take memory while they wait


class Survey:
    """Batches that count the cells of ``land_covers``, all on one grid, in the units that ``edges`` outline.

    Once ``batches`` has ended: ``unit_cells`` (u,), all cells whose centre lies in the unit, on the grid continued
    beyond the raster; ``met_cells`` (u,), those of them on the raster; ``overlapping`` (u,), True for units that share
    cells with another; ``counted_again``, how many cells of the raster are shared.
    """

    def __init__(self, land_covers: Sequence[LandCover], edges: Edges, areas: CellAreas, *, budget: int):
        self._land_covers, self._areas, self._budget = tuple(land_covers), areas, budget
        self._grid = land_covers[0].grid
        self._edges = edges
        self.unit_cells = np.zeros(edges.unit_count, np.int64)
        self.met_cells = np.zeros(edges.unit_count, np.int64)
        self.overlapping = np.zeros(edges.unit_count, bool)
        self.counted_again = 0
        self._readers: list[LandCoverReader] = []  # open while batches are made: which files have blocks where

    def batches(
        self, check: Callable[[], None], progress: Progress = Silent(), *, scale: int = 1
    ) -> Iterator[WindowBatch]:
        """What workers count, from the top down; ``check`` is called for every strip and may raise.

        ``progress``: what workers listen to; ``scale``: how many times longer than usual a batch may be.
        """
        windows: list[Window] = []
        cells = 0
        for window in self._windows(check):
            windows.append(window)
            cells += ABSENT_CELLS if window.same else window.height * window.width * len(self._land_covers)
            if cells >= scale * BATCH_CELLS:
                yield WindowBatch(self._land_covers, tuple(windows), progress)
                windows, cells = [], 0
        if windows:
            yield WindowBatch(self._land_covers, tuple(windows), progress)

    def divided(self, spans: Spans, top: int, bottom: int) -> Spans:
        """What is counted of ``spans`` in the rows ``top`` to ``bottom``: the units themselves."""
        return spans

    def _windows(self, check: Callable[[], None]) -> Iterator[Window]:
        scanlines = Scanlines(self._edges, self._grid, check)
        above = _rows(scanlines.first_row, min(scanlines.last_row, 0))
        on_raster = strips(self._land_covers, self._budget)
        below = _rows(max(scanlines.first_row, self._grid.height), scanlines.last_row)
        rows = above + on_raster + below
        with ExitStack() as stack:
            self._readers = [stack.enter_context(LandCoverReader(one, check)) for one in self._land_covers]
            for (top, bottom), spans in zip(rows, scanlines.cut(rows)):
                check()
                self.unit_cells += spans.cells(self._edges.unit_count)
                if 0 <= top < self._grid.height:
                    yield from self._strip(top, bottom, spans.within(0, self._grid.width))

    def _strip(self, top: int, bottom: int, spans: Spans) -> Iterator[Window]:
        if not len(spans):
            return
        self.met_cells += spans.cells(self._edges.unit_count)
        overlapping, again = spans.overlaps(self._grid.width)
        self.overlapping[overlapping] = True
        self.counted_again += again
        height = bottom - top
        for left, right in columns_of(spans, self._land_covers, height, budget=self._budget):
            part = self.divided(spans.within(left, right), top, bottom)
            if len(part):
                placed = Spans(part.row - top, part.start - left, part.stop - left, part.unit)
                areas = self._areas.window(top, bottom, left, right=right)
                same = self._codes_of_absent(top, left, height=height, width=right - left)
                yield Window(top, left, height, right - left, placed, areas, same)

    def _codes_of_absent(self, row: int, column: int, *, height: int, width: int) -> tuple[int, ...]:
        """The one code of a window in each year, where no file has a block for it; none where any has."""
        codes: list[int] = []
        for reader in self._readers:
            code = reader.constant(row, column, height=height, width=width)
            if code is None:
                return ()
            codes.append(code)
        return tuple(codes)


def _rows(first: int, last: int) -> list[tuple[int, int]]:
    return [(top, min(top + STRIP_ROWS, last)) for top in range(first, last, STRIP_ROWS)]
