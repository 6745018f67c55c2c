"""The map of the zones: five fixed colours in words, and a style for every score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import describe
from .layers import NamedStyles, StyleFunction, aliases, label_by, missing_symbol, polygon_symbol

if TYPE_CHECKING:
    from ...carbon_plugin.core.zoning.rules import Rule

_SCORE = sentence("Score: {field}")
_ZONE_KEY = "zone_key"
_LONGEST_NAME = 30  # of a style in a GeoPackage
_ENDS = {5: sentence("5  good"), 1: sentence("1  bad")}  # the two ends of the scale of scores


def zone_maps(rules: Sequence[Rule], *, has_missing: bool, translation: Translation) -> NamedStyles:
    """The styles of a layer of zones: the zones open, the score by each of ``rules`` waits in the layer's style menu.

    ``has_missing``: there are units without a zone. ``translation``: of names, legends and the attribute table.
    """
    words = _Words(rules, translation)
    scored = [rule for rule in rules if rule.weight > 0]
    labels = [words.label(rule) for rule in scored]
    names = [
        label if len(label) <= _LONGEST_NAME and labels.count(label) == 1 else rule.index.upper()[:_LONGEST_NAME]
        for label, rule in zip(labels, scored)
    ]
    scores = {name: _score_map(rule, words, has_missing) for name, rule in zip(names, scored)}
    return NamedStyles({translation(sentence("Zones")): _zone_map(words, has_missing), **scores})


class _Words:
    """What a layer of zones says: zones, scores and columns in one language."""

    def __init__(self, rules: Sequence[Rule], translation: Translation):
        from ...carbon_plugin.core.zoning.zones import score_classes, zones

        self.rules, self.translation = rules, translation
        self.zones, self.scores = zones(), score_classes()

    def label(self, rule: Rule) -> str:
        """The index in words."""
        variable = describe(rule.field)
        return variable.label(self.translation.code) if variable else rule.field

    def heading(self, rule: Rule) -> str:
        """The score by ``rule`` in words."""
        return self.translation(_SCORE).format(field=self.label(rule))

    def write_on(self, layer: QgsVectorLayer) -> None:
        """Names as labels, columns under their labels, keys in words, the layer under the map's title."""
        aliases(layer, self.translation.code)
        fields = layer.fields()
        for rule in self.rules:
            layer.setFieldAlias(fields.indexFromName(rule.column), self.heading(rule))
        of_keys = [{zone.name(self.translation.code): zone.key} for zone in self.zones]
        layer.setEditorWidgetSetup(fields.indexFromName(_ZONE_KEY), QgsEditorWidgetSetup("ValueMap", {"map": of_keys}))
        label_by(layer, "name")
        layer.setName(self.translation(sentence("Carbon-neutral zones")))


def _zone_map(words: _Words, has_missing: bool) -> StyleFunction:
    def style(layer: QgsVectorLayer) -> None:
        names = {zone.zone: f"{zone.roman}  {zone.name(words.translation.code)}" for zone in words.zones}
        categories = [
            QgsRendererCategory(zone.zone, polygon_symbol(zone.colour), names[zone.zone]) for zone in words.zones
        ]
        if has_missing:
            nothing = words.translation(sentence("No zone: scores missing"))
            categories.append(QgsRendererCategory(None, missing_symbol(), nothing))
        layer.setRenderer(QgsCategorizedSymbolRenderer("zone", categories))
        words.write_on(layer)

    return style


def _score_map(rule: Rule, words: _Words, has_missing: bool) -> StyleFunction:
    """Five scores below a heading: a rule that draws nothing, so that the legend says whose score is shown."""

    def style(layer: QgsVectorLayer) -> None:
        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", words.heading(rule)))
        for one in words.scores:
            label = words.translation(_ENDS[one.score]) if one.score in _ENDS else str(one.score)
            condition = f'"{rule.column}" = {one.score}'
            root.appendChild(QgsRuleBasedRenderer.Rule(polygon_symbol(one.colour), 0, 0, condition, label))
        if has_missing:
            nothing, label = f'"{rule.column}" IS NULL', words.translation(sentence("No score"))
            root.appendChild(QgsRuleBasedRenderer.Rule(missing_symbol(), 0, 0, nothing, label))
        layer.setRenderer(QgsRuleBasedRenderer(root))
        words.write_on(layer)

    return style
