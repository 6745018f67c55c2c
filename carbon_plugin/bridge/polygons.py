"""The planner's units: polygons with a key and perhaps a name to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSource,
    QgsGeometry,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import EmptyTableError, InputError, MissingColumnsError, raise_all
from ..core.messages import Message, sentence, warning
from ..core.progress import Progress, Silent, advance
from ..core.tables.joined import NAME
from ..core.tables.keys import (
    find_empty_keys,
    find_repeated_units,
    normalise_key,
    remarks_on_hidden_differences,
    remarks_on_keys_apart_by_case,
)
from ..core.tables.vocabulary import UNIT
from ..core.values import Cell, quoted
from .garbled import find_garbled_texts
from .kept_outlines import KeptOutlines
from .sources import every_feature, file_of, has_no_rows, remarks_on_other_tables
from .tables import plain_cell
from .valid_polygons import valid_polygons

FURTHEST_METRES, FURTHEST_DEGREES = 1e8, 540.0  # no map of the Earth reaches further
_POLE, _TURN, _ROUNDING = 90.0, 360.0, 1e-6  # degrees


class LayerWithoutCrsError(InputError):
    template = sentence("“{layer}” has no coordinate reference system, so its place on the ground is unknown.")
    remedy = sentence("Set it in the layer's properties, then run again.")


class NoOutlinesError(InputError):
    template = sentence("“{layer}” has no outline among {count:feature|features}.")
    remedy = sentence("Choose the layer that holds the units as polygons.")


class TransformError(InputError):
    """``units``: the unit where it was found, as a cell."""

    template = sentence("“{layer}” cannot be brought into {crs}: {reason} (unit {units}).")
    remedy = sentence("Check the layer's coordinate reference system.")


class OutsideCrsError(InputError):
    template = sentence(
        "“{layer}”: {count:unit lies|units lie} outside the world of {crs}: {units}. The coordinates reach from "
        "{extent}, which {own_crs}, the layer's coordinate reference system, hardly means."
    )
    remedy = sentence(
        "Set the right coordinate reference system in the layer's properties, or repair these outlines, then run again."
    )


@dataclass
class UnitPolygons:
    """The units in the layer's order: ``keys`` (normalised), ``names`` to show, and valid ``geometries`` in ``crs``."""

    layer: str
    keys: list[str]
    names: list[str]
    geometries: Sequence[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    notes: list[Message] = field(default_factory=list)

    def frame(self) -> pd.DataFrame:
        """Keys and names as a table: columns ``unit`` and ``name``."""
        return pd.DataFrame({UNIT: self.keys, NAME: self.names})

    def name_of(self) -> dict[str, str]:
        """The name to show for every key."""
        return dict(zip(self.keys, self.names))

    def find_outside(self) -> list[InputError]:
        """Units with a corner that lies nowhere on Earth: the error that names them."""
        boxes = (geometry.boundingBox() for geometry in self.geometries)
        outside = [key for key, box in zip(self.keys, boxes) if is_off_earth(box, self.crs)]
        return [self.outside(outside, self.crs)] if outside else []

    def outside(self, keys: Sequence[str], crs: QgsCoordinateReferenceSystem) -> OutsideCrsError:
        """The error that names units that have no place in a CRS."""
        return OutsideCrsError(
            count=len(keys),
            layer=self.layer,
            units=[Cell(key) for key in keys],
            crs=crs.userFriendlyIdentifier(),
            own_crs=self.crs.userFriendlyIdentifier(),
            extent=_written(extent_of(self.geometries)),
        )


def read_units(
    source: QgsFeatureSource,
    layer_name: str,
    id_field: str,
    *,
    name_field: str = "",
    layer: QgsVectorLayer | None = None,
    progress: Progress = Silent(),
) -> UnitPolygons:
    """Read unit polygons; invalid rings are repaired and named, features without an outline left out and named.

    An outline is a polygon with an area: of a collection its polygons count, of Z and M nothing does.

    Raises, all at once: ``EmptyTableError``, ``LayerWithoutCrsError``, ``MissingColumnsError``,
    ``MissingKeysError``, ``DuplicateUnitsError``, ``OutsideCrsError``; then ``NoOutlinesError``.
    """
    _check_layer(source, layer_name, id_field, name_field)
    units = UnitPolygons(layer_name, [], [], KeptOutlines(), source.sourceCrs())
    every_key, repaired, without_geometry = [], [], []
    cells = []
    for feature in every_feature(source, layer=layer, name=layer_name):
        advance(progress, 0.0)  # a crossed outline of many corners takes its time
        cells.append(plain_cell(feature[id_field]))
        key = normalise_key(cells[-1])
        every_key.append(key)
        if not key:
            continue
        geometry, crossed = valid_polygons(feature.geometry())
        if geometry.isEmpty():
            without_geometry.append(key)
            continue
        if crossed:
            repaired.append(key)
        units.keys.append(key)
        units.names.append(str(plain_cell(feature[name_field]) or key) if name_field else key)
        units.geometries.append(geometry)
    empty = find_empty_keys(pd.Series(every_key, dtype=object), layer_name, id_field)
    shown = dict.fromkeys([*every_key, *units.names])
    garbled = find_garbled_texts(shown, layer_name, file_of(layer))
    repeated = find_repeated_units(units.keys, layer_name, id_field)
    raise_all([*garbled, *empty, *repeated, *units.find_outside()])
    units.notes += remarks_on_other_tables(layer, layer_name)
    units.notes += remarks_on_hidden_differences(cells, layer_name, id_field)
    units.notes += remarks_on_keys_apart_by_case(units.keys, layer_name, id_field)
    if not units.keys:
        raise NoOutlinesError(layer=layer_name, count=len(without_geometry))
    if repaired:
        template = sentence(
            "“{layer}”: {count:outline crosses itself and was|outlines cross themselves and were} repaired: {units}."
        )
        units.notes.append(_about("outlines-repaired", template, layer_name, repaired))
    if without_geometry:
        template = sentence(
            "“{layer}”: {count:unit has no outline and is|units have no outline and are} left out: {units}."
        )
        units.notes.append(_about("units-without-outline", template, layer_name, without_geometry))
    return units


def extent_of(geometries: Sequence[QgsGeometry]) -> QgsRectangle:
    """The smallest box around all of ``geometries``, of which there is at least one."""
    extent: QgsRectangle | None = None
    for geometry in geometries:
        if extent is None:
            extent = QgsRectangle(geometry.boundingBox())
        else:
            extent.combineExtentWith(geometry.boundingBox())
    return extent


def is_off_earth(box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> bool:
    """True where what ``box`` is around cannot be a place on Earth in ``crs``."""
    sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    if not all(map(isfinite, sides)):
        return True
    if crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees:
        beyond_a_pole = max(abs(sides[1]), abs(sides[3])) > _POLE + _ROUNDING
        return beyond_a_pole or max(map(abs, sides)) > FURTHEST_DEGREES or box.width() > _TURN + _ROUNDING
    metre = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    return max(map(abs, sides)) > FURTHEST_METRES / metre


def _written(box: QgsRectangle) -> str:
    sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return "{:.9g}, {:.9g} : {:.9g}, {:.9g}".format(*sides)


def _about(code: str, template: str, layer: str, units: Sequence[str]) -> Message:
    return warning(code, template, layer=layer, count=len(units), units=[Cell(key) for key in units])


def prepared(geometry: QgsGeometry):
    """GEOS's engine for a geometry that many others are held against. It looks into the geometry: keep that too."""
    engine = QgsGeometry.createGeometryEngine(geometry.constGet())
    engine.prepareGeometry()
    return engine


def _check_layer(source: QgsFeatureSource, layer_name: str, id_field: str, name_field: str) -> None:
    errors: list[InputError] = []
    if has_no_rows(source):
        errors.append(EmptyTableError(table=layer_name))
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        errors.append(NoOutlinesError(layer=layer_name, count=source.featureCount()))
    elif not source.sourceCrs().isValid():
        errors.append(LayerWithoutCrsError(layer=layer_name))
    found = [attribute.name() for attribute in source.fields()]
    missing = [name for name in (id_field, name_field) if name and name not in found]
    if missing:
        errors.append(MissingColumnsError(table=layer_name, missing=quoted(missing), found=found))
    raise_all(errors)
