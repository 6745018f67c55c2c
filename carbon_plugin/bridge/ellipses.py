"""Points with their weights on a plane, and ellipses and moves as geometries in the layer's CRS."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsLineString, QgsPoint, QgsPolygon

from ..core.errors import InputError, MissingColumnsError, raise_all
from ..core.messages import Message, note, sentence, warning
from ..core.progress import Progress, Silent, advance
from ..core.space.date_line import cut_line, cut_ring, unwound
from ..core.space.ellipse import Moments, compute_outlines
from ..core.space.ellipse_tables import EllipseTables
from ..core.tables.keys import normalise_key, remarks_on_hidden_differences, remarks_on_keys_apart_by_case
from ..core.tables.year_cells import parse_years
from ..core.values import quoted
from ..raster.plane import TURN, Plane, find_plane
from .features import Features
from .polygons import LayerWithoutCrsError
from .sources import every_feature
from .tables import plain_cell

CORNERS_A_MOVE = 24
_LARGEST = 1e200  # weight: times squares of metres, and many of them, it is still a number


class NegativeEllipseWeightsError(InputError):
    template = sentence("“{table}”: column “{column}” is negative in {count:row|rows} (row {rows}).")
    remedy = sentence("A weight cannot be below zero: correct these cells, or choose another column.")


class NothingToMeasureError(InputError):
    template = sentence("“{table}” has no feature with a place and a weight above zero.")
    remedy = sentence("Check its geometries, and the column of weights.")


class WeightsTooLargeError(InputError):
    template = sentence("“{table}”: column “{column}” holds weights up to {largest}, too large to be added up.")
    remedy = sentence("Give the weights in a larger unit of measure: only their proportions count.")


@dataclass
class WeightedPoints:
    """The sums of each group and year: ``groups`` and ``years`` (n,) beside ``moments`` (n,), from ``origin`` on."""

    moments: Moments
    groups: list[str]
    years: list[int | None]
    plane: Plane
    origin: np.ndarray
    notes: list[Message] = field(default_factory=list)


def read_weighted_points(
    features: Features, weight: str, group: str, *, year: str, progress: Progress = Silent()
) -> WeightedPoints:
    """The centroids of ``features`` on a plane, summed by the columns ``group`` and ``year``; '' for none of each.

    Raises, all at once where that is possible: ``LayerWithoutCrsError``, ``NegativeEllipseWeightsError``,
    ``WeightsTooLargeError``, ``YearsNotReadableError``, ``WordsAmongNumbersError``, ``NothingToMeasureError``,
    ``NoPlaceError``.
    """
    if not features.source.sourceCrs().isValid():
        raise LayerWithoutCrsError(layer=features.name)
    weights = features.numbers(weight, progress) if weight else None
    index = {name: features.source.fields().indexFromName(name) for name in (group, year) if name}
    missing = [name for name, place in index.items() if place < 0]
    if missing:
        raise MissingColumnsError(table=features.name, missing=quoted(missing), found=features.source.fields().names())
    cells, places = {name: [] for name in index}, []
    geometries = []
    for feature in every_feature(features.source, None, features.layer, name=features.name):
        advance(progress, 1.0)
        geometry = feature.geometry()
        geometries.append(None if geometry.isNull() or geometry.isEmpty() else QgsGeometry(geometry))
        for name, place in index.items():
            cells[name].append(plain_cell(feature.attribute(place)))
    groups = [normalise_key(cell) for cell in cells[group]] if group else [""] * len(geometries)
    weights = np.ones(len(geometries)) if weights is None else weights
    years, errors, notes = None, _find_wrong_weights(features.name, weights, weight), []
    if year:
        of_groups = pd.Series(groups, dtype=object)
        parsed, wrong, notes = parse_years(pd.Series(cells[year], dtype=object), features.name, year, units=of_groups)
        years, errors = parsed.to_numpy(), errors + wrong
    raise_all(errors)
    notes += _remarks_on_groups(features.name, cells[group], group) if group else []
    used = np.array([geometry is not None for geometry in geometries], dtype=bool) & (weights > 0)
    if not used.any():
        raise NothingToMeasureError(table=features.name)
    is_geographic = features.source.sourceCrs().isGeographic()
    boxes = [_box(geometries[place], is_geographic) for place in np.flatnonzero(used)]
    wkt = features.source.sourceCrs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    plane = find_plane(wkt, np.array(boxes), features.name)
    for place in np.flatnonzero(used):
        advance(progress, 1.0)
        places.append(_centroid(geometries[place], plane))
    points = np.array(places)
    on_earth = np.isfinite(points).all(axis=1)
    keys = [
        (groups[place], None if years is None else int(years[place]))
        for place, has_place in zip(np.flatnonzero(used), on_earth)
        if has_place
    ]
    points, chosen = points[on_earth], weights[used][on_earth]
    if not len(points):
        raise NothingToMeasureError(table=features.name)
    known = sorted(set(keys), key=lambda key: (key[0], key[1] or 0))
    origin = points.mean(axis=0)
    number = np.array([known.index(key) for key in keys])
    x, y = (points - origin).T
    moments = Moments.of_points(x, y, chosen, group=number, groups=len(known))
    notes += plane.remarks_on_plane(features.name)
    notes += _remarks_on_left_out(features.name, weights, used, off_earth=int((~on_earth).sum()))
    return WeightedPoints(moments, [key[0] for key in known], [key[1] for key in known], plane, origin, notes)


def ellipse_geometries(
    tables: EllipseTables, plane: Plane, origin: np.ndarray, *, size: int
) -> tuple[pd.DataFrame, list]:
    """The table of ellipses with their centres in the layer's CRS, and a polygon a row."""
    frame = tables.ellipses
    centres = plane.unproject(np.column_stack([tables.drawn.centre_x, tables.drawn.centre_y]) + origin)
    place = frame.columns.get_loc("size") + 1
    frame.insert(place, "centre_x", centres[:, 0] if len(frame) else np.empty(0))
    frame.insert(place + 1, "centre_y", centres[:, 1] if len(frame) else np.empty(0))
    outlines = compute_outlines(tables.drawn, float(size))
    return frame, [_area(plane.unproject(outline + origin), plane.west) for outline in outlines]


def move_geometries(tables: EllipseTables, plane: Plane, origin: np.ndarray) -> list:
    """A line for each move of a centre, straight on the plane."""
    steps = np.linspace(0.0, 1.0, 2 if plane.is_own else CORNERS_A_MOVE)[:, None]
    return [
        _way(plane.unproject(start + steps * (end - start) + origin), plane.west)
        for start, end in zip(tables.starts, tables.ends)
    ]


def _area(ring: np.ndarray, west: float | None) -> QgsGeometry:
    """A polygon; in degrees cut where the map ends."""
    rings = [ring] if west is None else cut_ring(ring, west, TURN)
    return QgsGeometry.collectGeometry([QgsGeometry(QgsPolygon(_line(part))) for part in rings])


def _way(line: np.ndarray, west: float | None) -> QgsGeometry:
    """A line; in degrees cut where the map ends."""
    parts = [line] if west is None else cut_line(line, west, TURN)
    return QgsGeometry.collectGeometry([QgsGeometry(_line(part)) for part in parts])


def _box(geometry: QgsGeometry, is_geographic: bool) -> tuple[float, float, float, float]:
    """West, south, east, north; in degrees of an outline that goes on where it would jump across the map."""
    box = geometry.boundingBox()
    if not is_geographic or not TURN / 2 < box.width() <= TURN:
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
    points = unwound(np.array([(vertex.x(), vertex.y()) for vertex in geometry.vertices()]), TURN)
    return (*points.min(axis=0), *points.max(axis=0))


def _line(points: np.ndarray) -> QgsLineString:
    return QgsLineString([QgsPoint(float(x), float(y)) for x, y in points])


def _centroid(geometry: QgsGeometry, plane: Plane) -> np.ndarray:
    """The centroid on the plane: of the outline there, since that of degrees is another place."""
    if not plane.is_own:
        vertices = [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]
        moved = plane.project(np.array(vertices))
        if not np.isfinite(moved).all():
            return np.array([np.nan, np.nan])
        geometry = QgsGeometry(geometry)
        shape = geometry.get()
        for vertex, (x, y) in zip(list(_vertex_ids(shape)), moved):
            shape.moveVertex(vertex, QgsPoint(float(x), float(y)))
    point = geometry.centroid().asPoint()
    return np.array([point.x(), point.y()])


def _vertex_ids(shape):
    from qgis.core import QgsVertexId

    vertex = QgsVertexId()
    while True:
        found, _ = shape.nextVertex(vertex)
        if not found:
            return
        yield QgsVertexId(vertex.part, vertex.ring, vertex.vertex)


def _find_wrong_weights(table: str, weights: np.ndarray, column: str) -> list[InputError]:
    errors: list[InputError] = []
    negative = np.flatnonzero(weights < 0)
    if len(negative):
        rows = [int(row) + 1 for row in negative]
        errors.append(NegativeEllipseWeightsError(table=table, column=column, count=len(rows), rows=rows))
    largest = np.nanmax(weights, initial=0.0)
    if largest > _LARGEST:
        errors.append(WeightsTooLargeError(table=table, column=column, largest=float(largest)))
    return errors


def _remarks_on_groups(table: str, cells: list[object], column: str) -> list[Message]:
    """On names of groups that look alike, and on features without one."""
    keys = [normalise_key(cell) for cell in cells]
    notes = remarks_on_hidden_differences(cells, table, column)
    notes += remarks_on_keys_apart_by_case(dict.fromkeys(keys), table, column)
    nameless = keys.count("")
    if nameless:
        template = (
            "“{table}”: {count:feature has|features have} nothing in the column “{column}”: a group without a name."
        )
        notes.append(note("features-without-group", template, table=table, count=nameless, column=column))
    return notes


def _remarks_on_left_out(table: str, weights: np.ndarray, used: np.ndarray, *, off_earth: int) -> list[Message]:
    weightless = int((~(weights > 0)).sum())
    placeless = int((~used & (weights > 0)).sum()) + off_earth
    notes = []
    if weightless:
        notes.append(
            warning(
                "points-without-weight",
                "“{table}”: {count:feature has|features have} no weight, or a weight of zero, and no part in any "
                "ellipse.",
                table=table,
                count=weightless,
            )
        )
    if placeless:
        notes.append(
            warning(
                "points-without-place",
                "“{table}”: {count:feature has|features have} no place on the map and no part in any ellipse.",
                table=table,
                count=placeless,
            )
        )
    return notes
