"""The polygons of a geometry of any kind, those that cross themselves repaired."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsAbstractGeometry,
    QgsCurvePolygon,
    QgsGeometry,
    QgsGeometryCollection,
    QgsMultiPolygon,
    QgsMultiSurface,
    QgsPolygon,
    QgsWkbTypes,
)


def valid_polygons(geometry: QgsGeometry) -> tuple[QgsGeometry, bool]:
    """The valid polygons of a geometry of any kind, none perhaps, and whether outlines that cross were repaired."""
    geometry = only_polygons(_flat(geometry))
    crossed = not (geometry.isEmpty() or geometry.isGeosValid())
    return repaired(geometry) if crossed else geometry, crossed


def only_polygons(geometry: QgsGeometry) -> QgsGeometry:
    """The polygons of a geometry of any kind, none perhaps; of a collection those in collections in it too."""
    if geometry.isNull() or geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
        return geometry
    found = list(_polygons_in(geometry.constGet()))
    if not found:
        return QgsGeometry()
    straight = all(isinstance(polygon, QgsPolygon) for polygon in found)
    several = QgsMultiPolygon() if straight else QgsMultiSurface()
    for polygon in found:
        several.addGeometry(polygon.clone())
    return QgsGeometry(several)


def repaired(geometry: QgsGeometry) -> QgsGeometry:
    """Valid polygons of the ground that lies within a shell and in no hole of it; parts that overlap count once.

    GEOS's own repair of a whole leaves out where parts overlap, and adds what of a hole lies outside its shell.
    """
    straight = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        straight.convertToStraightSegment()
    parts = [part for part in map(_repaired_part, _polygons_in(straight.constGet())) if not part.isEmpty()]
    together = only_polygons(QgsGeometry.unaryUnion(parts)) if len(parts) > 1 else (parts or [QgsGeometry()])[0]
    if together.isEmpty() or not together.isGeosValid():
        return only_polygons(straight.makeValid())
    return together


def _repaired_part(polygon: QgsCurvePolygon) -> QgsGeometry:
    shell = _within(polygon.exteriorRing())
    rings = (polygon.interiorRing(number) for number in range(polygon.numInteriorRings()))
    holes = [hole for hole in map(_within, rings) if not hole.isEmpty()]
    return only_polygons(shell.difference(QgsGeometry.unaryUnion(holes))) if holes else shell


def _within(ring) -> QgsGeometry:
    """The valid polygons within a ring that may cross itself."""
    polygon = QgsPolygon()
    polygon.setExteriorRing(ring.clone())
    inside = QgsGeometry(polygon)
    return inside if inside.isGeosValid() else only_polygons(inside.makeValid())


def _polygons_in(geometry: QgsAbstractGeometry) -> Iterator[QgsCurvePolygon]:
    if isinstance(geometry, QgsCurvePolygon):
        yield geometry
    elif isinstance(geometry, QgsGeometryCollection):
        for number in range(geometry.numGeometries()):
            yield from _polygons_in(geometry.geometryN(number))


def _flat(geometry: QgsGeometry) -> QgsGeometry:
    """Without Z and M, which say nothing about an area."""
    kind = geometry.wkbType()
    if geometry.isNull() or not (QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind)):
        return geometry
    flat = QgsGeometry(geometry)
    flat.get().dropZValue()
    flat.get().dropMValue()
    return flat
