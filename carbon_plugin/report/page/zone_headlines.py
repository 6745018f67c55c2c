"""The sentences on zones that are read first, as two reports have them."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.zoning.summaries import units_near_border
from ...core.zoning.zones import MOVED_BY, ZONE, zones
from .writer import Writer
from .zone_words import in_words, zone_of

_ZONES = sentence(
    "{best:unit is|units are} in the best zone ({best_zone}) and {worst:unit is|units are} in the worst "
    "({worst_zone}); the largest zone is {largest_zone} with {largest:unit|units}."
)
_NEAR = sentence("{near} of {count:unit|units} would change zone with one step of a trend or an index.")


def sizes(zoned: pd.DataFrame, writer: Writer) -> str:
    """How many units are in the best, the worst and the largest zone; ``zoned``: the units that have one."""
    members = zoned[ZONE].value_counts()
    best, worst = zones()[0], zones()[-1]
    largest = max(members.index, key=lambda zone: (members[zone], -zone))
    return writer.say(
        _ZONES, best=int(members.get(best.zone, 0)), worst=int(members.get(worst.zone, 0)),
        best_zone=in_words(best, writer), worst_zone=in_words(worst, writer),
        largest_zone=in_words(zone_of(largest), writer), largest=int(members[largest]),
    )  # fmt: skip


def near_a_border(zoned: pd.DataFrame, writer: Writer) -> str:
    """How many units one step would move; '' where no unit is moved by any number of steps, or that is not told."""
    if (zoned[MOVED_BY] == "").all():
        return ""
    return writer.say(_NEAR, near=len(units_near_border(zoned)), count=len(zoned))
