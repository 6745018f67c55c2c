"""Maps of a grid of cells in its last year: net emission around zero, emission and services from low to high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer, QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.tables.vocabulary import describe
from .classes import class_colours, class_labels
from .layers import NamedStyles, StyleFunction, aliases
from .legends import Span, short_name
from .net_emission import diverging_colours

if TYPE_CHECKING:
    import pandas as pd

SAMPLE = 20_000  # cells that classes are made of: enough for breaks, few enough not to wait for them


def grid_maps(frame: pd.DataFrame) -> NamedStyles:
    """Styles for the cells of ``frame`` (a row a cell and year): what is per km², in the last year."""
    from ...carbon_plugin.core.accounting.net_emission_map import net_emission_breaks
    from ...carbon_plugin.core.services.value_map import value_breaks

    year = int(frame["year"].max())
    shown = frame[frame["year"] == year]
    shown = shown.iloc[:: max(1, -(-len(shown) // SAMPLE))]
    styles = {}
    for column in ("nce_t_km2", "ce_t_km2", "esv_km2"):
        values = shown[column].to_numpy(dtype=float)
        around_zero = column == "nce_t_km2"
        breaks = net_emission_breaks(values, "tC") if around_zero else value_breaks(values)
        colours = diverging_colours(breaks) if around_zero else class_colours(len(breaks))
        name = describe(column).label(language())
        styles[short_name(name)] = _cells_of_year(column, breaks, colours, year=year)
    return NamedStyles(styles)


def _cells_of_year(
    column: str, breaks: Sequence[tuple[float, float]], colours: Sequence[str], *, year: int
) -> StyleFunction:
    """A style: ``column`` in its classes (low, high], cells of one year alone, without lines between them."""
    labels = class_labels([high for _, high in breaks], breaks[0][0]) if breaks else []
    spans = [Span(low, high, *look) for (low, high), *look in zip(breaks, colours, labels)]

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "", describe(column).alias(language())))
        for place, span in enumerate(spans):
            low = "" if place == 0 else f'"{column}" > {span.low!r}'
            high = "" if place == len(spans) - 1 else f'"{column}" <= {span.high!r}'
            condition = " AND ".join(filter(None, [f'"year" = {year}', f'"{column}" IS NOT NULL', low, high]))
            root.appendChild(QgsRuleBasedRenderer.Rule(_square(span.colour), 0, 0, condition, span.label))
        layer.setRenderer(QgsRuleBasedRenderer(root))
        layer.setName(tr("Carbon and services on a grid {year}").format(year=year))

    return style


def _square(colour: str) -> QgsFillSymbol:
    """Plain, with a line of its own colour: between ten thousand cells other lines are all one would see."""
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": colour, "outline_width": "0.05"})
