"""Emission out of driver paths: one set of coefficients and a thousand draws of them run the same arithmetic."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.scenario.emission import compute_emission, written_years
from carbon_plugin.core.scenario.intervals import unit_interval


def made_up(seed=5, scenarios=2, units=3, drivers=4, years=6):
    random = np.random.default_rng(seed)
    ratios = random.normal(0, 0.3, (scenarios, units, drivers, years))
    ratios[..., 0] = 0.0
    return random.uniform(1, 9, units), ratios, random.normal(0.4, 0.1, (200, drivers))


def test_draws_are_single_runs():
    base, ratios, draws = made_up()
    together = compute_emission(base, draws, ratios)
    assert together.shape == (200, 2, 3, 6)
    for b, emission in zip(draws, together):
        assert compute_emission(base, b, ratios) == pytest.approx(emission, rel=1e-14)


def test_against_a_loop():
    base, ratios, draws = made_up()
    emission = compute_emission(base, draws[0], ratios)
    for s, u, t in np.ndindex(emission.shape):
        growth = sum(b * ratio for b, ratio in zip(draws[0], ratios[s, u, :, t]))
        assert emission[s, u, t] == pytest.approx(base[u] * np.exp(growth), rel=1e-13)


def test_the_base_year_is_reproduced():
    base, ratios, draws = made_up()
    assert (compute_emission(base, draws, ratios)[..., 0] == base).all()


def test_the_interval_holds_nine_tenths_of_the_draws():
    base, ratios, draws = made_up()
    at = np.ones((3, 6), dtype=bool)
    at[1, 2] = False
    bounds = unit_interval(base, ratios, draws, at=at)
    low, high = np.quantile(np.log(compute_emission(base, draws, ratios)), [0.05, 0.95], axis=0)
    assert np.isnan(bounds["ce_p05"][:, 1, 2]).all()
    assert bounds["ce_p05"][:, at] == pytest.approx(np.exp(low)[:, at])
    assert bounds["ce_p95"][:, at] == pytest.approx(np.exp(high)[:, at])


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 60), st.integers(1, 20), st.lists(st.integers(0, 60), min_size=1, max_size=4))
def test_written_years(length, step, starts):
    """The base year and the horizon always, and no gap is longer than the step."""
    years = np.arange(2000, 2001 + length)
    base_years = 2000 + np.minimum(starts, length)
    for base, row in zip(base_years, written_years(years, base_years, step)):
        written = years[row]
        assert written[0] == base and written[-1] == years[-1]
        assert (np.diff(written) <= step).all() and set(np.diff(written[1:])) <= {step}
