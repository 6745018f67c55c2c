"""The map of one scenario in time: the projected units with an outline, each row with the days it stands for."""

from __future__ import annotations

from datetime import date

import pandas as pd

from ..choices import Choices
from ..messages import note
from ..stirpat.variables import EMISSION
from ..tables.joined import NAME, Joined, beside_names
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from .scenario_table import BASELINE

DATE_FROM, DATE_TO, CHANGE = "date_from", "date_to", "ce_change_pct"


def map_scenario(projection: pd.DataFrame, scenario: str = "") -> str:
    """The scenario to show: ``scenario``, or the baseline, or the first where there is none.

    Args:
        projection: ``projection.Projection.table``.
        scenario: its name, empty where none is chosen.

    Raises ``NotAChoiceError`` where the projection has no such one.

    >>> map_scenario(pd.DataFrame({"scenario": ["low", "baseline"]}))
    'baseline'
    """
    scenarios = Choices("MAP_SCENARIO", {name: name for name in projection[SCENARIO].unique()})
    return scenarios.check(scenario or (BASELINE if BASELINE in scenarios else scenarios.default))


def map_of_scenario(projection: pd.DataFrame, units: pd.DataFrame, scenario: str) -> Joined:
    """The rows of one scenario of the units that have an outline, in their order, with their days.

    A row is valid from the first of January of its year to that of the unit's next row, the last one for a year: in
    every year exactly one row of a unit shows.

    Args:
        projection: ``projection.Projection.table``, t C a year.
        units: columns ``unit``, ``name``.
        scenario: one of the projection's (``map_scenario``).

    Returns ``unit``, ``name``, ``year``, ``date_from``, ``date_to``, ``scenario``, what the projection has, and
    ``ce_change_pct``, emission against that of the unit's base year.

    >>> rows = pd.DataFrame({"unit": "a", "year": [2020, 2025], "scenario": "low", "ce": [4.0, 5.0]})
    >>> table = map_of_scenario(rows, pd.DataFrame({"unit": ["a"], "name": ["A"]}), "low").frame
    >>> [str(day) for day in table["date_to"]], table["ce_change_pct"].tolist()
    (['2025-01-01', '2026-01-01'], [0.0, 25.0])
    """
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
    frame = beside_names(units, dated)
    first = [UNIT, NAME, YEAR, DATE_FROM, DATE_TO, SCENARIO]
    frame = frame[[*first, *frame.columns.difference(first, sort=False)]]
    shown = note(
        "scenario-map",
        "The map shows {count:unit|units} under “{scenario}”, {first} to {last}; the temporal controller steps through "
        "the years.",
        count=int(frame[UNIT].nunique()),
        scenario=scenario,
        first=str(rows[YEAR].min()),
        last=str(rows[YEAR].max()),
    )
    return Joined(frame, [shown])


def _new_year(years: pd.Series) -> pd.Series:
    """The first of January of ``years``, as dates: timestamps of pandas end in 2262."""
    return pd.Series([date(int(year), 1, 1) for year in years], index=years.index, dtype=object)
