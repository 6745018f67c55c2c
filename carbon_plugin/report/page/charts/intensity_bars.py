"""Bars that lie, on both sides of zero or against a line that all of them would reach."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .. import figures
from ..colours import EDGE, INK
from ..numbers import digits


def bars_to_both_sides(
    gains: np.ndarray, losses: np.ndarray, labels: Sequence[str], *, colours: Sequence[str], names: tuple[str, str, str]
):
    """Gains to the right, losses to the left, the net as a mark; ``names``: of the net, of the axis, of its unit."""
    figure, axis = figures.new_axis(0.8 + 0.36 * len(labels))
    rows = np.arange(len(labels))
    look = {"height": 0.66, "edgecolor": EDGE, "linewidth": 0.5}
    axis.barh(rows, gains, color=list(colours), **look)
    axis.barh(rows, -losses, color=list(colours), alpha=0.55, **look)
    axis.plot(gains - losses, rows, linestyle="none", marker="D", markersize=4.5, color=INK, label=names[0])
    axis.axvline(0, color=INK, linewidth=0.8)
    figures.lie_down(axis, list(labels))
    axis.set_xlabel(f"{names[1]} ({names[2]})")
    figures.thousands(axis)
    figures.legend_above(axis, 1)
    return figure


def bars_against_lines(
    panels: Sequence[tuple[str, np.ndarray, float]],
    labels: Sequence[str],
    colours: Sequence[str],
    *,
    names: tuple[str, str],
):
    """A panel each: its name, a bar a row, the uniform line; ``names``: of the line, and of the axis."""
    figure, axes = figures.new_figure(1.1 + 0.3 * len(labels), 1, len(panels))
    for axis, (title, values, uniform) in zip(axes[0], panels):
        rows = np.arange(len(labels))
        shown = np.nan_to_num(values)
        axis.barh(rows, shown, color=list(colours), edgecolor=EDGE, linewidth=0.5, height=0.66)
        axis.axvline(uniform, color=INK, linewidth=1.2, linestyle="--", label=f"{names[0]} {digits(uniform)} %")
        figures.lie_down(axis, list(labels))
        figures.name_axis(axis, title)
        axis.set_xlabel(names[1])
        axis.legend(loc="lower right", frameon=False, fontsize=7.5)
    return figure
