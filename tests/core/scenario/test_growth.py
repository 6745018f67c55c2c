"""Growth of the units' own history."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.scenario import growth
from carbon_plugin.core.scenario.growth import WinsoriseError
from carbon_plugin.core.scenario.growth_rates import percentiles
from carbon_plugin.core.tables.panel import Panel


def growth_statistics(frame, variables, winsorise=0.0, growth_years=1):
    return growth.growth_statistics(Panel(frame, "panel"), variables, winsorise, growth_years=growth_years)


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


# --- steps of several years ------------------------------------------------------------------------------------------


def by_windows(years, levels, length):
    """Annualised growth of every window, one by one."""
    known = [(year, level) for year, level in zip(years, levels) if np.isfinite(level)]
    found = []
    for start, before in known:
        ends = [(year, after) for year, after in known if year >= start + length]
        found += [(after / before) ** (1 / (year - start)) - 1 for year, after in ends[:1]]
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.floats(0.5, 2.0), st.just(np.nan)), min_size=3, max_size=25),
    st.integers(2, 6),
    st.sampled_from([0, 5]),
    st.sampled_from([1, 3]),
)
def test_windows_one_by_one(levels, length, winsorise, distance):
    levels, years = np.append(levels, [1.0, 1.5]), 2000 + distance * np.arange(len(levels) + 2)
    levels = np.append(np.append(1.1, np.nan), levels)[: len(years)]
    known = years[np.isfinite(levels)]
    frame = pd.DataFrame({"unit": "a", "year": years, "P": levels})
    if len(known) < 2 or length > max(known[-1] - known[0], 5):
        return
    found = growth_statistics(frame, ["P"], winsorise, growth_years=length)
    if known[-1] - known[0] < 2 * length:
        assert found.by_single_years.all()
        assert found.rate == pytest.approx(growth_statistics(frame, ["P"], winsorise).rate, abs=1e-12)
        return
    rates = by_windows(years, levels, length)
    whole = levels[np.isfinite(levels)]
    mean = (whole[-1] / whole[0]) ** (1 / (known[-1] - known[0])) - 1
    low, high = np.percentile(rates, [winsorise, 100 - winsorise])
    assert found.rate[0, 0] == pytest.approx([min(low, mean), mean, max(high, mean)], abs=1e-12)
    assert found.intervals.tolist() == [[len(rates)]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.5, 2.0), min_size=2, max_size=30), st.integers(1, 5), st.floats(0, 20))
def test_least_mean_and_largest_are_in_order(levels, length, winsorise):
    frame = pd.DataFrame({"unit": "a", "year": np.arange(len(levels)), "P": levels})
    low, mean, high = growth_statistics(frame, ["P"], winsorise, growth_years=length).rate[0, 0]
    assert low <= mean + 1e-12 and mean <= high + 1e-12


def test_one_odd_year_counts_for_a_fifth():
    """Constant but for one year of 50 %: annual growth carries it whole, steps of five years spread it."""
    levels = np.where(np.arange(21) < 10, 1.0, 1.5)
    frame = pd.DataFrame({"unit": "a", "year": np.arange(2000, 2021), "P": levels})
    assert growth_statistics(frame, ["P"]).rate[0, 0, 2] == pytest.approx(0.5)
    assert growth_statistics(frame, ["P"], 0, growth_years=5).rate[0, 0, 2] == pytest.approx(1.5**0.2 - 1)


def test_a_short_history_gives_single_years_and_says_so():
    frame = pd.concat([history(a={2000: 1.0, 2005: 2.0, 2010: 3.0}), history(b={2001: 1.0, 2002: 1.1, 2010: 2.0})])
    found = growth_statistics(frame, ["P"], 0, growth_years=5)
    assert found.by_single_years.tolist() == [[False], [True]]
    assert found.rate[1, 0, 2] == pytest.approx(0.1)
    (told,) = growth.remarks_on_growth(found, 5)
    assert told.needs_attention and told.code == "growth-by-single-years"
    assert "of 1 unit come from single years instead of steps of 5 years" in str(told) and "b (P)" in str(told)
    assert growth.remarks_on_growth(growth_statistics(frame, ["P"]), 1) == []
    assert growth.remarks_on_growth(found.only(np.array([True, False])), 5) == []


def test_impossible_steps():
    frame = history(a={2000: 1.0, 2008: 2.0})
    with pytest.raises(growth.GrowthYearsError, match="GROWTH_YEARS is 0"):
        growth_statistics(frame, ["P"], 0, growth_years=0)
    with pytest.raises(growth.GrowthYearsTooLongError, match="the longest history of a unit in “panel” spans 8 years"):
        growth_statistics(frame, ["P"], 0, growth_years=9)
    short = history(a={2018: 1.0, 2020: 1.1})  # the usual step asks for no setting of one's own
    assert growth_statistics(short, ["P"], 0, growth_years=5).by_single_years.all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.floats(-5, 5), st.just(np.nan)), min_size=1, max_size=30), st.floats(0, 49))
def test_percentiles_as_numpy_has_them(values, share):
    if np.isnan(values).all():
        return
    expected = np.nanpercentile(values, [share, 100 - share])
    assert percentiles(np.array(values)[:, None], [share, 100 - share])[:, 0] == pytest.approx(expected, abs=1e-13)
