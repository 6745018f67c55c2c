"""The raster of changes: each transition by its kind, what stayed not drawn, a style for each pair of dates.

The tables of land change show classes and verdicts in words for the keys that they hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsEditorWidgetSetup, QgsPalettedRasterRenderer, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.land_use.change_words import EVERY_CLASS, LEVELS, NO_CLASS, VERDICTS
from ...carbon_plugin.core.land_use.class_words import class_in_words
from ...carbon_plugin.core.resources import read_rows
from .layers import NamedStyles, StyleFunction, aliases

_CLASS_COLUMNS = ("class", "from_class", "to_class", "other_class")
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
    inner = {name: words if in_chinese else words[:1].lower() + words[1:] for name, words in names.items()}
    changed = [(kind_of_change(before, after), value, before, after) for value, before, after in met if before != after]
    changed.sort(key=lambda change: (order.index(change[0]), change[1]))

    def style(layer: QgsRasterLayer) -> None:
        classes = []
        for kind, value, before, after in changed:
            row = kinds[kind]
            template = row["legend_zh" if in_chinese else "legend_en"]
            label = template.format(before=inner[before], after=inner[after])
            classes.append(QgsPalettedRasterRenderer.Class(value, QColor(row["colour"]), label))
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), number, classes))

    return style


def change_table(classes: Sequence[str]) -> StyleFunction:
    """A style for a table of land change: its ``classes``, levels and verdicts in words."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        of_classes = {
            "": NO_CLASS,
            "all": tr(EVERY_CLASS),
            **{name: class_in_words(name, language()) for name in classes},
        }
        words = {column: of_classes for column in _CLASS_COLUMNS}
        words["level"], words["verdict"] = ({key: tr(text) for key, text in its.items()} for its in (LEVELS, VERDICTS))
        for column, of_column in words.items():
            index = layer.fields().indexFromName(column)
            if index >= 0:
                shown = [{text: key} for key, text in of_column.items()]
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": shown}))

    return style
