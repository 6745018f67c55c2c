"""What the styles of all layers are made of, and how a style travels with its data."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from qgis.core import (
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProcessingLayerPostProcessorInterface,
    QgsProviderRegistry,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...carbon_plugin.bridge.translation import language
from ...carbon_plugin.core.vocabulary import describe

_STYLE_NAME = "carbon_zoning"


class LayerStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles a layer once it is loaded into the project."""

    _alive: ClassVar[list[LayerStyler]] = []  # QGIS does not keep Python post-processors alive

    def __init__(self, style):
        super().__init__()
        self._style = style

    @classmethod
    def of(cls, style) -> LayerStyler:
        """A styler that lives until it has done its work."""
        styler = cls(style)
        cls._alive.append(styler)
        return styler

    def postProcessLayer(self, layer, context, feedback):
        """Called by QGIS in the main thread."""
        if isinstance(layer, QgsVectorLayer):
            self._style(layer)
            layer.triggerRepaint()
        self._alive.remove(self)


def aliases(layer: QgsVectorLayer) -> None:
    """Show every column the vocabulary knows under its label and unit."""
    for index, attribute in enumerate(layer.fields()):
        variable = describe(attribute.name())
        if variable:
            layer.setFieldAlias(index, variable.alias(language()))


def store_style(layer: QgsVectorLayer) -> str:
    """Keep a layer's style with its data: inside a GeoPackage, else as a QML beside the file.

    Returns why it could not be done, '' where it could; a layer in memory needs nothing.
    """
    if layer.providerType() != "ogr":
        return ""
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", "")
    if path.lower().endswith(".gpkg"):
        return layer.saveStyleToDatabase(_STYLE_NAME, "", True, "") or ""
    message, stored = layer.saveNamedStyle(str(Path(path).with_suffix(".qml")))
    return "" if stored else message


def label_by(layer: QgsVectorLayer, column: str) -> None:
    """Label every polygon with the text in ``column``, haloed, inside where there is room."""
    text = QgsTextFormat()
    text.setSize(7)
    text.setColor(QColor("#222222"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor("white"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = column
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def polygon_symbol(colour: str) -> QgsFillSymbol:
    """A quiet outline around a plain colour."""
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": "#8a8a8a", "outline_width": "0.15"})
