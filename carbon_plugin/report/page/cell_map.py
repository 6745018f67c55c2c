"""Maps of the cells of a grid as SVG: one path a colour, cells side by side drawn as one stretch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .markup import Markup, element

ACROSS = 1400.0  # steps of the drawing, as maps of units have


def cell_map(row: np.ndarray, column: np.ndarray, number: np.ndarray, *, colours: Mapping[int, str]) -> Markup:
    """Squares by ``row`` and ``column`` (c,), from the corner, in the colour of their class ``number`` (c,)."""
    row, column = row - row.min(), column - column.min()
    width, height = int(column.max()) + 1, int(row.max()) + 1
    side = ACROSS / max(width, 1.25 * height)
    paths = []
    for key, colour in colours.items():
        steps = "".join(
            f"M{start * side:.1f} {line * side:.1f}h{length * side:.1f}v{side:.1f}h{-length * side:.1f}z"
            for line, start, length in _stretches(row[number == key], column[number == key])
        )
        if steps:
            look = {"fill": colour, "stroke": colour, "stroke-width": 0.4}
            paths.append(element("path", {**look, "d": steps}))
    left = (ACROSS - width * side) / 2
    box = f"{-left:.0f} 0 {ACROSS:.0f} {height * side:.0f}"
    return element("svg", {"viewBox": box, "class": "map"}, *paths)


def _stretches(row: np.ndarray, column: np.ndarray) -> list[tuple[int, int, int]]:
    """Row, first column and length of cells that lie side by side.

    >>> _stretches(np.array([0, 0, 0, 1]), np.array([4, 3, 6, 3]))
    [(0, 3, 2), (0, 6, 1), (1, 3, 1)]
    """
    if not len(row):
        return []
    order = np.lexsort((column, row))
    row, column = row[order], column[order]
    begins = np.flatnonzero(np.concatenate([[True], (np.diff(row) != 0) | (np.diff(column) != 1)]))
    lengths = np.diff(np.append(begins, len(row)))
    return list(zip(row[begins].tolist(), column[begins].tolist(), lengths.tolist()))
