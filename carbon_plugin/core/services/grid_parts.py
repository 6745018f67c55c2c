"""What the raster room counts for the cells of a net, as this room takes it."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ..land_use.areas import CodeCounts


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
