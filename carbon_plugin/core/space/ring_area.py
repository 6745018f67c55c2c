"""The area of a ring of places on an ellipsoid, its edges straight in longitude and latitude."""

from __future__ import annotations

import numpy as np

from .cell_area import Ellipsoid

WGS84 = Ellipsoid.from_inverse_flattening(6_378_137.0, 298.257223563, "WGS 84")


def ring_area(longitudes: np.ndarray, latitudes: np.ndarray, ellipsoid: Ellipsoid = WGS84) -> float:
    """Square metres that a closed ring encloses.

    Args:
        longitudes, latitudes: (n,) radians, the first place again at the end; longitudes go on beyond a turn where the
            ring does. A ring that goes once around a pole has no end, hence NaN.
        ellipsoid: axes in metres.

    Area = a²/2 · |sum over edges of the integral of q d(longitude)|, q of Snyder 1987, Eq. 3-12, by Simpson's rule.

    An eighth of a sphere of radius 1:

    >>> longitudes = np.radians(np.concatenate([np.zeros(91), np.full(91, 90.0), [0.0]]))
    >>> latitudes = np.radians(np.concatenate([np.linspace(0, 90, 91), np.linspace(90, 0, 91), [0.0]]))
    >>> round(ring_area(longitudes, latitudes, Ellipsoid(1.0)) / np.pi, 6)
    0.5
    """
    if abs(longitudes[-1] - longitudes[0]) > np.pi:
        return float("nan")
    middle = (latitudes[:-1] + latitudes[1:]) / 2
    base = _authalic(np.array([latitudes.mean()]), ellipsoid)  # small rings keep their digits
    at_ends, at_middle = _authalic(latitudes, ellipsoid) - base, _authalic(middle, ellipsoid) - base
    heights = (at_ends[:-1] + 4.0 * at_middle + at_ends[1:]) / 6.0
    return float(abs(np.diff(longitudes) @ heights) * ellipsoid.semi_major_axis**2 / 2.0)


def ring_areas(
    longitudes: np.ndarray, latitudes: np.ndarray, begins: np.ndarray, *, ellipsoid: Ellipsoid = WGS84
) -> np.ndarray:
    """``ring_area`` of many rings that stand one after the other, (r,) square metres.

    Args:
        longitudes, latitudes: (n,) radians, the first place of each ring again at its end.
        begins: (r + 1,) where each ring begins, and n.
        ellipsoid: axes in metres.

    Two eighths of a sphere of radius 1:

    >>> longitudes = np.radians(np.concatenate([np.zeros(91), np.full(91, 90.0), [0.0]]))
    >>> latitudes = np.radians(np.concatenate([np.linspace(0, 90, 91), np.linspace(90, 0, 91), [0.0]]))
    >>> both = np.tile(longitudes, 2), np.tile(latitudes, 2)
    >>> (ring_areas(*both, np.array([0, 183, 366]), ellipsoid=Ellipsoid(1.0)) / np.pi).round(6).tolist()
    [0.5, 0.5]
    """
    counts = np.diff(begins)
    means = np.add.reduceat(latitudes, begins[:-1]) / counts
    base = np.repeat(_authalic(means, ellipsoid), counts)
    at_ends = _authalic(latitudes, ellipsoid) - base
    at_middle = _authalic((latitudes[:-1] + latitudes[1:]) / 2, ellipsoid) - base[:-1]
    pieces = np.diff(longitudes) * (at_ends[:-1] + 4.0 * at_middle + at_ends[1:]) / 6.0
    pieces[begins[1:-1] - 1] = 0.0  # from the end of a ring to the next is no edge
    sums = np.add.reduceat(np.append(pieces, 0.0), begins[:-1])
    areas = np.abs(sums) * ellipsoid.semi_major_axis**2 / 2.0
    return np.where(np.abs(longitudes[begins[1:] - 1] - longitudes[begins[:-1]]) > np.pi, np.nan, areas)


def _authalic(latitudes: np.ndarray, ellipsoid: Ellipsoid) -> np.ndarray:
    """q of Snyder 1987, Eq. 3-12."""
    sine, e2 = np.sin(latitudes), ellipsoid.eccentricity_squared
    inverse_tangent = np.arctanh(np.sqrt(e2) * sine) / np.sqrt(e2) if e2 else sine
    return (1.0 - e2) * (sine / (1.0 - e2 * sine**2) + inverse_tangent)
