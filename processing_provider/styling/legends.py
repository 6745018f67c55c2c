"""A legend described once: values, colours and words, drawn by categories, by ranges or by rules under a heading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsRendererCategory,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsWkbTypes,
)

from ...carbon_plugin.bridge.translation import language
from ...carbon_plugin.core.tables.vocabulary import describe
from .symbols import missing_symbol, plain_symbol, polygon_symbol

LONGEST_NAME = 30  # of a style in a GeoPackage
_NO_NUMBER = -1e15


class Entry(NamedTuple):
    """One class: the ``value`` of a column, its colour, and what the reader sees."""

    value: int | str
    colour: str
    label: str


class Span(NamedTuple):
    """One class (low, high] of a number."""

    low: float
    high: float
    colour: str
    label: str


def by_category(
    column: str,
    entries: Iterable[Entry],
    missing: str = "",
    *,
    kind: QgsWkbTypes.GeometryType = QgsWkbTypes.GeometryType.PolygonGeometry,
) -> QgsCategorizedSymbolRenderer:
    """One symbol a value of ``column``; ``missing``: what to call features without one, '' where there are none."""
    categories = [QgsRendererCategory(one.value, plain_symbol(kind, one.colour), one.label) for one in entries]
    if missing:
        categories.append(QgsRendererCategory(None, missing_symbol(kind), missing))
    return QgsCategorizedSymbolRenderer(column, categories)


def by_range(expression: str, spans: Iterable[Span], missing: str = "") -> QgsGraduatedSymbolRenderer:
    """One symbol a class of the numbers of ``expression``, of polygons.

    ``missing``: what to call polygons without a number, '' where there are none. A graduated map leaves them out, and
    what lies below would show in their place; they get a number below all others.
    """
    ranges = [QgsRendererRange(one.low, one.high, polygon_symbol(one.colour), one.label) for one in spans]
    if missing:
        expression = f"coalesce({expression}, {_NO_NUMBER:.0f})"
        ranges.append(QgsRendererRange(_NO_NUMBER, _NO_NUMBER, missing_symbol(), missing))
    return QgsGraduatedSymbolRenderer(expression, ranges)


def by_rule(column: str, entries: Iterable[Entry], missing: str = "", *, heading: str) -> QgsRuleBasedRenderer:
    """As ``by_category``, of polygons, below a rule that draws nothing: the legend says what is shown."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", heading))
    for one in entries:
        condition = f'"{column}" = {one.value}'
        root.appendChild(QgsRuleBasedRenderer.Rule(polygon_symbol(one.colour), 0, 0, condition, one.label))
    if missing:
        root.appendChild(QgsRuleBasedRenderer.Rule(missing_symbol(), 0, 0, f'"{column}" IS NULL', missing))
    return QgsRuleBasedRenderer(root)


def field_label(field: str, code: str | None = None) -> str:
    """What the vocabulary calls a column in the language ``code`` (default: the desktop's), else its name."""
    variable = describe(field)
    return variable.label(code or language()) if variable else field


def short_name(name: str) -> str:
    """``name`` as a style in a GeoPackage may be called."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
