"""Unit polygons in other coordinate reference systems: edges bend as they must, and reach across 180 degrees."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsUnitTypes,
    QgsWkbTypes,
)

from ..core.messages import phrase
from ..core.progress import Progress, Silent, advance
from ..core.space.bent_edges import EARTH_RADIUS, closed_over_pole, middle_of_longitudes, moved_rings, within_turn
from ..core.values import Cell
from .polygons import TransformError, UnitPolygons

GEOGRAPHIC = "EPSG:4326"
TURN, QUARTER = 360.0, 90.0
_POINTS_AT_ONCE = 50_000  # between two looks at Cancel
_HAIR = 1e-9  # degrees: how near to the end of a map its last place lies
_TOLERANCE_DEGREES = 1e-4

Polygon = list[np.ndarray]  # its rings, each (n, 2) with the first point again at its end


@dataclass(frozen=True)
class Target:
    """A CRS to move into.

    ``tolerance``: how far an edge may be from where it lies, in the CRS's units; ``centre``: the longitude about which
    one turn of the Earth is laid, where the CRS counts in degrees.
    """

    crs: QgsCoordinateReferenceSystem
    tolerance: float
    centre: float = 0.0

    @property
    def turn(self) -> float:
        """What lies once around the Earth; 0 on a plane map."""
        return TURN if self.crs.isGeographic() else 0.0

    @property
    def longest(self) -> float:
        """Edges shorter than this bend less than the tolerance, but for the surroundings of poles."""
        metre = QgsUnitTypes.fromUnitToUnitFactor(self.crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
        radius = np.degrees(1.0) if self.turn else EARTH_RADIUS / metre
        return float(np.sqrt(radius * self.tolerance))


def polygons_in(
    units: UnitPolygons, target: Target, context: QgsCoordinateTransformContext, *, progress: Progress = Silent()
) -> Iterator[bytes]:
    """Each unit in the target's CRS, as WKB of a multipolygon whose rings may touch where the Earth was cut open.

    Raises ``TransformError``, ``Cancelled``; at the end, so that all are named, ``OutsideCrsError``.
    """
    west, turns = target.centre - TURN / 2, bool(target.turn)
    for one in _finite(units, target, context, progress):
        yield _to_wkb([part for polygon in one for part in within_turn(polygon, west, TURN)] if turns else one)


def geographic_polygons(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> Iterator[list[Polygon]]:
    """Each unit's polygons by longitude and latitude in degrees, continuous across 180.

    Raises as ``polygons_in``.
    """
    if units.crs.isGeographic() and units.crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees:
        for done, geometry in enumerate(units.geometries):
            advance(progress, done / len(units.keys))
            yield list(polygons_of(geometry))
        return
    yield from _finite(units, Target(QgsCoordinateReferenceSystem(GEOGRAPHIC), _TOLERANCE_DEGREES), context, progress)


def _finite(
    units: UnitPolygons, target: Target, context: QgsCoordinateTransformContext, progress: Progress
) -> Iterator[list[Polygon]]:
    """Each unit's polygons in the target's CRS, up to the first that has no place in it."""
    done, outside = 0, []
    for keys, polygons in _batches(units):
        advance(progress, done / len(units.keys))
        moved = _moved(units, keys, polygons, units.crs, target, context)
        all_finite = np.isfinite(np.concatenate([ring for one in moved for part in one for ring in part])).all()
        for key, one in zip(keys, moved):
            if not (all_finite or all(np.isfinite(ring).all() for part in one for ring in part)):
                outside.append(key)
            if not outside:
                yield one
        done += len(keys)
    if outside:
        raise units.outside(outside, target.crs)


def boxes_of(units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()) -> np.ndarray:
    """West, south, east and north in degrees of every polygon of all units, (n, 4).

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    outer = [polygon[0] for one in geographic_polygons(units, context, progress) for polygon in one]
    return np.array([(*ring.min(axis=0), *ring.max(axis=0)) for ring in outer])


def middle_of(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> tuple[float, float]:
    """Longitude and latitude of the middle of all units, on whichever side of 180 degrees they lie.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    west, south, east, north = boxes_of(units, context, progress).T
    return middle_of_longitudes(west, east), float((south.min() + north.max()) / 2)


def _moved(
    units: UnitPolygons,
    keys: Sequence[str],
    polygons: Sequence[list[Polygon]],
    crs: QgsCoordinateReferenceSystem,
    target: Target,
    context: QgsCoordinateTransformContext,
    by_degrees: bool = True,
) -> list[list[Polygon]]:
    """Polygons of units (by ``keys``) from ``crs`` in the target's; ``by_degrees``: around its ends where need be."""
    if crs == target.crs:
        return list(polygons)
    rings = [ring for one in polygons for polygon in one for ring in polygon]
    unit = np.repeat(np.arange(len(polygons)), [sum(map(len, one)) for one in polygons])
    begins = np.concatenate([[0], np.cumsum([len(ring) for ring in rings])])
    move = mover(QgsCoordinateTransform(crs, target.crs, context))
    try:
        points, begins, torn = moved_rings(
            np.concatenate(rings), begins, move, tolerance=target.tolerance, longest=target.longest, turn=target.turn
        )
    except QgsCsException as error:
        if len(keys) > 1:  # find whose
            ones = [_moved(units, [key], [one], crs, target, context, by_degrees) for key, one in zip(keys, polygons)]
            return [found for one in ones for found in one]
        raise _transform_error(units, keys, target, str(error)) from error
    ends = begins.tolist()
    found = (points[begin:end] for begin, end in zip(ends, ends[1:]))
    moved = [[[next(found) for _ in polygon] for polygon in one] for one in polygons]
    with np.errstate(invalid="ignore"):  # places that are none
        gaps = np.abs(points[begins[1:] - 1, 0] - points[begins[:-1], 0])
    if target.turn and not (gaps < target.turn / 2).all():
        moved = [[[closed_over_pole(ring, TURN, QUARTER) for ring in polygon] for polygon in one] for one in moved]
    for number in np.unique(unit[torn]).tolist():
        if target.turn or not by_degrees:
            raise _transform_error(units, [keys[number]], target, phrase("it reaches across the end of that map"))
        moved[number] = _around(units, keys[number], polygons[number], target, context, crs)
    return moved


def _around(
    units: UnitPolygons,
    key: str,
    polygons: list[Polygon],
    target: Target,
    context: QgsCoordinateTransformContext,
    crs: QgsCoordinateReferenceSystem,
) -> list[Polygon]:
    """A unit that lies across the ends of the target's map, cut there."""
    degrees = Target(QgsCoordinateReferenceSystem(GEOGRAPHIC), _TOLERANCE_DEGREES)
    [moved] = _moved(units, [key], [polygons], crs, degrees, context)
    meridian = re.search(r"\+lon_0=([-\d.]+)", target.crs.toProj())
    west = (float(meridian.group(1)) if meridian else 0.0) - TURN / 2
    parts = [part for polygon in moved for part in within_turn(polygon, west, TURN)]
    low, high = west + _HAIR, west + TURN - _HAIR
    parts = [[np.column_stack([np.clip(ring[:, 0], low, high), ring[:, 1]]) for ring in part] for part in parts]
    return _moved(units, [key], [parts], degrees.crs, target, context, by_degrees=False)[0]


def _transform_error(units: UnitPolygons, keys: Sequence[str], target: Target, reason: object) -> TransformError:
    return TransformError(
        units=[Cell(key) for key in keys],
        layer=units.layer,
        crs=target.crs.userFriendlyIdentifier(),
        reason=reason,
    )


def mover(transform: QgsCoordinateTransform) -> Callable[[np.ndarray], np.ndarray]:
    """Points (n, 2) through a transformation; raises ``QgsCsException``."""

    def move(points: np.ndarray) -> np.ndarray:
        if not len(points):
            return points
        line = QgsGeometry()
        line.fromWkb(struct.pack("<BII", 1, 2, len(points)) + points.astype("<f8").tobytes())
        line.transform(transform)
        wkb = bytes(line.asWkb())
        return np.frombuffer(wkb, _order(wkb) + "f8", 2 * len(points), 9).astype(np.float64).reshape(-1, 2)

    return move


def _batches(units: UnitPolygons) -> Iterator[tuple[list[str], list[list[Polygon]]]]:
    """Units by key with their polygons, some at a time."""
    keys, polygons, points = [], [], 0
    for key, geometry in zip(units.keys, units.geometries):
        keys.append(key)
        polygons.append(list(polygons_of(geometry)))
        points += sum(len(ring) for polygon in polygons[-1] for ring in polygon)
        if points >= _POINTS_AT_ONCE:
            yield keys, polygons
            keys, polygons, points = [], [], 0
    if keys:
        yield keys, polygons


def polygons_of(geometry: QgsGeometry) -> Iterator[Polygon]:
    """The rings of each part, arcs as short straight lines."""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    wkb = bytes(geometry.asWkb())
    order, place, parts = _order(wkb), 0, 1
    if geometry.isMultipart():
        (parts,) = struct.unpack_from(order + "I", wkb, 5)
        place = 9
    for _ in range(parts):
        (rings,) = struct.unpack_from(order + "I", wkb, place + 5)
        place += 9
        polygon = []
        for _ in range(rings):
            (count,) = struct.unpack_from(order + "I", wkb, place)
            ring = np.frombuffer(wkb, order + "f8", 2 * count, place + 4).astype(np.float64).reshape(-1, 2)
            start, place = place + 4, place + 4 + 16 * count
            if count:
                is_closed = wkb[start : start + 16] == wkb[place - 16 : place] or (ring[0] == ring[-1]).all()
                polygon.append(ring if is_closed else np.concatenate([ring, ring[:1]]))
        if polygon:
            yield polygon


def _to_wkb(polygons: Sequence[Polygon]) -> bytes:
    pieces = [struct.pack("<BII", 1, 6, len(polygons))]
    for polygon in polygons:
        pieces.append(struct.pack("<BII", 1, 3, len(polygon)))
        for ring in polygon:
            pieces += [struct.pack("<I", len(ring)), np.ascontiguousarray(ring, "<f8").tobytes()]
    return b"".join(pieces)


def _order(wkb: bytes) -> str:
    return "<" if wkb[0] == 1 else ">"
