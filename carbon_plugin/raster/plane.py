"""A plane to measure in: the layer's own CRS where lengths are true in it, else an equal-area one about the region."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from osgeo import osr

from ..core.errors import InputError
from ..core.messages import Message, note, sentence, warning
from ..core.space.bent_edges import middle_of_longitudes
from .cell_areas import transformed
from .grid import crs_name, spatial_reference

TURN = 360.0
ROUNDING = 1e-6  # degrees beyond a pole that are no fault
TRUE = 0.01  # how far lengths may be from the truth in a layer's own CRS
STEP = 500.0  # metres over which lengths are compared


class NoPlaceError(InputError):
    template = sentence("“{layer}” ({crs}) has no place on Earth where its {extent} lies, so nothing can be measured.")
    remedy = sentence("Check its coordinate reference system.")


@dataclass(frozen=True)
class Plane:
    """``crs_wkt``: of the plane, in metres; ``is_own``: whether it is the layer's own; ``layer_wkt``: the layer's.

    ``west``: of a layer in degrees, the longitude where its map begins; None elsewhere. ``stretch``: how far lengths on
    the plane are from the truth where the layer reaches farthest from the middle.
    """

    crs_wkt: str
    layer_wkt: str
    is_own: bool
    west: float | None = None
    stretch: float = 0.0

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: transformations are made there anew."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @cached_property
    def _there(self) -> osr.CoordinateTransformation:
        return osr.CoordinateTransformation(spatial_reference(self.layer_wkt), spatial_reference(self.crs_wkt))

    @cached_property
    def _back(self) -> osr.CoordinateTransformation:
        return osr.CoordinateTransformation(spatial_reference(self.crs_wkt), spatial_reference(self.layer_wkt))

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 2) of the layer on the plane, NaN where they have no place there."""
        points = np.asarray(points, dtype=float)
        if self.is_own:
            return points
        places = transformed(self._there, points)
        if self.west is not None:  # PROJ finds a place for any number of degrees
            places[(np.abs(points) > (2 * TURN, TURN / 4 + ROUNDING)).any(axis=1)] = np.nan
        return places

    def unproject(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 2) of the plane in the layer's CRS."""
        if self.is_own:
            return np.asarray(points, dtype=float)
        places = transformed(self._back, points)
        if self.west is not None:
            places[:, 0] = self.west + (places[:, 0] - self.west) % TURN
        return places

    def remarks_on_plane(self, layer: str) -> list[Message]:
        """In which CRS ``layer`` was measured."""
        if self.is_own:
            name = crs_name(self.crs_wkt)
            return [note("measured-in-own-crs", "“{layer}” is measured in its own CRS, {crs}.", layer=layer, crs=name)]
        return [
            note(
                "measured-on-plane",
                "Lengths are not true in {crs}, so “{layer}” is measured in an equal-area projection about its middle: "
                "{plane}.",
                crs=crs_name(self.layer_wkt),
                layer=layer,
                plane=spatial_reference(self.crs_wkt).ExportToProj4().strip(),
            ),
            *self._remarks_on_stretch(layer),
        ]

    def _remarks_on_stretch(self, layer: str) -> list[Message]:
        if self.stretch <= TRUE:
            return []
        template = (
            "“{layer}” reaches so far that no plane is true everywhere: lengths and directions at its rim are up to "
            "{percent} % from the truth. Measure its parts, such as provinces, each on their own."
        )
        return [warning("plane-not-true", template, layer=layer, percent=round(100 * self.stretch, 1))]


def find_plane(layer_wkt: str, boxes: np.ndarray, layer: str, *, on_earth: np.ndarray | None = None) -> Plane:
    """The plane for a layer in ``layer_wkt`` that reaches over ``boxes``, (n, 4): west, south, east, north.

    ``on_earth``: the same in degrees, of its parts, where that is known better. Raises ``NoPlaceError``.
    """
    crs = spatial_reference(layer_wkt)
    boxes = np.asarray(boxes, dtype=float).reshape(-1, 4)
    extent = (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    places = _corners(crs, boxes) if on_earth is None else _corners_of(on_earth)
    if not len(places):
        raise NoPlaceError(layer=layer, crs=crs_name(layer_wkt), extent=[float(f"{side:.8g}") for side in extent])
    longitude = middle_of_longitudes(places[..., 0].min(axis=1), places[..., 0].max(axis=1))
    latitude = float(places[..., 1].min() + places[..., 1].max()) / 2
    about = osr.SpatialReference()
    about.ImportFromProj4(
        f"+proj=laea +lat_0={latitude:.4f} +lon_0={longitude:.4f} +datum=WGS84 +units=m +no_defs +type=crs"
    )
    west = (0.0 if extent[0] >= 0.0 and extent[2] > TURN / 2 else -TURN / 2) if crs.IsGeographic() else None
    stretch = _stretch(places.reshape(-1, 2), longitude, latitude)
    plane = Plane(about.ExportToWkt(["FORMAT=WKT2_2019"]), layer_wkt, False, west, stretch)
    if crs.IsProjected() and crs.GetLinearUnits() == 1.0 and _is_true(plane, extent):
        return Plane(layer_wkt, layer_wkt, True)
    return plane


def _corners(crs: osr.SpatialReference, boxes: np.ndarray) -> np.ndarray:
    """Longitude and latitude (m, 5, 2) of the middle and corners of the boxes on Earth; each box in one turn."""
    earth = osr.SpatialReference()
    earth.ImportFromEPSG(4326)
    earth.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    points = _corners_of(boxes)
    if not crs.IsGeographic():
        points = transformed(osr.CoordinateTransformation(crs, earth), points.reshape(-1, 2)).reshape(points.shape)
        points[..., 0] -= TURN * np.rint((points[..., 0] - points[:, :1, 0]) / TURN)
    on_earth = np.isfinite(points).all(axis=(1, 2)) & (np.abs(points[..., 1]) <= TURN / 4).all(axis=1)
    return points[on_earth & (np.abs(points[..., 0]) <= 2 * TURN).all(axis=1)]


def _corners_of(boxes: np.ndarray) -> np.ndarray:
    """The middle and the corners (n, 5, 2) of boxes (n, 4)."""
    west, south, east, north = boxes.T
    x = np.stack([(west + east) / 2, west, east, west, east], axis=1)
    y = np.stack([(south + north) / 2, south, south, north, north], axis=1)
    return np.stack([x, y], axis=-1)


def _stretch(places: np.ndarray, longitude: float, latitude: float) -> float:
    """How far lengths are from the truth in the farthest of ``places`` (n, 2): 1 / cos(c / 2) - 1 (Snyder 24-1)."""
    (x, y), (x0, y0) = np.radians(places).T, np.radians([longitude, latitude])
    cosine = np.sin(y0) * np.sin(y) + np.cos(y0) * np.cos(y) * np.cos(x - x0)
    return float(1.0 / np.sqrt((1.0 + cosine.min()) / 2.0) - 1.0) if cosine.min() > -1.0 else np.inf


def _is_true(plane: Plane, extent: tuple[float, float, float, float]) -> bool:
    """True if lengths in every direction are those of the plane, in the corners and the middle."""
    west, south, east, north = extent
    x, y = np.meshgrid([west, (west + east) / 2, east], [south, (south + north) / 2, north])
    x, y = x.ravel(), y.ravel()
    corners = [np.column_stack([x + dx, y + dy]) for dx, dy in ((-STEP, 0), (STEP, 0), (0, -STEP), (0, STEP))]
    left, right, below, above = (plane.project(points) for points in corners)
    steps = np.stack([right - left, above - below], axis=-1) / (2 * STEP)
    if not np.isfinite(steps).all():
        return False
    scales = np.linalg.svd(steps, compute_uv=False)
    return bool(np.abs(scales - 1.0).max() <= TRUE)
