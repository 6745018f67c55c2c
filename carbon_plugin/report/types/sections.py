"""Sections on types of units: the map, the profile of each, silhouettes, who is in which."""

from __future__ import annotations

import numpy as np

from ...core.compensation.unit_types import SILHOUETTE, TYPE, UNITS
from ...core.messages import sentence
from ..page import figures
from ..page.charts.type_profiles import type_profiles
from ..page.colours import LINE, NO_ZONE, SOURCE
from ..page.map import NAMED
from ..page.table import Column
from ..page.writer import Writer
from .page import TypesReport

LISTED = 60  # units of a type that are named

_MAP = sentence("Point at a unit to read its type.")
_PROFILES = sentence(
    "Mean NRCA (normalised revealed comparative advantage) of each type: to the right it has more of the column than "
    "its size in all columns together would give, to the left less."
)
_TRIED = sentence("Mean silhouette by number of types; the number that was taken is marked.")
_LISTED = sentence("{count:unit|units}: {names}.")
_LISTED_CUT = sentence("{count:unit|units}, those that fit best first: {names}, …")


def type_map(writer: Writer, report: TypesReport) -> None:
    """Where the types are."""
    if report.outlines is None:
        return
    by_number, names = {one.number: one for one in report.found.types}, report.type_names(writer.language)
    type_of = report.found.frame.set_index("unit")[TYPE].dropna().astype(int).to_dict()
    found = [by_number.get(type_of.get(key, 0)) for key in report.mapped]
    shown = [report.names.get(key, key) for key in report.mapped]
    none = writer.say(sentence("No type"))
    writer.heading(sentence("Where the types are"))
    drawing = writer.sheet(report.outlines).units(
        [one.colour if one else NO_ZONE for one in found],
        [f"{name}: {names[one.number] if one else none}" for name, one in zip(shown, found)],
        shown if len(shown) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    legend = [(one.colour, f"{one.number} {names[one.number]}") for one in report.found.types]
    writer.map(drawing, writer.say(_MAP), [*legend, *([(NO_ZONE, none)] if None in found else [])])


def profile_chart(writer: Writer, report: TypesReport) -> None:
    """What each type has more or less of."""
    if not writer.draws:
        return
    found, names = report.found, report.type_names(writer.language)
    writer.heading(sentence("What marks each type"))
    figure = type_profiles(
        found.profiles[[f"nrca_{name}" for name in found.fields]].to_numpy(dtype=float),
        [writer.label(name) for name in found.fields],
        [f"{one.number} {names[one.number]}" for one in found.types],
        colours=[one.colour for one in found.types],
        name="NRCA",
    )
    writer.chart(figure, writer.say(_PROFILES))


def profile_table(writer: Writer, report: TypesReport) -> None:
    """The means of every type."""
    found, names = report.found, report.type_names(writer.language)
    if not writer.draws:
        writer.heading(sentence("What marks each type"))
    means = list(dict.fromkeys([found.order_field, *found.fields]))
    labels = [f"{one.number} {names[one.number]}" for one in found.types]
    columns = [
        Column(writer.say(sentence("Type")), labels, bars=[one.colour for one in found.types]),
        Column(writer.say(sentence("Units")), found.profiles[UNITS]),
    ]
    values = found.profiles[[f"mean_{name}" for name in means]].set_axis(means, axis=1)
    for header, amounts in writer.in_report_unit(values):
        columns.append(Column(writer.say(sentence("Mean: {column}"), column=header), amounts, apart=True))
    for name in found.fields:
        header = writer.say(sentence("NRCA: {column}"), column=writer.label(name))
        columns.append(Column(header, found.profiles[f"nrca_{name}"]))
    writer.table(columns)


def silhouette_by_number(writer: Writer, report: TypesReport) -> None:
    """Why there are so many types."""
    tried = report.found.tried
    if len(tried) < 2:
        return
    writer.heading(sentence("How many types"))
    if writer.draws:
        figure, axis = figures.new_axis(2.4)
        axis.plot(tried["types"], tried[SILHOUETTE], "o-", color=LINE, markersize=4, linewidth=1.4)
        chosen = tried[tried["types"] == len(report.found.types)]
        axis.plot(chosen["types"], chosen[SILHOUETTE], "o", color=SOURCE, markersize=9, zorder=3)
        axis.set_xlabel(writer.say(sentence("number of types")))
        axis.set_ylabel(writer.say(sentence("mean silhouette")))
        figures.whole_years(axis, most=10)
        writer.chart(figure, writer.say(_TRIED))
        return
    numbers = [writer.say(sentence("number of types")), writer.say(sentence("mean silhouette"))]
    writer.table([Column(numbers[0], tried["types"]), Column(numbers[1], tried[SILHOUETTE])])


def unit_lists(writer: Writer, report: TypesReport) -> None:
    """The units of every type, those that fit best first."""
    names, frame = report.type_names(writer.language), report.found.frame
    numbers, fits = frame[TYPE].fillna(0).to_numpy(dtype=int), frame[SILHOUETTE].to_numpy(dtype=float)
    writer.heading(sentence("The units of each type"))
    for one in report.found.types:
        own = np.flatnonzero(numbers == one.number)
        own = own[np.argsort(-np.nan_to_num(fits[own]), kind="stable")]
        shown = writer.listed(report.names.get(frame["unit"][row], frame["unit"][row]) for row in own[:LISTED])
        writer.subheading(f"{one.number} {names[one.number]}", one.colour)
        writer.paragraph(writer.say(_LISTED if len(own) <= LISTED else _LISTED_CUT, count=len(own), names=shown))
