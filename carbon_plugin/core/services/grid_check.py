"""Whether the sums over the cells are the units' own amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .ecosystem_services import ESV, EcosystemServices
from .grid_accounts import amounts_of_rows

COLUMN, CELLS_SUM, UNIT_SUM, DIFFERENCE = "column", "cells_sum", "unit_sum", "difference"
TOTALS = ("ce", "cs", "nce")


def sums_of_units(
    year: int,
    unit: np.ndarray,
    units: Sequence[str],
    *,
    carbon: Mapping[str, np.ndarray],
    rows: np.ndarray,
    accounts: Panel,
    valued: EcosystemServices,
) -> pd.DataFrame:
    """The sums over the parts of every unit, a row a unit and amount, against what is known of the unit itself.

    Args:
        year: of the parts.
        unit: (p,) the unit of each part.
        units: (u,) keys.
        carbon: ``ce``, ``cs``, ``nce`` (t C) and ``esv`` (10^4 currency) of the parts, (p,).
        rows: (u,) of the accounts, -1 without one.
        accounts: of the units.
        valued: the services of whole units.

    Columns: ``unit``, ``year``, ``column``, ``cells_sum``, ``unit_sum``, ``difference``.

    >>> from .ecosystem_services import value_services
    >>> from .ecosystems import load_ecosystems
    >>> from .equivalents import load_equivalents
    >>> areas = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "urban_ha": [5.0]}), "areas")
    >>> valued = value_services(areas, load_equivalents("xie2008"), load_ecosystems("xie2008"))
    >>> book = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "ce": [8.0]}), "accounts")
    >>> carbon = {"ce": np.array([3.0, 5.0]), "cs": np.zeros(2), "nce": np.zeros(2), "esv": np.zeros(2)}
    >>> found = sums_of_units(2020, np.array([0, 0]), ["a"], carbon=carbon, rows=np.array([0]), accounts=book,
    ...                       valued=valued)
    >>> found[["column", "cells_sum", "unit_sum"]].values.tolist()[0]
    ['ce', 8.0, 8.0]
    """
    of_services = dict(zip(zip(valued.panel.frame[UNIT], valued.panel.frame[YEAR]), valued.panel.numbers(ESV)))
    met = np.bincount(unit, minlength=len(units)) > 0
    tables = []
    for column in (*TOTALS, ESV):
        sums = np.where(met, np.bincount(unit, carbon[column], minlength=len(units)), np.nan)
        if column == ESV:
            known = np.array([of_services.get((unit, year), np.nan) for unit in units])
        else:
            known = (
                amounts_of_rows(accounts.numbers(column), rows) if column in accounts else np.full(len(units), np.nan)
            )
        columns = {UNIT: list(units), YEAR: year, COLUMN: column, CELLS_SUM: sums, UNIT_SUM: known}
        tables.append(pd.DataFrame({**columns, DIFFERENCE: sums - known}))
    return pd.concat(tables, ignore_index=True)
