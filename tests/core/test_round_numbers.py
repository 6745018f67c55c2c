"""Numbers for legends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.round_numbers import rounded_down


@pytest.mark.parametrize(
    ("value", "expected"), [(0.34, 0.2), (1, 1), (0.999, 0.5), (5, 5), (4.99, 2), (1e-7, 1e-7), (2.5e9, 2e9)]
)
def test_examples(value, expected):
    assert rounded_down(value) == expected


@given(st.floats(1e-200, 1e200))
def test_a_round_number_that_is_reached(value):
    found = rounded_down(value)
    assert found <= value * (1 + 1e-12) and value < 2.5 * found * (1 + 1e-12)
    assert f"{found:e}"[0] in "125" and float(f"{found:.0e}") == found
