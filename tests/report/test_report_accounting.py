"""The report of the accounts with little to show: one year, one unit, totals that are missing."""

import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.report.accounting import AccountingReport, accounting_page
from carbon_plugin.report.page.writer import Writer

pytest.importorskip("matplotlib")


@pytest.fixture
def drawn(monkeypatch):
    """A function: the page of a table of statistics, and its figures."""

    def draw(**columns):
        figures = []
        monkeypatch.setattr(Writer, "chart", lambda self, figure, caption, cropped=True: figures.append(figure))
        accounts = account(Panel(pd.DataFrame(columns), "t"), load_profile("qinba"))
        report = AccountingReport(accounts.panel.frame, accounts.region, accounts.used, {}, "tC", "t C", [], [])
        return accounting_page(report, "en", str), figures

    return draw


def test_the_axis_of_one_year_shows_this_year_alone(drawn):
    _, figures = drawn(unit=["1"], year=[2000], population=[9000.0], gdp=[5000.0], forest_ha=[100.0])
    axes = [axis for figure in figures[:3] for axis in figure.axes if axis.get_visible()]
    assert len(axes) > 5
    assert all(axis.get_xticks().tolist() == [2000] and axis.get_xlim() == (1997, 2003) for axis in axes)


def test_what_is_missing_in_every_year_has_no_curve(drawn):
    page, figures = drawn(unit=["1"] * 2, year=[2000, 2001], population=[None] * 2, forest_ha=[100.0, 90.0])
    titles = [axis.get_title(loc="left") for axis in figures[0].axes if axis.get_visible()]
    assert titles == ["Carbon sink", "Carbon carrying capacity"]
    assert "Units in balance" not in page
