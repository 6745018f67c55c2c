"""Outlines of units in the coordinates of a grid, and how large they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
)

from ..core.errors import InputError
from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.progress import Progress, Silent
from ..core.space.ring_area import ring_areas
from ..raster.grid import Grid
from ..raster.zonal.edges import Edges, RowLines
from ..raster.zonal.unit_sizes import UnitSizes
from .moved_polygons import Polygon, Target, geographic_polygons, polygons_in
from .polygons import UnitPolygons

POINTS_AT_ONCE = 1 << 16  # of outlines that are measured together
OUTLINE_TOLERANCE = 0.005  # of a cell: a border bends to one side, so that all its cells would be wrong alike


def edges_in(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> Callable[[Grid], Edges]:
    """A function: the outlines of ``units`` in the CRS of a grid, true to a small part of its cells.

    It raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """

    def edges_for(grid: Grid) -> Edges:
        crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs_wkt)
        _, width, _, _, _, height = grid.geotransform
        west, _, east, _ = grid.extent
        target = Target(crs, OUTLINE_TOLERANCE * min(abs(width), abs(height)), (west + east) / 2)
        moved = polygons_in(units, target, context, progress=progress)
        return Edges.from_wkb(moved, progress, rows=RowLines.of(grid))

    return edges_for


def sizes_of(units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()) -> UnitSizes:
    """How large the outlines of ``units`` are on the ellipsoid, NaN where they have no place on Earth.

    Raises ``Cancelled``.
    """
    hectares: list[np.ndarray] = []
    some: list[list[Polygon]] = []
    points = 0
    try:
        for one in geographic_polygons(units, context, progress):
            some.append(one)
            points += sum(len(ring) for polygon in one for ring in polygon)
            if points > POINTS_AT_ONCE:
                hectares.append(_hectares(some))
                some, points = [], 0
    except InputError:  # the outlines are needed in the raster's CRS, which says what is wrong
        return UnitSizes(units.keys, np.full(len(units.keys), np.nan))
    return UnitSizes(units.keys, np.concatenate([*hectares, _hectares(some)]))


def _hectares(units: Sequence[Sequence[Polygon]]) -> np.ndarray:
    """Of each unit by its polygons in degrees (u,), their rings measured all at once."""
    rings = [ring for one in units for polygon in one for ring in polygon]
    if not rings:
        return np.zeros(len(units))
    owner = [number for number, one in enumerate(units) for polygon in one for _ in polygon]
    sign = [-1.0 if place else 1.0 for one in units for polygon in one for place in range(len(polygon))]  # holes less
    begins = np.concatenate([[0], np.cumsum([len(ring) for ring in rings])])
    longitudes, latitudes = np.ascontiguousarray(np.radians(np.concatenate(rings)).T)
    areas = np.array(sign) * ring_areas(longitudes, latitudes, begins)
    return np.bincount(owner, areas, len(units)) / SQUARE_METRES_PER_HECTARE
