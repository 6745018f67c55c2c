"""Land cover of several dates on one grid, and the units, or the whole raster, to count it in."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer

from ..core.land_use.legend import Legend
from ..core.land_use.transition_tables import ALL_CLASSES
from ..core.messages import Message
from ..core.progress import Part, Progress, Silent, advance
from ..core.space.ellipse import Moments
from ..raster.grid import same_crs
from ..raster.plane import Plane, find_plane
from ..raster.zonal.class_moments import ClassMoments, class_moments, layout_of
from ..raster.zonal.edges import Edges
from ..raster.zonal.grid_years import YearRaster
from ..raster.zonal.moment_checks import check_moments, remarks_on_moments
from ..raster.zonal.one_grid import on_one_grid
from ..raster.zonal.transitions import outline_of_grid, whole_raster
from ..raster.zonal.unit_sizes import UnitSizes
from .grid_edges import edges_in, sizes_of
from .moved_polygons import boxes_of
from .polygons import UnitPolygons
from .rasters import land_cover_of_years

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
    *,
    progress: Progress = Silent(),
) -> tuple[Edges, UnitSizes | None, list[str]]:
    """The outlines of the units in the CRS of the dates, their sizes, and their keys; without units, the whole raster.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    if units is None:
        return whole_raster(dates), None, [WHOLE]
    edges = edges_in(units, context, progress)(dates[0].land_cover.grid)
    return edges, sizes_of(units, context, progress), units.keys


@dataclass
class MomentsByYear:
    """The sums of each class and year: ``groups``, ``years`` (n,) beside ``moments`` (n,), from ``origin`` on.

    ``rasters``, ``of_years``, ``unknown``: for each raster its name, its year, and the codes that the legend lacks.
    """

    moments: Moments
    groups: list[str]
    years: list[int]
    plane: Plane
    origin: np.ndarray
    rasters: list[str]
    of_years: list[int]
    unknown: list[set[int]]
    notes: list[Message] = field(default_factory=list)


def count_class_moments(
    layers: Sequence[QgsRasterLayer],
    years: Sequence[int],
    legend: Legend,
    *,
    units: UnitPolygons | None,
    context: QgsCoordinateTransformContext,
    executor: Executor | None = None,
    progress: Progress = Silent(),
) -> MomentsByYear:
    """Where the classes of ``legend`` lie in each year, within ``units`` where they are given.

    Raises the errors of ``land_cover_of_years``, ``find_plane``, ``class_moments`` and ``check_moments``.
    """
    dates = land_cover_of_years(layers, years)
    start = Part(progress, 0.0, 0.0)  # outlines take little of the time
    outlines = edges_in(units, context, start) if units else outline_of_grid
    alike: dict[object, list[int]] = {}  # places of the dates that are read in one go
    for place, date in enumerate(dates):
        alike.setdefault(layout_of(date.land_cover), []).append(place)
    of_layout = {layout: outlines(dates[places[0]].land_cover.grid) for layout, places in alike.items()}
    edges = [of_layout[layout_of(date.land_cover)] for date in dates]
    first = dates[0].land_cover
    on_earth = boxes_of(units, context, start) if units else None
    extent = np.array(edges[0].extent or first.grid.extent)
    plane = find_plane(first.grid.crs_wkt, extent, first.name, on_earth=on_earth)
    numbers = {name: number for number, name in enumerate(legend.classes, start=1)}
    number_of = {entry.value: numbers.get(entry.class_name, 0) for entry in legend.entries}
    by_place: dict[int, ClassMoments] = {}
    for places in alike.values():
        wkt = dates[places[0]].land_cover.grid.crs_wkt
        of_dates = Plane(plane.crs_wkt, wkt, same_crs(plane.crs_wkt, wkt))
        done = len(by_place)
        part = Part(progress, done / len(dates), (done + len(places)) / len(dates))
        options = {"like": by_place.get(0), "executor": executor, "progress": part}
        together = [dates[place] for place in places]
        by_place.update(zip(places, class_moments(together, edges[places[0]], number_of, plane=of_dates, **options)))
    found = [by_place[place] for place in range(len(dates))]
    keys = units.keys if units else [WHOLE]
    check_moments(dates, edges, found, keys=keys, check=lambda: advance(progress, 1.0))
    sizes = sizes_of(units, context, Part(progress, 1.0, 1.0)) if units else None
    met = [name for name, number in numbers.items() if any(one.cells[number] for one in found)]
    of_sums = [(name, year) for name in met for year in sorted({date.year for date in dates})]
    sums = [_sum_of(found, [date.year for date in dates], numbers[name], year) for name, year in of_sums]
    return MomentsByYear(
        Moments(*np.array(sums).T.reshape(6, -1)),
        [name for name, _ in of_sums],
        [year for _, year in of_sums],
        plane,
        np.array(found[0].origin),
        [date.land_cover.name for date in dates],
        [date.year for date in dates],
        [one.unknown for one in found],
        [*plane.remarks_on_plane(first.name), *remarks_on_moments(dates, found, sizes)],
    )


def _sum_of(found: Sequence[ClassMoments], years: Sequence[int], number: int, year: int) -> np.ndarray:
    """The sums (6,) of a class in a year, over all parts of its raster."""
    parts = [one.moments for one, of_year in zip(found, years) if of_year == year]
    return sum(np.array([getattr(part, name)[number] for name in part.__dataclass_fields__]) for part in parts)
