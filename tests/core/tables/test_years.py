"""Which year a layer is of."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.errors import SeveralErrors
from carbon_plugin.core.tables.years import (
    LayersWithoutYearError,
    YearsCountError,
    YearsOrderError,
    YearsTextError,
    remarks_on_years,
    year_in_name,
    years_of,
)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("CLCD_v01_2000_albert", 2000),
        ("ESA_WorldCover_10m_2021_v200_N30E108_Map", 2021),
        ("n48_30_2020lc030", 2020),
        ("mapbiomas23_2016_5km", 2016),
        ("2000年土地利用", 2000),
        ("土地利用２０００", 2000),
        ("lc1900", 1900),
        ("lc2100", 2100),
        ("lc_2000_of_2000", 2000),
        ("lc_2000_2010", None),
        ("lc_1899", None),
        ("lc_2101", None),
        ("lc_12000", None),
        ("lc_20001231", None),
        ("lc_20000101", None),
        ("lc", None),
        ("", None),
    ],
)
def test_year_in_name(name, year):
    assert year_in_name(name) == year


@given(st.text(alphabet="a_-. 0123456789", max_size=25))
def test_year_in_name_against_a_regular_expression(name):
    years = set(re.findall(r"(?<!\d)(?:19\d\d|20\d\d|2100)(?!\d)", name))
    assert year_in_name(name) == (int(years.pop()) if len(years) == 1 else None)


def test_years_in_names():
    assert years_of(["lc_2010", "lc_2000", "lc_2000_north"]) == [2010, 2000, 2000]


@pytest.mark.parametrize(
    "text", ["2000;2005;2010", " 2000； 2005；2010；", "2000，2005，2010", "2000 2005 2010", "2000年、2005年、2010年"]
)
def test_years_given(text):
    assert years_of(["a", "b", "c"], text) == [2000, 2005, 2010]


def test_layers_without_a_year_are_named():
    with pytest.raises(LayersWithoutYearError) as caught:
        years_of(["lc_2000", "lc", "lc_2000_2010"])
    assert "“lc”, “lc_2000_2010” (2000, 2010)" in str(caught.value)
    assert "lc_2000”," not in str(caught.value)


def test_a_wrong_count_says_both():
    with pytest.raises(YearsCountError) as caught:
        years_of(["lc_2000", "lc_2005", "lc"], "2000;2005")
    assert "2 years" in str(caught.value)
    assert "3 layers" in str(caught.value)


def test_unreadable_years_and_a_wrong_count_at_once():
    with pytest.raises(SeveralErrors) as caught:
        years_of(["a"], "2000;05;20001")
    assert [type(error) for error in caught.value.errors] == [YearsTextError, YearsCountError]
    assert "“05”, “20001”" in str(caught.value)


@pytest.mark.parametrize("token", ["1899", "2101", "2000.5", "-2000", "2000-2005", "²000", "year"])
def test_what_is_not_a_year(token):
    with pytest.raises(YearsTextError):
        years_of(["a"], token)


def test_given_years_win_and_the_difference_is_told():
    names = ["GlobeLand30_2020", "lc_2010", "lc"]
    years = years_of(names, "2019;2010;2000")
    assert years == [2019, 2010, 2000]
    message = remarks_on_years(names, years)[1]
    assert message.needs_attention
    assert "“GlobeLand30_2020” → 2019" in str(message)
    assert "lc_2010" not in str(message)


def test_nothing_to_tell_where_a_given_year_decides_between_two():
    (used,) = remarks_on_years(["lc_2000_2010"], years_of(["lc_2000_2010"], "2010"))
    assert str(used) == "Years: “lc_2000_2010” → 2010."


def test_the_same_years_in_another_order_are_refused():
    with pytest.raises(YearsOrderError) as caught:
        years_of(["lc_2010", "lc_2000"], "2000;2010")
    assert "“lc_2010” → 2000" in str(caught.value)


def test_only_the_standard_library():
    code = (
        "import sys, carbon_plugin.core.tables.years, carbon_plugin.core.land_use.legend;"
        "sys.exit(len({'numpy', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
