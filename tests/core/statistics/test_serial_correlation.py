"""Autocorrelation of what a trend leaves, and the tests that allow for it, against pymannkendall itself."""

import builtins
from itertools import combinations

import numpy as np
import pymannkendall
import pytest

from carbon_plugin.core.errors import Cancelled
from carbon_plugin.core.statistics.serial_correlation import (
    MODIFIED_TESTS,
    MissingLibraryError,
    lag1_autocorrelation,
    modified_test,
    regular_years,
    unbiased_r1,
    variance_inflation,
)
from carbon_plugin.core.trend.series import series_trends

NAN = np.nan


def persistent_series(count, length, memory, seed, slope=0.1):
    """Series in which every value keeps a share ``memory`` of the one before, on a trend."""
    random = np.random.default_rng(seed)
    values = random.normal(size=(count, length))
    for year in range(1, length):
        values[:, year] += memory * values[:, year - 1]
    return values + slope * np.arange(length)


def test_lag1_worked():
    # residuals 1 -1 1 -1 about their mean 0: products -3, squares 4
    r1 = lag1_autocorrelation(np.array([[1.0, -1.0, 1.0, -1.0]]), np.arange(4), np.array([0.0]))
    assert r1[0] == pytest.approx(-0.75)


def test_lag1_is_that_of_the_residuals():
    values = persistent_series(30, 21, 0.5, seed=1)
    years = np.arange(1997, 2018)
    slope = series_trends(values, years).slope
    for series, b, r1 in zip(values, slope, lag1_autocorrelation(values, years, slope)):
        e = series - b * years
        e = e - e.mean()
        assert r1 == pytest.approx((e[1:] * e[:-1]).sum() / (e**2).sum(), abs=1e-9)


def test_lag1_finds_the_memory_of_a_long_series():
    for memory in (-0.5, 0.0, 0.6):
        values = persistent_series(1, 20_000, memory, seed=2, slope=0.0)
        r1 = lag1_autocorrelation(values, np.arange(20_000), np.zeros(1))
        assert r1[0] == pytest.approx(memory, abs=0.03)
        values[0, ::7] = NAN
        assert lag1_autocorrelation(values, np.arange(20_000), np.zeros(1))[0] == pytest.approx(memory, abs=0.03)


def test_lag1_with_a_gap():
    # residuals 1 -1 . 1 -1: of the neighbours there are two pairs, each -1; (-2 / 4) (3 / 2)
    r1 = lag1_autocorrelation(np.array([[1.0, -1.0, NAN, 1.0, -1.0]]), np.arange(5), np.array([0.0]))
    assert r1[0] == pytest.approx(-0.75)


def test_lag_is_the_step_of_the_years():
    values = np.array([[1.0, -1.0, 1.0, -1.0]])
    assert lag1_autocorrelation(values, np.arange(2000, 2020, 5), np.zeros(1))[0] == pytest.approx(-0.75)


@pytest.mark.parametrize(
    "values", [[NAN] * 4, [1.0, NAN, 2.0, NAN], [5.0] * 4, [0.1, 0.2, 0.3, 0.4], [1.0, NAN, NAN, NAN]]
)
def test_lag1_of_nothing(values):
    values = np.array([values])
    slope = series_trends(values, np.arange(4)).slope
    assert np.isnan(lag1_autocorrelation(values, np.arange(4), slope))[0]


@pytest.mark.parametrize("memory", [0.0, 0.3, 0.6])
def test_the_bias_of_r1_is_taken_out(memory):
    """On average, and where nothing is clipped away."""
    values = persistent_series(40_000, 40, memory, seed=3)
    years = np.arange(40)
    r1 = lag1_autocorrelation(values, years, series_trends(values, years).slope)
    unclipped = (40 * r1 + 2) / 36
    assert r1.mean() < memory - 0.04
    assert unclipped.mean() == pytest.approx(memory, abs=0.04)
    np.testing.assert_allclose(unbiased_r1(r1, np.full(len(r1), 40)), np.clip(unclipped, 0, 0.95))


def test_the_variance_is_inflated_by_all_pairs_at_their_distance():
    random = np.random.default_rng(1)
    years = np.array([2000, 2002, 2004, 2010, 2012, 2018])
    present, r = random.random((20, 6)) < 0.7, random.random(20)
    present[:, 0] = True
    found = variance_inflation(r, present, years)
    for row, memory, factor in zip(present, r, found):
        known = years[row]
        pairs = [memory ** ((b - a) / 2) for a, b in combinations(known, 2)]
        assert factor == pytest.approx(1 + 2 / len(known) * sum(pairs))
    np.testing.assert_array_equal(variance_inflation(np.zeros(20), present, years), np.ones(20))


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([2000, 2001, 2003], [2000, 2001, 2002, 2003]),
        ([1990, 2000, 2005], [1990, 1995, 2000, 2005]),
        ([2000, 2020], [2000, 2020]),
    ],
)
def test_regular_years(years, expected):
    np.testing.assert_array_equal(regular_years(np.array(years)), expected)


@pytest.mark.parametrize("method", MODIFIED_TESTS)
@pytest.mark.parametrize("gaps", [0.0, 0.2])
def test_modified_tests_are_those_of_the_library(method, gaps):
    values = persistent_series(60, 21, 0.5, seed=3)
    values[np.random.default_rng(4).random(values.shape) < gaps] = NAN
    z, p = modified_test(values, method)
    test = getattr(pymannkendall, MODIFIED_TESTS[method])
    for series, found_z, found_p in zip(values, z, p):
        with np.errstate(all="ignore"):
            expected = test(series, lag=1) if method in ("hamed_rao", "yue_wang") else test(series)
        assert (found_z, found_p) == pytest.approx((expected.z, expected.p), abs=1e-12, nan_ok=True)
    assert np.isfinite(z).mean() > 0.5


@pytest.mark.parametrize("method", MODIFIED_TESTS)
@pytest.mark.parametrize("known", [0, 1, 2, 3])
def test_too_few_values_for_the_library(method, known):
    series = np.full((1, 6), NAN)
    series[0, :known] = np.arange(known) ** 2
    assert np.isnan(modified_test(series, method)).all()


@pytest.mark.parametrize("method", MODIFIED_TESTS)
@pytest.mark.parametrize("noise", [0.0, 1e-14])
def test_constant_series(method, noise):
    series = 3.0 + noise * np.array([[0, 1, -1, 1, 0, 1]])
    z, p = modified_test(series, method)
    assert z[0] == 0 and p[0] == 1


@pytest.mark.parametrize("method", [name for name in MODIFIED_TESTS if name != "pre_whitening"])
def test_a_straight_line_leaves_nothing_to_judge(method):
    series = np.array([0.1 * np.arange(9), np.where(np.arange(9) == 4, NAN, 0.1 * np.arange(9))])
    assert np.isnan(modified_test(series, method)).all()


def test_short_and_odd_series_never_warn_nor_crash():
    random = np.random.default_rng(5)
    values = random.integers(0, 3, (150, 6)).astype(float)
    values[random.random(values.shape) < 0.3] = NAN
    for method in MODIFIED_TESTS:
        z, p = modified_test(values, method)
        np.testing.assert_array_equal(np.isnan(z), np.isnan(p))
        assert not np.isinf(z).any()


def test_library_missing(monkeypatch):
    plain_import = builtins.__import__

    def without_library(name, *arguments, **options):
        if name == "pymannkendall":
            raise ImportError(name)
        return plain_import(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_library)
    with pytest.raises(MissingLibraryError, match="pip install pymannkendall"):
        modified_test(np.ones((1, 5)), "hamed_rao")


def test_cancel():
    class Impatient:
        def report(self, fraction):
            """Nobody looks."""

        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        modified_test(persistent_series(3, 9, 0.2, seed=6), "yue_wang", Impatient())
