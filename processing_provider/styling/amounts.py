"""The map of an amount: classes from low to high, blue-green shades, the unit in the legend's heading."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.tables.vocabulary import describe
from .classes import class_colours, class_labels
from .layers import StyleFunction, aliases
from .legends import Span, by_range
from .symbols import label_by


def amount_map(column: str, breaks: Sequence[tuple[float, float]], *, title: str, has_missing: bool) -> StyleFunction:
    """A style: ``column`` in its classes (low, high]; ``has_missing``: some polygons have no number."""

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        if breaks:
            texts = class_labels([high for _, high in breaks], breaks[0][0])
            colours = class_colours(len(breaks))
            spans = [Span(low, high, *look) for (low, high), *look in zip(breaks, colours, texts)]
            layer.setRenderer(by_range(column, spans, tr("No number: data missing") if has_missing else ""))
        label_by(layer, "name")
        variable = describe(column)
        unit = (variable.unit_zh if language() == "zh" else variable.unit) if variable else ""
        layer.setName(f"{title} ({unit})" if unit else title)

    return style
