"""The map of classes from low to high: one colour a class, from pale to dark, for any geometry."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsGradientColorRamp, QgsGradientStop, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.resources import read_rows
from ...carbon_plugin.core.tables.vocabulary import describe
from .layers import StyleFunction, aliases
from .legends import Entry, by_category

_MOST_DECIMALS = 12
_VISIBLE = 0.05  # of the narrowest class: how much a bound may be rounded in the legend


def class_map(
    column: str, field: str, bounds: Sequence[float], *, lowest: float | None, has_missing: bool
) -> StyleFunction:
    """A style: the classes 1..k in ``column`` of the values of ``field``, each with its bounds in words.

    ``bounds``: the upper bounds, inclusive, rising; ``lowest``: the smallest value, None where the outer classes are
    open. ``has_missing``: there are features without a class.
    """
    variable = describe(field)
    title = variable.alias(language()) if variable else field

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        layer.setFieldAlias(layer.fields().indexFromName(column), tr("Class of {field}").format(field=title))
        layer.setName(tr("{field} in {count} classes").format(field=title, count=len(bounds)))
        if not layer.isSpatial():
            return
        colours, labels = class_colours(len(bounds)), class_labels(bounds, lowest)
        entries = [Entry(number, *look) for number, look in enumerate(zip(colours, labels), start=1)]
        missing = tr("No value") if has_missing else ""
        layer.setRenderer(by_category(column, entries, missing, kind=layer.geometryType()))

    return style


def class_colours(count: int) -> list[str]:
    """``count`` colours from pale to dark, evenly along the shipped row of colours."""
    first, *inner, last = [QColor(row["colour"]) for row in read_rows("styles/sequential.csv")]
    stops = [QgsGradientStop(place / (len(inner) + 1), colour) for place, colour in enumerate(inner, start=1)]
    ramp = QgsGradientColorRamp(first, last, False, stops)
    return [ramp.color(number / max(count - 1, 1)).name() for number in range(count)]


def class_labels(bounds: Sequence[float], lowest: float | None) -> list[str]:
    """The classes in words, with as many decimals as tell the bounds apart."""
    written = _written([*([] if lowest is None else [lowest]), *bounds])
    if lowest is not None:
        return [high if low == high else f"{low} – {high}" for low, high in zip(written, written[1:])]
    if len(written) == 1:
        return [tr("All values")]
    inner = [f"{low} – {high}" for low, high in zip(written, written[1:-1])]
    return [tr("Up to {high}").format(high=written[0]), *inner, tr("More than {low}").format(low=written[-2])]


def _written(values: Sequence[float]) -> list[str]:
    gaps = [high - low for low, high in zip(values, values[1:]) if high > low]
    tolerance = _VISIBLE * min(gaps, default=abs(values[0]) or 1.0)
    decimals = next(
        (number for number in range(_MOST_DECIMALS) if all(abs(round(v, number) - v) <= tolerance for v in values)),
        None,
    )
    shown = [
        f"{value:.6g}" if decimals is None else f"{round(value, decimals) + 0.0:,.{decimals}f}" for value in values
    ]
    return [text.replace("-", "−") for text in shown]
