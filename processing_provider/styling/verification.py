"""Tables of recomputed numbers: their columns in words."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from .layers import StyleFunction

COLUMNS = {
    "case": sentence("Case"),
    "method": sentence("Method"),
    "source": sentence("Source"),
    "quantity": sentence("Quantity"),
    "key": sentence("Of"),
    "unit": sentence("Unit of measure"),
    "printed": sentence("Printed"),
    "computed": sentence("Computed"),
    "difference": sentence("Difference"),
    "tolerance": sentence("Tolerance"),
    "verdict": sentence("Verdict"),
}


def verification_aliases(translation: Translation) -> StyleFunction:
    """A style: the columns under their labels."""

    def style(layer: QgsVectorLayer) -> None:
        for name, label in COLUMNS.items():
            layer.setFieldAlias(layer.fields().indexFromName(name), translation(label))

    return style
