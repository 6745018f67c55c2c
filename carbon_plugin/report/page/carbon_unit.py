"""Amounts of carbon in the unit that the reader chose, large ones in millions, in Chinese in ten thousands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, Protocol

import numpy as np

from ...core.measures import CARBON_UNITS
from ...core.messages import sentence
from ...core.options import REPORT_UNITS
from ...core.tables.vocabulary import describe
from .numbers import digits, largest
from .told import Told

TONNES = "t C/a"
MILLION, TEN_THOUSAND = 1e6, 1e4


@dataclass(frozen=True)
class CarbonUnit:
    """``key``: one of ``CARBON_UNITS``; ``label``: as it is written; ``translate``: to the reader's ``language``."""

    key: str
    label: str
    translate: Callable[[str], str] = str
    language: str = "en"

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
        size = largest(values) * self.factor
        if self.language == "zh":
            unit = self._in_ten_thousands() if size >= TEN_THOUSAND else self
            return unit.factor, unit.a_year
        if size >= MILLION:
            return self.factor / MILLION, self.translate(sentence("million {unit}")).format(unit=self.a_year)
        return self.factor, self.a_year

    def scale_of_table(self, values: Sequence[float] | np.ndarray) -> tuple[float, str]:
        """As ``scale``, for a table of many units: in English as the reader chose, in Chinese as all else."""
        return self.scale(values) if self.language == "zh" else (self.factor, self.a_year)

    def text(self, value: float) -> str:
        """One amount (t C a year) with its unit."""
        factor, unit = self.scale([value])
        return f"{digits(value * factor, 4)} {unit}"

    def _in_ten_thousands(self) -> CarbonUnit:
        """As yearbooks in Chinese write large amounts; a unit of ten thousands stays what it is."""
        key = f"10^4 {self.key}"
        if key not in CARBON_UNITS:
            return self
        return CarbonUnit(key, self.translate(REPORT_UNITS.label(key)), self.translate, self.language)


def is_carbon(column: str) -> bool:
    """Whether a column is an amount of carbon a year."""
    variable = describe(column)
    return variable is not None and variable.unit == TONNES


class CarbonReport(Protocol):
    """What a report on amounts of carbon holds: the key of their unit, the unit as it is written, what it tells."""

    @property
    def unit(self) -> str: ...

    @property
    def unit_label(self) -> str: ...

    @property
    def told(self) -> Told: ...
