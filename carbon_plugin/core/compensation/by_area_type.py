"""Units, emission and payments by type of main functional area."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .area_types import area_types
from .payments import BALANCED, PAYS, RECEIVES

AREA_TYPE = "area_type"
EVERY = "all"  # the row of all units
_COUNTED = {"units_paying": PAYS, "units_balanced": BALANCED, "units_receiving": RECEIVES}


def by_area_type(frame: pd.DataFrame, *, has_types: bool) -> pd.DataFrame:
    """A row for each type that a unit has, in the order of the vocabulary, and one for all units.

    Columns: ``area_type`` ('' for units without one), ``units_counted`` (with a known payment), ``units_paying``,
    ``units_balanced``, ``units_receiving``, ``intensity_mean`` (t C per 10^4 currency: the sum of emission over that of
    output, of units with both), ``density_mean`` (t C/ha, likewise, NaN without areas), ``nce``, ``nce_mean`` (t C/a),
    ``payment`` (10^4 currency/a, above zero pays).

    Args:
        frame: ``area_type``, ``role``, ``payment``, ``ce``, ``cs``, ``gdp`` and perhaps ``total_ha`` by unit.
        has_types: whether units were given types; else only the row of all.

    Source: Henan study (METHODS 10.8).

    >>> units = {"area_type": ["agricultural", ""], "role": ["pays", "receives"], "payment": [3.0, -1.0]}
    >>> carbon = {"ce": [5.0, 1.0], "cs": [1.0, 3.0], "gdp": [10.0, 1.0]}
    >>> by_area_type(pd.DataFrame({**units, **carbon}), has_types=True)[["area_type", "nce", "payment"]].values.tolist()
    [['agricultural', 4.0, 3.0], ['', -2.0, -1.0], ['all', 2.0, 2.0]]
    """
    keys = [one.key for one in area_types()] + [""] if has_types else []
    present = [key for key in keys if (frame[AREA_TYPE] == key).any()]
    rows = [{AREA_TYPE: key, **_summed(frame[frame[AREA_TYPE] == key])} for key in present]
    return pd.DataFrame([*rows, {AREA_TYPE: EVERY, **_summed(frame)}])


def _summed(units: pd.DataFrame) -> dict[str, float]:
    counted = units[units["payment"].notna()]
    net = counted["ce"] - counted["cs"]
    return {
        "units_counted": len(counted),
        **{name: int((counted["role"] == role).sum()) for name, role in _COUNTED.items()},
        "intensity_mean": _over(counted, "gdp"),
        "density_mean": _over(counted, "total_ha") if "total_ha" in counted else np.nan,
        "nce": float(net.sum()),
        "nce_mean": float(net.mean()) if len(net) else np.nan,
        "payment": float(counted["payment"].sum()),
    }


def _over(units: pd.DataFrame, column: str) -> float:
    """The sum of emission over that of ``column``, of the units that have both."""
    both = units[["ce", column]].dropna()
    both = both[both[column] > 0.0]
    return float(both["ce"].sum() / both[column].sum()) if len(both) else float("nan")
