"""A quick look at a raster: whether it may hold classes, which codes a few of its cells have; and QGIS's own look."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from osgeo import gdal
from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QThread

from ..raster.block_places import MANY_BLOCKS, count_blocks

_WINDOWS, _CELLS = 4, 64  # so many windows in either direction, each with so many rows and columns
_FEW = 1_000_000  # cells that are all looked at
_WHOLE_NUMBERS = (gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_UInt32, gdal.GDT_Int32)


def may_hold_classes(layer: QgsRasterLayer) -> bool:
    """True for one band of whole numbers in a file."""
    if layer.providerType() != "gdal" or layer.bandCount() != 1:
        return False
    data = gdal.Open(layer.source())
    return data is not None and data.GetRasterBand(1).DataType in _WHOLE_NUMBERS


def codes_at_a_look(layer: QgsRasterLayer) -> set[int]:
    """The codes of cells spread over the raster, those without data left out; of a large one not all that it has."""
    data = gdal.Open(layer.source())  # a band does not live without it
    band = data.GetRasterBand(1)
    codes: set[int] = set()
    for left, top, width, height in _windows(band.XSize, band.YSize):
        cells = band.ReadAsArray(left, top, width, height)
        codes |= set() if cells is None else {int(code) for code in np.unique(cells)}
    return codes - {band.GetNoDataValue()}


def let_go_of_blocks(layers: Iterable[QgsMapLayer]) -> None:
    """Close the files of rasters of many blocks that QGIS has opened, and open them again.

    It has looked at cells here and there for the looks of a layer, and GDAL would keep the places of all blocks as long
    as the layer lives. Layers of other threads are left alone.
    """
    for layer in layers:
        if layer.thread() != QThread.currentThread() or layer.providerType() != "gdal":
            continue
        file = layer.dataProvider()
        block = max(file.xBlockSize(), 1), max(file.yBlockSize(), 1)
        if count_blocks((file.xSize(), file.ySize()), block) > MANY_BLOCKS:
            file.reloadData()


def _windows(width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of the windows that are read."""
    if width * height <= _FEW:
        return [(0, 0, width, height)]
    across, down = min(width, _CELLS), min(height, _CELLS)
    lefts = np.linspace(0, width - across, _WINDOWS + 2).astype(int)[1:-1]
    tops = np.linspace(0, height - down, _WINDOWS + 2).astype(int)[1:-1]
    return [(int(left), int(top), across, down) for left in lefts for top in tops]
