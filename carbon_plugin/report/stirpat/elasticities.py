"""What one per cent more of each variable means."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ..page import figures
from ..page.colours import INK, QUIET, driver_colours
from ..page.numbers import p_value
from ..page.table import Column
from ..page.writer import Writer
from .report import FitReport, column_name, driver_name

CONFIDENCE = 1.96  # standard errors on either side of a coefficient, 95 per cent
TABLE_DECIMALS = 6  # what least squares finds of an identity is 0 but for rounding
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


def _chart(writer: Writer, report: FitReport):
    rows = report.rows
    at, known = np.arange(len(rows)), driver_colours(list(rows["variable"]))
    b, error, ols = (rows[name].to_numpy(dtype=float) for name in ("b", "std_error", "ols_b"))
    colours = [known[name] for name in rows["variable"]]
    figure, axis = figures.new_axis(0.9 + 0.42 * len(rows))
    axis.axvline(0, color=INK, linewidth=0.8)
    if not report.fit.identity:
        axis.hlines(at, b - CONFIDENCE * error, b + CONFIDENCE * error, color=colours, linewidth=2.2)
    axis.scatter(b, at, color=colours, s=46, zorder=3, label=writer.say(sentence("ridge")))
    hollow = {"facecolor": "none", "edgecolor": QUIET, "s": 46, "zorder": 3}
    axis.scatter(ols, at, label=writer.say(sentence("least squares")), **hollow)
    figures.lie_down(axis, [driver_name(name, report.known, writer) for name in rows["variable"]])
    axis.set_xlabel(writer.say(sentence("per cent of carbon emission for one per cent of the variable")))
    figures.legend_beside(axis)
    return figure
