"""The report of the accounts with little to show: one year, one unit, totals that are missing."""

import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.profiles_compared import compare_profiles
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.options import PROFILES
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
        report = AccountingReport(accounts.panel, accounts.region, accounts.used, {}, "tC", "t C")
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


def line_of(axis):
    """Where the straight line of a small chart is drawn, None without one."""
    return next((line for line in axis.lines if line.get_linewidth() == 1.2), None)


def test_interpolated_years_have_no_part_in_the_line(drawn):
    years = list(range(2000, 2012))
    filled = ["" if year % 2 else "population" for year in years]
    noise = [0.0, 9.0] * 6  # filled years lie 9 lower
    columns = {"population": [100.0 + year - 2000 + more for year, more in zip(years, noise)], "forest_ha": [1.0] * 12}
    page, figures = drawn(unit=["1"] * 12, year=years, filled=filled, **columns)
    axis = next(axis for axis in figures[0].axes if axis.get_title(loc="left") == "Carbon emission")
    line = line_of(axis)
    slope = (line.get_ydata()[-1] - line.get_ydata()[0]) / 11
    assert slope == pytest.approx(0.079)  # of the odd years: one person a year
    assert "These years have no part in the line" in page and "Carbon emission" in page
    few = ["" if year in (2000, 2005, 2011) else "population" for year in years]
    page, figures = drawn(unit=["1"] * 12, year=years, filled=few, **columns)
    axis = next(axis for axis in figures[0].axes if axis.get_title(loc="left") == "Carbon emission")
    assert line_of(axis) is None and axis.get_title(loc="right") == ""


def test_profiles_stand_side_by_side(monkeypatch):
    panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "raw_coal_t": [2000.0], "forest_ha": [1000.0]}), "t")
    accounts = compare_profiles(account(panel, load_profile("qinba")), panel, Options())
    report = AccountingReport(accounts.panel, accounts.region, accounts.used, {}, "10^4 tC", "10^4 t C")
    page = accounting_page(report, "en", str)
    assert "Whether a unit is in balance depends on the coefficients" in page
    assert all(PROFILES.label(name) in page for name in PROFILES)
    assert "0.1037 10^4 t C/a" in page  # 2000 t of coal
    assert "1 = balance" not in page and "relative to the region" in page


def test_coefficients_by_place_are_told_where_they_hold():
    panel = Panel(
        pd.DataFrame({"unit": ["a"], "year": [2022], "province": ["Sichuan"], "electricity_mwh": [10.0]}), "t"
    )
    for options, told in ((Options(group_field="province"), True), (Options(), False)):
        accounts = account(panel, load_profile("revised"), options)
        report = AccountingReport(accounts.panel, accounts.region, accounts.used, {}, "tC", "t C")
        page = accounting_page(report, "en", str)
        assert ("Applied in" in page) is told and ("0.1404 kg CO2/kWh" in page) is told
