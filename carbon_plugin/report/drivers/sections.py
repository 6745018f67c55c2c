"""Sections on the drivers: the region in steps and by period, the map of decoupling, the units that changed most."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.drivers.decoupling import DecouplingClass, decoupling_classes
from ...core.drivers.emission_drivers import CHANGE, DECOUPLING, ELASTICITY, FROM_YEAR, TO_YEAR, effect_columns
from ...core.messages import sentence
from ...core.tables.vocabulary import UNIT
from ..page.charts.waterfall import stacked_changes, waterfall
from ..page.colours import NO_ZONE
from ..page.map import NAMED
from ..page.numbers import MISSING
from ..page.table import Column
from ..page.writer import Writer
from .report import DriversReport

LISTED = 30

_STEPS = sentence("From the emission of {first} to that of {last}: each bar is the effect of one driver.")
_PERIODS = sentence("Effects that raise emission stand above zero, those that lower it below; the point is their sum.")
_MAP = sentence(
    "Each unit from its first to its last date with all columns: does emission grow with the gross domestic product?"
)
_COUNTS = sentence("Number of units in each class.")
_LARGEST = sentence("The {count:unit|units} whose emission changed most, each from its first to its last date.")


def region_in_steps(writer: Writer, report: DriversReport) -> None:
    """The region's change as a waterfall."""
    whole = report.whole
    if whole is None or not writer.draws:
        return
    writer.heading(sentence("The region's change, driver by driver"))
    factors = report.drivers.factors
    effects = [float(whole[name]) for name in effect_columns(factors)]
    scale, unit = writer.carbon.scale([report.drivers.start, *effects])
    first, last = str(whole[FROM_YEAR]), str(whole[TO_YEAR])
    labels = [first, *(factor.label(writer.language) for factor in factors), last]
    colours = [factor.colour for factor in factors]
    figure = waterfall(
        scale * report.drivers.start, [scale * effect for effect in effects], labels, colours=colours, unit=unit
    )
    writer.chart(figure, writer.say(_STEPS, first=first, last=last))


def region_by_period(writer: Writer, report: DriversReport) -> None:
    """The region's effects between its dates: bars and table."""
    table = report.drivers.region
    if table.empty:
        return
    writer.heading(sentence("The region from date to date"))
    factors = report.drivers.factors
    parts = table[effect_columns(factors)]
    scale, unit = writer.carbon.scale(parts.to_numpy(dtype=float))
    periods = _periods(table)
    labels = [factor.label(writer.language) for factor in factors]
    if writer.draws and len(table) > 1:
        colours, whole = [factor.colour for factor in factors], writer.label(CHANGE)
        figure = stacked_changes(parts * scale, labels, colours, periods=periods, whole=whole, unit=unit)
        writer.chart(figure, writer.say(_PERIODS))
    columns = [Column(writer.say(sentence("Years")), periods)]
    in_unit = [
        Column(writer.say(sentence("{label} ({unit})"), label=label, unit=unit), scale * parts[name])
        for label, name in zip(labels, parts)
    ]
    change = Column(writer.with_unit(CHANGE, unit), scale * table[CHANGE])
    writer.table([*columns, *in_unit, change, *_decoupling(writer, table)])


def decoupling_map(writer: Writer, report: DriversReport) -> None:
    """The classes of the units: how many, and where."""
    units = report.drivers.units
    writer.heading(sentence("Emission and the economy, unit by unit"))
    classes = decoupling_classes()
    present = [one for one in classes if (units[DECOUPLING] == one.key).any()]
    if report.outlines is not None:
        of_unit = units.set_index(UNIT)
        found = [_class_of(of_unit[DECOUPLING].get(key, ""), classes) for key in report.mapped]
        names = [report.names.get(key, key) for key in report.mapped]
        none = writer.say(sentence("No class"))
        drawing = writer.sheet(report.outlines).units(
            [one.colour if one else NO_ZONE for one in found],
            [f"{name}: {one.label(writer.language) if one else none}" for name, one in zip(names, found)],
            names if len(names) <= NAMED else (),
            north=writer.say(sentence("N")),
        )
        legend = [(one.colour, one.label(writer.language)) for one in present]
        if None in found:
            legend.append((NO_ZONE, none))
        writer.map(drawing, writer.say(_MAP), legend)
    else:
        writer.paragraph(writer.say(_MAP))
    counts = [int((units[DECOUPLING] == one.key).sum()) for one in present]
    writer.paragraph(writer.say(_COUNTS))
    writer.table(
        [
            Column(writer.label(DECOUPLING), [one.label(writer.language) for one in present],
                   bars=[one.colour for one in present]),
            Column(writer.say(sentence("Units")), np.array(counts, dtype=int)),
        ]
    )  # fmt: skip


def largest_changes(writer: Writer, report: DriversReport) -> None:
    """The units whose emission changed most."""
    units = report.drivers.units
    rows = units.loc[units[CHANGE].abs().sort_values(ascending=False, kind="stable").index[:LISTED]]
    writer.heading(sentence("The units that changed most"))
    writer.paragraph(writer.say(_LARGEST, count=len(rows)))
    factors = report.drivers.factors
    scale, unit = writer.carbon.scale(rows[[CHANGE, *effect_columns(factors)]].to_numpy(dtype=float))
    columns = [
        Column(writer.say(sentence("Unit")), [report.names.get(key, key) for key in rows[UNIT]]),
        Column(writer.say(sentence("Years")), _periods(rows)),
        Column(writer.with_unit(CHANGE, unit), scale * rows[CHANGE]),
    ]
    for factor, name in zip(factors, effect_columns(factors)):
        header = writer.say(sentence("{label} ({unit})"), label=factor.label(writer.language), unit=unit)
        columns.append(Column(header, scale * rows[name]))
    writer.table([*columns, *_decoupling(writer, rows)])


def _decoupling(writer: Writer, table: pd.DataFrame) -> list[Column]:
    """Elasticity and class of every row."""
    classes = decoupling_classes()
    found = [_class_of(key, classes) for key in table[DECOUPLING]]
    words = [one.short(writer.language) if one else MISSING for one in found]
    colours = [one.colour if one else NO_ZONE for one in found]
    return [
        Column(writer.label(ELASTICITY), table[ELASTICITY].astype(float)),
        Column(writer.label(DECOUPLING), words, bars=colours),
    ]


def _periods(table: pd.DataFrame) -> list[str]:
    return [f"{first}–{last}" for first, last in zip(table[FROM_YEAR], table[TO_YEAR])]


def _class_of(key: str, classes: list[DecouplingClass]) -> DecouplingClass | None:
    return next((one for one in classes if one.key == key), None)
