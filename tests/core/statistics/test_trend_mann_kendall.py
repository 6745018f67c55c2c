"""Formulas of the test, the classes and the false discovery rate."""

from itertools import permutations

import numpy as np
import pytest
from scipy import stats

from carbon_plugin.core.statistics import mann_kendall
from carbon_plugin.core.statistics.multiple_testing import benjamini_hochberg
from carbon_plugin.core.trend import trend_classes
from carbon_plugin.core.trend.trend_classes import TrendClass


@pytest.mark.parametrize(("s", "printed"), [(14, 0.39), (164, 4.92), (-14, -0.39), (54, 1.600), (56, 1.661)])
def test_printed_z_of_21_annual_values(s, printed):
    # Huo et al. 2025 print Z = 0.39 and 4.92: 21 years with continuity correction
    z = mann_kendall.z_score(np.array([s]), mann_kendall.variance(np.array([21])))[0]
    assert round(z, 3 if abs(s) > 50 and abs(s) < 60 else 2) == printed


def test_the_two_common_thresholds_give_the_same_classes_for_21_values():
    s = np.arange(-210, 211, 2)  # without ties S has the parity of the number of pairs
    z = mann_kendall.z_score(s, mann_kendall.variance(np.full(len(s), 21)))
    n = np.full(len(s), 21)
    np.testing.assert_array_equal(trend_classes.score(z, n, 1.645), trend_classes.score(z, n, 1.66))


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


@pytest.mark.parametrize(
    ("z", "expected"), [(-3, 1), (-1.67, 1), (-1.66, 2), (-0.1, 2), (0, 3), (0.1, 4), (1.66, 4), (1.67, 5), (np.nan, 0)]
)
def test_score_by_z(z, expected):
    assert trend_classes.score(np.array([z]), np.array([21]))[0] == expected


@pytest.mark.parametrize(
    ("slope", "score", "expected"),
    [(1.0, 5, 5), (1.0, 4, 4), (0.0, 5, 3), (-1.0, 1, 1), (0.0, 2, 3), (1.0, 3, 3), (-1.0, 4, 3), (np.nan, 0, 0)],
)
def test_class_needs_slope_and_z(slope, score, expected):
    found = trend_classes.trend_class(np.array([slope]), np.array([score], dtype=np.int8))
    assert found[0] == expected and found.dtype == np.int8


def test_class_codes():
    assert [TrendClass.MARKED_DECREASE, TrendClass.UNCHANGED, TrendClass.MARKED_INCREASE] == [1, 3, 5]


def test_every_class_has_names_and_a_colour_of_its_own():
    shown = trend_classes.styles()
    assert [style.value for style in shown] == [value for value in TrendClass if value != TrendClass.NONE]
    for part in ("label_en", "label_zh", "colour"):
        assert len({getattr(style, part) for style in shown}) == 5
    assert all(len(bytes.fromhex(style.colour[1:])) == 3 for style in shown)


def test_false_discovery_rate_worked():
    # Benjamini and Hochberg 1995, Table 1: of 15 p the first four stay below 0.05
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1,
    ]
    q = benjamini_hochberg(np.array(p))
    assert (q < 0.05).sum() == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)
    assert q[-1] == 1.0


@pytest.mark.parametrize("seed", range(5))
def test_false_discovery_rate_by_definition(seed):
    random = np.random.default_rng(seed)
    p = np.round(random.random(30) ** 3, 2)
    p[random.random(30) < 0.2] = np.nan
    known = np.sort(p[np.isfinite(p)])
    m = len(known)
    for value, q in zip(p, benjamini_hochberg(p)):
        at_least = [m * known[j] / (j + 1) for j in range(m) if known[j] >= value]
        assert q == pytest.approx(min(at_least) if np.isfinite(value) else np.nan, nan_ok=True)


def test_false_discovery_rate_of_none():
    assert np.isnan(benjamini_hochberg(np.array([np.nan]))).all() and len(benjamini_hochberg(np.array([]))) == 0
