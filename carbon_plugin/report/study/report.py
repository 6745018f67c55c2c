"""What the report of a study is made of: the tables that its steps wrote, and the zones' outlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from ...core.messages import Message
from ...core.space.outlines import UnitOutlines
from ...core.study.notes import StudyNotes
from ...core.study.tables import StudyTables
from ...core.zoning.rules import SCORE_PREFIX, default_rules
from ...core.zoning.summaries import ZoneSummaries
from ...core.zoning.zones import NEXT_ZONE, ZONE, Zone, zones
from ..page.writer import Writer
from ..page.zone_words import in_words


@dataclass(frozen=True, eq=False)
class StudyReport:
    """What the report is made of.

    ``tables``: what the steps wrote; ``outlines``: of the units of ``tables.zones`` in the same order; ``summaries``:
    of the zones. ``unit``: a key of ``core.options.REPORT_UNITS``, ``unit_label`` as it is written. ``settings``:
    (what, value) of the run, in its language. ``notes``: what the steps said and were set to. ``region_name``: for the
    title, '' where it is not known.
    """

    tables: StudyTables
    outlines: UnitOutlines
    summaries: ZoneSummaries
    unit: str
    unit_label: str
    settings: Sequence[tuple[str, str]] = ()
    messages: Sequence[Message] = field(default_factory=list)
    notes: StudyNotes = field(default_factory=StudyNotes)
    region_name: str = ""

    @cached_property
    def units(self) -> pd.DataFrame:
        """All units, zones as numbers that may be missing."""
        zones_of = self.tables.zones
        return zones_of.assign(**{name: zones_of[name].astype(float) for name in (ZONE, NEXT_ZONE)})

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
