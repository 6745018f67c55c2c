"""One coefficient: a printed number with its unit, range and source, what it is multiplied with, where and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from .place_year import HeldPlace

NEP = "nep"
STANDARD_COAL = "standard coal"  # the factor whose rows give the energy of a fuel in tce
CE_URBAN = "ce_urban"
MULTIPLY, ONE_MINUS, DIVIDE = "multiply", "one_minus", "divide"

ROLES: Mapping[str, Callable] = {  # of a number or an array of draws
    MULTIPLY: lambda value: value,
    ONE_MINUS: lambda value: 1.0 - value,
    DIVIDE: lambda value: 1.0 / value,
}


@dataclass(frozen=True)
class Coefficient(HeldPlace):
    """One row of a profile. ``component``: the result it adds to (``ce_<x>``, ``cs_<x>``) or ``nep``; ``column``: the
    column of the panel it is multiplied with, for ``nep`` the sink component it belongs to.

    ``group``: the one group of units the row holds for, '' for all; ``from_year``, ``to_year``: the years it holds
    for, both included, None without an end.
    """

    key: str
    component: str
    column: str
    factor: str
    role: str
    value: float
    unit: str = ""
    low: float | None = None
    high: float | None = None
    required: bool = False
    source: str = ""
    note: str = ""
    group: str = ""
    from_year: int | None = None
    to_year: int | None = None

    @property
    def multiplier(self) -> float:
        """What the row multiplies an amount by."""
        return ROLES[self.role](self.value)

    @property
    def name(self) -> str:
        """What tells the row from all others: its key, and where and when it holds.

        >>> place = {"group": "Sichuan", "to_year": 2010}
        >>> Coefficient("power", "ce_energy", "electricity_mwh", "", "multiply", 1.0, **place).name
        'power Sichuan –2010'
        """
        has_years = self.from_year is not None or self.to_year is not None
        years = f"{'' if self.from_year is None else self.from_year}–{'' if self.to_year is None else self.to_year}"
        return " ".join(part for part in (self.key, self.group, years if has_years else "") if part)

    def row(self) -> dict[str, object]:
        """The row as it stands in a table: ``required`` as yes or no, None where there is no bound."""
        cells = {name: getattr(self, name) for name in COEFFICIENT_COLUMNS}
        return {**cells, "required": "yes" if self.required else "no"}


COEFFICIENT_COLUMNS = tuple(field.name for field in fields(Coefficient))
