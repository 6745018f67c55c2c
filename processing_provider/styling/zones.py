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
_LONGEST_NAME = 30  # of a style in a GeoPackage
_ENDS = {5: sentence("5  good"), 1: sentence("1  bad")}  # the two ends of the scale of scores


def zone_maps(rules: Sequence[Rule], has_missing: bool, translation: Translation) -> NamedStyles:
    """The styles of a layer of zones: the zones open, the score by each of ``rules`` waits in the layer's style menu.

    ``has_missing``: there are units without a zone. ``translation``: of names, legends and the attribute table.
    """
    scored = [rule for rule in rules if rule.weight > 0]
    labels = [_label(rule, translation) for rule in scored]
    names = [
        label if len(label) <= _LONGEST_NAME and labels.count(label) == 1 else rule.index.upper()[:_LONGEST_NAME]
        for label, rule in zip(labels, scored)
    ]
    scores = {name: _score_map(rule, rules, has_missing, translation) for name, rule in zip(names, scored)}
    return NamedStyles({translation(sentence("Zones")): _zone_map(rules, has_missing, translation), **scores})


def _zone_map(rules: Sequence[Rule], has_missing: bool, translation: Translation) -> StyleFunction:
    def style(layer: QgsVectorLayer) -> None:
        from ...carbon_plugin.core.zoning.zones import zones

        categories = [
            QgsRendererCategory(zone.zone, polygon_symbol(zone.colour), f"{zone.roman}  {zone.name(translation.code)}")
            for zone in zones()
        ]
        if has_missing:
            categories.append(
                QgsRendererCategory(None, missing_symbol(), translation(sentence("No zone: scores missing")))
            )
        layer.setRenderer(QgsCategorizedSymbolRenderer("zone", categories))
        _dress(layer, rules, translation)

    return style


def _score_map(rule: Rule, rules: Sequence[Rule], has_missing: bool, translation: Translation) -> StyleFunction:
    """Five scores below a heading: a rule that draws nothing, so that the legend says whose score is shown."""

    def style(layer: QgsVectorLayer) -> None:
        from ...carbon_plugin.core.zoning.zones import score_classes

        root = QgsRuleBasedRenderer.Rule(None)
        heading = translation(_SCORE).format(field=_label(rule, translation))
        root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", heading))
        for one in score_classes():
            condition, label = f'"{rule.column}" = {one.score}', translation(_ENDS.get(one.score, "")) or str(one.score)
            root.appendChild(QgsRuleBasedRenderer.Rule(polygon_symbol(one.colour), 0, 0, condition, label))
        if has_missing:
            nothing = f'"{rule.column}" IS NULL'
            root.appendChild(
                QgsRuleBasedRenderer.Rule(missing_symbol(), 0, 0, nothing, translation(sentence("No score")))
            )
        layer.setRenderer(QgsRuleBasedRenderer(root))
        _dress(layer, rules, translation)

    return style


def _dress(layer: QgsVectorLayer, rules: Sequence[Rule], translation: Translation) -> None:
    """Names as labels, columns under their labels, keys in words, the layer under the map's title."""
    from ...carbon_plugin.core.zoning.zones import ZONE_KEY, zones

    aliases(layer, translation.code)
    for rule in rules:
        alias = translation(_SCORE).format(field=_label(rule, translation))
        layer.setFieldAlias(layer.fields().indexFromName(rule.column), alias)
    words = [{zone.name(translation.code): zone.key} for zone in zones()]
    layer.setEditorWidgetSetup(layer.fields().indexFromName(ZONE_KEY), QgsEditorWidgetSetup("ValueMap", {"map": words}))
    label_by(layer, "name")
    layer.setName(translation(sentence("Carbon-neutral zones")))


def _label(rule: Rule, translation: Translation) -> str:
    variable = describe(rule.field)
    return variable.label(translation.code) if variable else rule.field
