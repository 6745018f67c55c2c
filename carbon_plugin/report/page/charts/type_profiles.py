"""What marks each type: a bar a column, right or left of zero."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .. import figures
from ..colours import EDGE, INK

_IN_A_ROW = 4


def type_profiles(
    values: np.ndarray, labels: Sequence[str], titles: Sequence[str], *, colours: Sequence[str], name: str
):
    """Bars of ``values`` (types, columns), a pair of axes a type, all on one scale; ``name``: of the scale."""
    count = len(values)
    across = min(count, _IN_A_ROW)
    rows = -(-count // across)
    figure, axes = figures.new_figure(rows * (0.8 + 0.28 * len(labels)), rows, across)
    reach = 1.08 * float(np.abs(values).max()) or 1.0
    for place, axis in enumerate(axes.flat):
        if place >= count:
            axis.set_visible(False)
            continue
        axis.barh(range(len(labels)), values[place], color=colours[place], edgecolor=EDGE, linewidth=0.5, height=0.66)
        axis.axvline(0, color=INK, linewidth=0.8)
        figures.lie_down(axis, list(labels) if place % across == 0 else [""] * len(labels))
        axis.set_xlim(-reach, reach)
        axis.locator_params(axis="x", nbins=4)
        axis.tick_params(axis="x", labelsize=7)
        figures.name_axis(axis, titles[place])
        if place >= count - across:
            axis.set_xlabel(name)
    return figure
