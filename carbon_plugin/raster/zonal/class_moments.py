"""Where the classes of a raster lie: sums of weights, coordinates, squares and products, block by block.

Cells are summed by columns and rows in small squares, in which a projection is as good as linear; each square's sums
are then carried to the plane, those of all dates by one map. A cell weighs 1, or where cells differ in area, its area
over that of the one in the middle. On a grid that is measured in its own CRS the sums are exact, elsewhere centres and
axes are so to decimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np

from ...core.progress import Progress, Silent, advance
from ...core.space.ellipse import Moments
from ..bands import memory_for
from ..cell_areas import cell_areas
from ..execution import Workers
from ..plane import Plane
from .byte_counts import share_of_cuts
from .cell_sums import SMALLEST_SQUARE, CellSums, Scratch
from .counting import WindowBatch
from .disagreements import Disagreeing, add_differing, read_codes
from .edges import Edges
from .grid_years import YearRaster
from .joint import NO_CLASS, ClassNumbers, class_numbers, numbers_of_runs
from .land_cover import LandCover
from .plane_sums import PlaneOfSquares, areas_between, steps_of
from .reader import LandCoverReader
from .spans import Spans
from .square_sums import Squares, SquareSums
from .survey import Survey
from .tally import cut_window
from .windows import common_dtype

WINDOW_BYTES = 16 << 20
CHUNK_CELLS = 1 << 19  # cut at once: a run takes many small steps, so that larger chunks pay
CUTS_A_CODE = 0.004  # of cells: with more changes along a row for each code of the legend, counting cells is faster
SQUARE = 2000.0  # metres: over so much a projection is as good as linear


@dataclass(frozen=True)
class MomentTask:
    """Windows of some dates; ``numbers``: of each one's codes; ``classes``: how many numbers, 0 counted."""

    batch: WindowBatch
    numbers: tuple[ClassNumbers, ...]
    classes: int
    place: PlaneOfSquares

    @property
    def rasters(self) -> list[str]:
        """The files that it reads, as messages call them."""
        return self.batch.rasters


@dataclass(frozen=True)
class ClassMoments:
    """``moments``: of each number (k,), in metres from ``origin``; ``cells`` (k,); ``unknown``: codes without one.

    ``cell``: the square metres that weigh 1; ``differing``: where tiles differ; ``met``: whether units have cells.
    """

    moments: Moments
    cells: np.ndarray
    origin: tuple[float, float]
    unknown: set[int]
    cell: float
    differing: Disagreeing
    met: bool


def layout_of(land_cover: LandCover) -> tuple[object, ...]:
    """What rasters share that are cut into the same windows: the grid, the type, and where tiles lie."""
    return land_cover.grid, land_cover.dtype, tuple((tile.row, tile.column, tile.grid) for tile in land_cover.tiles)


def class_moments(
    dates: Sequence[YearRaster],
    edges: Edges,
    number_of: Mapping[int, int],
    *,
    plane: Plane,
    like: ClassMoments | None = None,
    executor: Executor | None = None,
    progress: Progress = Silent(),
) -> list[ClassMoments]:
    """The sums of every class of each date in the units that ``edges`` outline, all units together.

    ``dates``: of one ``layout_of``; ``number_of``: the number of every code, 0 for codes meant to have no class;
    ``plane``: from the grid's CRS; ``like``: sums with whose origin and weights these are to agree.
    Cells that several units share count once. Raises what tasks raise, ``Cancelled``.
    """
    land_covers = tuple(date.land_cover for date in dates)
    grid = land_covers[0].grid
    areas = cell_areas(grid, land_covers[0].name) if not plane.is_own else cell_areas(grid, "", "planar")
    survey = Survey(land_covers[:1], edges, areas, budget=WINDOW_BYTES)  # dates are read one after the other
    numbers = tuple(
        ClassNumbers({**number_of, **({} if one.nodata is None else {one.nodata: NO_CLASS})}) for one in land_covers
    )
    classes = max(number_of.values(), default=0) + 1
    west, south, east, north = grid.extent
    middle = np.array([[(west + east) / 2, (south + north) / 2]])
    if not plane.is_own:  # of the plane: that of a grid around the Earth may be on its far side
        middle = plane.unproject(np.zeros((1, 2)))
    origin = like.origin if like else tuple(float(value) for value in plane.project(middle)[0])
    own_cell = float(areas_between(*steps_of(grid, plane, middle))[0])
    cell = like.cell if like else own_cell
    side = max(1, int(SQUARE / np.sqrt(own_cell))) if not plane.is_own else max(grid.width, grid.height)
    place = PlaneOfSquares(grid, plane, origin, side, cell)
    done = 0.0
    sums, cells = np.zeros((len(dates), 6, classes)), np.zeros((len(dates), classes), np.int64)
    unknown: list[set[int]] = [set() for _ in dates]
    differing: list[Disagreeing] = [{} for _ in dates]

    def check() -> None:
        advance(progress, done)

    with Workers(executor) as workers:

        def tasks() -> Iterator[MomentTask]:
            for batch in survey.batches(check, workers.progress, scale=workers.task_scale):
                yield MomentTask(replace(batch, land_covers=land_covers), numbers, classes, place)

        for task, (more, counted, met, apart) in workers.map(count_moments, tasks(), check=check):
            sums += more
            cells += counted
            for number in range(len(dates)):
                unknown[number] |= met[number]
                add_differing(differing[number], apart[number])
            done = task.batch.reached
    has_cells = bool(survey.met_cells.any())
    return [
        ClassMoments(Moments(*one), counted, origin, met, cell, apart, has_cells)
        for one, counted, met, apart in zip(sums, cells, unknown, differing)
    ]


def count_moments(task: MomentTask) -> tuple[np.ndarray, np.ndarray, list[set[int]], list[Disagreeing]]:
    """Sums (dates, 6, k), cells (dates, k), and of each date unknown codes and differing tiles, of a batch.

    Raises what reading raises, ``Cancelled``.
    """
    land_covers, windows, progress = task.batch.land_covers, task.batch.windows, task.batch.progress
    dtype = common_dtype(land_covers)
    scratch = Scratch()
    dates = [_DateSums(numbers.table(dtype), scratch) for numbers in task.numbers]
    sums = np.zeros((len(dates), 6, task.classes))
    cells = np.zeros((len(dates), task.classes), np.int64)
    memory = memory_for((max(window.height * window.width for window in windows),), dtype)
    with ExitStack() as stack:
        readers = [stack.enter_context(LandCoverReader(land_cover)) for land_cover in land_covers]
        for window in windows:
            codes = memory[: window.height * window.width].reshape(1, window.height, window.width)
            squares, spans = Squares.of(window, task.place.side, task.classes), window.spans.merged(window.width)
            found = []
            for land_cover, reader, date in zip(land_covers, readers, dates):
                advance(progress, 0.0)
                here = {"land_cover": land_cover, "spans": window.spans, "place": window.place}
                add_differing(date.differing, read_codes(reader, codes[0], 0, **here))
                found.append(date.by_square(codes, spans, squares, progress=progress))
            for number, local in enumerate(task.place.sums(found, squares, window)):
                sums[number] += local
                cells[number] += found[number][0].sum(axis=0).astype(np.int64)
    return sums, cells, [date.unknown for date in dates], [date.differing for date in dates]


class _DateSums:
    """Sums windows of one date; ``unknown``: the codes that have no number; ``differing``: where its tiles differ."""

    def __init__(self, table: tuple[np.ndarray, np.ndarray], scratch: Scratch):
        self.unknown: set[int] = set()
        self.differing: Disagreeing = {}
        self._table, self._scratch = table, scratch
        self._cells: CellSums | None = None

    def by_square(self, codes: np.ndarray, spans: Spans, squares: Squares, *, progress: Progress) -> np.ndarray:
        """The sums (6, squares, k) of ``codes`` (1, rows, columns), as of ``SquareSums``; none of number 0."""
        if squares.side >= SMALLEST_SQUARE and self._are_short(codes):
            self._cells = self._cells or CellSums(self._table, self._scratch)
            found, some_unknown = self._cells.of(codes[0], spans, squares)
            if some_unknown:
                self.unknown |= class_numbers(codes, [self._table], spans)[1][0]
        else:
            sums = SquareSums(squares)
            for runs in cut_window(codes, spans, progress, chunk_cells=CHUNK_CELLS):
                sums.add(runs, numbers_of_runs(runs.codes, [self._table], [self.unknown])[0])
            found = sums.by_square()
        found[..., NO_CLASS] = 0.0
        return found

    def _are_short(self, codes: np.ndarray) -> bool:
        """Whether codes (1, rows, columns) are bytes, few of them known, in runs so short that cells are faster."""
        return codes.itemsize == 1 and share_of_cuts(codes) > CUTS_A_CODE * len(self._table[0])
