"""Land cover of several dates on one grid, and the units, or the whole raster, to count it in."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer

from ..core.land_use.transition_tables import ALL_CLASSES
from ..core.messages import Message
from ..core.progress import Progress, Silent
from ..raster.zonal.edges import Edges
from ..raster.zonal.grid_years import YearRaster
from ..raster.zonal.one_grid import on_one_grid
from ..raster.zonal.transitions import whole_raster
from ..raster.zonal.unit_sizes import UnitSizes
from .polygons import UnitPolygons
from .rasters import edges_in, land_cover_of_years, sizes_of

WHOLE = ALL_CLASSES  # the key of the one unit that the whole raster is


def read_dates(
    layers: Sequence[QgsRasterLayer], years: Sequence[int], resample: str
) -> tuple[list[YearRaster], list[Message]]:
    """The land cover of every year on one grid, and what to say of it; ``resample`` as of ``on_one_grid``.

    Raises, all at once, the errors of ``land_cover_of_years``; then ``DatesOnGridsError``.
    """
    return on_one_grid(land_cover_of_years(layers, years), resample)


def units_on(
    units: UnitPolygons | None,
    dates: Sequence[YearRaster],
    context: QgsCoordinateTransformContext,
    progress: Progress = Silent(),
) -> tuple[Edges, UnitSizes | None, list[str]]:
    """The outlines of the units in the CRS of the dates, their sizes, and their keys; without units, the whole raster.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    if units is None:
        return whole_raster(dates), None, [WHOLE]
    edges = edges_in(units, context, progress)(dates[0].land_cover.grid)
    return edges, sizes_of(units, context, progress), units.keys
