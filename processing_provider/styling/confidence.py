"""The map of zones and doubt: the colour is the zone, the paler the less often the draws agree with it."""

from __future__ import annotations

from qgis.core import QgsProperty, QgsRuleBasedRenderer, QgsSymbolLayer, QgsVectorLayer

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from .layers import NamedStyles, StyleFunction, aliases
from .legends import Span, by_range
from .symbols import label_by, missing_symbol, polygon_symbol

_NO_ZONE = sentence("No zone: scores missing")
FILL_COLOUR = QgsSymbolLayer.Property.PropertyFillColor
PALEST, CHANCE = 0.15, 0.2  # of a zone's colour where no more draws agree than one of five zones has by chance
_HEADING = sentence("Colour: zone; the paler, the fewer draws agree")
_SAMPLES = (
    (1.0, sentence("all draws agree")),
    (0.5, sentence("half of the draws agree")),
    (CHANCE, sentence("no more than by chance")),
)
_GREY = "#4a4a4a"
_AGREEMENT = (  # classes of the share of draws in the zone, from dark to pale
    (0.9, 1.0, "#00564f"), (0.75, 0.9, "#3fa899"), (0.5, 0.75, "#f3eebd"), (0.25, 0.5, "#e59a3c"),
    (-1.0, 0.25, "#8a2d12"),
)  # fmt: skip


def confidence_maps(translation: Translation, has_missing: bool) -> NamedStyles:
    """Two styles: zones with their doubt open, the agreement in classes waits in the layer's style menu."""
    return NamedStyles(
        {
            translation(sentence("Zones and doubt")): _zones_and_doubt(translation, has_missing),
            translation(sentence("Agreement")): _agreement(translation, has_missing),
        }
    )


def paled(colour: str, agreement: float) -> str:
    """A zone's colour (``#rrggbb``) at a share of agreement, mixed with white.

    >>> paled("#000000", 1.0), paled("#000000", 0.2)
    ('#000000', '#d9d9d9')
    """
    strength = PALEST + (1 - PALEST) * max(0.0, (agreement - CHANCE) / (1 - CHANCE))
    return "#" + bytes(round(255 - strength * (255 - channel)) for channel in bytes.fromhex(colour[1:])).hex()


def _zones_and_doubt(translation: Translation, has_missing: bool) -> StyleFunction:
    def style(layer: QgsVectorLayer) -> None:
        from ...carbon_plugin.core.zoning.zones import zones

        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", translation(_HEADING)))
        for zone in zones():
            symbol = polygon_symbol(zone.colour)
            by_agreement = QgsProperty.fromExpression(_expression(zone.colour))
            symbol.symbolLayer(0).setDataDefinedProperty(FILL_COLOUR, by_agreement)
            label = f"{zone.roman}  {zone.name(translation.code)}"
            root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, f'"zone" = {zone.zone}', label))
        for agreement, label in _SAMPLES:  # shown in the legend, drawn nowhere
            sample = polygon_symbol(paled(_GREY, agreement))
            root.appendChild(QgsRuleBasedRenderer.Rule(sample, 0, 0, "FALSE", translation(label)))
        if has_missing:
            missing = translation(_NO_ZONE)
            root.appendChild(QgsRuleBasedRenderer.Rule(missing_symbol(), 0, 0, '"zone" IS NULL', missing))
        layer.setRenderer(QgsRuleBasedRenderer(root))
        _finish(layer, translation)

    return style


def _expression(colour: str) -> str:
    """The colour of a zone by its agreement, as an expression; without an agreement as it is."""
    share = f'max(0, (coalesce("agreement", 1) - {CHANCE}) / {1 - CHANCE:g})'
    channels = (
        f"round(255 - ({PALEST} + {1 - PALEST:g} * {share}) * {255 - channel})" for channel in bytes.fromhex(colour[1:])
    )
    return f"color_rgb({', '.join(channels)})"


def _agreement(translation: Translation, has_missing: bool) -> StyleFunction:
    def style(layer: QgsVectorLayer) -> None:
        spans = [
            Span(low, high, colour, f"{100 * max(low, 0):g} – {100 * high:g} %") for low, high, colour in _AGREEMENT
        ]
        missing = translation(_NO_ZONE) if has_missing else ""
        layer.setRenderer(by_range("agreement", spans, missing))
        _finish(layer, translation)

    return style


def _finish(layer: QgsVectorLayer, translation: Translation) -> None:
    aliases(layer, translation.code)
    label_by(layer, "name")
    layer.setName(translation(sentence("How sure the zones are")))
