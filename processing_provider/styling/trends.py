"""The maps of trends: five fixed diverging classes, one style for every field."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsRuleBasedRenderer, QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.trend.columns import describe_trend, tested_fields
from ...carbon_plugin.core.vocabulary import describe
from .layers import NamedStyles, StyleFunction, aliases, label_by, missing_symbol, polygon_symbol

_LONGEST_NAME = 30  # of a style in a GeoPackage


def trend_aliases(layer: QgsVectorLayer) -> None:
    """Show every column of a table of trends under its field's label, what it says of it, and its unit."""
    aliases(layer)
    names = layer.fields().names()
    fields = tested_fields(names)
    for index, name in enumerate(names):
        variable = describe_trend(name, fields)
        if variable:
            layer.setFieldAlias(index, variable.alias(language()))


def trend_maps(fields: Sequence[str], years: tuple[int, int], threshold: float) -> NamedStyles:
    """The styles of a layer of trends, one for each of ``fields``, by the field's label; the first opens.

    ``years``: first and last of the series; ``threshold``: the |Z| above which a trend counts as marked.
    """
    names = [_short(_label(field)) for field in fields]
    names = [name if names.count(name) == 1 else _short(field) for name, field in zip(names, fields)]
    return NamedStyles({name: _map_of(field, years, threshold) for name, field in zip(names, fields)})


def _map_of(field: str, years: tuple[int, int], threshold: float) -> StyleFunction:
    heading = tr("{field}, trend {first}–{last}").format(field=_label(field), first=years[0], last=years[1])

    def style(layer: QgsVectorLayer) -> None:
        trend_aliases(layer)
        layer.setRenderer(_renderer(layer, f"{field}_trend", heading, threshold))
        label_by(layer, "name")

    return style


def _renderer(layer: QgsVectorLayer, column: str, heading: str, threshold: float) -> QgsRuleBasedRenderer:
    """Five classes under a heading, so that the legend says whose trend it is whichever style is chosen."""
    root, group = QgsRuleBasedRenderer.Rule(None), QgsRuleBasedRenderer.Rule(None, 0, 0, "", heading)
    root.appendChild(group)
    for value, label, colour in reversed(legend(threshold)):
        condition = f'"{column}" = {value}'
        group.appendChild(QgsRuleBasedRenderer.Rule(polygon_symbol(colour), 0, 0, condition, label))
    if any(value not in (1, 2, 3, 4, 5) for value in layer.uniqueValues(layer.fields().indexFromName(column))):
        group.appendChild(
            QgsRuleBasedRenderer.Rule(missing_symbol(), 0, 0, f'"{column}" IS NULL', tr("No trend: series too short"))
        )
    return QgsRuleBasedRenderer(root)


def legend(threshold: float) -> list[tuple[int, str, str]]:
    """Value, words and colour of every class of a trend; the two ends say beyond which Z."""
    from ...carbon_plugin.core.trend.trend_classes import styles

    bounds = {1: f" (Z < −{threshold:g})", 5: f" (Z > {threshold:g})"}
    chinese = language() == "zh"
    return [
        (style.value, f"{style.label_zh if chinese else style.label_en}{bounds.get(style.value, '')}", style.colour)
        for style in styles()
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _label(field: str) -> str:
    variable = describe(field)
    return variable.label(language()) if variable else field
