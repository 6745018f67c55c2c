"""Units whose growth is asked for but unknown have no projection."""

from __future__ import annotations

import numpy as np

from ..messages import Message, sentence, warning
from ..values import Cell
from .base_year import Start
from .growth import GrowthStatistics
from .plan import Plan

_WITHOUT_GROWTH = sentence(
    "{count:unit has|units have} only one year of history, so that growth is unknown, and no projection: {units}."
)


def with_known_growth(
    start: Start, statistics: GrowthStatistics, plan: Plan
) -> tuple[Start, GrowthStatistics, Plan, list[Message]]:
    """Leave out units whose growth is asked for but unknown, since they have only one year."""
    unknown = np.isnan(plan.rate) & np.isnan(plan.target)
    lost = unknown.any(axis=(0, 2, 3))
    if not lost.any():
        return start, statistics, plan, []
    by_driver = unknown.any(axis=(0, 3))
    cells = [
        Cell(start.units[u], column=[name for name, lacks in zip(statistics.variables, by_driver[u]) if lacks])
        for u in np.flatnonzero(lost)
    ]
    told = [warning("units-without-growth", _WITHOUT_GROWTH, count=len(cells), units=cells)]
    return start.only(~lost), statistics.only(~lost), plan.only(~lost), told
