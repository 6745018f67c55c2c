"""The maps of trends: five fixed diverging classes, one style for every field."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.trend.columns import describe_trend, tested_fields
from .layers import NamedStyles, StyleFunction, aliases
from .legends import Entry, by_rule, field_label, short_name
from .symbols import label_by


def trend_aliases(layer: QgsVectorLayer) -> None:
    """Show every column of a table of trends under its field's label, what it says of it, and its unit."""
    aliases(layer)
    names = layer.fields().names()
    fields = tested_fields(names)
    for index, name in enumerate(names):
        variable = describe_trend(name, fields)
        if variable:
            layer.setFieldAlias(index, variable.alias(language()))


def trend_maps(without_trend: Mapping[str, bool], years: tuple[int, int], threshold: float) -> NamedStyles:
    """The styles of a layer of trends, one for each field, by the field's label; the first opens.

    ``without_trend``: the fields, and whether any unit has no trend of it. ``years``: first and last of the series.
    ``threshold``: the |Z| above which a trend counts as marked.
    """
    names = [short_name(field_label(field)) for field in without_trend]
    names = [name if names.count(name) == 1 else short_name(field) for name, field in zip(names, without_trend)]
    return NamedStyles(
        {name: _map_of(field, without_trend[field], years, threshold) for name, field in zip(names, without_trend)}
    )


def _map_of(field: str, without_trend: bool, years: tuple[int, int], threshold: float) -> StyleFunction:
    heading = tr("{field} {first}–{last}").format(field=field_label(field), first=years[0], last=years[1])

    def style(layer: QgsVectorLayer) -> None:
        trend_aliases(layer)
        entries, missing = reversed(legend(threshold)), tr("No trend: series too short") if without_trend else ""
        layer.setRenderer(by_rule(f"{field}_trend", entries, missing, heading=heading))
        label_by(layer, "name")

    return style


def legend(threshold: float) -> list[Entry]:
    """Every class of a trend; the two ends say beyond which Z."""
    from ...carbon_plugin.core.trend.trend_classes import styles

    bounds = {1: f" (Z < −{threshold:g})", 5: f" (Z > {threshold:g})"}
    chinese = language() == "zh"
    return [
        Entry(
            style.value, style.colour, f"{style.label_zh if chinese else style.label_en}{bounds.get(style.value, '')}"
        )
        for style in styles()
    ]
