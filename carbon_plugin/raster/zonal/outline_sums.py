"""What is known of outlines of very many corners once most of their edges are left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class OutlineSums:
    """Sums over all edges of each unit, (u,) each; ``extent``: west, south, east, north of all, None without any.

    ``across``, ``down``: of the edges' lengths along x and y; ``edges``: how many; ``x``, ``y``: of their first ends.
    """

    across: np.ndarray
    down: np.ndarray
    edges: np.ndarray
    x: np.ndarray
    y: np.ndarray
    extent: tuple[float, float, float, float] | None


Ends = tuple[np.ndarray, np.ndarray]  # x and y, (e,) each


def sum_outlines(first: Ends, last: Ends, unit: np.ndarray, *, unit_count: int) -> OutlineSums:
    """The sums of edges from their ``first`` ends to their ``last``, each of a ``unit`` (e,).

    >>> x, y = np.array([0.0, 3.0, 3.0]), np.array([0.0, 0.0, 4.0])
    >>> found = sum_outlines((x, y), (np.roll(x, -1), np.roll(y, -1)), np.zeros(3, int), unit_count=1)
    >>> found.across.tolist(), found.down.tolist(), found.extent
    ([6.0], [8.0], (0.0, 0.0, 3.0, 4.0))
    """

    (x0, y0), (x1, y1) = first, last

    def of_units(values: np.ndarray) -> np.ndarray:
        return np.bincount(unit, values, minlength=unit_count)

    extent = (float(x0.min()), float(y0.min()), float(x0.max()), float(y0.max())) if len(unit) else None
    edges = np.bincount(unit, minlength=unit_count)
    return OutlineSums(of_units(np.abs(x1 - x0)), of_units(np.abs(y1 - y0)), edges, of_units(x0), of_units(y0), extent)


def joined(parts: list[tuple[int, OutlineSums]], unit_count: int) -> OutlineSums:
    """The sums of several parts, each of units from a first one on."""
    sums = {name: np.zeros(unit_count) for name in ("across", "down", "x", "y")}
    edges = np.zeros(unit_count, np.int64)
    extents = [part.extent for _, part in parts if part.extent]
    for first, part in parts:
        place = slice(first, first + len(part.edges))
        edges[place] += part.edges
        for name, whole in sums.items():
            whole[place] += getattr(part, name)
    sides = np.array(extents).T
    extent = None
    if extents:
        extent = (float(sides[0].min()), float(sides[1].min()), float(sides[2].max()), float(sides[3].max()))
    return OutlineSums(sums["across"], sums["down"], edges, sums["x"], sums["y"], extent)
