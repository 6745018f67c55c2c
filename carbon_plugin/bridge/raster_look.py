"""A quick look at a raster: whether it may hold classes, and which codes a few of its cells have."""

from __future__ import annotations

import numpy as np
from osgeo import gdal
from qgis.core import QgsRasterLayer

_CELLS = 128  # rows and columns that are looked at
_WHOLE_NUMBERS = (gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_UInt32, gdal.GDT_Int32)


def may_hold_classes(layer: QgsRasterLayer) -> bool:
    """True for one band of whole numbers in a file."""
    if layer.providerType() != "gdal" or layer.bandCount() != 1:
        return False
    data = gdal.Open(layer.source())
    return data is not None and data.GetRasterBand(1).DataType in _WHOLE_NUMBERS


def codes_at_a_look(layer: QgsRasterLayer) -> set[int]:
    """The codes of cells spread over the raster, those without data left out; not all that it has."""
    data = gdal.Open(layer.source())  # a band does not live without it
    band = data.GetRasterBand(1)
    cells = band.ReadAsArray(buf_xsize=min(band.XSize, _CELLS), buf_ysize=min(band.YSize, _CELLS))
    return {int(code) for code in np.unique(cells)} - {band.GetNoDataValue()}
