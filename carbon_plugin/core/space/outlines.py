"""The outlines of units as plain arrays: what maps are drawn from, and who borders on whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


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
    cells = np.round(ring / step)
    moved = np.ones(len(cells), dtype=bool)
    moved[1:] = (np.diff(cells, axis=0) != 0).any(axis=1)
    return cells[moved] * step if moved.sum() >= 4 else np.empty((0, 2))
