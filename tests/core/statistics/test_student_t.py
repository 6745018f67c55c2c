"""Student's distribution against published p-values, scipy's own tail and closed forms."""

from __future__ import annotations

from math import exp, lgamma, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.statistics.student_t import t_of_confidence, two_sided_p

FAR = [7860515.79, 15579356.35, 2e7, 22770941.26]


def leading_term(t: float, freedom: float) -> float:
    """Where x = v / (v + t^2) is tiny, P is x^(v/2) / (v/2 B(v/2, 1/2)), from the gamma function alone."""
    half = freedom / 2
    log_beta = lgamma(half) + lgamma(0.5) - lgamma(half + 0.5)
    return exp(half * log(freedom / (freedom + t * t)) - log(half) - log_beta)


def test_printed_p_values():
    """The t values of Huo et al. 2025, Table 7, with 14 degrees of freedom: far beyond what 1 - cdf can tell."""
    p = two_sided_p([7860515.79, 15579356.35, 22770941.26], 14)
    assert [f"{value:.2e}" for value in p] == ["6.42e-90", "4.45e-94", "2.19e-96"]


@pytest.mark.parametrize("freedom", [1, 2.5, 13.7, 14])
@pytest.mark.parametrize("t", FAR)
def test_nine_digits_in_the_far_tail(t, freedom):
    assert two_sided_p(t, freedom) == pytest.approx(leading_term(t, freedom), rel=1e-9)


def test_p_values_of_scipy():
    from scipy import stats

    t = np.array([0.0, 1e-9, 0.3, 1.0, 2.2, 9.0, 1e3, 1e6, 1e7])
    for freedom in (1, 2.5, 14, 400):
        assert two_sided_p(t, freedom) == pytest.approx(2 * stats.t.sf(t, freedom), rel=1e-9)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_two_degrees_of_freedom_in_closed_form(t, other):
    root = np.sqrt(2 + t * t)
    assert two_sided_p(t, 2) == pytest.approx(2 / (root * (root + t)), rel=1e-12)
    assert two_sided_p(t, 2) == two_sided_p(-t, 2)
    assert (two_sided_p(t, 2) >= two_sided_p(other, 2)) == (t <= other) or t == pytest.approx(
        other, rel=1e-12, abs=1e-9
    )


def test_ends():
    assert two_sided_p(0.0, 14) == 1
    assert two_sided_p([1e100, np.inf], 14).tolist() == [0, 0]
    assert np.isnan(two_sided_p([1.0, np.nan], 0)).all()
    assert np.isnan(two_sided_p(np.nan, 14))


@pytest.mark.parametrize("freedom", [1, 4, 13.7, 80])
def test_an_interval_ends_where_its_p_does(freedom):
    from scipy import stats

    reach = t_of_confidence(0.95, freedom)
    assert reach == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-9)
    assert two_sided_p(reach, freedom) == pytest.approx(0.05, rel=1e-9)
