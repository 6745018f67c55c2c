"""The carbon sink after the base year."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import InputError, TextInNumbersError
from carbon_plugin.core.scenario.sinks import sink_paths
from carbon_plugin.core.tables.panel import Panel

YEARS = np.arange(2020, 2031)


def history(**units):
    return pd.DataFrame(
        [{"unit": unit, "year": year, "cs": cs} for unit, values in units.items() for year, cs in values.items()]
    )


def paths(frame, units="a", path="held", own=None, scenarios=("low", "high")):
    own = None if own is None else Panel(own, "sink")
    return sink_paths(Panel(frame, "panel"), list(units), YEARS, scenarios=list(scenarios), path=path, own=own)


def test_held_at_the_last_known_value():
    sinks = paths(history(a={2018: 5.0, 2019: 6.0, 2020: np.nan}, b={2020: -2.0}), "abc")
    assert sinks.values.shape == (2, 3, 11)
    assert sinks.values[1, 0].tolist() == [6.0] * 11
    assert sinks.values[0, 1].tolist() == [-2.0] * 11  # a sink that is a source
    assert np.isnan(sinks.values[:, 2]).all()


def test_trend_and_its_floor():
    """Sen slope of 10, 8, 7, 4: pairs -2, -1.5, -2, -1, -2, -3, median -2 a year; never below zero."""
    sinks = paths(history(a={2017: 10.0, 2018: 8.0, 2019: 7.0, 2020: 4.0}), path="trend")
    assert sinks.values[0, 0].tolist() == [4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def test_no_trend_of_two_years():
    sinks = paths(history(a={2019: 1.0, 2020: 2.0}, b={2018: 1.0, 2019: 2.0, 2020: 3.0}), "ab", "trend")
    assert sinks.values[0, 0].tolist() == [2.0] * 11
    assert sinks.values[0, 1].tolist() == [3.0 + t for t in range(11)]
    assert "The sink of 1 unit is held, since fewer than three years of it are known" in str(sinks.notes[0])


def test_table_of_ones_own():
    """From the last known value to the first row, between rows, and held after the last."""
    own = pd.DataFrame({"unit": ["a", "a", "z"], "year": [2024, 2028, 2028], "cs": [14.0, 6.0, 1.0]})
    sinks = paths(history(a={2020: 10.0}, b={2019: 3.0}), "ab", "table", own)
    assert sinks.values[0, 0].tolist() == [10, 11, 12, 13, 14, 12, 10, 8, 6, 6, 6]
    assert sinks.values[1, 1].tolist() == [3.0] * 11
    assert "“sink” lacks 1 unit, whose sink is held at the last known value, if any: b" in str(sinks.notes[0])


def test_table_by_scenario():
    own = pd.DataFrame({"unit": "a", "year": 2020, "scenario": ["low", "high"], "cs": [1.0, 2.0]})
    sinks = paths(pd.DataFrame(columns=["unit", "year"]), path="table", own=own)
    assert sinks.values[:, 0, 0].tolist() == [1.0, 2.0]


def test_scenarios_without_a_sink_and_sinks_without_a_scenario_are_told():
    own = pd.DataFrame(
        {
            "unit": ["a", "b", "a", "a"],
            "year": 2030,
            "scenario": ["low", "low", "mid", "Hihg"],
            "cs": [9.0, 8.0, 7.0, 6.0],
        }
    )
    given = history(a={2020: 1.0}, b={2020: 2.0})
    sinks = paths(given, "ab", "table", own, scenarios=("low", "mid", "high"))
    assert sinks.values[:, :, -1].tolist() == [[9.0, 8.0], [7.0, 2.0], [1.0, 2.0]]
    assert [message.code for message in sinks.notes] == [
        "sink-held-under-scenarios", "sink-unused", "sink-held-outside-table"
    ]  # fmt: skip
    without, unused, outside = map(str, sinks.notes)
    assert "no rows for the scenarios “high”, where every sink is held" in without
    assert "a sink under “Hihg”, which no scenario of emission is called" in unused
    assert "lacks 1 unit, whose sink is held at the last known value, if any: b mid" in outside


def test_no_column():
    assert np.isnan(paths(pd.DataFrame({"unit": ["a"], "year": [2020]}), path="trend").values).all()


@pytest.mark.parametrize(
    ("path", "own", "expected"),
    [
        ("grow", None, "SINK is “grow”, but must be one of “held”, “trend”, “table”, “land”"),
        ("table", None, "there is no table of the sink"),
        ("table", pd.DataFrame({"unit": ["a"], "year": [2020]}), "has no column “cs”"),
    ],
)
def test_faults(path, own, expected):
    with pytest.raises(InputError, match=expected):
        paths(history(a={2020: 1.0}), path=path, own=own)


def test_words_in_the_sink():
    own = pd.DataFrame({"unit": ["a", "a"], "year": [2030, 2040], "cs": ["12", "much"]})
    with pytest.raises(TextInNumbersError, match=r"column “cs” .* 1 cell holds text: “much” \(a 2040\)"):
        paths(pd.DataFrame(columns=["unit", "year"]), path="table", own=own)


def test_an_empty_sink_column_is_unknown():
    values = paths(pd.DataFrame({"unit": ["a"], "year": [2020], "cs": [""]})).values
    assert values.shape == (2, 1, 11) and np.isnan(values).all()
