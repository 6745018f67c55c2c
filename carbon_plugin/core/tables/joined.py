"""Results of units beside the names and the order of the layer that has their outlines."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ..messages import Message
from .keys import compare_units
from .vocabulary import UNIT

NAME = "name"


@dataclass(frozen=True, eq=False)
class Joined:
    """``frame``: ``unit``, ``name`` and the results of every unit with an outline, in the layer’s order."""

    frame: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


def join_units(units: pd.DataFrame, results: pd.DataFrame, *, layer: str, table: str | Message) -> Joined:
    """The results of the units that have an outline, and notes on units that only one of the two has.

    Args:
        units: columns ``unit``, ``name``; a row for each outline.
        results: ``unit`` and any other columns; one row or several a unit.
        layer: what the user calls the layer of the units.
        table: what the user calls the table of the results.

    Raises ``AmbiguousKeysError``, ``NoCommonUnitsError``.

    >>> counties = pd.DataFrame({"unit": ["2", "1"], "name": ["Two", "One"]})
    >>> trends = pd.DataFrame({"unit": ["1", "2"], "ce_trend": [1, 5]})
    >>> join_units(counties, trends, layer="counties", table="trends").frame["ce_trend"].tolist()
    [5, 1]
    """
    notes = compare_units(layer, units[UNIT], table, second_units=results[UNIT])
    return Joined(beside_names(units, results), notes)


def beside_names(units: pd.DataFrame, results: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``results`` in the order of ``units`` (``unit``, ``name``); a ``name`` of their own is ``name_2``.

    >>> counties = pd.DataFrame({"unit": ["1"], "name": ["One"]})
    >>> beside_names(counties, pd.DataFrame({"unit": ["1", "9"], "name": ["I", "IX"]})).to_dict("records")
    [{'unit': '1', 'name': 'One', 'name_2': 'I'}]
    """
    return units[[UNIT, NAME]].merge(results, on=UNIT, how="inner", suffixes=("", "_2"))
