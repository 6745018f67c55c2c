"""Years in which a column is known for fewer units than in others, so that sums over units zigzag."""

from __future__ import annotations

from collections.abc import Sequence

from ..messages import Message, warning
from ..tables.panel import Panel
from ..tables.vocabulary import YEAR

THIN = 0.9  # of the units that the best year has
FEWEST_MISSING = 3  # units: one gap or two are told as empty cells


def remarks_on_thin_years(panel: Panel, names: Sequence[str]) -> list[Message]:
    """A warning a column on years that lack many of the units that the best year has.

    Args:
        panel: one row a unit and year.
        names: columns of numbers.

    >>> import pandas as pd
    >>> known = {2000: range(8), 2001: range(3)}
    >>> rows = [(str(unit), year, 1.0 if unit in known[year] else None) for unit in range(8) for year in known]
    >>> panel = Panel(pd.DataFrame(rows, columns=["unit", "year", "gdp"]), "book")
    >>> remarks_on_thin_years(panel, ["gdp"])[0].values["years"]
    [2001]
    """
    notes = []
    for name in names:
        known = panel.frame[name].notna().groupby(panel.frame[YEAR]).sum()
        best = int(known.max()) if len(known) else 0
        thin = known[(known < THIN * best) & (known <= best - FEWEST_MISSING) & (known > 0)]
        if not len(thin):
            continue
        template = (
            "“{table}”: “{column}” is known for up to {best} units in {full}, but for {least} to {most} in "
            "{count:year|years}: {years}. Sums over units zigzag between such years."
        )
        full = [int(year) for year in known[known >= THIN * best].index]
        values = {"table": panel.table, "column": name, "best": best, "full": full, "years": list(map(int, thin.index))}
        spread = {"least": int(thin.min()), "most": int(thin.max()), "count": len(thin)}
        notes.append(warning("years-with-few-units", template, **values, **spread))
    return notes
