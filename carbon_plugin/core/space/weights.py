"""Spatial weights: who are the neighbours of each unit, all of one unit weighing the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

EARTH_RADIUS, FLATTENING = 6378137.0, 1 / 298.257223563  # WGS 84
_INCLUSIVE = 1 + 1e-12  # squares of distances are compared, whose last digits are rounded


@dataclass(frozen=True, eq=False)
class SpatialWeights:
    """Row-standardised weights of n units: each neighbour of a unit has one over their number.

    ``starts`` (n + 1,): where the neighbours of each unit begin in ``others``, and the end; ``others`` (m,): their
    positions, rising within a unit.
    """

    starts: np.ndarray
    others: np.ndarray

    @classmethod
    def of_links(cls, first: Sequence[int], second: Sequence[int], n: int) -> SpatialWeights:
        """Of links that lead from a unit to its neighbour, each once; a link to the unit itself is left out.

        >>> SpatialWeights.of_links([0, 1, 1], [1, 0, 2], 3).lists
        [[1], [0, 2], []]
        """
        first, second = np.asarray(first, dtype=np.int64), np.asarray(second, dtype=np.int64)
        links = np.unique((first * n + second)[first != second])
        sizes = np.bincount(links // max(n, 1), minlength=n)
        return cls(np.concatenate([[0], np.cumsum(sizes)]), links % max(n, 1))

    @classmethod
    def of_pairs(cls, pairs: np.ndarray, n: int) -> SpatialWeights:
        """Of pairs of positions (m, 2) that are neighbours of each other.

        >>> SpatialWeights.of_pairs(np.array([[0, 1], [1, 2]]), 3).lists
        [[1], [0, 2], [1]]
        """
        one, other = np.asarray(pairs, dtype=np.int64).reshape(-1, 2).T
        return cls.of_links(np.concatenate([one, other]), np.concatenate([other, one]), n)

    @cached_property
    def sizes(self) -> np.ndarray:
        """The number of neighbours of each unit (n,)."""
        return np.diff(self.starts)

    @property
    def isolated(self) -> np.ndarray:
        """Which units have no neighbour (n,)."""
        return self.sizes == 0

    @property
    def lists(self) -> list[list[int]]:
        """The neighbours of each unit."""
        return [part.tolist() for part in np.split(self.others, self.starts[1:-1])]

    def among(self, kept: np.ndarray) -> SpatialWeights:
        """The weights among the units that are True in ``kept`` (n,), numbered anew.

        >>> SpatialWeights.of_pairs(np.array([[0, 1], [1, 2]]), 3).among(np.array([True, False, True])).lists
        [[], []]
        """
        first = np.repeat(np.arange(len(self.sizes)), self.sizes)
        stays = kept[first] & kept[self.others]
        place = np.cumsum(kept) - 1
        return SpatialWeights.of_links(place[first[stays]], place[self.others[stays]], int(kept.sum()))


def nearest_weights(points: np.ndarray, count: int) -> SpatialWeights:
    """The ``count`` nearest other units of each, or all others where there are fewer.

    Args:
        points: where the units are (n, 2) or (n, 3), in metres.
        count: how many neighbours each has.

    >>> nearest_weights(np.array([[0.0, 0], [1, 0], [3, 0]]), 1).lists
    [[1], [0], [1]]
    """
    from scipy.spatial import cKDTree

    n = len(points)
    count = min(count, n - 1)
    if count < 1:
        return SpatialWeights.of_links([], [], n)
    _, found = cKDTree(points).query(points, k=count + 1)
    itself = found == np.arange(n)[:, None]
    itself[~itself.any(axis=1), -1] = True  # of several units at one place the tree may not name the unit itself
    return SpatialWeights.of_links(np.repeat(np.arange(n), count), found[~itself], n)


def distance_weights(points: np.ndarray, distance: float) -> SpatialWeights:
    """All other units within ``distance``.

    Args:
        points: (n, 2) or (n, 3), in metres.
        distance: in metres, inclusive.

    >>> distance_weights(np.array([[0.0, 0], [1, 0], [3, 0]]), 2.0).lists
    [[1], [0, 2], [1]]
    """
    from scipy.spatial import cKDTree

    return SpatialWeights.of_pairs(
        cKDTree(points).query_pairs(distance * _INCLUSIVE, output_type="ndarray"), len(points)
    )


def least_distance(points: np.ndarray) -> float:
    """The shortest distance at which every unit has a neighbour.

    Args:
        points: (n, 2) or (n, 3), two at least.

    >>> least_distance(np.array([[0.0, 0], [1, 0], [3, 0]]))
    2.0
    """
    from scipy.spatial import cKDTree

    return float(cKDTree(points).query(points, k=2)[0][:, 1].max())


def on_the_earth(degrees: np.ndarray) -> np.ndarray:
    """Longitudes and latitudes (n, 2) as places in space (n, 3), metres from the middle of the Earth.

    Straight lines between them rank and measure neighbours alike anywhere, across 180 degrees and at the poles too.

    Args:
        degrees: on WGS 84.

    >>> on_the_earth(np.array([[0.0, 0.0], [90.0, 0.0]])).round(0).tolist()
    [[6378137.0, 0.0, 0.0], [0.0, 6378137.0, 0.0]]
    """
    longitude, latitude = np.radians(np.asarray(degrees, dtype=float)).T
    squared = FLATTENING * (2 - FLATTENING)
    normal = EARTH_RADIUS / np.sqrt(1 - squared * np.sin(latitude) ** 2)
    x, y = (normal * np.cos(latitude) * part(longitude) for part in (np.cos, np.sin))
    return np.column_stack([x, y, normal * (1 - squared) * np.sin(latitude)])


def straight_distance(metres: float) -> float:
    """The straight line under a way of ``metres`` along the Earth.

    Args:
        metres: along the Earth, from 0 up.

    >>> round(straight_distance(100_000.0))
    99999
    """
    return float(2 * EARTH_RADIUS * np.sin(min(metres / (2 * EARTH_RADIUS), np.pi / 2)))


def way_along(straight: float) -> float:
    """The way along the Earth above a straight line of ``straight`` metres.

    Args:
        straight: in metres, from 0 up.

    >>> round(way_along(straight_distance(100_000.0)))
    100000
    """
    return float(2 * EARTH_RADIUS * np.arcsin(min(straight / (2 * EARTH_RADIUS), 1.0)))
