"""The map of one scenario in time: the projected units with an outline, each row with the days it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ..errors import InputError
from ..messages import Message, note, sentence
from ..stirpat.variables import EMISSION
from ..tables.keys import compare_units
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from .scenario_table import BASELINE

DATE_FROM, DATE_TO, CHANGE = "date_from", "date_to", "ce_change_pct"


class UnknownScenarioError(InputError):
    template = sentence(
        "MAP_SCENARIO is “{found}”, but the scenario table has {expected}. Choose one of these for the map."
    )


@dataclass(frozen=True, eq=False)
class PotentialMap:
    """``frame``: ``unit``, ``name`` and the potential, in the layer's order, of every unit with an outline."""

    frame: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class ScenarioMap:
    """``frame``: ``unit``, ``name``, ``year``, ``date_from``, ``date_to`` and what the projection has, and
    ``ce_change_pct``, emission against that of the unit's base year; a row for each year and unit with an outline.
    """

    scenario: str
    frame: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


def map_of_potential(potential: pd.DataFrame, table: str, units: pd.DataFrame, layer: str) -> PotentialMap:
    """Join the potential of the units of ``table`` to the units (columns ``unit``, ``name``) of ``layer``.

    Raises ``AmbiguousKeysError``, ``NoCommonUnitsError``.
    """
    notes = compare_units(layer, units[UNIT], table, potential[UNIT])
    return PotentialMap(units[[UNIT, "name"]].merge(potential, on=UNIT, how="inner"), notes)


def map_of_scenario(projection: pd.DataFrame, units: pd.DataFrame, scenario: str = "") -> ScenarioMap:
    """The rows of ``scenario`` of the units in ``units`` (columns ``unit``, ``name``), in their order.

    ``projection``: ``scenario.Projection.table``. Without ``scenario`` the baseline, or the first where there is none.
    A row is valid from the first of January of its year to that of the unit's next row, the last one for a year: in
    every year exactly one row of a unit shows.

    Raises ``UnknownScenarioError``.
    """
    found = list(projection[SCENARIO].unique())
    scenario = scenario or (BASELINE if BASELINE in found else found[0])
    if scenario not in found:
        raise UnknownScenarioError(found=scenario, expected=found)
    rows = projection[projection[SCENARIO] == scenario].sort_values([UNIT, YEAR], kind="stable")
    by_unit = rows.groupby(UNIT, sort=False)
    next_year = by_unit[YEAR].shift(-1).fillna(rows[YEAR] + 1).astype(int)
    dated = rows.assign(
        **{
            DATE_FROM: _new_year(rows[YEAR]),
            DATE_TO: _new_year(next_year),
            CHANGE: 100.0 * (rows[EMISSION] / by_unit[EMISSION].transform("first") - 1.0),
        }
    )
    frame = units[[UNIT, "name"]].merge(dated, on=UNIT, how="inner")
    first = [UNIT, "name", YEAR, DATE_FROM, DATE_TO, SCENARIO]
    frame = frame[[*first, *frame.columns.difference(first, sort=False)]]
    notes = [
        note(
            "scenario-map",
            "The map shows {count} units under “{scenario}”, {first} to {last}; the temporal controller steps through "
            "its years.",
            count=int(frame[UNIT].nunique()),
            scenario=scenario,
            first=int(rows[YEAR].min()),
            last=int(rows[YEAR].max()),
        )
    ]
    return ScenarioMap(scenario, frame, notes)


def _new_year(years: pd.Series) -> pd.Series:
    return pd.to_datetime(pd.DataFrame({"year": years, "month": 1, "day": 1}))
