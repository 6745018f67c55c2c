"""Observed against fitted emission, and what tests say about the fit."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ..page import figures
from ..page.colours import GRID, INK, LINE, POINTS
from ..page.numbers import digits
from ..page.table import Column
from ..page.writer import Writer
from .report import FitReport

NAMED_OUTLIERS = 5
MANY_POINTS = 3000  # more are drawn as a picture

_YEARS = sentence("Observed and fitted emission of the region, year by year.")
_CLOUD = sentence(
    "Every point is a unit in a year; on the line fitted and observed emission agree. Named are the units with the "
    "largest misfit."
)
PERCENT = sentence("{percent} %")


def validity(writer: Writer, report: FitReport) -> None:
    """A chart of the fit and a table of its tests."""
    writer.heading(sentence("Observed against fitted"))
    if writer.draws:
        if report.pooling == "region":
            writer.chart(_over_years(writer, report), writer.say(_YEARS))
        else:
            writer.chart(_cloud(writer, report), writer.say(_CLOUD))
    tests = _tests(writer, report)
    headers = (sentence("Test"), sentence("Value"), sentence("What it says"))
    writer.table([Column(writer.say(header), values) for header, values in zip(headers, zip(*tests))])


def _over_years(writer: Writer, report: FitReport):
    fitted = report.fit.fitted
    factor, unit = writer.carbon.scale(fitted["ce"])
    figure, axis = figures.new_axis(3.2)
    axis.plot(fitted["year"], fitted["ce_fitted"] * factor, "-", color=LINE, label=writer.say(sentence("fitted")))
    points = {"color": POINTS, "markersize": 4, "label": writer.say(sentence("observed"))}
    axis.plot(fitted["year"], fitted["ce"] * factor, "o", **points)
    axis.set_ylabel(unit)
    figures.legend_beside(axis)
    figures.whole_years(axis)
    return figure


def _cloud(writer: Writer, report: FitReport):
    fitted = report.fit.fitted
    factor, unit = writer.carbon.scale(fitted["ce"])
    x, y = fitted["ce"].to_numpy() * factor, fitted["ce_fitted"].to_numpy() * factor
    figure, axis = figures.new_axis(4.6)
    figures.logarithmic(axis, "x")
    figures.logarithmic(axis, "y")
    ends = [min(x.min(), y.min()), max(x.max(), y.max())]
    axis.plot(ends, ends, color=INK, linewidth=0.9)
    axis.scatter(x, y, s=9, color=LINE, alpha=0.45, linewidth=0, rasterized=len(x) > MANY_POINTS)
    by_misfit = fitted.loc[fitted["residual"].abs().sort_values(ascending=False, kind="stable").index]
    worst = by_misfit.drop_duplicates("unit").head(NAMED_OUTLIERS)
    for row in worst.itertuples():
        place = {"xytext": (5, -3), "textcoords": "offset points", "fontsize": 7.5}
        at = (row.ce * factor, row.ce_fitted * factor)
        axis.annotate(f"{row.unit} {row.year}", at, color=POINTS, path_effects=figures.halo(), **place)
    axis.grid(color=GRID, linewidth=0.6)
    axis.set_xlabel(writer.say(sentence("observed emission, {unit}"), unit=unit))
    axis.set_ylabel(writer.say(sentence("fitted emission, {unit}"), unit=unit))
    return figure


def _tests(writer: Writer, report: FitReport) -> list[tuple[str, str, str]]:
    """Test, value, what it says."""
    found = report.fit.validity
    rows = [
        (
            sentence("t-test of fitted against observed emission (the study's)"),
            f"t = {digits(found.t_test)}, p = {digits(found.t_test_p)}",
            sentence(
                "Can hardly fail: with an intercept the logarithms of both have the same mean, whatever is fitted."
            ),
        ),
        (
            sentence("paired t-test"),
            f"t = {digits(found.paired_t)}, p = {digits(found.paired_p)}",
            sentence("A small p: fitted emission is too high or too low on the whole."),
        ),
        (
            sentence("mean absolute error"),
            writer.say(PERCENT, percent=digits(found.mape)),
            sentence("How far fitted emission is off on average."),
        ),
        (
            sentence("root mean square error"),
            writer.carbon.text(found.rmse),
            sentence("The same in amounts, where large misses weigh most."),
        ),
        (
            sentence("error of an observation left out"),
            writer.say(PERCENT, percent=digits(100.0 * np.expm1(found.leave_one_out))),
            sentence("Predicted without it: much larger than the error above means that the fit is too tight."),
        ),
        (
            sentence("Durbin-Watson"),
            digits(found.durbin_watson),
            sentence(
                "2: residuals of successive years are unrelated; towards 0 they drift, and standard errors that take "
                "years for independent are too small."
            ),
        ),
        (
            sentence("smearing factor (Duan)"),
            digits(found.smearing),
            sentence("From fitted logarithms to mean amounts; reported, not applied."),
        ),
    ]
    if np.isfinite(found.leave_one_unit_out):
        rows.append(
            (
                sentence("error in a unit left out"),
                writer.say(PERCENT, percent=digits(100.0 * np.expm1(found.leave_one_unit_out))),
                sentence("Predicted without any year of the unit: how far the coefficients hold for units not seen."),
            )
        )
    return [(writer.say(test), value, writer.say(says)) for test, value, says in rows]
