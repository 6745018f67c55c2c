"""The balance zones of a study, where they were made."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.tables.vocabulary import UNIT
from ...core.zoning.balance.balance_zoning import ZONE_KEY
from ...core.zoning.balance.rules import BalanceZone, balance_rule_rows, read_balance_rules, zones_of
from ..balance.sections import describe_zones, draw_zones
from ..page.colours import OTHERS
from ..page.writer import Writer
from .report import StudyReport

_LEAD = sentence(
    "Another view of the same units: four zones by net emission and by the units' shares of output and sink against "
    "their shares of emission. {balanced} of {all:unit|units} with known net emission are in balance."
)


def balance(writer: Writer, report: StudyReport) -> None:
    """The balance zones on the map, each with its numbers and its strategy."""
    table = report.tables.balance
    if table is None:
        return
    frame = report.units[[UNIT, "name"]].merge(table.drop(columns="name", errors="ignore"), on=UNIT, how="inner")
    zones = _zones_in(frame)
    writer.heading(sentence("Carbon balance zones"))
    known = frame["nce"].dropna()
    writer.paragraph(writer.say(_LEAD, balanced=int((known <= 0.0).sum()), all=len(known)))
    draw_zones(
        writer, frame, zones, outlines=report.outlines, names=dict(zip(report.units[UNIT], report.units["name"]))
    )
    describe_zones(writer, frame, zones)


def _zones_in(frame: pd.DataFrame) -> list[BalanceZone]:
    """The zones that some unit has: the shipped ones, then those of rules of one's own under the names of the table."""
    present = [key for key in dict.fromkeys(frame[ZONE_KEY]) if key]
    shipped = [zone for zone in zones_of(read_balance_rules(balance_rule_rows(), "")) if zone.key in present]
    names = frame.drop_duplicates(ZONE_KEY).set_index(ZONE_KEY).get("zone_name", pd.Series(dtype=object))
    own = [key for key in present if key not in {zone.key for zone in shipped}]
    return shipped + [
        BalanceZone(len(shipped) + place, key, str(names.get(key, key)), "", OTHERS[place % len(OTHERS)])
        for place, key in enumerate(own)
    ]
