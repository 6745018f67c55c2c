"""The units near a border, which the reports of zones and of a study begin alike."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.zoning.summaries import units_near_border
from .writer import Writer

_NEAR = sentence(
    "{count} of {all:unit|units} would change their zone with one step: a change of one trend, or of one other index, "
    "by one class, with the breaks as they are. Scores that follow the same trend move together. A unit falls when its "
    "total reaches the break below it, and rises when it exceeds the one above."
)
_NONE = sentence("None: no unit would change its zone with one step, a change of one trend or index by one class.")


def begin_near_border(writer: Writer, units: pd.DataFrame, zoned: int, *, advice: str = "") -> pd.DataFrame:
    """The heading, and how many of the ``zoned`` units one step would move; returns their rows of ``units``."""
    writer.heading(sentence("Units near a border"))
    near = units_near_border(units)
    if near.empty:
        writer.paragraph(writer.say(_NONE))
        return near
    writer.paragraph(writer.say(_NEAR, count=len(near), all=zoned))
    if advice:
        writer.paragraph(writer.say(advice))
    return near
