"""Years out of whatever a table holds."""

import pandas as pd

from carbon_plugin.core.tables.year_cells import parse_years


def years(*cells):
    series = pd.Series(list(cells), dtype=object)
    found, errors, notes = parse_years(series, "book", "year", units=pd.Series("a", index=series.index))
    return found.tolist(), errors, [message.code for message in notes]


def test_years_that_a_spreadsheet_shows_as_days_of_1905():
    assert years("1905-07-12", "1905-07-13") == ([2020, 2021], [], ["years-shown-as-dates"])
    assert years("1905/3/14", 2015.0) == ([1900, 2015], [], ["years-shown-as-dates"])


def test_midnight_of_1_january_kept_in_universal_time():
    assert years("2019-12-31 16:00:00", "2020-12-31T16:00:00Z")[::2] == ([2020, 2021], ["years-in-universal-time"])
    assert years("2020-01-01 05:00:00", "2021-01-01 05:00:00")[::2] == ([2020, 2021], ["dates-as-years"])
    assert years("2019-12-31", "2020-12-31")[::2] == ([2019, 2020], ["dates-as-years"])


def test_an_underscore_is_no_part_of_a_year():
    assert years("20_20")[1]
