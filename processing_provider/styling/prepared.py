"""Tables that say how files were read: their columns in words."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence

COLUMNS = {
    "source": sentence("File"),
    "sheet": sentence("Sheet"),
    "column": sentence("Column"),
    "role": sentence("Role: what it is"),
    "variable": sentence("Variable"),
    "year": sentence("Year"),
    "unit_found": sentence("Unit of measure found"),
    "factor": sentence("Multiplied by"),
    "rows": sentence("Numbers taken"),
    "note": sentence("Remark"),
    "nearest": sentence("Nearest variable"),
    "label": sentence("What that is"),
}
WIDTHS = {"source": 160, "column": 260, "variable": 150, "nearest": 150, "label": 220, "note": 520}  # points


def mapping_aliases(layer: QgsVectorLayer) -> None:
    """The columns of MAPPING_USED and UNRECOGNISED under their labels."""
    for name, label in COLUMNS.items():
        place = layer.fields().indexFromName(name)
        if place >= 0:
            layer.setFieldAlias(place, tr(label))
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    for place, column in enumerate(config.columns()):
        if column.name in WIDTHS:
            config.setColumnWidth(place, WIDTHS[column.name])
    layer.setAttributeTableConfig(config)
