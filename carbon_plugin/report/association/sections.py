"""Sections on association in space: the map of classes, Moran's scatterplot, all years, the units of each class."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.space.bivariate_moran import LEE_L, LISA_CLASS, LISA_P, MORAN_I, P_VALUE, UNITS
from ...core.space.lisa_classes import lisa_classes
from ...core.tables.vocabulary import YEAR
from ..page.charts.moran import class_counts, moran_lines, moran_scatter
from ..page.colours import NO_ZONE
from ..page.map import NAMED
from ..page.table import Column
from ..page.writer import Writer
from .report import AssociationReport

LISTED = 60  # units of a class that are named
TITLED = 5_000  # units that say their name when pointed at: more of them make a page too large to mail
CLUSTERS = ("high_high", "low_low", "low_high", "high_low")

_MAP = sentence("First word: “{x}” of the unit; second: “{y}” at its neighbours. Classes and colours as GeoDa's.")
_SCATTER = sentence(
    "Across: “{x}”; upwards: mean “{y}” at the neighbours; both standardised. The slope of the line is Moran's I. "
    "Points in the colour of their class; grey ones are not significant."
)
_YEARS = sentence("Moran's I and Lee's L by year; filled where the pseudo p is {level} or less.")
_COUNTS = sentence("Number of units in each class by year.")
_LISTED = sentence("{count:unit|units}: {names}.")
_LISTED_CUT = sentence("{count:unit|units}, those with the smallest pseudo p first: {names}, …")


def cluster_map(writer: Writer, report: AssociationReport) -> None:
    """Where the classes are in the last year."""
    x, y = (writer.label(name) for name in (report.observed.x_name, report.observed.y_name))
    if report.outlines is None:
        return
    _headed(writer, report, sentence("Where it is"), sentence("Where it is in {year}"))
    by_number = {one.number: one for one in lisa_classes()}
    shown = report.shown[report.observed.place[report.shown] >= 0]
    classes = report.association.rows[LISA_CLASS].to_numpy()[shown]
    of_unit = dict(zip(report.observed.place[shown].tolist(), classes.tolist()))
    found = [by_number.get(of_unit.get(place, -1)) for place in range(len(report.names))]
    none = writer.say(sentence("Not in this year"))
    drawing = writer.sheet(report.outlines).units(
        [one.colour if one else NO_ZONE for one in found],
        [f"{name}: {one.label(writer.language) if one else none}" for name, one in zip(report.names, found)]
        if len(found) <= TITLED
        else [""] * len(found),
        report.names if len(report.names) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    legend = [
        (one.colour, writer.say(sentence("{label}: {meaning}"), label=one.label(writer.language),
                                meaning=one.meaning(writer.language)))
        for one in report.classes()
    ]  # fmt: skip
    writer.map(drawing, writer.say(_MAP, x=x, y=y), [*legend, *([(NO_ZONE, none)] if None in found else [])])


def scatter(writer: Writer, report: AssociationReport) -> None:
    """Moran's scatterplot of the last year."""
    if not writer.draws or not np.isfinite(report.last[MORAN_I]):
        return
    _headed(writer, report, sentence("Moran's scatterplot"), sentence("Moran's scatterplot of {year}"))
    shown = report.shown[np.isfinite(report.association.lag[report.shown])]
    colours = {one.number: one.colour for one in lisa_classes()}
    classes = report.association.rows[LISA_CLASS].to_numpy()[shown]
    x, y = (writer.label(name) for name in (report.observed.x_name, report.observed.y_name))
    figure = moran_scatter(
        report.association.x[shown],
        report.association.lag[shown],
        [colours[number] for number in classes.tolist()],
        slope=float(report.last[MORAN_I]),
        names=(x, writer.say(sentence("{y} at the neighbours"), y=y)),
        corners=[one.label(writer.language) for key in CLUSTERS for one in lisa_classes() if one.key == key],
    )
    writer.chart(figure, writer.say(_SCATTER, x=x, y=y))


def by_year(writer: Writer, report: AssociationReport) -> None:
    """The whole by year, as lines and as a table; the counts of the classes."""
    table = report.association.table
    writer.heading(sentence("By year") if YEAR in table else sentence("In numbers"))
    present = [one for one in lisa_classes() if table[one.key].any()]
    labels = [one.label(writer.language) for one in present]
    if writer.draws and len(table) > 1:
        level = report.significance
        names = [writer.label(MORAN_I), *([writer.label(LEE_L)] if report.is_bivariate else [])]
        lines = dict(zip(names, (table[name].to_numpy(dtype=float) for name in (MORAN_I, LEE_L))))
        sure = table[P_VALUE].to_numpy(dtype=float) <= level
        years = table[YEAR].to_numpy()
        writer.chart(moran_lines(years, lines, sure), writer.say(_YEARS, level=level))
        counts = [table[one.key].to_numpy() for one in present]
        figure = class_counts(years, counts, [one.colour for one in present], labels=labels,
                              unit=writer.say(sentence("units")))  # fmt: skip
        writer.chart(figure, writer.say(_COUNTS))
    columns = [Column(writer.label(YEAR), [str(year) for year in table[YEAR]])] if YEAR in table else []
    columns.append(Column(writer.say(sentence("Units")), table[UNITS]))
    columns += [Column(writer.label(name), table[name], apart=True) for name in (MORAN_I, P_VALUE, LEE_L)]
    columns += [Column(label, table[one.key]) for one, label in zip(present, labels)]
    writer.table(columns)


def unit_lists(writer: Writer, report: AssociationReport) -> None:
    """The units of each class of the last year."""
    rows = report.association.rows.iloc[report.shown]
    places = report.observed.place[report.shown]
    found = [one for one in report.classes() if one.key in CLUSTERS]
    if not found:
        return
    _headed(writer, report, sentence("The units of each class"), sentence("The units of each class in {year}"))
    for one in found:
        own = np.flatnonzero(rows[LISA_CLASS].to_numpy() == one.number)
        own = own[np.argsort(rows[LISA_P].to_numpy()[own], kind="stable")]
        names = writer.listed(report.names[places[row]] for row in own[:LISTED])
        writer.subheading(
            writer.say(sentence("{label}: {meaning}"), label=one.label(writer.language),
                       meaning=one.meaning(writer.language)),
            one.colour,
        )  # fmt: skip
        writer.paragraph(writer.say(_LISTED if len(own) <= LISTED else _LISTED_CUT, count=len(own), names=names))


def _headed(writer: Writer, report: AssociationReport, plain: str, dated: str) -> None:
    if report.year is None:
        writer.heading(plain)
    else:
        writer.heading(dated, year=str(report.year))
