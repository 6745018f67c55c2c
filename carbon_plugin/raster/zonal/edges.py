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
from ..grid import Grid
from .outline_sums import OutlineSums, joined, sum_outlines

EDGES_AT_ONCE = 1 << 18
HAIR = 1e-3  # of a row: what two ways to count rows may differ by, many times over
SAME_HEIGHT = 1e-13
POLYGON, MULTIPOLYGON = (b"\x01" + struct.pack("<I", kind) for kind in (3, 6))  # how flat little-endian WKB begins
ONE = struct.pack("<I", 1)
ONE_RING = MULTIPOLYGON + ONE + POLYGON + ONE  # how an outline begins that is a single ring, as most are
HEADER, COUNT, POINT = 5, 4, 16  # bytes of byte order and type; of a number of parts, rings or points; of a point


class NotPolygonsError(InputError):
    template = sentence(
        "{count:unit has|units have} no polygon that can be laid over a raster (row {rows}): {reason}. Polygons "
        "with finite coordinates were expected."
    )
    remedy = sentence("Repair these outlines, or leave the units out.")


@dataclass(frozen=True)
class RowLines:
    """The lines through the centres of a grid's rows, continued without limit."""

    top: float
    height: float

    @classmethod
    def of(cls, grid: Grid) -> RowLines:
        """Those of ``grid``."""
        return cls(grid.geotransform[3], grid.geotransform[5])

    def crossed(self, y0: np.ndarray, y1: np.ndarray) -> np.ndarray:
        """True for edges from ``y0`` to ``y1`` (e,) that cross a line, or come within a hair of one."""
        y0, y1 = (y0 - self.top) / self.height, (y1 - self.top) / self.height
        return np.ceil(np.maximum(y0, y1) - 0.5 + HAIR) > np.ceil(np.minimum(y0, y1) - 0.5 - HAIR)

    def hold(self, grid: Grid) -> bool:
        """True if the lines of ``grid`` are among these."""
        other = RowLines.of(grid)
        shift = (other.top - self.top) / self.height
        return abs(other.height / self.height - 1.0) < SAME_HEIGHT and abs(shift - round(shift)) < HAIR / 2


@dataclass(frozen=True)
class Edges:
    """All ring edges of all units: from (``x0``, ``y0``) to (``x1``, ``y1``), with the index of their ``unit``.

    Arrays of shape (e,): coordinates in one CRS, x east or right, y north or up; rings are closed. A place lies in a
    unit if a ray from it crosses an odd number of the unit's edges, so parts and holes need no order or direction.
    ``rows``: only edges that cross one of these lines are there, all if None; ``of_all``: then the sums of all.
    """

    x0: np.ndarray
    y0: np.ndarray
    x1: np.ndarray
    y1: np.ndarray
    unit: np.ndarray
    unit_count: int
    rows: RowLines | None = None
    of_all: OutlineSums | None = None

    @classmethod
    def from_wkb(
        cls, units: Iterable[bytes | None], progress: Progress = Silent(), *, rows: RowLines | None = None
    ) -> Edges:
        """The edges of one (multi)polygon a unit, in WKB of any kind; None or an empty one has none.

        Of detailed outlines most edges cross no row of centres: with ``rows`` they are left out as they come. Curves
        are approximated, heights and measures dropped. Raises ``NotPolygonsError``, ``Cancelled``.
        """
        gathered, wrong = _Gathered(rows), {}
        number = -1
        for number, wkb in enumerate(units):
            advance(progress, 0.0)
            ring = _only_ring(wkb)
            if ring:
                gathered.add(ring, number)
                continue
            polygons, reason = _multipolygon(wkb)
            for ring in _rings(polygons):
                gathered.add(ring, number)
            if reason:
                wrong[number] = reason
        edges = gathered.edges(number + 1)
        wrong |= dict.fromkeys(gathered.infinite, "inf")
        if wrong:
            rows_of = sorted(wrong)
            raise NotPolygonsError(count=len(wrong), rows=[row + 1 for row in rows_of], reason=wrong[rows_of[0]])
        return edges

    @property
    def sums(self) -> OutlineSums:
        """Sums over all edges of each unit, those that were left out too."""
        if self.of_all is not None:
            return self.of_all
        return sum_outlines((self.x0, self.y0), (self.x1, self.y1), self.unit, unit_count=self.unit_count)

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north; None without any edge."""
        return self.sums.extent


class _Gathered:
    """Edges as they come, those that cross ``rows`` kept; ``infinite``: units with points that are no place."""

    def __init__(self, rows: RowLines | None):
        self.infinite: set[int] = set()
        self._rows = rows
        self._rings: list[bytes] = []  # points of closed rings, one after the other
        self._points: list[int] = []
        self._units: list[int] = []
        self._waiting = 0
        self._kept: list[tuple[np.ndarray, ...]] = []
        self._sums: list[tuple[int, OutlineSums]] = []

    def add(self, ring: bytes, unit: int) -> None:
        """A ring by its points, closed here where it is not; units come in their order."""
        points = len(ring) // POINT
        self._rings.append(ring)
        if ring[:POINT] != ring[-POINT:]:
            self._rings.append(ring[:POINT])
            points += 1
        self._points.append(points)
        self._units.append(unit)
        self._waiting += points
        if self._waiting > EDGES_AT_ONCE:
            self._sift()

    def edges(self, unit_count: int) -> Edges:
        """All of them."""
        self._sift()
        kept = zip(*self._kept) if self._kept else [()] * 5
        x0, y0, x1, y1, unit = (
            np.concatenate([np.empty(0, kind), *parts])
            for kind, parts in zip((np.float64, np.float64, np.float64, np.float64, np.int32), kept)
        )
        return Edges(x0, y0, x1, y1, unit, unit_count, self._rows, joined(self._sums, unit_count))

    def _sift(self) -> None:
        if not self._rings:
            return
        x, y = np.frombuffer(b"".join(self._rings), "<f8").reshape(-1, 2).T
        points, of_rings = np.array(self._points), np.array(self._units, np.int32)
        self._rings, self._points, self._units, self._waiting = [], [], [], 0
        is_finite = np.isfinite(x) & np.isfinite(y)
        if not is_finite.all():
            self.infinite |= set(np.repeat(of_rings, points)[~is_finite].tolist())
            return
        within = np.ones(len(x), bool)  # from a point to the next is an edge, but not from a ring to the next
        within[np.cumsum(points) - 1] = False
        within = np.flatnonzero(within)
        (x0, y0), (x1, y1) = ((x.take(place), y.take(place)) for place in (within, within + 1))
        first, unit = int(of_rings[0]), np.repeat(of_rings, points - 1)
        counted = sum_outlines((x0, y0), (x1, y1), unit - first, unit_count=int(of_rings[-1]) - first + 1)
        self._sums.append((first, counted))
        kept = np.ones(len(unit), bool) if self._rows is None else self._rows.crossed(y0, y1)
        self._kept.append(tuple(part[kept] for part in (x0, y0, x1, y1, unit)))


def _only_ring(wkb: bytes | None) -> bytes | None:
    """The points of an outline in plain WKB that is a single ring; None for all others."""
    place = len(ONE_RING) + COUNT
    if not wkb or len(wkb) < place or not wkb.startswith(ONE_RING):
        return None
    (points,) = struct.unpack_from("<I", wkb, len(ONE_RING))
    return wkb[place:] if len(wkb) == place + points * POINT else None


def _multipolygon(wkb: bytes | None) -> tuple[bytes | None, str]:
    """The unit as little-endian WKB of a flat multipolygon with straight edges; or None, and why not."""
    if wkb is None or not len(wkb):
        return None, ""
    wkb = bytes(wkb)
    if wkb.startswith(POLYGON):
        wkb = MULTIPOLYGON + struct.pack("<I", 1) + wkb
    if wkb.startswith(MULTIPOLYGON) and _is_plain(wkb):
        return wkb, ""
    geometry, reason = call(ogr.CreateGeometryFromWkb, wkb)
    if geometry is None:
        return None, reason or "WKB"
    if geometry.IsEmpty():
        return None, ""
    geometry = ogr.ForceToMultiPolygon(geometry.GetLinearGeometry())
    if ogr.GT_Flatten(geometry.GetGeometryType()) != ogr.wkbMultiPolygon:
        return None, geometry.GetGeometryName()
    geometry.FlattenTo2D()
    return bytes(geometry.ExportToWkb(ogr.wkbNDR)), ""


def _is_plain(multipolygon: bytes) -> bool:
    """Whether all parts are flat little-endian polygons, and whole."""
    try:
        (polygons,) = struct.unpack_from("<I", multipolygon, HEADER)
        place = HEADER + COUNT
        for _ in range(polygons):
            if not multipolygon.startswith(POLYGON, place):
                return False
            (rings,) = struct.unpack_from("<I", multipolygon, place + HEADER)
            place += HEADER + COUNT
            for _ in range(rings):
                place += COUNT + POINT * struct.unpack_from("<I", multipolygon, place)[0]
    except struct.error:
        return False
    return place <= len(multipolygon)


def _rings(multipolygon: bytes | None) -> Iterator[bytes]:
    """The points of each ring that has any."""
    if multipolygon is None:
        return
    place = HEADER
    (polygons,) = struct.unpack_from("<I", multipolygon, place)
    place += COUNT
    for _ in range(polygons):
        (rings,) = struct.unpack_from("<I", multipolygon, place + HEADER)
        place += HEADER + COUNT
        for _ in range(rings):
            (points,) = struct.unpack_from("<I", multipolygon, place)
            start, place = place + COUNT, place + COUNT + points * POINT
            if points:
                yield multipolygon[start:place]
