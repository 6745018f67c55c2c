"""Errors clustered by unit and units left out, against explicit matrices and refitting."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from carbon_plugin.core.statistics import ridge
from carbon_plugin.core.statistics.ridge_clusters import compute_clustered_errors, leave_one_cluster_out

LABELS = np.repeat(["a", "b", "c", "d", "e", "f"], [5, 3, 7, 4, 6, 5])


def regression(seed: int = 3, p: int = 3):
    random = np.random.default_rng(seed)
    x = random.normal(size=(len(LABELS), p)) @ random.normal(size=(p, p)) + 2.0
    drift = np.concatenate([np.cumsum(random.normal(size=(label == LABELS).sum())) for label in "abcdef"])
    return x, x @ np.arange(1.0, p + 1) + drift


@pytest.mark.parametrize("k", [0.0, 0.05])
@pytest.mark.parametrize("has_effects", [False, True])
def test_sandwich_by_matrices(k, has_effects):
    """Bread and meat of the regression on columns and dummies, penalised where the convention says so."""
    x, y = regression()
    made = ridge.design(x, y, "abc", groups=LABELS if has_effects else None)
    fit = ridge.estimate(made, k)
    dummies = (LABELS[:, None] == np.unique(LABELS)).astype(float) if has_effects else np.ones((len(y), 1))
    columns = np.column_stack([x, dummies])
    penalty = np.diag(np.append(k * made.x_lengths**2, np.zeros(dummies.shape[1])))
    bread = np.linalg.inv(columns.T @ columns + penalty)
    meat = np.zeros_like(bread)
    for label in np.unique(LABELS):
        rows = label == LABELS
        score = columns[rows].T @ fit.residual[rows]
        meat += np.outer(score, score)
    covariance = 6 / 5 * bread @ meat @ bread
    found = compute_clustered_errors(made, fit, LABELS)
    expected = np.sqrt(np.diag(covariance))[:3]
    assert found.std_error[:3] == pytest.approx(expected, rel=1e-9)
    assert found.t[:3] == pytest.approx(fit.b / expected)
    assert found.p[:3] == pytest.approx(2 * stats.t.sf(np.abs(fit.b / expected), 5))
    if not has_effects:
        assert found.std_error[3] == pytest.approx(np.sqrt(covariance[3, 3]), rel=1e-9)


def test_rows_written_often_are_no_new_knowledge():
    """Clustered errors stay what they were, the usual ones halve."""
    random = np.random.default_rng(1)
    x = random.normal(size=(60, 2))
    y = x @ [1.0, 2.0] + random.normal(size=60)
    once, often = ridge.design(x, y, "ab"), ridge.design(np.tile(x, (4, 1)), np.tile(y, 4), "ab")
    fits = ridge.estimate(once, 0.0), ridge.estimate(often, 0.0)
    assert fits[1].std_error == pytest.approx(fits[0].std_error / 2, rel=0.05)
    single = compute_clustered_errors(once, fits[0], np.arange(60)).std_error
    repeated = compute_clustered_errors(often, fits[1], np.tile(np.arange(60), 4)).std_error
    assert repeated == pytest.approx(single, rel=1e-9)


def test_a_single_cluster_has_no_errors():
    x, y = regression()
    made = ridge.design(x, y, "abc")
    found = compute_clustered_errors(made, ridge.estimate(made, 0.0), np.zeros(len(y)))
    assert np.isnan(found.std_error).all() and found.clusters == 1


@pytest.mark.parametrize("k", [0.0, 0.05])
@pytest.mark.parametrize("has_effects", [False, True])
def test_a_cluster_left_out_by_refitting(k, has_effects):
    x, y = regression(7)
    made = ridge.design(x, y, "abc", groups=LABELS if has_effects else None)
    left_out = leave_one_cluster_out(made, ridge.estimate(made, k), LABELS)
    penalty = np.diag(np.append(k * made.x_lengths**2, 0.0))
    if has_effects:
        means = np.array([np.append(x, y[:, None], axis=1)[label == LABELS].mean(axis=0) for label in LABELS])
        within, response = np.column_stack([x - means[:, :3], np.zeros(len(y))]), y - means[:, 3]
    else:
        within, response = np.column_stack([x, np.ones(len(y))]), y
    for label in np.unique(LABELS):
        rows = label == LABELS
        a, b = within[~rows], response[~rows]
        coefficients = np.linalg.lstsq(a.T @ a + penalty, a.T @ b, rcond=None)[0]
        assert left_out[rows] == pytest.approx(response[rows] - within[rows] @ coefficients, rel=1e-7, abs=1e-9)


def test_a_cluster_that_decides_alone_cannot_be_left_out():
    labels = np.array([0, 0, 0, 1, 1, 1])
    x = np.array([[1.0], [2.0], [3.0], [5.0], [5.0], [5.0]])
    made = ridge.design(x, np.array([1.0, 2.5, 2.5, 6.0, 6.5, 7.0]), "a", groups=labels)
    left_out = leave_one_cluster_out(made, ridge.estimate(made, 0.0), labels)
    assert np.isnan(left_out[:3]).all() and np.isfinite(left_out[3:]).all()
