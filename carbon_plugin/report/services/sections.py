"""Sections on ecosystem services: classes, services, map, units, sensitivity, the region by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...core.land_use.class_words import class_in_words
from ...core.messages import sentence
from ...core.services.ecosystem_services import CHANGE_PCT, CLASS, ESV, ESV_KM2, PREFIX, SENSITIVITY
from ...core.services.service_words import service_in_words
from ...core.services.value_map import CLASSES, value_breaks
from ...core.space.outlines import UnitOutlines
from ...core.statistics.classification import classify
from ...core.tables.vocabulary import UNIT, YEAR
from ..page.charts.waterfall import stacked_changes
from ..page.colours import NO_ZONE, land_colours, sequential_colours, service_colours
from ..page.map import NAMED
from ..page.money import scale_of_money
from ..page.numbers import aligned, digits
from ..page.table import Column
from ..page.writer import Writer
from .report import ServicesReport

LISTED = 40
DECIMALS, SHARES = 2, 4  # of values and of shares that stand side by side

_CLASSES = sentence("Value of the services of each class of land; the point is the sum of all.")
_SERVICES = sentence(
    "Value of each service over all classes; what lies below zero is taken, such as water for paddies."
)
_MAP = sentence("Value of all services per km² in {year} ({unit}). Point at a unit to read its value.")
_UNITS = sentence(
    "The {count:unit|units} whose services are worth most in {year}. Values of single classes of land are in {unit} "
    "too."
)
_BY_SERVICE = sentence("Values of single services are in {unit} too.")
_SENSITIVITY = sentence(
    "By how many percent the total changes when the equivalents of a class change by 1 %. Below 1 the total is robust "
    "against them. It is the share of the class in the total, whether they rise or fall."
)


def by_class(writer: Writer, report: ServicesReport) -> None:
    """The region's value by class of land and year."""
    columns = report.class_columns
    if report.region.empty or not columns or not writer.draws:
        return
    writer.heading(sentence("Value by class of land"))
    names = [name[len(PREFIX) :] for name in columns]
    words = {PREFIX + name: class_in_words(name, writer.language) for name in names}
    colours = {PREFIX + name: colour for name, colour in land_colours(names).items()}
    _stack(writer, report, words, colours=colours, caption=writer.say(_CLASSES))


def by_service(writer: Writer, report: ServicesReport) -> None:
    """The region's value by service and year."""
    columns = report.service_columns
    if report.region.empty or not columns or not writer.draws:
        return
    writer.heading(sentence("Value by service"))
    names = [name[len(PREFIX) :] for name in columns]
    words = {PREFIX + name: service_in_words(name, writer.language) for name in names}
    colours = {PREFIX + name: colour for name, colour in service_colours(names).items()}
    _stack(writer, report, words, colours=colours, caption=writer.say(_SERVICES))


def _stack(
    writer: Writer, report: ServicesReport, words: Mapping[str, str], *, colours: Mapping[str, str], caption: str
) -> None:
    region = report.region
    factor, unit = scale_of_money(region[ESV], writer.translate)
    years = [str(int(year)) for year in region[YEAR]]
    columns = list(words)
    figure = stacked_changes(
        region[columns].reset_index(drop=True) * factor, [words[name] for name in columns],
        [colours[name] for name in columns], periods=years, whole=writer.say(sentence("All")), unit=unit,
    )  # fmt: skip
    writer.chart(figure, caption)


def value_map(writer: Writer, report: ServicesReport) -> None:
    """Where the services are worth most."""
    if report.outlines is None or report.map_rows is None:
        return
    writer.heading(sentence("Where the services are"))
    value_of = dict(zip(report.map_rows[UNIT], report.map_rows[ESV_KM2]))
    values = np.array([value_of.get(key, np.nan) for key in report.mapped], dtype=float)
    names = [str(report.names.get(key, key)) for key in report.mapped]
    draw_values(writer, values, names, outlines=report.outlines, year=report.year)


def draw_values(writer: Writer, values: np.ndarray, names: Sequence[str], *, outlines: UnitOutlines, year: int) -> None:
    """The units in classes of their value per km² (u,), with names where there is room."""
    breaks = value_breaks(values, CLASSES)
    colours = sequential_colours(len(breaks))
    found = classify(values, [high for _, high in breaks]) if breaks else np.zeros(len(values), dtype=int)
    titles = [f"{name}: {digits(value) if np.isfinite(value) else '–'}" for name, value in zip(names, values)]
    drawing = writer.sheet(outlines).units(
        [colours[place - 1] if place else NO_ZONE for place in found],
        titles,
        names if len(names) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    legend = _legend(breaks, colours)
    if not np.isfinite(values).all():
        legend.append((NO_ZONE, writer.say(sentence("No value"))))
    writer.map(drawing, writer.say(_MAP, year=str(year), unit=writer.unit(ESV_KM2)), legend)


def _legend(breaks: Sequence[tuple[float, float]], colours: Sequence[str]) -> list[tuple[str, str]]:
    if not breaks:
        return []
    texts = aligned([breaks[0][0], *(high for _, high in breaks)])
    return [(colour, low if low == high else f"{low} – {high}") for colour, low, high in zip(colours, texts, texts[1:])]


def unit_table(writer: Writer, report: ServicesReport) -> None:
    """The units whose services are worth most."""
    panel = report.found.panel.frame
    rows = panel[(panel[YEAR] == report.year) & panel[ESV].notna()]
    if rows.empty:
        return
    rows = rows.sort_values(ESV, ascending=False, kind="stable").head(LISTED)
    writer.heading(sentence("The units"))
    factor, unit = scale_of_money(rows[ESV], writer.translate)
    writer.paragraph(writer.say(_UNITS, count=len(rows), year=str(report.year), unit=unit))
    columns = [
        Column(writer.say(sentence("Unit")), [report.names.get(key, key) for key in rows[UNIT]]),
        Column(writer.with_unit(ESV, unit), rows[ESV] * factor),
        Column(writer.header(ESV_KM2), rows[ESV_KM2]),
    ]
    columns += [
        Column(class_in_words(name[len(PREFIX) :], writer.language), rows[name] * factor, decimals=DECIMALS)
        for name in report.class_columns
    ]
    writer.table(columns)


def sensitivity(writer: Writer, report: ServicesReport) -> None:
    """The coefficient of sensitivity by class and year."""
    rows = report.found.sensitivity
    rows = rows[(rows[CHANGE_PCT] > 0) & rows[SENSITIVITY].notna()]
    if rows.empty:
        return
    writer.heading(sentence("How robust the total is"))
    writer.paragraph(writer.say(_SENSITIVITY))
    table = rows.pivot(index=CLASS, columns=YEAR, values=SENSITIVITY).loc[list(dict.fromkeys(rows[CLASS]))]
    columns = [Column(writer.say(sentence("Class")), [class_in_words(name, writer.language) for name in table.index])]
    writer.table(
        [
            *columns,
            *(Column(str(int(year)), table[year].to_numpy(dtype=float), decimals=SHARES) for year in table.columns),
        ]
    )


def region_table(writer: Writer, report: ServicesReport) -> None:
    """The region's values of every year, by service."""
    region = report.region
    if region.empty:
        return
    writer.heading(sentence("Region by year"))
    factor, unit = scale_of_money(region[ESV], writer.translate)
    writer.paragraph(writer.say(_BY_SERVICE, unit=unit))
    columns = [
        Column(writer.header(YEAR), [str(int(year)) for year in region[YEAR]]),
        Column(writer.header("units_counted"), region["units_counted"].to_numpy(dtype=int)),
        Column(writer.with_unit(ESV, unit), region[ESV] * factor),
    ]
    columns += [
        Column(service_in_words(name[len(PREFIX) :], writer.language), region[name] * factor)
        for name in report.service_columns
    ]
    writer.table(columns)
