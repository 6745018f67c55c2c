"""What the report of a study is made of: the tables that its steps wrote, and the zones' outlines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ...core.messages import Message, sentence, warning
from ...core.space.outlines import UnitOutlines
from ...core.study.headlines import AmountsOfYear, Outlook, find_amounts, find_outlook
from ...core.study.tables import StudyTables
from ...core.tables.vocabulary import UNIT
from ...core.zoning.rules import SCORE_PREFIX, default_rules
from ...core.zoning.summaries import ZoneSummaries
from ...core.zoning.zones import NEXT_ZONE, ZONE, Zone, zones
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer
from ..page.zone_words import in_words

WITHOUT_ZONE = sentence("Units without a zone, and the scores they lack: {units}.")


@dataclass(frozen=True, eq=False)
class StudyReport:
    """What the report is made of.

    ``tables``: what the steps wrote; ``outlines``: of the units of ``tables.zones`` in the same order; ``summaries``:
    of the zones. ``unit``: a key of ``core.options.REPORT_UNITS``, ``unit_label`` as it is written.
    """

    tables: StudyTables
    outlines: UnitOutlines
    summaries: ZoneSummaries
    unit: str
    unit_label: str
    told: Told = NOTHING_TOLD

    @cached_property
    def units(self) -> pd.DataFrame:
        """All units, zones as numbers that may be missing."""
        zones_of = self.tables.zones
        return zones_of.assign(**{name: zones_of[name].astype(float) for name in (ZONE, NEXT_ZONE)})

    @cached_property
    def amounts(self) -> AmountsOfYear | None:
        """What the units with a zone emit and take up in the year of the page, None where that is not known."""
        accounts, year = self.tables.accounts, self.summaries.year
        return None if accounts is None or year is None else find_amounts(accounts, self.zoned[UNIT], year)

    @cached_property
    def outlook(self) -> Outlook | None:
        """Where emission of the units goes under the baseline, None where that is not known."""
        projection = self.tables.projection
        return None if projection is None else find_outlook(projection, self.tables.potential, self.units[UNIT])

    @cached_property
    def all_messages(self) -> list[Message]:
        """What was said of the tables, and the units without a zone."""
        without = self.units[self.units[ZONE].isna()]
        missing = [f"{row.name} ({row.missing_scores})" for row in without.itertuples(index=False)]
        found = [warning("units-without-zone", WITHOUT_ZONE, units=missing)] if missing else []
        said = [*self.told.messages, *self.summaries.notes, *found]
        return list({message.text(): message for message in said}.values())

    @cached_property
    def zoned(self) -> pd.DataFrame:
        """The units that have a zone."""
        return self.units[self.units[ZONE].notna()]

    @cached_property
    def zones(self) -> list[Zone]:
        """The zones that any unit is in, best first."""
        present = set(self.zoned[ZONE])
        return [zone for zone in zones() if zone.zone in present]

    @property
    def scores(self) -> list[str]:
        """The columns of scores there are."""
        return [name for name in self.units.columns if name.startswith(SCORE_PREFIX)]

    def zone_names(self, writer: Writer) -> list[str]:
        """The zones there are in words."""
        return [in_words(zone, writer) for zone in self.zones]


def index_label(score: str, writer: Writer) -> str:
    """The index behind a column of scores in words."""
    index = index_of(score)
    return writer.label({rule.index: rule.field for rule in default_rules()}.get(index, index))


def index_of(score: str) -> str:
    """The index behind a column of scores."""
    return score[len(SCORE_PREFIX) :]
