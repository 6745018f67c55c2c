"""Ellipses without filling, a colour a group, later years darker; the path of centres as arrows in the same colours."""

from __future__ import annotations

from qgis.core import (
    QgsArrowSymbolLayer,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsVectorLayer,
)

from ...carbon_plugin.bridge.translation import language
from ...carbon_plugin.core.land_use.class_words import class_in_words
from ...carbon_plugin.core.resources import read_rows
from .layers import StyleFunction, aliases

_OTHERS = ("#542788", "#b35806", "#01665e", "#c51b7d", "#2166ac", "#4d9221")
_ARROW = {"arrow_width": "0.7", "arrow_start_width": "0.7", "head_length": "2.4", "head_thickness": "1.5"}
_CASING = "255,255,255,200"  # parts a line from land of its own colour
_DARKENED = 0.1, 0.42  # shares of its colour that the earliest and the latest year lose: none as pale as the land


def ellipse_map(frame, column: str) -> StyleFunction:
    """A style for ``frame`` (one row an ellipse), whose groups stand in ``column``: later years are darker."""
    groups = list(dict.fromkeys(frame[column]))
    years = sorted(set(frame["year"])) if "year" in frame else [None]
    colours, labels = _colours(groups, column), _labels(groups, column)

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        expression = f'"{column}" || \'|\' || "year"' if years != [None] else f'"{column}"'
        categories = []
        for group in groups:
            for place, year in enumerate(years):
                outline = _darker(colours[group], place / (len(years) - 1) if len(years) > 1 else 0.5)
                symbol = QgsFillSymbol.createSimple(_outline(outline, 0.7))
                symbol.insertSymbolLayer(0, QgsSimpleFillSymbolLayer.create(_outline(_CASING, 1.5)))
                value = group if year is None else f"{group}|{year}"
                words = " ".join(str(part) for part in (labels[group], year) if part not in ("", None))
                categories.append(QgsRendererCategory(value, symbol, words))
        layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))

    return style


def centre_moves(frame, column: str) -> StyleFunction:
    """A style for ``frame`` (one row an ellipse), whose groups stand in ``column``: an arrow a move."""
    groups = list(dict.fromkeys(frame[column]))
    colours, labels = _colours(groups, column), _labels(groups, column)

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        categories = [
            QgsRendererCategory(group, _arrow(_darker(colours[group], 1.0)), str(labels[group])) for group in groups
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer(column, categories))

    return style


def _arrow(colour: str) -> QgsLineSymbol:
    """One arrow over the whole line, however many corners that has."""
    arrow = QgsArrowSymbolLayer.create(_ARROW)
    arrow.setIsCurved(False)
    arrow.setIsRepeated(False)
    arrow.setSubSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_color": "white", "outline_width": "0.25"}))
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, arrow)
    return symbol


def _labels(groups: list[str], column: str) -> dict[str, str]:
    return {group: class_in_words(group, language()) if column == "class" else group for group in groups}


def _colours(groups: list[str], column: str) -> dict[str, str]:
    known = {row["class"]: row["colour"] for row in read_rows("legends/clcd.csv")} if column == "class" else {}
    others = [group for group in groups if group not in known]
    return {group: known.get(group) or _OTHERS[others.index(group) % len(_OTHERS)] for group in groups}


def _outline(colour: str, width: float) -> dict[str, str]:
    """A polygon of which only the outline is seen."""
    return {"style": "no", "outline_color": colour, "outline_width": str(width), "color": colour}


def _darker(colour: str, share: float) -> str:
    """The shade at ``share`` of the way from the earliest year (0) to the latest (1)."""
    kept = 1 - _DARKENED[0] - share * (_DARKENED[1] - _DARKENED[0])
    return "#" + bytes(round(kept * part) for part in bytes.fromhex(colour.lstrip("#"))).hex()
