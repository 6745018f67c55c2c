"""Fishnets over a planner's units, and their cells as polygons."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core.errors import InputError
from ..core.messages import Message, note, sentence
from ..core.progress import Progress, Silent, advance
from ..raster.bands import open_dataset
from ..raster.grid import Grid, crs_name
from ..raster.zonal.fishnet import Fishnet, equal_area_crs, fishnet_along, square_fishnet
from .grid_edges import edges_in
from .polygons import UnitPolygons
from .rasters import source_of_layer

_CELLS_BETWEEN_LOOKS = 1_000  # at Cancel


class NoCellsError(InputError):
    template = sentence("Neither a size of cells nor a raster whose cells are taken is given.")
    remedy = sentence("Fill in “Side of a cell” (CELL_SIZE), or choose a raster (GRID_RASTER).")


class TwoNetsError(InputError):
    template = sentence("Cells are given twice: by a side of {side} m and by the raster “{raster}”.")
    remedy = sentence("Leave one of the two empty.")


def find_fishnet(
    units: UnitPolygons,
    land_cover: Grid,
    side: float | None,
    *,
    raster: QgsRasterLayer | None,
    context: QgsCoordinateTransformContext,
    progress: Progress = Silent(),
) -> Fishnet:
    """The cells over ``units``: squares of ``side`` metres, or those of ``raster``.

    Args:
        land_cover: the grid of the first raster of land cover; squares are laid in its CRS where that is equal-area.

    Raises ``NoCellsError``, ``TwoNetsError``, ``TooManyCellsError`` and what moving the outlines raises.
    """
    if raster is not None and side is not None:
        raise TwoNetsError(side=side, raster=raster.name())
    edges_for = edges_in(units, context, progress)
    if raster is not None:
        source = source_of_layer(raster)
        grid = Grid.from_dataset(open_dataset(source), source.name, source.crs_wkt)
        return fishnet_along(grid, edges_for(grid).extent)
    if side is None:
        raise NoCellsError
    crs_wkt = equal_area_crs(land_cover.crs_wkt, edges_for(land_cover).extent)
    squares = Grid(1, 1, (0.0, side, 0.0, 0.0, 0.0, -side), crs_wkt, 1, 1)
    return square_fishnet(crs_wkt, edges_for(squares).extent, side)


def cell_polygons(net: Fishnet, cells: np.ndarray, progress: Progress = Silent()) -> list[QgsGeometry]:
    """The squares of ``cells`` (n,), whole ones, in the CRS of the net. Raises ``Cancelled``."""
    squares = []
    for number, corners in enumerate(net.corners(cells).tolist()):
        if number % _CELLS_BETWEEN_LOOKS == 0:
            advance(progress, number / len(cells))
        squares.append(QgsGeometry.fromRect(QgsRectangle(*corners)))
    return squares


def crs_of(net: Fishnet) -> QgsCoordinateReferenceSystem:
    """The CRS of the net."""
    return QgsCoordinateReferenceSystem.fromWkt(net.grid.crs_wkt)


def remarks_on_fishnet(net: Fishnet, cells: np.ndarray) -> list[Message]:
    """How large the cells are, in which CRS, and how many hold land of a unit."""
    template = "A net of {columns} x {rows} cells of {size} in {crs}; {count:cell holds|cells hold} land of a unit."
    values = {"columns": net.grid.width, "rows": net.grid.height, "size": net.size}
    return [note("fishnet", template, crs=crs_name(net.grid.crs_wkt), count=len(np.unique(cells)), **values)]
