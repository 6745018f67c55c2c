"""Ellipses without filling, a colour a group, years as shades; the path of centres as arrows."""

from __future__ import annotations

from qgis.core import (
    QgsArrowSymbolLayer,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...carbon_plugin.bridge.translation import language
from ...carbon_plugin.core.land_use.class_words import class_in_words
from ...carbon_plugin.core.resources import read_rows
from .layers import StyleFunction, aliases

_OTHERS = ("#542788", "#b35806", "#01665e", "#c51b7d", "#2166ac", "#4d9221")
_CASING = "255,255,255,200"  # parts a line from land of its own colour
_PALEST = 0.25  # the share of its colour that the earliest year keeps


def ellipse_map(frame, column: str) -> StyleFunction:
    """A style for ``frame`` (one row an ellipse), whose groups stand in ``column``: later years are darker."""
    groups = list(dict.fromkeys(frame[column]))
    years = sorted(set(frame["year"])) if "year" in frame else [None]
    colours = _colours(groups, column)
    labels = {group: class_in_words(group, language()) if column == "class" else group for group in groups}

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        expression = f'"{column}" || \'|\' || "year"' if years != [None] else f'"{column}"'
        categories = []
        for group in groups:
            for place, year in enumerate(years):
                share = _PALEST + (1 - _PALEST) * (place + 1) / len(years)
                outline = _shade(colours[group], share)
                symbol = QgsFillSymbol.createSimple(_outline(outline, 0.7))
                symbol.insertSymbolLayer(0, QgsSimpleFillSymbolLayer.create(_outline(_CASING, 1.5)))
                value = group if year is None else f"{group}|{year}"
                words = " ".join(str(part) for part in (labels[group], year) if part not in ("", None))
                categories.append(QgsRendererCategory(value, symbol, words))
        layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))

    return style


def centre_moves(column: str) -> StyleFunction:
    """A style: an arrow a move."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        arrow = QgsArrowSymbolLayer.create({"arrow_width": "0.4", "head_length": "1.3", "head_thickness": "0.8"})
        arrow.setIsCurved(False)
        arrow.subSymbol().setColor(QColor("#22302a"))
        symbol = QgsLineSymbol()
        symbol.changeSymbolLayer(0, arrow)
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))

    return style


def _colours(groups: list[str], column: str) -> dict[str, str]:
    known = {}
    if column == "class":
        for row in reversed(read_rows("legends/clcd.csv")):
            known[row["class"]] = row["colour"]
    others = [group for group in groups if group not in known]
    return {group: known.get(group) or _OTHERS[others.index(group) % len(_OTHERS)] for group in groups}


def _outline(colour: str, width: float) -> dict[str, str]:
    """A polygon of which only the outline is seen."""
    return {"style": "no", "outline_color": colour, "outline_width": str(width), "color": colour}


def _shade(colour: str, share: float) -> str:
    parts = (round(255 - share * (255 - part)) for part in bytes.fromhex(colour.lstrip("#")))
    return "#" + bytes(parts).hex()
