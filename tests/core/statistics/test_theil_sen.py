"""All pairs of a series: brute force, scipy's slope, and what must not change it."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from carbon_plugin.core.statistics.theil_sen import merge_ties, pair_statistics

SERIES = st.lists(st.integers(-20, 20), min_size=2, max_size=15)


def of_one(values, times=None):
    times = np.arange(len(values)) if times is None else times
    found = pair_statistics(np.array(values, float)[:, None], np.asarray(times, float)[:, None])
    return found.s[0], found.tie_term[0], found.slope[0]


@given(SERIES, st.integers(0, 2**32 - 1))
def test_pair_by_pair(values, seed):
    times = np.cumsum(np.random.default_rng(seed).integers(1, 5, len(values)))
    pairs = list(combinations(zip(times, values), 2))
    s, tie_term, slope = of_one(values, times)
    assert s == sum(np.sign(later - earlier) for (_, earlier), (_, later) in pairs)
    assert slope == pytest.approx(np.median([(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairs]))
    counts = np.unique(values, return_counts=True)[1]
    assert tie_term == sum(q * (q - 1) * (2 * q + 5) for q in counts)


@given(SERIES)
def test_slope_against_scipy(values):
    assert of_one(values)[2] == pytest.approx(stats.theilslopes(values, np.arange(len(values)))[0])


@given(SERIES, st.integers(-5, 5), st.integers(1, 4))
def test_a_trend_on_top_moves_the_slope_and_a_scale_stretches_it(values, trend, scale):
    moved = scale * np.array(values) + trend * np.arange(len(values))
    assert of_one(moved)[2] == pytest.approx(scale * of_one(values)[2] + trend)
    assert of_one(values[::-1])[0] == -of_one(values)[0]


def test_ties_are_merged_to_the_lowest_of_their_run():
    step = 0.9e-12
    series = np.array([[1 + 2 * step, 5.0], [1.0, 5.0], [3.0, 4.0], [1 + step, 6.0]])
    merged, tie_term = merge_ties(series)
    np.testing.assert_array_equal(merged[:, 0], [1.0, 1.0, 3.0, 1.0])  # a chain of three neighbours
    np.testing.assert_array_equal(merged[:, 1], series[:, 1])
    assert tie_term.tolist() == [3 * 2 * 11, 2 * 1 * 9]
