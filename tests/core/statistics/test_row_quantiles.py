"""Quantiles of rows, against numpy's."""

import numpy as np
import pytest

from carbon_plugin.core.statistics.row_quantiles import row_quantiles


@pytest.mark.parametrize("length", [1, 2, 3, 20, 21, 500, 501, 1000])
@pytest.mark.parametrize("shares", [[0.05, 0.95], [0.5], [0.0, 0.25, 1.0]])
def test_quantiles_are_those_of_numpy_to_the_last_digit(length, shares):
    random = np.random.default_rng(length)
    values = np.round(random.standard_normal((60, length)) * 10.0 ** random.integers(-3, 4, (60, 1)), 3)
    values[5] = 7.0  # a row of ties
    expected = np.quantile(values, shares, axis=1)
    assert row_quantiles(values.copy(), shares).tolist() == expected.tolist()


def test_a_row_with_a_gap_has_no_quantiles():
    values = np.arange(12.0).reshape(3, 4)
    values[1, 2] = np.nan
    expected = np.quantile(values, [0.1, 0.9], axis=1)
    np.testing.assert_array_equal(row_quantiles(values, [0.1, 0.9]), expected)


def test_no_rows_at_all():
    assert row_quantiles(np.empty((0, 5)), [0.5]).shape == (1, 0)
