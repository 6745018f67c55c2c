"""One year's land cover: a classified raster, or several that are tiles of one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from ...core.errors import InputError, kept, raise_all
from ...core.messages import sentence
from ..bands import NodataSetting, RasterSource, has_signed_bytes, open_dataset, source_of
from ..grid import Grid, same_crs
from .stored_codes import check_codes_are_stored

# GDAL's whole-number cells by name; 8-bit signed and 64-bit cells have no constant in the older versions
INTEGER_TYPES = {
    "Byte": "uint8", "Int8": "int8", "UInt16": "uint16", "Int16": "int16", "UInt32": "uint32", "Int32": "int32",
    "UInt64": "int64", "Int64": "int64",
}  # fmt: skip
REAL_TYPES = frozenset({"Float32", "Float64"})  # a text grid of codes is read as such
REAL_CODES = "int32"  # what whole numbers among them are taken as; its lowest stands for none
OWN_MASK = -1  # of a band, beside the nodata value
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
    any; ``ranges``: (lowest, highest) of codes that stand for none too, both included; ``mask``: what says which cells
    hold data, ``OWN_MASK`` or the number of an opacity band, 0 if nothing does; ``real``: GDAL's name of the type
    where the codes are real numbers, '' else; ``real_nodata``: the number that stands for none among them.
    """

    source: RasterSource
    grid: Grid
    dtype: str
    nodata: int | None
    mask: int = 0
    ranges: tuple[tuple[float, float], ...] = ()
    real: str = ""
    real_nodata: float | None = None
    column: int = 0
    row: int = 0

    @property
    def name(self) -> str:
        """How a message calls the file."""
        return self.source.name

    @property
    def has_holes(self) -> bool:
        """True if cells may be without a code for another reason than that they hold ``nodata``."""
        return bool(self.mask or self.ranges)


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


def open_land_cover(rasters: Sequence[str | RasterSource]) -> LandCover:
    """The land cover of one year from its raster, or from its tiles in one CRS (GDAL dataset names, or sources).

    Raises the errors of ``open_land_covers``, and ``TilesDifferError`` where tiles have different CRS.
    """
    tiles = _open_tiles(rasters)
    return _together(tiles)


def open_land_covers(rasters: Sequence[str | RasterSource]) -> list[LandCover]:
    """The land cover of one year from its raster or its tiles, one for each CRS in which there are tiles.

    Raises, all at once: ``RasterNotReadableError``, ``SeveralBandsError``, ``NotCodesError``,
    ``ChangedCodesError``, ``ScaledCodesError``, ``NotGeoreferencedError``, ``NoRasterCrsError``, ``CellSizeError``,
    ``RotatedGridError``; then ``TilesDifferError``.
    """
    by_crs: list[list[Tile]] = []
    for tile in _open_tiles(rasters):
        alike = next((tiles for tiles in by_crs if same_crs(tiles[0].grid.crs_wkt, tile.grid.crs_wkt)), None)
        if alike is None:
            by_crs.append([tile])
        else:
            alike.append(tile)
    return [_together(tiles) for tiles in by_crs]


def _open_tiles(rasters: Sequence[str | RasterSource]) -> list[Tile]:
    tiles, errors = [], []
    for raster in rasters:
        try:
            tiles.append(_open_tile(source_of(raster)))
        except InputError as error:
            errors += kept(error)
    raise_all(errors)
    return tiles


def _open_tile(source: RasterSource) -> Tile:
    dataset = open_dataset(source)
    band, *others = (dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount))
    opacity = [other.GetBand() for other in others if other.GetColorInterpretation() == gdal.GCI_AlphaBand]
    if len(opacity) < len(others):
        raise SeveralBandsError(raster=source.name, bands=dataset.RasterCount)
    grid = Grid.from_dataset(dataset, source.name, source.crs_wkt)
    found = gdal.GetDataTypeName(band.DataType)
    setting = source.nodata_of(1)
    nodata = band.GetNoDataValue() if setting.own else None
    mask = opacity[0] if opacity else 0
    if not band.GetMaskFlags() & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA | gdal.GMF_ALPHA):
        mask = OWN_MASK
    ranges = _ranges(setting, band)
    if found in REAL_TYPES | INTEGER_TYPES.keys():
        check_codes_are_stored(dataset, source.name)
    if found in REAL_TYPES:
        lowest = int(np.iinfo(REAL_CODES).min)
        return Tile(source, grid, REAL_CODES, lowest, mask, ranges, found, nodata)
    if found not in INTEGER_TYPES:
        raise NotCodesError(raster=source.name, found=found)
    dtype = "int8" if has_signed_bytes(band) else INTEGER_TYPES[found]
    return Tile(source, grid, dtype, _code(nodata, dtype), mask, ranges)


def _ranges(setting: NodataSetting, band: gdal.Band) -> tuple[tuple[float, float], ...]:
    """The ranges of a setting in the file's own numbers."""
    scale, offset = band.GetScale() or 1.0, band.GetOffset() or 0.0
    ends = (((lowest - offset) / scale, (highest - offset) / scale) for lowest, highest in setting.ranges)
    return tuple((min(pair), max(pair)) for pair in ends)


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
    shared = len(nodata) == 1 and (nodata != {None} or not any(tile.has_holes for tile in tiles))
    if shared and (len(tiles) == 1 or None not in nodata):
        return dtype, nodata.pop()
    wider = WIDER.get(dtype, "int64")
    return wider, int(np.iinfo(wider).min)
