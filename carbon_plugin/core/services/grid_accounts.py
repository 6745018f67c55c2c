"""What the accounts of units, and the coefficients of land, give to the cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..accounting.profile import Profile, Term
from ..accounting.selection import CE_BREATHING, CE_ENERGY, EMISSION_PREFIX, SINK_PREFIX
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR, describe

NOT_SUMMED = ("ce_urban", "ce_p05", "ce_p95", "ce_fitted", "cs_ce_ratio")  # totals and what is no carbon of a year


def land_terms(profile: Profile, classes: Sequence[str]) -> dict[tuple[str, str], Term]:
    """The terms that multiply the area of a class, by component and class.

    Args:
        profile: the coefficients.
        classes: of the legend.

    >>> from ..accounting.profile import load_profile
    >>> list(land_terms(load_profile("landcoef"), ["forest", "urban", "cropland"]))
    [('ce_cropland', 'cropland'), ('cs_forest', 'forest')]
    """
    columns = {name + AREA_SUFFIX: name for name in classes}
    return {(term.component, columns[term.column]): term for term in profile.terms() if term.column in columns}


def spread_columns(accounts: Panel, of_land: set[str]) -> list[str]:
    """The components of the accounts that are not told by the land alone; the total where there is none of emission.

    Args:
        accounts: t C a year by component, ``ce_<x>`` and ``cs_<x>``.
        of_land: components that the coefficients of land tell.

    >>> import pandas as pd
    >>> carbon = {"ce": 5.0, "ce_energy": 5.0, "ce_urban": 5.0, "cs_forest": 1.0}
    >>> book = pd.DataFrame({"unit": ["a"], "year": 2020, **carbon})
    >>> spread_columns(Panel(book, "accounts"), {"cs_forest"})
    ['ce_energy']
    """
    names = [
        name
        for name in accounts.columns
        if name.startswith((EMISSION_PREFIX, SINK_PREFIX)) and name not in NOT_SUMMED and _is_carbon(name)
    ]
    if "ce_urban" in accounts and not {CE_ENERGY, CE_BREATHING} & set(names):
        names.append("ce_urban")
    if not any(name.startswith(EMISSION_PREFIX) for name in names) and "ce" in accounts:
        names.append("ce")
    return [name for name in names if name not in of_land]


def _is_carbon(name: str) -> bool:
    variable = describe(name)
    return variable is not None and variable.kind == "carbon"


def rows_of_units(accounts: Panel, units: Sequence[str], year: int) -> np.ndarray:
    """The row of the accounts of every unit (u,) in a year; -1 without one.

    Args:
        accounts: a row a unit and year.
        units: (u,) keys.
        year: any.

    >>> import pandas as pd
    >>> rows_of_units(Panel(pd.DataFrame({"unit": ["a", "b"], "year": 2020}), "accounts"), ["b", "c"], 2020).tolist()
    [1, -1]
    """
    of_year = np.flatnonzero(accounts.frame[YEAR].to_numpy() == year)
    row_of = dict(zip(accounts.frame[UNIT].to_numpy()[of_year], of_year.tolist()))
    return np.array([row_of.get(unit, -1) for unit in units], dtype=int)


def amounts_of_rows(values: np.ndarray | float, rows: np.ndarray) -> np.ndarray:
    """``values`` (n,) of ``rows`` (u,), NaN where there is none; a number for all rows stays one for all units.

    Args:
        values: (n,) or one number, in any unit.
        rows: (u,) their places, -1 for none.

    >>> amounts_of_rows(np.array([5.0, 7.0]), np.array([1, -1])).tolist(), amounts_of_rows(2.0, np.array([-1])).tolist()
    ([7.0, nan], [2.0])
    """
    values = np.asarray(values, dtype=float)
    if values.size == 1:
        return np.full(len(rows), float(values.ravel()[0]))
    return np.where(rows >= 0, values[rows], np.nan)
