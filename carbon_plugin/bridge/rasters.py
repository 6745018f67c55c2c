"""Raster layers as GDAL datasets, and unit outlines in their coordinate reference systems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsRasterLayer

from ..core.errors import InputError, raise_all
from ..core.messages import Message, note, sentence
from ..raster.class_areas import YearRaster
from ..raster.edges import Edges
from ..raster.land_cover import open_land_cover
from .polygons import UnitPolygons


class NotAFileError(InputError):
    template = sentence(
        "“{raster}” comes from a service ({provider}), but files were expected. Save it as GeoTIFF with its codes, "
        "then choose that."
    )


def land_cover_of_years(layers: Sequence[QgsRasterLayer], years: Sequence[int]) -> list[YearRaster]:
    """The land cover of every year, years rising; several layers of one year are its tiles.

    A CRS that the user has set for a layer wins over the file's. Raises, all at once, ``NotAFileError`` and the errors
    of ``open_land_cover``.
    """
    errors: list[InputError] = []
    rasters: list[YearRaster] = []
    for year in sorted(set(years)):
        tiles = [layer for layer, of_year in zip(layers, years) if of_year == year]
        strangers = [layer for layer in tiles if layer.providerType() != "gdal"]
        errors += [NotAFileError(raster=layer.name(), provider=layer.providerType()) for layer in strangers]
        if strangers:
            continue
        try:
            rasters.append(YearRaster(year, open_land_cover([layer.source() for layer in tiles], _crs_of(tiles))))
        except InputError as error:
            errors.append(error)
    raise_all(errors)
    return rasters


def note_grids(rasters: Sequence[YearRaster]) -> list[Message]:
    """Says so where the years do not share one grid."""
    first = rasters[0].land_cover.grid
    apart = [str(raster.year) for raster in rasters if raster.land_cover.grid.difference(first)]
    if not apart:
        return []
    return [
        note(
            "The rasters of {years} lie on another grid than that of {first}; each is counted on its own grid, "
            "nothing is resampled.",
            years=apart,
            first=str(rasters[0].year),
        )
    ]


def edges_in(units: UnitPolygons, context: QgsCoordinateTransformContext) -> Callable[[str], Edges]:
    """A function: the outlines of ``units`` in a CRS given as WKT."""

    def edges_for(wkt: str) -> Edges:
        geometries = units.in_crs(QgsCoordinateReferenceSystem.fromWkt(wkt), context)
        return Edges.from_wkb([bytes(geometry.asWkb()) for geometry in geometries])

    return edges_for


def _crs_of(tiles: Sequence[QgsRasterLayer]) -> str:
    crs = tiles[0].crs()
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""
