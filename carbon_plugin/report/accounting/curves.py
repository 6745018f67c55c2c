"""The indices of the region over the years, each with its straight-line trend."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.statistics.trend_line import FEWEST_POINTS, trend_line
from ...core.tables.vocabulary import describe
from ..page import figures
from ..page.carbon_unit import TONNES
from ..page.colours import BAND, BAND_WIDE, LINE, POINTS
from ..page.numbers import largest, p_value, signed
from ..page.writer import Writer
from .report import INDICES, AccountingReport

PALE_POINTS = "#a9b5af"
HECTARE_DISPLAY, HECTARES_PER_THOUSAND_SQUARE_KILOMETRES = "10³ km²", 100_000.0

_CAPTION = sentence(
    "Totals of {count:unit|units} and, for the economic contributive and the ecological support coefficient, their "
    "plain mean; these two are relative to the region, whose own value is 1 in every year. Line: straight-line trend; "
    "darker band: 95 percent confidence of the trend; lighter band: 95 percent prediction for a single year; both "
    "bands and p allow for years that resemble their predecessors. Bands wider than what they frame are not drawn. The "
    "straight line describes, it does not forecast; there is none with fewer than {fewest} years to draw it from. No "
    "axis need begin at zero."
)
_FILLED = sentence(
    "Pale points: at least half of the value was interpolated or shared out. These years have no part in the line, its "
    "bands and p ({names})."
)
_FEW_UNITS = sentence(
    "Hollow points: in {years} other units have complete accounts than in {last}. No line joins them with the others, "
    "they are left out of the trend, and the figures above are of {last}."
)


def regional_curves(writer: Writer, report: AccountingReport) -> None:
    """A small chart of every index of the region."""
    names = report.known(INDICES)
    if not names or not writer.draws:
        return
    writer.heading(sentence("The region over the years"))
    rows = -(-len(names) // 2)
    figure, axes = figures.new_figure(2.3 * rows, rows, 2)
    for axis, name in zip(axes.flat, names):
        _curve(axis, name, writer, report)
    for axis in axes.flat[len(names) :]:
        axis.set_visible(False)
    writer.chart(figure, writer.say(_CAPTION, count=report.units_counted, fewest=FEWEST_POINTS))
    filled = [writer.label(name) for name in names if not report.observed(name).all()]
    if filled:
        writer.paragraph(writer.say(_FILLED, names=writer.listed(filled)))
    if not report.comparable.all():
        few = [str(int(year)) for year in report.years[~report.comparable]]
        writer.paragraph(writer.say(_FEW_UNITS, years=writer.listed(few), last=str(report.last_year)))


def _curve(axis, name: str, writer: Writer, report: AccountingReport) -> None:
    scale, unit = scale_of(name, report.values(name), writer)
    years, values, whole = report.years, report.values(name) * scale, report.comparable
    observed = report.observed(name)
    line, slope = trend_line(years, np.where(whole & observed, values, np.nan)), ""
    if line is not None:
        room = np.ptp(values[whole])
        drawn = ((line.prediction, BAND_WIDE), (line.confidence, BAND))
        for reach, colour in drawn if line.confidence.max() <= room else ():
            axis.fill_between(line.x, line.fitted - reach, line.fitted + reach, color=colour, linewidth=0)
        axis.plot(line.x, line.fitted, color=LINE, linewidth=1.2)
        slope = writer.say(sentence("{slope} a year, {p}"), slope=signed(line.slope), p=p_value(line.p))
    axis.plot(years[whole], values[whole], "-", color=POINTS, linewidth=0.8)
    for marks, edge, fill in (
        (whole & observed, POINTS, POINTS),
        (whole & ~observed, PALE_POINTS, PALE_POINTS),
        (~whole, POINTS, "white"),
    ):
        axis.plot(years[marks], values[marks], "o", color=edge, markerfacecolor=fill, markersize=3)
    figures.name_axis(axis, writer.label(name), slope)
    axis.set_ylabel(unit)
    show_years(axis, report)


def show_years(axis, report: AccountingReport) -> None:
    """The years of the accounts below a chart."""
    figures.whole_years(axis)
    if len(report.years) == 1:
        figures.single_year(axis, report.first_year)


def scale_of(name: str, values: np.ndarray, writer: Writer) -> tuple[float, str]:
    """What to multiply a regional series by, and the unit it then has."""
    variable = describe(name)
    unit = variable.unit if variable else ""
    if unit == TONNES:
        return writer.carbon.scale(values)
    if unit == "ha" and largest(values) >= HECTARES_PER_THOUSAND_SQUARE_KILOMETRES:
        return 1 / HECTARES_PER_THOUSAND_SQUARE_KILOMETRES, HECTARE_DISPLAY
    return 1.0, unit or writer.say(sentence("ratio"))
