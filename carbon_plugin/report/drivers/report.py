"""What the report on the drivers of emission is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ...core.drivers.emission_drivers import EmissionDrivers
from ...core.messages import Message
from ...core.space.outlines import UnitOutlines


@dataclass(frozen=True, eq=False)
class DriversReport:
    """What the report is made of.

    ``names``: of units by key.
    ``outlines``: of the units ``mapped`` (keys, in their order), or None. ``settings``: (what, value) of the run.
    """

    drivers: EmissionDrivers
    names: Mapping[str, str]
    outlines: UnitOutlines | None = None
    mapped: Sequence[str] = ()
    settings: Sequence[tuple[str, str]] = ()
    messages: Sequence[Message] = field(default_factory=list)
    region_name: str = ""

    @property
    def whole(self) -> pd.Series | None:
        """The region from its first to its last date; None where it has not both."""
        table = self.drivers.region_whole
        return None if table.empty else table.iloc[0]
