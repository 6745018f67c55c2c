"""The map of types of units, and their columns in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import describe
from .layers import StyleFunction, aliases
from .legends import Entry, by_category
from .symbols import label_by

if TYPE_CHECKING:
    from ...carbon_plugin.core.compensation.ordered_types import UnitType

_OF = {"nrca_": sentence("NRCA: {column}"), "mean_": sentence("Mean: {column}")}


def type_aliases() -> StyleFunction:
    """A style: NRCA and means under the labels of what they are of."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        for place, name in enumerate(layer.fields().names()):
            for prefix, text in _OF.items():
                if name.startswith(prefix):
                    variable = describe(name.removeprefix(prefix))
                    column = name.removeprefix(prefix)
                    if variable is not None:
                        column = variable.alias(language()) if prefix == "mean_" else variable.label(language())
                    layer.setFieldAlias(place, tr(text).format(column=column))

    return style


def type_map(types: Sequence[UnitType], names: Mapping[int, str], *, has_missing: bool) -> StyleFunction:
    """A style: every type in its colour; ``names`` by number; ``has_missing``: there are units without one."""
    in_words = type_aliases()

    def style(layer: QgsVectorLayer) -> None:
        in_words(layer)
        entries = [Entry(one.number, one.colour, f"{one.number} {names[one.number]}") for one in types]
        layer.setRenderer(by_category("type", entries, tr("No type: a number is missing") if has_missing else ""))
        label_by(layer, "name")
        layer.setName(tr("Compensation types"))

    return style
