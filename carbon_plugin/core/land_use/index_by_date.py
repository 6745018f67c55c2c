"""The comprehensive land-use index of the region at every date, and how many units rose and fell since then."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .intensity import class_areas, compute_changes
from .transition import divide

CLI = "cli"


@dataclass(frozen=True, eq=False)
class IndexByDate:
    """``years`` (t,); ``index`` (t,), the mean over the units by their area; ``a_year`` (t,), its change since the date
    before in % a year, missing at the first. ``rose``, ``fell`` (t,): counts of units since the date before.

    ``units`` (u,); ``of_units`` (u, t), missing where a unit has none.
    """

    years: list[int]
    index: np.ndarray
    a_year: np.ndarray
    rose: np.ndarray
    fell: np.ndarray
    units: list[str]
    of_units: np.ndarray


def summarise_index(panel: Panel) -> IndexByDate:
    """The index of the region: each unit by the area of its classes.

    The region's is that of units with an index at all dates, so that it never moves because units come or go.

    Args:
        panel: ``cli`` (100 to 400) and ``<class>_ha``, as ``intensity.land_use_intensity`` gives them.

    Raises ``MissingColumnsError``, ``TextInNumbersError``.

    >>> import pandas as pd
    >>> keys = {"unit": ["a", "b"] * 2, "year": [2000, 2000, 2010, 2010], "forest_ha": [30.0, 10.0] * 2}
    >>> found = summarise_index(Panel(pd.DataFrame({**keys, "cli": [200.0, 300.0, 240.0, 300.0]}), "areas"))
    >>> found.index.tolist(), found.a_year.round(3).tolist(), found.rose.tolist(), found.fell.tolist()
    ([225.0, 255.0], [nan, 1.333], [0, 1], [0, 0])
    """
    areas = class_areas(panel.columns)
    panel.require([CLI, *areas])
    frame = panel.frame[[UNIT, YEAR]].assign(
        cli=panel.numbers(CLI), area=np.sum([panel.numbers(name) for name in areas], axis=0)
    )
    units, years = panel.units, panel.years
    index, area = (
        frame.pivot(index=UNIT, columns=YEAR, values=name).reindex(index=units, columns=years).to_numpy(dtype=float)
        for name in (CLI, "area")
    )
    whole = np.isfinite(index).all(axis=1) & np.isfinite(area).all(axis=1)
    region = divide((index[whole] * area[whole]).sum(axis=0), area[whole].sum(axis=0))
    a_year = compute_changes(region, np.array(years), np.zeros(len(years)))[1]
    steps = np.diff(index, axis=1, prepend=np.nan)
    return IndexByDate(years, region, a_year, (steps > 0).sum(axis=0), (steps < 0).sum(axis=0), units, index)
