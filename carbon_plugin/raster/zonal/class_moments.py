"""Where the classes of a raster lie: sums of weights, coordinates, squares and products, block by block.

Cells are summed by columns and rows in small squares, in which a projection is as good as linear; each square's sums
are then carried to the plane. A cell weighs 1, or where cells differ in area, its area over that of the one in the
middle. On a grid that is measured in its own CRS the sums are exact, elsewhere to a part in a million of the axes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ...core.progress import Progress, Silent, advance
from ...core.space.ellipse import Moments
from ..cell_areas import cell_areas
from ..execution import Workers
from ..grid import Grid
from ..plane import Plane
from .counting import Window, WindowBatch
from .edges import Edges
from .grid_years import GridYears, YearRaster
from .joint import NO_CLASS, ClassNumbers, class_numbers, find_inside
from .reader import LandCoverReader
from .survey import Survey
from .windows import common_dtype

WINDOW_BYTES = 16 << 20
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

    ``cell``: the square metres that weigh 1.
    """

    moments: Moments
    cells: np.ndarray
    origin: tuple[float, float]
    unknown: set[int]
    cell: float


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
    Cells that several units share count once. Raises ``NoOverlapError``, what tasks raise, ``Cancelled``.
    """
    grid, nodata = date.land_cover.grid, date.land_cover.nodata
    group = GridYears([date], edges)
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
    done = 0.0
    sums, cells, unknown = np.zeros((6, classes)), np.zeros(classes, np.int64), set()

    def check() -> None:
        advance(progress, done)

    with Workers(executor) as workers:

        def tasks() -> Iterator[MomentTask]:
            for batch in survey.batches(check, workers.progress):
                yield MomentTask(batch, numbers, classes, plane, origin, side, cell)

        for task, (more, counted, met) in workers.map(count_moments, tasks(), check=check):
            sums += more
            cells += counted
            unknown |= met
            done = task.batch.reached
    if not survey.met_cells.any():
        raise group.no_overlap()[0]
    return ClassMoments(Moments(*sums), cells, origin, unknown, cell)


def count_moments(task: MomentTask) -> tuple[np.ndarray, np.ndarray, set[int]]:
    """Sums (6, k), cells (k,) and unknown codes of a batch. Raises what reading raises, ``Cancelled``."""
    (land_cover,) = task.batch.land_covers
    dtype = common_dtype([land_cover])
    table = [task.numbers.table(dtype)]
    sums, cells, unknown = np.zeros((6, task.classes)), np.zeros(task.classes, np.int64), set()
    with ExitStack() as stack:
        reader = stack.enter_context(LandCoverReader(land_cover))
        for window in task.batch.windows:
            advance(task.batch.progress, 0.0)
            codes = np.empty((1, window.height, window.width), dtype)
            reader.read(window.row, window.column, codes[0])
            inside = find_inside(window.spans, codes.shape[1:])
            numbers, met = class_numbers(codes, table, window.spans)
            unknown |= met[0]
            local = _local_sums(np.where(inside, numbers[0], NO_CLASS), window, task)
            sums += local[0]
            cells += local[1]
    return sums, cells, unknown


def _local_sums(numbers: np.ndarray, window: Window, task: MomentTask) -> tuple[np.ndarray, np.ndarray]:
    """The sums of a window on the plane, (6, k), and its cells (k,)."""
    grid, k, side = task.batch.land_covers[0].grid, task.classes, task.side
    row, column = np.nonzero(numbers)
    number = numbers[row, column].astype(np.intp)
    down, across = row // side, column // side
    squares = (numbers.shape[1] - 1) // side + 1
    place = (down * squares + across) * k + number
    size = ((numbers.shape[0] - 1) // side + 1) * squares * k
    i, j = (column - across * side).astype(float), (row - down * side).astype(float)
    n, si, sj, sii, sjj, sij = (
        np.bincount(place, weight, size).reshape(-1, k) for weight in (None, i, j, i * i, j * j, i * j)
    )
    first_column = window.column + (np.arange(len(n)) % squares) * side
    first_row = window.row + (np.arange(len(n)) // squares) * side
    # the affine map of each square: the centre of its first cell, and the steps of a column and a row
    half = 0.0 if task.plane.is_own else (side - 1) / 2.0
    middle = _at(grid, first_column + half, first_row + half)
    step_i, step_j = _steps(grid, task.plane, middle)
    start = task.plane.project(middle) - task.origin - half * (step_i + step_j)
    weight = _areas(step_i, step_j)[:, None] / task.cell
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
    """The area of a cell between its steps (n, 2), (n,)."""
    return np.abs(step_i[:, 0] * step_j[:, 1] - step_i[:, 1] * step_j[:, 0])
