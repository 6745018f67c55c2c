"""Class areas by unit and year from land-cover rasters.

Area of class k in unit u and year t = the sum of the areas of its cells whose centre lies in u (Huo et al. 2025). The
years that share a grid are read together, in windows bounded by a budget, by whatever executor is given; years on
other grids are counted there, and so are tiles of one year in several CRS. Nothing is resampled.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ...core.errors import InputError, raise_all
from ...core.messages import Message
from ...core.progress import Part, Progress, Silent, advance
from ..cell_areas import ELLIPSOIDAL, CellAreas
from ..execution import Workers
from ..grid import Grid, crs_name
from .disagreements import find_two_maps, remarks_on_seams
from .edges import Edges
from .grid_counting import count_grid
from .grid_years import GridYears, YearRaster, areas_of_grids, find_no_overlap, years_by_grid
from .merged_years import merged_years, remarks_on_merged
from .remarks import remarks_on_grid, remarks_on_real_codes
from .same_ground import find_seen_twice
from .survey import Survey
from .totals import Totals
from .unit_sizes import UnitSizes, compare_sizes
from .year_areas import YearAreas

WINDOW_BYTES = 32 << 20


@dataclass(frozen=True)
class ClassAreas:
    """``years``, rising; ``overlapping`` (u,): True for units that share cells, which each of them counts in full."""

    years: list[YearAreas]
    overlapping: np.ndarray
    notes: list[Message] = field(default_factory=list)


def class_areas(
    rasters: Sequence[YearRaster],
    edges_for: Callable[[Grid], Edges],
    method: str = ELLIPSOIDAL,
    *,
    sizes: UnitSizes | None = None,
    executor: Executor | None = None,
    memory_budget_bytes: int = WINDOW_BYTES,
    progress: Progress = Silent(),
) -> ClassAreas:
    """Cells and hectares of every code in every unit, for each year on its own grid.

    ``edges_for`` gives the units' outlines in the CRS of a grid, as exact as its cells need, and is asked once a CRS
    and size of cell. Several rasters of one year lie in several CRS and are added up. ``method``: 'ellipsoidal' or
    'planar'. ``sizes``: with which what was counted is compared. ``executor``: anything shaped like
    ``concurrent.futures.Executor``, also of other processes or machines that see the files; two threads if None.
    ``memory_budget_bytes``: what the codes that one worker holds may take. The result does not depend on the executor.

    Raises, all at once, ``NoOverlapError``, ``PlanarDegreesError``, ``NoEllipsoidError``; on the way
    ``OutsideProjectionError``, ``RasterDamagedError``, ``NotWholeCodesError``, ``TooManyCodesError``, ``Cancelled``;
    at the end ``TilesDisagreeError``, ``CountedElsewhereError``, ``CountedTwiceError``.
    """
    groups = years_by_grid(rasters, edges_for)
    areas = areas_of_grids(groups, method)
    years: list[YearAreas] = []
    overlapping = np.zeros(groups[0].edges.unit_count, bool)
    notes: list[Message] = []
    errors: list[InputError] = []
    met: list[bool] = []
    with Workers(executor) as workers:
        for done, (group, cell) in enumerate(zip(groups, areas)):
            part = Part(progress, done / len(groups), (done + 1) / len(groups))
            survey, totals = _count(group, cell, workers, memory_budget_bytes, part)
            met.append(bool(survey.met_cells.any()))
            years += _years(group, survey, totals, cell)
            overlapping |= survey.overlapping
            notes += remarks_on_grid(group, cell, survey, first=groups[0])
            errors += find_two_maps(group.rasters, totals.differing)
            notes += remarks_on_seams(group.rasters, totals.differing)
            if sizes:
                in_cells, whole = _met(survey, totals, cell)
                found, remarks = compare_sizes(group, cell, in_cells, whole=whole, sizes=sizes)
                errors, notes = errors + found, notes + remarks
    notes += [*remarks_on_real_codes(rasters), *remarks_on_merged([(part.year, part.crs) for part in years])]
    keys = sizes.keys if sizes else [str(number + 1) for number in range(len(overlapping))]
    errors += find_seen_twice(groups, areas, keys, check=lambda: advance(progress, 1.0))
    years = merged_years(years)
    raise_all([*find_no_overlap(groups, met), *errors])
    return ClassAreas(years, overlapping, notes)


def _count(
    group: GridYears, areas: CellAreas, workers: Workers, budget: int, progress: Progress
) -> tuple[Survey, Totals]:
    """The survey and the totals of a grid. Raises what ``count_grid`` raises."""
    land_covers = [raster.land_cover for raster in group.rasters]
    survey = Survey(land_covers, group.edges, areas, budget=budget)
    totals = Totals(len(land_covers), group.edges.unit_count, [land_cover.name for land_cover in land_covers])
    count_grid(survey, totals, workers, progress=progress)
    return survey, totals


def _met(survey: Survey, totals: Totals, areas: CellAreas) -> tuple[np.ndarray, np.ndarray]:
    """Hectares of each unit's cells on the raster (u,), and whether these are all of its cells (u,)."""
    by_table = areas.every_ha is None
    hectares = totals.area_ha[0].sum(axis=1) if by_table else survey.met_cells * areas.every_ha
    return hectares, survey.met_cells == survey.unit_cells


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
                crs=crs_name(group.grid.crs_wkt),
                values=codes[met],
                cells=counted[:, met],
                area_ha=np.where(counted[:, met] > 0, area[:, met], 0.0),
                unit_cells=survey.unit_cells,
                nodata_cells=counted[:, nodata].sum(axis=1),
            )
        )
    return years
