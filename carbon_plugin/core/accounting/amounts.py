"""The amounts that coefficients apply to, and empty cells among them.

Land that nobody measured, such as that of years after the last land cover, is unknown and never 0.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..messages import Message, warning
from ..tables.panel import Panel
from ..tables.vocabulary import describe
from .selection import ZERO, Options, Selection

AREA = "area"


def read_amounts(panel: Panel, selection: Selection, options: Options) -> dict[str, np.ndarray]:
    """The columns that coefficients apply to, each (n,), empty cells as the options want them.

    A row without any area has land that nobody measured, as after the last land cover: its areas are never 0.
    """
    numbers = {name: panel.numbers(name) for name in selection.columns}
    if options.missing != ZERO:
        return numbers
    unmeasured = find_unmeasured_land(panel)
    return {
        name: np.where(np.isnan(values) & ~(unmeasured & is_area(name)), 0.0, values)
        for name, values in numbers.items()
    }


def is_area(name: str) -> bool:
    """Whether a column holds areas of land.

    Args:
        name: of a column.

    >>> is_area("forest_ha"), is_area("sown_ha"), is_area("gdp")
    (True, False, False)
    """
    variable = describe(name)
    return variable is not None and variable.kind == AREA


def find_unmeasured_land(panel: Panel) -> np.ndarray:
    """True (n,) for rows in which every column of areas is empty; for none where there is no such column.

    >>> import pandas as pd
    >>> areas = {"forest_ha": [5.0, None, None], "water_ha": [None, 2.0, None]}
    >>> book = pd.DataFrame({"unit": "a", "year": [2001, 2002, 2003], **areas})
    >>> find_unmeasured_land(Panel(book, "book")).tolist()
    [False, False, True]
    """
    areas = [np.isnan(panel.numbers(name)) for name in panel.columns if is_area(name)]
    return np.logical_and.reduce(areas) if areas else np.zeros(len(panel), dtype=bool)


def remarks_on_unmeasured_land(panel: Panel, amounts: Mapping[str, np.ndarray], count_as_zero: bool) -> list[Message]:
    """A warning where empty cells count as 0 and yet such rows have no sink of land."""
    rows = find_unmeasured_land(panel)
    if not count_as_zero or not rows.any() or not any(is_area(name) for name in amounts):
        return []
    template = (
        "{count:row has|rows have} no area of any class, so the land there is unknown and not 0, and totals with it "
        "are missing, although empty cells else count as 0: {rows}."
    )
    return [warning("land-unknown", template, count=int(rows.sum()), rows=panel.cells(rows))]
