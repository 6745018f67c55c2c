"""How many units take up what they emit, year by year."""

from __future__ import annotations

import numpy as np

from ....core.messages import sentence
from .. import figures
from ..colours import NOT_IN_BALANCE, SINK
from ..writer import Writer


def balanced_units(years: np.ndarray, counted: np.ndarray, balanced: np.ndarray, *, writer: Writer):
    """A figure and its axis: of the ``counted`` units (t,) in ``years`` (t,), those that are ``balanced`` (t,)."""
    figure, axis = figures.new_axis(2.4)
    for units, colour, label in (
        (counted, NOT_IN_BALANCE, sentence("net emission above 0")),
        (balanced, SINK, sentence("in balance (net emission ≤ 0)")),
    ):
        axis.bar(years, units, width=0.8, color=colour, label=writer.say(label))
    axis.set_ylabel(writer.say(sentence("units")))
    figures.legend_beside(axis)
    return figure, axis
