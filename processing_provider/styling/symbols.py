"""Symbols and labels that all layers share."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsSimpleFillSymbolLayer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

_NO_STROKE = {"strokeStyle": Qt.PenStyle.NoPen}
_OUTLINE = {"outline_color": "#8a8a8a", "outline_width": "0.15"}


def label_by(layer: QgsVectorLayer, column: str, is_expression: bool = False) -> None:
    """Label every polygon with the text in ``column`` or of an expression, haloed, inside where there is room."""
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
    settings.isExpression = is_expression
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def polygon_symbol(colour: str) -> QgsFillSymbol:
    """A quiet outline around a plain colour."""
    return QgsFillSymbol.createSimple({"color": colour, **_OUTLINE})


def plain_symbol(kind: QgsWkbTypes.GeometryType, colour: str) -> QgsSymbol:
    """A plain symbol in ``colour`` for points, lines or polygons."""
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        return polygon_symbol(colour)
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple({"color": colour, "width": "0.7"})
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        outline = {"outline_color": "#4a4a4a", "outline_width": "0.15"}
        return QgsMarkerSymbol.createSimple({"name": "circle", "color": colour, "size": "2.6", **outline})
    symbol = QgsSymbol.defaultSymbol(kind)
    symbol.setColor(QColor(colour))
    return symbol


def missing_symbol(kind: QgsWkbTypes.GeometryType = QgsWkbTypes.GeometryType.PolygonGeometry) -> QgsSymbol:
    """Hatched or grey: there is nothing to show here."""
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        symbol = QgsFillSymbol.createSimple({"style": "solid", "color": "#ffffff", **_OUTLINE})  # hides what lies below
        symbol.appendSymbolLayer(QgsSimpleFillSymbolLayer(QColor("#9a9a9a"), Qt.BrushStyle.BDiagPattern, **_NO_STROKE))
        return symbol
    return plain_symbol(kind, "#c4c4c4")
