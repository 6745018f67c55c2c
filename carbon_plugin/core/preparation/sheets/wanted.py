"""What the user says of tables before they are read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from .mapping import Mapping

LONG, YEARS_AS_COLUMNS, TABLE_A_YEAR, TABLE_A_VARIABLE = "long", "years_as_columns", "table_a_year", "table_a_variable"
AUTO = "auto"


@dataclass(frozen=True)
class Wanted:
    """Headings of the key columns, the layout, what columns are, the units' keys.

    ``units``: every spelling, as of ``words.spelling``, by which a unit can be found; empty where no units were given.
    """

    unit_field: str = ""
    year_field: str = ""
    layout: str = AUTO
    mapping: Mapping = field(default_factory=Mapping)
    units: Collection[str] = ()
