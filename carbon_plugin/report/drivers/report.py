"""What the report on the drivers of emission is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ...core.drivers.emission_drivers import EmissionDrivers
from ...core.space.outlines import UnitOutlines
from ..page.told import NOTHING_TOLD, Told


@dataclass(frozen=True, eq=False)
class DriversReport:
    """What the report is made of.

    ``names``: of units by key.
    ``outlines``: of the units ``mapped`` (keys, in their order), or None.
    """

    drivers: EmissionDrivers
    names: Mapping[str, str]
    outlines: UnitOutlines | None = None
    mapped: Sequence[str] = ()
    told: Told = NOTHING_TOLD

    @property
    def whole(self) -> pd.Series | None:
        """The region from its first to its last date; None where it has not both."""
        table = self.drivers.region_whole
        return None if table.empty else table.iloc[0]
