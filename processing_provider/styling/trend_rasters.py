"""How the rasters of a trend test look: slope, Z and p in classes with words, the five classes as a palette."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import (
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.resources import read_rows
from .layers import StyleFunction
from .trends import legend

_LEVEL = 1e-9  # of a step of the legend: a slope this small is none
_SIGNIFICANT = (1.96, 2.576)  # |Z| of 5 and 1 percent, two-sided


def trend_class_raster(threshold: float) -> StyleFunction:
    """A style: the five classes, marked increase first, in words."""

    def style(layer: QgsRasterLayer) -> None:
        classes = [
            QgsPalettedRasterRenderer.Class(one.value, QColor(one.colour), one.label)
            for one in reversed(legend(threshold))
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))

    return style


def slope_raster(step: float) -> StyleFunction:
    """A style: slopes in classes of 0, ``step`` and twice ``step`` a year on both sides."""
    level = _LEVEL * step
    bounds = [-2 * step, -step, -level, level, step, 2 * step]
    words = {
        "beyond": (tr("Falls by more than {low} a year"), tr("Rises by more than {low} a year")),
        "between": (tr("Falls by {low} – {high} a year"), tr("Rises by {low} – {high} a year")),
    }

    def label(side: int, low: float, high: float) -> str:
        template = words["beyond" if math.isinf(high) else "between"][side]
        return template.format(low=_shown(low), high=_shown(high))

    sizes = [(2 * step, math.inf), (step, 2 * step), (0.0, step)]
    labels = [*(label(0, *size) for size in sizes), tr("Slope 0"), *(label(1, *size) for size in reversed(sizes))]
    return _in_classes(bounds, [*_colours("fall"), *_colours("level"), *_colours("rise")], labels)


def z_raster(threshold: float) -> StyleFunction:
    """A style: Z beyond the threshold and beyond 5 and 1 percent, on both sides of what is not marked."""
    beyond = sorted({threshold, *(bound for bound in _SIGNIFICANT if bound > threshold)})
    bounds = [*(-bound for bound in reversed(beyond)), *beyond]
    fall, rise = _colours("fall"), _colours("rise")
    colours = [*fall[: len(beyond)], *_colours("level"), *rise[len(rise) - len(beyond) :]]
    steps = list(zip(beyond, [*beyond[1:], math.inf]))
    falling = [_z_words(-high, -low) for low, high in reversed(steps)]
    level = tr("Not marked (|Z| ≤ {threshold})").format(threshold=_shown(threshold))
    return _in_classes(bounds, colours, [*falling, level, *(_z_words(low, high) for low, high in steps)])


def p_raster() -> StyleFunction:
    """A style: p-values by the usual levels."""
    rows = read_rows("styles/p_values.csv")
    uppers = [float(row["upper"]) for row in rows]
    between = [f"p {_shown(low)} – {_shown(high)}" for low, high in zip(uppers, uppers[1:-1])]
    labels = [f"p ≤ {_shown(uppers[0])}", *between, f"p > {_shown(uppers[-2])}"]
    return _in_classes(uppers[:-1], [row["colour"] for row in rows], labels)


def _in_classes(bounds: Sequence[float], colours: Sequence[str], labels: Sequence[str]) -> StyleFunction:
    """One class up to each of ``bounds``, inclusive, and one above the last."""
    items = [
        QgsColorRampShader.ColorRampItem(upper, QColor(colour), label)
        for upper, colour, label in zip([*bounds, math.inf], colours, labels)
    ]

    def style(layer: QgsRasterLayer) -> None:
        ramp = QgsColorRampShader(bounds[0], bounds[-1])
        ramp.setColorRampType(QgsColorRampShader.Type.Discrete)
        ramp.setColorRampItemList(items)
        shader = QgsRasterShader()
        shader.setRasterShaderFunction(ramp)
        renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
        renderer.setClassificationMin(bounds[0])
        renderer.setClassificationMax(bounds[-1])
        layer.setRenderer(renderer)

    return style


def _colours(side: str) -> list[str]:
    """The colours of one side, in the order of rising values."""
    return [row["colour"] for row in read_rows("styles/rise_and_fall.csv") if row["side"] == side]


def _z_words(low: float, high: float) -> str:
    if math.isinf(low):
        return f"Z < {_shown(high)}"
    return f"Z > {_shown(low)}" if math.isinf(high) else f"Z {_shown(low)} – {_shown(high)}"


def _shown(value: float) -> str:
    return f"{value:,.6g}".replace("-", "−")
