"""What a reader must know of a projection: scenarios that change places, and energy that physics forbids."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..messages import Message, warning
from ..scenario.scenario_table import ORDER
from ..tables.vocabulary import SCENARIO, UNIT, YEAR

FLAG = "flag"
ROUNDING = 1e-9  # as a share: what two scenarios that are alike may differ by


def find_disordered_units(projection: pd.DataFrame) -> list[str]:
    """Units that emit more under a scenario than under one that should lie above it, in any year; in their order.

    ``projection``: ``unit``, ``year``, ``scenario``, ``ce``. Only ``low``, ``baseline`` and ``high`` have an order.

    >>> rows = [("a", 2060, "low", 3.0), ("a", 2060, "high", 2.0), ("b", 2060, "low", 1.0), ("b", 2060, "high", 2.0)]
    >>> find_disordered_units(pd.DataFrame(rows, columns=["unit", "year", "scenario", "ce"]))
    ['a']
    """
    emission = projection.pivot_table(index=[UNIT, YEAR], columns=SCENARIO, values="ce", sort=False)
    known = [name for name in ORDER if name in emission]
    wrong = np.zeros(len(emission), dtype=bool)
    for lower, higher in zip(known, known[1:]):
        wrong |= (emission[lower] > emission[higher] * (1.0 + ROUNDING)).to_numpy()
    return list(dict.fromkeys(emission.index.get_level_values(UNIT)[wrong]))


def find_flagged_units(projection: pd.DataFrame) -> list[str]:
    """Units whose implied energy is flagged under any scenario in any year, in their order."""
    if FLAG not in projection:
        return []
    flags = projection[FLAG]
    has_flag = flags.notna() & ~flags.astype(str).str.strip().isin(["", "0", "0.0"])
    return list(dict.fromkeys(projection.loc[has_flag, UNIT]))


def remarks_on_projection(projection: pd.DataFrame) -> list[Message]:
    """Units whose scenarios are out of order, and units whose implied energy is flagged."""
    notes, count = [], projection[UNIT].nunique()
    disordered, flagged = find_disordered_units(projection), find_flagged_units(projection)
    if disordered:
        template = (
            "Scenarios change places: {count} of {all:unit emits|units emit} more under a scenario than under one that "
            "is meant to lie above it (low, baseline, high) in some year: {units}."
        )
        notes.append(warning("scenarios-disordered", template, count=len(disordered), all=count, units=disordered))
    if flagged:
        template = (
            "The projection implies energy that cannot be or has not been seen (assumed limits): flagged are {count} "
            "of {all:unit|units}: {units}."
        )
        notes.append(warning("energy-implied-flagged", template, count=len(flagged), all=count, units=flagged))
    return notes
