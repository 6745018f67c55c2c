"""What the page on a planner's own data is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ...core.messages import ERROR, WARNING, Message
from ...core.preparation.proposals import Proposal
from ...core.preparation.readiness import Readiness
from ..page.told import Told


@dataclass(frozen=True, eq=False)
class InputsReport:
    """What the page is made of. ``steps``: which can run.

    ``shares``: a row a column of the statistics, a column a year, the share of units with a number; None without.
    ``units``: how many the statistics have. ``proposals``: what to set.
    """

    told: Told
    steps: Sequence[Readiness]
    shares: pd.DataFrame | None = None
    units: int = 0
    proposals: Sequence[Proposal] = ()

    def of(self, severity: str) -> list[Message]:
        """The messages of one severity, in their order."""
        return [message for message in self.told.messages if message.severity == severity]

    @property
    def errors(self) -> list[Message]:
        """What stops a step."""
        return self.of(ERROR)

    @property
    def warnings(self) -> list[Message]:
        """What needs attention."""
        return self.of(WARNING)
