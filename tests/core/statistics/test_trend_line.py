"""The line and its bands: worked by hand, against covariances summed pair by pair, and how often they are wrong."""

import numpy as np
import pytest
from scipy import stats

from carbon_plugin.core.statistics.autocorrelated_errors import errors_of_first_order, lags_of, newey_west
from carbon_plugin.core.statistics.trend_line import trend_line


def pair_by_pair(x, residuals):
    """Newey and West's covariance of (intercept, slope) and that of the first order, one pair after the other."""
    n, step, lags = len(x), min(abs(a - b) for a in x for b in x if a != b), int(4 * (len(x) / 100) ** (2 / 9))
    pairs = [(s, t, abs(x[s] - x[t]) / step) for s in range(n) for t in range(n)]
    inverse = np.linalg.inv(sum(np.outer([1, at], [1, at]) for at in x))
    outer = {(s, t): np.outer([1, x[s]], [1, x[t]]) for s, t, _ in pairs}
    filling = sum(max(0, 1 - d / (lags + 1)) * residuals[s] * residuals[t] * outer[s, t] for s, t, d in pairs)
    neighbours = [residuals[s] * residuals[t] for s, t, d in pairs if s < t and d == 1]
    r1 = sum(neighbours) / sum(residuals**2) * (n - 1) / len(neighbours)
    r = min(max((r1 + 2 / n) / (1 - 4 / n), 0), 0.95)
    hat = {(s, t): np.array([1, x[s]]) @ inverse @ [1, x[t]] for s, t, _ in pairs}
    variance = sum(residuals**2) / (n - sum(hat[s, t] * r**d for s, t, d in pairs))
    alike = sum(r**d * outer[s, t] for s, t, d in pairs)
    freedom = min(max(n * (1 - r) / (1 + r) - 2, 1), n - 2)
    return inverse @ filling @ inverse * n / (n - 2), variance * inverse @ alike @ inverse, variance, freedom


@pytest.mark.parametrize("seed", range(6))
def test_against_covariances_summed_pair_by_pair(seed):
    random = np.random.default_rng(seed)
    x = np.sort(random.choice(np.arange(25.0), 15, replace=False))  # with gaps
    y = 3 + 0.4 * x + (np.cumsum(random.normal(size=15)) if seed % 2 else random.normal(size=15))
    line, whole = trend_line(x, y), stats.linregress(x, y)
    robust, first_order, variance, freedom = pair_by_pair(x, y - whole.intercept - whole.slope * x)
    assert line.slope == pytest.approx(whole.slope) and line.r2 == pytest.approx(whole.rvalue**2)
    t = stats.t.ppf(0.975, freedom)
    for place in range(15):
        at = np.array([1, x[place]])
        of_mean = max(at @ robust @ at, at @ first_order @ at)
        assert line.confidence[place] == pytest.approx(t * np.sqrt(of_mean))
        assert line.prediction[place] == pytest.approx(t * np.sqrt(of_mean + variance))
    error = np.sqrt(max(robust[1, 1], first_order[1, 1]))
    assert line.p == pytest.approx(2 * stats.t.sf(abs(line.slope) / error, freedom))


def test_newey_west_lag_by_lag_where_there_are_no_gaps():
    """The form of the textbooks: gamma_0 and, with falling weights, gamma_l and its transpose."""
    random = np.random.default_rng(1)
    regressors, residuals = np.column_stack([np.ones(21), np.arange(21.0)]), random.normal(size=21)
    scores = regressors * residuals[:, None]
    filling = scores.T @ scores
    for lag in (1, 2):
        gamma = scores[lag:].T @ scores[:-lag]
        filling += (1 - lag / 3) * (gamma + gamma.T)
    bread = np.linalg.inv(regressors.T @ regressors)
    expected = bread @ filling @ bread * 21 / 19
    assert lags_of(21) == 2
    assert newey_west(regressors, residuals, np.arange(2000, 2021)) == pytest.approx(expected)


def test_without_autocorrelation_the_first_order_is_least_squares():
    random = np.random.default_rng(0)
    x = np.arange(12.0)
    y = np.where(np.arange(12) % 2, 1.0, -1.0) + 0.3 * x + 0.1 * random.normal(size=12)
    regressors = np.column_stack([np.ones(12), x])
    plain = stats.linregress(x, y)
    errors = errors_of_first_order(regressors, y - plain.intercept - plain.slope * x, x)
    assert errors.correlation == 0 and errors.freedom == 10
    assert np.sqrt(np.diag(errors.covariance)).tolist() == pytest.approx([plain.intercept_stderr, plain.stderr])


def test_worked_case():
    # x 1..5, y 2 4 5 4 5: slope 0.6, intercept 2.2, residuals -0.8 0.6 1 -0.6 -0.2, sum of squares 2.4; neighbours'
    # products sum to -0.36, so r1 = -0.15 and r = (-0.15 + 0.4) / (1 - 0.8) = 1.25, cut to 0.95: 1 degree of freedom
    line = trend_line([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    assert line.slope == pytest.approx(0.6) and line.points == 5 and line.r2 == pytest.approx(0.6)
    assert line.fitted == pytest.approx([2.8, 3.4, 4.0, 4.6, 5.2])
    assert line.p > 0.05


def test_gaps_are_left_out_but_fitted():
    x, y = [2000, 2001, 2002, 2003, 2004, 2006], [1.0, np.nan, 3.0, 4.5, 4.0, 6.5]
    line = trend_line(x, y)
    whole = stats.linregress([2000, 2002, 2003, 2004, 2006], [1.0, 3.0, 4.5, 4.0, 6.5])
    assert line.slope == pytest.approx(whole.slope) and line.points == 5
    assert np.isfinite(line.fitted).all() and np.isfinite(line.confidence).all()


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0, 4.0, 3.0], [np.nan, 1.0, 2.0, 5.0, 3.0]])
def test_too_few_points(values):
    assert trend_line(np.arange(len(values)), values) is None


@pytest.mark.parametrize("level", [7.0, 0.1, 1 / 3])
def test_constant_series(level):
    line = trend_line(np.arange(6), np.full(6, level))
    assert line.slope == 0.0 and line.p == 1 and line.confidence == pytest.approx(0, abs=1e-9)


def test_a_straight_line_is_sure_of_itself():
    line = trend_line(np.arange(9), 2.0 * np.arange(9))
    assert line.p < 1e-6 and line.prediction == pytest.approx(0, abs=1e-9)


def autocorrelated(random, size, correlation):
    noise = random.normal(size=size + 50)
    for year in range(1, size + 50):
        noise[year] += correlation * noise[year - 1]
    return noise[50:]


@pytest.mark.parametrize(("correlation", "most"), [(0.0, 0.06), (0.5, 0.10), (0.7, 0.13)])
def test_slopes_found_where_there_are_none(correlation, most):
    """Of 600 series of 21 years without a trend; plain least squares finds 5, 24 and 40 of 100."""
    random, x = np.random.default_rng(3), np.arange(21.0)
    found = np.mean([trend_line(x, autocorrelated(random, 21, correlation)).p < 0.05 for _ in range(600)])
    assert found <= most


def test_prediction_band_holds_its_share_of_new_years():
    random, x = np.random.default_rng(7), np.arange(21.0)
    held = 0
    for _ in range(1000):
        line = trend_line(x, 3 + 0.5 * x + random.normal(size=21))
        held += abs(3 + 0.5 * x[4] + random.normal() - line.fitted[4]) < line.prediction[4]
    assert 930 <= held <= 985
