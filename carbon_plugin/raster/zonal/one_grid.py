"""The dates of a comparison on one grid: cells that line up are laid beside each other, others only on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from osgeo import gdal

from ...core.errors import InputError, raise_all
from ...core.messages import Message, note, sentence
from ...core.options import RESAMPLE
from ..bands import RasterNotReadableError, RasterSource, open_dataset
from ..gdal_calls import call
from ..grid import Grid
from .grid_years import YearRaster
from .land_cover import WIDER, LandCover, Tile, open_land_cover

REFUSE, EARLIER, LATER = RESAMPLE.keys
_FOLDER = "/vsimem/carbon_zoning_one_grid"


class DatesOnGridsError(InputError):
    template = sentence(
        "“{second}” ({second_year}) cannot be laid over “{first}” ({first_year}) cell by cell: {differences}."
    )
    remedy = sentence(
        "Warp one onto the other's grid with nearest neighbour, or choose under “Dates on different grids” (RESAMPLE) "
        "whose grid is kept."
    )


class NodataOnOtherGridError(InputError):
    template = sentence(
        "“{raster}”: values are set as no data in the layer's properties, which cannot be looked up on another grid."
    )
    remedy = sentence("Save the layer as a file in which these cells hold its no-data value, then choose that.")


def on_one_grid(rasters: Sequence[YearRaster], resample: str) -> tuple[list[YearRaster], list[Message]]:
    """All dates on one grid, years rising, and what to say of those that had another.

    Rasters that share CRS, cell and alignment are only shifted, however far they reach; the grid holds all of them.
    ``resample``: 'refuse' for others, or whose grid is kept, 'earlier' or 'later'; there the nearest cell is looked up.

    Raises, all at once, ``DatesOnGridsError``.
    """
    parts = sorted(rasters, key=lambda raster: raster.year)
    kept = parts[-1] if resample == LATER else parts[0]
    strangers = [part for part in parts if kept.land_cover.grid.misalignment(part.land_cover.grid)]
    if resample == REFUSE:
        raise_all([_refused(kept, date) for date in strangers])
    grid = _holding([part.land_cover.grid for part in parts if part not in strangers], kept.land_cover.grid)
    laid, notes = [], []
    for year in sorted({part.year for part in parts}):
        of_year = [part for part in parts if part.year == year]
        if len(of_year) == 1 and of_year[0] not in strangers:
            laid.append(replace(of_year[0], land_cover=_shifted(of_year[0].land_cover, grid)))
            continue
        laid.append(YearRaster(year, _looked_up(of_year, grid)))
        notes += [remark for part in of_year if part in strangers for remark in remarks_on_lookup(part, kept)]
    return laid, notes


def remarks_on_lookup(date: YearRaster, kept: YearRaster) -> list[Message]:
    """On a date that was looked up on the grid of another."""
    return [
        note(
            "date-resampled",
            "“{raster}” ({year}) was looked up by nearest neighbour on the grid of “{kept}” ({differences}): along "
            "borders a cell may take its neighbour's class, which shows as change.",
            raster=date.land_cover.name,
            year=str(date.year),
            kept=kept.land_cover.name,
            differences=kept.land_cover.grid.misalignment(date.land_cover.grid),
        )
    ]


def _refused(kept: YearRaster, date: YearRaster) -> InputError:
    return DatesOnGridsError(
        first=kept.land_cover.name,
        first_year=str(kept.year),
        second=date.land_cover.name,
        second_year=str(date.year),
        differences=kept.land_cover.grid.misalignment(date.land_cover.grid),
    )


def _holding(grids: Sequence[Grid], kept: Grid) -> Grid:
    """The smallest grid of the cells of ``kept`` that holds all of ``grids``, which line up with it."""
    places = [tuple(round(shift) for shift in kept.offset(grid)) for grid in grids]
    left, top = min(column for column, _ in places), min(row for _, row in places)
    right = max(column + grid.width for (column, _), grid in zip(places, grids))
    bottom = max(row + grid.height for (_, row), grid in zip(places, grids))
    x, width, _, y, _, height = kept.geotransform
    geotransform = (x + left * width, width, 0.0, y + top * height, 0.0, height)
    return replace(kept, width=right - left, height=bottom - top, geotransform=geotransform)


def _shifted(land_cover: LandCover, grid: Grid) -> LandCover:
    """The land cover on ``grid``; where it does not reach, cells have no code."""
    column, row = (round(shift) for shift in grid.offset(land_cover.grid))
    if (column, row, land_cover.grid.width, land_cover.grid.height) == (0, 0, grid.width, grid.height):
        return land_cover
    tiles = tuple(replace(tile, column=tile.column + column, row=tile.row + row) for tile in land_cover.tiles)
    dtype, nodata = land_cover.dtype, land_cover.nodata
    if nodata is None:  # a code that no file of this type can hold
        dtype = WIDER.get(dtype, "int64")
        nodata = int(np.iinfo(dtype).min)
    return replace(land_cover, grid=grid, tiles=tiles, dtype=dtype, nodata=nodata)


def _as_set(tile: Tile) -> str:
    """The path of a virtual raster over the tile's file, as it is set: options, CRS, whether its nodata counts."""
    source = tile.source
    own = source.nodata_of(1).own
    options = gdal.TranslateOptions(
        format="VRT", outputSRS=source.crs_wkt or None, **({} if own else {"noData": "none"})
    )
    target = f"{_FOLDER}/{abs(hash(source)):x}.vrt"
    dataset, reason = call(gdal.Translate, target, open_dataset(source), options=options)
    if dataset is None:
        raise RasterNotReadableError(raster=source.name, reason=reason.rstrip("."))
    dataset.FlushCache()
    return target


def _looked_up(parts: Sequence[YearRaster], grid: Grid) -> LandCover:
    """The land cover of a year, each cell of ``grid`` with the code of the nearest one; a virtual raster says where."""
    tiles = [tile for part in parts for tile in part.land_cover.tiles]
    raise_all([NodataOnOtherGridError(raster=tile.name) for tile in tiles if tile.ranges])
    paths = [_as_set(tile) for tile in reversed(tiles)]  # the first listed lies over the others
    options = gdal.WarpOptions(
        format="VRT",
        dstSRS=grid.crs_wkt,
        outputBounds=grid.extent,
        width=grid.width,
        height=grid.height,
        resampleAlg="near",
        errorThreshold=0.0,
        dstAlpha=True,
    )
    target = f"{_FOLDER}/{parts[0].year}_{abs(hash((tuple(paths), grid))):x}.vrt"
    dataset, reason = call(gdal.Warp, target, paths, options=options)
    if dataset is None:
        raise RasterNotReadableError(raster=parts[0].land_cover.name, reason=reason.rstrip("."))
    dataset.FlushCache()
    del dataset
    found = open_land_cover([RasterSource(target, crs_wkt=grid.crs_wkt)])
    return replace(_shifted(found, grid), name=parts[0].land_cover.name)
