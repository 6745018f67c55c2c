"""What the report on how sure zones are is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ...core.space.outlines import UnitOutlines
from ...core.zoning.zones import ZONE, zones
from ..page.told import NOTHING_TOLD, Told

P_ZONE, MODAL_ZONE, AGREEMENT, DRIVER = "p_zone_", "modal_zone", "agreement", "driver"
SURE, HALF = 0.9, 0.5  # shares of the runs


@dataclass(frozen=True, eq=False)
class ConfidenceReport:
    """What the report is made of.

    ``units``: a row a unit, ``name``, ``zone``, ``p_zone_1`` .. ``p_zone_5``, ``modal_zone``, ``agreement``, perhaps
    ``driver``, NaN where a unit has no zone. ``changes``: ``choice``, ``option``, ``changed_pct``, perhaps
    ``two_or_more_pct``, or None. ``outlines``: of ``units`` in their order, or None.
    """

    units: pd.DataFrame
    changes: pd.DataFrame | None = None
    outlines: UnitOutlines | None = None
    told: Told = NOTHING_TOLD

    @cached_property
    def known(self) -> pd.DataFrame:
        """The units whose agreement is known, the least sure first."""
        rows = self.units[self.units[AGREEMENT].notna() & self.units[ZONE].notna()]
        return rows.sort_values(AGREEMENT, kind="stable")

    @property
    def shares(self) -> list[str]:
        """The columns of the shares of runs in each zone."""
        return [name for zone in zones() if (name := f"{P_ZONE}{zone.zone}") in self.units]

    @property
    def sure(self) -> int:
        """Units that keep their zone in at least ``SURE`` of the runs."""
        return int((self.known[AGREEMENT] >= SURE).sum())

    @property
    def unsure(self) -> int:
        """Units that keep it in fewer than ``HALF`` of them."""
        return int((self.known[AGREEMENT] < HALF).sum())

    @property
    def elsewhere(self) -> int:
        """Units that most runs have in another zone."""
        modal = self.known[MODAL_ZONE] if MODAL_ZONE in self.known else pd.Series(np.nan, index=self.known.index)
        return int((modal.notna() & (modal != self.known[ZONE])).sum())
