"""The map of net emission: diverging classes around zero."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.measures import CARBON_UNITS
from ...carbon_plugin.core.options import REPORT_UNITS
from ...carbon_plugin.core.resources import read_rows
from .layers import aliases
from .legends import Span, by_range
from .symbols import label_by

_SHOWN_IN_THOUSANDS = 100_000.0


def net_emission_map(breaks: list[tuple[float, float]], unit: str, year: int, *, has_missing: bool = False):
    """A style: net emission of ``year`` in diverging classes around zero, in words, with names as labels.

    ``breaks``: classes (low, high] in ``unit``, a key of ``options.REPORT_UNITS``; ``has_missing``: some have none.
    """
    in_thousands = max((abs(bound) for pair in breaks for bound in pair), default=0.0) >= _SHOWN_IN_THOUSANDS
    scale, prefix = (1000.0, "1000 ") if in_thousands else (1.0, "")
    shown_unit = tr("{unit}/a").format(unit=prefix + tr(REPORT_UNITS.label(unit)))
    if shown_unit[0].isdigit():  # or amount and unit of measure read as one number
        shown_unit = f"({shown_unit})"

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        classes = [
            Span(low, high, colour, _in_words(low / scale, high / scale, shown_unit))
            for (low, high), colour in zip(breaks, diverging_colours(breaks))
        ]
        if classes:
            factor = CARBON_UNITS[unit]
            missing = tr("No net emission: data missing") if has_missing else ""
            layer.setRenderer(by_range(f'"nce" * {factor!r}' if factor != 1 else '"nce"', classes, missing))
        label_by(layer, "name")
        layer.setName(tr("Net carbon emission {year}").format(year=year))

    return style


def _in_words(low: float, high: float, unit: str) -> str:
    """A class of net emission as a reader says it: a sink or a source of so much."""
    smaller, larger = sorted((abs(low), abs(high)))
    amounts = [_number(amount) for amount in dict.fromkeys((smaller, larger))]
    template = tr("Sink {amount} {unit}") if high <= 0 else tr("Source {amount} {unit}")
    return template.format(amount=" – ".join(amounts), unit=unit)


def diverging_colours(breaks: list[tuple[float, float]]) -> list[str]:
    """A colour for every class: the strongest at both ends, the palest around zero."""
    rows = read_rows("styles/net_emission.csv")
    sinks, sources = ([row["colour"] for row in rows if row["side"] == side] for side in ("sink", "source"))
    below = sum(high <= 0 for _, high in breaks)
    return sinks[len(sinks) - below :] + sources[: len(breaks) - below]


def _number(value: float) -> str:
    """A legend's number: thousands separated, decimals only where small."""
    return f"{value:,.0f}" if value >= 100 or value == 0 else f"{value:,.3g}"
