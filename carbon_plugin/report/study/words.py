"""What all parts of the chain's report share: its tables, and how zones, indices and columns are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ...core.messages import Message, sentence
from ...core.space.outlines import UnitOutlines
from ...core.study.tables import StudyTables
from ...core.tables.vocabulary import describe
from ...core.zoning.rules import default_rules
from ...core.zoning.summaries import ZoneSummaries
from ...core.zoning.zones import NEXT_ZONE, ZONE, Zone, zones
from ..page.carbon_unit import CarbonUnit
from ..page.numbers import MISSING
from ..page.page import Page

TONNES = "t C/a"
NO_COLOUR = "transparent"
SHORT_INDEX = 3  # letters of an index that is written in capitals: CS, ECC


@dataclass(frozen=True, eq=False)
class ChainReport:
    """What the report is made of.

    ``chain``: the tables; ``outlines``: of the units of ``chain.zones`` in the same order; ``profiles``: of the zones.
    ``unit``: a key of
    ``core.options.REPORT_UNITS``, ``unit_label`` as it is written. ``settings``: (what, value) of the run, in its
    language.
    """

    chain: StudyTables
    outlines: UnitOutlines
    profiles: ZoneSummaries
    unit: str
    unit_label: str
    settings: Sequence[tuple[str, str]] = ()
    messages: Sequence[Message] = field(default_factory=list)


class ChainWriter:
    """Writes parts of the report onto ``page``; ``drawn``: with figures."""

    def __init__(
        self, page: Page, report: ChainReport, language: str, translate: Callable[[str], str], drawn: bool
    ) -> None:
        self.page, self.report, self.language, self.translate, self.drawn = page, report, language, translate, drawn
        self.chain, self.outlines, self.found = report.chain, report.outlines, report.profiles
        self.carbon = CarbonUnit(report.unit, report.unit_label, translate)
        self.zone_of = {zone.zone: zone for zone in zones()}
        self.all = self.chain.zones.assign(**{name: self.chain.zones[name].astype(float) for name in (ZONE, NEXT_ZONE)})
        self.zoned = self.all[self.all[ZONE].notna()]
        self.present = [self.zone_of[int(number)] for number in sorted(self.zoned[ZONE].unique())]
        self.index_fields = {rule.index: rule.field for rule in default_rules()}

    def say(self, template: str, **values: object) -> str:
        """A template in the reader's language, filled."""
        return self.translate(template).format(**{name: str(value) for name, value in values.items()})

    def label(self, column: str) -> str:
        """A column in words."""
        variable = describe(column)
        return variable.label(self.language) if variable else column

    def header(self, column: str) -> str:
        """Label and unit of a column, carbon in the unit of the report."""
        variable = describe(column)
        if variable is None:
            return column
        if variable.unit == TONNES:
            label = variable.label(self.language)
            return self.say(sentence("{label} ({unit})"), label=label, unit=self.carbon.a_year)
        return variable.alias(self.language)

    def index_label(self, index: str) -> str:
        """An index of the zoning in words."""
        return self.label(self.index_fields.get(index, index))

    def zone_text(self, number: float) -> str:
        """Number and name of the zone with this number; a dash for none."""
        return self.in_words(self.zone_of[int(number)]) if number == number else MISSING

    def colours_of(self, numbers: Sequence[float]) -> list[str]:
        """The colours of zones by number."""
        return [self.zone_of[int(number)].colour if number == number else NO_COLOUR for number in numbers]

    def listed(self, words: Iterable[str]) -> str:
        """Words one after the other, as the reader's language sets them apart."""
        return ("、" if self.language == "zh" else ", ").join(words)

    def in_words(self, zone: Zone) -> str:
        """Number and name of a zone."""
        return f"{zone.roman} {zone.name(self.language)}"

    def roman(self, number: float) -> str:
        """The number of a zone as the study writes it."""
        return self.zone_of[int(number)].roman if number == number else MISSING

    @property
    def zone_names(self) -> list[str]:
        """The zones there are, best first."""
        return [self.in_words(zone) for zone in self.present]


def abbreviated(index: str) -> str:
    """An index as the tables write it."""
    return index.upper() if len(index) <= SHORT_INDEX else index
