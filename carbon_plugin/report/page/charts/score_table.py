"""Mean scores of zones as a table of coloured cells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ....core.messages import sentence
from ....core.zoning.scores import HIGHEST_SCORE, LOWEST_SCORE
from ....core.zoning.zones import score_classes
from .. import figures
from ..colours import between, ink_on
from ..numbers import wrapped

LETTERS = 13  # in a line above a column
CAPTION = sentence(
    "Mean score of the units of each zone by each index, from 1 (brown) to 5 (green). An index that is alike in all "
    "zones does not tell them apart."
)


def score_table(means: pd.DataFrame, columns: Sequence[str], rows: Sequence[str]):
    """Mean scores (zones, indices) as coloured cells with their numbers."""
    from matplotlib.collections import PolyCollection

    values = means.to_numpy(dtype=float)
    figure, axis = figures.new_axis(0.75 + 0.36 * len(means))
    known = [
        (row, column, value, score_colour(value))
        for (row, column), value in np.ndenumerate(values)
        if np.isfinite(value)
    ]
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    cells = [np.add(corners, (column, row)) for row, column, *_ in known]
    style = {"facecolors": [colour for *_, colour in known], "edgecolors": "white", "linewidths": 0.8}
    axis.add_collection(PolyCollection(cells, **style))
    for row, column, value, colour in known:
        style = {"ha": "center", "va": "center", "fontsize": 8.5, "color": ink_on(colour)}
        axis.text(column + 0.5, row + 0.5, f"{value:.1f}", **style)
    axis.set_xlim(0, values.shape[1])
    axis.set_ylim(values.shape[0], 0)
    axis.grid(visible=False)
    axis.spines[:].set_visible(False)
    axis.tick_params(length=0)
    axis.xaxis.tick_top()
    axis.set_xticks(np.arange(len(columns)) + 0.5, [wrapped(text, LETTERS) for text in columns], fontsize=7)
    axis.set_yticks(np.arange(len(rows)) + 0.5, rows, fontsize=8)
    return figure


def score_colour(score: float) -> str:
    """The colour of a mean score, between those of its neighbours."""
    colours = {one.score: one.colour for one in score_classes()}
    low = int(np.clip(np.floor(score), LOWEST_SCORE, HIGHEST_SCORE - 1))
    return between(colours[low], colours[low + 1], float(np.clip(score - low, 0.0, 1.0)))
