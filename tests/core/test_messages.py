"""Sentences as a reader gets them."""

import pytest

from carbon_plugin.core.messages import note, readable


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7_889_860.4, "7,889,860"),
        (0.333333333, "0.333333"),
        (12345.678, "12,345.7"),
        (3, "3"),
        (["a", "b"], "a, b"),
        ({"b", "a"}, "a, b"),
        (list(range(12)), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more"),
        (float("inf"), "inf"),
        (note("{n} units", n=4), "4 units"),
    ],
)
def test_values_as_people_read_them(value, text):
    assert readable(value) == text


def test_a_template_is_translated_before_it_is_filled():
    assert note("{n} units", n=4).text(lambda text: text.replace("units", "个单元")) == "4 个单元"
