"""Breaks as text: every digit comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.statistics.break_values import BreakTextError, breaks_from_text, breaks_to_text
from carbon_plugin.core.statistics.classification import classify


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, unique=True).map(sorted))
def test_every_digit_comes_back_and_a_break_stays_in_its_class(bounds):
    again = breaks_from_text(breaks_to_text(bounds))
    assert again == bounds
    assert classify(bounds, again).tolist() == classify(bounds, bounds).tolist() == list(range(1, len(bounds) + 1))


def test_whole_numbers_are_short():
    assert breaks_to_text([16.0, 24.5, 2.0**60]) == "16;24.5;1.152921504606847e+18"


def test_as_people_type_them():
    assert breaks_from_text(" 16；24.5 ; 1e3;") == [16, 24.5, 1000]


@pytest.mark.parametrize("text", ["", " ; ", "16,24", "16;b"])
def test_what_is_no_list_of_numbers(text):
    with pytest.raises(BreakTextError) as caught:
        breaks_from_text(text)
    assert f"The breaks “{text}” cannot be read. Expected numbers" in str(caught.value)
