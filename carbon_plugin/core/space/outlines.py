"""The outlines of units as plain arrays: what maps are drawn from, and who borders on whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_FEWEST_OF_RING = 4  # points of a closed ring that holds an area
_COARSER, _FEWEST_OF_UNIT = 1.4, 8  # a step coarser; points of a unit, on average, that keep its shape


@dataclass(frozen=True, eq=False)
class UnitOutlines:
    """The units of a layer, u of them, in its order, on an equal-area plane in metres with north upwards.

    ``rings``: for each unit the closed rings of its polygons, (n, 2) each, outer rings counter-clockwise and holes
    clockwise. ``anchors`` (u, 2): a point inside the unit, for its label. ``area_ha`` (u,). ``neighbours`` (m, 2):
    positions of two units that border on each other, the smaller first.
    """

    rings: list[list[np.ndarray]]
    anchors: np.ndarray
    area_ha: np.ndarray
    neighbours: np.ndarray

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        points = np.concatenate([ring for rings in self.rings for ring in rings])
        return (*points.min(axis=0), *points.max(axis=0))


def chord(rings: Sequence[np.ndarray], point: np.ndarray) -> tuple[float, float]:
    """Where a unit begins and ends to the west and east of a point inside it.

    Args:
        rings: closed rings (n, 2) each.
        point: x and y (2,).

    >>> chord([np.array([[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]])], np.array([1, 2]))
    (0.0, 4.0)
    """
    crossings = []
    for ring in rings:
        (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
        crosses = (y0 <= point[1]) != (y1 <= point[1])
        share = (point[1] - y0[crosses]) / (y1[crosses] - y0[crosses])
        crossings.append(x0[crosses] + share * (x1[crosses] - x0[crosses]))
    found = np.concatenate(crossings)
    return max(found[found < point[0]], default=point[0]), min(found[found > point[0]], default=point[0])


def thinned(ring: np.ndarray, step: float) -> np.ndarray:
    """A closed ring (n, 2) on a grid of ``step``, without repeated points; empty where nothing is left of it.

    Neighbours lose the same points of the border they share, so no gap opens between them.

    Args:
        ring: (n, 2), the first point again at the end.
        step: of the grid, in units of the ring.

    >>> thinned(np.array([[0.0, 0], [9.9, 0.2], [10, 0], [10, 10], [0, 0]]), 5.0).tolist()
    [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 0.0]]
    """
    points, left = _on_grid(ring, np.array([0]), step)
    return points if left[0] else np.empty((0, 2))


def thinned_units(units: Sequence[Sequence[np.ndarray]], step: float, points: int) -> list[list[np.ndarray]]:
    """The rings of every unit, ``thinned`` to ``step`` or coarser, until they have ``points`` at most.

    What of a unit is too small to be left is not there; a unit of which nothing is left is the box of its first ring.
    A step is not made so coarse that units lose their shape.

    Args:
        units: u lists of closed rings (n, 2).
        step: of the grid, in units of the rings.
        points: how many all together may have.

    >>> square = np.array([[0.0, 0], [5, 0], [10, 0], [10, 10], [0, 10], [0, 0]])
    >>> thinned_units([[square], [square * 0.1]], 5.0, 100)[1][0].tolist()
    [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]
    """
    rings = [ring for own in units for ring in own]
    every, begins = np.concatenate(rings), np.concatenate([[0], np.cumsum([len(ring) for ring in rings])[:-1]])
    while True:
        seen, left = _on_grid(every, begins, step)
        if len(seen) <= points or len(seen) <= _FEWEST_OF_UNIT * len(units):
            break
        step *= _COARSER
    found = iter(zip(np.split(seen, np.cumsum(left)[:-1]), left))
    thin = [[ring for ring, count in (next(found) for _ in own) if count] for own in units]
    return [seen or [_box(own[0])] for seen, own in zip(thin, units)]


def _on_grid(points: np.ndarray, begins: np.ndarray, step: float) -> tuple[np.ndarray, np.ndarray]:
    """What a grid of ``step`` leaves of rings that stand one after the other, and how many points of each (r,)."""
    cells = np.round(points / step)
    moved = np.ones(len(cells), dtype=bool)
    moved[1:] = (np.diff(cells, axis=0) != 0).any(axis=1)
    moved[begins] = True
    left = np.add.reduceat(moved, begins, dtype=int)
    left[left < _FEWEST_OF_RING] = 0
    kept = moved & np.repeat(left > 0, np.diff(begins, append=len(cells)))
    return cells[kept] * step, left


def _box(ring: np.ndarray) -> np.ndarray:
    """What stands for a unit that is too small to be seen."""
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    return np.array([(west, south), (east, south), (east, north), (west, north), (west, south)])
