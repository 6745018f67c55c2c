"""The tables that the steps of a study wrote, read back and held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import pandas as pd

from ..messages import Message
from ..tables.keys import compare_units
from ..tables.panel import Panel
from ..tables.unit_results import read_results, read_unit_results
from ..tables.vocabulary import UNIT, YEAR
from ..zoning.summaries import read_zones
from .remarks import remarks_on_accounts, remarks_on_fit


class ReadTable(Protocol):
    """A table as it was read from a layer."""

    frame: pd.DataFrame


@dataclass(frozen=True, eq=False)
class StudyTables:
    """What the steps wrote; all but ``zones`` may be None.

    ``zones``: as of ``summaries.read_zones``. ``accounts``, ``projection``: panels (t C, ha). ``region``: a row a year.
    ``used``: the coefficients. ``trends``, ``potential``: a row a unit. ``fit``, ``trace``: of the regression.
    """

    zones: pd.DataFrame
    accounts: Panel | None = None
    region: pd.DataFrame | None = None
    used: pd.DataFrame | None = None
    trends: pd.DataFrame | None = None
    fit: pd.DataFrame | None = None
    trace: pd.DataFrame | None = None
    projection: Panel | None = None
    potential: pd.DataFrame | None = None
    notes: list[Message] = field(default_factory=list)


_COLUMNS = {  # of the tables without units: those that must be there, and hold numbers
    "region": ([YEAR], [YEAR]),
    "used": (["column"], []),
    "fit": (["variable", "b"], ["b"]),
    "trace": (["k"], ["k"]),
}


def read_study_tables(
    panels: Mapping[str, Panel | None], tables: Mapping[str, ReadTable | None], names: Mapping[str, str | Message]
) -> StudyTables:
    """Read the tables and say which units one of them lacks.

    ``panels``: ``accounts``, ``projection``; ``tables``: ``zones`` and the others, by the names of ``StudyTables``;
    ``names``: what the user calls each of them. Raises what ``read_zones``, ``read_results``, ``read_unit_results`` and
    ``compare_units`` raise.
    """
    zoned = read_zones(tables["zones"].frame, names["zones"])
    read: dict[str, pd.DataFrame | Panel] = {}
    notes: list[Message] = []
    for name, panel in panels.items():
        if panel is not None:
            notes += compare_units(names["zones"], zoned[UNIT], names[name], panel.units)
            read[name] = panel
    for name, table in tables.items():
        if table is None or name == "zones":
            continue
        if name in _COLUMNS:
            read[name] = read_results(table.frame, names[name], *_COLUMNS[name])
        else:
            read[name] = read_unit_results(table.frame, names[name])
            notes += compare_units(names["zones"], zoned[UNIT], names[name], read[name][UNIT])
    if "accounts" in read:
        notes += remarks_on_accounts(read["accounts"])
    if "fit" in read:
        notes += remarks_on_fit(read["fit"], read.get("accounts"))
    return StudyTables(zoned, **read, notes=notes)
