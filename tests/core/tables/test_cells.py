"""Cells as people write them."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.tables.cells import cell_text, cells_at, find_blank_rows, is_missing, parse_numbers
from carbon_plugin.core.values import Cell


def test_numbers_as_people_write_them():
    cells = pd.Series(
        ["1,234.5", "１２", " 3 ", "-", "n/a", "", None, "1 000", "5e2", "-7", "about 3", "1,2"], dtype=object
    )
    numbers, unread = parse_numbers(cells)
    assert numbers[:3].tolist() == [1234.5, 12, 3]
    assert numbers[3:7].isna().all()
    assert numbers[7:10].tolist() == [1000, 500, -7]
    assert unread.tolist() == [False] * 10 + [True, True]


def test_infinity_is_no_number():
    numbers, unread = parse_numbers(pd.Series([1.0, "inf", "-inf"], dtype=object))
    assert numbers.isna().tolist() == unread.tolist() == [False, True, True]


def test_what_is_true_or_false_is_no_number_by_itself():
    assert parse_numbers(pd.Series([True, False]))[0].tolist() == [1.0, 0.0]


@pytest.mark.parametrize("missing", [None, np.nan, float("nan"), pd.NA, pd.NaT])
def test_a_missing_cell_is_no_text(missing):
    assert is_missing(missing) and cell_text(missing) == ""


def test_blank_rows_are_found_in_tables_with_a_name_twice():
    frame = pd.DataFrame([["", " "], [None, "x"], [np.nan, None]], columns=["a", "a"], dtype=object)
    assert find_blank_rows(frame).tolist() == [True, False, True]


def test_places_name_unit_year_and_scenario():
    frame = pd.DataFrame({"unit": ["a", "b"], "year": [2000.0, np.nan], "scenario": ["low", "high"]})
    assert cells_at(frame, np.array([True, True]), "ce", values=[1, "x"]) == [
        Cell("a", 2000, "ce", 1.0, scenario="low"),
        Cell("b", None, "ce", "x", scenario="high"),
    ]


@pytest.mark.parametrize("mark", ["①", "⑩", "¹", "²", "₁", "❶", "⑴"])
@pytest.mark.parametrize("text", ["1234", "1,234", "1234.5", "12 ", "１２３４"])
def test_the_mark_of_a_footnote_is_no_digit(text, mark):
    """1234① is no 12341: such a cell is named, as are those with words."""
    numbers, unread = parse_numbers(pd.Series([text + mark, text]))
    assert unread.tolist() == [True, False] and np.isnan(numbers[0]) and numbers[1] > 0
