"""The shipped tables of settings, as they are handed out to be edited and given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..resources import read_rows

if TYPE_CHECKING:
    import pandas as pd

PATHS = {  # by the keys of options.BALANCE_TABLES
    "rules": "zoning/balance_rules.csv",
    "bands": "zoning/balance_bands.csv",
    "limits": "land_demand/limits.csv",
    "choices": "zoning/choices.csv",
    "ecosystems": "services/ecosystems.csv",
}
NUMBERS = (
    *("nce_low", "nce_high", "ecc_low", "ecc_high", "esc_low", "esc_high", "order", "from"),
    *("from_year", "low", "high", "weight", "share"),
)


def shipped_table(key: str) -> pd.DataFrame:
    """The table ``key`` of ``options.BALANCE_TABLES``, columns of numbers as such, NaN where a cell is empty.

    >>> shipped_table("limits")["low"].head(2).tolist()
    [95.0, 100.0]
    """
    import pandas as pd

    table = pd.DataFrame(read_rows(PATHS[key]))
    return table.assign(**{name: pd.to_numeric(table[name]) for name in table.columns.intersection(NUMBERS)})
