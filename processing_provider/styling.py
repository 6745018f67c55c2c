"""How result layers look: aliases with units, styles from the shipped files, breaks from the core."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from qgis.core import (
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsPalLayerSettings,
    QgsProcessingLayerPostProcessorInterface,
    QgsProviderRegistry,
    QgsRendererRange,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..carbon_plugin.bridge.translation import language, tr
from ..carbon_plugin.core.resources import read_rows
from ..carbon_plugin.core.units import REPORT_UNITS
from ..carbon_plugin.core.vocabulary import describe
from .options import REPORT_UNITS as REPORT_UNIT_LABELS

_STYLE_NAME = "carbon_zoning"
_SHOWN_IN_THOUSANDS = 100_000.0


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


def net_emission_map(breaks: list[tuple[float, float]], unit: str, year: int):
    """A style: net emission of ``year`` in diverging classes around zero, in words, names as labels, unit in the title.

    ``breaks``: classes (low, high] in ``unit``, a key of ``core.units.REPORT_UNITS``.
    """
    in_thousands = max((abs(bound) for pair in breaks for bound in pair), default=0.0) >= _SHOWN_IN_THOUSANDS
    scale, prefix = (1000.0, "1000 ") if in_thousands else (1.0, "")
    shown_unit = tr("{unit}/a").format(unit=prefix + tr(REPORT_UNIT_LABELS[unit]))

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        classes = [
            QgsRendererRange(low, high, _polygon_symbol(colour), _in_words(low / scale, high / scale, shown_unit))
            for (low, high), colour in zip(breaks, _diverging_colours(breaks))
        ]
        if classes:
            factor = REPORT_UNITS[unit]
            layer.setRenderer(QgsGraduatedSymbolRenderer(f'"nce" * {factor!r}' if factor != 1 else "nce", classes))
        label_by(layer, "name")
        layer.setName(tr("Net carbon emission {year}").format(year=year))

    return style


def _in_words(low: float, high: float, unit: str) -> str:
    """A class of net emission as a reader says it: a sink or a source of so much."""
    smaller, larger = sorted((abs(low), abs(high)))
    amounts = [_number(amount) for amount in dict.fromkeys((smaller, larger))]
    template = tr("Sink {amount} {unit}") if high <= 0 else tr("Source {amount} {unit}")
    return template.format(amount=" – ".join(amounts), unit=unit)


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


def _diverging_colours(breaks: list[tuple[float, float]]) -> list[str]:
    """A colour for every class: the strongest at both ends, the palest around zero."""
    rows = read_rows("styles/net_emission.csv")
    sinks, sources = ([row["colour"] for row in rows if row["side"] == side] for side in ("sink", "source"))
    below = sum(high <= 0 for _, high in breaks)
    return sinks[len(sinks) - below :] + sources[: len(breaks) - below]


def _polygon_symbol(colour: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": "#8a8a8a", "outline_width": "0.15"})


def _number(value: float) -> str:
    """A legend's number: thousands separated, decimals only where small."""
    return f"{value:,.0f}" if value >= 100 or value == 0 else f"{value:,.3g}"
