"""True areas of raster cells on an ellipsoid of revolution.

A cell between two parallels and two meridians has a closed form, the authalic function q of Snyder 1987 (*Map
projections: a working manual*, Eq. 3-12). A cell of any other projection has the area that its corners span on the
ellipsoid, taken here as a scale: square metres on the ground for one square metre on the map.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

QUARTER_TURN = np.pi / 2


@dataclass(frozen=True)
class Ellipsoid:
    """``semi_major_axis`` in metres; ``eccentricity_squared`` e² = f (2 - f), 0 for a sphere."""

    semi_major_axis: float
    eccentricity_squared: float = 0.0
    name: str = ""

    @classmethod
    def from_inverse_flattening(cls, semi_major_axis: float, inverse_flattening: float, name: str = "") -> Ellipsoid:
        """The ellipsoid by 1/f, where 0 stands for a sphere, as geodetic registries write it."""
        flattening = 1.0 / inverse_flattening if inverse_flattening else 0.0
        return cls(semi_major_axis, flattening * (2.0 - flattening), name)


def geographic_cell_areas(latitudes: np.ndarray, height: float, width: float, *, ellipsoid: Ellipsoid) -> np.ndarray:
    """Areas in m² of cells bounded by parallels and meridians.

    Args:
        latitudes: of the cells' centres (n,), radians.
        height, width: of a cell, radians; one that reaches beyond a pole ends there.
        ellipsoid: axes in metres.

    Area = a²/2 · width · (q(north) - q(south)), q of Snyder 1987, Eq. 3-12. The difference of the two q is written
    out, so that it keeps all digits for cells of any size: with s = sin of latitude and d = s2 - s1,
    q2 - q1 = (1 - e²) [ d (1 + e² s1 s2) / ((1 - e² s1²)(1 - e² s2²)) + artanh(e d / (1 - e² s1 s2)) / e ];
    on a sphere, e = 0, this is 2 d.

    An eighth of a sphere of radius 1:

    >>> areas = geographic_cell_areas([np.pi / 4], np.pi / 2, np.pi / 2, ellipsoid=Ellipsoid(1.0))
    >>> round(float(areas[0] / np.pi), 12)
    0.5
    """
    latitudes = np.asarray(latitudes, dtype=np.float64)
    south, north = latitudes - 0.5 * height, latitudes + 0.5 * height
    cut = (south < -QUARTER_TURN) | (north > QUARTER_TURN)
    south, north = np.clip(south, -QUARTER_TURN, QUARTER_TURN), np.clip(north, -QUARTER_TURN, QUARTER_TURN)
    middle = np.where(cut, 0.5 * (south + north), latitudes)
    half = np.where(cut, 0.5 * (north - south), 0.5 * height)  # not north - south, which has lost digits

    e2 = ellipsoid.eccentricity_squared
    s1, s2 = np.sin(south), np.sin(north)
    d = 2.0 * np.cos(middle) * np.sin(half)
    ratio = d / (1.0 - e2 * s1 * s2)
    inverse_tangent = np.arctanh(np.sqrt(e2) * ratio) / np.sqrt(e2) if e2 else ratio
    q = (1.0 - e2) * (d * (1.0 + e2 * s1 * s2) / ((1.0 - e2 * s1**2) * (1.0 - e2 * s2**2)) + inverse_tangent)
    return 0.5 * ellipsoid.semi_major_axis**2 * width * q


def areal_scale(longitudes: np.ndarray, latitudes: np.ndarray, distance: float, *, ellipsoid: Ellipsoid) -> np.ndarray:
    """Square metres on the ellipsoid for one square unit of the map, at n places; infinite longitudes give NaN.

    Args:
        longitudes, latitudes: (4, n) in radians, where the map points lie that are ``distance`` west, east, south and
            north of each place.
        distance: in units of the map.
        ellipsoid: axes in metres.

    The four span a parallelogram in space, so neither the pole nor the date
    line is special; the error is of the order (distance on the ground / radius)², 6e-9 for half a kilometre.

    >>> longitudes, latitudes = 0.001 * np.array([[[-1], [1], [0], [0]], [[0], [0], [-1], [1]]])
    >>> areal_scale(longitudes, latitudes, 0.001, ellipsoid=Ellipsoid(1.0)).round(5).tolist()
    [1.0]
    """
    west, east, south, north = surface_points(longitudes, latitudes, ellipsoid)
    across, along = east - west, north - south
    return np.linalg.norm(np.cross(across, along), axis=-1) / (2.0 * distance) ** 2


def surface_points(longitudes: np.ndarray, latitudes: np.ndarray, ellipsoid: Ellipsoid) -> np.ndarray:
    """Geocentric coordinates in metres, shape (..., 3), of places given in radians; infinite places give NaN.

    Args:
        longitudes, latitudes: (...) in radians.
        ellipsoid: axes in metres.

    >>> surface_points(np.array([0.0]), np.array([0.0]), Ellipsoid(2.0)).tolist()
    [[2.0, 0.0, 0.0]]
    """
    with np.errstate(invalid="ignore"):
        sine, cosine = np.sin(latitudes), np.cos(latitudes)
        e2 = ellipsoid.eccentricity_squared
        prime_vertical = ellipsoid.semi_major_axis / np.sqrt(1.0 - e2 * sine**2)
        return np.stack(
            [
                prime_vertical * cosine * np.cos(longitudes),
                prime_vertical * cosine * np.sin(longitudes),
                prime_vertical * (1.0 - e2) * sine,
            ],
            axis=-1,
        )
