"""From one amount to another, step by step; and the same steps for many periods as stacked bars."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import figures
from ..colours import EDGE, INK, QUIET
from ..numbers import aligned

_AIR = 0.12  # of the range of the amounts, above and below


def waterfall(start: float, effects: Sequence[float], labels: Sequence[str], *, colours: Sequence[str], unit: str):
    """Bars from the amount ``start`` over its ``effects`` to their sum.

    ``labels``: of the start, of every effect and of the end; ``colours``: of the effects.
    """
    figure, axis = figures.new_axis(3.2)
    tops = start + np.concatenate([[0.0], np.cumsum(effects)])
    ends = (0, len(effects) + 1)
    axis.bar(ends, (tops[0], tops[-1]), color=QUIET, width=0.62)
    for place, (effect, colour) in enumerate(zip(effects, colours), start=1):
        axis.bar(place, effect, bottom=tops[place - 1], color=colour, width=0.62, edgecolor=EDGE, linewidth=0.5)
        axis.plot((place - 0.69, place + 0.31), [tops[place - 1]] * 2, color=EDGE, linewidth=0.7)
    axis.plot((ends[1] - 0.69, ends[1] + 0.31), [tops[-1]] * 2, color=EDGE, linewidth=0.7)
    low, high = min(0.0, tops.min()), max(tops.max(), 0.0)
    texts = aligned([tops[0], *effects, tops[-1]])
    texts[1:-1] = [f"+{text}" if effect > 0 else text for text, effect in zip(texts[1:-1], effects)]
    above = [tops[0], *np.maximum(tops[:-1], tops[1:]), tops[-1]]
    for place, (text, height) in enumerate(zip(texts, above)):
        style = {"xytext": (0, 3), "textcoords": "offset points", "ha": "center", "fontsize": 8, "color": INK}
        axis.annotate(text, (place, max(float(height), 0.0)), **style)
    axis.set_ylim(low - _AIR * (high - low) * (low < 0), high + _AIR * (high - low))
    axis.set_xticks(range(len(labels)), labels, fontsize=8)
    axis.set_ylabel(unit)
    axis.axhline(0, color=INK, linewidth=0.8)
    return figure


def stacked_changes(
    parts: pd.DataFrame, labels: Sequence[str], colours: Sequence[str], *, periods: Sequence[str], whole: str, unit: str
):
    """A bar a period: the columns of ``parts`` above zero or below it, and their sum as a point called ``whole``."""
    figure, axis = figures.new_axis(3.6)
    axis.use_sticky_edges = False
    places = np.arange(len(parts))
    above, below = np.zeros(len(parts)), np.zeros(len(parts))
    for name, label, colour in zip(parts.columns, labels, colours):
        values = np.nan_to_num(parts[name].to_numpy(dtype=float))
        bottom = np.where(values >= 0, above, below)
        axis.bar(places, values, bottom=bottom, color=colour, label=label, width=0.75)
        above += np.maximum(values, 0)
        below += np.minimum(values, 0)
    axis.plot(places, above + below, "o", color=INK, markersize=4, markeredgecolor="white", label=whole)
    axis.axhline(0, color=INK, linewidth=0.8)
    every = -(-len(periods) // 12)
    axis.set_xticks(places[::every], list(periods)[::every], fontsize=8)
    axis.set_ylabel(unit)
    figures.legend_beside(axis)
    return figure
