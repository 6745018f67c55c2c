"""A plane to measure in: the layer's own CRS where lengths are true in it, else an equal-area one about the region."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from osgeo import osr

from ..core.errors import InputError
from ..core.messages import Message, note, sentence
from .cell_areas import transformed
from .grid import crs_name, spatial_reference

TRUE = 0.01  # how far lengths may be from the truth in a layer's own CRS
STEP = 500.0  # metres over which lengths are compared


class NoPlaceError(InputError):
    template = sentence("“{layer}” ({crs}) has no place on Earth where its {extent} lies, so nothing can be measured.")
    remedy = sentence("Check its coordinate reference system.")


@dataclass(frozen=True)
class Plane:
    """``crs_wkt``: of the plane, in metres; ``is_own``: whether it is the layer's own; ``layer_wkt``: the layer's."""

    crs_wkt: str
    layer_wkt: str
    is_own: bool

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
        return np.asarray(points, dtype=float) if self.is_own else transformed(self._there, points)

    def unproject(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 2) of the plane in the layer's CRS."""
        return np.asarray(points, dtype=float) if self.is_own else transformed(self._back, points)

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
            )
        ]


def find_plane(layer_wkt: str, extent: tuple[float, float, float, float], layer: str) -> Plane:
    """The plane for a layer in ``layer_wkt`` that reaches over ``extent`` (west, south, east, north).

    Raises ``NoPlaceError``.
    """
    crs = spatial_reference(layer_wkt)
    west, south, east, north = extent
    middle = np.array([[(west + east) / 2, (south + north) / 2]])
    places = osr.SpatialReference()
    places.ImportFromEPSG(4326)
    places.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    longitude, latitude = transformed(osr.CoordinateTransformation(crs, places), middle)[0]
    if not np.isfinite([longitude, latitude]).all():
        raise NoPlaceError(layer=layer, crs=crs_name(layer_wkt), extent=[float(f"{side:.8g}") for side in extent])
    about = osr.SpatialReference()
    about.ImportFromProj4(
        f"+proj=laea +lat_0={latitude:.4f} +lon_0={longitude:.4f} +datum=WGS84 +units=m +no_defs +type=crs"
    )
    plane = Plane(about.ExportToWkt(["FORMAT=WKT2_2019"]), layer_wkt, False)
    if crs.IsProjected() and crs.GetLinearUnits() == 1.0 and _is_true(plane, extent):
        return Plane(layer_wkt, layer_wkt, True)
    return plane


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
