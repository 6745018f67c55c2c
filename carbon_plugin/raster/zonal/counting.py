"""What a worker counts in one go: some windows of the years of one grid, with files of its own."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace

import numpy as np

from ...core.progress import Progress, Silent, advance
from ..bands import memory_for
from ..cell_areas import AreaTable
from .disagreements import Disagreeing, add_differing, read_codes
from .land_cover import LandCover
from .reader import LandCoverReader
from .spans import Spans
from .tally import Tally, tally_same, tally_window
from .windows import common_dtype


@dataclass(frozen=True)
class Window:
    """Cells to read: first ``row`` and ``column``, ``height`` and ``width``; ``spans`` and ``areas`` from there on.

    ``same``: the one code of each year where no file has a block for the window, so that it need not be read.
    """

    row: int
    column: int
    height: int
    width: int
    spans: Spans
    areas: AreaTable
    same: tuple[int, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """The first row and column."""
        return self.row, self.column


@dataclass(frozen=True)
class WindowBatch:
    """Some windows of the years of one grid; ``reached``: the share of its rows that lies behind once they are done.

    ``progress``: what whoever counts listens to between two reads.
    """

    land_covers: tuple[LandCover, ...]
    windows: tuple[Window, ...]
    progress: Progress = field(default_factory=Silent)

    @property
    def rasters(self) -> list[str]:
        """The files that it reads, as messages call them."""
        return [land_cover.name for land_cover in self.land_covers]

    @property
    def reached(self) -> float:
        return (self.windows[-1].row + self.windows[-1].height) / self.land_covers[0].grid.height


def count_windows(batch: WindowBatch) -> list[Tally]:
    """Read the codes of a batch and count them in the units, window by window.

    Raises ``RasterNotReadableError``, ``RasterDamagedError``, ``NotWholeCodesError``,
    ``TooManyCodesError``, ``Cancelled``.
    """
    names = [land_cover.name for land_cover in batch.land_covers]
    largest = max(window.height * window.width for window in batch.windows)
    memory = memory_for((largest * len(names),), common_dtype(batch.land_covers))
    tallies = []
    with ExitStack() as stack:
        readers = [stack.enter_context(LandCoverReader(land_cover)) for land_cover in batch.land_covers]
        for window in batch.windows:
            if window.same:
                tallies.append(tally_same(window.same, window.spans, window.areas, names=names, dtype=memory.dtype))
                continue
            shape = len(names), window.height, window.width
            codes = memory[: np.prod(shape)].reshape(shape)
            differing: Disagreeing = {}
            for number, (reader, year) in enumerate(zip(readers, codes)):
                advance(batch.progress, 0.0)
                here = {"land_cover": batch.land_covers[number], "spans": window.spans, "place": window.place}
                add_differing(differing, read_codes(reader, year, number, **here))
            tally = tally_window(codes, window.spans, window.areas, names=names, progress=batch.progress)
            tallies.append(replace(tally, differing=differing) if differing else tally)
    return tallies
