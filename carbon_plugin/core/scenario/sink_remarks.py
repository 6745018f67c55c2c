"""What a reader should know of a sink by a table of one's own: where it says nothing, and what of it is not used."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO
from ..values import Cell, quoted

_OUTSIDE = sentence("“{table}” lacks {count:unit|units}, whose sink is held at the last known value, if any: {units}.")
_SCENARIOS_OUTSIDE = sentence(
    "“{table}” has no rows for the scenarios {scenarios}, where every sink is held at the last known value, if any. "
    "Its scenarios are {found}."
)
_ROWS_UNUSED = sentence(
    "“{table}” has a sink under {idle}, which no scenario of emission is called, so that it is not used. The scenarios "
    "of emission are {scenarios}."
)


def remarks_on_scenarios(own: Panel, scenarios: Sequence[str]) -> list[Message]:
    """Scenarios of emission without any sink of ``own``, and sinks under names that no scenario of emission has."""
    if SCENARIO not in own:
        return []
    named = list(own.frame[SCENARIO].unique())
    without = [name for name in scenarios if name not in named]
    idle = [name for name in named if name not in scenarios]
    notes = []
    if without:
        told = {"scenarios": quoted(without), "found": quoted(named)}
        notes.append(warning("sink-held-under-scenarios", _SCENARIOS_OUTSIDE, table=own.table, **told))
    if idle:
        told = {"idle": quoted(idle), "scenarios": quoted(scenarios)}
        notes.append(warning("sink-unused", _ROWS_UNUSED, table=own.table, **told))
    return notes


def remarks_on_outside(
    table: str, listed: np.ndarray, units: Sequence[str], *, scenarios: Sequence[str]
) -> list[Message]:
    """Units not ``listed`` (s, u); those of some scenarios with these, but not with a scenario that has none at all."""
    there = listed.any(axis=1) if listed.any() else np.ones(len(listed), dtype=bool)
    lacks = ~listed[there]
    outside = []
    for u in np.flatnonzero(lacks.any(axis=0)):
        where = np.flatnonzero(there)[lacks[:, u]]
        outside += [Cell(units[u])] if lacks[:, u].all() else [Cell(units[u], scenario=scenarios[s]) for s in where]
    told = {"table": table, "count": int(lacks.any(axis=0).sum()), "units": outside}
    return [warning("sink-held-outside-table", _OUTSIDE, **told)] if outside else []
