"""Lorenz curves, and measures of inequality over the years."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .. import figures
from ..colours import EDGE, LINE, OTHERS, SOURCE

_COLOURS = (LINE, SOURCE, *OTHERS)


def lorenz_curves(curves: Mapping[int, tuple[np.ndarray, np.ndarray]], *, x: str, y: str, equal: str):
    """Curves by year, cumulative shares from 0 to 1; ``x``, ``y``: names of the axes; ``equal``: of the diagonal."""
    figure, axis = figures.new_axis(4.6)
    axis.plot([0, 100], [0, 100], color=EDGE, linewidth=1, linestyle="--", label=equal)
    for (year, (base, amount)), colour in zip(curves.items(), _COLOURS):
        axis.plot(100 * base, 100 * amount, color=colour, linewidth=1.8, label=str(year))
    axis.set_xlim(0, 100)
    axis.set_ylim(0, 100)
    axis.set_aspect("equal")
    axis.set_xlabel(x)
    axis.set_ylabel(y)
    figures.legend_beside(axis)
    return figure


def inequality_lines(years: np.ndarray, lines: Mapping[str, np.ndarray]):
    """A line a measure, from zero upwards."""
    figure, axis = figures.new_axis(2.8)
    for (name, values), colour in zip(lines.items(), _COLOURS):
        axis.plot(years, values, "o-", color=colour, markersize=3, linewidth=1.4, label=name)
    axis.set_ylim(bottom=0)
    figures.whole_years(axis)
    figures.legend_beside(axis)
    return figure
