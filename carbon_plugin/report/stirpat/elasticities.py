"""What one per cent more of each variable means."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.statistics.student_t import t_of_confidence
from ..page.canvas import Canvas
from ..page.charts.drawn_axes import Axes, new_canvas, room_beside
from ..page.charts.drawn_legend import CircleKind, Legend
from ..page.charts.drawn_scales import Linear, Rows
from ..page.colours import INK, QUIET, driver_colours
from ..page.numbers import p_value
from ..page.table import Column
from ..page.writer import Writer
from .report import FitReport, column_name, driver_name

CONFIDENCE = 0.95  # of the intervals: p below .05 is an interval without 0
TABLE_DECIMALS = 6  # what least squares finds of an identity is 0 but for rounding
_CIRCLE = 6.8, 1.0  # points: of coefficients, and of their edge
NO_BREAK = "\u00a0"

_CAPTION = sentence(
    "Per cent of emission for one per cent of each variable, the others held. Filled: ridge at the chosen k, the "
    "coefficients that "
    "projections use, with 95 percent intervals (approximate, since ridge is biased towards zero). Hollow: ordinary "
    "least squares."
)
_CAPTION_IDENTITY = sentence(
    "Per cent of emission for one per cent of each variable, the others held. Filled: ridge at the chosen k. Hollow: "
    "ordinary least squares. An accounting identity has no intervals and no p-values."
)


def elasticities(writer: Writer, report: FitReport) -> None:
    """A chart and a table of the coefficients."""
    writer.heading(sentence("What one per cent more of each variable means"))
    if writer.draws:
        writer.chart(_chart(writer, report), writer.say(_CAPTION_IDENTITY if report.fit.identity else _CAPTION))
    coefficients = report.fit.coefficients
    names = [driver_name(name, report.known, writer).replace(" ", NO_BREAK) for name in coefficients["variable"]]
    found = {"variable": names}
    tested = () if report.fit.identity else ("std_error", "t", "p")  # an identity leaves nothing to test
    for name in ("b", *tested, "beta", "vif", "ols_b", "ols_vif"):
        found[name] = coefficients[name].round(TABLE_DECIMALS) + 0.0  # no minus zero
    if tested:
        probabilities = [p_value(p).removeprefix("p ").removeprefix("= ") for p in coefficients["p"]]
        found["p"] = [text.replace(" ", NO_BREAK) for text in probabilities]
    writer.table([Column(column_name(name, writer), values) for name, values in found.items()])


def _chart(writer: Writer, report: FitReport) -> Canvas:
    rows = report.rows
    known = driver_colours(list(rows["variable"]))
    colours = [known[name] for name in rows["variable"]]
    b, ols = (rows[name].to_numpy(dtype=float) for name in ("b", "ols_b"))
    reach = np.zeros(len(rows)) if report.fit.identity else half_widths(rows)
    kinds = [CircleKind(colour, colour, *_CIRCLE, writer.say(sentence("ridge"))) for colour in colours]
    hollow = CircleKind("none", QUIET, *_CIRCLE, writer.say(sentence("least squares")))
    legend = Legend.beside([*kinds[:1], hollow])
    canvas, room = new_canvas(0.9 + 0.42 * len(rows))
    axes = Axes(
        canvas, room_beside(canvas, room, legend), Linear.of(np.concatenate([[0.0], b, b - reach, b + reach, ols])),
        Rows([driver_name(name, report.known, writer) for name in rows["variable"]]), grid=["x"],
        x_name=writer.say(sentence("per cent of carbon emission for one per cent of the variable")),
    )  # fmt: skip
    axes.draw_grid()
    axes.upright(0.0, INK, 0.8)
    for row, kind in enumerate(kinds):
        if np.isfinite(reach[row]):
            axes.line(b[row] + reach[row] * np.array([-1, 1]), np.full(2, row), kind.fill, width=2.2)
    for row, kind in enumerate(kinds):
        kind.draw(canvas, axes.at(b[[row]], [row]))
    hollow.draw(canvas, axes.at(ols, np.arange(len(rows))))
    axes.draw_frame()
    axes.draw_beside(legend)
    return canvas


def half_widths(rows: pd.DataFrame) -> np.ndarray:
    """How far the intervals of coefficients reach on either side, by the same t and freedom as their p."""
    error, freedom = (rows[name].to_numpy(dtype=float) for name in ("std_error", "degrees_of_freedom"))
    return error * t_of_confidence(CONFIDENCE, freedom)
