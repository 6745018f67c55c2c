"""Raster layers as GDAL datasets, and unit outlines in their coordinate reference systems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsRaster,
    QgsRasterLayer,
    QgsRasterRange,
)

from ..core.errors import InputError, kept, raise_all
from ..core.messages import Message, note, sentence
from ..core.tables.years import name_of_band, years_of
from ..core.values import quoted
from ..raster.bands import NodataSetting, RasterSource
from ..raster.cells.series import RasterSeries, open_series
from ..raster.gdal_calls import call
from ..raster.nodata_look import find_nodata_not_said, remarks_on_nodata_not_said
from ..raster.zonal.grid_years import YearRaster
from ..raster.zonal.land_cover import open_land_covers
from .sources import file_of

_OPTIONS = "|option:"
_KEEP_STATISTICS = "GDAL_PAM_ENABLED"


class NotARasterError(InputError):
    template = sentence("“{layer}” is no raster, or holds several of which none is chosen.")
    remedy = sentence('Choose one variable of the file as a raster layer, such as NETCDF:"file.nc":npp.')


class NotAFileError(InputError):
    template = sentence("“{raster}” comes from a service ({provider}), but files were expected.")
    remedy = sentence("Save it as GeoTIFF with its codes, then choose that.")


def land_cover_of_years(layers: Sequence[QgsRasterLayer], years: Sequence[int]) -> list[YearRaster]:
    """The land cover of every year, years rising; several layers of one year are its tiles, one a CRS that they have.

    What the user has set for a layer wins over the file: its CRS, what is no data, options for opening. Raises, all
    at once, ``NotAFileError`` and the errors of ``open_land_covers``.
    """
    errors: list[InputError] = _find_strangers(layers)
    rasters: list[YearRaster] = []
    for year in sorted(set(years)):
        tiles = [layer for layer, of_year in zip(layers, years) if of_year == year and _is_file(layer)]
        try:
            land_covers = open_land_covers([source_of_layer(layer) for layer in tiles])
        except InputError as error:
            errors += kept(error)
        else:
            rasters += [YearRaster(year, land_cover) for land_cover in land_covers]
    raise_all(errors)
    return rasters


def raster_series(layers: Sequence[QgsRasterLayer], years: Sequence[int]) -> RasterSeries:
    """The series of ``layers``, one a year, or of the bands of the only layer.

    What the user has set for a layer wins over the file: its CRS, what is no data, options for opening. Raises, all
    at once, ``NotAFileError``; then the errors of ``open_series``.
    """
    raise_all(_find_strangers(layers))
    return open_series([source_of_layer(layer) for layer in layers], years)


def years_of_series(layers: Sequence[QgsRasterLayer], text: str) -> tuple[list[str], list[int]]:
    """Names and years of ``layers``, or of the bands where there is only one layer; ``text`` as of ``years_of``.

    GDAL takes the last of four bytes for an image's opacity: it is a year where it is called or given one.

    Raises the errors of ``years_of``.
    """
    if len(layers) > 1 or layers[0].bandCount() == 1:
        names = [full_name(layer) for layer in layers]
        return names, years_of(names, text)
    layer = layers[0]
    bands = range(1, layer.bandCount() + 1)
    calendar = _calendar_of(layer)
    every = [name_of_band(layer.bandName(band), calendar) for band in bands]
    opaque = [
        name
        for band, name in zip(bands, every)
        if layer.dataProvider().colorInterpretation(band) != QgsRaster.ColorInterpretation.AlphaBand
    ]
    try:
        return every, years_of(every, text)
    except InputError:
        return opaque, years_of(opaque, text)


def full_name(layer: QgsRasterLayer) -> str:
    """The layer's name; that of its file where the name is only its beginning up to a point, as QGIS calls a path."""
    path = file_of(layer)
    if path is None or "." not in path.stem:
        return layer.name()
    beginnings = {path.stem[:place] for place, sign in enumerate(path.stem) if sign == "."}
    return path.stem if layer.name() in beginnings else layer.name()


def source_of_layer(layer: QgsRasterLayer) -> RasterSource:
    """What GDAL opens, and what the layer's properties say beside it."""
    path, *options = layer.source().split(_OPTIONS)
    crs = layer.crs()
    crs_wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""
    provider = layer.dataProvider()
    nodata = [
        NodataSetting(
            band,
            not provider.sourceHasNoDataValue(band) or provider.useSourceNoDataValue(band),
            tuple(_ends_of(one) for one in provider.userNoDataValues(band)),
        )
        for band in range(1, layer.bandCount() + 1)
    ]
    changed = tuple(setting for setting in nodata if setting.ranges or not setting.own)
    return RasterSource(path, tuple(options), crs_wkt, changed)


def remarks_on_nodata(layers: Sequence[QgsRasterLayer]) -> list[Message]:
    """A note where what is no data comes from layers' properties and not from their files.

    Warnings where a raster holds as a value what is no data in another.
    """
    sources = [source_of_layer(layer) for layer in layers if _is_file(layer)]
    names = [layer.name() for layer in layers if _is_file(layer) and source_of_layer(layer).nodata]
    remarks = remarks_on_nodata_not_said(find_nodata_not_said(sources))
    if not names:
        return remarks
    template = "What is no data in {layers} is as set in the layers' properties, not as in their files."
    return [note("nodata-of-layer", template, layers=quoted(names)), *remarks]


def find_spoilt_by_nodata(layers: Sequence[QgsRasterLayer]) -> list[InputError]:
    """``NodataNotSaidError`` for each raster of a series of which values stand for no data beyond doubt."""
    found = find_nodata_not_said([source_of_layer(layer) for layer in layers])
    return [one.error() for one in found if one.is_far]


def _ends_of(one: QgsRasterRange) -> tuple[float, float]:
    """The lowest and the highest number of a range, both included."""
    lowest = -np.inf if np.isnan(one.min()) else one.min()
    highest = np.inf if np.isnan(one.max()) else one.max()
    bounds = QgsRasterRange.BoundsType
    if one.bounds() in (bounds.IncludeMax, bounds.Exclusive):
        lowest = float(np.nextafter(lowest, np.inf))
    if one.bounds() in (bounds.IncludeMin, bounds.Exclusive):
        highest = float(np.nextafter(highest, -np.inf))
    return lowest, highest


def _is_file(layer: QgsRasterLayer) -> bool:
    return layer.providerType() == "gdal"


def _find_strangers(layers: Sequence[QgsRasterLayer]) -> list[InputError]:
    strangers = [layer for layer in layers if not _is_file(layer)]
    return [NotAFileError(raster=layer.name(), provider=layer.providerType()) for layer in strangers]


def as_raster(layer: QgsMapLayer) -> QgsRasterLayer:
    """The layer, opened as a raster where QGIS took a file that may be several things for something else.

    Raises ``NotARasterError``.
    """
    if isinstance(layer, QgsRasterLayer):
        return layer
    raster = QgsRasterLayer(layer.source().split("|")[0], layer.name())
    if not raster.isValid() or not raster.bandCount():
        raise NotARasterError(layer=layer.name())
    return raster


def _calendar_of(layer: QgsRasterLayer) -> str:
    """The calendar in which the times of a file's bands are counted; '' where it is the usual one."""
    dataset, _ = call(gdal.Open, source_of_layer(layer).path) if _is_file(layer) else (None, "")
    if dataset is None:
        return ""
    found = [value for key, value in dataset.GetMetadata().items() if key.endswith("#calendar")]
    return found[0] if found else ""


def open_written(path: str) -> QgsRasterLayer:
    """A raster layer over a file that was just written, without a file of statistics beside it.

    QGIS computes them for the grey ramp that a new layer begins with, and GDAL would keep them.
    """
    set_option = getattr(gdal, "SetThreadLocalConfigOption", gdal.SetConfigOption)  # the former since GDAL 3.5
    before = gdal.GetConfigOption(_KEEP_STATISTICS)
    set_option(_KEEP_STATISTICS, "NO")
    try:
        return QgsRasterLayer(path, Path(path).stem)
    finally:
        set_option(_KEEP_STATISTICS, before)


def typical_size(path: str, percent: float = 90.0, side: int = 500) -> float:
    """The size that ``percent`` of the cells of a raster that are not 0 stay below, signs disregarded; 0 without any.

    Looks at ``side`` x ``side`` cells spread over the raster at most.
    """
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(1)
    shape = {"buf_xsize": min(side, dataset.RasterXSize), "buf_ysize": min(side, dataset.RasterYSize)}
    sizes = np.abs(band.ReadAsArray(**shape)).ravel()
    sizes = sizes[np.isfinite(sizes) & (sizes > 0)]
    return float(np.percentile(sizes, percent)) if len(sizes) else 0.0
