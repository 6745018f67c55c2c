"""Units of any number and any number of corners over a large raster, as a GeoPackage, from a formula."""

from __future__ import annotations

import math
import os
import struct
from pathlib import Path

import numpy as np
from large_rasters import CELL, NORTH, WEST, crs
from osgeo import ogr

WAVE = 0.05  # of a border's length: how far it swings; a wave a quarter as long swings a quarter as far, and so on


def units(folder: Path, width: int, height: int, count: int, *, corners: int = 400) -> Path:
    """``count`` units, of ``corners`` corners each, over a raster of ``width`` x ``height`` cells; made unless there.

    Neighbours share their wavy borders; the outer ones stay inside the raster. Fields: ``unit`` and ``name``.
    """
    path = folder / f"units_{count}_{corners}_{width}x{height}.gpkg"
    if not path.exists():
        partial = path.with_suffix(".part.gpkg")
        partial.unlink(missing_ok=True)
        _write(partial, width, height, count, corners)
        os.replace(partial, path)
    return path


def keys(count: int) -> list[str]:
    """The units' keys."""
    return [f"{number:05}" for number in range(1, count + 1)]


def _write(path: Path, width: int, height: int, count: int, corners: int) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("units", crs(), ogr.wkbPolygon)
    for name in ("unit", "name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    across = max(1, round(math.sqrt(count * width / height)))
    down = math.ceil(count / across)
    wide, high = 0.9 * width * CELL / across, 0.9 * height * CELL / down
    west, north = WEST + 0.05 * width * CELL, NORTH - 0.05 * height * CELL
    along = np.arange(corners // 4) / (corners // 4)
    waves = 3.0 * 4.0 ** np.arange(20)
    waves = waves[waves <= corners / 16][:, None]  # four corners a wave at least
    swell = np.sin(math.pi * along)  # none at the corners, where borders would cross
    swing = swell * (np.sin(2 * math.pi * waves * along) / waves).sum(axis=0)
    layer.StartTransaction()
    for number, key in enumerate(keys(count)):
        row, column = divmod(number, across)
        x, y = west + column * wide, north - row * high
        sides = [
            (x + wide * along, y + WAVE * high * swing),
            (x + wide + WAVE * wide * swing, y - high * along),
            (x + wide * (1 - along), y - high + WAVE * high * _back(swing)),
            (x + WAVE * wide * _back(swing), y - high * (1 - along)),
        ]
        ring = np.concatenate([np.column_stack(side) for side in sides])
        ring = np.concatenate([ring, ring[:1]])
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["unit"], feature["name"] = key, f"Unit {key}"
        wkb = struct.pack("<BIII", 1, 3, 1, len(ring)) + ring.astype("<f8").tobytes()
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _back(swing: np.ndarray) -> np.ndarray:
    """The same wave, walked from its end; its first value stands for the corner that both share."""
    return np.concatenate([swing[:1], swing[:0:-1]])
