"""First-order shares of variance: an additive case known exactly, chance, gaps."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.statistics.variance_shares import bins_of, first_order_shares


def test_two_options_crossed_by_hand():
    # total = 3 a + b: variances 9/4 and 1/4 of 10/4, in every combination once and often enough to drown chance
    a, b = (np.tile(column, 500) for column in ([0, 0, 1, 1], [0, 1, 0, 1]))
    shares = first_order_shares((3.0 * a + b)[:, None], [a, b])
    assert shares[:, 0] == pytest.approx([0.9, 0.1], abs=1e-3)


def test_an_additive_model_of_uniform_factors():
    generator = np.random.default_rng(8)
    x, y, idle = generator.random((3, 20_000))
    results = np.column_stack([2 * x + y, y, np.ones(len(x))])
    shares = first_order_shares(results, [bins_of(x), bins_of(y), bins_of(idle)])
    assert shares[:, 0] == pytest.approx([0.8, 0.2, 0.0], abs=0.01)
    assert shares[:, 1] == pytest.approx([0.0, 1.0, 0.0], abs=0.01)
    assert np.isnan(shares[:, 2]).all()  # what never varies has no shares


def test_chance_explains_nothing_on_average():
    generator = np.random.default_rng(3)
    results = generator.normal(size=(200, 400))
    share = first_order_shares(results, [bins_of(generator.random(200))])[0]
    assert share.min() >= 0 and share.mean() < 0.03  # 19 / 199 = 0.095 without the correction


def test_a_missing_result_counts_nowhere():
    generator = np.random.default_rng(5)
    x, results = np.tile([0, 1], 50), generator.normal(size=(100, 1))
    gaps = np.vstack([results, [[np.nan], [np.nan]]])
    with_gaps = first_order_shares(gaps, [np.append(x, [0, 1])])
    np.testing.assert_allclose(with_gaps, first_order_shares(results, [x]))
    assert np.isnan(first_order_shares(np.full((4, 1), np.nan), [np.array([0, 0, 1, 1])])).all()


def test_bins_have_as_many_draws_each():
    assert np.bincount(bins_of(np.random.default_rng(1).random(1000))).tolist() == [50] * 20
    assert bins_of(np.arange(3.0)).tolist() == [0, 0, 0]
