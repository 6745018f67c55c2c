"""Class areas of the parts that a fishnet and the units cut each other into, from all years in one pass of the blocks.

The parts stand where units stand elsewhere: the spans of every unit are cut at the lines of the net, and everything
else is counted as for units.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ...core.errors import InputError, raise_all
from ...core.messages import Message, sentence
from ...core.progress import Part, Progress, Silent
from ...core.values import quoted
from ..cell_areas import ELLIPSOIDAL, CellAreas
from ..execution import Workers
from ..grid import Grid, crs_name
from .cell_lines import CellLines
from .class_areas import WINDOW_BYTES
from .disagreements import find_two_maps, remarks_on_seams
from .edges import Edges
from .fishnet import Fishnet
from .grid_counting import count_grid
from .grid_years import GridYears, YearRaster, areas_of_grids, find_no_overlap, years_by_grid
from .part_totals import PartTotals
from .remarks import remarks_on_grid, remarks_on_real_codes
from .spans import Spans
from .survey import Survey
from .unit_sizes import UnitSizes, compare_sizes
from .year_areas import YearAreas


class SeveralGridsError(InputError):
    template = sentence("{year}: the rasters {rasters} lie on several grids, so that a cell may be seen twice.")
    remedy = sentence("Warp them onto one grid with nearest neighbour, then run again.")


@dataclass(frozen=True)
class PartsOfYear:
    """One year of the parts: ``values`` (c,) the codes; ``cells``, ``area_ha`` (p, c); ``whole_ha`` (p,) with no data.

    ``unit``, ``cell`` (p,): the unit and the cell of the net of each part. ``share`` (p,): of the raster's cells in the
    cell of the net. ``of_units``: the same counted in whole units, for what is said about them.
    """

    year: int
    raster: str
    values: np.ndarray
    unit: np.ndarray
    cell: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray
    whole_ha: np.ndarray
    share: np.ndarray
    of_units: YearAreas


@dataclass(frozen=True)
class PartAreas:
    """``years``, rising."""

    years: list[PartsOfYear]
    notes: list[Message] = field(default_factory=list)


class PartSurvey(Survey):
    """A survey whose spans are parts of units in cells of a net; ``keys``: unit x cells of the net + cell, of each."""

    def __init__(self, *arguments: object, lines: CellLines, cell_count: int, **named: object):
        super().__init__(*arguments, **named)
        self._lines, self._cell_count = lines, cell_count
        self._sorted = np.empty(0, np.int64)  # keys met so far, and the place of each
        self._place = np.empty(0, np.int64)

    @property
    def keys(self) -> np.ndarray:
        """The keys in the order of their places."""
        keys = np.empty_like(self._sorted)
        keys[self._place] = self._sorted
        return keys

    def divided(self, spans: Spans, top: int, bottom: int) -> Spans:
        """The spans cut at the lines of the net, their parts in place of the units."""
        parts, cell = self._lines.divide(spans, top, bottom)
        key, of_span = np.unique(parts.unit * self._cell_count + cell, return_inverse=True)
        at = np.searchsorted(self._sorted, key)
        known = np.zeros(len(key), bool)
        inside = at < len(self._sorted)
        known[inside] = self._sorted[at[inside]] == key[inside]
        new = key[~known]
        if len(new):
            places = np.arange(len(self._sorted), len(self._sorted) + len(new))
            self._sorted = np.insert(self._sorted, at[~known], new)
            self._place = np.insert(self._place, at[~known], places)
            at = np.searchsorted(self._sorted, key)
        return Spans(parts.row, parts.start, parts.stop, self._place[at][of_span])


def part_areas(
    rasters: Sequence[YearRaster],
    edges_for: Callable[[Grid], Edges],
    net: Fishnet,
    *,
    method: str = ELLIPSOIDAL,
    sizes: UnitSizes | None = None,
    executor: Executor | None = None,
    memory_budget_bytes: int = WINDOW_BYTES,
    progress: Progress = Silent(),
) -> PartAreas:
    """Cells and hectares of every code in every part of a unit in a cell of ``net``, for each year on its own grid.

    Memory: some 16 bytes a part, year and code, beside the windows' budget; parts are hardly more than cells.

    Args:
        rasters, edges_for, method, sizes, executor, memory_budget_bytes: as of ``class_areas``.
        net: the fishnet, in any CRS.

    Raises what ``class_areas`` raises, ``SeveralGridsError`` in place of ``CountedTwiceError``.
    """
    groups = years_by_grid(rasters, edges_for)
    _check_one_grid_a_year(groups)
    areas = areas_of_grids(groups, method)
    years: list[PartsOfYear] = []
    notes: list[Message] = []
    errors: list[InputError] = []
    met: list[bool] = []
    with Workers(executor) as workers:
        for done, (group, cell) in enumerate(zip(groups, areas)):
            part = Part(progress, done / len(groups), (done + 1) / len(groups))
            lines = CellLines(net, group.grid)
            land_covers = [raster.land_cover for raster in group.rasters]
            survey = PartSurvey(
                land_covers, group.edges, cell, budget=memory_budget_bytes, lines=lines, cell_count=net.cell_count
            )
            names = [land_cover.name for land_cover in land_covers]
            totals = PartTotals(len(land_covers), names, by_area=cell.every_ha is None)
            count_grid(survey, totals, workers, progress=part)
            met.append(bool(survey.met_cells.any()))
            found = _years(group, survey, totals, areas=cell, lines=lines, net=net)
            years += found
            if sizes and found:
                in_units = np.bincount(found[0].unit, found[0].whole_ha, minlength=group.edges.unit_count)
                whole = survey.met_cells == survey.unit_cells
                wrong, remarks = compare_sizes(group, cell, in_units, whole=whole, sizes=sizes)
                errors, notes = errors + wrong, notes + remarks
            notes += remarks_on_grid(group, cell, survey, first=groups[0])
            errors += find_two_maps(group.rasters, totals.differing)
            notes += remarks_on_seams(group.rasters, totals.differing)
    raise_all([*find_no_overlap(groups, met), *errors])
    return PartAreas(sorted(years, key=lambda one: one.year), [*notes, *remarks_on_real_codes(rasters)])


def _check_one_grid_a_year(groups: Sequence[GridYears]) -> None:
    errors = []
    for year in sorted(set().union(*(group.years for group in groups))):
        on = [raster for group in groups for raster in group.rasters if raster.year == year]
        if len(on) > 1:
            errors.append(SeveralGridsError(year=str(year), rasters=quoted(raster.land_cover.name for raster in on)))
    raise_all(errors)


def _years(
    group: GridYears, survey: PartSurvey, totals: PartTotals, *, areas: CellAreas, lines: CellLines, net: Fishnet
) -> list[PartsOfYear]:
    order, keys = np.argsort(totals.codes), survey.keys
    codes = totals.codes[order]
    unit, cell = np.divmod(keys, net.cell_count)
    full, units = lines.raster_cells(cell), group.edges.unit_count
    years = []
    for number, raster in enumerate(group.rasters):
        counted, area = totals.of(number, order, len(keys))
        area = counted * areas.every_ha if area is None else np.where(counted > 0, area, 0.0)
        whole_ha = area.sum(axis=1)
        share = whole_ha / net.hectares(cell) if full is None else counted.sum(axis=1) / np.maximum(full, 1)
        nodata = codes == raster.land_cover.nodata
        seen = counted.any(axis=0) & ~nodata
        of_units, nodata_cells = _by_unit(counted, unit, units), np.zeros(units, np.int64)
        if nodata.any():
            nodata_cells = of_units[:, nodata].sum(axis=1)
        name = raster.land_cover.name
        area = area[:, seen]
        in_units = YearAreas(
            raster.year, name, codes[seen], of_units[:, seen], _by_unit(area, unit, units), survey.unit_cells,
            nodata_cells, crs_name(group.grid.crs_wkt),
        )  # fmt: skip
        years.append(
            PartsOfYear(raster.year, name, codes[seen], unit, cell, counted[:, seen], area, whole_ha, share, in_units)
        )
    return years


def _by_unit(values: np.ndarray, unit: np.ndarray, units: int) -> np.ndarray:
    """Sums (u, c) of ``values`` (p, c), of the same type."""
    sums = np.array([np.bincount(unit, column, minlength=units) for column in values.T]).reshape(-1, units).T
    return np.rint(sums).astype(values.dtype) if values.dtype.kind == "i" else sums
