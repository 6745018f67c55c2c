"""Outlines of units in the coordinates of a grid, and how large they are."""

from __future__ import annotations

from typing import Callable

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
)

from ..core.errors import InputError
from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.progress import Progress, Silent
from ..core.space.ring_area import ring_area
from ..raster.grid import Grid
from ..raster.zonal.edges import Edges, RowLines
from ..raster.zonal.unit_sizes import UnitSizes
from .moved_polygons import Target, geographic_polygons, polygons_in
from .polygons import UnitPolygons

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
    try:
        square_metres = [
            sum(rings[0] - sum(rings[1:]) for rings in ([_area(ring) for ring in polygon] for polygon in one))
            for one in geographic_polygons(units, context, progress)
        ]
    except InputError:  # the outlines are needed in the raster's CRS, which says what is wrong
        return UnitSizes(units.keys, np.full(len(units.keys), np.nan))
    return UnitSizes(units.keys, np.array(square_metres) / SQUARE_METRES_PER_HECTARE)


def _area(ring: np.ndarray) -> float:
    return ring_area(*np.radians(ring).T)
