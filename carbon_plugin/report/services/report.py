"""What the report on ecosystem services is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ...core.services.carbon_beside import CellClasses
from ...core.services.ecosystem_services import ESV, PREFIX, EcosystemServices
from ...core.space.outlines import UnitOutlines
from ...core.tables.vocabulary import YEAR
from ..page.told import NOTHING_TOLD, Told


@dataclass(frozen=True, eq=False)
class ServicesReport:
    """What the report is made of.

    ``names``: of units by key. ``outlines``: of the units ``mapped`` (keys, in their order), or None. ``map_rows``: the
    values of the year of the map, a row a unit, or None. ``carbon``: of the region by year (``carbon_by_year``);
    ``cells``: the classes of association of the cells of a grid; ``association``: a row a year; each or None.
    """

    found: EcosystemServices
    names: Mapping[str, str] = field(default_factory=dict)
    outlines: UnitOutlines | None = None
    mapped: Sequence[str] = ()
    map_rows: pd.DataFrame | None = None
    told: Told = NOTHING_TOLD
    carbon: pd.DataFrame | None = None
    cells: CellClasses | None = None
    association: pd.DataFrame | None = None

    @property
    def region(self) -> pd.DataFrame:
        """The years of the region that have a total."""
        return self.found.region[self.found.region[ESV].notna()]

    @property
    def class_columns(self) -> list[str]:
        """The columns of the classes that are worth something anywhere, below zero too."""
        return self._valued(self.found.classes)

    @property
    def service_columns(self) -> list[str]:
        """The columns of the services that are worth something anywhere."""
        return self._valued(self.found.services)

    def _valued(self, names: Sequence[str]) -> list[str]:
        columns = [PREFIX + name for name in names]
        return [name for name in columns if (self.found.region[name].fillna(0.0) != 0.0).any()]

    @property
    def year(self) -> int:
        """The year of the map and of the table of units: that of the map, else the last."""
        if self.map_rows is not None and len(self.map_rows):
            return int(self.map_rows[YEAR].iloc[0])
        return int(self.found.panel.years[-1])
