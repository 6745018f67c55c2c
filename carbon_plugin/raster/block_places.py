"""Which blocks a file has, and files of so many blocks that it costs memory to keep them open.

Once GDAL has read one block of a TIFF it knows the places of all, 16 bytes a block, until the file is closed: 10 MB for
200,000 x 200,000 cells, for each opening of each year. Opening such a file anew takes half a millisecond.
"""

from __future__ import annotations

import numpy as np
from osgeo import gdal

from .bands import RasterSource, open_dataset
from .gdal_calls import call

MANY_BLOCKS = 1 << 16  # a MiB of places

_HAS_DATA, _EMPTY = 2, 4  # GDAL_DATA_COVERAGE_STATUS_DATA and _EMPTY, which older bindings do not name


def has_many_blocks(dataset: gdal.Dataset) -> bool:
    """True for a TIFF that is better closed after each use."""
    band = dataset.GetRasterBand(1)
    blocks = count_blocks((band.XSize, band.YSize), band.GetBlockSize()) * dataset.RasterCount
    return blocks > MANY_BLOCKS and dataset.GetDriver().ShortName == "GTiff"


def count_blocks(size: tuple[int, int], block: tuple[int, int]) -> int:
    """How many blocks a band of a ``size`` has, both (cells across, cells down).

    >>> count_blocks((1000, 300), (256, 256))
    8
    """
    return -(-size[0] // block[0]) * -(-size[1] // block[1])


def is_absent(band: gdal.Band, row: int, column: int, *, height: int, width: int) -> bool:
    """True if the file has no block there, as sparse files: its cells are nodata, or 0 where there is no nodata value.

    False too where the format cannot tell.
    """
    return _coverage(band, column, row, width, height, _HAS_DATA) == _EMPTY


def _coverage(band: gdal.Band, *window_and_stop: int) -> int:
    """GDAL's flags of a window: left, top, width, height; then which flag is enough to stop at, 0 for none.

    What GDAL fails to tell may hold data: whoever reads it will say what is wrong.
    """
    answer, _ = call(band.GetDataCoverageStatus, *window_and_stop)
    flags = answer[0] if isinstance(answer, (list, tuple)) else answer
    return _HAS_DATA if flags is None else flags


class Blocks:
    """Where a band has blocks; open as long as this lives, or looked at once where there are many. For one thread."""

    def __init__(self, source: RasterSource, band: int = 1):
        dataset = open_dataset(source)
        self._number = band
        self._map = _BlockMap(dataset.GetRasterBand(band)) if has_many_blocks(dataset) else None
        self._dataset = None if self._map else dataset

    def is_absent(self, row: int, column: int, *, height: int, width: int) -> bool:
        """True if the file has no block for a window, as ``is_absent``."""
        place = {"height": height, "width": width}
        if self._map:
            return self._map.is_absent(row, column, **place)
        return is_absent(self._dataset.GetRasterBand(self._number), row, column, **place)


class _BlockMap:
    """A bit for each block of a band: whether it may be there."""

    def __init__(self, band: gdal.Band):
        self._width, self._height = band.GetBlockSize()
        self._bits = np.packbits(self._find_blocks(band), axis=1)

    def is_absent(self, row: int, column: int, *, height: int, width: int) -> bool:
        rows = slice(row // self._height, -(-(row + height) // self._height))
        columns = slice(column // self._width, -(-(column + width) // self._width))
        return not np.unpackbits(self._bits[rows], axis=1)[:, columns].any()

    def _find_blocks(self, band: gdal.Band) -> np.ndarray:
        """True (rows, columns of blocks) where there is one: by rows of blocks, and halves of those that have some."""
        across, down = -(-band.XSize // self._width), -(-band.YSize // self._height)
        found = np.zeros((down, across), bool)
        for number in range(down):
            top = number * self._height
            height = min(self._height, band.YSize - top)
            parts = [(0, across)]
            while parts:
                first, last = parts.pop()
                left, right = first * self._width, min(last * self._width, band.XSize)
                flags = _coverage(band, left, top, right - left, height, 0)
                if flags == _EMPTY:
                    continue
                if flags & _EMPTY and last - first > 1:
                    middle = (first + last) // 2
                    parts += [(first, middle), (middle, last)]
                else:
                    found[number, first:last] = True
        return found
