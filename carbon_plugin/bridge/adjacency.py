"""Who borders on whom: by shared corners where outlines have them, else by GEOS, and across gaps where asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsGeometry

from ..core.progress import Part, Progress, Silent, advance
from ..core.space.bent_edges import middle_of_longitudes
from ..core.space.shared_corners import find_near_boxes, find_shared, without_pairs
from .moved_polygons import polygons_of
from .outlines import map_crs, map_geometries
from .polygons import UnitPolygons, prepared

ROOK = "rook"
_CORNER = 4.0  # times SNAP: two corners that touch are that near to each other along less of their borders
_TURN = 360.0
_ROUND = 8  # segments of a quarter of a circle
_LOOKED_AROUND = 10_000.0  # m: how far a neighbour that was missed may be
_UNITS_BETWEEN_REPORTS = 1_000
_MOST_LOOKED_AT = 100  # units without a neighbour


@dataclass(frozen=True, eq=False)
class Adjacency:
    """``pairs`` (m, 2): positions of neighbours, the smaller first; ``bridged`` of them do not touch."""

    pairs: np.ndarray
    bridged: int = 0


def find_adjacent(
    units: UnitPolygons,
    kind: str,
    snap: float,
    *,
    context: QgsCoordinateTransformContext,
    progress: Progress = Silent(),
) -> Adjacency:
    """Units that share a point of their borders (queen) or a length of it (rook).

    Borders that share corners are found by them, in the layer's own coordinates; of the others those whose boxes meet
    are asked one by one. ``snap``: metres; borders that are nearer than that count as touching, and as a common length
    where they are so along more than four times as far.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    count, is_rook = len(units.keys), kind == ROOK
    outlines = _side_by_side(units)
    owned = []
    for unit, one in enumerate(outlines):
        if unit % _UNITS_BETWEEN_REPORTS == 0:
            advance(progress, 0.1 * unit / count)
        owned += [(ring, unit) for part in polygons_of(one) for ring in part]
    shared = find_shared([ring for ring, _ in owned], [unit for _, unit in owned], count, edges=is_rook)
    advance(progress, 0.2)
    doubtful = without_pairs(find_near_boxes(_boxes(outlines)), shared, count)
    doubtful = doubtful[~_meet_in_a_corner(outlines, doubtful)] if is_rook else doubtful
    touching = _asked(outlines, doubtful, _share_a_length if is_rook else _touch, Part(progress, 0.2, 0.5))
    pairs = np.concatenate([shared, touching])
    if not snap > 0:
        return Adjacency(_sorted(pairs))
    moving = Part(progress, 0.5, 0.7)
    geometries = map_geometries(units, map_crs(units, context, moving), context, progress=moving)
    doubtful = without_pairs(find_near_boxes(_boxes(geometries), snap), pairs, count)

    def near(engine, one: QgsGeometry, other: QgsGeometry) -> bool:
        is_near = 0 <= engine.distance(other.constGet()) <= snap
        return is_near and (not is_rook or _length_along(one, other, snap) > _CORNER * snap)

    bridged = _asked(geometries, doubtful, near, Part(progress, 0.7, 1.0))
    return Adjacency(_sorted(np.concatenate([pairs, bridged])), len(bridged))


def distances_to_others(
    units: UnitPolygons,
    places: Sequence[int],
    context: QgsCoordinateTransformContext,
    *,
    progress: Progress = Silent(),
) -> dict[int, float]:
    """How far (m) the nearest other outline is from units by their ``places``; those with one within 10 km, the first
    hundred. Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    still = Part(progress, 0.0, 0.0)
    geometries = map_geometries(units, map_crs(units, context, still), context, progress=still)
    boxes, found = _boxes(geometries), {}
    for place in list(places)[:_MOST_LOOKED_AT]:
        advance(progress, len(found) / _MOST_LOOKED_AT)
        west, south, east, north = boxes[place] + np.array([-1, -1, 1, 1]) * _LOOKED_AROUND
        is_near = (boxes[:, 0] <= east) & (boxes[:, 2] >= west) & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
        engine = prepared(geometries[place])
        others = [other for other in np.flatnonzero(is_near) if other != place]
        distances = [engine.distance(geometries[other].constGet()) for other in others]
        distances = [distance for distance in distances if 0 <= distance <= _LOOKED_AROUND]
        if distances:
            found[place] = min(distances)
    return found


def _side_by_side(units: UnitPolygons) -> list[QgsGeometry]:
    """The outlines in the layer's own coordinates; in degrees on one side of where the Earth is cut open."""
    if not units.crs.isGeographic():
        return list(units.geometries)
    parts = [one.asGeometryCollection() for one in units.geometries]
    boxes = _boxes([part for one in parts for part in one])
    middle = middle_of_longitudes(boxes[:, 0], boxes[:, 2])
    outlines, place = [], 0
    for one, own in zip(units.geometries, parts):
        centres = boxes[place : place + len(own), ::2].mean(axis=1)
        place += len(own)
        turns = np.rint((middle - centres) / _TURN)
        if turns.any():
            for part, turn in zip(own, turns.tolist()):
                part.translate(turn * _TURN, 0.0)
            one = QgsGeometry.collectGeometry(own)
        outlines.append(one)
    return outlines


def _boxes(geometries: Sequence[QgsGeometry]) -> np.ndarray:
    boxes = [geometry.boundingBox() for geometry in geometries]
    return np.array([(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in boxes])


def _asked(geometries: Sequence[QgsGeometry], pairs: np.ndarray, meets, progress: Progress) -> np.ndarray:
    """Those of ``pairs`` of which ``meets(engine, one, other)`` is true; the engine is that of the first."""
    kept = np.zeros(len(pairs), dtype=bool)
    engine, held = None, -1
    for number, (one, other) in enumerate(pairs.tolist()):
        if one != held:
            advance(progress, number / len(pairs))
            engine, held = prepared(geometries[one]), one
        kept[number] = meets(engine, geometries[one], geometries[other])
    return pairs[kept]


def _touch(engine, _one: QgsGeometry, other: QgsGeometry) -> bool:
    return engine.intersects(other.constGet())


def _share_a_length(engine, _one: QgsGeometry, other: QgsGeometry) -> bool:
    if not engine.intersects(other.constGet()):
        return False
    matrix = engine.relate(other.constGet())  # insides that overlap, or borders that have a line in common
    return matrix[0] == "2" or matrix[4] == "1"


def _length_along(one: QgsGeometry, other: QgsGeometry, snap: float) -> float:
    border = QgsGeometry(one.constGet().boundary())
    return border.intersection(other.buffer(snap, _ROUND)).length()


def _meet_in_a_corner(geometries: Sequence[QgsGeometry], pairs: np.ndarray) -> np.ndarray:
    """Pairs whose boxes have one point in common, as cells on a diagonal: no border can be there."""
    boxes = _boxes(geometries)
    one, other = boxes[pairs[:, 0]], boxes[pairs[:, 1]]
    width, height = (
        np.minimum(one[:, side + 2], other[:, side + 2]) - np.maximum(one[:, side], other[:, side]) for side in (0, 1)
    )
    return (width <= 0) & (height <= 0)


def _sorted(pairs: np.ndarray) -> np.ndarray:
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
