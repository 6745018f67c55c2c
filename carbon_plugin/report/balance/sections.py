"""Sections on balance zones: map, zones with their numbers and strategies, units in balance, who moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.resources import read_rows
from ...core.space.outlines import UnitOutlines
from ...core.zoning.balance.balance_zoning import BALANCE_BAND, FROM_ZONE, TO_ZONE, ZONE_KEY
from ...core.zoning.balance.rules import BalanceZone, zones_of
from ..page import figures
from ..page.charts.alluvial import alluvial
from ..page.charts.balanced_units import balanced_units
from ..page.colours import NO_ZONE
from ..page.map import NAMED
from ..page.numbers import MISSING, digits
from ..page.table import Column
from ..page.writer import Writer
from .page import BalanceReport

_MAP = sentence("Point at a unit to read its zone.")
_ZONES = sentence("Sums and medians of the units of each zone in {year}; the strategies are suggestions.")
_OF_ZONE = sentence("{count:unit|units}; net emission {net}; median ECC {ecc}, median ESC {esc}.")
_BANDS = sentence("Units by the band of their balance index, sink over emission:")
_MOVES = sentence("Rows: the zone in {first}; columns: that in {last}. Number of units.")


def zone_map(writer: Writer, report: BalanceReport) -> None:
    """Where the zones are."""
    if report.outlines is None:
        return
    writer.heading(sentence("Where the zones are"))
    draw_zones(writer, report.zoning.frame, report.zones, outlines=report.outlines, names=report.names)


def draw_zones(
    writer: Writer,
    frame: pd.DataFrame,
    zones: Sequence[BalanceZone],
    *,
    outlines: UnitOutlines,
    names: Mapping[str, str],
) -> None:
    """The map of ``zones``; ``frame``: ``unit``, ``zone_key``; ``names``: of the outlines' units, by key, in order."""
    zone_of = frame.set_index("unit")[ZONE_KEY]
    by_key = {zone.key: zone for zone in zones}
    none = writer.say(sentence("No zone"))
    found = [by_key.get(zone_of.get(key)) for key in names]
    drawing = writer.sheet(outlines).units(
        [zone.colour if zone else NO_ZONE for zone in found],
        [f"{name}: {zone.name(writer.language) if zone else none}" for name, zone in zip(names.values(), found)],
        list(names.values()) if len(names) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    legend = [(zone.colour, zone.name(writer.language)) for zone in zones]
    writer.map(drawing, writer.say(_MAP), [*legend, *([(NO_ZONE, none)] if None in found else [])])


def zone_table(writer: Writer, report: BalanceReport) -> None:
    """Each zone with its numbers and what could be done there; the units by band."""
    writer.heading(sentence("The zones"))
    writer.paragraph(writer.say(_ZONES, year=str(report.zoning.year)))
    frame = report.zoning.frame
    describe_zones(writer, frame, report.zones)
    bands = [band for band in report.zoning.bands if (frame[BALANCE_BAND] == band.key).any()]
    if bands:
        writer.paragraph(writer.say(_BANDS))
        counts = [int((frame[BALANCE_BAND] == band.key).sum()) for band in bands]
        labels = Column(writer.say(sentence("Balance")), [band.label(writer.language) for band in bands])
        writer.table([labels, Column(writer.say(sentence("Units")), np.array(counts))])


def describe_zones(writer: Writer, frame: pd.DataFrame, zones: Sequence[BalanceZone]) -> None:
    """Each zone with its units, net emission and medians, and its strategy; ``frame``: ``zone_key`` and measures."""
    strategies = {row["zone"]: row[f"strategy_{writer.language}"] for row in read_rows("zoning/balance_strategies.csv")}
    for zone in zones:
        units = frame[frame[ZONE_KEY] == zone.key]
        writer.subheading(zone.name(writer.language), zone.colour)
        medians = {name: digits(float(units[name].median())) for name in ("ecc", "esc")}
        net = writer.carbon.text(float(units["nce"].sum()))
        writer.paragraph(writer.say(_OF_ZONE, count=len(units), net=net, **medians))
        if zone.key in strategies:
            writer.paragraph(strategies[zone.key])


def in_balance(writer: Writer, report: BalanceReport) -> None:
    """Units in balance by year."""
    balance = report.zoning.balance
    if not writer.draws or len(balance) < 2:
        return
    writer.heading(sentence("Units in balance"))
    counts = (balance[name].to_numpy() for name in ("units_counted", "balanced_units"))
    figure, axis = balanced_units(balance["year"].to_numpy(), *counts, writer=writer)
    figures.whole_years(axis)
    writer.chart(figure, writer.say(sentence("Of the units whose net emission is known in that year.")))


def what_moved(writer: Writer, report: BalanceReport) -> None:
    """From which zone to which, as ribbons and as a table."""
    zoning = report.zoning
    if zoning.moves is None or zoning.moves.empty:
        return
    writer.heading(sentence("Who moved"))
    zones = zones_of(zoning.rules)
    counts = pd.crosstab(zoning.moves[FROM_ZONE], zoning.moves[TO_ZONE])
    keys = [zone.key for zone in zones]
    counts = counts.reindex(index=keys, columns=keys, fill_value=0).to_numpy()
    names, colours = [zone.name(writer.language) for zone in zones], [zone.colour for zone in zones]
    first, last = str(zoning.compare_year), str(zoning.year)
    caption = writer.say(_MOVES, first=first, last=last)
    if writer.draws:
        writer.chart(alluvial(counts, names, colours, heads=(first, last)), "")
    writer.paragraph(caption)
    columns = [Column("", names, bars=colours)]
    writer.table([*columns, *(Column(name, column) for name, column in zip(names, counts.T))])
    moved = zoning.moves[zoning.moves[FROM_ZONE] != zoning.moves[TO_ZONE]]
    if moved.empty:
        return
    name_of = dict(zip(keys, names))
    columns = [Column(writer.say(sentence("Unit")), moved["name"])]
    for year, column in ((first, FROM_ZONE), (last, TO_ZONE)):
        columns.append(Column(year, [name_of.get(key, MISSING) for key in moved[column]]))
    writer.table(columns)
