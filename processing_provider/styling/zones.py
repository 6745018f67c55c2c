"""The map of the zones: five fixed colours in words, and a style for every score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from .layers import NamedStyles, StyleFunction, aliases
from .legends import LONGEST_NAME, Entry, by_category, by_rule, field_label, short_name
from .reading import arrange_columns
from .symbols import label_by

if TYPE_CHECKING:
    from ...carbon_plugin.core.zoning.rules import Rule

_SCORE = sentence("Score: {field}")
_ZONE_KEY = "zone_key"
_ZONE_NUMBERS = ("zone", "next_zone")
_FIRST = ("name", "zone", "total", "margin")
_ENDS = {5: sentence("5  good"), 1: sentence("1  bad")}  # the two ends of the scale of scores


def zone_maps(
    rules: Sequence[Rule], scored: Sequence[Rule], *, has_missing: bool, translation: Translation
) -> NamedStyles:
    """The styles of a layer of zones: the zones open, the score by each of ``scored`` waits in the layer's style menu.

    ``rules``: all whose columns the layer has; ``scored``: those with values, whether they count or not;
    ``has_missing``: there are units without a zone. ``translation``: of names, legends and the attribute table.
    """
    words = _Words(rules, translation)
    labels = [short_name(words.label(rule)) for rule in scored]
    names = [
        label if labels.count(label) == 1 else rule.index.upper()[:LONGEST_NAME] for label, rule in zip(labels, scored)
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
        return field_label(rule.field, self.translation.code)

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
        of_numbers = [{f"{zone.roman}  {zone.name(self.translation.code)}": str(zone.zone)} for zone in self.zones]
        for column in _ZONE_NUMBERS:
            setup = QgsEditorWidgetSetup("ValueMap", {"map": of_numbers})
            layer.setEditorWidgetSetup(fields.indexFromName(column), setup)
        arrange_columns(layer, [*_FIRST, *(rule.column for rule in self.rules)])
        label_by(layer, "name")
        layer.setName(self.translation(sentence("Carbon-neutral zones")))


def _zone_map(words: _Words, has_missing: bool) -> StyleFunction:
    def style(layer: QgsVectorLayer) -> None:
        code = words.translation.code
        entries = [Entry(zone.zone, zone.colour, f"{zone.roman}  {zone.name(code)}") for zone in words.zones]
        missing = words.translation(sentence("No zone: scores missing")) if has_missing else ""
        layer.setRenderer(by_category("zone", entries, missing))
        words.write_on(layer)

    return style


def _score_map(rule: Rule, words: _Words, has_missing: bool) -> StyleFunction:
    """Five scores below a heading: a rule that draws nothing, so that the legend says whose score is shown."""

    def style(layer: QgsVectorLayer) -> None:
        ends = {score: words.translation(text) for score, text in _ENDS.items()}
        entries = [Entry(one.score, one.colour, ends.get(one.score, str(one.score))) for one in words.scores]
        missing = words.translation(sentence("No score")) if has_missing else ""
        layer.setRenderer(by_rule(rule.column, entries, missing, heading=words.heading(rule)))
        words.write_on(layer)

    return style
