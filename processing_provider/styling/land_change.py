"""The raster of changes: each transition by its kind, what stayed not drawn, a style for each pair of dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
from qgis.PyQt.QtGui import QColor

from ...carbon_plugin.bridge.translation import language
from ...carbon_plugin.core.resources import read_rows
from .layers import NamedStyles, StyleFunction

_URBAN, _CROPLAND, _FOREST = "urban", "cropland", "forest"


def change_raster(bands: Mapping[str, Sequence[tuple[int, str, str]]], names: Mapping[str, str]) -> StyleFunction:
    """A style for each band, by its name.

    ``bands``: the transitions that occur in it, (value, class before, class after); ``names``: classes in words.
    """
    return NamedStyles({name: _band(number, met, names) for number, (name, met) in enumerate(bands.items(), start=1)})


def kind_of_change(before: str, after: str) -> str:
    """Which kind a transition is, a key of ``styles/land_change.csv``; '' where nothing changed."""
    if before == after:
        return ""
    if after == _URBAN:
        return "urban_growth"
    if before == _CROPLAND:
        return "cropland_loss"
    return "forest_gain" if after == _FOREST else "other"


def _band(number: int, met: Sequence[tuple[int, str, str]], names: Mapping[str, str]) -> StyleFunction:
    kinds = {row["kind"]: row for row in read_rows("styles/land_change.csv")}
    order = list(kinds)
    in_chinese = language() == "zh"
    changed = [(kind_of_change(before, after), value, before, after) for value, before, after in met if before != after]
    changed.sort(key=lambda change: (order.index(change[0]), change[1]))

    def style(layer: QgsRasterLayer) -> None:
        classes = []
        for kind, value, before, after in changed:
            row = kinds[kind]
            words = row["label_zh" if in_chinese else "label_en"]
            label = f"{words}: {names[before]} → {names[after]}"
            classes.append(QgsPalettedRasterRenderer.Class(value, QColor(row["colour"]), label))
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), number, classes))

    return style
