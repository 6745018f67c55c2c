"""What a worker counts in one go: some windows of the years of one grid, with files of its own."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ..cell_areas import AreaTable
from .land_cover import LandCover
from .reader import LandCoverReader
from .spans import Spans
from .tally import Tally, tally_window
from .windows import common_dtype


@dataclass(frozen=True)
class Window:
    """Cells to read: first ``row`` and ``column``, ``height`` and ``width``; ``spans`` and ``areas`` from there on."""

    row: int
    column: int
    height: int
    width: int
    spans: Spans
    areas: AreaTable


@dataclass(frozen=True)
class WindowBatch:
    """Some windows of the years of one grid; ``reached``: the share of its rows that lies behind once they are done."""

    land_covers: tuple[LandCover, ...]
    windows: tuple[Window, ...]

    @property
    def reached(self) -> float:
        return (self.windows[-1].row + self.windows[-1].height) / self.land_covers[0].grid.height


def count_windows(batch: WindowBatch) -> list[Tally]:
    """Read the codes of a batch and count them in the units, window by window.

    Raises ``RasterNotReadableError``, ``RasterDamagedError``, ``TooManyCodesError``.
    """
    names = [land_cover.name for land_cover in batch.land_covers]
    largest = max(window.height * window.width for window in batch.windows)
    memory = np.empty(largest * len(names), common_dtype(batch.land_covers))
    tallies = []
    with ExitStack() as stack:
        readers = [stack.enter_context(LandCoverReader(land_cover)) for land_cover in batch.land_covers]
        for window in batch.windows:
            shape = len(names), window.height, window.width
            codes = memory[: np.prod(shape)].reshape(shape)
            for reader, year in zip(readers, codes):
                reader.read(window.row, window.column, year)
            tallies.append(tally_window(codes, window.spans, window.areas, names))
    return tallies
