"""The triangular distribution against scipy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import triang

from carbon_plugin.core.statistics.triangular import triangular_quantile

SHARES = np.linspace(0, 1, 41)


@pytest.mark.parametrize(("low", "mode", "high"), [(0.2, 0.86, 1.8), (0.02, 0.266, 0.26648), (1, 1, 4), (-3, 2, 2)])
def test_against_scipy(low, mode, high):
    expected = triang.ppf(SHARES, (mode - low) / (high - low), loc=low, scale=high - low)
    np.testing.assert_allclose(triangular_quantile(SHARES, low, mode, high=high), expected, rtol=1e-12, atol=1e-12)


def test_no_range_is_the_value_itself():
    assert (triangular_quantile(SHARES, 0.5, 0.5, high=0.5) == 0.5).all()
