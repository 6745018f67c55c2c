"""What to set so that the data fit together: the legend, the key of the units, the years in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..messages import Message, phrase, sentence

LEGEND, KEY, YEARS = (
    sentence("Legend of the codes"),
    sentence("Key of the units"),
    sentence("Years with statistics and land cover"),
)


@dataclass(frozen=True)
class Proposal:
    """``setting``: its label; ``value``: what to choose, readable."""

    setting: str
    value: object


def find_proposals(messages: Iterable[Message], years: Sequence[int], dates: Sequence[int]) -> list[Proposal]:
    """What the messages of a check propose, each setting once.

    Args:
        messages: all that was said.
        years: of the statistics, none without them.
        dates: of the land cover, none without it.

    >>> [(one.setting, str(one.value)) for one in find_proposals([], [2000, 2003, 2009], [2001, 2005])]
    [('Years with statistics and land cover', '2003')]
    """
    found: dict[str, object] = {}
    for message in messages:
        if message.code == "legend-fits-better":
            found.setdefault(LEGEND, message.values["better"])
        elif message.code == "better-key":
            found.setdefault(KEY, message.values["better"].name)
    inside = [year for year in years if dates and min(dates) <= year <= max(dates)]
    if inside:
        span = phrase("{first} to {last}", first=str(inside[0]), last=str(inside[-1]))
        found[YEARS] = span if len(inside) > 1 else str(inside[0])
    return [Proposal(setting, found[setting]) for setting in (LEGEND, KEY, YEARS) if setting in found]
