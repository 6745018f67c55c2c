"""Slopes and tests of many series: hand-computed cases, brute force, pymannkendall, published data, properties."""

import json
import math
import tracemalloc
from itertools import combinations, permutations

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from carbon_plugin.core.errors import Cancelled, InputError, SeveralErrors
from carbon_plugin.core.statistics import serial_correlation
from carbon_plugin.core.trend.series import (
    NumbersExpectedError,
    ThresholdError,
    TooFewYearsError,
    YearCountError,
    YearOrderError,
    intercepts,
    series_trends,
)

NAN = np.nan


def one(values, years=None, **options):
    """The trend of a single series, as plain numbers by name."""
    years = np.arange(2000, 2000 + len(values)) if years is None else years
    trends = series_trends(np.array([values], dtype=float), np.asarray(years), **options)
    names = ("n", "s", "variance", "z", "p", "p_exact", "slope", "score", "trend")
    return {name: getattr(trends, name)[0] for name in names}


def close(value, digits=6):
    return pytest.approx(value, abs=0.5 * 10.0**-digits)


def random_series(count, length, seed, gaps=0.0, digits=None):
    random = np.random.default_rng(seed)
    values = random.normal(size=(count, length)) + random.normal(0, 0.15, (count, 1)) * np.arange(length)
    if digits is not None:
        values = np.round(values, digits)
    values[random.random(values.shape) < gaps] = NAN
    return values


def brute_force(values, years):
    """S, variance and slope of one series, pair by pair and value by value."""
    known = [(year, value) for year, value in zip(years, values) if np.isfinite(value)]
    pairs = list(combinations(known, 2))
    s = sum(int(np.sign(later[1] - earlier[1])) for earlier, later in pairs)
    slope = np.median([(later[1] - earlier[1]) / (later[0] - earlier[0]) for earlier, later in pairs])
    n = len(known)
    ties = sum(q * (q - 1) * (2 * q + 5) for q in pd.Series([value for _, value in known]).value_counts())
    return s, (n * (n - 1) * (2 * n + 5) - ties) / 18, slope


# --- hand-computed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "s", "variance", "z", "slope"),
    [
        # of 28 pairs 2 tie (4 4, 7 7), 2 fall (6 5, 8 7), 24 rise; [8 7 21 - 2 (2 1 9)] / 18
        ([3, 4, 4, 6, 5, 7, 8, 7], 22, 190 / 3, 2.638780, 2 / 3),
        ([1, 3, 2, 3, 1.5, 3, 2.5], 4, 122 / 3, 0.470438, 0.125),
        ([1, 2, 3, 4, 5], 10, 50 / 3, 2.204541, 1.0),
        ([2, 1, 4, 3], 2, 26 / 3, 0.339683, 2 / 3),
        # four zeros tie: [6 5 17 - 4 3 13] / 18
        ([0, 0, 0, 0, 5, 6], 9, 59 / 3, 1.803950, 1.2),
    ],
)
def test_worked_cases(values, s, variance, z, slope):
    found = one(values)
    assert found["s"] == s
    assert found["variance"] == pytest.approx(variance, abs=1e-12)
    assert found["z"] == close(z)
    assert found["slope"] == pytest.approx(slope, abs=1e-12)


def test_worked_p():
    assert one([3, 4, 4, 6, 5, 7, 8, 7])["p"] == close(0.008321)


def test_real_years_and_gaps():
    # slopes a year: 3/5 from 2000 to 2005, 4/15 from 2000 to 2015, 1/10 from 2005 to 2015; 2010 is in no pair
    found = one([1, 4, NAN, 5], [2000, 2005, 2010, 2015])
    assert found["n"] == 3 and found["s"] == 3 and found["slope"] == pytest.approx(4 / 15)
    # absent years and empty years are the same
    assert one([1, 4, 5], [2000, 2005, 2015])["slope"] == found["slope"]


def test_gap_keeps_its_place():
    assert one([1, NAN, 3, 4, 5, 6])["slope"] == 1.0


# --- edges -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [[NAN] * 4, [1, NAN, NAN, NAN], [1, NAN, NAN, 2], [np.inf, 1, 2, NAN]])
def test_fewer_than_three_values_have_no_trend(values):
    found = one(values)
    assert all(np.isnan(found[name]) for name in ("s", "variance", "z", "p", "p_exact", "slope"))
    assert found["trend"] == found["score"] == 0


@pytest.mark.parametrize(("values", "z"), [([1, 2, 3], 1.044466), ([1, 2, 3, 4], 1.698416)])
def test_three_and_four_values_are_at_most_moderate(values, z):
    rising, falling = one(values, threshold=1.0), one(values[::-1], threshold=1.0)
    assert rising["z"] == close(z) == -falling["z"]
    assert (rising["trend"], rising["score"]) == (4, 4)
    assert (falling["trend"], falling["score"]) == (2, 2)


def test_four_rising_values_by_the_exact_distribution():
    assert one([1, 2, 3, 4])["p_exact"] == pytest.approx(2 / 24)


@pytest.mark.parametrize("values", [[5.0] * 6, [0.0] * 6, [-3.0] * 3, [0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 0.3]])
def test_constant_series_is_unchanged(values):
    found = one(values)
    assert found["slope"] == found["s"] == found["variance"] == found["z"] == 0
    assert found["p"] == found["p_exact"] == 1 and found["trend"] == found["score"] == 3


def test_a_score_of_one_is_no_trend_although_the_slope_is_not_zero():
    found = one([1, 3, 2, NAN, 2.5, 1.9])  # 5 pairs rise (1 to all, 2 to 2.5), 5 fall
    assert found["s"] == 0 and found["z"] == 0 and found["trend"] == 3
    found = one([1, 3, 2])  # two pairs rise, one falls
    assert found["s"] == 1 and found["z"] == 0 and found["slope"] == 0.5
    assert found["trend"] == found["score"] == 3


def test_ties_can_hide_the_slope_from_the_class_but_not_from_the_score():
    found = one([0, 0, 0, 0, 0, 0, 5, 6, 7])  # 15 of 36 pairs tie, 21 rise
    assert found["s"] == 21 and found["z"] > 1.66
    flat = one([0] * 12 + [5, 6])
    assert flat["slope"] == 0 and flat["z"] > 1.66
    assert (flat["trend"], flat["score"]) == (3, 5)


@pytest.mark.parametrize("length", [7, 12])
def test_z_on_the_threshold_is_moderate(length):
    """With few values it is the exact p that must lie below that of the threshold."""
    rising = np.arange(length)
    rising[:4] = rising[:4][::-1]  # far from marked for sure
    found = one(rising)
    on = stats.norm.isf(found["p_exact"] / 2) if length <= 10 else found["z"]
    assert one(rising, threshold=on + 1e-9)["trend"] == 4 and one(-rising, threshold=on + 1e-9)["trend"] == 2
    assert one(rising, threshold=on - 1e-9)["trend"] == 5 and one(-rising, threshold=on - 1e-9)["trend"] == 1


@pytest.mark.parametrize(
    ("values", "p", "p_exact"),
    [([3, 4, 4, 6, 5, 7, 8, 7], 0.008321, 0.004365), ([0, 0, 0, 0, 5, 6], 0.071239, 0.066667)],
)
def test_exact_p_with_ties_beside_the_normal_one(values, p, p_exact):
    found = one(values)
    assert (found["p"], found["p_exact"]) == (close(p), close(p_exact)) and found["score"] == 5


@pytest.mark.parametrize(("length", "digits"), [(5, 0), (6, 0), (7, 0), (7, None)])
def test_exact_p_of_series_with_ties_by_counting_all_orders(length, digits):
    values = random_series(12, length, seed=length, digits=digits)
    p_exact = series_trends(values, np.arange(length)).p_exact
    for series, found in zip(values, p_exact):
        orders = np.array(list(permutations(series)))
        scores = sum(np.sign(orders[:, j] - orders[:, i]) for i, j in combinations(range(length), 2))
        own = sum(np.sign(series[j] - series[i]) for i, j in combinations(range(length), 2))
        assert found == pytest.approx((np.abs(scores) >= abs(own)).mean(), abs=1e-12)


# --- autocorrelation -------------------------------------------------------------------------------------------------


def ar1_in_plain_python(years, values):
    """Z of one series, pair by pair and year by year."""
    known = [(int(year), float(value)) for year, value in zip(years, values) if np.isfinite(value)]
    n = len(known)
    s, variance, slope = brute_force(values, years)
    factor = 1.0
    if n >= 11:
        residuals = {year: value - slope * year for year, value in known}
        mean = sum(residuals.values()) / n
        residuals = {year: e - mean for year, e in residuals.items()}
        step = math.gcd(*(int(b) - int(a) for a, b in zip(years[:-1], years[1:])))
        products = [residuals[year] * residuals[year + step] for year in residuals if year + step in residuals]
        squares = sum(e**2 for e in residuals.values())
        r1 = sum(products) / squares * (n - 1) / len(products)
        r = min(max((n * r1 + 2) / (n - 4), 0.0), 0.95)
        powers = [r ** ((b - a) // step) for (a, _), (b, _) in combinations(known, 2)]
        factor += 2 / n * sum(powers)
    return (s - np.sign(s)) / math.sqrt(variance * factor) if s else 0.0


@pytest.mark.parametrize(("length", "gaps", "digits"), [(12, 0, None), (21, 0, 1), (21, 0.25, None), (30, 0.1, 1)])
@pytest.mark.parametrize("step", [1, 5])
def test_ar1_in_plain_python(length, gaps, digits, step):
    values = np.round(np.cumsum(random_series(40, length, seed=length, digits=digits), axis=1), 6)
    values[np.random.default_rng(0).random(values.shape) < gaps] = NAN
    years = np.arange(1950, 1950 + step * length, step)
    trends = series_trends(values, years, method="ar1")
    for series, z in zip(values, trends.z):
        assert z == pytest.approx(ar1_in_plain_python(years, series), abs=1e-9)
    assert (np.abs(trends.z) <= np.abs(series_trends(values, years).z)).all()
    assert np.isnan(trends.p_exact[trends.n >= 11]).all()


def test_ar1_variance_worked():
    # r1 of these residuals gives r = .5 after the correction; 1 + 2 (sum of (1 - k/12) .5^k) = 2.6667
    r, present, years = np.array([0.5]), np.ones((1, 12), bool), np.arange(12)
    expected = 1 + 2 * sum((1 - k / 12) * 0.5**k for k in range(1, 12))
    assert serial_correlation.variance_inflation(r, present, years)[0] == pytest.approx(expected)
    assert expected == pytest.approx(2.66675, abs=1e-5)


def test_ar1_with_fewer_than_eleven_values_is_the_exact_test():
    values = random_series(50, 10, seed=1)
    plain, corrected = (series_trends(values, np.arange(10), method=name) for name in ("original", "ar1"))
    for name in ("z", "p", "p_exact", "trend", "score"):
        np.testing.assert_array_equal(getattr(plain, name), getattr(corrected, name))


@pytest.mark.parametrize("memory", [0.0, 0.3, 0.5, 0.7])
def test_ar1_holds_its_level(memory):
    """Of 4,000 series without a trend as many are marked as the benchmark finds of 40,000, within chance."""
    random = np.random.default_rng(7)
    values = random.normal(size=(4_000, 21))
    for year in range(1, 21):
        values[:, year] = memory * values[:, year - 1] + np.sqrt(1 - memory**2) * values[:, year]
    expected = {0.0: (9.8, 7.3), 0.3: (20.7, 10.2), 0.5: (30.3, 11.4), 0.7: (44.6, 14.1)}[memory]
    for method, percent in zip(("original", "ar1"), expected):
        marked = 100 * (np.abs(series_trends(values, np.arange(21), method=method).z) > 1.66).mean()
        assert marked == pytest.approx(percent, abs=3.5 * math.sqrt(percent * (100 - percent) / 4_000))


def test_values_within_rounding_tie():
    noisy = [1.0, 1.0 + 4e-13, 2.0, 2.0 - 4e-13, 3.0, 1.0 - 4e-13]
    clean = [1.0, 1.0, 2.0, 2.0, 3.0, 1.0]
    assert one(noisy)["s"] == one(clean)["s"] and one(noisy)["variance"] == one(clean)["variance"]
    assert one(noisy)["slope"] == pytest.approx(one(clean)["slope"], rel=1e-9)
    assert one([1.0, 1.0 + 4e-12, 1.0 + 8e-12])["s"] == 3


def test_an_outlier_does_not_make_small_values_tie():
    values = [1, 2, 3, 1e15, 4, 5, 6]
    assert one(values)["s"] == 21 - 2 * 3
    assert one(values)["variance"] == pytest.approx(7 * 6 * 19 / 18)


# --- published and real ----------------------------------------------------------------------------------------------


def published(shared_data, name):
    folder = shared_data("validation/trend")
    return folder, json.loads((folder / "expected.json").read_text(encoding="utf-8"))[name]


def assert_as_published(values, expected, first_year=0):
    years = np.arange(first_year, first_year + len(values))
    trends = series_trends(values[None], years)
    test = {name.lower(): number for name, number in expected["original_test"].items()}
    line = expected.get("sens_slope", expected["original_test"])
    assert trends.s[0] == test["s"]
    assert trends.variance[0] == pytest.approx(test["var_s"], abs=1e-9)
    assert trends.z[0] == pytest.approx(test["z"], abs=1e-9)
    assert trends.p[0] == pytest.approx(test["p"], abs=1e-9)
    n = trends.n[0]
    assert trends.s[0] / (n * (n - 1) / 2) == pytest.approx(test["tau"], abs=1e-9)
    assert trends.slope[0] == pytest.approx(line["slope"], abs=1e-9)
    # the published intercept counts years from 0
    found = intercepts(values[None], years - first_year, trends.slope)[0]
    assert found == pytest.approx(line["intercept"], abs=1e-9)


def test_published_series_with_gaps(shared_data):
    folder, expected = published(shared_data, "pymannkendall_arbitrary_1d_360")
    values = pd.read_csv(folder / "pymannkendall_arbitrary_1d_360.csv")["value"].to_numpy()
    assert len(values) == 360 and np.isnan(values).sum() == 7
    assert_as_published(values, expected)


def test_published_precipitation(shared_data):
    folder, expected = published(shared_data, "PrecipGL_1900_1986")
    table = pd.read_csv(folder / "PrecipGL_1900_1986.csv")
    assert_as_published(table["precip_inches"].to_numpy(), expected, first_year=int(table["year"].iloc[0]))


@pytest.mark.parametrize("column", ["s", "Q"])
def test_published_river_load(shared_data, column):
    folder, expected = published(shared_data, f"trend_maxau_{column}")
    table = pd.read_csv(folder / "trend_maxau.csv")
    assert_as_published(table[column].to_numpy(), expected, first_year=int(table["t"].iloc[0]))


def test_published_pair_of_series_against_the_library(shared_data):
    folder, _ = published(shared_data, "PrecipGL_1900_1986")
    assert_like_library(pd.read_csv(folder / "pymannkendall_arbitrary_2d_80.csv").to_numpy().T)


def test_counties_against_the_library(shared_data):
    table = pd.read_csv(shared_data("china_county_co2") / "qinba_75_co2_long_Mt.csv")
    counties = table.pivot(index="adcode", columns="year", values="co2_Mt").to_numpy()
    assert counties.shape == (75, 21)
    assert_like_library(counties)


# --- the library and brute force -------------------------------------------------------------------------------------


def assert_like_library(values, tolerance=1e-9):
    """Z, p, S, variance, slope and intercept of every series with three or more values as pymannkendall has them."""
    years = np.arange(values.shape[1])
    trends = series_trends(values, years)
    intercept = intercepts(values, years, trends.slope)
    for number in np.flatnonzero(trends.n >= 3):
        expected = pymannkendall.original_test(values[number])
        found = trends.s[number], trends.variance[number], trends.z[number], trends.p[number]
        assert found == pytest.approx((expected.s, expected.var_s, expected.z, expected.p), abs=tolerance)
        assert trends.slope[number] == pytest.approx(expected.slope, abs=tolerance)
        assert intercept[number] == pytest.approx(expected.intercept, abs=tolerance)


@pytest.mark.parametrize(
    ("length", "gaps", "digits"),
    [(3, 0, 0), (4, 0.1, 0), (5, 0, 0), (8, 0.3, 0), (12, 0, 1), (12, 0.5, None), (21, 0, None), (21, 0.2, 0)],
)
def test_random_series_against_the_library(length, gaps, digits):
    assert_like_library(random_series(400, length, seed=length, gaps=gaps, digits=digits))


@pytest.mark.parametrize("seed", range(20))
def test_random_series_at_random_years_against_brute_force(seed):
    random = np.random.default_rng(seed)
    years = np.cumsum(random.integers(1, 7, 9)) + 1950
    values = random_series(40, 9, seed, gaps=0.25, digits=seed % 2)
    trends = series_trends(values, years)
    for number in np.flatnonzero(trends.n >= 3):
        s, variance, slope = brute_force(values[number], years)
        assert trends.s[number] == s
        assert trends.variance[number] == pytest.approx(variance, abs=1e-9)
        assert trends.slope[number] == pytest.approx(slope, abs=1e-12)


def test_long_series_against_brute_force_of_another_kind():
    values = random_series(3, 300, seed=5, gaps=0.1, digits=1)
    trends = series_trends(values, np.arange(300))
    for number, series in enumerate(values):
        known = np.flatnonzero(np.isfinite(series))
        slope, intercept, *_ = stats.theilslopes(series[known], known)
        assert trends.slope[number] == pytest.approx(slope, abs=1e-12)
        found = intercepts(series[None], np.arange(300), trends.slope[number : number + 1])[0]
        assert found == pytest.approx(intercept, abs=1e-9)
        tau = stats.kendalltau(known, series[known], variant="b").correlation
        pairs = len(known) * (len(known) - 1) / 2
        ties = sum(q * (q - 1) / 2 for q in pd.Series(series[known]).value_counts())
        assert trends.s[number] == pytest.approx(tau * np.sqrt(pairs * (pairs - ties)), abs=1e-6)


# --- properties ------------------------------------------------------------------------------------------------------

SERIES = st.lists(st.one_of(st.integers(-6, 6).map(float), st.just(NAN)), min_size=2, max_size=16)
BOTH = pytest.mark.parametrize("method", ["original", "ar1"])


@BOTH
@settings(deadline=None, max_examples=150)
@given(values=SERIES)
def test_reversing_the_order_flips_the_trend(method, values):
    forth, back = one(values, method=method), one(values[::-1], method=method)
    for name in ("s", "z", "slope"):
        assert back[name] == pytest.approx(-forth[name], nan_ok=True)
    for name in ("n", "p", "variance", "p_exact"):
        assert back[name] == pytest.approx(forth[name], nan_ok=True)
    if forth["n"] >= 3:
        assert back["score"] == 6 - forth["score"] and back["trend"] == 6 - forth["trend"]


@BOTH
@settings(deadline=None, max_examples=150)
@given(values=SERIES, shift=st.integers(-1000, 1000), factor=st.sampled_from([0.25, 2.0, 1024.0, -1.0]))
def test_shifting_and_scaling(method, values, shift, factor):
    plain, changed = one(values, method=method), one([factor * (value + shift) for value in values], method=method)
    assert changed["slope"] == pytest.approx(factor * plain["slope"], nan_ok=True)
    assert changed["z"] == pytest.approx(np.sign(factor) * plain["z"], nan_ok=True)
    assert changed["p"] == pytest.approx(plain["p"], nan_ok=True)


@settings(deadline=None, max_examples=150)
@given(SERIES)
def test_slope_and_score_never_point_opposite_ways(values):
    found = one(values)
    assert not found["slope"] * found["s"] < 0
    if found["n"] >= 3:
        assert 1 <= found["trend"] <= 5
        assert found["trend"] in (3, found["score"])


@settings(deadline=None, max_examples=100)
@given(st.integers(3, 40), st.integers(1, 39), st.floats(-1e6, 1e6), st.floats(1e-3, 1e3))
def test_two_valued_series_that_steps_once(length, step, low, height):
    step = min(step, length - 1)
    found = one([low] * step + [low + height] * (length - step))
    assert found["s"] == step * (length - step)
    tie_term = sum(q * (q - 1) * (2 * q + 5) for q in (step, length - step))
    assert found["variance"] == pytest.approx((length * (length - 1) * (2 * length + 5) - tie_term) / 18)


def test_every_series_stands_for_itself():
    values = random_series(300, 14, seed=3, gaps=0.4, digits=0)
    years = np.arange(1990, 2004)
    together = series_trends(values, years)
    for number, series in enumerate(values):
        alone = one(series, years)
        for name, value in alone.items():
            np.testing.assert_array_equal(value, getattr(together, name)[number])


# --- many, long and odd arrays ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["uint8", "int16", "int64", "float32", "float64", "bool"])
def test_any_type_and_layout(kind):
    random = np.random.default_rng(1)
    values = random.integers(0, 2 if kind == "bool" else 50, (40, 9)).astype(kind)
    years = np.arange(2001, 2010)
    expected = series_trends(values.astype(float), years)
    for layout in (values, np.asfortranarray(values), np.repeat(values, 2, axis=0)[::2]):
        found = series_trends(layout, years)
        np.testing.assert_array_equal(found.z, expected.z)
        np.testing.assert_array_equal(found.slope, expected.slope)


def test_values_are_left_as_they_were():
    values = np.array([[1.0, 1.0 + 1e-13, 2.0, NAN], [4.0, 3.0, 2.0, 1.0]])
    before = values.copy()
    series_trends(values, np.arange(4))
    np.testing.assert_array_equal(values, before)


def test_no_series_at_all():
    assert len(series_trends(np.empty((0, 5)), np.arange(5)).z) == 0


def test_memory_stays_within_the_budget():
    values = random_series(400, 300, seed=8)  # all pairs at once would take 290 MB
    years = np.arange(300)
    series_trends(values[:2], years)
    tracemalloc.start()
    series_trends(values, years, memory=16 * 2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_chunks_do_not_show_in_the_result():
    values = random_series(200, 30, seed=9, gaps=0.1, digits=1)
    years = np.arange(30)
    whole, pieces = series_trends(values, years), series_trends(values, years, memory=1)
    for name in ("n", "s", "variance", "z", "p", "slope", "score", "trend"):
        np.testing.assert_array_equal(getattr(pieces, name), getattr(whole, name))


def test_progress_rises_to_one_and_cancel_stops():
    class Watched:
        def __init__(self, patience):
            self.seen, self.patience = [], patience

        def report(self, fraction):
            self.seen.append(fraction)

        def cancelled(self):
            return len(self.seen) >= self.patience

    values = random_series(50, 10, seed=2, gaps=0.2)
    watched = Watched(10**6)
    series_trends(values, np.arange(10), memory=1, progress=watched)
    assert watched.seen == sorted(watched.seen) and watched.seen[-1] == pytest.approx(1.0) and len(watched.seen) > 10
    with pytest.raises(Cancelled):
        series_trends(values, np.arange(10), memory=1, progress=Watched(3))


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "years", "threshold", "error", "says"),
    [
        (np.ones((2, 1)), [2000], 1.66, TooFewYearsError, "2000"),
        (np.ones((2, 3)), [2000, 2001], 1.66, YearCountError, "3 values a series but 2 years"),
        (np.ones(3), [2000, 2001, 2002], 1.66, YearCountError, "years"),
        (np.ones((2, 3)), [2000, 2002, 2001], 1.66, YearOrderError, "2000, 2002, 2001"),
        (np.ones((2, 3)), [2000, 2000, 2001], 1.66, YearOrderError, "twice"),
        (np.ones((2, 3)), [2000, 2001, 2002], 0.0, ThresholdError, "0"),
        (np.ones((2, 3)), [2000, 2001, 2002], NAN, ThresholdError, "nan"),
        (np.full((2, 3), "x"), [2000, 2001, 2002], 1.66, NumbersExpectedError, "U1"),
        (np.ones((2, 3)) * 1j, [2000, 2001, 2002], 1.66, NumbersExpectedError, "complex128"),
    ],
)
def test_refused(values, years, threshold, error, says):
    with pytest.raises(error, match=says):
        series_trends(values, np.array(years), threshold)


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(SeveralErrors) as raised:
        series_trends(np.ones((2, 2)), np.array([2001, 2000]), -1.0)
    assert {type(error) for error in raised.value.errors} == {YearOrderError, ThresholdError}
    assert issubclass(SeveralErrors, InputError)
