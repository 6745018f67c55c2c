"""What was counted in one year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class YearAreas:
    """What was counted in one year, as ``core.land_use.areas`` takes it.

    ``values`` (c,): the codes met in the units, rising, without nodata; ``cells`` (u, c) int64 and ``area_ha`` (u, c)
    float64: of each code in each unit; ``unit_cells`` (u,): all cells whose centre lies in the unit, on the raster or
    beyond it; ``nodata_cells`` (u,): those on the raster that have no code. ``crs``: the name of the grid's.
    """

    year: int
    raster: str
    values: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray
    unit_cells: np.ndarray
    nodata_cells: np.ndarray
    crs: str = ""
