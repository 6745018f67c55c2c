"""Units as maps draw them: on an equal-area plane of their own, with their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsSpatialIndex,
)

from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.progress import Part, Progress, Silent, advance
from ..core.space.outlines import UnitOutlines
from .moved_polygons import Target, middle_of, polygons_in, polygons_of
from .polygons import UnitPolygons, extent_of, prepared

MAP_TOLERANCE = 100.0  # m: less than a hair on any map of a region
GAP_SHARE = 0.001  # of the map's diagonal: what is nearer than that looks joined on the map
_CUT = 180.0 - 1e-6  # degrees
_JOINT = 0.01  # m
_ANCHOR_SHARE = 0.005  # how exactly a label sits in the middle


def map_crs(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> QgsCoordinateReferenceSystem:
    """Lambert's azimuthal equal-area projection about the middle of the units: areas and north are true wherever.

    Raises ``TransformError``, ``Cancelled``.
    """
    longitude, latitude = middle_of(units, context, Part(progress, 0.0, 0.0))
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={latitude:.4f} +lon_0={longitude:.4f} +datum=WGS84 +units=m +no_defs"
    )


def map_geometries(
    units: UnitPolygons,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    *,
    progress: Progress = Silent(),
) -> list[QgsGeometry]:
    """The polygons on a map, their edges bent as that map bends them.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    target = Target(crs, MAP_TOLERANCE)
    geometries = []
    for wkb, own in zip(polygons_in(units, target, context, progress=progress), units.geometries):
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        geometries.append(_joined(geometry) if units.crs.isGeographic() and _is_cut(own) else geometry)
    return geometries


def ground_of(units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()) -> np.ndarray:
    """Hectares within each outline (u,), as an equal-area map has them.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    geometries = map_geometries(units, map_crs(units, context, progress), context, progress=progress)
    return np.array([geometry.area() for geometry in geometries]) / SQUARE_METRES_PER_HECTARE


def _is_cut(geometry: QgsGeometry) -> bool:
    """True for an outline in degrees that may have been cut where the Earth is cut open."""
    box = geometry.boundingBox()
    return geometry.isMultipart() and box.xMinimum() <= -_CUT and box.xMaximum() >= _CUT


def _joined(geometry: QgsGeometry) -> QgsGeometry:
    """Parts that share a border as one."""
    joined = QgsGeometry.unaryUnion(geometry.snappedToGrid(_JOINT, _JOINT).asGeometryCollection())
    return geometry if joined.isEmpty() else joined


def outlines_of(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> UnitOutlines:
    """The outlines of ``units`` in ``map_crs``. Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``."""
    geometries = map_geometries(units, map_crs(units, context, progress), context, progress=progress)
    rings, anchors = [], []
    for place, geometry in enumerate(geometries):
        advance(progress, place / len(geometries))
        rings.append(geometry_rings(geometry))
        anchors.append(_anchor(geometry))
    return UnitOutlines(
        rings=rings,
        anchors=np.array(anchors),
        area_ha=np.array([geometry.area() for geometry in geometries]) / SQUARE_METRES_PER_HECTARE,
        neighbours=neighbours_of(geometries, progress),
    )


def neighbours_of(geometries: Sequence[QgsGeometry], progress: Progress = Silent()) -> np.ndarray:
    """Positions of polygons that meet, (m, 2), the smaller first.

    Corners are enough, and so are gaps that no map would show: real outlines seldom share every point. Raises
    ``Cancelled``.
    """
    boxes = [geometry.boundingBox() for geometry in geometries]
    extent = extent_of(geometries)
    gap = GAP_SHARE * float(np.hypot(extent.width(), extent.height()))
    index = QgsSpatialIndex()
    for position, box in enumerate(boxes):
        advance(progress, 0.0)
        index.addFeature(position, box)
    near: list[list[int]] = [[] for _ in geometries]
    for position, box in enumerate(boxes):
        advance(progress, 0.0)
        for other in index.intersects(box.buffered(gap)):
            if other > position:
                near[position].append(other)
                near[other].append(position)
    pairs = []
    for position, others in _fewest_prepared(near):
        engine = prepared(geometries[position])
        for other in others:
            advance(progress, position / len(geometries))
            neighbour = geometries[other].constGet()
            if engine.intersects(neighbour) or 0 <= engine.distance(neighbour) <= gap:
                pairs.append((min(position, other), max(position, other)))
    return np.array(sorted(pairs), dtype=int).reshape(-1, 2)


def _fewest_prepared(near: Sequence[Sequence[int]]) -> list[tuple[int, list[int]]]:
    """Some of the polygons, and whom each is asked about, so that every two that are ``near`` are asked once.

    To prepare a polygon of many corners takes most of the time. Of polygons no two of which are near each other none
    needs it, since all others are prepared.
    """
    is_spared = np.zeros(len(near), bool)
    for position, others in enumerate(near):
        is_spared[position] = not is_spared[others].any()
    return [
        (position, [other for other in sorted(others) if is_spared[other] or other > position])
        for position, others in enumerate(near)
        if not is_spared[position]
    ]


def geometry_rings(geometry: QgsGeometry) -> list[np.ndarray]:
    """Outer rings counter-clockwise, holes clockwise, whatever the file has."""
    rings = []
    for polygon in polygons_of(geometry):
        for number, points in enumerate(polygon):
            clockwise = _signed_area(points) < 0
            rings.append(points[::-1] if clockwise != (number > 0) else points)
    return rings


def _signed_area(ring: np.ndarray) -> float:
    near = ring - ring[0]  # far from the origin the products lose digits
    x, y = near.T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2.0


def _anchor(geometry: QgsGeometry) -> tuple[float, float]:
    """The middle of the widest place inside the largest part."""
    parts = geometry.asGeometryCollection() or [geometry]
    largest = max(parts, key=lambda part: part.area())
    box = largest.boundingBox()
    inside, _ = largest.poleOfInaccessibility(_ANCHOR_SHARE * max(box.width(), box.height()))
    point = inside.asPoint() if not inside.isNull() else box.center()  # a unit as thin as a line has no inside
    return point.x(), point.y()
