"""What to say about class areas: how cells were measured, grids that differ, units that overlap."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.errors import InputError
from ...core.messages import Message, note, warning
from ...core.values import quoted
from ..cell_areas import ELLIPSOIDAL, CellAreas, cell_areas
from ..grid import crs_name
from .grid_years import GridYears, YearRaster
from .survey import Survey

DISTORTION = 1e-3  # planar areas further from the truth than this are worth a warning


def remarks_on_grid(group: GridYears, areas: CellAreas, survey: Survey, *, first: GridYears) -> list[Message]:
    """What to say of the years of one grid; ``first``: those that were counted first."""
    return [*remarks_on_areas(group, areas), *_other_grid(group, first), *_overlaps(group, survey)]


def remarks_on_areas(group: GridYears, areas: CellAreas) -> list[Message]:
    """On what the areas of cells were measured, and where that is far from the truth."""
    years, crs = [str(raster.year) for raster in group.rasters], crs_name(group.grid.crs_wkt)
    if not areas.ellipsoid:
        planar = note("areas-planar", "{years}: planar areas of cells in {crs}.", years=years, crs=crs)
        return [planar, *_distortion(group, areas, crs)]
    return [
        note(
            "areas-ellipsoidal",
            "{years}: areas of cells on the ellipsoid {ellipsoid}, grid in {crs}.",
            years=years,
            ellipsoid=areas.ellipsoid.name,
            crs=crs,
        )
    ]


def remarks_on_real_codes(rasters: Sequence[YearRaster]) -> list[Message]:
    """A note where codes are kept as real numbers, all of which were found to be whole."""
    tiles = [tile for raster in rasters for tile in raster.land_cover.tiles if tile.real]
    if not tiles:
        return []
    return [
        note(
            "codes-as-real-numbers",
            "{rasters}: holds its codes as real numbers ({found}); all that were read are whole, and were taken as "
            "codes.",
            rasters=quoted(sorted({tile.name for tile in tiles})),
            found=sorted({tile.real for tile in tiles}),
        )
    ]


def _other_grid(group: GridYears, first: GridYears) -> list[Message]:
    if group is first:
        return []
    return [
        note(
            "other-grid",
            "“{raster}” lies on another grid than “{first}” ({differences}): each is counted on its own.",
            raster=group.name,
            first=first.name,
            differences=first.grid.difference(group.grid),
        )
    ]


def _overlaps(group: GridYears, survey: Survey) -> list[Message]:
    if not survey.counted_again:
        return []
    return [
        warning(
            "units-overlap",
            "{count} units overlap: {cells} cells of “{raster}” are counted in more than one, so sums over units "
            "are too large.",
            count=int(survey.overlapping.sum()),
            cells=survey.counted_again,
            raster=group.name,
        )
    ]


def _distortion(group: GridYears, areas: CellAreas, crs: str) -> list[Message]:
    """A warning where planar areas are wrong by more than a map of class areas can bear."""
    row, column = group.grid.height // 2, group.grid.width // 2
    try:
        true = cell_areas(group.grid, group.name, ELLIPSOIDAL).window(row, row + 1, column, right=column + 1).typical
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
