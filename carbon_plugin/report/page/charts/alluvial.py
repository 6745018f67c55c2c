"""Who moved from which class to which: two columns of bars with ribbons between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .. import figures
from ..colours import INK, ink_on

_BAR, _GAP = 0.12, 0.02  # width of a bar; share of all units between two bars


def alluvial(counts: np.ndarray, labels: Sequence[str], colours: Sequence[str], *, heads: tuple[str, str]):
    """Ribbons as wide as ``counts`` (k, k), from the class of the row to that of the column.

    ``labels``, ``colours``: of the k classes, from top to bottom; ``heads``: above the two columns.
    """
    figure, axis = figures.new_axis(3.6)
    axis.axis("off")
    gap = _GAP * counts.sum()
    tops = [_tops(counts.sum(axis=side), gap) for side in (1, 0)]
    for side, (left, sizes) in enumerate(zip((0.0, 1.0 - _BAR), (counts.sum(axis=1), counts.sum(axis=0)))):
        for top, size, colour, label in zip(tops[side], sizes, colours, labels):
            if not size:
                continue
            axis.bar(left, -size, bottom=top, width=_BAR, align="edge", color=colour)
            middle = {"ha": "center", "va": "center", "fontsize": 8, "color": ink_on(colour)}
            axis.text(left + _BAR / 2, top - size / 2, str(int(size)), **middle)
            beside = {"ha": "left" if side else "right", "va": "center", "fontsize": 8, "color": INK}
            axis.text(1.02 if side else -0.02, top - size / 2, label, **beside)
        axis.text(left + _BAR / 2, gap, heads[side], ha="center", va="bottom", fontsize=9, fontweight="bold")
    start, end = tops[0].copy(), tops[1].copy()
    t = np.linspace(0, 1, 40)
    ease = 3 * t**2 - 2 * t**3
    for before in range(len(labels)):
        for after in range(len(labels)):
            size = counts[before, after]
            upper = start[before] + (end[after] - start[before]) * ease
            x = _BAR + (1 - 2 * _BAR) * t
            axis.fill_between(x, upper - size, upper, color=colours[before], alpha=0.45, linewidth=0)
            start[before] -= size
            end[after] -= size
    axis.set_xlim(-0.45, 1.45)
    return figure


def _tops(sizes: np.ndarray, gap: float) -> np.ndarray:
    """Where the bars begin, from the top down."""
    return -np.concatenate([[0.0], np.cumsum(sizes + gap * (sizes > 0))[:-1]])
