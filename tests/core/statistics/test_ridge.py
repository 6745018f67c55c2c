"""Least squares and ridge against published numbers, brute force and scikit-learn."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.options import K_RULES
from carbon_plugin.core.statistics import ridge, ridge_rules

X = np.array(
    [
        (1, 2.0, 1.1),
        (2, 4.1, 2.0),
        (3, 6.2, 2.7),
        (4, 7.9, 4.1),
        (5, 10.1, 4.6),
        (6, 12.0, 6.4),
        (7, 13.8, 6.9),
        (8, 16.2, 8.3),
    ]
)
Y = np.array([2.1, 3.9, 6.2, 8.1, 9.8, 12.2, 14.1, 15.8])
NAMES = ("one", "two", "three")


def worked():
    return ridge.design(X, Y, NAMES)


def random_regression(seed: int, n: int = 25, p: int = 4):
    random = np.random.default_rng(seed)
    x = random.normal(size=(n, p)) @ random.normal(size=(p, p)) + random.normal(scale=5, size=p)
    return x, x @ random.normal(size=p) + random.normal(size=n) + 3.0


# --- the worked case: 8 rows, 3 variables, in levels -----------------------------------------------------------------


def test_worked_least_squares():
    fit = ridge.estimate(worked(), 0.0)
    assert fit.b == pytest.approx([2.866003, -0.500606, 0.112222], abs=5e-7)
    assert fit.intercept == pytest.approx(0.145809, abs=5e-7)
    assert fit.vif == pytest.approx([1389.776, 1230.285, 92.556], abs=5e-4)


def test_worked_ridge():
    fit = ridge.estimate(worked(), 0.02)
    assert fit.beta == pytest.approx([0.376906, 0.345143, 0.271486], abs=5e-7)
    assert fit.b == pytest.approx([0.747944, 0.343338, 0.520312], abs=5e-7)
    assert fit.intercept == pytest.approx(0.208424, abs=5e-7)
    assert fit.vif == pytest.approx([1.953895, 2.546211, 6.771506], abs=5e-7)
    assert fit.r2 == pytest.approx(0.998122, abs=1e-6)  # 0.99812154
    path = ridge.ridge_path(worked(), [0.01, 0.02])
    assert path.vif[0] == pytest.approx([5.327389, 6.695897, 16.458159], abs=1e-6)  # 16.45815928
    assert path.gcv[1] == pytest.approx(0.076212, abs=5e-7)


def test_worked_rules():
    assert ridge_rules.hoerl_kennard_baldwin(worked()) == pytest.approx(0.00027060, abs=5e-9)
    # at 0.02 all VIF are below 10, but the coefficients still move by 0.0147 to the next step; at 0.03 by 0.0083
    path = ridge.ridge_path(worked())
    assert ridge.GRID[np.argmax(path.vif.max(axis=1) < 10)] == 0.02
    steps = np.abs(np.diff(path.beta, axis=0)).max(axis=1)
    assert steps[2:4] == pytest.approx([0.0147, 0.0083], abs=5e-5)
    assert ridge_rules.choose_k(worked(), "vif_and_stability") == (0.03, [])
    assert ridge_rules.choose_k(worked(), "vif") == (0.02, [])


# --- published numbers -----------------------------------------------------------------------------------------------


def test_genridge_published(shared_data):
    """friendly/genridge prints coefficients for columns scaled by their population deviation: lambda = n k."""
    folder = shared_data("validation/ridge")
    published = json.loads((folder / "expected_longley.json").read_text())
    data = pd.read_csv(folder / "longley_R.csv")
    names = list(published["VIF"]["0.000"])
    regression = ridge.design(data[names].to_numpy(), data["Employed"].to_numpy(), names)
    n = len(data)
    for text, coefficients in published["coefficients_scaled"].items():
        fit = ridge.estimate(regression, float(text) / n)
        assert fit.b * data[names].std(ddof=0).to_numpy() == pytest.approx(list(coefficients.values()), abs=6e-7)
        vif = genridge_vif(regression, float(text) / n)
        assert vif == pytest.approx(list(published["VIF"][text].values()), abs=5.1e-3)  # printed with five digits
    # genridge's HKB has p - 2 in the place of p; its GCV is least at lambda = 0.005
    assert ridge_rules.hoerl_kennard_baldwin(regression) * n * (len(names) - 2) / len(names) == pytest.approx(
        published["kHKB"], abs=5e-7
    )
    lambdas = [float(text) for text in published["VIF"]]
    assert lambdas[np.argmin(ridge.ridge_path(regression, np.array(lambdas) / n).gcv)] == published["kGCV"]


def genridge_vif(regression: ridge.Design, k: float) -> np.ndarray:
    """Fox and Monette 1992: diag(C) diag(C^-1) of the correlation matrix C of the coefficients."""
    r = regression.v * regression.d**2 @ regression.v.T
    inverse = np.linalg.inv(r + k * np.eye(len(r)))
    covariance = inverse @ r @ inverse
    deviation = np.sqrt(np.diag(covariance))
    return np.diag(np.linalg.inv(covariance / np.outer(deviation, deviation)))


def test_nist_certified(shared_data):
    """NIST StRD, Longley: certified least-squares values."""
    folder = shared_data("validation/ridge")
    certified = json.loads((folder / "expected_longley_nist.json").read_text())
    data = pd.read_csv(folder / "longley_statsmodels_scaled.csv")
    names = [name for name in certified["certified"] if name != "const"]
    fit = ridge.estimate(ridge.design(data[names].to_numpy(), data["TOTEMP"].to_numpy(), names), 0.0)
    assert fit.b == pytest.approx([certified["certified"][name] for name in names], rel=1e-9)
    assert fit.intercept == pytest.approx(certified["certified"]["const"], rel=1e-9)
    assert fit.r2 == pytest.approx(certified["R2"], rel=1e-9)
    assert fit.sigma == pytest.approx(certified["resid_sd"], rel=1e-9)


def test_tolerance_is_the_inverse_of_vif():
    fit = ridge.estimate(worked(), 0.02)
    assert fit.tolerance * fit.vif == pytest.approx(np.ones(3))


# --- independent oracles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [0.001, 0.02, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_scikit_learn(k, seed):
    linear_model = pytest.importorskip("sklearn.linear_model")
    x, y = random_regression(seed)
    n = len(y)
    z = (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)
    z_y = (y - y.mean()) / y.std(ddof=1)
    fit = ridge.estimate(ridge.design(x, y, "abcd"), k)
    theirs = linear_model.Ridge(alpha=k * (n - 1)).fit(z, z_y)
    assert fit.beta == pytest.approx(theirs.coef_, rel=1e-9)
    unscaled = linear_model.Ridge(alpha=k * n).fit((x - x.mean(axis=0)) / x.std(axis=0), y)  # StandardScaler's z-scores
    assert fit.b * x.std(axis=0) == pytest.approx(unscaled.coef_, rel=1e-9)


@pytest.mark.parametrize("k", [0.0, 0.05])
def test_textbook_matrices(k):
    """Everything of an estimate from the textbook formulas with explicit inverses."""
    x, y = random_regression(5)
    n, p = x.shape
    fit = ridge.estimate(ridge.design(x, y, "abcd"), k)
    z = (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)
    r = np.corrcoef(x.T)
    inverse = np.linalg.inv(r + k * np.eye(p))
    hat = z @ inverse @ z.T / (n - 1)
    residual = (y - y.mean()) - hat @ (y - y.mean())
    variance = residual @ residual / (n - np.trace(hat) - 1)
    covariance = variance * inverse @ r @ inverse / (n - 1) / np.outer(x.std(axis=0, ddof=1), x.std(axis=0, ddof=1))
    assert fit.residual == pytest.approx(residual, abs=1e-9)
    assert fit.sigma == pytest.approx(np.sqrt(variance))
    assert fit.std_error[:-1] == pytest.approx(np.sqrt(np.diag(covariance)))
    assert fit.std_error[-1] == pytest.approx(np.sqrt(variance / n + x.mean(axis=0) @ covariance @ x.mean(axis=0)))
    assert fit.vif == pytest.approx(np.diag(inverse @ r @ inverse))
    assert fit.leverage == pytest.approx(np.diag(hat) + 1 / n)
    assert fit.r2 == pytest.approx(1 - residual @ residual / ((y - y.mean()) @ (y - y.mean())))
    assert fit.t == pytest.approx(np.append(fit.b, fit.intercept) / fit.std_error)


def test_least_squares_intercept_error():
    """At k = 0 the covariance of all coefficients is s^2 (A'A)^-1 with A = [1, X]."""
    x, y = random_regression(6)
    a = np.column_stack([np.ones(len(y)), x])
    b = np.linalg.lstsq(a, y, rcond=None)[0]
    s2 = ((y - a @ b) ** 2).sum() / (len(y) - 5)
    errors = np.sqrt(np.diag(s2 * np.linalg.inv(a.T @ a)))
    fit = ridge.estimate(ridge.design(x, y, "abcd"), 0.0)
    assert [fit.intercept, *fit.b] == pytest.approx(b)
    assert [fit.std_error[-1], *fit.std_error[:-1]] == pytest.approx(errors)


@pytest.mark.parametrize("k", [0.0, 0.03])
def test_leave_one_out_by_refitting(k):
    """Each row left out of the penalised problem itself, at the same scaling and the same penalty."""
    x, y = random_regression(7, n=15, p=3)
    fit = ridge.estimate(ridge.design(x, y, "abc"), k)
    z = (x - x.mean(axis=0)) / np.sqrt(((x - x.mean(axis=0)) ** 2).sum(axis=0))
    a = np.column_stack([np.ones(len(y)), z])
    penalty = np.diag([0.0, k, k, k])
    for row in range(len(y)):
        rest = np.arange(len(y)) != row
        b = np.linalg.solve(a[rest].T @ a[rest] + penalty, a[rest].T @ y[rest])
        assert fit.leave_one_out[row] == pytest.approx(y[row] - a[row] @ b)
    assert ridge_rules.leave_one_out_errors(ridge.design(x, y, "abc"), [k])[0] == pytest.approx(
        np.mean(fit.leave_one_out**2)
    )


def test_fixed_effects_are_dummy_variables():
    x, y = random_regression(8, n=30)
    groups = np.repeat(["p", "q", "r"], [5, 10, 15])
    y = y + np.repeat([100.0, -7.0, 0.0], [5, 10, 15])
    dummies = (groups[:, None] == np.unique(groups)).astype(float)
    a = np.column_stack([dummies, x])
    b = np.linalg.lstsq(a, y, rcond=None)[0]
    residual = y - a @ b
    errors = np.sqrt(np.diag(residual @ residual / (30 - 7) * np.linalg.inv(a.T @ a)))
    fit = ridge.estimate(ridge.design(x, y, "abcd", groups=groups), 0.0)
    assert fit.b == pytest.approx(b[3:])
    assert fit.intercepts == pytest.approx(b[:3])
    assert fit.std_error[:-1] == pytest.approx(errors[3:])
    assert fit.leverage == pytest.approx(np.diag(a @ np.linalg.inv(a.T @ a) @ a.T))
    within = x - (dummies.T @ x / dummies.sum(axis=0)[:, None])[np.repeat([0, 1, 2], [5, 10, 15])]
    assert fit.vif == pytest.approx(np.diag(np.linalg.inv(np.corrcoef(within.T))))


# --- properties ------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.floats(1e-4, 1e4), st.floats(-1e3, 1e3), st.floats(0, 1))
def test_scale_does_not_matter(seed, factor, shift, k):
    x, y = random_regression(seed)
    plain = ridge.estimate(ridge.design(x, y, "abcd"), k)
    scaled = ridge.estimate(ridge.design(x * [factor, 1, 1, 1] + [shift * factor, 0, 0, 0], y * 3 + 1, "abcd"), k)
    assert scaled.beta == pytest.approx(plain.beta, rel=1e-5, abs=1e-7)
    assert scaled.vif == pytest.approx(plain.vif, rel=1e-5)
    assert scaled.b[0] == pytest.approx(3 * plain.b[0] / factor, rel=1e-5, abs=1e-7 / factor)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_more_ridge_means_less_fit_and_less_inflation(seed):
    x, y = random_regression(seed)
    path = ridge.ridge_path(ridge.design(x, y, "abcd"))
    assert (np.diff(path.r2) <= 1e-12).all()
    assert (np.diff(path.vif, axis=0) <= 1e-9).all()
    assert (np.diff((path.beta**2).sum(axis=1)) <= 1e-12).all()
    assert (np.diff(path.degrees) < 0).all()
    assert (path.vif[0] >= 1 - 1e-9).all()


def test_residuals_have_no_mean():
    fit = ridge.estimate(worked(), 0.1)
    assert fit.residual.sum() == pytest.approx(0, abs=1e-12)


# --- rules -----------------------------------------------------------------------------------------------------------


def test_cross_validation_rules_take_the_least_error():
    x, y = random_regression(11, n=12)
    y = np.random.default_rng(3).normal(size=12)  # nothing to learn: the more ridge the better
    regression = ridge.design(x, y, "abcd")
    for rule, errors in (
        ("gcv", ridge.ridge_path(regression).gcv),
        ("loocv", ridge_rules.leave_one_out_errors(regression)),
    ):
        k, notes = ridge_rules.choose_k(regression, rule)
        assert k == ridge.GRID[np.argmin(errors)] > 0
        assert notes == []


def test_no_k_fulfils_the_rule():
    x, y = random_regression(12)
    k, notes = ridge_rules.choose_k(
        ridge.design(np.column_stack([x[:, 0], x[:, 0] + 1e-5 * x[:, 1]]), y, "ab"),
        "vif_and_stability",
        np.array([0.0, 1e-12, 2e-12]),
    )
    assert k == 2e-12
    assert "No ridge parameter up to 2e-12" in str(notes[0])
    assert notes[0].needs_attention


def test_hkb_of_an_identity_asks_for_no_ridge():
    x, _ = random_regression(13)
    k, notes = ridge_rules.choose_k(ridge.design(x, x @ [1.0, 1, 0, 1], "abcd"), "hkb")
    assert k < 1e-12
    assert "asks for no ridge" in str(notes[0])


# --- what cannot be fitted -------------------------------------------------------------------------------------------


def test_every_rule_that_is_offered_is_known():
    assert tuple(ridge_rules.RULES) == K_RULES.keys


def test_unknown_rule():
    with pytest.raises(NotAChoiceError, match=r"K_RULE is “best”.*“vif_and_stability”, “hkb”, “gcv”, “loocv”"):
        ridge_rules.choose_k(worked(), "best")


@pytest.mark.parametrize("k", [-0.1, np.nan, np.inf])
def test_impossible_k(k):
    with pytest.raises(ridge.RidgeParameterError, match="must be a number from 0"):
        ridge.estimate(worked(), k)


def test_too_few_observations():
    few = ridge.design(X[:4], Y[:4], NAMES)
    for call in (lambda: ridge.estimate(few, 0.0), lambda: ridge_rules.choose_k(few, "gcv")):
        with pytest.raises(ridge.TooFewObservationsError, match=r"has 4 observations for 3 variables .*at least 5"):
            call()
    assert np.isfinite(ridge.estimate(few, 0.1).b).all()  # ridge alone can do with fewer
    with pytest.raises(ridge.TooFewObservationsError, match="has 2 observations"):
        ridge.design(X[:2], Y[:2], NAMES)
    with pytest.raises(ridge.TooFewObservationsError, match="has 4 observations"):
        ridge.design(X[:4], Y[:4], NAMES, groups=["a", "a", "b", "c"])
