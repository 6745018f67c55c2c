"""Sections on compensation: the map, functional areas, the largest amounts, the range by price."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ...core.compensation.area_types import area_types as known_types
from ...core.compensation.by_area_type import AREA_TYPE, EVERY
from ...core.compensation.carbon_compensation import (
    CORRECTED,
    PAYMENT,
    PAYMENT_HIGH,
    PAYMENT_LOW,
    PRIORITY,
    PRIORITY_RANK,
    ROLE,
)
from ...core.compensation.payments import PAYS, RECEIVES
from ...core.messages import sentence
from ...core.resources import read_rows
from ...core.space.outlines import UnitOutlines
from ..page import figures
from ..page.colours import INK, NO_ZONE
from ..page.map import NAMED
from ..page.numbers import shortened, shown
from ..page.table import Column
from ..page.writer import Writer
from .report import CompensationReport

LISTED = 15  # units of each side in the chart

_MAP = sentence("The area of a circle is what a unit pays or receives; point at it to read the amount.")
_TYPES = sentence(
    "Sums and means of the units of each type. Emission per output is the sum of emission over the sum of GDP."
)
_AMOUNTS = sentence(
    "The bar is the amount at {price} of the currency per t CO₂, the line reaches from {low} to {high}. Above zero is "
    "paid, below zero received."
)
_UNITS = sentence("All units")
_PRICES = sentence("Amounts are in proportion to the price of carbon; the roles of the units do not depend on it.")


def who_pays_map(writer: Writer, report: CompensationReport) -> None:
    """Who pays, who receives, and how much."""
    if report.outlines is None:
        return
    writer.heading(sentence("Who pays and who receives"))
    draw_payments(writer, report.compensation.frame, outlines=report.outlines, names=report.names)


def draw_payments(writer: Writer, frame: pd.DataFrame, *, outlines: UnitOutlines, names: Mapping[str, str]) -> None:
    """The map of payments; ``frame``: ``unit``, ``role``, ``payment``; ``names``: of the outlines' units, by key."""
    of_unit = frame.set_index("unit")
    roles = {row["role"]: row for row in _roles()}
    unknown = writer.say(sentence("Data missing"))
    found = [roles.get(of_unit[ROLE].get(key, "")) for key in names]
    amounts = np.abs(np.array([of_unit[PAYMENT].get(key, np.nan) for key in names], dtype=float))
    largest = np.nanmax(amounts, initial=0.0)
    titles = [
        f"{name}: {role[f'label_{writer.language}']} {_amount(writer, amount)}" if role else f"{name}: {unknown}"
        for name, role, amount in zip(names.values(), found, amounts)
    ]
    circles = [
        (float(amount / largest) if largest and np.isfinite(amount) else 0.0, role["mark"] if role else NO_ZONE)
        for role, amount in zip(found, amounts)
    ]
    drawing = writer.sheet(outlines).units(
        [role["colour"] if role else NO_ZONE for role in found],
        titles,
        list(names.values()) if len(names) <= NAMED else (),
        north=writer.say(sentence("N")),
        circles=circles,
    )
    legend = [(row["mark"], row[f"label_{writer.language}"]) for row in roles.values() if row in found]
    writer.map(drawing, writer.say(_MAP), [*legend, *([(NO_ZONE, unknown)] if None in found else [])])


def area_types(writer: Writer, report: CompensationReport) -> None:
    """Main functional areas, where the units have types."""
    table = report.compensation.area_types
    if len(table) < 2:
        return
    writer.heading(sentence("Main functional areas"))
    names = {**area_type_names(writer), EVERY: writer.say(_UNITS)}
    writer.paragraph(writer.say(_TYPES))
    columns = [Column(writer.label(AREA_TYPE), [names[key] for key in table[AREA_TYPE]])]
    others = table.dropna(axis=1, how="all").drop(columns=AREA_TYPE)
    writer.table([*columns, *(Column(*column) for column in writer.in_report_unit(others))])


def area_type_names(writer: Writer) -> dict[str, str]:
    """What the types of main functional areas are called, and units without one."""
    known = {one.key: one.name(writer.language) for one in known_types()}
    return {**known, "": writer.say(sentence("Without a type"))}


def units_by_amount(writer: Writer, report: CompensationReport) -> None:
    """The largest amounts of each side, and every unit in a table."""
    frame = report.compensation.frame
    payers, receivers = report.of_role(PAYS), report.of_role(RECEIVES)
    if not len(payers) and not len(receivers):
        return
    writer.heading(sentence("How much"))
    low, price, high = (shown(one) for one in report.compensation.terms.prices)
    if writer.draws:
        rows = [*payers.head(LISTED).itertuples(), *receivers.head(LISTED)[::-1].itertuples()]
        marks = {row["role"]: row["mark"] for row in _roles()}
        figure, axis = figures.new_axis(0.9 + 0.22 * len(rows))
        amounts = np.array([row.payment for row in rows])
        ends = np.array([[abs(row.payment - row.payment_low), abs(row.payment_high - row.payment)] for row in rows]).T
        swapped = np.where(amounts < 0.0, ends[::-1], ends)
        axis.barh(range(len(rows)), amounts, color=[marks[row.role] for row in rows], height=0.7)
        axis.errorbar(amounts, range(len(rows)), xerr=swapped, fmt="none", ecolor=INK, elinewidth=0.8, capsize=2)
        axis.axvline(0.0, color=INK, linewidth=0.6)
        figures.lie_down(axis, [shortened(row.name, 24) for row in rows])
        axis.xaxis.set_major_formatter(lambda amount, _: shown(round(amount)))
        axis.set_xlabel(writer.header(PAYMENT))
        writer.chart(figure, writer.say(_AMOUNTS, price=price, low=low, high=high))
    ordered = frame.sort_values(PAYMENT, kind="stable", ascending=False)
    roles = {row["role"]: row[f"label_{writer.language}"] for row in _roles()}
    columns = [
        Column(writer.say(sentence("Unit")), ordered["name"]),
        Column(writer.label(ROLE), [roles.get(role, "–") for role in ordered[ROLE]]),
        *(Column(*column) for column in writer.in_report_unit(ordered[[CORRECTED, PAYMENT, PRIORITY, PRIORITY_RANK]])),
    ]
    writer.table(columns)


def price_range(writer: Writer, report: CompensationReport) -> None:
    """What is paid and received at each price."""
    found, prices = report.compensation, report.compensation.terms.prices
    frame = found.frame
    writer.heading(sentence("How much depends on the price"))
    writer.paragraph(writer.say(_PRICES))
    sides = [[float(frame[name][mask(frame[name])].abs().sum()) for name in (PAYMENT_LOW, PAYMENT, PAYMENT_HIGH)]
             for mask in (lambda amounts: amounts > 0.0, lambda amounts: amounts < 0.0)]  # fmt: skip
    writer.table(
        [
            Column(writer.say(sentence("Price (currency per t CO₂)")), np.array(prices)),
            Column(writer.say(sentence("Paid (10⁴ currency/a)")), np.array(sides[0])),
            Column(writer.say(sentence("Received (10⁴ currency/a)")), np.array(sides[1])),
        ]
    )


def _roles() -> list[dict[str, str]]:
    return read_rows("compensation/roles.csv")


def _amount(writer: Writer, amount: float) -> str:
    return writer.say(sentence("{amount} × 10⁴ currency/a"), amount=shown(float(amount)))
