"""The ridge trace: how coefficients and their variance inflation change with the ridge parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ....core.messages import sentence
from ....core.statistics.ridge import VIF_LIMIT
from ..canvas import Canvas
from ..colours import INK, driver_colours
from ..numbers import digits, shown
from ..writer import Writer
from .drawn_axes import DASHED, DOTTED, Axes, new_canvas, room_beside
from .drawn_legend import Legend, LineKind
from .drawn_scales import Linear, Logarithmic

LINE_WIDTH = 1.5

_TRACE = sentence(
    "Left: the standardised coefficients as the ridge parameter k grows from 0 (least squares). Right: the variance "
    "inflation of each variable; the dotted line at {limit} is a limit that is commonly used."
)
_CHOSEN = sentence("The dashed line is the k that was chosen, {k}.")
_BEYOND = sentence("The k that was chosen, {k}, lies beyond what is drawn.")


def ridge_trace(
    trace: pd.DataFrame, labels: Mapping[str, str], k: float | None, *, titles: Sequence[str], x_label: str
) -> Canvas:
    """Standardised coefficients and variance inflation over k; a dashed line at the ``k`` that was chosen.

    ``trace``: ``k``, ``beta_<variable>`` and perhaps ``vif_<variable>``. ``labels``: the variables and how each is
    called. ``titles``: of the two parts.
    """
    colours = driver_colours(list(labels))
    canvas, (left, bottom, right, top) = new_canvas(3.6)
    legend = Legend.beside([LineKind(colours[name], LINE_WIDTH, label) for name, label in labels.items()])
    middle = (left + right - legend.width(canvas)) / 2
    rooms = (left, bottom, middle, top), room_beside(canvas, (middle, bottom, right, top), legend)
    betas, inflations = (
        {name: trace[f"{kind}_{name}"] for name in labels if f"{kind}_{name}" in trace} for kind in ("beta", "vif")
    )
    scale = Linear.of(trace["k"], margin=0.01)
    scales = Linear.of(_all(betas, 0.0)), Logarithmic.of(_all(inflations, VIF_LIMIT))
    is_inside = _is_inside(trace, k)
    for room, upwards, title, lines in zip(rooms, scales, titles, (betas, inflations)):
        axes = Axes(canvas, room, scale, upwards, x_name=x_label, title=title)
        axes.draw_grid()
        if isinstance(upwards, Linear):
            axes.across(0.0, INK, 0.6)
        else:
            axes.across(VIF_LIMIT, INK, 0.8, dashes=DOTTED)
        for name, values in lines.items():
            axes.line(trace["k"], values, colours[name], width=LINE_WIDTH)
        if is_inside:
            place = axes.upright(k, INK, 1.0, dashes=DASHED)
            if isinstance(upwards, Linear):
                _write_k(axes, place, f"k = {digits(k)}")
        axes.draw_frame()
    axes.draw_beside(legend)
    return canvas


def _all(lines: Mapping[str, pd.Series], limit: float) -> np.ndarray:
    return np.concatenate([[limit], *(values.to_numpy(dtype=float) for values in lines.values())])


def _write_k(axes: Axes, x: float, text: str) -> None:
    """The chosen k beside its line, on the side where it is inside the frame."""
    is_right = x + 4 + axes.canvas.measure(text, 8.0)[0] <= axes.box[2]
    place = x + (4 if is_right else -4), axes.box[3] - 10
    axes.canvas.text(place, text, 8.0, across="left" if is_right else "right")


def trace_caption(writer: Writer, trace: pd.DataFrame, k: float | None) -> str:
    """What the chart shows; ``k``: None where it is not known."""
    text = writer.say(_TRACE, limit=shown(VIF_LIMIT))
    if k is None:
        return text
    return f"{text} {writer.say(_CHOSEN if _is_inside(trace, k) else _BEYOND, k=shown(k))}"


def _is_inside(trace: pd.DataFrame, k: float | None) -> bool:
    return k is not None and k <= trace["k"].max()
