"""The zones on a printed map: the fixed colours, names with counts, in the language of the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ...carbon_plugin.core.messages import sentence
from .layers import StyleFunction
from .legends import Entry, by_category
from .symbols import label_by

if TYPE_CHECKING:  # QGIS starts without pandas
    import pandas as pd

_COUNTED = sentence("{zone} ({count})")


def printed_zones(numbers: pd.Series, translation: Callable[[str], str]) -> StyleFunction:
    """A style of a layer with the columns ``zone`` and ``name``: the zones that are among ``numbers``, best first.

    ``translation``: a ``bridge.translation.Translation``.
    """
    from ...carbon_plugin.core.zoning.zones import zones

    counts, without = numbers.value_counts(), int(numbers.isna().sum())

    def text(name: str, count: int) -> str:
        return translation(_COUNTED).format(zone=name, count=count)

    def style(layer: QgsVectorLayer) -> None:
        entries = [
            Entry(zone.zone, zone.colour, text(f"{zone.roman}  {zone.name(translation.code)}", counts[zone.zone]))
            for zone in zones()
            if zone.zone in counts
        ]
        missing = text(translation("No zone: scores missing"), without) if without else ""
        layer.setRenderer(by_category("zone", entries, missing))
        label_by(layer, "name")

    return style
