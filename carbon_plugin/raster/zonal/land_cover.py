"""One year's land cover: a classified raster, or several that are tiles of one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from ...core.errors import InputError, raise_all
from ...core.messages import sentence
from ..bands import has_signed_bytes, open_dataset, raster_name
from ..grid import Grid

# GDAL's whole-number cells by name; 8-bit signed and 64-bit cells have no constant in the older versions
INTEGER_TYPES = {
    "Byte": "uint8", "Int8": "int8", "UInt16": "uint16", "Int16": "int16", "UInt32": "uint32", "Int32": "int32",
    "UInt64": "int64", "Int64": "int64",
}  # fmt: skip
WIDER = {"uint8": "int16", "int8": "int16", "uint16": "int32", "int16": "int32"}  # all others: int64


class SeveralBandsError(InputError):
    template = sentence("“{raster}” has {bands} bands, but a land-cover raster has one: a code for each cell.")
    remedy = sentence(
        "Save the band you mean as a raster of its own, or choose the classified raster instead of the image."
    )


class NotCodesError(InputError):
    template = sentence("“{raster}” holds numbers of type {found}, but whole-number codes of classes were expected.")
    remedy = sentence(
        "Choose the classified raster, or convert it (Raster > Conversion > Translate, output type Byte or Int16)."
    )


class TilesDifferError(InputError):
    template = sentence("“{second}” cannot be put together with “{first}”, a raster of the same year: {differences}.")
    remedy = sentence(
        "Tiles of one year share CRS and cell size, and their cells line up: warp one onto the other's grid with "
        "nearest neighbour, or give each its own year."
    )


@dataclass(frozen=True)
class Tile:
    """A file and its place in the grid of its year.

    ``column``, ``row``: of its first cell; ``dtype``: of its codes; ``nodata``: the code that stands for none, if
    any; ``masked``: True if a mask of its own says which cells hold data.
    """

    path: str
    grid: Grid
    dtype: str
    nodata: int | None
    masked: bool
    column: int = 0
    row: int = 0

    @property
    def name(self) -> str:
        """How a message calls the file."""
        return raster_name(self.path)


@dataclass(frozen=True)
class LandCover:
    """One year's codes on one grid.

    ``dtype`` holds every code of every tile and ``nodata``, which is None where every cell has a code. Of tiles that
    overlap, the first that has a code for a cell counts; files are opened by whoever reads, so this can be sent to
    another process.
    """

    name: str
    grid: Grid
    dtype: str
    nodata: int | None
    tiles: tuple[Tile, ...]


def open_land_cover(paths: Sequence[str], crs_wkt: str = "") -> LandCover:
    """The land cover of one year from its raster, or from its tiles (GDAL dataset names).

    ``crs_wkt`` stands in for the CRS that the files say, where the user has set another. Raises, all at once:
    ``RasterNotReadableError``, ``SeveralBandsError``, ``NotCodesError``, ``NotGeoreferencedError``,
    ``NoRasterCrsError``, ``RotatedGridError``; then ``TilesDifferError``.
    """
    tiles, errors = [], []
    for path in paths:
        try:
            tiles.append(_open_tile(str(path), crs_wkt))
        except InputError as error:
            errors.append(error.with_traceback(None))  # a traceback would keep the file open
    raise_all(errors)
    return _together(tiles)


def _open_tile(path: str, crs_wkt: str) -> Tile:
    name = raster_name(path)
    dataset = open_dataset(path)
    band, *others = (dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount))
    if any(other.GetColorInterpretation() != gdal.GCI_AlphaBand for other in others):
        raise SeveralBandsError(raster=name, bands=dataset.RasterCount)
    grid = Grid.from_dataset(dataset, name, crs_wkt)
    found = gdal.GetDataTypeName(band.DataType)
    if found not in INTEGER_TYPES:
        raise NotCodesError(raster=name, found=found)
    dtype = INTEGER_TYPES[found]
    if has_signed_bytes(band):
        dtype = "int8"
    masked = not band.GetMaskFlags() & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA)
    return Tile(path, grid, dtype, _code(band.GetNoDataValue(), dtype), masked)


def _code(nodata: float | None, dtype: str) -> int | None:
    """The nodata value as a code, None where no cell of this type could hold it."""
    if nodata is None or not np.isfinite(nodata) or nodata != int(nodata):
        return None
    limits = np.iinfo(dtype)
    return int(nodata) if limits.min <= nodata <= limits.max else None


def _together(tiles: Sequence[Tile]) -> LandCover:
    """The tiles on the smallest grid that holds them all."""
    first = tiles[0]
    errors = []
    for tile in tiles[1:]:
        differences = first.grid.misalignment(tile.grid)
        if differences:
            errors.append(TilesDifferError(first=first.name, second=tile.name, differences=differences))
    raise_all(errors)
    offsets = [tuple(round(shift) for shift in first.grid.offset(tile.grid)) for tile in tiles]
    left, top = min(column for column, _ in offsets), min(row for _, row in offsets)
    crs = first.grid.crs_wkt  # one text for all tiles keeps tasks short
    placed = tuple(
        replace(tile, grid=replace(tile.grid, crs_wkt=crs), column=column - left, row=row - top)
        for tile, (column, row) in zip(tiles, offsets)
    )
    x, width, _, y, _, height = first.grid.geotransform
    grid = replace(
        first.grid,
        width=max(tile.column + tile.grid.width for tile in placed),
        height=max(tile.row + tile.grid.height for tile in placed),
        geotransform=(x + left * width, width, 0.0, y + top * height, 0.0, height),
    )
    name = first.name if len(tiles) == 1 else f"{first.name} (+{len(tiles) - 1})"
    return LandCover(name, grid, *_codes(placed), placed)


def _codes(tiles: Sequence[Tile]) -> tuple[str, int | None]:
    """A type for the codes of all tiles, and the one code that stands for nodata in it.

    Where one code cannot do (a mask, tiles that differ in it, gaps between tiles without any), the type is made wider
    by a code that no file can hold.
    """
    dtype = str(np.result_type(*(tile.dtype for tile in tiles)))
    nodata = {tile.nodata for tile in tiles}
    shared = len(nodata) == 1 and not any(tile.masked for tile in tiles)
    if shared and (len(tiles) == 1 or None not in nodata):
        return dtype, nodata.pop()
    wider = WIDER.get(dtype, "int64")
    return wider, int(np.iinfo(wider).min)
