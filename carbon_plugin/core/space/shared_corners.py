"""Polygons that share corners or edges to the last digit: the neighbours of a clean layer, found in one sort."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def find_shared(rings: Sequence[np.ndarray], owners: Sequence[int], count: int, *, edges: bool = False) -> np.ndarray:
    """Pairs of units that have a corner, or with ``edges`` a whole edge, in common, (m, 2), the smaller first.

    Args:
        rings: closed rings (k, 2).
        owners: the unit of each ring.
        count: number of units.
        edges: two corners of one edge must be shared (rook), not one corner (queen).

    >>> square = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
    >>> squares = [square, square + [1, 1], square + [1, 0]]
    >>> find_shared(squares, [0, 1, 2], 3).tolist(), find_shared(squares, [0, 1, 2], 3, edges=True).tolist()
    ([[0, 1], [0, 2], [1, 2]], [[0, 2], [1, 2]])
    """
    if not len(rings):
        return np.empty((0, 2), dtype=np.int64)
    sizes = np.array([len(ring) for ring in rings])
    points = np.concatenate(rings) + 0.0  # no negative zero
    unit = np.repeat(np.asarray(owners, dtype=np.int64), sizes)
    _, corner = np.unique(np.ascontiguousarray(points).view(np.complex128).ravel(), return_inverse=True)
    corner = corner.ravel().astype(np.int64)
    if not edges:
        return _pairs(corner, unit, count)
    begins = np.ones(len(points), dtype=bool)
    begins[np.cumsum(sizes) - 1] = False  # the last corner of a ring begins no edge
    one, other = corner[:-1][begins[:-1]], corner[1:][begins[:-1]]
    edge = np.minimum(one, other) * (corner.max() + 1) + np.maximum(one, other)
    return _pairs(edge[one != other], unit[:-1][begins[:-1]][one != other], count)


def find_near_boxes(boxes: np.ndarray, gap: float = 0.0) -> np.ndarray:
    """Pairs of boxes that meet, or come nearer than ``gap`` along both axes, (m, 2), the smaller first.

    In strips from west to east, in each of which every box looks for those that begin before it ends.

    Args:
        boxes: west, south, east, north (n, 4).
        gap: in the units of the boxes.

    >>> find_near_boxes(np.array([[0, 0, 1, 1], [1, 1, 2, 2], [2.5, 0, 3, 1]])).tolist()
    [[0, 1]]
    >>> find_near_boxes(np.array([[0, 0, 1, 1], [1, 1, 2, 2], [2.5, 0, 3, 1]]), 0.5).tolist()
    [[0, 1], [1, 2]]
    """
    west, south, east, north = np.asarray(boxes, dtype=float).T
    n = len(west)
    if n < 2:
        return np.empty((0, 2), dtype=np.int64)
    west, south = west - gap / 2, south - gap / 2
    east, north = east + gap / 2, north + gap / 2
    height = max(2 * float(np.median(north - south)), (north.max() - south.min()) / n, np.finfo(float).tiny)
    low, high = (np.floor((side - south.min()) / height).astype(np.int64) for side in (south, north))
    parts = high - low + 1
    box = np.repeat(np.arange(n), parts)
    strip = low[box] + np.arange(len(box)) - np.repeat(np.cumsum(parts) - parts, parts)
    order = np.lexsort((west[box], strip))
    box, strip = box[order], strip[order]
    turn = (east.max() - west.min()) * 2 + 1.0  # strips one after the other on one line
    begin = strip * turn + (west[box] - west.min())
    ahead = np.searchsorted(begin, strip * turn + (east[box] - west.min()), side="right")
    found = []
    for first, last in _blocks(np.maximum(ahead - np.arange(len(box)) - 1, 0)):
        many = np.maximum(ahead[first:last] - np.arange(first, last) - 1, 0)
        one = np.repeat(np.arange(first, last), many)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)
        a, b = box[one], box[other]
        meets = (south[a] <= north[b]) & (south[b] <= north[a]) & (west[b] <= east[a]) & (west[a] <= east[b])
        once = strip[one] == np.maximum(low[a], low[b])  # two boxes may share several strips
        keep = meets & once & (a != b)
        found.append(np.sort(np.column_stack([a[keep], b[keep]]), axis=1))
    return _ordered(np.concatenate(found), n)


def without_pairs(pairs: np.ndarray, known: np.ndarray, count: int) -> np.ndarray:
    """Those of ``pairs`` that are not among the ``known``, both (m, 2) with the smaller first.

    Args:
        pairs, known: positions below ``count``.
        count: number of units.

    >>> without_pairs(np.array([[0, 1], [1, 2]]), np.array([[1, 2]]), 3).tolist()
    [[0, 1]]
    """
    return pairs[~np.isin(pairs @ [count, 1], known @ [count, 1])]


def _pairs(what: np.ndarray, unit: np.ndarray, count: int) -> np.ndarray:
    """Pairs of units that have one ``what`` in common."""
    held = np.unique(what * count + unit)
    what, unit = held // count, held % count
    found, step = [], 1
    while step < len(what):
        same = np.flatnonzero(what[step:] == what[:-step])
        if not len(same):
            break
        found.append(np.column_stack([unit[same], unit[same + step]]))
        step += 1
    return _ordered(np.concatenate(found), count) if found else np.empty((0, 2), dtype=np.int64)


def _ordered(pairs: np.ndarray, count: int) -> np.ndarray:
    keys = np.unique(pairs @ np.array([count, 1]))
    return np.column_stack([keys // count, keys % count])


def _blocks(sizes: np.ndarray, most: int = 1 << 21):
    """Ranges of rows whose ``sizes`` add up to ``most`` or little more."""
    number = np.cumsum(sizes) // most
    bounds = [0, *(np.flatnonzero(np.diff(number)) + 1).tolist(), len(sizes)]
    return list(zip(bounds, bounds[1:]))
