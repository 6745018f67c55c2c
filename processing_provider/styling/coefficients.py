"""The table of the coefficients an account used: keys stay English in the data and show in the desktop's words."""

from __future__ import annotations

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ...carbon_plugin.bridge.translation import tr
from .layers import aliases


def coefficients_used(layer: QgsVectorLayer) -> None:
    """Columns under their labels, and why a coefficient stays out in the desktop's language."""
    from ...carbon_plugin.core.accounting.selection import REASON, REASONS  # brings pandas, which loads slowly

    aliases(layer)
    words = [{tr(reason): reason} for reason in REASONS]
    layer.setEditorWidgetSetup(layer.fields().indexFromName(REASON), QgsEditorWidgetSetup("ValueMap", {"map": words}))
