"""Transition matrices by unit from land cover of two or more dates, all pairs in one pass of the blocks.

T[i, j] = the area of the cells of a unit that have class i at the first date and class j at the second, cells whose
centre lies in the unit. Only cells with a class at both dates count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, field

import numpy as np

from ...core.errors import raise_all
from ...core.messages import Message
from ...core.progress import Progress, Silent, advance
from ..cell_areas import ELLIPSOIDAL, cell_areas
from ..execution import Workers
from ..geotiff import TILE, Output, geotiffs
from ..grid import Grid
from .disagreements import Disagreeing, add_differing, find_two_maps, remarks_on_seams
from .edges import Edges
from .grid_years import GridYears, YearRaster
from .joint import NO_CLASS, ClassNumbers, JointTask, count_joint
from .remarks import remarks_on_areas, remarks_on_real_codes
from .survey import Survey
from .unit_sizes import UnitSizes, compare_sizes

WINDOW_BYTES = 32 << 20
CHANGE_BYTES = 8 << 20  # of the codes of a window whose changes wait to be written


@dataclass(frozen=True)
class ChangeRaster:
    """The raster of changes to write: its path, the bands' descriptions, texts that it keeps by name.

    ``pairs``: how many pairs get a band, from the first on; all where it is None.
    """

    path: str
    bands: Sequence[str]
    metadata: Mapping[str, str]
    pairs: int | None = None


@dataclass(frozen=True)
class Transitions:
    """What was counted; number 0 stands for cells without a class, 1, 2, ... for the classes in their order.

    ``pairs`` (p): places of the dates; ``cells`` (p, u, k, k) int64 and ``area_ha`` (p, u, k, k); ``unit_cells`` (u,):
    all cells whose centre lies in the unit, on the rasters or beyond; ``overlapping`` (u,): True for units that share
    cells; ``unknown``: for each date the codes that have no number.
    """

    pairs: tuple[tuple[int, int], ...]
    cells: np.ndarray
    area_ha: np.ndarray
    unit_cells: np.ndarray
    overlapping: np.ndarray
    unknown: list[set[int]]
    notes: list[Message] = field(default_factory=list)


def whole_raster(dates: Sequence[YearRaster]) -> Edges:
    """The outline of all cells of the grid of ``dates``, as the one unit."""
    return outline_of_grid(dates[0].land_cover.grid)


def outline_of_grid(grid: Grid) -> Edges:
    """The outline of all cells of a grid, as the one unit."""
    west, south, east, north = grid.extent
    x, y = np.array([west, east, east, west, west]), np.array([south, south, north, north, south])
    return Edges(x[:-1], y[:-1], x[1:], y[1:], np.zeros(4, np.int32), 1)


def transitions(
    dates: Sequence[YearRaster],
    edges: Edges,
    number_of: Mapping[int, int],
    *,
    pairs: Sequence[tuple[int, int]],
    method: str = ELLIPSOIDAL,
    sizes: UnitSizes | None = None,
    change: ChangeRaster | None = None,
    executor: Executor | None = None,
    memory_budget_bytes: int = WINDOW_BYTES,
    progress: Progress = Silent(),
) -> Transitions:
    """Cells and hectares of every transition in every unit.

    Args:
        dates: land cover, years rising, all on one grid (``one_grid``).
        edges: the units' outlines in the CRS of that grid.
        number_of: the number of every code of the legend, 0 for codes meant to have no class.
        pairs: places of the two dates of each comparison.
        method: 'ellipsoidal' or 'planar'.
        sizes: with which what was counted is compared.
        change: the raster of changes, if wanted: number before times 1000 plus number after, 0 for none.
        executor, memory_budget_bytes: as of ``class_areas``.

    Raises, all at once, ``NoOverlapError``, ``PlanarDegreesError``, ``NoEllipsoidError``; on the way
    ``OutsideProjectionError``, ``RasterDamagedError``, ``RasterNotWrittenError``, ``Cancelled``; at the
    end ``TilesDisagreeError``, ``CountedElsewhereError``.
    """
    group = GridYears(list(dates), edges)
    areas = cell_areas(group.grid, group.name, method)
    land_covers = [date.land_cover for date in dates]
    budget = min(memory_budget_bytes, CHANGE_BYTES) if change else memory_budget_bytes
    survey = Survey(land_covers, edges, areas, budget=budget)
    classes, units = max(number_of.values(), default=0) + 1, edges.unit_count
    cells = np.zeros(len(pairs) * units * classes * classes, np.int64)
    hectares = np.zeros(len(cells))
    unknown: list[set[int]] = [set() for _ in dates]
    differing: Disagreeing = {}
    drawn = 0 if change is None else len(pairs) if change.pairs is None else change.pairs
    done = 0.0

    def check() -> None:
        advance(progress, done)

    def tasks(workers: Workers) -> Iterator[JointTask]:
        numbers = tuple(_numbers_of(number_of, land_cover.nodata) for land_cover in land_covers)
        for batch in survey.batches(check, workers.progress, scale=workers.task_scale):
            yield JointTask(batch, numbers, tuple(pairs), classes, units, drawn)

    files = geotiffs([_output(change)], group.grid, TILE) if change else nullcontext([])
    with files as written, Workers(executor) as workers:
        for task, tallies in workers.map(count_joint, tasks(workers), check=check):
            for tally in tallies:
                cells[tally.place] += tally.cells
                if tally.area_ha is not None:
                    hectares[tally.place] += tally.area_ha
                add_differing(differing, tally.differing)
                for met, more in zip(unknown, tally.unknown):
                    met |= more
                for file in written:
                    file.write(tally.row, tally.column, tally.changes)
            done = task.batch.reached
        if not survey.met_cells.any():
            raise_all(group.no_overlap())
        shape = len(pairs), units, classes, classes
        cells = cells.reshape(shape)
        hectares = hectares.reshape(shape) if areas.every_ha is None else cells * areas.every_ha
        hectares = np.where(cells > 0, hectares, 0.0)
        errors, notes = find_two_maps(dates, differing), remarks_on_seams(dates, differing)
        if sizes:
            whole = survey.met_cells == survey.unit_cells
            found, remarks = compare_sizes(group, areas, hectares[0].sum(axis=(1, 2)), whole=whole, sizes=sizes)
            errors, notes = errors + found, notes + remarks
        raise_all(errors)  # in here, so that an older file of the same name stays
    notes = [*remarks_on_areas(group, areas), *remarks_on_real_codes(dates), *notes]
    return Transitions(tuple(pairs), cells, hectares, survey.unit_cells, survey.overlapping, unknown, notes)


def _numbers_of(number_of: Mapping[int, int], nodata: int | None) -> ClassNumbers:
    return ClassNumbers({**number_of, **({} if nodata is None else {nodata: NO_CLASS})})


def _output(change: ChangeRaster) -> Output:
    first, *more = change.bands[: change.pairs]
    return Output(change.path, "uint16", 0, first, more_bands=tuple(more), metadata=change.metadata)
