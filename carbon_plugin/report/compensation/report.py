"""What the report on compensation is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ...core.compensation.carbon_compensation import PAYMENT, ROLE, Compensation
from ...core.space.outlines import UnitOutlines
from ..page.told import NOTHING_TOLD, Told


@dataclass(frozen=True, eq=False)
class CompensationReport:
    """``outlines``: of the units ``mapped`` (keys, in their order)."""

    compensation: Compensation
    outlines: UnitOutlines | None = None
    mapped: Sequence[str] = ()
    told: Told = NOTHING_TOLD

    def of_role(self, role: str) -> pd.DataFrame:
        """The units of a role, the largest amounts first."""
        frame = self.compensation.frame
        return frame[frame[ROLE] == role].sort_values(PAYMENT, key=lambda payment: -payment.abs(), kind="stable")
