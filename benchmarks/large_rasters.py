"""Rasters of any size in small files: the blocks of a small picture, pointed to again and again.

A TIFF names the place of every block. Where many names point to one block, a raster of 40,000 x 40,000 cells is a file
of a megabyte, and whoever reads it decodes every cell all the same. Blocks that are left out are absent, as in any
sparse GeoTIFF. Everything follows from a seed.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
SEED = 20250101
CELL, WEST, NORTH = 30.0, 1.0e6, 6.0e6
CRS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80 +units=m +no_defs"
CODES, SHARES = (1, 2, 3, 4, 5, 6, 7, 8, 9), (0.31, 0.22, 0.12, 0.10, 0.08, 0.06, 0.05, 0.04, 0.02)
PATCH, BASE = 4, 2048  # cells along a side of a patch, and of the picture that is repeated
KINDS = 3  # pictures of years: years between them repeat
_WIDTH, _HEIGHT = 256, 257  # tags of a TIFF
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 12: 8, 16: 8}  # bytes of a TIFF type


def series(
    folder: Path, width: int, height: int, years: int, *, strips: int = 0, keep: tuple[int, int] | None = None
) -> list[Path]:
    """``years`` rasters ``lc_<year>.tif`` of ``width`` x ``height`` cells, made unless they are there.

    ``strips``: rows of a strip; 0 for tiles of 256 x 256. ``keep``: only the blocks of these first rows and columns of
    blocks are there, and as many in the middle; all if None.
    """
    sparse = f"_sparse_{keep[0]}x{keep[1]}" if keep else ""
    folder = folder / f"{width}x{height}_{f'strips{strips}' if strips else 'tiles'}{sparse}"
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for number in range(years):
        path, kind = folder / f"lc_{2000 + number}.tif", folder / f"kind_{number % KINDS}.tif"
        if not kind.exists():
            _make(kind, width, height, number % KINDS, strips, keep)
        if not path.exists():
            os.link(kind, path)
        found.append(path)
    return found


def crs() -> osr.SpatialReference:
    """That of all rasters, true to area."""
    found = osr.SpatialReference()
    found.SetFromUserInput(CRS)
    return found


def _make(path: Path, width: int, height: int, kind: int, strips: int, keep: tuple[int, int] | None) -> None:
    small = path.with_suffix(".small.tif")
    columns, rows = (width, strips * 4) if strips else (BASE, BASE)
    options = ["COMPRESS=LZW", *([f"BLOCKYSIZE={strips}"] if strips else ["TILED=YES"])]
    dataset = gdal.GetDriverByName("GTiff").Create(str(small), columns, rows, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((WEST, CELL, 0.0, NORTH, 0.0, -CELL))
    dataset.SetSpatialRef(crs())
    dataset.GetRasterBand(1).SetNoDataValue(0)
    shape = -(-rows // PATCH), -(-columns // PATCH)
    patches = np.random.default_rng(SEED).choice(np.array(CODES, np.uint8), shape, p=SHARES)
    chance = np.random.default_rng(SEED + 1 + kind)
    changed = chance.random(shape) < 0.03 * kind
    patches[changed] = chance.choice(np.array(CODES, np.uint8), int(changed.sum()), p=SHARES)
    cells = np.kron(patches, np.ones((PATCH, PATCH), np.uint8))[:rows, :columns]
    dataset.GetRasterBand(1).WriteArray(cells)
    del dataset
    middle = (height // (strips or 256) // 2, 0 if strips else width // 256 // 2)

    def is_kept(row: int, column: int) -> bool:
        return keep is None or any(
            0 <= row - first[0] < keep[0] and 0 <= column - first[1] < keep[1] for first in ((0, 0), middle)
        )

    repeat(small, path, width, height, is_kept=is_kept)
    small.unlink()


def repeat(
    small: Path, target: Path, width: int, height: int, *, is_kept: Callable[[int, int], bool] = lambda *_: True
) -> None:
    """A BigTIFF ``target`` of the blocks of the TIFF ``small``, over and over.

    ``is_kept``: whether the block of a row and column of blocks is there.
    """
    content = small.read_bytes()
    tags = _tags(content)
    size = [_number(tags[tag]) for tag in (_WIDTH, _HEIGHT)]
    block = [_number(tags[322]), _number(tags[323])] if 322 in tags else [size[0], _number(tags[278])]
    across, down = (-(-side // length) for side, length in zip(size, block))
    places = next(_numbers(tags.pop(tag)) for tag in (273, 324) if tag in tags)
    lengths = next(_numbers(tags.pop(tag)) for tag in (279, 325) if tag in tags)
    rows, columns = (np.arange(-(-side // length)) for side, length in zip((height, width), block[::-1]))
    number = (rows % down)[:, None] * across + columns % across
    kept = np.array([[is_kept(row, column) for column in columns.tolist()] for row in rows.tolist()])
    tags[_WIDTH], tags[_HEIGHT] = (4, 1, struct.pack("<I", width)), (4, 1, struct.pack("<I", height))
    start = 16 + len(content)  # the whole small file lies behind the header, so its places move by 16
    place = np.where(kept, np.array(places, np.uint64)[number] + 16, 0).astype("<u8")
    length = np.where(kept, np.array(lengths, np.uint64)[number], 0).astype("<u8")
    is_tiled = 322 in tags
    tags[324 if is_tiled else 273] = (16, place.size, place.tobytes())
    tags[325 if is_tiled else 279] = (16, length.size, length.tobytes())
    entries, beyond = [], b""
    after = start + 8 + 20 * len(tags) + 8
    for tag in sorted(tags):
        kind, count, value = tags[tag]
        if len(value) > 8:
            beyond += b"\0" * (-len(beyond) % 8)
            entries.append(struct.pack("<HHQQ", tag, kind, count, after + len(beyond)))
            beyond += value
        else:
            entries.append(struct.pack("<HHQ", tag, kind, count) + value.ljust(8, b"\0"))
    partial = target.with_suffix(".part")
    with open(partial, "wb") as file:
        file.write(struct.pack("<2sHHHQ", b"II", 43, 8, 0, start) + content)
        file.write(struct.pack("<Q", len(tags)) + b"".join(entries) + struct.pack("<Q", 0) + beyond)
    os.replace(partial, target)


def _tags(content: bytes) -> dict[int, tuple[int, int, bytes]]:
    """Type, count and bytes of each tag of a little-endian TIFF."""
    (place,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, place)
    tags = {}
    for entry in range(count):
        tag, kind, values = struct.unpack_from("<HHI", content, place + 2 + 12 * entry)
        size, at = _SIZES[kind] * values, place + 2 + 12 * entry + 8
        if size > 4:
            (at,) = struct.unpack_from("<I", content, at)
        tags[tag] = kind, values, content[at : at + size]
    return tags


def _numbers(tag: tuple[int, int, bytes]) -> list[int]:
    kind, count, value = tag
    return list(struct.unpack(f"<{count}{ {3: 'H', 4: 'I', 16: 'Q'}[kind] }", value))


def _number(tag: tuple[int, int, bytes]) -> int:
    return _numbers(tag)[0]
