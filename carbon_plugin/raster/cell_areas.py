"""What a cell of a grid measures: from its projection, or on the ellipsoid of its CRS."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Callable

import numpy as np
from osgeo import osr

from ..core.errors import InputError
from ..core.measures import SQUARE_METRES_PER_HECTARE
from ..core.messages import sentence
from ..core.space.cell_area import Ellipsoid, areal_scale, geographic_cell_areas
from .gdal_calls import call
from .grid import Grid, spatial_reference

ELLIPSOIDAL, PLANAR = "ellipsoidal", "planar"

# Projections that PROJ computes equal-area on the ellipsoid itself. Mollweide, Eckert, Goode and others are computed
# as if the ellipsoid were a sphere, and on it are not equal-area (by up to 0.7 percent): they go by their scale.
EQUAL_AREA = frozenset(
    {
        "Albers_Conic_Equal_Area",
        "Lambert_Azimuthal_Equal_Area",
        "Cylindrical_Equal_Area",
        "Sinusoidal",
        "Equal Earth",
        "Bonne",
    }
)
NODE_DISTANCE = 10_000.0  # m between places where the scale is computed; between them it is as good as straight
SCALE_DISTANCE = 500.0  # m to either side of such a place


class PlanarDegreesError(InputError):
    template = sentence("“{raster}” is in {crs}, whose coordinates are angles: a cell has no planar area.")
    remedy = sentence("Choose ellipsoidal areas, or warp the raster to an equal-area projection.")


class NoEllipsoidError(InputError):
    template = sentence(
        "“{raster}” is in {crs}, which is not tied to an ellipsoid, so the true area of a cell is unknown."
    )
    remedy = sentence("Choose planar areas, or assign the raster its CRS.")


class OutsideProjectionError(InputError):
    template = sentence("“{raster}”: {crs} has no place on the ground for rows {first_row} to {last_row}.")
    remedy = sentence("Check the raster's CRS, or choose planar areas.")


@dataclass(frozen=True)
class AreaTable:
    """Areas of the cells of a window, in hectares.

    ``typical``: one area for all; what a cell has beyond it stands in ``beyond`` (rows, nodes), where node n lies at
    column ``n * step`` of the window and the columns between are interpolated. One node: the same along the row.
    ``beyond`` is None where all cells are alike.
    """

    typical: float
    beyond: np.ndarray | None = None
    step: int = 1

    def beyond_of(self, row: np.ndarray, span: np.ndarray, column: Callable[[], np.ndarray]) -> np.ndarray:
        """What runs of cells have beyond the typical area, for a cell, (runs,).

        ``row`` (spans,): of each span; ``span`` (runs,): the span of each run; ``column()`` (runs,): the middle of each
        run, which may lie between two columns, asked for only where it matters.
        """
        nodes = self.beyond.shape[1]
        if nodes == 1:
            return self.beyond[row, 0].take(span)
        position = column() / self.step
        node = position.astype(np.intp)
        position -= node
        node += (row * nodes).take(span)
        value = self.beyond.ravel()
        left = value.take(node)
        return left + position * (value.take(node + 1) - left)


@dataclass(frozen=True)
class CellAreas:
    """Areas of a grid's cells: ``window(top, bottom, left, right)`` gives those of rows and columns, ends not included.

    ``every_ha``: the hectares of each cell where all are alike, else None; ``ellipsoid``: on which the areas were
    computed, None for planar ones.
    """

    window: Callable[[int, int, int, int], AreaTable]
    ellipsoid: Ellipsoid | None
    every_ha: float | None = None


def cell_areas(grid: Grid, raster: str, method: str = ELLIPSOIDAL) -> CellAreas:
    """How large the cells of ``grid`` are; ``raster`` names it in messages.

    ``planar``: cell width times height in the units of the projection. ``ellipsoidal``: on the CRS's own ellipsoid,
    exact for geographic and equal-area CRS, by the projection's scale for all others.
    Raises ``PlanarDegreesError``, ``NoEllipsoidError``; ``window`` raises ``OutsideProjectionError``.
    """
    crs = spatial_reference(grid.crs_wkt)
    if method == PLANAR:
        if crs.IsGeographic():
            raise PlanarDegreesError(raster=raster, crs=crs.GetName())
        return _constant(_planar_hectares(grid, crs), None)
    if crs.IsLocal() or crs.IsGeocentric() or not (crs.IsGeographic() or crs.IsProjected()):
        raise NoEllipsoidError(raster=raster, crs=crs.GetName())
    ellipsoid = ellipsoid_of(crs)
    if crs.IsGeographic() and not crs.IsDerivedGeographic():
        return CellAreas(_GeographicRows(grid, crs.GetAngularUnits(), ellipsoid).window, ellipsoid)
    if crs.GetAttrValue("PROJECTION") in EQUAL_AREA:
        return _constant(_planar_hectares(grid, crs), ellipsoid)
    return CellAreas(_ScaledCells(grid, crs, ellipsoid, raster=raster).window, ellipsoid)


def ellipsoid_of(crs: osr.SpatialReference) -> Ellipsoid:
    """The ellipsoid of a CRS, by its own name."""
    return Ellipsoid.from_inverse_flattening(
        crs.GetSemiMajor(), crs.GetInvFlattening(), crs.GetAttrValue("SPHEROID") or crs.GetName()
    )


def _planar_hectares(grid: Grid, crs: osr.SpatialReference) -> float:
    # (cell width · cell height) unit² · (m / unit)² · (1 ha / 10 000 m²) = ha
    square_units = abs(grid.geotransform[1] * grid.geotransform[5])
    return square_units * crs.GetLinearUnits() ** 2 / SQUARE_METRES_PER_HECTARE


def _constant(hectares: float, ellipsoid: Ellipsoid | None) -> CellAreas:
    return CellAreas(lambda top, bottom, left, right: AreaTable(hectares), ellipsoid, hectares)


@dataclass(frozen=True)
class _GeographicRows:
    """Cells between parallels and meridians: alike along a row."""

    grid: Grid
    radians: float  # in a unit of the CRS
    ellipsoid: Ellipsoid

    def window(self, top: int, bottom: int, left: int, *, right: int) -> AreaTable:
        _, width, _, origin, _, height = self.grid.geotransform
        latitudes = (origin + (np.arange(top, bottom) + 0.5) * height) * self.radians
        square_metres = geographic_cell_areas(
            latitudes, abs(height) * self.radians, abs(width) * self.radians, ellipsoid=self.ellipsoid
        )
        hectares = square_metres / SQUARE_METRES_PER_HECTARE
        typical = float(hectares[len(hectares) // 2])
        return AreaTable(typical, (hectares - typical)[:, None])


class _ScaledCells:
    """Cells of a projection whose scale changes slowly from place to place: taken at nodes, interpolated between."""

    def __init__(self, grid: Grid, crs: osr.SpatialReference, ellipsoid: Ellipsoid, *, raster: str):
        self._grid, self._crs, self._ellipsoid, self._raster = grid, crs, ellipsoid, raster
        places = places_on(crs)
        self._radians = places.GetAngularUnits()
        self._unproject = osr.CoordinateTransformation(crs, places)
        turned = crs.IsGeographic()  # a rotated pole: coordinates are angles, but not latitude and longitude
        self._unit = crs.GetAngularUnits() * ellipsoid.semi_major_axis if turned else crs.GetLinearUnits()  # m

    def window(self, top: int, bottom: int, left: int, *, right: int) -> AreaTable:
        _, width, _, _, _, height = self._grid.geotransform
        down, across = (max(1, int(NODE_DISTANCE / abs(side * self._unit))) for side in (height, width))
        rows, columns = np.arange(top, bottom + down, down), np.arange(left, right + across, across)  # one beyond
        scale = self._scale(rows, columns)
        if np.isnan(scale).all():
            raise OutsideProjectionError(
                raster=self._raster, crs=self._crs.GetName(), first_row=top, last_row=bottom - 1
            )
        # (m² / square unit) · (cell width · cell height) square units · (1 ha / 10 000 m²) = ha
        hectares = _filled(scale) * abs(width * height) / SQUARE_METRES_PER_HECTARE
        position = np.arange(bottom - top) / down
        node = position.astype(np.intp)
        weight = (position - node)[:, None]
        by_row = hectares[node] * (1.0 - weight) + hectares[node + 1] * weight
        typical = float(np.median(by_row))
        return AreaTable(typical, by_row - typical, across)

    def _scale(self, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """Square metres for a square unit of the map at the centres of cells, (rows, columns); NaN off the ground."""
        left, width, _, top, _, height = self._grid.geotransform
        x, y = np.meshgrid(left + (columns + 0.5) * width, top + (rows + 0.5) * height)
        distance = SCALE_DISTANCE / self._unit
        around = [(x - distance, y), (x + distance, y), (x, y - distance), (x, y + distance)]
        points = np.stack([np.stack(point, axis=-1) for point in around]).reshape(-1, 2)
        places = transformed(self._unproject, points)
        longitudes, latitudes = (places * self._radians).T.reshape(2, 4, -1)
        return areal_scale(longitudes, latitudes, distance, ellipsoid=self._ellipsoid).reshape(x.shape)


def places_on(crs: osr.SpatialReference) -> osr.SpatialReference:
    """Longitude and latitude on the datum of ``crs``."""
    if crs.IsDerivedGeographic():  # its own geographic CRS is itself
        places = osr.SpatialReference()
        places.ImportFromProj4(f"+proj=longlat +a={crs.GetSemiMajor()!r} +b={crs.GetSemiMinor()!r} +no_defs")
    else:
        places = crs.CloneGeogCS()
    places.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return places


def transformed(transformation: osr.CoordinateTransformation, points: np.ndarray) -> np.ndarray:
    """Points (n, 2) in the other CRS, NaN where they have no place there."""
    if not len(points):
        return np.empty((0, 2))
    answer, _ = call(transformation.TransformPoints, points.tolist())
    if answer is None:  # GDAL raises in this process, for all points if one is off the ground
        answers = (call(transformation.TransformPoint, *point)[0] for point in points.tolist())
        answer = [found or (np.nan, np.nan, np.nan) for found in answers]
    each = len(answer[0])
    places = np.fromiter(chain.from_iterable(answer), np.float64, each * len(points)).reshape(len(points), each)[:, :2]
    places[~np.isfinite(places)] = np.nan
    return places


def _filled(scale: np.ndarray) -> np.ndarray:
    """Nodes off the ground take the scale of the nearest node on it, first along the row, then along the column."""
    for axis in (1, 0):
        places = np.arange(scale.shape[axis])
        for line in np.moveaxis(scale, axis, -1):
            known = np.isfinite(line)
            if known.any() and not known.all():
                nearest = np.abs(places[:, None] - places[known]).argmin(axis=1)
                line[:] = line[known][nearest]
    return scale
