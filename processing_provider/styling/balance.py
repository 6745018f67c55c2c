"""The map of the balance zones: their own colours, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from .layers import StyleFunction, aliases
from .legends import Entry, by_category
from .symbols import label_by

if TYPE_CHECKING:
    from ...carbon_plugin.core.zoning.balance.rules import BalanceZone

_COLUMNS = {
    "zone": sentence("Balance zone"),
    "zone_key": sentence("Key of the balance zone"),
    "zone_name": sentence("Name of the balance zone"),
}


def balance_map(zones: Sequence[BalanceZone], *, has_missing: bool, translation: Translation) -> StyleFunction:
    """A style: every zone in its colour; ``has_missing``: there are units without one."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer, translation.code)
        for name, label in _COLUMNS.items():
            layer.setFieldAlias(layer.fields().indexFromName(name), translation(label))
        entries = [Entry(zone.number, zone.colour, zone.name(translation.code)) for zone in zones]
        missing = translation(sentence("No zone: data missing, or no rule fits")) if has_missing else ""
        layer.setRenderer(by_category("zone", entries, missing))
        label_by(layer, "name")
        layer.setName(translation(sentence("Carbon balance zones")))

    return style
