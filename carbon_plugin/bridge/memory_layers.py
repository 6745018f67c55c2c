"""Layers that live only as long as they are needed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorLayer

from .output import fields_of, write_rows


def memory_polygons(
    frame: pd.DataFrame, geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem, *, name: str = "units"
) -> QgsVectorLayer:
    """A layer in memory with one (multi-)polygon a row of ``frame``."""
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(crs)
    fields = fields_of(frame)
    layer.dataProvider().addAttributes(fields.toList())
    layer.updateFields()
    multiple = [QgsGeometry(geometry) for geometry in geometries]
    for geometry in multiple:
        geometry.convertToMultiType()
    write_rows(layer.dataProvider(), frame, fields, geometries=multiple)
    layer.updateExtents()
    return layer
