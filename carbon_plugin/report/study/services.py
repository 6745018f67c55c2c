"""Ecosystem services in a study: where they are, and what each zone has of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.services.ecosystem_services import ESV, ESV_KM2
from ...core.tables.vocabulary import UNIT, YEAR
from ...core.zoning.zones import ZONE
from ..page.money import money_text, scale_of_money
from ..page.table import Column
from ..page.writer import Writer
from ..page.zone_words import in_words
from ..services.sections import draw_values
from .report import StudyReport

_TOTAL = sentence("In {year} the ecosystem services of {count:unit|units} were worth {value}.")
_ZONES = sentence("Value of the services of each zone in {year}; values by benefit transfer, no prices.")


def services(writer: Writer, report: StudyReport) -> None:
    """The value of services in the last year that has any, on the map and by zone."""
    panel = report.tables.services
    if panel is None or panel.frame[ESV].isna().all():
        return
    known = panel.frame[panel.frame[ESV].notna()]
    year = int(known[YEAR].max())
    rows = known[known[YEAR] == year].drop_duplicates(UNIT)
    frame = report.units[[UNIT, "name", ZONE]].merge(rows[[UNIT, ESV, ESV_KM2]], on=UNIT, how="left")
    valued = frame[frame[ESV].notna()]
    if valued.empty:
        return
    writer.heading(sentence("Ecosystem services"))
    value = money_text(float(valued[ESV].sum()), writer.translate)
    writer.paragraph(writer.say(_TOTAL, year=str(year), count=len(valued), value=value))
    names = [str(name) for name in frame["name"]]
    draw_values(writer, frame[ESV_KM2].to_numpy(dtype=float), names, outlines=report.outlines, year=year)
    _by_zone(writer, report, valued, year=year)


def _by_zone(writer: Writer, report: StudyReport, valued: pd.DataFrame, *, year: int) -> None:
    """Units, value and value per km² of every zone."""
    zones = [zone for zone in report.zones if (valued[ZONE] == zone.zone).any()]
    if not zones:
        return
    members = [valued[valued[ZONE] == zone.zone] for zone in zones]
    totals = np.array([float(units[ESV].sum()) for units in members])
    km2 = np.array([float((units[ESV] / units[ESV_KM2]).sum()) for units in members])
    factor, unit = scale_of_money(totals, writer.translate)
    writer.paragraph(writer.say(_ZONES, year=str(year)))
    writer.table(
        [
            Column(writer.label("zone_name"), [in_words(zone, writer) for zone in zones],
                   bars=[zone.colour for zone in zones]),
            Column(writer.say(sentence("Units")), np.array([len(units) for units in members])),
            Column(writer.with_unit(ESV, unit), totals * factor),
            Column(writer.header(ESV_KM2), np.divide(totals, km2, out=np.full(len(km2), np.nan), where=km2 > 0)),
        ]
    )  # fmt: skip
