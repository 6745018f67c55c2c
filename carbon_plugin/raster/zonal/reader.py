"""Windows of a year's codes, put together from its tiles."""

from __future__ import annotations

import numpy as np
from osgeo import gdal

from ..bands import open_dataset, read_band
from .land_cover import LandCover, Tile


class LandCoverReader:
    """Open files of one year, for one thread. Use it in a ``with`` statement: leaving it closes the files."""

    def __init__(self, land_cover: LandCover):
        self._land_cover = land_cover
        self._datasets: dict[Tile, gdal.Dataset] = {}

    def __enter__(self) -> LandCoverReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._datasets.clear()

    def read(self, row: int, column: int, codes: np.ndarray) -> None:
        """Fill ``codes`` (rows, columns) with the window whose first cell is (``row``, ``column``).

        ``codes`` may be of a wider type than the land cover. Raises ``RasterDamagedError``.
        """
        height, width = codes.shape
        tiles = [tile for tile in self._land_cover.tiles if _meets(tile, row, column, height, width)]
        if (
            len(tiles) == 1
            and self._holds_final_codes(tiles[0], codes)
            and _contains(tiles[0], row, column, height, width)
        ):
            self._read_tile(tiles[0], row - tiles[0].row, column - tiles[0].column, codes)
            return
        if self._land_cover.nodata is not None:
            codes.fill(self._land_cover.nodata)
        for tile in reversed(tiles):  # the first listed is written last, over the others
            self._lay(tile, row, column, codes)

    def _holds_final_codes(self, tile: Tile, codes: np.ndarray) -> bool:
        """True if GDAL can write the tile's cells straight into ``codes``."""
        known = tile.dtype != "int8" and (codes.dtype != np.int64 or tile.dtype == "int64")  # to all versions of GDAL
        return known and not tile.masked and tile.nodata in (None, self._land_cover.nodata)

    def _lay(self, tile: Tile, row: int, column: int, codes: np.ndarray) -> None:
        """Write the tile's valid cells over what ``codes`` holds of them."""
        top, left = max(row, tile.row), max(column, tile.column)
        bottom = min(row + codes.shape[0], tile.row + tile.grid.height)
        right = min(column + codes.shape[1], tile.column + tile.grid.width)
        place = top - tile.row, left - tile.column
        found = np.empty((bottom - top, right - left), tile.dtype)
        self._read_tile(tile, *place, found)
        valid = np.ones(found.shape, bool) if tile.nodata is None else found != tile.nodata
        if tile.masked:
            mask = np.empty(found.shape, np.uint8)
            self._read_tile(tile, *place, mask, mask=True)
            valid &= mask != 0
        np.copyto(codes[top - row : bottom - row, left - column : right - column], found, where=valid)

    def _read_tile(self, tile: Tile, row: int, column: int, cells: np.ndarray, mask: bool = False) -> None:
        """Fill ``cells`` from the tile's own row and column on."""
        if tile not in self._datasets:
            self._datasets[tile] = open_dataset(tile.path)
        band = self._datasets[tile].GetRasterBand(1)
        if mask:
            band = band.GetMaskBand()
        elif tile.dtype == "int8" and band.DataType == gdal.GDT_Byte:
            cells = cells.view(np.uint8)  # before GDAL 3.7 signed bytes come as bare bytes
        height, width = cells.shape
        read_band(band, tile.name, row, column, cells)
        if _is_whole_blocks(row, height, tile.grid.block_height, tile.grid.height) and _is_whole_blocks(
            column, width, tile.grid.block_width, tile.grid.width
        ):
            band.FlushCache()  # nobody needs these blocks again, and GDAL's cache may grow to a share of all memory


def _meets(tile: Tile, row: int, column: int, height: int, width: int) -> bool:
    return (
        tile.row < row + height
        and row < tile.row + tile.grid.height
        and tile.column < column + width
        and column < tile.column + tile.grid.width
    )


def _contains(tile: Tile, row: int, column: int, height: int, width: int) -> bool:
    return (
        tile.row <= row
        and row + height <= tile.row + tile.grid.height
        and tile.column <= column
        and column + width <= tile.column + tile.grid.width
    )


def _is_whole_blocks(start: int, length: int, block: int, size: int) -> bool:
    """True if the window ends where blocks end, so that no later window shares a block with it."""
    stop = start + length
    return start % block == 0 and (stop % block == 0 or stop == size)
