"""What is known of the cells of a net: what the raster room counts, and what this room makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pandas as pd

from ..land_use.areas import CodeCounts
from ..messages import Message


class Parts(Protocol):
    """One year of parts of units in cells, as ``raster.zonal.unit_cells`` counts them.

    ``unit``, ``cell`` (p,); ``values`` (c,) codes; ``area_ha`` (p, c); ``whole_ha`` (p,) with cells that have no code;
    ``share`` (p,) of the cell; ``of_units``: the same in whole units.
    """

    year: int
    values: np.ndarray
    unit: np.ndarray
    cell: np.ndarray
    area_ha: np.ndarray
    whole_ha: np.ndarray
    share: np.ndarray
    of_units: CodeCounts


@dataclass(frozen=True, eq=False)
class GridIntensity:
    """``frame``: a row a cell and year; ``cells``: the number of the cell of each row. ``check``: sums against units.

    Columns of ``frame``: ``cell`` (its name), ``year``, ``area_ha`` inside the region, ``inside`` (0 to 1),
    ``<class>_ha``, ``ce``, ``cs``, ``nce`` (t C a year), ``esv`` (10^4 currency a year), ``ce_t_km2``, ``nce_t_km2``,
    ``esv_km2``. Of ``check``: ``unit``, ``year``, ``column``, ``cells_sum``, ``unit_sum``, ``difference``.
    """

    frame: pd.DataFrame
    cells: np.ndarray
    check: pd.DataFrame
    notes: list[Message] = field(default_factory=list)
