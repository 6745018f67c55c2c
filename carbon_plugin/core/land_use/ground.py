"""Whether a table's land fits on the ground of its units: areas in km² or mu under hectares look plausible alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, warning
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell
from .areas import TOTAL_AREA

_MOST, _LEAST = 2.0, 0.1  # times the ground: no outline is so rough; water, or what nobody mapped, may be left out


def remarks_on_ground(panel: Panel, units: Sequence[str], ground: np.ndarray, *, layer: str) -> list[Message]:
    """A warning where most units have far more or far less land, in their last year, than lies within their outlines.

    Args:
        panel: with ``total_ha``; without it nothing is said.
        units: keys of the outlines.
        ground: (u,) hectares within them.
        layer: what the user calls them.

    >>> import pandas as pd
    >>> panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "total_ha": [1500.0]}), "areas")
    >>> [message.code for message in remarks_on_ground(panel, ["a"], np.array([100.0]), layer="counties")]
    ['land-unlike-outlines']
    >>> remarks_on_ground(panel, ["a"], np.array([1490.0]), layer="counties")
    []
    """
    if TOTAL_AREA not in panel:
        return []
    place_of = {unit: place for place, unit in enumerate(units)}
    last: dict[str, tuple[int, float]] = {}
    for unit, year, land in zip(panel.frame[UNIT], panel.frame[YEAR], panel.numbers(TOTAL_AREA)):
        if unit in place_of and land > 0 and ground[place_of[unit]] > 0 and last.get(unit, (year, 0))[0] <= year:
            last[unit] = (year, float(land))
    if not last:
        return []
    ratios = {unit: land / float(ground[place_of[unit]]) for unit, (_, land) in last.items()}
    usual = float(np.median(list(ratios.values())))
    if _LEAST <= usual <= _MOST:
        return []
    first = next(iter(last))
    return [
        warning(
            "land-unlike-outlines",
            "“{table}” has {ratio} times the land that lies within the outlines of “{layer}” (median of the units), "
            "such as {example} instead of {expected} ha. Are its areas hectares? 1 km² is 100 ha, 15 mu are 1 ha.",
            table=panel.table,
            ratio=usual,
            layer=layer,
            example=Cell(first, last[first][0], TOTAL_AREA, last[first][1]),
            expected=float(ground[place_of[first]]),
        )
    ]
