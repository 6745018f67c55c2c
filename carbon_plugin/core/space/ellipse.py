"""The standard deviational ellipse: where something lies, how far it spreads and which way.

It is made of sums alone (of weights, of coordinates, of their squares and products), so that cells of rasters are
added up block by block and no more is ever in memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

YUILL, ARCGIS, CRIMESTAT = "yuill", "arcgis", "crimestat"

NO_WIDTH = 1e-13  # of the larger variance: a smaller one this small is the rounding of points on a line
LOST = 64 * float(np.finfo(float).eps)  # of the squares of the coordinates: the digits that their sums do not hold
ROUND = 1e-12  # of the variances: axes this alike have no direction
CRIMESTAT_LOSS = 2.0  # degrees of freedom: the sum of weights must be larger


@dataclass(frozen=True)
class Moments:
    """Weighted sums, each (n,): of the weights, of x, y, x², y² and xy; sums of parts add up.

    Coordinates should be measured from a place near the points, since squares of large numbers lose digits.
    """

    weight: np.ndarray
    x: np.ndarray
    y: np.ndarray
    xx: np.ndarray
    yy: np.ndarray
    xy: np.ndarray

    @classmethod
    def of_points(cls, x: np.ndarray, y: np.ndarray, weight: np.ndarray, *, group: np.ndarray, groups: int) -> Moments:
        """The sums of points in each of ``groups``; all arrays (points,), ``group`` whole numbers from 0.

        >>> Moments.of_points([0.0, 2.0], [1.0, 1.0], [1.0, 3.0], group=[0, 0], groups=1).x.tolist()
        [6.0]
        """
        x, y, weight = (np.asarray(values, dtype=float) for values in (x, y, weight))
        group = np.asarray(group, dtype=np.intp)
        terms = (weight, weight * x, weight * y, weight * x * x, weight * y * y, weight * x * y)
        return cls(*(np.bincount(group, term, groups) for term in terms))

    def __add__(self, other: Moments) -> Moments:
        names = self.__dataclass_fields__
        return Moments(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True)
class Ellipses:
    """Each (n,): the centre, ``azimuth`` of the long axis in degrees clockwise from north, 0 up to 180, half axes.

    Missing where there is no weight; the axes also where the method asks for more of it.
    """

    centre_x: np.ndarray
    centre_y: np.ndarray
    azimuth: np.ndarray
    long: np.ndarray
    short: np.ndarray

    @property
    def area(self) -> np.ndarray:
        """Pi times the half axes, (n,)."""
        return np.pi * self.long * self.short

    @property
    def flattening(self) -> np.ndarray:
        """(long - short) / long, (n,): 0 for a circle, 1 for points on a line, missing without any spread."""
        return np.divide(
            self.long - self.short, self.long, out=np.full(np.shape(self.long), np.nan), where=self.long > 0
        )


def compute_ellipses(moments: Moments, method: str = ARCGIS) -> Ellipses:
    """Ellipses of one standard deviation.

    Args:
        moments: the sums of each group, weights at or above 0.
        method: 'yuill', the square roots of the eigenvalues of the weighted covariance (Yuill 1971); 'arcgis', those
            times √2, as ArcGIS draws them; 'crimestat', those times √(2n / (n - 2)) with n the sum of weights
            (CrimeStat; R's aspace), which must be above 2.

    A circle has azimuth 0 by convention, points on a line a short axis of 0.

    >>> sums = Moments.of_points([0, 4, 8, 12], [0, 1, 5, 6], [1, 2, 2, 1], group=[0, 0, 0, 0], groups=1)
    >>> found = compute_ellipses(sums, "yuill")
    >>> [round(float(value[0]), 6) for value in (found.centre_x, found.centre_y, found.azimuth)]
    [6.0, 3.0, 58.719864]
    >>> [round(float(value[0]), 6) for value in (found.long, found.short)]
    [4.464523, 0.633534]
    """
    n = moments.weight

    def mean(total: np.ndarray) -> np.ndarray:
        return np.divide(total, n, out=np.full(np.shape(n), np.nan), where=n > 0)

    x, y = mean(moments.x), mean(moments.y)
    square_x, square_y = mean(moments.xx), mean(moments.yy)
    var_x, var_y = np.maximum(square_x - x * x, 0.0), np.maximum(square_y - y * y, 0.0)
    covariance = mean(moments.xy) - x * y
    spread = np.hypot(var_x - var_y, 2.0 * covariance)
    rounding = LOST * (square_x + square_y)  # what differences of squares as large as these cannot tell from nothing
    larger = (var_x + var_y + spread) / 2.0
    larger = np.where(larger <= rounding, 0.0, larger)
    smaller = (var_x + var_y - spread) / 2.0
    smaller = np.where(smaller > np.maximum(NO_WIDTH * larger, rounding), smaller, 0.0)
    from_east = np.degrees(np.arctan2(2.0 * covariance, var_x - var_y)) / 2.0
    azimuth = np.where(
        (larger > 0) & (spread > ROUND * larger), (90.0 - from_east) % 180.0, np.where(np.isnan(x), np.nan, 0.0)
    )
    scale = _scale(n, method)
    return Ellipses(x, y, azimuth, scale * np.sqrt(larger), scale * np.sqrt(smaller))


def compute_outlines(ellipses: Ellipses, size: float = 1.0, corners: int = 180) -> np.ndarray:
    """Points on the ellipses, ``size`` standard deviations wide: (n, corners + 1, 2), the first point again at the end.

    Args:
        ellipses: n of them, in units of the plane.
        size: in standard deviations.
        corners: points on each ellipse.

    >>> circle = Ellipses(*(np.array([value]) for value in (0.0, 0.0, 0.0, 1.0, 1.0)))
    >>> compute_outlines(circle, 2.0, 4)[0].round(9).tolist()
    [[0.0, 2.0], [2.0, 0.0], [0.0, -2.0], [-2.0, -0.0], [0.0, 2.0]]
    """
    turn = 2.0 * np.pi * (np.arange(corners + 1) % corners) / corners
    along, across = (
        size * axis[:, None] * wave(turn) for axis, wave in ((ellipses.long, np.cos), (ellipses.short, np.sin))
    )
    azimuth = np.radians(ellipses.azimuth)[:, None]
    x = ellipses.centre_x[:, None] + along * np.sin(azimuth) + across * np.cos(azimuth)
    y = ellipses.centre_y[:, None] + along * np.cos(azimuth) - across * np.sin(azimuth)
    return np.stack([x, y], axis=-1)


def compute_moves(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance and direction (degrees clockwise from north, 0 up to 360) from each place to the next: two (n - 1,).

    The direction is missing where nothing moved.

    Args:
        x, y: (n,) on the plane, east and north.

    >>> distance, direction = compute_moves(np.array([0.0, 3.0, 3.0]), np.array([0.0, 0.0, -4.0]))
    >>> distance.tolist(), direction.tolist()
    ([3.0, 4.0], [90.0, 180.0])
    """
    dx, dy = np.diff(x), np.diff(y)
    distance = np.hypot(dx, dy)
    return distance, np.where(distance > 0, np.degrees(np.arctan2(dx, dy)) % 360.0, np.nan)


def _scale(n: np.ndarray, method: str) -> np.ndarray:
    if method == YUILL:
        return np.ones(np.shape(n))
    if method == ARCGIS:
        return np.full(np.shape(n), np.sqrt(2.0))
    if method == CRIMESTAT:
        ratio = np.divide(2.0 * n, n - CRIMESTAT_LOSS, out=np.full(np.shape(n), np.nan), where=n > CRIMESTAT_LOSS)
        return np.sqrt(ratio)
    raise ValueError(method)
