"""The panel comes out the same from every table format, and says all that is wrong at once."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import (
    AmbiguousKeysError,
    DuplicateKeysError,
    EmptyTableError,
    MissingColumnsError,
    MissingKeysError,
    NegativeAmountsError,
    SeveralErrors,
    TextInNumbersError,
    YearsNotReadableError,
)
from carbon_plugin.core.issues import issues
from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.values import Cell


def table(**columns):
    return pd.DataFrame(columns, dtype=object)


def test_text_and_numbers_give_the_same_panel():
    as_text = table(unit=["7", "8"], year=["2000", "2000"], population=["12.5", ""], note=["a", "b"])
    as_numbers = table(unit=[7, 8.0], year=[2000.0, 2000], population=[12.5, None], note=["a", "b"])
    first, second = (read_panel(frame, "t").frame for frame in (as_text, as_numbers))
    pd.testing.assert_frame_equal(first, second)
    assert first["population"].tolist()[0] == 12.5 and np.isnan(first["population"][1])


def test_columns_of_the_user_pass_through():
    panel = read_panel(table(unit=["1", "2"], year=[2000, 2000], code=["001", "002"], index=["1.5", "2"]), "t")
    assert panel.frame["code"].tolist() == ["001", "002"]
    assert panel.frame["index"].tolist() == [1.5, 2.0]


def test_blank_rows_are_left_out_and_rows_keep_their_numbers():
    columns = {"unit": ["1", None, "2", " "], "year": ["2000", "", "2000", None], "gdp": ["1", None, "2", ""]}
    panel = read_panel(table(**columns), "t")
    assert panel.frame["unit"].tolist() == ["1", "2"] and panel.frame.index.tolist() == [0, 1]
    assert "2 blank rows are left out" in str(panel.notes[0])
    with pytest.raises(YearsNotReadableError, match=r"\(2, row 3\)"):
        read_panel(table(**{**columns, "year": ["2000", "", "20x0", None]}), "t")
    with pytest.raises(EmptyTableError):
        read_panel(table(unit=["", None], year=[None, None]), "t")


@pytest.mark.parametrize("date", ["2000-12-31", "2000/1/1", "2000-01-01 00:00:00", "2000-01-01T00:00:00"])
def test_dates_count_as_their_years(date):
    panel = read_panel(table(unit=["1"], year=[date], gdp=["5000"]), "t")
    assert panel.years == [2000]
    assert [str(message) for message in panel.notes] == ["“t”: column “year” holds dates; their years were taken."]


def test_a_missing_column_shows_the_names_of_the_table():
    with pytest.raises(MissingColumnsError, match="its columns are 区县, 年份"):
        read_panel(table(区县=["1"], 年份=[2000]), "t")


def test_empty_table():
    with pytest.raises(EmptyTableError, match="“statistics” has no rows"):
        read_panel(table(unit=[], year=[]), "statistics")


def test_missing_column():
    with pytest.raises(MissingColumnsError, match="no column “unit”; its columns are county, year"):
        read_panel(table(county=["1"], year=[2000]), "statistics")


@pytest.mark.parametrize(
    ("columns", "error", "words"),
    [
        ({"unit": ["1", None], "year": [2000, 2000]}, MissingKeysError, r"empty in 1 row \(row 2\)"),
        ({"unit": ["1"], "year": ["20x0"]}, YearsNotReadableError, "20x0"),
        ({"unit": ["1"], "year": [1066]}, YearsNotReadableError, "1066"),
        ({"unit": ["1"], "year": [2000.5]}, YearsNotReadableError, "2000.5"),
        ({"unit": ["1", "1.0"], "year": [2000, "2000"]}, DuplicateKeysError, "1 2000"),
        ({"unit": ["001", "1"], "year": [2000, 2000]}, AmbiguousKeysError, "001 / 1"),
        ({"unit": ["1"], "year": [2000], "gdp": ["ten"]}, TextInNumbersError, r"“gdp”.*“ten” \(1 2000\)"),
        (
            {"unit": ["1"], "year": [2000], "pigs_head": [-3]},
            NegativeAmountsError,
            r"“pigs_head” \(head\).*-3 \(1 2000\)",
        ),
    ],
)
def test_faults_of_structure(columns, error, words):
    with pytest.raises(error, match=words):
        read_panel(table(**columns), "statistics")


def test_all_faults_at_once():
    with pytest.raises(SeveralErrors) as caught:
        read_panel(table(unit=["1", ""], year=[2000, "x"], gdp=["ten", "1"], pigs_head=["-1", "2"]), "statistics")
    assert len(caught.value.errors) == 4


def test_long_lists_show_ten_and_the_count():
    units = [str(number) for number in range(15)] * 2
    with pytest.raises(DuplicateKeysError, match="and 5 more"):
        read_panel(table(unit=units, year=[2000] * 30), "statistics")


def test_implausible_values_earn_a_remark_only():
    panel = read_panel(table(unit=["1"], year=[2000], population=[3e9]), "t")
    assert panel.frame["population"][0] == 3e9
    assert any("Check the unit of measure" in str(message) and message.needs_attention for message in panel.notes)


def test_a_fault_names_its_cells():
    frame = table(unit=["a", "b"], year=[2000, 2005], gdp=["ten", "1"], pigs_head=[1, -2])
    with pytest.raises(SeveralErrors) as caught:
        read_panel(frame, "book")
    found = {type(error): error.values["found"] for error in caught.value.errors}
    assert found == {
        TextInNumbersError: [Cell("a", 2000, value="ten")],
        NegativeAmountsError: [Cell("b", 2005, value=-2.0)],
    }
    rows = issues(caught.value.messages)
    assert [(row.layer, row.unit, row.year, row.column, row.found) for row in rows] == [
        ("book", "a", "2000", "gdp", "ten"),
        ("book", "b", "2005", "pigs_head", "-2"),
    ]
    assert [row.what_to_do for row in rows] == [
        "Correct them, or leave them empty if unknown.",
        "An amount cannot be below zero: correct these cells, or leave them empty if unknown.",
    ]


def test_an_unreadable_year_is_told_with_its_unit_and_row():
    with pytest.raises(YearsNotReadableError) as caught:
        read_panel(table(unit=["a", "b", "c"], year=[2000, 1066.0, None]), "t")
    assert caught.value.message.problem() == (
        "“t”: column “year” holds 1066 (b, row 2), an empty cell (c, row 3) where a year between 1900 and 2100 was "
        "expected."
    )


def test_one_column_cannot_be_both_keys():
    with pytest.raises(MissingColumnsError, match="no column “code”"):
        read_panel(table(code=["2000"], gdp=[7]), "t", "code", year_field="code")


def test_a_panel_gives_arrays_and_is_checked_once():
    panel = read_panel(table(unit=["1", "2"], year=[2000, 2000], gdp=["7", None], note=["a", "b"]), "t")
    assert panel.numbers("gdp") is panel.numbers("gdp")
    with pytest.raises(MissingColumnsError, match="no column “ce”, “cs”; its columns are unit, year, gdp, note"):
        panel.require(["gdp", "ce", "cs"])
    with pytest.raises(TextInNumbersError, match=r"should hold numbers, but 2 cells hold text: “a” \(1 2000\)"):
        panel.require(["note"])
    with pytest.raises(NegativeAmountsError):
        panel.with_columns({"gdp": [1.0, -1.0]}).require(["gdp"])
