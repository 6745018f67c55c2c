"""The page on a planner's own data says what is true of them, and no more."""

from __future__ import annotations

import sys

import pandas as pd

from carbon_plugin.core.errors import EmptyTableError
from carbon_plugin.core.messages import note, phrase, warning
from carbon_plugin.core.preparation.proposals import Proposal
from carbon_plugin.core.preparation.readiness import Readiness
from carbon_plugin.core.values import Quoted
from carbon_plugin.report.inputs import InputsReport, inputs_page
from carbon_plugin.report.page.told import Told


def test_errors_warnings_and_steps():
    messages = [warning("w", "Look <here>."), note("n", "By the way."), EmptyTableError(table="book").message]
    steps = [Readiness("Land-use areas"), Readiness("Carbon accounting", (phrase("the statistics have errors"),))]
    shares = pd.DataFrame({2000: [1.0, 0.0], 2001: [0.5, 1.0]}, index=["gdp", "mine"])
    proposals = [Proposal("Key of the units", Quoted("code"))]
    told = Told([("Quick check", "no")], messages, region_name="Qinba")
    page = inputs_page(InputsReport(told, steps, shares, 2, proposals))
    assert "1 error to mend" in page and "1 warning to look at" in page
    assert "“book” has no rows" in page and "Look &lt;here&gt;." in page and "By the way." in page
    assert page.index("<h2>Errors</h2>") < page.index("<h2>Warnings</h2>") < page.index("<h2>Good to know</h2>")
    assert ">cannot run<" in page and "the statistics have errors" in page
    assert "Gross domestic product" in page and ">50<" in page and ">0<" in page
    assert "What to choose" in page and "“code”" in page
    assert "matplotlib" not in page


def test_nothing_wrong(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = inputs_page(InputsReport(Told(), [Readiness("Land-use areas")]))
    assert "No errors" in page and "cannot run" not in page
    assert "<h2>Errors" not in page and "<h2>Warnings" not in page and "Numbers by column" not in page
