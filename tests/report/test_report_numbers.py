"""Numbers and names as a reader of a report sees them."""

import pytest

from carbon_plugin.report.page import figures
from carbon_plugin.report.page.money import money_text
from carbon_plugin.report.page.numbers import shortened


@pytest.mark.parametrize(
    ("name", "written"),
    [("Ningqiang", "Ningqiang"), ("a" * 44, "a" * 44), ("a" * 45, "a" * 44 + "…"), ("县" * 30, "县" * 22 + "…")],
)
def test_long_names_are_cut_by_their_width(name, written):
    assert shortened(name) == written


@pytest.mark.parametrize(
    ("values", "least"), [([0.0, 4e5], "0"), ([0.0, 0.004], "0.000"), ([-3e5, 0.0], "−300,000")], ids=str
)
def test_amounts_on_standing_axes_have_their_thousands_apart(values, least):
    pytest.importorskip("matplotlib")
    figure, axis = figures.new_axis(2.0)
    axis.plot([2000, 2020], values)
    figure.canvas.draw()
    texts = [label.get_text() for label in axis.get_yticklabels()]
    assert least.replace("−", "-") in [text.replace("−", "-") for text in texts]
    assert "2,000" not in [label.get_text() for label in axis.get_xticklabels()]


def test_amounts_of_money_side_by_side_have_one_unit():
    assert money_text(13070.0, beside=308688.0) == "1.307 × 10⁸ currency/a"
