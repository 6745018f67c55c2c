"""Units as maps draw them: on an equal-area plane of their own, with their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.space.outlines import UnitOutlines
from ..core.values import Cell
from .polygons import TransformError, UnitPolygons, extent_of

GAP_SHARE = 0.001  # of the map's diagonal: what is nearer than that looks joined on the map
_ANCHOR_SHARE = 0.005  # how exactly a label sits in the middle
_ROUND_CORNERS = 2  # segments of a quarter circle


def map_crs(units: UnitPolygons, context: QgsCoordinateTransformContext) -> QgsCoordinateReferenceSystem:
    """Lambert's azimuthal equal-area projection about the middle of the units: areas and north are true wherever.

    Raises ``TransformError``.
    """
    geographic = QgsCoordinateReferenceSystem("EPSG:4326")
    extent = extent_of(units.geometries)
    try:
        middle = QgsCoordinateTransform(units.crs, geographic, context).transform(extent.center())
    except QgsCsException as error:
        raise TransformError(
            units=[Cell(units.keys[0])], layer=units.layer, crs=geographic.userFriendlyIdentifier(), reason=str(error)
        ) from error
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={middle.y():.4f} +lon_0={middle.x():.4f} +datum=WGS84 +units=m +no_defs"
    )


def outlines_of(units: UnitPolygons, context: QgsCoordinateTransformContext) -> UnitOutlines:
    """The outlines of ``units`` in ``map_crs``. Raises ``TransformError``."""
    geometries = [_straight(geometry) for geometry in units.in_crs(map_crs(units, context), context)]
    return UnitOutlines(
        rings=[_rings(geometry) for geometry in geometries],
        anchors=np.array([_anchor(geometry) for geometry in geometries]),
        area_ha=np.array([geometry.area() for geometry in geometries]) / SQUARE_METRES_PER_HECTARE,
        neighbours=neighbours_of(geometries),
    )


def neighbours_of(geometries: Sequence[QgsGeometry]) -> np.ndarray:
    """Positions of polygons that meet, (m, 2), the smaller first.

    Corners are enough, and so are gaps that no map would show: real outlines seldom share every point.
    """
    boxes = [geometry.boundingBox() for geometry in geometries]
    extent = extent_of(geometries)
    gap = GAP_SHARE * float(np.hypot(extent.width(), extent.height()))
    index = QgsSpatialIndex()
    for position, box in enumerate(boxes):
        index.addFeature(position, box)
    pairs = []
    for position, geometry in enumerate(geometries):
        near = [other for other in index.intersects(boxes[position].buffered(gap)) if other > position]
        if not near:
            continue
        around = geometry.buffer(gap, _ROUND_CORNERS)  # kept by name: the engine only looks at it
        engine = QgsGeometry.createGeometryEngine(around.constGet())
        engine.prepareGeometry()
        pairs += [(position, other) for other in sorted(near) if engine.intersects(geometries[other].constGet())]
    return np.array(pairs, dtype=int).reshape(-1, 2)


def _straight(geometry: QgsGeometry) -> QgsGeometry:
    """Arcs as short straight lines."""
    if not QgsWkbTypes.isCurvedType(geometry.wkbType()):
        return geometry
    return QgsGeometry(geometry.constGet().segmentize())


def _rings(geometry: QgsGeometry) -> list[np.ndarray]:
    """Outer rings counter-clockwise, holes clockwise, whatever the file has."""
    rings = []
    for polygon in geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]:
        for number, ring in enumerate(polygon):
            points = np.array([(point.x(), point.y()) for point in ring])
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
