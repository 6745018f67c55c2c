"""Numbers and names as a reader of a report sees them."""

import pytest

from carbon_plugin.report.page.numbers import shortened


@pytest.mark.parametrize(
    ("name", "written"),
    [("Ningqiang", "Ningqiang"), ("a" * 44, "a" * 44), ("a" * 45, "a" * 44 + "…"), ("县" * 30, "县" * 22 + "…")],
)
def test_long_names_are_cut_by_their_width(name, written):
    assert shortened(name) == written
