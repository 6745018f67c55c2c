"""How large polygons of a CRS are: on its ellipsoid, or on its plane."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
)

from ..core.errors import InputError
from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.messages import sentence
from ..core.space.bent_edges import moved_rings
from ..core.space.ring_area import ring_areas
from ..raster.cell_areas import PLANAR, ellipsoid_of, places_on
from ..raster.grid import spatial_reference
from .moved_polygons import mover, polygons_of

_BEND = 1e-8  # degrees, a millimetre: how far an edge may be from where it lies
_LONGEST = float(np.sqrt(np.degrees(1.0) * _BEND))  # shorter edges bend less than that
_TURN = 360.0


class PlanarAreaOfDegreesError(InputError):
    template = sentence("“{layer}” is in {crs}, whose coordinates are angles: a polygon has no planar area.")
    remedy = sentence("Choose ellipsoidal areas, or export the layer in an equal-area projection.")


class PolygonsWithoutEllipsoidError(InputError):
    template = sentence(
        "“{layer}” is in {crs}, which is not tied to an ellipsoid, so the true area of a polygon is unknown."
    )
    remedy = sentence("Choose planar areas, or set the layer's CRS.")


class PolygonMeasure:
    """Areas of polygons in ``crs``, of which ``layer`` is one; ``method``: 'ellipsoidal' or 'planar'.

    Raises ``PlanarAreaOfDegreesError``, ``PolygonsWithoutEllipsoidError``.
    """

    def __init__(self, crs: QgsCoordinateReferenceSystem, method: str, layer: str):
        own = spatial_reference(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
        self._geographic = bool(own.IsGeographic()) and not own.IsDerivedGeographic()
        self._planar = method == PLANAR
        names = {"layer": layer, "crs": crs.userFriendlyIdentifier()}
        if self._planar:
            if own.IsGeographic():
                raise PlanarAreaOfDegreesError(**names)
            # unit² · (m / unit)² · (1 ha / 10 000 m²) = ha
            self._hectares = own.GetLinearUnits() ** 2 / SQUARE_METRES_PER_HECTARE
            return
        if own.IsLocal() or own.IsGeocentric() or not (own.IsGeographic() or own.IsProjected()):
            raise PolygonsWithoutEllipsoidError(**names)
        self._ellipsoid = ellipsoid_of(own)
        places = places_on(own)
        self._radians = places.GetAngularUnits()
        there = QgsCoordinateReferenceSystem.fromWkt(places.ExportToWkt(["FORMAT=WKT2_2019"]))
        self._move = mover(QgsCoordinateTransform(crs, there, QgsCoordinateTransformContext()))

    def hectares(self, geometries: Sequence[QgsGeometry]) -> np.ndarray:
        """Hectares of each of n polygons (n,), NaN where one has no place on Earth."""
        if self._planar:
            return np.array([geometry.area() for geometry in geometries]) * self._hectares
        rings, sign, owner = [], [], []
        for number, geometry in enumerate(geometries):
            for polygon in polygons_of(geometry):
                rings += polygon
                sign += [1.0, *[-1.0] * (len(polygon) - 1)]
                owner += [number] * len(polygon)
        if not rings:
            return np.zeros(len(geometries))
        begins = np.concatenate([[0], np.cumsum([len(ring) for ring in rings])])
        points = np.concatenate(rings)
        if not self._geographic:
            points, begins, _ = moved_rings(points, begins, self._move, tolerance=_BEND, longest=_LONGEST, turn=_TURN)
        longitudes, latitudes = np.ascontiguousarray(points.T) * self._radians
        areas = ring_areas(longitudes, latitudes, begins, ellipsoid=self._ellipsoid) * np.array(sign)
        return np.bincount(owner, areas, len(geometries)) / SQUARE_METRES_PER_HECTARE
