"""Where the files of a series have blocks at all: the rest of a sparse raster need not be read to know it is empty."""

from __future__ import annotations

from collections.abc import Callable

from osgeo import gdal

from ...core.trend.trend_classes import MINIMUM_LENGTH
from ..bands import open_dataset
from ..block_places import Blocks
from .series import Layer, RasterSeries


class Coverage:
    """Blocks of the files of a series, for one thread; ``close`` lets them go.

    ``check`` is called before a file is looked at, and may raise.
    """

    def __init__(self, series: RasterSeries, check: Callable[[], None] = lambda: None):
        self._layers, self._check = series.layers, check
        self._blocks: dict[Layer, Blocks | None] = {}

    def close(self) -> None:
        """Close the files."""
        self._blocks.clear()

    def is_empty(self, row: int, column: int, *, height: int, width: int) -> bool:
        """True where no cell of a window can have three values. Raises ``RasterNotReadableError``."""
        found = 0
        for layer in self._layers:
            found += self._may_have_values(layer, row, column, height=height, width=width)
            if found == MINIMUM_LENGTH:
                return False
        return True

    def _may_have_values(self, layer: Layer, row: int, column: int, *, height: int, width: int) -> bool:
        if layer not in self._blocks:
            self._check()
            self._blocks[layer] = _blocks_without_data(layer)
        blocks = self._blocks[layer]
        return blocks is None or not blocks.is_absent(row, column, height=height, width=width)


def _blocks_without_data(layer: Layer) -> Blocks | None:
    """Blocks of a layer whose cells have no data where there is none; None if they may have."""
    dataset = open_dataset(layer.source)
    is_nodata = dataset.GetRasterBand(layer.band).GetMaskFlags() & gdal.GMF_NODATA
    return Blocks(layer.source, layer.band) if is_nodata and layer.source.nodata_of(layer.band).own else None
