"""The map of compensation: who pays and who receives as grounds, how much as circles whose area is the amount."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ...carbon_plugin.bridge.translation import Translation, language
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.resources import read_rows
from .layers import StyleFunction, aliases
from .symbols import label_by, missing_symbol, polygon_symbol

LARGEST = 11.0  # millimetres across, of the largest amount
_OUTLINE = {"outline_color": "#ffffff", "outline_width": "0.2"}


def compensation_map(largest: float, year: int, *, has_missing: bool) -> StyleFunction:
    """A style: roles in words; ``largest``: the largest amount paid or received, 10^4 of the currency a year."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        translate, code = Translation(language()), language()
        categories = [
            QgsRendererCategory(row["role"], _symbol(row, largest), row[f"label_{code}"])
            for row in read_rows("compensation/roles.csv")
        ]
        if has_missing:
            categories.append(QgsRendererCategory("", missing_symbol(), translate(sentence("Data missing"))))
        layer.setRenderer(QgsCategorizedSymbolRenderer("role", categories))
        label_by(layer, "name")
        layer.setName(translate(sentence("Carbon compensation {year} (circles: amount)")).format(year=year))

    return style


def _symbol(row: dict[str, str], largest: float) -> QgsFillSymbol:
    symbol = polygon_symbol(row["colour"])
    if not largest:
        return symbol
    circle = QgsMarkerSymbol.createSimple({"name": "circle", "color": row["mark"], "size": "3", **_OUTLINE})
    amount = QgsProperty.fromExpression(f'{LARGEST} * sqrt(abs(coalesce("payment", 0)) / {largest!r})')
    circle.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, amount)
    centre = QgsCentroidFillSymbolLayer()
    centre.setSubSymbol(circle)
    centre.setPointOnSurface(True)
    centre.setPointOnAllParts(False)
    symbol.appendSymbolLayer(centre)
    return symbol
