"""The line and its bands against a hand-computed case, scipy and the share of years a band must hold."""

import numpy as np
import pytest
from scipy import stats

from carbon_plugin.core.statistics.trend_line import trend_line


def test_worked_case():
    # x 1..5, y 2 4 5 4 5: slope 0.6, intercept 2.2, SSE 2.4, s = sqrt(0.8); at x = 3 the leverage is 1/5
    line = trend_line([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    assert line.slope == pytest.approx(0.6)
    assert line.fitted == pytest.approx([2.8, 3.4, 4.0, 4.6, 5.2])
    t = 3.182446305
    assert line.confidence[2] == pytest.approx(t * np.sqrt(0.8 / 5))
    assert line.prediction[2] == pytest.approx(t * np.sqrt(0.8 * 1.2))
    assert line.r2 == pytest.approx(0.6)


def test_gaps_are_left_out_but_fitted():
    line = trend_line([2000, 2001, 2002, 2003], [1.0, np.nan, 3.0, 4.5])
    whole = stats.linregress([2000, 2002, 2003], [1.0, 3.0, 4.5])
    assert line.slope == pytest.approx(whole.slope) and line.p == pytest.approx(whole.pvalue)
    assert np.isfinite(line.fitted).all()


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0], [np.nan, 1.0, 2.0]])
def test_too_few_points(values):
    assert trend_line(np.arange(len(values)), values) is None


def test_constant_series():
    line = trend_line(np.arange(5), np.full(5, 7.0))
    assert line.slope == pytest.approx(0, abs=1e-12) and line.p == 1 and line.confidence == pytest.approx(0, abs=1e-9)


def test_prediction_band_holds_its_share_of_new_years():
    random = np.random.default_rng(7)
    x = np.arange(12.0)
    held = 0
    for _ in range(1000):
        line = trend_line(x, 3 + 0.5 * x + random.normal(size=12))
        held += abs(3 + 0.5 * x[4] + random.normal() - line.fitted[4]) < line.prediction[4]
    assert 930 <= held <= 970
