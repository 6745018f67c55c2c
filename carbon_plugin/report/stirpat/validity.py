"""Observed against fitted emission, and what tests say about the fit."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ..page.canvas import Canvas
from ..page.charts.drawn_axes import Axes, new_canvas, room_beside
from ..page.charts.drawn_legend import CircleKind, Legend, LineKind
from ..page.charts.drawn_scales import Linear, Logarithmic
from ..page.colours import INK, LINE, POINTS
from ..page.numbers import digits
from ..page.table import Column
from ..page.writer import Writer
from .report import FitReport

NAMED_OUTLIERS = 5
NAME_LETTERS, OPACITY = 7.5, 0.45  # of names of points; of points
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


def _over_years(writer: Writer, report: FitReport) -> Canvas:
    fitted = report.fit.fitted
    factor, unit = writer.carbon.scale(fitted["ce"])
    years = fitted["year"].to_numpy(dtype=float)
    observed, found = fitted["ce"].to_numpy() * factor, fitted["ce_fitted"].to_numpy() * factor
    line = LineKind(LINE, 1.5, writer.say(sentence("fitted")))
    points = CircleKind(POINTS, POINTS, 4.0, 1.0, writer.say(sentence("observed")))
    legend = Legend.beside([line, points])
    canvas, room = new_canvas(3.2)
    scales = Linear.of(years, is_years=True), Linear.of(np.concatenate([observed, found]))
    axes = Axes(canvas, room_beside(canvas, room, legend), *scales, y_name=unit)
    axes.draw_grid()
    axes.line(years, found, line.colour, width=line.width)
    points.draw(canvas, axes.at(years, observed))
    axes.draw_frame()
    axes.draw_beside(legend)
    return canvas


def _cloud(writer: Writer, report: FitReport) -> Canvas:
    fitted = report.fit.fitted
    factor, unit = writer.carbon.scale(fitted["ce"])
    x, y = fitted["ce"].to_numpy() * factor, fitted["ce_fitted"].to_numpy() * factor
    ends = np.array([min(x.min(), y.min()), max(x.max(), y.max())])
    canvas, room = new_canvas(4.6)
    scale = Logarithmic.of(ends)
    axes = Axes(
        canvas, room, scale, scale, grid=["x", "y"],
        x_name=writer.say(sentence("observed emission, {unit}"), unit=unit),
        y_name=writer.say(sentence("fitted emission, {unit}"), unit=unit),
    )  # fmt: skip
    axes.draw_grid()
    canvas.dots(axes.at(x, y), 3.0, LINE, opacity=OPACITY, as_picture=len(x) > MANY_POINTS)
    axes.line(ends, ends, INK, width=0.9)
    axes.draw_frame()
    by_misfit = fitted.loc[fitted["residual"].abs().sort_values(ascending=False, kind="stable").index]
    worst = by_misfit.drop_duplicates("unit").head(NAMED_OUTLIERS)
    for row, place in zip(worst.itertuples(), axes.at(worst["ce"] * factor, worst["ce_fitted"] * factor)):
        _name(axes, place, f"{row.unit} {row.year}")
    return canvas


def _name(axes: Axes, place: np.ndarray, text: str) -> None:
    """Name a point, on the side where the name ends inside the frame."""
    is_right = place[0] + 5 + axes.canvas.measure(text, NAME_LETTERS)[0] <= axes.box[2]
    beside = {"across": "left" if is_right else "right", "colour": POINTS, "has_seam": True}
    axes.canvas.text((place[0] + (5 if is_right else -5), place[1] - 3), text, NAME_LETTERS, **beside)


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
