"""Where the files of a series have blocks at all: the rest of a sparse raster need not be read to know it is empty."""

from __future__ import annotations

from osgeo import gdal

from ...core.trend.trend_classes import MINIMUM_LENGTH
from ..bands import is_absent, open_dataset
from .series import Layer, RasterSeries


class Coverage:
    """Open files of a series, for one thread; ``close`` lets them go."""

    def __init__(self, series: RasterSeries):
        self._layers = series.layers
        self._datasets: dict[Layer, gdal.Dataset] = {}

    def close(self) -> None:
        """Close the files."""
        self._datasets.clear()

    def is_empty(self, row: int, column: int, *, height: int, width: int) -> bool:
        """True where no cell of a window can have three values. Raises ``RasterNotReadableError``."""
        found = 0
        for layer in self._layers:
            found += self._may_have_values(layer, row, column, height=height, width=width)
            if found == MINIMUM_LENGTH:
                return False
        return True

    def _may_have_values(self, layer: Layer, row: int, column: int, *, height: int, width: int) -> bool:
        if layer not in self._datasets:
            self._datasets[layer] = open_dataset(layer.source)
        band = self._datasets[layer].GetRasterBand(layer.band)
        is_nodata = band.GetMaskFlags() & gdal.GMF_NODATA and layer.source.nodata_of(layer.band).own
        return not is_nodata or not is_absent(band, row, column, height=height, width=width)
