"""Ring edges of unit polygons as arrays."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from osgeo import ogr

from ...core.errors import InputError
from ...core.messages import sentence
from ...core.progress import Progress, Silent, advance
from ..gdal_calls import call


class NotPolygonsError(InputError):
    template = sentence(
        "{count:unit has|units have} no polygon that can be laid over a raster (row {rows}): {reason}. Polygons "
        "with finite coordinates were expected."
    )
    remedy = sentence("Repair these outlines, or leave the units out.")


@dataclass(frozen=True)
class Edges:
    """All ring edges of all units: from (``x0``, ``y0``) to (``x1``, ``y1``), with the index of their ``unit``.

    Arrays of shape (e,): coordinates in one CRS, x east or right, y north or up; rings are closed. A place lies in a
    unit if a ray from it crosses an odd number of the unit's edges, so parts and holes need no order or direction.
    """

    x0: np.ndarray
    y0: np.ndarray
    x1: np.ndarray
    y1: np.ndarray
    unit: np.ndarray
    unit_count: int

    @classmethod
    def from_wkb(cls, units: Iterable[bytes | None], progress: Progress = Silent()) -> Edges:
        """The edges of one (multi)polygon a unit, in WKB of any kind; None or an empty one has none.

        Curves are approximated, heights and measures dropped. Raises ``NotPolygonsError``, ``Cancelled``.
        """
        starts, ends, counts, wrong, reasons = [], [], [], [], []
        for number, wkb in enumerate(units):
            advance(progress, 0.0)
            edges = 0
            polygons, reason = _multipolygon(wkb)
            for ring in _rings(polygons):
                if not np.isfinite(ring).all():
                    reason = "inf"
                    break
                starts.append(ring[:-1])
                ends.append(ring[1:])
                edges += len(ring) - 1
            counts.append(edges)
            if reason:
                wrong.append(number + 1)
                reasons.append(reason)
        if wrong:
            raise NotPolygonsError(count=len(wrong), rows=wrong, reason=reasons[0])
        (x0, y0), (x1, y1) = (np.concatenate([np.empty((0, 2)), *points]).T for points in (starts, ends))
        unit = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        return cls(x0, y0, x1, y1, unit, len(counts))

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north; None without any edge."""
        if not len(self.unit):
            return None
        return float(self.x0.min()), float(self.y0.min()), float(self.x0.max()), float(self.y0.max())


def _multipolygon(wkb: bytes | None) -> tuple[bytes | None, str]:
    """The unit as little-endian WKB of a flat multipolygon with straight edges; or None, and why not."""
    if wkb is None or not len(wkb):
        return None, ""
    geometry, reason = call(ogr.CreateGeometryFromWkb, bytes(wkb))
    if geometry is None:
        return None, reason or "WKB"
    if geometry.IsEmpty():
        return None, ""
    geometry = ogr.ForceToMultiPolygon(geometry.GetLinearGeometry())
    if ogr.GT_Flatten(geometry.GetGeometryType()) != ogr.wkbMultiPolygon:
        return None, geometry.GetGeometryName()
    geometry.FlattenTo2D()
    return bytes(geometry.ExportToWkb(ogr.wkbNDR)), ""


def _rings(multipolygon: bytes | None) -> Iterator[np.ndarray]:
    """The rings, each (n, 2) with the first point again at its end."""
    if multipolygon is None:
        return
    header, count = 5, 4  # byte order and type; a number of parts, rings or points
    place = header
    (polygons,) = struct.unpack_from("<I", multipolygon, place)
    place += count
    for _ in range(polygons):
        (rings,) = struct.unpack_from("<I", multipolygon, place + header)
        place += header + count
        for _ in range(rings):
            (points,) = struct.unpack_from("<I", multipolygon, place)
            ring = np.frombuffer(multipolygon, "<f8", 2 * points, place + count).reshape(-1, 2)
            place += count + ring.nbytes
            if points and not (ring[0] == ring[-1]).all():
                ring = np.concatenate([ring, ring[:1]])
            yield ring
