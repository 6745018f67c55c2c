"""Amounts of carbon in the unit that the reader chose, large ones in millions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, Protocol

import numpy as np

from ...core.measures import CARBON_UNITS
from ...core.messages import sentence
from .numbers import digits, largest
from .told import Told

MILLION = 1e6


@dataclass(frozen=True)
class CarbonUnit:
    """``key``: one of ``CARBON_UNITS``; ``label``: as it is written; ``translate``: to the reader's language."""

    key: str
    label: str
    translate: Callable[[str], str] = str

    @property
    def factor(self) -> float:
        """What one t C is in this unit."""
        return CARBON_UNITS[self.key]

    @property
    def a_year(self) -> str:
        """The unit of a flow."""
        return self.translate(sentence("{unit}/a")).format(unit=self.label)

    def scale(self, values: Sequence[float] | np.ndarray) -> tuple[float, str]:
        """What to multiply ``values`` (t C a year) by for an axis or a table, and the unit they then have."""
        if largest(values) * self.factor >= MILLION:
            return self.factor / MILLION, self.translate(sentence("million {unit}")).format(unit=self.a_year)
        return self.factor, self.a_year

    def text(self, value: float) -> str:
        """One amount (t C a year) with its unit."""
        factor, unit = self.scale([value])
        return f"{digits(value * factor, 4)} {unit}"


class CarbonReport(Protocol):
    """What a report on amounts of carbon holds: the key of their unit, the unit as it is written, what it tells."""

    @property
    def unit(self) -> str: ...

    @property
    def unit_label(self) -> str: ...

    @property
    def told(self) -> Told: ...
