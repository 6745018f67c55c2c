"""A fishnet over a region: square cells of an equal-area projection, or the cells of a grid continued without limit."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from osgeo import osr

from ...core.errors import InputError
from ...core.measures import SQUARE_METRES_PER_HECTARE
from ...core.messages import sentence
from ..cell_areas import EQUAL_AREA, cell_areas, places_on, transformed
from ..grid import Grid, spatial_reference

MOST_CELLS = 2_000_000
_HAIR = 1e-9  # of a cell: what rounding may carry an outline beyond a line


class TooManyCellsError(InputError):
    template = sentence("Cells of {size} would make a fishnet of {columns} x {rows}, more than {most} cells.")
    remedy = sentence("Choose larger cells.")


@dataclass(frozen=True)
class Fishnet:
    """``grid``: its cells, numbered from 0 along the rows; ``size``: of a cell, as messages write it."""

    grid: Grid
    size: str

    @property
    def cell_count(self) -> int:
        """How many cells the rectangle has, those outside the region too."""
        return self.grid.width * self.grid.height

    def names(self, cells: np.ndarray) -> list[str]:
        """What cells (n,) are called: row and column, counted from 1 at the corner where the grid begins.

        >>> net = Fishnet(Grid(12, 3, (0.0, 1.0, 0.0, 3.0, 0.0, -1.0), "", 1, 1), "1 m")
        >>> net.names(np.array([0, 25]))
        ['R1C01', 'R3C02']
        """
        across, down = len(str(self.grid.width)), len(str(self.grid.height))
        rows, columns = np.divmod(cells, self.grid.width)
        return [f"R{row + 1:0{down}d}C{column + 1:0{across}d}" for row, column in zip(rows.tolist(), columns.tolist())]

    def corners(self, cells: np.ndarray) -> np.ndarray:
        """West, south, east, north of cells (n,) in the CRS of the grid: (n, 4)."""
        left, width, _, top, _, height = self.grid.geotransform
        rows, columns = np.divmod(cells, self.grid.width)
        xs = np.sort(np.stack([left + columns * width, left + (columns + 1) * width]), axis=0)
        ys = np.sort(np.stack([top + rows * height, top + (rows + 1) * height]), axis=0)
        return np.column_stack([xs[0], ys[0], xs[1], ys[1]])

    def hectares(self, cells: np.ndarray) -> np.ndarray:
        """True areas of cells (n,), whole ones."""
        areas = cell_areas(self.grid, self.size)
        if areas.every_ha is not None:
            return np.full(len(cells), areas.every_ha)
        rows, columns = np.divmod(cells, self.grid.width)
        found = np.empty(len(cells))
        for row in np.unique(rows).tolist():
            table = areas.window(row, row + 1, 0, right=self.grid.width)
            at = np.flatnonzero(rows == row)
            beyond = table.beyond_of(np.zeros(1, int), np.zeros(len(at), int), lambda at=at: columns[at].astype(float))
            found[at] = table.typical + beyond
        return found


def equal_area_crs(crs_wkt: str, extent: tuple[float, float, float, float]) -> str:
    """The CRS for square cells over a raster: its own where that is equal-area, else a cylindrical one.

    On that cylinder about the middle parallels and meridians are straight, so that cells are rectangles of rows and
    columns for every raster by longitude and latitude.

    Args:
        crs_wkt: of the raster.
        extent: west, south, east, north of what matters, in that CRS.
    """
    crs = spatial_reference(crs_wkt)
    if crs.GetAttrValue("PROJECTION") in EQUAL_AREA and crs.GetLinearUnits() == 1.0:
        return crs_wkt
    places = places_on(crs)
    west, south, east, north = extent
    middle = np.array([[(west + east) / 2, (south + north) / 2]])
    longitude, latitude = transformed(osr.CoordinateTransformation(crs, places), middle)[0]
    cylinder = osr.SpatialReference()
    cylinder.SetProjCS("Lambert cylindrical equal-area")
    cylinder.CopyGeogCSFrom(places)
    cylinder.SetCEA(round(abs(float(latitude)), 1), round(float(longitude), 1), 0.0, 0.0)
    cylinder.SetLinearUnits("metre", 1.0)
    return cylinder.ExportToWkt(["FORMAT=WKT2_2019"])


def square_fishnet(crs_wkt: str, extent: tuple[float, float, float, float], side: float) -> Fishnet:
    """Square cells of ``side`` metres over ``extent``, on lines at multiples of the side.

    Args:
        crs_wkt: in metres.
        extent: west, south, east, north of the region in that CRS.
        side: metres.

    Raises ``TooManyCellsError``.
    """
    return _over(Grid(1, 1, (0.0, side, 0.0, 0.0, 0.0, -side), crs_wkt, 1, 1), extent, f"{side:,.6g} m")


def fishnet_along(grid: Grid, extent: tuple[float, float, float, float]) -> Fishnet:
    """The cells of ``grid``, continued without limit, over ``extent`` (of the region, in the grid's CRS).

    Raises ``TooManyCellsError``.
    """
    _, width, _, _, _, height = grid.geotransform
    return _over(grid, extent, f"{abs(width):.6g} x {abs(height):.6g}")


def _over(grid: Grid, extent: tuple[float, float, float, float], size: str) -> Fishnet:
    left, width, _, top, _, height = grid.geotransform
    west, south, east, north = extent
    columns, rows = (
        sorted((low, high)) for low, high in (
            ((west - left) / width, (east - left) / width), ((south - top) / height, (north - top) / height),
        )
    )  # fmt: skip
    first_column, first_row = (math.floor(low + _HAIR) for low, _ in (columns, rows))
    across, down = (max(1, math.ceil(high - _HAIR) - first) for (_, high), first in
                    ((columns, first_column), (rows, first_row)))  # fmt: skip
    if across * down > MOST_CELLS:
        raise TooManyCellsError(size=size, columns=across, rows=down, most=float(MOST_CELLS))
    begin = (left + first_column * width, width, 0.0, top + first_row * height, 0.0, height)
    return Fishnet(Grid(across, down, begin, grid.crs_wkt, 1, 1), size)


def square_hectares(side: float) -> float:
    """The area of a square of ``side`` metres.

    >>> square_hectares(1000.0)
    100.0
    """
    return side * side / SQUARE_METRES_PER_HECTARE
