"""How a layer is read beside its colours: map tips in words, and a table whose headings are not cut."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

NAME, KEY = "name", "unit"
_TOLD = ("total", "margin")  # beside what the colour says
_NARROW, _WIDE, _ROOM = 7, 14, 40  # points of a letter, of a Chinese character, and of the sign of the order
_LEAST, _LEAST_OF_NAMES, _MOST = 70, 150, 420


def make_readable(layer: QgsMapLayer) -> None:
    """Give a styled layer its map tip and its columns their widths."""
    if isinstance(layer, QgsVectorLayer):
        show_map_tip(layer)
        arrange_columns(layer)


def show_map_tip(layer: QgsVectorLayer) -> None:
    """Over a polygon: its name, what its colour says in words, and the numbers that matter."""
    names = layer.fields().names()
    known = [f'"{column}"' for column in (NAME, KEY) if column in names]
    if not layer.isSpatial() or not known:
        return
    layer.setDisplayExpression(f"coalesce({', '.join(known)})" if len(known) > 1 else known[0])
    lines = [f"<b>[% coalesce({', '.join(known)}, '') %]</b>", *_words_of(layer)]
    lines += [_line(layer, column) for column in _TOLD if column in names]
    layer.setMapTipTemplate("<br>".join(lines))


def arrange_columns(layer: QgsVectorLayer, first: Sequence[str] = ()) -> None:
    """Columns called ``first`` stand first; each is as wide as its heading and the words that it shows for keys.

    A column that its style made wider stays so.

    ``first``: empty to keep the order.
    """
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    place = {name: number for number, name in enumerate(first)}
    columns.sort(key=lambda column: place.get(column.name, len(place)))
    for column in columns:
        if column.name:  # not that of actions
            index = layer.fields().indexFromName(column.name)
            texts = [layer.attributeAlias(index) or column.name, *_words_in(layer, index)]
            column.width = max(column.width, _LEAST_OF_NAMES if column.name == NAME else 0, *map(_width, texts))
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)


def _words_in(layer: QgsVectorLayer, index: int) -> list[str]:
    """What a column shows in the place of its keys."""
    entries = layer.editorWidgetSetup(index).config().get("map", [])
    return [word for entry in entries if isinstance(entry, dict) for word in entry]


def _width(heading: str) -> int:
    letters = sum(_WIDE if unicodedata.east_asian_width(letter) in "WF" else _NARROW for letter in heading)
    return min(max(letters + _ROOM, _LEAST), _MOST)


def _words_of(layer: QgsVectorLayer) -> list[str]:
    """What the colour of a polygon says: the words of the legend, or the number behind it."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        column = QgsExpression.quotedColumnRef(renderer.classAttribute())
        cases = [
            (f"{column} = {QgsExpression.quotedValue(one.value())}", one.label())
            for one in renderer.categories()
            if isinstance(one.value(), (int, float, str)) and one.value() != ""
        ]
        return [_by_case(cases)] if cases else []
    if isinstance(renderer, QgsRuleBasedRenderer):
        rules = renderer.rootRule().children()
        heading = next((rule.label() for rule in rules if not rule.filterExpression()), "")
        cases = [(rule.filterExpression(), rule.label()) for rule in rules if rule.filterExpression()]
        return [html.escape(heading), _by_case(cases)] if cases else []
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        columns = QgsExpression(renderer.classAttribute()).referencedColumns()
        return [_line(layer, column) for column in sorted(columns) if column in layer.fields().names()]
    return []


def _by_case(cases: list[tuple[str, str]]) -> str:
    whens = " ".join(f"WHEN {condition} THEN {QgsExpression.quotedValue(label)}" for condition, label in cases)
    return f"[% CASE {whens} END %]"


def _line(layer: QgsVectorLayer, column: str) -> str:
    """The heading of a column and what stands in it, numbers with three decimals at most."""
    heading = html.escape(layer.attributeAlias(layer.fields().indexFromName(column)) or column)
    value = QgsExpression.quotedColumnRef(column)
    return f"{heading}: [% coalesce(if(to_real({value}) is null, {value}, round({value}, 3)), '–') %]"
