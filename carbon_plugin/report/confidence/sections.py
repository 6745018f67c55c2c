"""Sections on how sure zones are: the map whose paleness is the doubt, single choices, the least sure units."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.zoning.zones import ZONE, zones
from ..page.colours import NO_ZONE, between
from ..page.map import NAMED
from ..page.numbers import MISSING, digits
from ..page.table import Column
from ..page.writer import Writer
from ..page.zone_words import colours_of, in_words, roman, zone_of
from .choice_words import choice_in_words, option_in_words
from .report import AGREEMENT, DRIVER, HALF, MODAL_ZONE, P_ZONE, SURE, ConfidenceReport

LISTED = 30
PALEST, WHITE = 0.15, "#ffffff"
CHANCE = 1 / len(zones())  # an agreement that says nothing

_COUNTS = sentence(
    "{sure} of {all:unit|units} keep their zone in at least {high} % of the runs; {unsure:unit keeps|units keep} it in "
    "fewer than {half} % of them, and for {elsewhere:unit|units} another zone comes out most often."
)
_MAP = sentence(
    "The colour is the zone, its paleness the doubt: full where every run gives the unit this zone, pale where the "
    "runs disagree. Point at a unit to read its share."
)
_SINGLE = sentence(
    "Units that change zone when one choice alone is made otherwise, all else as in this run, in % of the units with a "
    "zone in both."
)
_LEAST = sentence("The {count:unit|units} whose zone is least sure, with the share of runs (%) in each zone.")


def confidence_map(writer: Writer, report: ConfidenceReport) -> None:
    """How many zones are sure, and where."""
    if report.known.empty:
        return
    writer.heading(sentence("How sure the zones are"))
    writer.paragraph(counts(writer, report))
    if report.outlines is None:
        return
    units = report.units
    drawing = writer.sheet(report.outlines).units(
        [_colour(zone, share) for zone, share in zip(units[ZONE], units[AGREEMENT])],
        [_title(row, writer) for row in units.to_dict("records")],
        list(units["name"]) if len(units) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    present = [zone for zone in zones() if (units[ZONE] == zone.zone).any()]
    legend = [(zone.colour, in_words(zone, writer)) for zone in present]
    if present:
        label = sentence("the same zone, in {percent} % of the runs")
        legend.append((_colour(present[0].zone, HALF), writer.say(label, percent=digits(100 * HALF))))
    if units[ZONE].isna().any():
        legend.append((NO_ZONE, writer.say(sentence("No zone"))))
    writer.map(drawing, writer.say(_MAP), legend)


def counts(writer: Writer, report: ConfidenceReport) -> str:
    """How many units keep their zone, in a sentence."""
    return writer.say(
        _COUNTS, sure=report.sure, all=len(report.known), unsure=report.unsure, elsewhere=report.elsewhere,
        high=digits(100 * SURE), half=digits(100 * HALF),
    )  # fmt: skip


def single_choices(writer: Writer, report: ConfidenceReport) -> None:
    """What each choice changes by itself."""
    if report.changes is None or report.changes.empty:
        return
    writer.heading(sentence("What single choices change"))
    writer.paragraph(writer.say(_SINGLE))
    rows = report.changes.sort_values("changed_pct", ascending=False, kind="stable")
    pairs = list(zip(rows["choice"].astype(str), rows["option"].astype(str)))
    columns = [
        Column(writer.say(sentence("Choice")), [choice_in_words(choice, writer) for choice, _ in pairs]),
        Column(writer.say(sentence("Made otherwise")), [option_in_words(*pair, writer) for pair in pairs]),
        Column(writer.say(sentence("Another zone (%)")), rows["changed_pct"].astype(float).round(1)),
    ]
    if "two_or_more_pct" in rows:
        header = writer.say(sentence("Two or more zones away (%)"))
        columns.append(Column(header, rows["two_or_more_pct"].astype(float).round(1)))
    writer.table(columns)


def least_sure(writer: Writer, report: ConfidenceReport) -> None:
    """The units most in doubt."""
    rows = report.known.head(LISTED)
    if rows.empty:
        return
    writer.heading(sentence("The units most in doubt"))
    writer.paragraph(writer.say(_LEAST, count=len(rows)))
    columns = [
        Column(writer.say(sentence("Unit")), list(rows["name"])),
        Column(writer.say(sentence("Zone")), [roman(zone) for zone in rows[ZONE]], bars=colours_of(rows[ZONE])),
    ]
    columns += [Column(roman(int(name[len(P_ZONE) :])), _percent(rows[name])) for name in report.shares]
    if MODAL_ZONE in rows:
        modal = rows[MODAL_ZONE]
        header = writer.say(sentence("Most frequent zone"))
        columns.append(Column(header, [roman(zone) for zone in modal], bars=colours_of(modal)))
    if DRIVER in rows:
        drivers = [choice_in_words(str(name), writer) if name and name == name else MISSING for name in rows[DRIVER]]
        columns.append(Column(writer.say(sentence("What moves it most")), drivers))
    writer.table(columns)


SECTIONS = (confidence_map, single_choices, least_sure)


def _percent(shares: pd.Series) -> pd.Series:
    return (100.0 * shares.astype(float)).round(1)


def _colour(zone: float, agreement: float) -> str:
    """The colour of a zone, the paler the less sure."""
    found = zone_of(zone)
    if found is None or not np.isfinite(agreement):
        return NO_ZONE
    share = np.clip((agreement - CHANCE) / (1.0 - CHANCE), 0.0, 1.0)
    return between(WHITE, found.colour, PALEST + (1.0 - PALEST) * float(share))


def _title(row: dict[str, object], writer: Writer) -> str:
    """What a reader sees who points at a unit."""
    words = f"{row['name']}: {in_words(zone_of(row[ZONE]), writer)}"
    if pd.isna(row[AGREEMENT]):
        return words
    share = writer.say(sentence("in {percent} % of the runs"), percent=digits(100.0 * float(row[AGREEMENT])))
    return writer.listed([words, share])
