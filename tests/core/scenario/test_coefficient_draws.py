"""Draws of the coefficients: weighted refits against ordinary ones, and what happens without the panel."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.options import POOLINGS
from carbon_plugin.core.scenario import coefficient_draws as draws
from carbon_plugin.core.statistics import ridge
from carbon_plugin.core.stirpat.coefficients import Coefficients, read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.stirpat.observations import observations
from carbon_plugin.core.tables.panel import Panel

ALL = ["P", "W", "IS", "TI", "UR", "CEI"]
NAMES = ["P", "W", "IS", "TI", "UR"]


def fitted(panel, pooling, k=0.02):
    panel = Panel(panel, "panel")
    fit = fit_stirpat(panel, NAMES, pooling=pooling, k=k)
    return read_coefficients(fit.coefficients), observations(panel, NAMES, pooling=pooling)


@pytest.mark.parametrize("pooling", POOLINGS.keys)
@pytest.mark.parametrize("k", [0.0, 0.02])
def test_weights_are_repeated_years(make_panel, pooling, k):
    """A year of weight 2 counts like its rows written twice."""
    _, data = fitted(make_panel(), pooling)
    weights = np.random.default_rng(3).multinomial(21, np.full(21, 1 / 21), size=5)
    for weight, b in zip(weights, draws.refit(data, k, weights.astype(float))):
        rows = np.concatenate([np.flatnonzero(data.year == 2000 + t) for t in range(21) for _ in range(weight[t])])
        groups = None if data.groups is None else data.groups[rows]
        regression = ridge.design(data.x[rows], data.y[rows], data.names, groups=groups)
        assert b == pytest.approx(ridge.estimate(regression, k).b, rel=1e-8)


@pytest.mark.parametrize("pooling", POOLINGS.keys)
def test_draws_lie_around_the_coefficients(make_panel, pooling):
    model, data = fitted(make_panel(), pooling)
    drawn = draws.draw_coefficients(model, data, 400, seed=1)
    assert drawn.b.shape == (400, 5)
    spread = drawn.b.std(axis=0)
    assert np.abs(np.median(drawn.b, axis=0) - model.b) == pytest.approx(0, abs=spread.max())
    assert (spread > 0.3 * model.std_error).all() and (spread < 3.5 * model.std_error).all()
    assert [note.needs_attention for note in drawn.notes] == [False]


def test_the_seed_repeats_the_draws(make_panel):
    model, data = fitted(make_panel(), "pooled")
    one, same, other = (draws.draw_coefficients(model, data, 20, seed).b for seed in (5, 5, 6))
    assert (one == same).all() and (one != other).any()


def test_an_identity_has_no_spread(make_panel):
    panel = Panel(make_panel(), "panel")
    model, data = read_coefficients(fit_stirpat(panel, ALL, k=0.0).coefficients), observations(panel, ALL)
    assert draws.draw_coefficients(model, data, 50).b == pytest.approx(np.tile([1, 1, 0, 0, 0, 1], (50, 1)), abs=1e-6)


def test_a_table_edited_by_hand_keeps_its_centre(make_panel):
    model, data = fitted(make_panel(), "pooled")
    shifted = Coefficients(model.names, model.b + 1, model.std_error, model.k, model.pooling, "gdp")
    drawn = draws.draw_coefficients(shifted, data, 30, seed=1)
    assert drawn.b == pytest.approx(draws.draw_coefficients(model, data, 30, seed=1).b + 1)
    assert "are not those that this panel gives" in str(drawn.notes[-1])


def test_a_table_alone_has_its_standard_errors():
    frame = pd.DataFrame({"variable": ["W", "UR", "intercept"], "b": [0.3, "0.4", 9], "std_error": [0.1, 0.0, 5]})
    model = read_coefficients(frame)
    assert model.names == ["W", "UR"] and model.k is None and model.pooling is None
    drawn = draws.draw_coefficients(model, None, 4000, seed=2)
    assert drawn.b.mean(axis=0) == pytest.approx([0.3, 0.4], abs=0.01)
    assert drawn.b.std(axis=0) == pytest.approx([0.1, 0.0], abs=0.005)
    assert "each drawn for itself (4000 draws)" in str(drawn.notes[0])


def test_a_table_with_nothing_but_coefficients():
    model = read_coefficients(pd.DataFrame({"variable": ["W"], "b": [0.3]}))
    drawn = draws.draw_coefficients(model, None)
    assert len(drawn.b) == 0
    assert "have no interval" in str(drawn.notes[0])


def test_draws_that_say_nothing_are_counted(make_panel):
    """With eight years and five variables many draws have too few different years for least squares."""
    model, data = fitted(make_panel(years=8), "region", k=0.0)
    drawn = draws.draw_coefficients(model, data, 200, seed=1)
    assert 0 < len(drawn.b) < 200
    assert f"{200 - len(drawn.b)} of 200 draws of years do not determine" in str(drawn.notes[-1])


def test_two_years_are_no_sample(make_panel):
    data = observations(Panel(make_panel(units=6, years=2), "panel"), ["W"], pooling="pooled")
    assert draws.bootstrap_of_years(data, 0.1, 10)[0].shape == (0, 1)
