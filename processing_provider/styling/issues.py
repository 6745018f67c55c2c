"""Tables of issues: their columns in words."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence

COLUMNS = {
    "severity": sentence("Severity"),
    "code": sentence("What it is about"),
    "layer": sentence("Layer or table"),
    "unit": sentence("Unit"),
    "year": sentence("Year"),
    "column": sentence("Column"),
    "found": sentence("Found"),
    "expected": sentence("Expected"),
    "what_to_do": sentence("What to do"),
}


def issue_aliases(layer: QgsVectorLayer) -> None:
    """The columns of a table of issues under their labels."""
    for name, label in COLUMNS.items():
        layer.setFieldAlias(layer.fields().indexFromName(name), tr(label))
