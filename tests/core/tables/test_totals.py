"""Rows that are the total of other rows are found at any level."""

import tracemalloc

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.progress import Silent
from carbon_plugin.core.tables import totals_search
from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.tables.totals import TotalsAmongUnitsError, totals_among


@pytest.fixture
def counties():
    random = np.random.default_rng(3)
    keys = [f"61{city:02d}{county:02d}" for city in (7, 9, 11) for county in (2, 3, 4, 5)]
    rows = [(key, year) for key in keys for year in (2019, 2020)]
    frame = pd.DataFrame(rows, columns=["unit", "year"])
    for name, size in (("population", 3e5), ("gdp", 6e5), ("raw_coal_t", 2e5)):
        frame[name] = np.round(random.uniform(0.5, 1.5, len(frame)) * size)
    return frame


def total(frame, key, begins):
    parts = frame[frame["unit"].str.startswith(begins)]
    return parts.groupby("year", as_index=False).sum(numeric_only=True).assign(unit=key)


def with_totals(frame):
    cities = [total(frame, f"61{city:02d}00", f"61{city:02d}") for city in (7, 9, 11)]
    return pd.concat([total(frame, "610000", "61"), *cities, frame], ignore_index=True)


def test_no_total_is_seen_where_there_is_none(counties):
    assert totals_among(counties) == []


def test_cities_and_province_are_found_by_their_codes(counties):
    found = totals_among(with_totals(counties))
    assert [one.unit for one in found] == ["610700", "610900", "611100", "610000"]
    assert [len(one.parts) for one in found] == [4, 4, 4, 12] and all(one.by_code for one in found)


def test_any_set_of_columns_will_do(counties):
    for columns in (["population"], ["gdp", "raw_coal_t"]):
        table = with_totals(counties)[["unit", "year", *columns]].rename(columns={"population": "ce"})
        assert len(totals_among(table)) == 4


def test_names_instead_of_codes_are_found_by_the_order_of_the_rows(counties):
    names = {key: f"county {number}" for number, key in enumerate(counties["unit"].unique())}
    book = []
    for city in ("6107", "6109", "6111"):
        own = counties[counties["unit"].str.startswith(city)]
        book += [total(counties, f"city {city}", city), own]
    book = pd.concat([total(counties, "province", "61"), *book], ignore_index=True).replace({"unit": names})
    found = totals_among(book)
    assert {one.unit for one in found} == {"city 6107", "city 6109", "city 6111", "province"}
    assert not any(one.by_code for one in found)


def test_rounded_totals_are_found_too(counties):
    book = with_totals(counties)
    amounts = ["population", "gdp", "raw_coal_t"]
    totals = book["unit"].str.endswith("00")
    book.loc[totals, amounts] = (book.loc[totals, amounts] / 1e3).round() * 1e3
    assert len(totals_among(book)) == 4


def test_a_gap_in_one_year_hides_nothing(counties):
    book = with_totals(counties)
    book.loc[(book["unit"] == "610700") & (book["year"] == 2019), "gdp"] = np.nan
    assert "610700" in [one.unit for one in totals_among(book)]


def test_an_account_refuses_what_codes_confirm_and_other_steps_tell_it(counties):
    book = with_totals(counties)
    with pytest.raises(TotalsAmongUnitsError, match=r"610700 \(4 units\), .*610000 \(12 units\)"):
        read_panel(book, "book", counted=True)
    told = [str(message) for message in read_panel(book, "book").notes]
    assert any("8 rows of units that are the totals of others" in text for text in told)
    read_panel(counties, "book", counted=True)


def test_every_fault_is_an_input_error():
    assert issubclass(TotalsAmongUnitsError, InputError)


def made_up(seed=0, count=12):
    """Whole numbers of counties in three cities over five years."""
    random = np.random.default_rng(seed)
    rows = [
        {"unit": f"c{number}", "year": year, "city": "ABC"[number % 3], **dict(zip(("gdp", "population"), amounts))}
        for number in range(count)
        for year in range(2000, 2005)
        for amounts in [random.integers(10_000, 999_999, 2).astype(float)]
    ]
    return pd.DataFrame(rows)


def with_cities(frame, **named):
    sums = frame.groupby(["city", "year"])[["gdp", "population"]].sum().reset_index()
    return pd.concat([frame, sums.assign(unit="city of " + sums["city"], **named)], ignore_index=True)


def test_totals_of_a_group_wherever_they_stand():
    book = with_cities(made_up())
    assert {total.unit: len(total.parts) for total in totals_among(book)} == dict.fromkeys(
        ["city of A", "city of B", "city of C"], 4
    )


def test_a_unit_called_like_its_group():
    book = with_cities(made_up(), city=None)
    book["unit"] = book["unit"].str.replace("city of ", "")
    assert {total.unit for total in totals_among(book)} == {"A", "B", "C"}


def test_totals_of_two_levels_that_stand_last():
    book = made_up().sort_values(["city", "unit", "year"])
    book = with_cities(book)
    province = book[book["unit"].str.startswith("c") & (book["unit"].str.len() < 4)]
    province = province.groupby("year")[["gdp", "population"]].sum().reset_index().assign(unit="province")
    book = pd.concat([book, province], ignore_index=True).drop(columns="city")
    assert {total.unit for total in totals_among(book)} == {"city of A", "city of B", "city of C", "province"}


@pytest.mark.parametrize("seed", range(5))
def test_counties_alone_have_no_totals(seed):
    assert totals_among(made_up(seed, 80)) == []


def test_many_units_of_few_groups_take_neither_time_nor_memory_by_pairs():
    """Twenty thousand units of five provinces: their pairs alone would be 80 million."""
    random, count = np.random.default_rng(5), 20_000
    amounts = {name: random.lognormal(10, 1, count) for name in ("gdp", "population", "raw_coal_t")}
    book = pd.DataFrame({"unit": [f"c{number}" for number in range(count)], "year": 2000, **amounts})
    book["province"] = [f"p{number % 5}" for number in range(count)]
    province = book[book["province"] == "p3"][list(amounts)].sum()
    book = pd.concat([book, pd.DataFrame([{"unit": "sum", "year": 2000, "province": "p3", **province}])])
    tracemalloc.start()
    found = totals_among(book)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(one.unit, len(one.parts)) for one in found] == [("sum", count // 5)]
    assert peak < 60e6


def some_amounts(seed, lowest):
    random = np.random.default_rng(seed)
    amounts = random.integers(lowest, 5, (int(random.integers(4, 14)), 3)).astype(float)
    amounts[-1] = amounts[:3].sum(axis=0) if seed % 2 else amounts[-1]
    return amounts, np.ones(amounts.shape, dtype=bool)


@pytest.mark.parametrize("seed", range(40))
def test_runs_of_rows_anywhere_are_those_that_trying_all_finds(seed):
    amounts, known = some_amounts(seed, lowest=1)
    tried = {}
    for unit, begin in np.ndindex(len(amounts), len(amounts)):
        for end in range(begin + 2, len(amounts) + 1):
            parts = list(range(begin, end))
            if unit not in parts and (amounts[parts].sum(axis=0) == amounts[unit]).all():
                tried.setdefault(unit, parts)
    assert dict(totals_search._by_run(amounts, known, Silent())) == tried
    assert tried or seed % 2 == 0


@pytest.mark.parametrize("seed", range(20))
def test_looking_at_units_near_a_run_alone_loses_none(seed, monkeypatch):
    amounts, known = some_amounts(seed, lowest=0)
    found = list(totals_search._by_run(amounts, known, Silent()))
    monkeypatch.setattr(totals_search, "_near_any_run", lambda own, *_: np.flatnonzero(own > 0).tolist())
    assert list(totals_search._by_run(amounts, known, Silent())) == found
