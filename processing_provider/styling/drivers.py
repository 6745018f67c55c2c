"""Drivers of emission: columns in words, and the map of decoupling in eight fixed colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import describe
from .layers import StyleFunction, aliases
from .legends import Entry, by_category
from .symbols import label_by

if TYPE_CHECKING:
    from ...carbon_plugin.core.drivers.kaya import Factor

_OF = {"effect_": sentence("Effect of {factor} ({unit})"), "share_": sentence("Share of {factor}")}


def driver_aliases(factors: Sequence[Factor]) -> StyleFunction:
    """A style: the columns of effects and shares under the labels of their ``factors``."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        fields = layer.fields()
        chinese = language() == "zh"
        for prefix, text in _OF.items():
            for factor in factors:
                name = f"{prefix}{factor.key}"
                place, variable = fields.indexFromName(name), describe(name)
                unit = variable.unit_zh if chinese else variable.unit
                if place >= 0:
                    layer.setFieldAlias(place, tr(text).format(factor=factor.label(language()), unit=unit))

    return style


def decoupling_map(factors: Sequence[Factor], has_missing: bool) -> StyleFunction:
    """A style: the class of every unit in words; ``has_missing``: some have none."""
    in_words = driver_aliases(factors)

    def style(layer: QgsVectorLayer) -> None:
        from ...carbon_plugin.core.drivers.decoupling import decoupling_classes

        in_words(layer)
        entries = [Entry(one.key, one.colour, one.label(language())) for one in decoupling_classes()]
        missing = tr("No class: output unchanged, or data missing") if has_missing else ""
        layer.setRenderer(by_category("decoupling", entries, missing))
        label_by(layer, "name")
        layer.setName(tr("Decoupling of emission and output"))

    return style
