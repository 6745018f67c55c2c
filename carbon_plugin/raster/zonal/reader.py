"""Windows of a year's codes, put together from its tiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from ...core.messages import sentence
from ..bands import open_dataset, read_band
from ..block_places import Blocks, has_many_blocks
from ..errors import RasterError
from .land_cover import OWN_MASK, LandCover, Tile


class NotWholeCodesError(RasterError):
    template = sentence(
        "“{raster}” holds real numbers of type {found}, among them {value} (row {row}, column {column}), but "
        "whole-number codes of classes were expected."
    )
    remedy = sentence("Choose the classified raster, not measurements such as elevation.")


@dataclass(frozen=True)
class Disagreement:
    """Where two tiles of a year have different codes for the same cells.

    ``first``, ``second``: the tiles' places in the list, the first counts; ``top``, ``left``: of the part of the grid
    that both cover in a window; ``cells`` (rows, columns): True where they differ.
    """

    first: int
    second: int
    top: int
    left: int
    cells: np.ndarray


class LandCoverReader:
    """Open files of one year, for one thread. Use it in a ``with`` statement: leaving it closes the files.

    ``check`` is called before a file is looked at for its blocks, and may raise.
    """

    def __init__(self, land_cover: LandCover, check: Callable[[], None] = lambda: None):
        self._land_cover, self._check = land_cover, check
        self._datasets: dict[Tile, gdal.Dataset] = {}
        self._blocks: dict[Tile, Blocks] = {}
        self._absent: dict[Tile, int] = {}  # the code of cells that have no block in the file

    def __enter__(self) -> LandCoverReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._datasets.clear()
        self._blocks.clear()

    def read(self, row: int, column: int, codes: np.ndarray) -> list[Disagreement]:
        """Fill ``codes`` (rows, columns) with the window whose first cell is (``row``, ``column``).

        ``codes`` may be of a wider type than the land cover. Returns where tiles that overlap differ. Raises
        ``RasterDamagedError``, ``NotWholeCodesError``.
        """
        height, width = codes.shape
        every = self._land_cover.tiles
        places = [place for place, tile in enumerate(every) if _meets(tile, row, column, height, width)]
        if len(places) == 1:
            tile = every[places[0]]
            if self._holds_final_codes(tile, codes) and _contains(tile, row, column, height, width):
                self._read_tile(tile, row - tile.row, column - tile.column, codes)
                return []
        if self._land_cover.nodata is not None:
            codes.fill(self._land_cover.nodata)
        parts: list[_Part] = []
        for place in reversed(places):  # the first listed is written last, over the others
            part = self._part(place, row, column, codes.shape)
            rows = slice(part.top - row, part.top - row + part.codes.shape[0])
            columns = slice(part.left - column, part.left - column + part.codes.shape[1])
            np.copyto(codes[rows, columns], part.codes, where=part.valid)
            parts.insert(0, part)
        return _disagreements(parts)

    def constant(self, row: int, column: int, *, height: int, width: int) -> int | None:
        """The one code of a window for which no file has a block; None where a file has one, or may have.

        Raises ``RasterDamagedError``, ``NotWholeCodesError``.
        """
        tiles = [tile for tile in self._land_cover.tiles if _meets(tile, row, column, height, width)]
        if not tiles:
            return self._land_cover.nodata
        tile, *others = tiles
        if others or tile.mask or not _contains(tile, row, column, height, width):
            return None
        if tile not in self._blocks:
            self._check()
            self._blocks[tile] = Blocks(tile.source)
        if not self._blocks[tile].is_absent(row - tile.row, column - tile.column, height=height, width=width):
            return None
        if tile not in self._absent:
            cell = np.empty((1, 1), self._land_cover.dtype)
            self.read(row, column, cell)
            self._absent[tile] = int(cell[0, 0])
        return self._absent[tile]

    def _opened(self, tile: Tile) -> gdal.Dataset:
        """The file, which whoever asks keeps open where it has many blocks."""
        if tile in self._datasets:
            return self._datasets[tile]
        dataset = open_dataset(tile.source)
        if not has_many_blocks(dataset):
            self._datasets[tile] = dataset
        return dataset

    def _holds_final_codes(self, tile: Tile, codes: np.ndarray) -> bool:
        """True if GDAL can write the tile's cells straight into ``codes``."""
        known = tile.dtype != "int8" and (codes.dtype != np.int64 or tile.dtype == "int64")  # to all versions of GDAL
        own_nodata = tile.nodata in (None, self._land_cover.nodata)
        return known and own_nodata and not (tile.has_holes or tile.real)

    def _part(self, place: int, row: int, column: int, shape: tuple[int, int]) -> _Part:
        """What the tile at ``place`` in the list has of the window."""
        tile = self._land_cover.tiles[place]
        top, left = max(row, tile.row), max(column, tile.column)
        bottom = min(row + shape[0], tile.row + tile.grid.height)
        right = min(column + shape[1], tile.column + tile.grid.width)
        own = top - tile.row, left - tile.column
        found = np.empty((bottom - top, right - left), tile.real.lower() or tile.dtype)
        self._read_tile(tile, *own, found)
        outside = np.zeros(found.shape, bool)
        for lowest, highest in tile.ranges:
            outside |= (found >= lowest) & (found <= highest)
        if tile.mask:
            mask = np.empty(found.shape, np.uint8 if tile.mask == OWN_MASK else np.float32)  # opacity may be 0.2
            self._read_tile(tile, *own, mask, tile.mask)
            outside |= ~(mask > 0)
        if tile.real:
            found = _whole(found, tile, outside, own)
        valid = ~outside if tile.nodata is None else (found != tile.nodata) & ~outside
        return _Part(place, top, left, found, valid)

    def _read_tile(self, tile: Tile, row: int, column: int, cells: np.ndarray, mask: int = 0) -> None:
        """Fill ``cells`` from the tile's own row and column on; ``mask``: with what says where there is data."""
        dataset = self._opened(tile)  # a band does not live without it
        band = dataset.GetRasterBand(max(mask, 1))
        if mask == OWN_MASK:
            band = band.GetMaskBand()
        elif not mask and tile.dtype == "int8" and band.DataType == gdal.GDT_Byte:
            cells = cells.view(np.uint8)  # before GDAL 3.7 signed bytes come as bare bytes
        height, width = cells.shape
        read_band(band, tile.name, row, column=column, cells=cells)
        if _is_whole_blocks(row, height, tile.grid.block_height, tile.grid.height) and _is_whole_blocks(
            column, width, tile.grid.block_width, tile.grid.width
        ):
            band.FlushCache()  # nobody needs these blocks again, and GDAL's cache may grow to a share of all memory


@dataclass(frozen=True)
class _Part:
    """What a tile, by its ``place`` in the list, has of a window: ``codes``, and where they are ``valid``."""

    place: int
    top: int
    left: int
    codes: np.ndarray
    valid: np.ndarray


def _disagreements(parts: Sequence[_Part]) -> list[Disagreement]:
    """Each two of the parts that have different codes somewhere, in the order of the list."""
    found = []
    for number, first in enumerate(parts):
        for second in parts[number + 1 :]:
            top, left = max(first.top, second.top), max(first.left, second.left)
            bottom = min(part.top + part.codes.shape[0] for part in (first, second))
            right = min(part.left + part.codes.shape[1] for part in (first, second))
            if top >= bottom or left >= right:
                continue
            one, other = (
                (slice(top - part.top, bottom - part.top), slice(left - part.left, right - part.left))
                for part in (first, second)
            )
            cells = first.codes[one] != second.codes[other]
            cells &= first.valid[one] & second.valid[other]
            if cells.any():
                found.append(Disagreement(first.place, second.place, top, left, cells))
    return found


def _whole(found: np.ndarray, tile: Tile, outside: np.ndarray, own: tuple[int, int]) -> np.ndarray:
    """Real numbers as codes, the tile's nodata where there is none.

    ``own``: row and column of the tile at which ``found`` begins. Raises ``NotWholeCodesError``.
    """
    none = outside | np.isnan(found)
    if tile.real_nodata is not None:
        none |= found == found.dtype.type(tile.real_nodata)
    codes = np.where(none, 0, found)
    limits = np.iinfo(tile.dtype)
    wrong = (codes != np.rint(codes)) | (codes <= limits.min) | (codes > limits.max)
    if wrong.any():
        row, column = (int(place[0]) for place in np.nonzero(wrong))
        raise NotWholeCodesError(
            raster=tile.name,
            found=tile.real,
            value=float(codes[row, column]),
            row=own[0] + row + 1,
            column=own[1] + column + 1,
        )
    return np.where(none, tile.nodata, codes).astype(tile.dtype)


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
