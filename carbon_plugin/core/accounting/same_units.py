"""Years whose regional totals count the same units: only these can be held against each other."""

from __future__ import annotations

from collections import Counter

import numpy as np

from ..tables.frames import columns_at, rows_at
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .balance import full_years
from .region import TOTALS


def find_counted_units(panel: Panel) -> dict[int, frozenset[str]]:
    """The units that every year's totals count, by year: those with all the totals that any unit has in any year.

    So a year after the last land cover, which has emission but no sink, counts nobody: it has no net emission to show.

    ``panel``: ``ce`` or ``cs`` or both, NaN where unknown.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"unit": list("abab"), "year": [1, 1, 2, 2], "ce": [1.0, 2.0, 3.0, np.nan], "cs": 1.0})
    >>> {year: sorted(units) for year, units in find_counted_units(Panel(frame, "accounts")).items()}
    {1: ['a', 'b'], 2: ['a']}
    """
    totals = [name for name in TOTALS if name in panel]
    known = columns_at(panel.frame, totals).notna()
    ever = known.any()
    complete = (known | ~ever).all(axis=1) & ever.any()
    rows = rows_at(columns_at(panel.frame, [UNIT, YEAR]), complete.to_numpy())
    found = {int(year): frozenset(units) for year, units in rows.groupby(YEAR)[UNIT]}
    return {int(year): found.get(int(year), frozenset()) for year in panel.years}


def find_years_of_same_units(counted: dict[int, frozenset[str]]) -> tuple[int, ...]:
    """The years that count one and the same set of units, the set that most of the full years have.

    A year is full that counts nearly as many units as the fullest one. Among sets that as many years have, the one of
    the latest year.

    >>> find_years_of_same_units({1: frozenset("abc"), 2: frozenset("abd"), 3: frozenset("abc"), 4: frozenset("a")})
    (1, 3)
    """
    years = list(counted)
    is_full = full_years(np.array([len(counted[year]) for year in years], dtype=float))
    full = [year for year, is_one in zip(years, is_full) if is_one]
    frequency, latest = Counter(counted[year] for year in full), {counted[year]: year for year in full}
    same = max(frequency, key=lambda units: (frequency[units], latest[units]))
    return tuple(year for year in years if counted[year] == same)
