"""Draws of the coefficients: weighted refits against ordinary ones, and what happens without the panel."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.options import POOLINGS
from carbon_plugin.core.resources import read_rows
from carbon_plugin.core.scenario import coefficient_draws as draws
from carbon_plugin.core.scenario.coverage import remarks_on_coverage
from carbon_plugin.core.scenario.resampling import draw_blocks, draw_clusters, refit_units, refit_years
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


@pytest.mark.parametrize("pooling", ["pooled", "fixed_effects"])
@pytest.mark.parametrize("k", [0.0, 0.02])
def test_weights_are_repeated_units(make_panel, pooling, k):
    """A unit of weight 2 is two units: each with an intercept of its own where units have one."""
    _, data = fitted(make_panel(units=7), pooling)
    units = np.unique(data.unit)
    weights = np.random.default_rng(3).multinomial(7, np.full(7, 1 / 7), size=5)
    for weight, b in zip(weights, refit_units(data, k, weights.astype(float))):
        rows = [np.flatnonzero(data.unit == unit) for unit, times in zip(units, weight) for _ in range(times)]
        copies = np.repeat(np.arange(len(rows)), [len(one) for one in rows])
        rows = np.concatenate(rows)
        groups = None if data.groups is None else copies
        regression = ridge.design(data.x[rows], data.y[rows], data.names, groups=groups)
        assert b == pytest.approx(ridge.estimate(regression, k).b, rel=1e-8)


def test_blocks_are_successive_years():
    weights = draw_blocks(21, 500, np.random.default_rng(1))
    assert (weights.sum(axis=1) == 21).all() and weights.min() == 0
    alone = (weights[:, 1:-1] > 0) & (weights[:, :-2] == 0) & (weights[:, 2:] == 0)
    assert alone.sum(axis=1).max() <= 1  # the last block is cut where the draw is full
    assert draw_blocks(3, 10, np.random.default_rng(1)).sum(axis=1).tolist() == [3.0] * 10


def test_the_bias_of_ridge_is_taken_out_to_first_order(make_panel):
    """What is left is k^2 (R + kI)^-2 of the standardised truth, known here by fitting without noise."""
    _, data = fitted(make_panel(), "pooled")
    truth = np.array([0.7, 0.5, 0.1, -0.4, 0.3])
    exact = replace(data, y=data.x @ truth)
    shrunk = ridge.estimate(ridge.design(exact.x, exact.y, exact.names), 0.05).b
    better = draws.without_ridge_bias(exact, shrunk, 0.05)
    z = (exact.x - exact.x.mean(axis=0)) / exact.x.std(axis=0)
    inverse = np.linalg.inv(z.T @ z / len(z) + 0.05 * np.eye(5))
    left = 0.05**2 * inverse @ inverse @ (truth * exact.x.std(axis=0)) / exact.x.std(axis=0)
    assert truth - better == pytest.approx(left, rel=1e-9)
    assert np.abs(truth - better).max() < np.abs(truth - shrunk).max()
    assert draws.without_ridge_bias(exact, shrunk, 0.0) == pytest.approx(shrunk)
    several = draws.without_ridge_bias(exact, np.array([shrunk, 2 * shrunk]), 0.05)
    assert several == pytest.approx(np.array([better, 2 * better]))


@pytest.mark.parametrize("pooling", POOLINGS.keys)
@pytest.mark.parametrize("k", [0.0, 0.02])
def test_weights_are_repeated_years(make_panel, pooling, k):
    """A year of weight 2 counts like its rows written twice."""
    _, data = fitted(make_panel(), pooling)
    weights = np.random.default_rng(3).multinomial(21, np.full(21, 1 / 21), size=5)
    for weight, b in zip(weights, refit_years(data, k, weights.astype(float))):
        rows = np.concatenate([np.flatnonzero(data.year == 2000 + t) for t in range(21) for _ in range(weight[t])])
        groups = None if data.groups is None else data.groups[rows]
        regression = ridge.design(data.x[rows], data.y[rows], data.names, groups=groups)
        assert b == pytest.approx(ridge.estimate(regression, k).b, rel=1e-8)


@pytest.mark.parametrize("pooling", POOLINGS.keys)
def test_draws_lie_around_the_coefficients(make_panel, pooling):
    model, data = fitted(make_panel(units=5 if pooling == "region" else 30), pooling)
    drawn = draws.draw_coefficients(model, data, 400, seed=1)
    around, unbiased = drawn.sets
    assert around.shape == unbiased.shape == (200, 5)
    spread = around.std(axis=0)
    assert np.abs(around.mean(axis=0) - model.b).max() < 0.3 * spread.max()
    centre = draws.without_ridge_bias(data, model.b, model.k)
    assert np.abs(unbiased.mean(axis=0) - centre).max() < 0.3 * unbiased.std(axis=0).max()
    assert (spread > 0.3 * model.std_error).all() and (spread < 3.5 * model.std_error).all()
    assert not any(note.needs_attention for note in drawn.notes)
    codes = [note.code for note in drawn.notes]
    assert codes == ["interval-by-bootstrap", *([] if pooling == "pooled" else ["interval-coverage"])]


def test_coverage_is_quoted_only_of_ranges_made_as_it_was_measured(make_panel):
    """Of four units blocks of years are drawn, which the known models with fixed effects did not try."""
    model, data = fitted(make_panel(units=4), "fixed_effects")
    assert [note.code for note in draws.draw_coefficients(model, data, 50, seed=1).notes] == ["interval-by-bootstrap"]


def test_the_seed_repeats_the_draws(make_panel):
    model, data = fitted(make_panel(), "pooled")
    one, same, other = (np.vstack(draws.draw_coefficients(model, data, 20, seed=seed).sets) for seed in (5, 5, 6))
    assert (one == same).all() and (one != other).any()


def test_an_identity_has_no_spread(make_panel):
    panel = Panel(make_panel(), "panel")
    model, data = read_coefficients(fit_stirpat(panel, ALL, k=0.0).coefficients), observations(panel, ALL)
    drawn = np.vstack(draws.draw_coefficients(model, data, 50).sets)
    assert drawn == pytest.approx(np.tile([1, 1, 0, 0, 0, 1], (50, 1)), abs=1e-6)


def test_a_table_edited_by_hand_keeps_its_centre(make_panel):
    model, data = fitted(make_panel(), "pooled")
    shifted = Coefficients(model.names, model.b + 1, model.std_error, model.k, model.pooling, "gdp")
    drawn = draws.draw_coefficients(shifted, data, 30, seed=1)
    for one, other in zip(drawn.sets, draws.draw_coefficients(model, data, 30, seed=1).sets):
        assert one == pytest.approx(other + 1)
    assert "are not those that this panel gives" in str(drawn.notes[-1])


def test_a_table_alone_has_its_standard_errors():
    frame = pd.DataFrame({"variable": ["W", "UR", "intercept"], "b": [0.3, "0.4", 9], "std_error": [0.1, 0.0, 5]})
    model = read_coefficients(frame)
    assert model.names == ["W", "UR"] and model.k is None and model.pooling is None
    drawn = draws.draw_coefficients(model, None, 4000, seed=2)
    assert drawn.sets[0].mean(axis=0) == pytest.approx([0.3, 0.4], abs=0.01)
    assert drawn.sets[0].std(axis=0) == pytest.approx([0.1, 0.0], abs=0.005)
    assert "each drawn for itself (4000 draws)" in str(drawn.notes[0])


def test_a_table_with_nothing_but_coefficients():
    model = read_coefficients(pd.DataFrame({"variable": ["W"], "b": [0.3]}))
    drawn = draws.draw_coefficients(model, None)
    assert drawn.sets == ()
    assert "have no range" in str(drawn.notes[0])


def test_draws_that_say_nothing_are_counted(make_panel):
    """With eight years and five variables many draws have too few different years for least squares."""
    model, data = fitted(make_panel(years=8), "region", k=0.0)
    drawn = draws.draw_coefficients(model, data, 200, seed=1)
    kept = sum(len(one) for one in drawn.sets)
    assert 0 < kept < 200
    assert f"{200 - kept} of 200 draws do not determine" in " ".join(map(str, drawn.notes))


def test_two_years_are_no_sample(make_panel):
    data = observations(Panel(make_panel(units=6, years=2), "panel"), ["W"], pooling="pooled")
    assert draws.resampled_refits(replace(data, pooling="region"), 0.1, 10).b.shape == (0, 1)


@pytest.mark.parametrize("pooling", ["fixed_effects", "region"])
def test_the_coverage_that_is_quoted_is_that_of_the_table(pooling):
    rows = {int(row["years_ahead"]): row for row in read_rows("stirpat/coverage.csv") if row["pooling"] == pooling}
    (told,) = remarks_on_coverage(pooling)
    assert f"in {rows[10]['covered_pct']} % of cases after 10 years and in {rows[40]['covered_pct']} % after 40" in str(
        told
    )
    assert min(float(row["covered_pct"]) for row in rows.values()) > 75


@pytest.mark.slow
@pytest.mark.parametrize("pooling", ["fixed_effects", "region"])
def test_the_benchmark_of_coverage_gives_what_is_quoted(pooling, monkeypatch):
    """A few known models, in the tolerance of so few."""
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[3] / "benchmarks"))
    coverage = importlib.import_module("interval_coverage")
    random = np.random.default_rng(7)
    units, models = (12, 12) if pooling == "fixed_effects" else (1, 40)
    shares = [coverage.covered(coverage.known_panel(random, units), pooling, 100)[2030] for _ in range(models)]
    assert 0.6 < np.mean(shares) <= 1.0


def test_clusters_drawn_some_at_a_time_are_those_drawn_at_once():
    expected = np.random.default_rng(5).multinomial(40, np.full(40, 1 / 40), size=150)
    assert draw_clusters(40, 150, np.random.default_rng(5)).tolist() == expected.tolist()
