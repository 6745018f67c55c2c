"""The smallest region whose zones can be drawn: what the examples of this room begin with."""

from __future__ import annotations

import pandas as pd

from ...accounting.selection import Options
from ...tables.panel import Panel
from .drawn_accounts import Accounting
from .runs import Held


def example_region() -> Held:
    """Unit ``a`` burns more coal every year, unit ``b`` less; both have the same forest."""
    slopes = {"a": 9.0, "b": -9.0}
    rows = [
        {"unit": unit, "year": 2000 + t, "raw_coal_t": 99.0 + slope * t, "forest_ha": 99.0, "gdp": 9.0}
        for unit, slope in slopes.items()
        for t in range(6)
    ]
    return Held(Accounting(Panel(pd.DataFrame(rows), "book"), Options()), list(slopes), "counties")
