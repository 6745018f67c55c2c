"""Additive LMDI-I: worked and published numbers, the sum, zeros, and an integral as a second way to the same."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from scipy.integrate import quad

from carbon_plugin.core.drivers.decomposition import compute_effects, compute_shares, logarithmic_mean

WORKED = np.array([100.0, 2.0, 1.0, 0.7]), np.array([105.0, 3.0, 0.8, 0.68])


def test_worked():
    effects = compute_effects(*WORKED)
    np.testing.assert_allclose(effects, [7.569898, 62.908780, -34.621200, -4.497478], atol=5e-7)
    assert effects.sum() == pytest.approx(31.36, abs=1e-12)


@pytest.mark.parametrize("country", ["us", "china"])
def test_published_six_drivers(shared_data, country):
    folder = shared_data("published/lmdi_commercial_buildings_us_china_2017_2018")
    table = pd.read_csv(folder / "drivers.csv").query("country == @country").set_index("year")
    names = ["population", "floor_gdp_g", "s", "i", "e", "k"]
    effects = compute_effects(*(table.loc[year, names].to_numpy(dtype=float) for year in (2017, 2018)))
    found = dict(zip(names, effects), total=effects.sum())
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    printed = {a["effect"]: a for a in answers if a["quantity"] == "additive" and a["country"] == country}
    assert set(printed) == set(found)
    for name, answer in printed.items():
        assert found[name] == pytest.approx(answer["printed"], abs=answer["tolerance"]), name


def test_the_effects_add_up_to_the_last_digit():
    generator = np.random.default_rng(3)
    before, after = 10.0 ** generator.uniform(-6, 6, (2, 5, 4000))
    effects = compute_effects(before, after)
    change = np.prod(after, axis=0) - np.prod(before, axis=0)
    digit = np.spacing(np.abs(effects).sum(axis=0))  # of what is added up; each of four additions rounds
    assert (np.abs(effects.sum(axis=0) - change) <= 4 * digit).all()


def test_an_effect_is_the_integral_along_growth_at_even_rates():
    """LMDI-I is the Divisia integral of C d ln x where every factor grows at an even rate; scipy integrates it."""
    before, after = WORKED
    rates = np.log(after / before)

    def emission(t):
        return float(np.prod(before * np.exp(rates * t)))

    for effect, rate in zip(compute_effects(before, after), rates):
        assert effect == pytest.approx(quad(lambda t, rate=rate: emission(t) * rate, 0, 1)[0], rel=1e-12)


def test_turned_round_the_signs_turn_and_the_order_of_factors_does_not_matter():
    before, after = WORKED
    np.testing.assert_allclose(compute_effects(after, before), -compute_effects(before, after), rtol=1e-12)
    order = [2, 0, 3, 1]
    np.testing.assert_allclose(
        compute_effects(before[order], after[order]), compute_effects(before, after)[order], rtol=1e-12
    )


def test_a_zero_is_a_very_small_number_and_the_sum_stays():
    effects = compute_effects(np.array([10.0, 0.0]), np.array([10.0, 0.5]))
    np.testing.assert_allclose(effects, [0.0, 5.0], atol=1e-12)
    effects = compute_effects(np.array([10.0, 2.0]), np.array([0.0, 2.0]))
    np.testing.assert_allclose(effects, [-20.0, 0.0], atol=1e-12)


def test_nothing_changed_has_no_effect_and_no_shares():
    same = np.array([3.0, 4.0])
    assert compute_effects(same, same).tolist() == [0.0, 0.0]
    assert np.isnan(compute_shares(np.zeros(2))).all()


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf])
def test_what_is_no_factor_gives_no_effect(bad):
    effects = compute_effects(np.array([[1.0, 1.0], [2.0, bad]]), np.array([[2.0, 2.0], [2.0, 2.0]]))
    assert np.isfinite(effects[:, 0]).all() and np.isnan(effects[:, 1]).all()


def test_the_logarithmic_mean_lies_between_geometric_and_arithmetic_and_keeps_its_digits():
    generator = np.random.default_rng(1)
    a, b = generator.uniform(0.1, 10, (2, 1000))
    mean = logarithmic_mean(a, b)
    assert ((mean >= np.sqrt(a * b) * (1 - 1e-12)) & (mean <= (a + b) / 2 * (1 + 1e-12))).all()
    assert logarithmic_mean(1.0, 1.0 + 1e-13) == pytest.approx(1.0, abs=1e-12)


def test_shares_are_of_the_sizes():
    shares = compute_shares(compute_effects(*WORKED))
    assert shares.sum() == pytest.approx(1) and (shares > 0).all()
