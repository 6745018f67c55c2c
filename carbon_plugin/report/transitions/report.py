"""What the report of transitions is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...core.land_use.class_words import class_in_words
from ...core.land_use.index_by_date import IndexByDate
from ...core.land_use.transition_tables import TransitionSet
from ...core.measures import HECTARES_PER_SQUARE_KILOMETRE
from ...core.messages import sentence
from ...core.space.outlines import UnitOutlines
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer

LARGE = 1e5  # hectares: from here on a report speaks of square kilometres


@dataclass(frozen=True)
class TransitionReport:
    """What the report is made of.

    ``found``: the transitions by unit; ``dates``: all years, rising. ``names``: unit key to the name shown.
    ``outlines``: of the units in their order, None where the whole raster is the only one. ``index``: the
    land-use index by date, None where it was not given.
    """

    found: TransitionSet
    dates: Sequence[int]
    names: Mapping[str, str]
    outlines: UnitOutlines | None
    told: Told = NOTHING_TOLD
    index: IndexByDate | None = None

    @cached_property
    def region(self) -> TransitionSet:
        """All units as one."""
        return self.found.region

    @property
    def longest(self) -> int:
        """The place of the wanted pair that spans most years, the last of several."""
        spans = self.found.spans[: self.found.wanted]
        return int(np.flatnonzero(spans == spans.max())[-1])

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The years of the wanted pairs."""
        return list(self.found.years[: self.found.wanted])

    @cached_property
    def met(self) -> list[int]:
        """The places of the classes that have area at any date."""
        areas = self.region.areas
        return np.flatnonzero((areas.sum(axis=(0, 1, 2)) > 0) | (areas.sum(axis=(0, 1, 3)) > 0)).tolist()

    @cached_property
    def scale(self) -> tuple[float, str]:
        """What to multiply hectares by, and the unit of measure that they then have."""
        is_large = self.region.areas[0].sum() >= LARGE
        return (1 / HECTARES_PER_SQUARE_KILOMETRE, "km²") if is_large else (1.0, "ha")


def pair_name(pair: tuple[int, int], writer: Writer) -> str:
    """A pair of dates in words."""
    return writer.say(sentence("{first} to {last}"), first=str(pair[0]), last=str(pair[1]))


def class_name(name: str, writer: Writer) -> str:
    """A class of land in words."""
    return class_in_words(name, writer.language)
