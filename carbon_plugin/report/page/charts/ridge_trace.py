"""The ridge trace: how coefficients and their variance inflation change with the ridge parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ....core.statistics.ridge import VIF_LIMIT
from .. import figures
from ..colours import INK, driver_colours
from ..numbers import digits


def ridge_trace(
    trace: pd.DataFrame, labels: Mapping[str, str], k: float | None, *, titles: Sequence[str], x_label: str
):
    """Standardised coefficients and variance inflation over k; a dashed line at the ``k`` that was chosen.

    ``trace``: ``k``, ``beta_<variable>`` and perhaps ``vif_<variable>``. ``labels``: the variables and how each is
    called. ``titles``: of the two parts.
    """
    colours = driver_colours(list(labels))
    figure, axes = figures.new_figure(3.6, 1, 2)
    left, right = axes[0]
    figures.logarithmic(right, "y")
    for name, label in labels.items():
        left.plot(trace["k"], trace[f"beta_{name}"], color=colours[name], linewidth=1.5)
        if f"vif_{name}" in trace:
            right.plot(trace["k"], trace[f"vif_{name}"], color=colours[name], linewidth=1.5)
        right.plot([], [], color=colours[name], linewidth=1.5, label=label)
    left.axhline(0, color=INK, linewidth=0.6)
    right.axhline(VIF_LIMIT, color=INK, linewidth=0.8, linestyle=":")
    is_inside = k is not None and k <= trace["k"].max()
    for axis, title in zip((left, right), titles):
        figures.name_axis(axis, title)
        axis.set_xlabel(x_label)
        axis.margins(x=0.01)
        if is_inside:
            axis.axvline(k, color=INK, linewidth=1.0, linestyle="--")
    if is_inside:
        place = {"xycoords": ("data", "axes fraction"), "xytext": (4, -10), "textcoords": "offset points"}
        left.annotate(f"k = {digits(k)}", (k, 1.0), fontsize=8, **place)
    figures.legend_beside(right)
    return figure
