"""Where the classes of a raster lie: sums of weights, coordinates, squares and products, block by block.

Cells are summed by columns and rows in small squares, in which a projection is as good as linear; each square's sums
are then carried to the plane. A cell weighs 1, or where cells differ in area, its area over that of the one in the
middle. On a grid that is measured in its own CRS the sums are exact, elsewhere centres and axes are so to decimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ...core.progress import Progress, Silent, advance
from ...core.space.ellipse import Moments
from ..bands import memory_for
from ..cell_areas import cell_areas
from ..execution import Workers
from ..grid import Grid
from ..plane import Plane
from .byte_counts import share_of_cuts
from .cell_sums import SMALLEST_SQUARE, sum_cells
from .counting import Window, WindowBatch
from .disagreements import Disagreeing, add_differing, read_codes
from .edges import Edges
from .grid_years import YearRaster
from .joint import NO_CLASS, ClassNumbers, class_numbers, numbers_of_runs
from .reader import LandCoverReader
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
    """Windows of one date; ``numbers``: of its codes; ``classes``: how many numbers, 0 counted; ``side``: of squares.

    ``origin``: from which coordinates on the plane are measured.
    """

    batch: WindowBatch
    numbers: ClassNumbers
    classes: int
    plane: Plane
    origin: tuple[float, float]
    side: int
    cell: float

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


def class_moments(
    date: YearRaster,
    edges: Edges,
    number_of: Mapping[int, int],
    *,
    plane: Plane,
    like: ClassMoments | None = None,
    executor: Executor | None = None,
    progress: Progress = Silent(),
) -> ClassMoments:
    """The sums of every class of one date in the units that ``edges`` outline, all units together.

    ``number_of``: the number of every code, 0 for codes meant to have no class; ``plane``: from the grid's CRS;
    ``like``: sums with whose origin and weights these are to agree.
    Cells that several units share count once. Raises what tasks raise, ``Cancelled``.
    """
    grid, nodata = date.land_cover.grid, date.land_cover.nodata
    areas = cell_areas(grid, date.land_cover.name) if not plane.is_own else cell_areas(grid, "", "planar")
    survey = Survey([date.land_cover], edges, areas, budget=WINDOW_BYTES)
    numbers = ClassNumbers({**number_of, **({} if nodata is None else {nodata: NO_CLASS})})
    classes = max(number_of.values(), default=0) + 1
    west, south, east, north = grid.extent
    middle = np.array([[(west + east) / 2, (south + north) / 2]])
    if not plane.is_own:  # of the plane: that of a grid around the Earth may be on its far side
        middle = plane.unproject(np.zeros((1, 2)))
    origin = like.origin if like else tuple(float(value) for value in plane.project(middle)[0])
    own_cell = float(_areas(*_steps(grid, plane, middle))[0])
    cell = like.cell if like else own_cell
    side = max(1, int(SQUARE / np.sqrt(own_cell))) if not plane.is_own else max(grid.width, grid.height)
    done, differing = 0.0, {}
    sums, cells, unknown = np.zeros((6, classes)), np.zeros(classes, np.int64), set()

    def check() -> None:
        advance(progress, done)

    with Workers(executor) as workers:

        def tasks() -> Iterator[MomentTask]:
            for batch in survey.batches(check, workers.progress, scale=workers.task_scale):
                yield MomentTask(batch, numbers, classes, plane, origin, side, cell)

        for task, (more, counted, met, apart) in workers.map(count_moments, tasks(), check=check):
            sums += more
            cells += counted
            unknown |= met
            add_differing(differing, apart)
            done = task.batch.reached
    return ClassMoments(Moments(*sums), cells, origin, unknown, cell, differing, bool(survey.met_cells.any()))


def count_moments(task: MomentTask) -> tuple[np.ndarray, np.ndarray, set[int], Disagreeing]:
    """Sums (6, k), cells (k,), unknown codes, differing tiles. Raises what reading raises, ``Cancelled``."""
    (land_cover,) = task.batch.land_covers
    dtype = common_dtype([land_cover])
    table = [task.numbers.table(dtype)]
    sums, cells, unknown = np.zeros((6, task.classes)), np.zeros(task.classes, np.int64), set()
    differing: Disagreeing = {}
    memory = memory_for((max(window.height * window.width for window in task.batch.windows),), dtype)
    with ExitStack() as stack:
        reader = stack.enter_context(LandCoverReader(land_cover))
        for window in task.batch.windows:
            advance(task.batch.progress, 0.0)
            codes = memory[: window.height * window.width].reshape(1, window.height, window.width)
            here = {"land_cover": land_cover, "spans": window.spans, "place": window.place}
            add_differing(differing, read_codes(reader, codes[0], 0, **here))
            local = _local_sums(codes, window, task, table=table, unknown=unknown)
            sums += local[0]
            cells += local[1]
    return sums, cells, unknown, differing


def _local_sums(
    codes: np.ndarray, window: Window, task: MomentTask, *, table, unknown: set[int]
) -> tuple[np.ndarray, np.ndarray]:
    """The sums of a window on the plane, (6, k), and its cells (k,); codes without a number go to ``unknown``."""
    squares = Squares.of(window, task.side, task.classes)
    spans = window.spans.merged(window.width)
    if squares.side >= SMALLEST_SQUARE and _are_short(codes, table[0][0]):
        found, some_unknown = sum_cells(codes[0], spans, squares, table=table[0])
        if some_unknown:
            unknown |= class_numbers(codes, table, spans)[1][0]
    else:
        sums = SquareSums(squares)
        for runs in cut_window(codes, spans, task.batch.progress, chunk_cells=CHUNK_CELLS):
            sums.add(runs, numbers_of_runs(runs.codes, table, [unknown])[0])
        found = sums.by_square()
    found[..., NO_CLASS] = 0.0
    n, si, sj, sii, sjj, sij = found
    start, step_i, step_j, slope = _maps_of(squares, window, task, used=n.any(axis=1))
    weight = _areas(step_i, step_j)[:, None] * _shares_of_area(found, slope, squares.side) / task.cell
    (x0, y0), (a, c), (b, d) = ((part[:, :1], part[:, 1:]) for part in (start, step_i, step_j))
    x = n * x0 + a * si + b * sj
    y = n * y0 + c * si + d * sj
    xx = n * x0**2 + 2 * x0 * (a * si + b * sj) + a * a * sii + 2 * a * b * sij + b * b * sjj
    yy = n * y0**2 + 2 * y0 * (c * si + d * sj) + c * c * sii + 2 * c * d * sij + d * d * sjj
    xy = (
        n * x0 * y0
        + x0 * (c * si + d * sj)
        + y0 * (a * si + b * sj)
        + a * c * sii
        + (a * d + b * c) * sij
        + b * d * sjj
    )
    used = n > 0
    sums = np.stack([np.where(used, weight * term, 0.0).sum(axis=0) for term in (n, x, y, xx, yy, xy)])
    return sums, n.sum(axis=0).astype(np.int64)


def _shares_of_area(found: np.ndarray, slope: np.ndarray, side: int) -> np.ndarray:
    """The area of a cell where each class lies in a square, over that in the square's middle, (n, k)."""
    middle, count = (side - 1) / 2.0, np.maximum(found[0], 1.0)
    return 1.0 + sum(slope[:, [axis]] * (found[1 + axis] / count - middle) for axis in (0, 1))


def _are_short(codes: np.ndarray, known: np.ndarray) -> bool:
    """Whether codes (1, rows, columns) are bytes, few of them ``known``, in runs so short that cells are faster."""
    return codes.itemsize == 1 and share_of_cuts(codes) > CUTS_A_CODE * len(known)


def _maps_of(
    squares: Squares, window: Window, task: MomentTask, *, used: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The map of each square (n, 2): the centre of its first cell, the steps of a column and of a row, all affine, and
    how much of itself a cell's area grows with a column and with a row.
    """
    grid, plane, side = task.batch.land_covers[0].grid, task.plane, task.side
    line, across = np.divmod(np.arange(squares.lines * squares.across), squares.across)
    column, row = window.column + across * side, window.row + line * side
    if plane.is_own:
        start = _at(grid, column, row)
        return start - task.origin, *_steps(grid, plane, start), np.zeros_like(start)
    half = (side - 1) / 2.0
    middle = _at(grid, column + half, row + half)
    down, right = np.mgrid[: squares.lines + 1, : squares.across + 1]
    corners = plane.project(
        _at(grid, window.column + right.ravel() * side - 0.5, window.row + down.ravel() * side - 0.5)
    ).reshape(squares.lines + 1, squares.across + 1, 2)
    slope = _slopes_of_area(corners, side)
    right, down = np.diff(corners, axis=1), np.diff(corners, axis=0)
    step_i = ((right[:-1] + right[1:]) / (2 * side)).reshape(-1, 2)
    step_j = ((down[:, :-1] + down[:, 1:]) / (2 * side)).reshape(-1, 2)
    lost = used & ~np.isfinite(step_i + step_j).all(axis=1)  # a corner beyond where the projection reaches
    if lost.any():
        step_i[lost], step_j[lost] = _steps(grid, plane, middle[lost])
    return plane.project(middle) - task.origin - half * (step_i + step_j), step_i, step_j, slope


def _slopes_of_area(corners: np.ndarray, side: int) -> np.ndarray:
    """From corners (lines + 1, across + 1, 2) of squares, how much of itself area grows with a column, a row: (n, 2).

    0 where a corner lies beyond the reach of the projection.
    """
    along = [np.gradient(corners, axis=axis, edge_order=min(2, corners.shape[axis] - 1)) for axis in (1, 0)]
    area = _areas(*along)
    right, down = np.diff(area, axis=1), np.diff(area, axis=0)
    middle = (area[:-1, :-1] + area[:-1, 1:] + area[1:, :-1] + area[1:, 1:]) / 4.0
    growth = [(right[:-1] + right[1:]) / 2.0, (down[:, :-1] + down[:, 1:]) / 2.0]
    slope = np.stack([part / middle / side for part in growth], axis=-1).reshape(-1, 2)
    return np.where(np.isfinite(slope), slope, 0.0)


def _at(grid: Grid, column: np.ndarray, row: np.ndarray) -> np.ndarray:
    """The centres of cells in the grid's CRS, (n, 2); columns and rows may lie between cells."""
    left, width, _, top, _, height = grid.geotransform
    return np.column_stack([left + (column + 0.5) * width, top + (row + 0.5) * height])


def _steps(grid: Grid, plane: Plane, middle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What a column, and a row, is on the plane at places (n, 2): two (n, 2)."""
    _, width, _, _, _, height = grid.geotransform
    if plane.is_own:
        return np.tile([width, 0.0], (len(middle), 1)), np.tile([0.0, height], (len(middle), 1))
    return tuple(
        plane.project(middle + np.array(step) / 2) - plane.project(middle - np.array(step) / 2)
        for step in ((width, 0.0), (0.0, height))
    )


def _areas(step_i: np.ndarray, step_j: np.ndarray) -> np.ndarray:
    """The area of a cell between its steps (..., 2), (...)."""
    return np.abs(step_i[..., 0] * step_j[..., 1] - step_i[..., 1] * step_j[..., 0])
