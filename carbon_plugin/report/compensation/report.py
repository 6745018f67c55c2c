"""What the report on compensation is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from ...core.compensation.carbon_compensation import PAYMENT, ROLE, Compensation
from ...core.space.outlines import UnitOutlines
from ..page.told import NOTHING_TOLD, Told


@dataclass(frozen=True, eq=False)
class CompensationReport:
    """``outlines``: of the units that ``names`` calls, by key, in their order."""

    compensation: Compensation
    outlines: UnitOutlines | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    told: Told = NOTHING_TOLD

    def of_role(self, role: str) -> pd.DataFrame:
        """The units of a role, the largest amounts first."""
        frame = self.compensation.frame
        return frame[frame[ROLE] == role].sort_values(PAYMENT, key=lambda payment: -payment.abs(), kind="stable")
