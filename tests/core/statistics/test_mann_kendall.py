"""Formulas of the test against printed values, all orders counted, and scipy."""

from itertools import permutations

import numpy as np
import pytest
from scipy import stats

from carbon_plugin.core.statistics import mann_kendall


@pytest.mark.parametrize(("s", "printed"), [(14, 0.39), (164, 4.92), (-14, -0.39), (54, 1.600), (56, 1.661)])
def test_printed_z_of_21_annual_values(s, printed):
    # Huo et al. 2025 print Z = 0.39 and 4.92: 21 years with continuity correction
    z = mann_kendall.z_score(np.array([s]), mann_kendall.variance(np.array([21])))[0]
    assert round(z, 3 if abs(s) > 50 and abs(s) < 60 else 2) == printed


@pytest.mark.parametrize(("n", "largest"), [(3, 1.044), (4, 1.698), (5, 2.20)])
def test_largest_z_of_few_values(n, largest):
    s = np.array([n * (n - 1) / 2])
    z = mann_kendall.z_score(s, mann_kendall.variance(np.array([n])))[0]
    assert z == pytest.approx(largest, abs=5e-3 if n == 5 else 5e-4)


def test_z_of_nothing():
    np.testing.assert_array_equal(mann_kendall.z_score(np.array([0.0, 0.0]), np.array([0.0, 10.0])), [0.0, 0.0])
    assert np.isnan(mann_kendall.z_score(np.array([np.nan]), np.array([np.nan])))[0]


def test_p_reaches_into_the_far_tail():
    z = np.array([0.0, 1.959963984540054, -1.959963984540054, 20.0])
    np.testing.assert_allclose(mann_kendall.p_value(z), [1.0, 0.05, 0.05, 2 * stats.norm.sf(20.0)], rtol=1e-12)


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6])
def test_exact_p_by_counting_all_orders(n):
    scores = np.array(
        [sum(np.sign(o[j] - o[i]) for i in range(n) for j in range(i + 1, n)) for o in permutations(range(n))]
    )
    for s in np.unique(scores):
        expected = (np.abs(scores) >= abs(s)).mean()
        assert mann_kendall.exact_p_value(np.array([float(s)]), np.array([n]))[0] == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("n", [7, 10, 21, 30])
def test_exact_p_against_scipy(n):
    random = np.random.default_rng(n)
    for _ in range(5):
        order = random.permutation(n) + random.normal() * np.arange(n)
        s = float(sum(np.sign(order[j] - order[i]) for i in range(n) for j in range(i + 1, n)))
        expected = stats.kendalltau(np.arange(n), order, method="exact").pvalue
        assert mann_kendall.exact_p_value(np.array([s]), np.array([n]))[0] == pytest.approx(expected, rel=1e-9)


def test_exact_p_only_where_it_is_known():
    p = mann_kendall.exact_p_value(np.array([5.0, np.nan, 0.0]), np.array([31, 10, 1]))
    assert np.isnan(p).all()


def test_no_two_groupings_of_ten_values_share_a_tie_term():
    for n, partitions in ((5, 7), (8, 22), (10, 42)):
        assert len(mann_kendall._group_sizes(n)) == partitions


@pytest.mark.parametrize(
    "values", [[1, 1, 2, 3, 3, 3, 4, 5], [0, 0, 0, 0, 0, 1, 2, 3, 4], [2, 2, 1, 1, 3, 3, 0, 0, 5, 5]]
)
def test_exact_p_with_ties_by_drawing_orders(values):
    random = np.random.default_rng(0)
    orders = random.permuted(np.tile(values, (60_000, 1)), axis=1)
    n = len(values)
    scores = sum(np.sign(orders[:, j] - orders[:, i]) for i in range(n) for j in range(i + 1, n))
    q = np.unique(values, return_counts=True)[1]
    tie_term = float((q * (q - 1) * (2 * q + 5)).sum())
    for s in np.unique(np.abs(scores)):
        p = mann_kendall.exact_p_value(np.array([float(s)]), np.array([n]), np.array([tie_term]))[0]
        assert p == pytest.approx((np.abs(scores) >= s).mean(), abs=4 * np.sqrt(0.25 / 60_000))


def test_exact_p_with_ties_stops_where_the_tie_term_may_not_tell_them_apart():
    p = mann_kendall.exact_p_value(np.array([10.0, 10.0, 10.0]), np.array([10, 11, 11]), np.array([18.0, 18.0, 0.0]))
    assert np.isfinite(p).tolist() == [True, False, True]
