"""Tables of notes: their columns in words."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence

COLUMNS = {
    "step": sentence("Step"),
    "code": sentence("What it is about"),
    "severity": sentence("Severity"),
    "text_en": sentence("English"),
    "text_zh": sentence("Chinese"),
    "count": sentence("How many it speaks of"),
}


def note_aliases(layer: QgsVectorLayer) -> None:
    """The columns of a table of notes under their labels."""
    for name, label in COLUMNS.items():
        layer.setFieldAlias(layer.fields().indexFromName(name), tr(label))
