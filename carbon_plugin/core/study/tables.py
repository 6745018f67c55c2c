"""The tables that the steps of a study wrote, read back and held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

import pandas as pd

from ..land_use.transition_rows import TransitionRows, read_transitions
from ..messages import Message
from ..tables.keys import compare_units
from ..tables.panel import Panel
from ..tables.unit_results import read_results, read_unit_results
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from ..zoning.summaries import read_zones
from .remarks import remarks_on_accounts, remarks_on_fit
from .scenario_remarks import remarks_on_projection


class ReadTable(Protocol):
    """A table as it was read from a layer."""

    frame: pd.DataFrame


@dataclass(frozen=True, eq=False)
class StudyTables:
    """What the steps wrote; all but ``zones`` may be None.

    ``zones``: as of ``summaries.read_zones``. ``accounts``, ``projection``: panels (t C, ha). ``region``: a row a year.
    ``used``: the coefficients. ``trends``, ``potential``: a row a unit. ``fit``, ``trace``: of the regression.
    ``confidence``: a row a unit, how sure its zone is; ``changes``: a row an option, the shares of units that it moves.
    ``balance``, ``compensation``: a row a unit, its balance zone, and what it pays or receives. ``transitions``: what
    became of which land. ``services``: a panel of values of ecosystem services.
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
    confidence: pd.DataFrame | None = None
    changes: pd.DataFrame | None = None
    balance: pd.DataFrame | None = None
    compensation: pd.DataFrame | None = None
    transitions: TransitionRows | None = None
    services: Panel | None = None
    notes: list[Message] = field(default_factory=list)


_COLUMNS = {  # of the tables without units: those that must be there, and hold numbers
    "region": ([YEAR], [YEAR]),
    "used": (["column"], []),
    "fit": (["variable", "b"], ["b"]),
    "trace": (["k"], ["k"]),
    "changes": (["choice", "option", "changed_pct"], ["changed_pct"]),
}
_OF_UNITS = {  # of the tables with a row a unit: likewise
    "balance": (["zone_key", "nce", "ecc", "esc"], ["nce", "ecc", "esc"]),
    "compensation": (["role", "payment"], ["payment"]),
}


def read_study_tables(
    panels: Mapping[str, Panel | None], tables: Mapping[str, ReadTable | None], names: Mapping[str, str | Message]
) -> StudyTables:
    """Read the tables of a study, and say which units one of them lacks, what was filled and what is empty.

    Args:
        panels: ``accounts``, ``projection``, ``services``.
        tables: ``zones`` and the others, by the names of ``StudyTables``.
        names: what the user calls each of them.

    Raises what ``read_zones``, ``read_results``, ``read_unit_results``, ``read_transitions`` and ``compare_units``
    raise.
    """
    read: dict[str, pd.DataFrame | Panel | TransitionRows] = {
        name: panel for name, panel in panels.items() if panel is not None
    }
    if panels.get("services") is not None:
        panels["services"].require(["esv", "esv_km2"])
    units = {name: panel.units for name, panel in read.items()}
    for name, table in tables.items():
        if table is None:
            continue
        if name == "zones":
            read[name] = read_zones(table.frame, names[name])
        elif name in _COLUMNS:
            required, numbers = _COLUMNS[name]
            read[name] = read_results(table.frame, names[name], required, numbers=numbers)
        elif name == "transitions":
            read[name] = read_transitions(table.frame, names[name])
        else:
            required, numbers = _OF_UNITS.get(name, ([], []))
            read[name] = read_unit_results(table.frame, names[name], required, numbers=numbers)
            units[name] = read[name][UNIT]
    study = StudyTables(**read)
    notes = [
        message
        for name, keys in units.items()
        for message in compare_units(names["zones"], study.zones[UNIT], names[name], second_units=keys)
    ]
    notes += [] if study.accounts is None else remarks_on_accounts(study.accounts)
    notes += [] if study.fit is None else remarks_on_fit(study.fit, study.accounts)
    notes += [] if study.transitions is None else study.transitions.notes
    notes += [] if study.projection is None else _remarks_on_projection(study.projection)
    return replace(study, notes=notes)


def _remarks_on_projection(projection: Panel) -> list[Message]:
    columns = {SCENARIO, "ce"} <= set(projection.frame)
    return remarks_on_projection(projection.frame) if columns else []
