"""The ridge trace: how coefficients and their variance inflation change with the ridge parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ....core.messages import sentence
from ....core.statistics.ridge import VIF_LIMIT
from .. import figures
from ..colours import INK, driver_colours
from ..numbers import digits, shown
from ..writer import Writer

_TRACE = sentence(
    "Left: the standardised coefficients as the ridge parameter k grows from 0 (least squares). Right: the variance "
    "inflation of each variable; the dotted line at {limit} is a limit that is commonly used."
)
_CHOSEN = sentence("The dashed line is the k that was chosen, {k}.")
_BEYOND = sentence("The k that was chosen, {k}, lies beyond what is drawn.")


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
    is_inside = _is_inside(trace, k)
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


def trace_caption(writer: Writer, trace: pd.DataFrame, k: float | None) -> str:
    """What the chart shows; ``k``: None where it is not known."""
    text = writer.say(_TRACE, limit=shown(VIF_LIMIT))
    if k is None:
        return text
    return f"{text} {writer.say(_CHOSEN if _is_inside(trace, k) else _BEYOND, k=shown(k))}"


def _is_inside(trace: pd.DataFrame, k: float | None) -> bool:
    return k is not None and k <= trace["k"].max()
