"""Units in the CRS of each of several layers of polygons, and how polygons are measured there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsUnitTypes,
    QgsVectorLayer,
)

from ..core.errors import InputError, raise_all
from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.messages import Message, sentence, warning
from ..core.progress import Part, Progress, Silent
from ..raster.grid import same_crs
from .moved_polygons import Target, polygons_in
from .polygon_measure import PolygonMeasure
from .polygon_overlaps import PolygonStore
from .polygons import UnitPolygons, is_off_earth
from .sources import every_feature
from .unit_pieces import UnitPieces
from .valid_polygons import repaired

BORDER_METRES = 0.01  # how far a unit's edge may be from where it lies
SMALLEST = 0.01  # square metres of ground under two polygons: less is the rounding of a border
_METRES_A_DEGREE = 111_195.0


class PolygonsOffEarthError(InputError):
    """``polygons``: their numbers in the layer, as QGIS shows them."""

    template = sentence("“{layer}”: {count:polygon lies|polygons lie} outside the world of {crs}: {polygons}.")
    remedy = sentence("Repair these polygons, or set the right CRS in the layer's properties.")


@dataclass(frozen=True, eq=False)
class UnitsInCrs:
    """``crs`` with its ``wkt``; ``pieces``: the units there; ``measure``: of polygons there; ``unit_ha`` (u,): of the
    units; ``shared_ha``: what lies in several of them; ``smallest``: ``SMALLEST`` in square units of the CRS.
    """

    crs: QgsCoordinateReferenceSystem
    wkt: str
    pieces: UnitPieces
    measure: PolygonMeasure
    unit_ha: np.ndarray
    shared_ha: float
    smallest: float


class UnitsInEachCrs:
    """``units`` in the CRS of any layer, made once for each."""

    def __init__(self, units: UnitPolygons, method: str, context: QgsCoordinateTransformContext):
        self._units, self._method, self.context = units, method, context
        self._known: list[UnitsInCrs] = []
        self.count = len(units.keys)

    def of(self, layer: QgsVectorLayer, progress: Progress = Silent()) -> UnitsInCrs:
        """The units in the CRS of ``layer``, of degrees on its side of the Earth.

        Raises ``PlanarAreaOfDegreesError``, ``PolygonsWithoutEllipsoidError``, ``TransformError``,
        ``OutsideCrsError``, ``Cancelled``.
        """
        crs = layer.crs()
        wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
        known = next((one for one in self._known if same_crs(one.wkt, wkt)), None)
        if known is not None and not crs.isGeographic():
            return known
        measure = PolygonMeasure(crs, self._method, layer.name())
        box = layer.extent()
        if is_off_earth(box, crs):  # else units would be looked for on the wrong side of the Earth
            raise_all(_find_off_earth(layer))
        target = Target(crs, BORDER_METRES / _metres_of(crs), (box.xMinimum() + box.xMaximum()) / 2)
        geometries = []
        for wkb in polygons_in(self._units, target, self.context, progress=Part(progress, 0.0, 0.5)):
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometries.append(geometry if geometry.isGeosValid() else repaired(geometry))
        found = UnitsInCrs(
            crs,
            wkt,
            UnitPieces(geometries, Part(progress, 0.5, 1.0)),
            measure,
            measure.hectares(geometries),
            shared_ha=_shared(geometries, measure) if known is None else known.shared_ha,
            smallest=SMALLEST / _metres_of(crs) ** 2,
        )
        self._known.append(found)
        return found

    def remarks_on_shared_ground(self) -> list[Message]:
        """A warning where units overlap."""
        shared = max((one.shared_ha for one in self._known), default=0.0)
        if shared * SQUARE_METRES_PER_HECTARE <= self.count:  # a square metre for each is no district
            return []
        template = sentence(
            "“{layer}”: units overlap in {area} ha, which count in each of them, so sums over units are too large."
        )
        return [warning("outlines-of-units-overlap", template, layer=self._units.layer, area=shared)]


def _find_off_earth(layer: QgsVectorLayer) -> list[InputError]:
    """The polygons that cannot be on Earth; none where a layer's extent is older than its polygons."""
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    found = [
        feature.id()
        for feature in every_feature(layer, request, layer, name=layer.name())
        if not feature.geometry().isEmpty() and is_off_earth(feature.geometry().boundingBox(), layer.crs())
    ]
    crs = layer.crs().userFriendlyIdentifier()
    return [PolygonsOffEarthError(layer=layer.name(), count=len(found), polygons=found, crs=crs)] if found else []


def _shared(geometries: Sequence[QgsGeometry], measure: PolygonMeasure) -> float:
    """Hectares that lie in more than one unit, those in three counted twice."""
    store = PolygonStore()
    for geometry in geometries:
        store.add(geometry)
    found = [both for _, parts in store.overlaps(0.0, Silent()) for _, both in parts]
    store.close()
    return float(np.nansum(measure.hectares(found))) if found else 0.0


def _metres_of(crs: QgsCoordinateReferenceSystem) -> float:
    """Metres in a unit of the CRS."""
    if crs.isGeographic():
        return _METRES_A_DEGREE
    return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
