"""Class areas by unit and year from land-cover rasters.

Area of class k in unit u and year t = the sum of the areas of its cells whose centre lies in u (Huo et al. 2025). The
years that share a grid are read together, in windows bounded by a budget, by whatever executor is given; years on
other grids are counted there. Nothing is resampled.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ...core.errors import InputError, raise_all
from ...core.messages import Message, note, warning
from ...core.progress import Part, Progress, Silent, advance
from ..cell_areas import ELLIPSOIDAL, CellAreas, cell_areas
from ..grid import Grid, crs_name, same_crs
from .edges import Edges
from .land_cover import LandCover
from .survey import Survey
from .tally import Totals
from .tasks import in_order, run_task

WINDOW_BYTES = 32 << 20
THREADS = 2
DISTORTION = 1e-3  # planar areas further from the truth than this are worth a warning


@dataclass(frozen=True)
class YearRaster:
    """One year and its land cover."""

    year: int
    land_cover: LandCover


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


@dataclass(frozen=True)
class _GridYears:
    """The years of one grid, counted together."""

    rasters: list[YearRaster]
    edges: Edges

    @property
    def grid(self) -> Grid:
        return self.rasters[0].land_cover.grid

    @property
    def name(self) -> str:
        return self.rasters[0].land_cover.name

    def no_overlap(self) -> list[InputError]:
        """The error of every year, to be raised where no centre of a cell lies in a unit."""
        from ...core.land_use.areas import NoOverlapError  # with it comes pandas, which nothing else here needs

        extents = {"raster_extent": _extent(self.grid.extent), "units_extent": _extent(self.edges.extent)}
        return [
            NoOverlapError(
                raster=raster.land_cover.name, year=str(raster.year), crs=crs_name(self.grid.crs_wkt), **extents
            )
            for raster in self.rasters
        ]


def class_areas(
    rasters: Sequence[YearRaster],
    edges_for: Callable[[str], Edges],
    method: str = ELLIPSOIDAL,
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
    groups = _groups(rasters, edges_for)
    areas = _check(groups, method)
    threads = ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1)) if executor is None else nullcontext(executor)
    years: list[YearAreas] = []
    overlapping = np.zeros(groups[0].edges.unit_count, bool)
    notes: list[Message] = []
    with threads as workers:
        for done, (group, cell) in enumerate(zip(groups, areas)):
            part = Part(progress, done / len(groups), (done + 1) / len(groups))
            survey, totals = _count(group, cell, workers, memory_budget_bytes, part)
            if not survey.met_cells.any():
                raise_all(group.no_overlap())
            years += _years(group, survey, totals, cell)
            overlapping |= survey.overlapping
            notes += _notes(group, cell, survey, groups[0])
    return ClassAreas(sorted(years, key=lambda found: found.year), overlapping, notes)


def _groups(rasters: Sequence[YearRaster], edges_for: Callable[[str], Edges]) -> list[_GridYears]:
    """Years by the grid they lie on, in rising order of years."""
    groups: list[_GridYears] = []
    for raster in sorted(rasters, key=lambda raster: raster.year):
        grid = raster.land_cover.grid
        same_grid = next((group for group in groups if not group.grid.difference(grid)), None)
        if same_grid:
            same_grid.rasters.append(raster)
            continue
        known = next((group.edges for group in groups if same_crs(group.grid.crs_wkt, grid.crs_wkt)), None)
        groups.append(_GridYears([raster], edges_for(grid.crs_wkt) if known is None else known))
    return groups


def _check(groups: Sequence[_GridYears], method: str) -> list[CellAreas]:
    """The areas of cells for every pass; raises all that speaks against counting."""
    areas: list[CellAreas] = []
    errors: list[InputError] = []
    for group in groups:
        if not _touch(group.grid.extent, group.edges.extent):
            errors += group.no_overlap()
        try:
            areas.append(cell_areas(group.grid, group.name, method))
        except InputError as error:
            errors.append(error)
    raise_all(errors)
    return areas


def _count(
    group: _GridYears, areas: CellAreas, workers: Executor, budget: int, progress: Progress
) -> tuple[Survey, Totals]:
    """Count all years of a grid. Raises ``Cancelled``, and what tasks raise."""
    done = 0.0

    def check() -> None:
        advance(progress, done)

    land_covers = [raster.land_cover for raster in group.rasters]
    survey = Survey(land_covers, group.edges, areas, budget)
    totals = Totals(len(land_covers), group.edges.unit_count, [land_cover.name for land_cover in land_covers])
    with closing(in_order(workers, run_task, survey.tasks(check), check)) as answers:
        for task, tallies in answers:
            for tally in tallies:
                totals.add(tally)
            done = task.reached
    done = 1.0
    check()
    return survey, totals


def _years(group: _GridYears, survey: Survey, totals: Totals, areas: CellAreas) -> list[YearAreas]:
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


def _notes(group: _GridYears, areas: CellAreas, survey: Survey, first: _GridYears) -> list[Message]:
    years = [str(raster.year) for raster in group.rasters]
    crs = crs_name(group.grid.crs_wkt)
    if areas.ellipsoid:
        notes = [
            note(
                "areas-ellipsoidal",
                "{years}: areas of cells on the ellipsoid {ellipsoid}, grid in {crs}.",
                years=years,
                ellipsoid=areas.ellipsoid.name,
                crs=crs,
            )
        ]
    else:
        notes = [note("areas-planar", "{years}: planar areas of cells in {crs}.", years=years, crs=crs)]
        notes += _distortion(group, areas, crs)
    if group is not first:
        notes.append(
            note(
                "other-grid",
                "“{raster}” lies on another grid than “{first}” ({differences}): each is counted on its own.",
                raster=group.name,
                first=first.name,
                differences=first.grid.difference(group.grid),
            )
        )
    if survey.counted_again:
        notes.append(
            warning(
                "units-overlap",
                "{count} units overlap: {cells} cells of “{raster}” are counted in more than one, so sums over units "
                "are too large.",
                count=int(survey.overlapping.sum()),
                cells=survey.counted_again,
                raster=group.name,
            )
        )
    return notes


def _distortion(group: _GridYears, areas: CellAreas, crs: str) -> list[Message]:
    """A warning where planar areas are wrong by more than a map of class areas can bear."""
    row, column = group.grid.height // 2, group.grid.width // 2
    try:
        true = cell_areas(group.grid, group.name, ELLIPSOIDAL).window(row, row + 1, column, column + 1).typical
    except InputError:  # not tied to the ground, so there is no true area to compare with
        return []
    if areas.every_ha is None or abs(areas.every_ha / true - 1.0) <= DISTORTION:
        return []
    return [
        warning(
            "planar-distortion",
            "“{raster}”: planar areas in {crs} are {factor} times the true ones in the middle of the raster. "
            "Ellipsoidal areas have no such error.",
            raster=group.name,
            crs=crs,
            factor=float(areas.every_ha / true),
        )
    ]


def _touch(first: tuple[float, ...] | None, second: tuple[float, ...] | None) -> bool:
    """True if two extents (west, south, east, north) have a place in common."""
    if first is None or second is None:
        return False
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]


def _extent(extent: tuple[float, ...] | None) -> str:
    return ", ".join(f"{side:.10g}" for side in extent) if extent else "–"
