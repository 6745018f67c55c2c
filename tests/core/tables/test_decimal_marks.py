"""The comma of a number is decided for a column as a whole."""

import pandas as pd
import pytest

from carbon_plugin.core.tables.decimal_marks import AmbiguousCommasError, settle_decimal_marks


def settled(semicolons=False, **columns):
    frame, notes = settle_decimal_marks(pd.DataFrame(columns, dtype=object), "book", semicolons)
    return frame.to_dict("list"), [str(message) for message in notes]


def test_a_group_of_thousands_never_begins_with_0():
    columns, notes = settled(ndvi=["0,511", "0,860"], t=["12,345", "12,595"])
    assert columns == {"ndvi": ["0.511", "0.860"], "t": ["12.345", "12.595"]}
    assert notes == ["“book”: the comma in “ndvi”, “t” was read as standing before decimals: “0,511” is 0.511."]


def test_without_a_sign_of_decimals_groups_are_groups():
    assert settled(gdp=["12,345", "7,000"]) == ({"gdp": ["12,345", "7,000"]}, [])
    assert settled(gdp=["12,345"], ndvi=["0.5"], semicolons=True)[0]["gdp"] == ["12,345"]


def test_points_in_groups_beside_decimal_commas():
    assert settled(a=["1.234.567", "1.200"], b=["0,5", "-"])[0] == {"a": ["1234567", "1200"], "b": ["0.5", "-"]}


def test_a_column_that_shows_its_point_keeps_it():
    assert settled(a=["0.5", "1,234.5"], b=["12,5", "3"])[0] == {"a": ["0.5", "1,234.5"], "b": ["12.5", "3"]}


@pytest.mark.parametrize("other", [{}, {"a": ["0,5", "1"], "b": ["0.5", "1"]}])
def test_what_nothing_tells_is_refused(other):
    with pytest.raises(AmbiguousCommasError, match="the comma in “gdp” may stand before decimals or between thousands"):
        settled(gdp=["12,345", "7,000"], semicolons=True, **other)


def test_words_numbers_and_gaps_stay():
    columns = {"name": ["a,b", "c"], "n": [1.5, None], "list": ["16;24,5", "3"]}
    assert settled(**columns, x=["0,5", None])[0] == {**columns, "x": ["0.5", None]}
