"""The false discovery rate: the published example, its definition, families without a test."""

import numpy as np
import pytest

from carbon_plugin.core.statistics.multiple_testing import benjamini_hochberg


def test_false_discovery_rate_worked():
    # Benjamini and Hochberg 1995, Table 1: of 15 p the first four stay below 0.05
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1,
    ]
    q = benjamini_hochberg(np.array(p))
    assert (q < 0.05).sum() == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)
    assert q[-1] == 1.0


@pytest.mark.parametrize("seed", range(5))
def test_false_discovery_rate_by_definition(seed):
    random = np.random.default_rng(seed)
    p = np.round(random.random(30) ** 3, 2)
    p[random.random(30) < 0.2] = np.nan
    known = np.sort(p[np.isfinite(p)])
    m = len(known)
    for value, q in zip(p, benjamini_hochberg(p)):
        at_least = [m * known[j] / (j + 1) for j in range(m) if known[j] >= value]
        assert q == pytest.approx(min(at_least) if np.isfinite(value) else np.nan, nan_ok=True)


def test_false_discovery_rate_of_none():
    assert np.isnan(benjamini_hochberg(np.array([np.nan]))).all() and len(benjamini_hochberg(np.array([]))) == 0
