"""Growth of the units' own history."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.scenario import growth
from carbon_plugin.core.scenario.growth import WinsoriseError
from carbon_plugin.core.tables.panel import Panel


def growth_statistics(frame, *settings):
    return growth.growth_statistics(Panel(frame, "panel"), *settings)


def history(**units):
    rows = [
        {"unit": unit, "year": year, "P": value} for unit, values in units.items() for year, value in values.items()
    ]
    return pd.DataFrame(rows)


def test_worked_history(worked_history):
    panel = worked_history.assign(P=worked_history["population"], IS=worked_history["gdp_secondary"])
    statistics = growth_statistics(panel, ["P"])
    assert statistics.rate[0, 0] == pytest.approx([-0.002, 0.001, 0.006])
    assert statistics.intervals.tolist() == [[3]]


def test_annual_data():
    statistics = growth_statistics(history(a={2000: 100.0, 2001: 110.0, 2002: 99.0}), ["P"])
    assert statistics.rate[0, 0] == pytest.approx([-0.1, np.sqrt(0.99) - 1, 0.1])
    assert statistics.level[0, 0] == pytest.approx([99, 103, 110])


def test_dated_data_is_annualised():
    """Doubling in five years, then a fall by 5 % in one: rates a year; the mean leads from the first to the last."""
    statistics = growth_statistics(history(a={2000: 1.0, 2005: 2.0, 2006: 1.9}), ["P"])
    assert statistics.rate[0, 0] == pytest.approx([-0.05, 1.9 ** (1 / 6) - 1, 2**0.2 - 1])


def test_gaps_and_single_years():
    frame = history(a={2000: 1.0, 2001: np.nan, 2002: 1.21}, b={2002: 5.0}, c={2000: np.nan, 2001: np.nan})
    statistics = growth_statistics(frame, ["P"])
    assert statistics.rate[0, 0] == pytest.approx([0.1, 0.1, 0.1])
    assert np.isnan(statistics.rate[1:]).all()
    assert statistics.level[1, 0] == pytest.approx([5, 5, 5])
    assert np.isnan(statistics.level[2]).all()
    assert statistics.intervals[:, 0].tolist() == [1, 0, 0]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0.5, 2.0), min_size=2, max_size=25), st.floats(0, 49))
def test_winsorising_against_numpy(levels, winsorise):
    years = np.cumsum(np.arange(len(levels)) % 3 + 1)
    frame = pd.DataFrame({"unit": "a", "year": years, "P": levels})
    spans, ratios = np.diff(years), np.divide(levels[1:], levels[:-1])
    growth = ratios ** (1 / spans) - 1
    low, high = np.percentile(growth, [winsorise, 100 - winsorise])
    mean = np.exp((np.log1p(np.clip(growth, low, high)) * spans).sum() / spans.sum()) - 1
    assert growth_statistics(frame, ["P"], winsorise).rate[0, 0] == pytest.approx([low, mean, high], abs=1e-12)
    compound = growth_statistics(frame, ["P"]).rate[0, 0, 1]
    assert (1 + compound) ** (years[-1] - years[0]) == pytest.approx(levels[-1] / levels[0])


def test_table():
    table = growth_statistics(history(a={2000: 100.0, 2001: 110.0}), ["P"]).table()
    assert table.columns.tolist()[:5] == ["unit", "variable", "growth_min", "growth_mean", "growth_max"]
    assert table["growth_mean"].tolist() == pytest.approx([10.0])


@pytest.mark.parametrize("wrong", [-1, 50, 95])
def test_impossible_percentiles(wrong):
    with pytest.raises(WinsoriseError, match=f"WINSORISE is {wrong}"):
        growth_statistics(history(a={2000: 1.0}), ["P"], wrong)
