"""One coefficient: a printed number with its unit, range and source, and what it is multiplied with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

NEP = "nep"
STANDARD_COAL = "standard coal"  # the factor whose rows give the energy of a fuel in tce
CE_URBAN = "ce_urban"
MULTIPLY, ONE_MINUS, DIVIDE = "multiply", "one_minus", "divide"

ROLES: Mapping[str, Callable[[float], float]] = {
    MULTIPLY: lambda value: value,
    ONE_MINUS: lambda value: 1.0 - value,
    DIVIDE: lambda value: 1.0 / value,
}


@dataclass(frozen=True)
class Coefficient:
    """One row of a profile. ``component``: the result it adds to (``ce_<x>``, ``cs_<x>``) or ``nep``; ``column``: the
    column of the panel it is multiplied with, for ``nep`` the sink component it belongs to.
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

    @property
    def multiplier(self) -> float:
        """What the row multiplies an amount by."""
        return ROLES[self.role](self.value)

    def row(self) -> dict[str, object]:
        """The row as it stands in a table: ``required`` as yes or no, None where there is no bound."""
        cells = {name: getattr(self, name) for name in COEFFICIENT_COLUMNS}
        return {**cells, "required": "yes" if self.required else "no"}


COEFFICIENT_COLUMNS = tuple(field.name for field in fields(Coefficient))
