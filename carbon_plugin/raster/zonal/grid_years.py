"""The years that share a grid, to be counted together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Callable

from ...core.errors import InputError, kept, raise_all
from ..cell_areas import CellAreas, cell_areas
from ..grid import Grid, crs_name, same_crs, spatial_reference
from .edges import Edges
from .land_cover import LandCover


@dataclass(frozen=True)
class YearRaster:
    """A year and its land cover, or the part of it in one CRS."""

    year: int
    land_cover: LandCover


@dataclass(frozen=True)
class GridYears:
    """The years of one grid, counted together."""

    rasters: list[YearRaster]
    edges: Edges

    @property
    def grid(self) -> Grid:
        """The grid of the first year, and of all within a rounding."""
        return self.rasters[0].land_cover.grid

    @property
    def name(self) -> str:
        """What messages call them: the raster of the first year."""
        return self.rasters[0].land_cover.name

    @property
    def years(self) -> set[int]:
        """The years, each once."""
        return {raster.year for raster in self.rasters}

    @property
    def touches(self) -> bool:
        """True if the units may lie on the grid."""
        return _touch(self.grid.extent, self.edges.extent)

    def no_overlap(self, years: Collection[int] | None = None) -> list[InputError]:
        """The error of every year, or of ``years``, to be raised where no centre of a cell lies in a unit."""
        from ...core.land_use.areas import NoOverlapError  # with it comes pandas, which nothing else here needs

        extents = {"raster_extent": _extent(self.grid.extent), "units_extent": _extent(self.edges.extent)}
        return [
            NoOverlapError(
                raster=raster.land_cover.name, year=str(raster.year), crs=crs_name(self.grid.crs_wkt), **extents
            )
            for raster in self.rasters
            if years is None or raster.year in years
        ]


def years_by_grid(rasters: Sequence[YearRaster], edges_for: Callable[[Grid], Edges]) -> list[GridYears]:
    """Years by the grid they lie on, in rising order of years; ``edges_for`` gives the outlines for a grid."""
    groups: list[GridYears] = []
    for raster in sorted(rasters, key=lambda raster: raster.year):
        grid = raster.land_cover.grid
        same_grid = next((group for group in groups if not group.grid.difference(grid)), None)
        if same_grid:
            same_grid.rasters.append(raster)
            continue
        known = next((group.edges for group in groups if _shares_outlines(group, grid)), None)
        groups.append(GridYears([raster], edges_for(grid) if known is None else known))
    return groups


def areas_of_grids(groups: Sequence[GridYears], method: str) -> list[CellAreas]:
    """The areas of cells on every grid.

    Raises, all at once, ``NoOverlapError``, ``PlanarDegreesError``, ``NoEllipsoidError``.
    """
    areas: list[CellAreas] = []
    errors: list[InputError] = []
    errors += find_no_overlap(groups, [group.touches for group in groups])
    for group in groups:
        try:
            areas.append(cell_areas(group.grid, group.name, method))
        except InputError as error:
            errors += kept(error)
    raise_all(errors)
    return areas


def find_no_overlap(groups: Sequence[GridYears], met: Sequence[bool]) -> list[InputError]:
    """The errors of years of which no part meets the units; ``met``: whether each group does."""
    seen = set().union(*(group.years for group, meets in zip(groups, met) if meets))
    return [error for group, meets in zip(groups, met) if not meets for error in group.no_overlap(group.years - seen)]


def _shares_outlines(group: GridYears, second: Grid) -> bool:
    """True if outlines made for one grid fit the other: one CRS and cell; of degrees, one turn around the Earth too."""
    first = group.grid
    if group.edges.rows is not None and not group.edges.rows.hold(second):
        return False
    crs = spatial_reference(first.crs_wkt)
    if not same_crs(first.crs_wkt, second.crs_wkt) or crs.IsGeographic():
        return False
    return all(abs(first.geotransform[side]) <= abs(second.geotransform[side]) * (1 + 1e-6) for side in (1, 5))


def _touch(first: tuple[float, ...] | None, second: tuple[float, ...] | None) -> bool:
    """True if two extents (west, south, east, north) have a place in common."""
    if first is None or second is None:
        return False
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]


def _extent(extent: tuple[float, ...] | None) -> str:
    return ", ".join(f"{side:.10g}" for side in extent) if extent else "–"
