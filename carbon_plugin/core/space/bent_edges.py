"""Straight edges of one map that bend on another, and rings that run around the Earth.

What is straight between two corners on the map it was drawn on is a curve on any other: enough points of it are taken
that the other map's straight pieces keep to a tolerance.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

EARTH_RADIUS = 6_371_000.0  # m
DEEPEST = 40  # halvings; what still bends then is torn, as where a map ends and goes on at its other side
MOST_BENDS = 2_000_000  # more are no map
UNEVEN = 0.5  # of an edge: its middle further off is no stretch but a jump
WIDEST = 60.0  # of 360: a longer step could be meant either way around

Move = Callable[[np.ndarray], np.ndarray]


def moved_rings(
    points: np.ndarray, begins: np.ndarray, move: Move, *, tolerance: float, longest: float, turn: float = 0.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Closed rings on another map, with as many points more as keep their edges within ``tolerance``.

    Args:
        points: (n, 2) of all rings, one after the other, the first point of each again at its end.
        begins: (r + 1,) where each ring begins, and n.
        move: points (m, 2) on the other map.
        tolerance: how far an edge may be from where it lies, in units of the other map.
        longest: shorter edges of the other map are taken as straight.
        turn: what lies once around the Earth in x, such as 360 degrees; then rings are made continuous, beyond one
            turn where need be. 0 on maps with ends.

    Returns points and begins of the rings, and the numbers of rings that are torn where the other map ends.

    A parallel on a map on which y is the square of x:

    >>> ring = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 9.0], [0.0, 0.0]])
    >>> bend = lambda points: points + [0, 1] * points[:, :1] ** 2
    >>> moved, begins, torn = moved_rings(ring, np.array([0, 4]), bend, tolerance=0.5, longest=1)
    >>> moved[:, 1].max(), len(moved) > 4, torn.tolist()
    (25.0, True, [])
    """
    moved = move(points)
    last = np.zeros(len(points), bool)
    last[begins[1:] - 1] = True
    edge = np.flatnonzero(~last)
    with np.errstate(invalid="ignore"):
        length = np.hypot(*(moved[edge + 1] - moved[edge]).T)
        edge = edge[(length > longest) & np.isfinite(length)]
    found, torn = _bends(points, moved, edge, move, tolerance, turn)
    number, share, places = found
    order = np.lexsort((share, number))
    result = np.insert(moved, number[order] + 1, places[order], axis=0)
    added = np.concatenate([[0], np.cumsum(np.bincount(number, minlength=len(points)))])
    new_begins = begins + added[begins]
    if turn:
        _unwind(result, new_begins, turn)
    return result, new_begins, np.unique(np.searchsorted(begins, torn, side="right") - 1)


def _bends(
    points: np.ndarray, moved: np.ndarray, edge: np.ndarray, move: Move, tolerance: float, turn: float
) -> tuple[tuple[np.ndarray, np.ndarray, np.ndarray], np.ndarray]:
    """Points to insert (after which point, at which share of the edge, where), and edges that are torn."""
    number, start, stop = edge, np.zeros(len(edge)), np.ones(len(edge))
    a, b, at_a, at_b = points[edge], points[edge + 1], moved[edge], moved[edge + 1]
    inserted = [(np.empty(0, int), np.empty(0), np.empty((0, 2)))]
    for _ in range(DEEPEST):
        if not 0 < len(number) < MOST_BENDS:
            break
        middle = (a + b) / 2  # halves, and halves of them: the same points from either end
        at_first, at_middle, at_third = move(np.concatenate([(a + middle) / 2, middle, (middle + b) / 2])).reshape(
            3, -1, 2
        )
        span = _turned(at_b - at_a, turn)
        bent = np.zeros(len(number), bool)
        for place in (at_first, at_middle, at_third):
            bent |= _distance(_turned(place - at_a, turn), span) > tolerance
        bent |= _distance(2 * _turned(at_middle - at_a, turn) - span, 0 * span) > UNEVEN * np.hypot(*span.T)
        if turn:
            bent |= np.abs(span[:, 0]) > WIDEST / 360.0 * turn
        bent &= np.isfinite(at_middle).all(axis=1)
        inserted.append((number[bent], ((start + stop) / 2)[bent], at_middle[bent]))
        half = (start + stop)[bent] / 2
        number = np.concatenate([number[bent], number[bent]])
        start, stop = np.concatenate([start[bent], half]), np.concatenate([half, stop[bent]])
        a, b = np.concatenate([a[bent], middle[bent]]), np.concatenate([middle[bent], b[bent]])
        at_a, at_b = np.concatenate([at_a[bent], at_middle[bent]]), np.concatenate([at_middle[bent], at_b[bent]])
    parts = tuple(np.concatenate(part) for part in zip(*inserted))
    return parts, np.unique(number)


def _turned(steps: np.ndarray, turn: float) -> np.ndarray:
    """Steps the short way around."""
    if turn:
        steps = steps.copy()
        steps[:, 0] -= turn * np.rint(steps[:, 0] / turn)
    return steps


def _distance(steps: np.ndarray, span: np.ndarray) -> np.ndarray:
    """How far places, given as steps from one end, are from a straight line to the other end, ``span`` from there."""
    length = np.hypot(*span.T)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.clip((steps * span).sum(axis=1) / length**2, 0.0, 1.0)
    share = np.where(length > 0, share, 0.0)
    return np.hypot(*(steps - share[:, None] * span).T)


def _unwind(points: np.ndarray, begins: np.ndarray, turn: float) -> None:
    """Let every ring go on where it would jump back by a turn."""
    jumps = np.zeros(len(points))
    with np.errstate(invalid="ignore"):
        jumps[1:] = -turn * np.nan_to_num(np.rint(np.diff(points[:, 0]) / turn), posinf=0.0, neginf=0.0)
    jumps[begins[:-1]] = 0.0
    total = np.cumsum(jumps)
    points[:, 0] += total - np.repeat(total[begins[:-1]], np.diff(begins))


def closed_over_pole(ring: np.ndarray, turn: float, quarter: float) -> np.ndarray:
    """A ring in longitude and latitude that runs around a pole and so does not close: led over the pole.

    Args:
        ring: (n, 2) longitude and latitude, in the unit of ``turn``.
        turn, quarter: a full turn and a quarter of it, such as 360 and 90 degrees.

    >>> closed_over_pole(np.array([[0.0, 60], [120, 60], [240, 60], [360, 60]]), 360, 90)[-3:].tolist()
    [[360.0, 90.0], [0.0, 90.0], [0.0, 60.0]]
    """
    if not np.isfinite(ring).all() or abs(ring[-1, 0] - ring[0, 0]) < turn / 2:
        return ring
    pole = np.copysign(quarter, ring[:, 1].mean())
    return np.concatenate([ring, [[ring[-1, 0], pole], [ring[0, 0], pole], ring[0]]])


def within_turn(rings: list[np.ndarray], west: float, turn: float) -> list[list[np.ndarray]]:
    """A polygon by its rings, as the parts of it that lie between ``west`` and one turn further.

    A part that reaches beyond is cut there, and what is cut off comes back a turn earlier or later.

    Args:
        rings: closed rings (n, 2) each, longitude and latitude in the unit of ``turn``.
        west: the longitude where the turn begins.
        turn: a full turn, such as 360 degrees.

    >>> square = np.array([[179.0, 0], [181, 0], [181, 1], [179, 1], [179, 0]])
    >>> [[ring[:, 0].min(), ring[:, 0].max()] for [ring] in within_turn([square], -180.0, 360.0)]
    [[179.0, 180.0], [-180.0, -179.0]]
    """
    lowest = min(ring[:, 0].min() for ring in rings)
    highest = max(ring[:, 0].max() for ring in rings)
    parts = []
    for turns in range(int(np.floor((lowest - west) / turn)), int(np.ceil((highest - west) / turn))):
        low, high = west + turns * turn, west + (turns + 1) * turn
        back = np.array([turns * turn, 0.0])
        if low <= lowest and highest <= high:
            return [[ring - back for ring in rings] if turns else rings]
        parts.append([_between(ring, low, high) - back for ring in rings])
    return parts


def _between(ring: np.ndarray, low: float, high: float) -> np.ndarray:
    """A ring pressed between two meridians: what lay beyond runs along them and encloses nothing."""
    for border in (low, high):
        x0, x1 = ring[:-1, 0] - border, ring[1:, 0] - border
        crossed = np.flatnonzero(x0 * x1 < 0)
        share = (x0[crossed] / (x0[crossed] - x1[crossed]))[:, None]
        places = ring[crossed] + share * (ring[crossed + 1] - ring[crossed])
        places[:, 0] = border
        ring = np.insert(ring, crossed + 1, places, axis=0)
    return np.column_stack([np.clip(ring[:, 0], low, high), ring[:, 1]])


def middle_of_longitudes(west: np.ndarray, east: np.ndarray) -> float:
    """The middle, in degrees, of the shortest stretch of the Earth that holds stretches from ``west`` to ``east``.

    Args:
        west, east: (n,) degrees, where each stretch begins and ends; east is not below west.

    >>> middle_of_longitudes(np.array([177.0, -180.0]), np.array([180.0, -178.0]))
    179.5
    >>> middle_of_longitudes(np.array([100.0, 104.0]), np.array([105.0, 110.0]))
    105.0
    """
    order = np.argsort(west % 360.0)
    starts = (west % 360.0)[order]
    ends = np.maximum.accumulate(starts + np.minimum(east - west, 360.0)[order])
    ends = np.maximum(ends, ends[-1] - 360.0)  # the last may reach around to the first
    gaps = np.append(starts[1:], starts[0] + 360.0) - ends
    widest = int(np.argmax(gaps))
    is_last = widest + 1 == len(starts)
    start, end = (starts[0], ends[widest]) if is_last else (starts[widest + 1], ends[widest] + 360.0)
    middle = ((start + end) / 2.0) % 360.0
    return middle - 360.0 if middle > 180.0 else middle
