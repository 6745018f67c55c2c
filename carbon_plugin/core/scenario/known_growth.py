"""Units whose growth is asked for but unknown have no projection."""

from __future__ import annotations

import numpy as np

from ..messages import Message, sentence, warning
from ..values import Cell
from .base_year import Start
from .growth import GrowthStatistics
from .plan import Plan

_WITHOUT_GROWTH = sentence(
    "{count:unit has|units have} a driver that is known in one year only (in brackets), so that its growth is unknown, "
    "and no projection: {units}."
)


def with_known_growth(
    start: Start, statistics: GrowthStatistics, plan: Plan
) -> tuple[Start, GrowthStatistics, Plan, list[Message]]:
    """Leave out units where the growth of a driver is asked for but unknown, since it is known in one year only.

    Args:
        start: the units (u,) in their base years.
        statistics: growth of their history.
        plan: what every driver does (s, u, v, k), NaN where growth is unknown.

    >>> start = Start(["a", "b"], np.array([2020, 2020]), np.ones((2, 1)), np.ones(2), np.array(["", ""]))
    >>> statistics = GrowthStatistics(["a", "b"], ["P"], np.ones((2, 1, 3)), np.ones((2, 1, 3)), np.ones((2, 1)))
    >>> rate = np.array([0.1, np.nan]).reshape(1, 2, 1, 1)
    >>> plan = Plan(rate, *np.full((5, 1, 2, 1, 1), np.nan))
    >>> with_known_growth(start, statistics, plan)[0].units
    ['a']
    """
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
