"""The map of service values in one year: which units it shows, and its classes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..messages import warning
from ..statistics.natural_breaks import natural_breaks
from ..tables.joined import NAME, Joined, join_units
from ..tables.panel import Panel
from ..tables.vocabulary import YEAR
from ..values import Cell

CLASSES = 5


def values_of_year(panel: Panel, units: pd.DataFrame, year: int, *, layer: str) -> Joined:
    """The values of ``year`` beside the names of the units that have an outline.

    Args:
        panel: of ``ecosystem_services.EcosystemServices``.
        units: columns ``unit``, ``name``.
        year: one of the years of the panel.
        layer: what the user calls the units.

    Raises ``AmbiguousKeysError``, ``NoCommonUnitsError``.

    >>> panel = Panel(pd.DataFrame({"unit": ["1"], "year": [2000], "esv": [5.0], "esv_km2": [1.0]}), "values")
    >>> units = pd.DataFrame({"unit": ["1"], "name": ["One"]})
    >>> values_of_year(panel, units, 2000, layer="counties").frame["esv"].tolist()
    [5.0]
    """
    joined = join_units(units, panel.frame[panel.frame[YEAR] == year], layer=layer, table=panel.table)
    blank = joined.frame[joined.frame["esv"].isna()]
    if blank.empty:
        return joined
    template = "{count:unit has|units have} no total value in {year} and will be blank on the map: {units}."
    found = {"count": len(blank), "year": str(year), "units": [Cell(name) for name in blank[NAME]]}
    return Joined(joined.frame, [*joined.notes, warning("units-without-service-value", template, **found)])


def value_breaks(values: np.ndarray, classes: int = CLASSES) -> list[tuple[float, float]]:
    """Classes (low, high] of ``values`` (n,) from low to high by natural breaks; fewer where values are few.

    Args:
        values: (n,) in any unit, NaN where missing.
        classes: how many, at the most.

    >>> value_breaks(np.array([1.0, 2.0, 9.0, np.nan]), 2)
    [(1.0, 2.0), (2.0, 9.0)]
    """
    known = values[np.isfinite(values)]
    if not len(known):
        return []
    bounds = natural_breaks(known, min(classes, len(np.unique(known)))).upper_bounds
    return list(zip([float(known.min()), *map(float, bounds[:-1])], map(float, bounds)))
