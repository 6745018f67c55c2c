"""Class areas by unit and year from land-cover rasters.

Area of class k in unit u and year t = the sum of the areas of its cells whose centre lies in u (Huo et al. 2025). The
years that share a grid are read together, in windows bounded by a budget, by whatever executor is given; years on
other grids are counted there. Nothing is resampled.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ...core.errors import raise_all
from ...core.messages import Message
from ...core.progress import Part, Progress, Silent, advance
from ..cell_areas import ELLIPSOIDAL, CellAreas
from ..execution import Workers
from .counting import count_windows
from .edges import Edges
from .grid_years import GridYears, YearRaster, areas_of_grids, years_by_grid
from .remarks import remarks_on_grid
from .survey import Survey
from .tally import Totals

WINDOW_BYTES = 32 << 20


@dataclass(frozen=True)
class YearAreas:
    """What was counted in one year, as ``core.land_use.areas`` takes it.

    ``values`` (c,): the codes met in the units, rising, without nodata; ``cells`` (u, c) int64 and ``area_ha`` (u, c)
    float64: of each code in each unit; ``unit_cells`` (u,): all cells whose centre lies in the unit, on the raster or
    beyond it; ``nodata_cells`` (u,): those on the raster that have no code.
    """

    year: int
    raster: str
    values: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray
    unit_cells: np.ndarray
    nodata_cells: np.ndarray


@dataclass(frozen=True)
class ClassAreas:
    """``years``, rising; ``overlapping`` (u,): True for units that share cells, which each of them counts in full."""

    years: list[YearAreas]
    overlapping: np.ndarray
    notes: list[Message] = field(default_factory=list)


def class_areas(
    rasters: Sequence[YearRaster],
    edges_for: Callable[[str], Edges],
    method: str = ELLIPSOIDAL,
    *,
    executor: Executor | None = None,
    memory_budget_bytes: int = WINDOW_BYTES,
    progress: Progress = Silent(),
) -> ClassAreas:
    """Cells and hectares of every code in every unit, for each year on its own grid.

    ``edges_for`` gives the units' outlines in a CRS (WKT) and is asked once a CRS. ``method``: 'ellipsoidal' or
    'planar'. ``executor``: anything shaped like ``concurrent.futures.Executor``, also of other processes or machines
    that see the files; two threads if None. ``memory_budget_bytes``: what the codes that one worker holds may take.
    The result does not depend on the executor.

    Raises, all at once, ``NoOverlapError``, ``PlanarDegreesError``, ``NoEllipsoidError``; on the way
    ``OutsideProjectionError``, ``RasterDamagedError``, ``TooManyCodesError``, ``Cancelled``.
    """
    groups = years_by_grid(rasters, edges_for)
    areas = areas_of_grids(groups, method)
    years: list[YearAreas] = []
    overlapping = np.zeros(groups[0].edges.unit_count, bool)
    notes: list[Message] = []
    with Workers(executor) as workers:
        for done, (group, cell) in enumerate(zip(groups, areas)):
            part = Part(progress, done / len(groups), (done + 1) / len(groups))
            survey, totals = _count(group, cell, workers, memory_budget_bytes, part)
            if not survey.met_cells.any():
                raise_all(group.no_overlap())
            years += _years(group, survey, totals, cell)
            overlapping |= survey.overlapping
            notes += remarks_on_grid(group, cell, survey, groups[0])
    return ClassAreas(sorted(years, key=lambda found: found.year), overlapping, notes)


def _count(
    group: GridYears, areas: CellAreas, workers: Workers, budget: int, progress: Progress
) -> tuple[Survey, Totals]:
    """Count all years of a grid. Raises ``Cancelled``, and what tasks raise."""
    done = 0.0

    def check() -> None:
        advance(progress, done)

    land_covers = [raster.land_cover for raster in group.rasters]
    survey = Survey(land_covers, group.edges, areas, budget)
    totals = Totals(len(land_covers), group.edges.unit_count, [land_cover.name for land_cover in land_covers])
    for batch, tallies in workers.map(count_windows, survey.batches(check), check=check):
        for tally in tallies:
            totals.add(tally)
        done = batch.reached
    done = 1.0
    check()
    return survey, totals


def _years(group: GridYears, survey: Survey, totals: Totals, areas: CellAreas) -> list[YearAreas]:
    order = np.argsort(totals.codes)
    codes, cells = totals.codes[order], totals.cells[..., order]
    hectares = totals.area_ha[..., order] if areas.every_ha is None else cells * areas.every_ha
    years = []
    for raster, counted, area in zip(group.rasters, cells, hectares):
        nodata = codes == raster.land_cover.nodata
        met = counted.any(axis=0) & ~nodata
        years.append(
            YearAreas(
                year=raster.year,
                raster=raster.land_cover.name,
                values=codes[met],
                cells=counted[:, met],
                area_ha=np.where(counted[:, met] > 0, area[:, met], 0.0),
                unit_cells=survey.unit_cells,
                nodata_cells=counted[:, nodata].sum(axis=1),
            )
        )
    return years
