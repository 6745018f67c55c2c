"""The map of trends: the units that have both an outline and trends."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ..messages import Message
from ..tables.keys import compare_units
from ..tables.vocabulary import UNIT


@dataclass
class TrendMap:
    """``frame``: ``unit``, ``name`` and the trends, in the layer's order, of every unit with an outline and trends."""

    frame: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


def map_of_trends(trends: pd.DataFrame, table: str, units: pd.DataFrame, layer: str) -> TrendMap:
    """Join the trends of ``table`` to the units (columns ``unit``, ``name``) of ``layer``.

    Raises ``AmbiguousKeysError``, ``NoCommonUnitsError``.
    """
    notes = compare_units(layer, units[UNIT], table, trends[UNIT])
    return TrendMap(units.merge(trends, on=UNIT, how="inner", suffixes=("", "_2")), notes)
