"""Bars that lie: parts of a whole, counts of classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import figures
from ..colours import EDGE, ink_on
from ..numbers import shown

LEGEND_COLUMNS = 6  # beyond that a legend has two lines
_ROOM = 0.03  # of the longest bar, for a number in a part


def stacked_bars(parts: pd.DataFrame, labels: Sequence[str], colours: Sequence[str], *, rows: Sequence[str], unit: str):
    """A bar a row, made of the columns of ``parts``; numbers stand where there is room."""
    figure, axis = figures.new_axis(0.95 + 0.34 * len(parts))
    left, longest = np.zeros(len(parts)), np.nansum(parts.to_numpy(dtype=float), axis=1).max()
    for name, label, colour in zip(parts.columns, labels, colours):
        values = np.nan_to_num(parts[name].to_numpy(dtype=float))
        style = {"height": 0.72, "color": colour, "edgecolor": "white", "linewidth": 0.6}
        axis.barh(np.arange(len(parts)), values, left=left, label=label, **style)
        for row in np.flatnonzero(values > _ROOM * longest):
            style = {"ha": "center", "va": "center", "fontsize": 7.5, "color": ink_on(colour)}
            axis.text(left[row] + values[row] / 2, row, f"{values[row]:.0f}", **style)
        left += values
    figures.lie_down(axis, list(rows))
    axis.grid(visible=False, axis="x")
    axis.set_xlim(0, longest)
    axis.set_xlabel(unit)
    axis.spines["left"].set_visible(False)
    axis.tick_params(axis="y", length=0)
    lines = 1 + (len(labels) > LEGEND_COLUMNS)
    figures.legend_above(axis, -(-len(labels) // lines))
    return figure


def count_bars(counts: Sequence[int], labels: Sequence[str], colours: Sequence[str], *, unit: str):
    """A bar a class, its count behind it."""
    figure, axis = figures.new_axis(0.6 + 0.34 * len(counts))
    axis.barh(range(len(counts)), counts, color=colours, edgecolor=EDGE, linewidth=0.6, height=0.7)
    for row, count in enumerate(counts):
        place = {"xytext": (5, 0), "textcoords": "offset points", "va": "center"}
        axis.annotate(shown(count), (count, row), fontsize=8, **place)
    figures.lie_down(axis, list(labels))
    axis.set_xlabel(unit)
    return figure
