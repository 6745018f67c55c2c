"""The report on balance zones: zones and their strategies, the map, units in balance by year, who moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.space.outlines import UnitOutlines
from ...core.values import Translate
from ...core.zoning.balance.balance_zoning import FROM_ZONE, TO_ZONE, ZONE, BalanceZoning
from ...core.zoning.balance.rules import BalanceZone, zones_of
from ..page.doubts import what_else, what_to_doubt
from ..page.run_on import run_on
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer

_LEAD = sentence(
    "Zones by net emission and by the units' shares of output and sink against their shares of emission (ECC, ESC). "
    "Both are relative to the region of the same year. Which levels lead to which zone is an assumption: a table "
    "to be edited. Whether a unit is in balance depends on the coefficients of the accounts."
)
_BALANCED = sentence(
    "In {year}, {balanced} of {all:unit|units} with known net emission are in balance: the sink covers the emission."
)
_BEFORE = sentence("In {year} it was {balanced} of {all}.")
_MOVED = sentence("Between {first} and {last}, {moved} of {all:unit|units} changed zone.")


@dataclass(frozen=True, eq=False)
class BalanceReport:
    """What the report is made of. ``outlines``: of the units that ``names`` calls, by key, in their order."""

    zoning: BalanceZoning
    outlines: UnitOutlines | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    told: Told = NOTHING_TOLD

    @property
    def zones(self) -> list[BalanceZone]:
        """The zones that some unit has."""
        return [zone for zone in zones_of(self.zoning.rules) if (self.zoning.frame[ZONE] == zone.number).any()]

    def balance_of(self, year: int) -> pd.Series:
        """The row of a year."""
        return self.zoning.balance.set_index("year").loc[year]


def balance_page(
    report: BalanceReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    from .sections import in_balance, what_moved, zone_map, zone_table

    writer = Writer(
        sentence("Carbon balance zones"), language, translate, region=report.told.region_name, progress=progress
    )
    sections = [summary, what_to_doubt, zone_map, zone_table, in_balance, what_moved, what_was_run, what_happened]
    return writer.page(report, sections)


def summary(writer: Writer, report: BalanceReport) -> None:
    """How many units are in balance, and how many moved."""
    writer.lead(writer.say(_LEAD))
    zoning = report.zoning
    now = report.balance_of(zoning.year)
    values = {"balanced": int(now["balanced_units"]), "all": int(now["units_counted"])}
    said = [writer.say(_BALANCED, year=str(zoning.year), **values)]
    if zoning.moves is not None:
        then = report.balance_of(zoning.compare_year)
        values = {"balanced": int(then["balanced_units"]), "all": int(then["units_counted"])}
        said[0] = run_on(writer.language, said[0], writer.say(_BEFORE, year=str(zoning.compare_year), **values))
        moved = int((zoning.moves[FROM_ZONE] != zoning.moves[TO_ZONE]).sum())
        first, last = (str(year) for year in (zoning.compare_year, zoning.year))
        said.append(writer.say(_MOVED, first=first, last=last, moved=moved, all=len(zoning.moves)))
    writer.sentences(said)


def what_was_run(writer: Writer, report: BalanceReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: BalanceReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
