"""Lines and rings in degrees where the Earth is cut open: unwound, cut there, and each part on its side."""

from __future__ import annotations

import numpy as np

from .bent_edges import closed_over_pole, within_turn


def unwound(points: np.ndarray, turn: float) -> np.ndarray:
    """A line that goes on where it would jump by more than half a turn.

    Args:
        points: (n, 2) longitude and latitude in the unit of ``turn``.
        turn: a full turn, such as 360 degrees.

    >>> unwound(np.array([[179.0, 0.0], [-179.0, 1.0]]), 360.0).tolist()
    [[179.0, 0.0], [181.0, 1.0]]
    """
    jumps = -turn * np.rint(np.diff(points[:, 0]) / turn)
    return np.column_stack([points[:, 0] + np.concatenate([[0.0], np.cumsum(jumps)]), points[:, 1]])


def cut_ring(ring: np.ndarray, west: float, turn: float) -> list[np.ndarray]:
    """A closed ring as the rings of its parts between ``west`` and one turn further.

    Args:
        ring: (n, 2) longitude and latitude in the unit of ``turn``.
        west: where the turn begins.
        turn: a full turn, such as 360 degrees.

    >>> ring = np.array([[179.0, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]])
    >>> [part[:, 0].max() for part in cut_ring(ring, -180.0, 360.0)]
    [180.0, -179.0]
    """
    whole = closed_over_pole(unwound(ring, turn), turn, turn / 4)
    return [part[0] for part in within_turn([whole], west, turn)]


def cut_line(line: np.ndarray, west: float, turn: float) -> list[np.ndarray]:
    """A line as its parts between ``west`` and one turn further.

    Args:
        line: (n, 2) longitude and latitude in the unit of ``turn``, n at least 2.
        west: where the turn begins.
        turn: a full turn, such as 360 degrees.

    >>> [part.tolist() for part in cut_line(np.array([[179.0, 0.0], [-179.0, 1.0]]), -180.0, 360.0)]
    [[[179.0, 0.0], [180.0, 0.5]], [[-180.0, 0.5], [-179.0, 1.0]]]
    """
    points = unwound(line, turn)
    turns = np.floor((points[:, 0] - west) / turn)
    parts, part = [], [points[0] - [turns[0] * turn, 0.0]]
    for place in range(1, len(points)):
        before, after = turns[place - 1], turns[place]
        if before != after:
            border = west + max(before, after) * turn
            start, end = points[place - 1], points[place]
            crossing = start + (border - start[0]) / (end[0] - start[0]) * (end - start)
            parts.append(np.array([*part, crossing - [before * turn, 0.0]]))
            part = [crossing - [after * turn, 0.0]]
        part.append(points[place] - [after * turn, 0.0])
    return [*parts, np.array(part)]
