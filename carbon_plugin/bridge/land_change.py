"""Land cover of several dates on one grid, and the units, or the whole raster, to count it in."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer

from ..core.land_use.transition_tables import ALL_CLASSES
from ..core.messages import Message
from ..raster.zonal.edges import Edges
from ..raster.zonal.grid_years import YearRaster
from ..raster.zonal.one_grid import on_one_grid
from ..raster.zonal.transitions import whole_raster
from .polygons import UnitPolygons
from .rasters import edges_in, land_cover_of_years

WHOLE = ALL_CLASSES  # the key of the one unit that the whole raster is


def read_dates(
    layers: Sequence[QgsRasterLayer], years: Sequence[int], resample: str
) -> tuple[list[YearRaster], list[Message]]:
    """The land cover of every year on one grid, and what to say of it; ``resample`` as of ``on_one_grid``.

    Raises, all at once, the errors of ``land_cover_of_years``; then ``DatesOnGridsError``.
    """
    return on_one_grid(land_cover_of_years(layers, years), resample)


def units_on(
    units: UnitPolygons | None, dates: Sequence[YearRaster], context: QgsCoordinateTransformContext
) -> tuple[Edges, list[str]]:
    """The outlines of the units in the CRS of the dates, and their keys; without units, the whole raster."""
    if units is None:
        return whole_raster(dates), [WHOLE]
    return edges_in(units, context)(dates[0].land_cover.grid), units.keys
