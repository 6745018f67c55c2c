"""What the report of the scenarios is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ...core.options import PEAKS_FROM
from ...core.resources import read_rows
from ...core.scenario.potential_classes import CEP_CLASSES
from ...core.scenario.projection import Projection
from ...core.scenario.region import Turning, turning_years
from ...core.space.outlines import UnitOutlines
from ...core.tables.panel import Panel
from ...core.tables.vocabulary import SCENARIO, UNIT, YEAR
from ...core.values import Translate
from ..page.told import NOTHING_TOLD, Told

YEARS_IN_TABLE = 10  # distance of the years in tables


@dataclass(frozen=True)
class ScenarioReport:
    """What the report is made of.

    ``history``: the panel (``unit``, ``year``, ``ce``, perhaps ``cs``, t C/a). ``potential``: of
    ``core.scenario.potential``. ``rows``: the scenario table as it was given. ``names``: unit key to the name shown.
    ``outlines``: of the units ``outlined`` (keys, in their order), None where there are no polygons.
    ``peak_year``: by when emission is to peak, ``peak_from``: where it is looked for.
    ``unit`` a key of ``core.options.REPORT_UNITS``, ``unit_label`` as it is
    written.
    """

    projection: Projection
    history: Panel
    potential: pd.DataFrame
    rows: pd.DataFrame
    names: Mapping[str, str]
    peak_year: int
    unit: str
    unit_label: str
    told: Told = NOTHING_TOLD
    outlines: UnitOutlines | None = None
    outlined: Sequence[str] = ()
    peak_from: str = PEAKS_FROM.default

    @property
    def scenarios(self) -> list[str]:
        return list(self.projection.scenarios)

    @cached_property
    def base_year(self) -> int:
        return int(self.projection.table[YEAR].min())

    @cached_property
    def horizon(self) -> int:
        return int(self.projection.table[YEAR].max())

    @cached_property
    def turnings(self) -> Mapping[str, Turning]:
        """When the region turns, by scenario."""
        return turning_years(self.projection.region, self.peak_from)

    @cached_property
    def classes(self) -> Mapping[str, object]:
        """The class of the potential by unit, missing where there is none."""
        return dict(zip(self.potential[UNIT], self.potential["cep"]))

    def region_of(self, scenario: str) -> pd.DataFrame:
        """The region under one scenario, year by year."""
        region = self.projection.region
        return region[region[SCENARIO] == scenario]

    def name(self, unit: str) -> str:
        """How a unit is called."""
        return str(self.names.get(unit, unit))

    def years_in_tables(self) -> list[int]:
        """Every tenth projected year after the base year, back from the horizon."""
        years = sorted(self.projection.table[YEAR].unique())
        return [int(year) for year in years if (self.horizon - year) % YEARS_IN_TABLE == 0 and year > self.base_year]


def scenario_names(language: str) -> dict[str, str]:
    """The shipped scenarios in words; one of the user's own is called by its key."""
    return {row["scenario"]: row[f"label_{language}"] for row in read_rows("styles/scenarios.csv")}


def potential_names(translate: Translate = str) -> dict[int, str]:
    """The classes of the potential in the reader's words, from the best (5) to the worst (1)."""
    return {score: translate(name) for score, name in CEP_CLASSES.items()}
