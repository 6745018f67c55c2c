"""The one reader of small tables: what cells may hold, and every fault at once, as data."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.choices import Choices, NotAChoiceError
from carbon_plugin.core.errors import EmptyTableError, MissingColumnsError, SeveralErrors, TextInNumbersError
from carbon_plugin.core.issues import issues
from carbon_plugin.core.number_text import number_in, numbers_in
from carbon_plugin.core.tables.setting_columns import (
    Colour,
    Key,
    NotAWordError,
    NotNumbersError,
    Number,
    Numbers,
    OutOfBoundsError,
    Text,
    UnreadableCellsError,
    WholeNumber,
    Word,
    YesNo,
)
from carbon_plugin.core.tables.settings import (
    ContradictingRowsError,
    EmptyCellsError,
    RepeatedRowsError,
    Settings,
)

PLACES = Choices("PLACE", {"home": "At home", "abroad": "Abroad"})
PRICES = Settings(
    Text("crop", required=True),
    Number("price", required=True, above=0),
    Word("market", words=PLACES, default="home"),
    YesNo("taxed"),
    WholeNumber("year", at_least=1900, at_most=2100),
    Numbers("steps", below=10),
    Colour("colour"),
    key=("crop", "year"),
)


def read(*rows):
    return PRICES.read([{"crop": "rice", "price": 1, **row} for row in rows], "prices")


def value(column, cell):
    (row,) = Settings(column).read([{column.name: cell, "other": "x"}], "t")
    return row[column.name]


def fault(column, cell):
    with pytest.raises(UnreadableCellsError) as caught:
        value(column, cell)
    return caught.value


# --- cells -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        (Text("a"), " 湿地（含滩涂） ", "湿地（含滩涂）"),
        (Text("a"), 5.0, "5"),
        (Text("a"), None, ""),
        (Key("a"), "６１.0", "61"),
        (Number("a"), "１．０６", 1.06),
        (Number("a"), np.float32(0.5), 0.5),
        (Number("a"), " 1,234.5 ", 1234.5),
        (Number("a"), "−2e-3", -0.002),
        (Number("a", default=3.0), "n/a", 3.0),
        (Number("a"), pd.NA, None),
        (WholeNumber("a"), "5.0", 5),
        (WholeNumber("a"), np.int64(7), 7),
        (Numbers("a"), "1；２;", (1.0, 2.0)),
        (Numbers("a"), 1.66, (1.66,)),
        (Numbers("a"), None, ()),
        (YesNo("a"), True, True),
        (YesNo("a"), 0.0, False),
        (YesNo("a"), "是", True),
        (YesNo("a"), "", None),
        (Word("a", words=("as_is", "tC")), " ＴＣ", "tC"),
        (Word("a", words=PLACES), "Abroad", "abroad"),
        (Word("a", words=("x",), default="x"), None, "x"),
        (Colour("a"), "#A0C4E2", "#a0c4e2"),
    ],
)
def test_cells_as_files_have_them(column, cell, expected):
    found = value(column, cell)
    assert found == expected and type(found) is type(expected)


@pytest.mark.parametrize(
    ("column", "cell", "error", "expected"),
    [
        (Number("a"), "much", NotNumbersError, "a number"),
        (Number("a"), "0,860", NotNumbersError, "a number"),
        (Number("a"), "inf", NotNumbersError, "a number"),
        (Number("a", above=0), 0, OutOfBoundsError, "a number (above 0)"),
        (Number("a", at_least=0, below=1), 1, OutOfBoundsError, "a number (at least 0, below 1)"),
        (WholeNumber("a", at_most=9), 10, OutOfBoundsError, "a whole number (at most 9)"),
        (WholeNumber("a"), 3.5, NotNumbersError, "a whole number"),
        (Numbers("a"), "1;b", NotNumbersError, "numbers with “;” between"),
        (Numbers("a", at_least=0), "1;-2", OutOfBoundsError, "numbers with “;” between (at least 0)"),
        (YesNo("a"), "perhaps", UnreadableCellsError, "yes or no"),
        (Word("a", words=("x", "y")), "z", NotAWordError, "one of “x”, “y”"),
        (Colour("a"), "red", UnreadableCellsError, "a colour such as #a0c4e2"),
    ],
)
def test_a_cell_that_cannot_be_says_what_was_expected(column, cell, error, expected):
    raised = fault(column, cell)
    assert type(raised) is error
    (found,) = raised.values["found"]
    assert (found.row, found.column, found.value) == (1, "a", cell)
    assert f"“t”: column “a” should hold {expected}, but holds " in str(raised)
    assert str(raised).endswith("Correct these cells.")


@pytest.mark.parametrize("bound", [0.0, 1.0])
def test_bounds_inside_and_outside(bound):
    inside, outside = Number("a", at_least=0, at_most=1), Number("a", above=0, below=1)
    assert value(inside, bound) == bound
    assert isinstance(fault(outside, bound), OutOfBoundsError)
    assert value(outside, 0.5) == 0.5


def test_kinds_of_faults_are_kin_of_the_general_ones():
    assert issubclass(NotNumbersError, TextInNumbersError) and issubclass(NotAWordError, NotAChoiceError)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_digit_of_a_number_is_read(number):
    assert number_in(repr(number)) == number
    assert value(Number("a"), number) == number
    assert numbers_in(f"{number!r}；{number!r}") == (number, number)


# --- tables ----------------------------------------------------------------------------------------------------------


def test_a_frame_and_rows_read_the_same():
    rows = [{" CROP": "rice", "Ｐrice": "2", "more": 1}, {" CROP": None, "Ｐrice": math.nan, "more": ""}]
    rows.append({" CROP": "maize", "Ｐrice": 3, "more": None})
    read = PRICES.read(rows, "t")
    assert [row.values for row in read] == [row.values for row in PRICES.read(pd.DataFrame(rows), "t")]
    assert [(row.number, row["crop"], row["price"], row["market"]) for row in read] == [
        (1, "rice", 2.0, "home"),
        (3, "maize", 3.0, "home"),
    ]
    assert list(read[0].given) == ["crop", "price"]


def test_a_column_of_the_exact_name_comes_first():
    (row,) = Settings(Text("note")).read([{"NOTE": "no", "note": "yes"}], "t")
    assert row["note"] == "yes"


def test_a_column_that_must_be_there_may_have_empty_cells():
    settings = Settings(Text("class", required=True, filled=False), Number("value"))
    assert settings.read([{"class": None, "value": 1}], "t")[0]["class"] == ""
    with pytest.raises(MissingColumnsError, match="no column “class”"):
        settings.read([{"value": 1}], "t")


def test_a_column_that_only_later_rows_have():
    first, second = PRICES.read([{"crop": "rice", "price": 1}, {"crop": "oats", "price": 2, "Taxed": "yes"}], "t")
    assert (first["taxed"], second["taxed"]) == (None, True)


def test_missing_columns_come_together():
    with pytest.raises(MissingColumnsError, match="no column “crop”, “price”; its columns are name, market"):
        PRICES.read([{"name": "rice", "market": "home"}], "prices")


@pytest.mark.parametrize("rows", [[], [{"crop": " ", "price": None}], pd.DataFrame(columns=["crop", "price"])])
def test_nothing_in_the_table(rows):
    with pytest.raises(EmptyTableError, match="prices"):
        PRICES.read(rows, "prices")


def test_rows_that_are_no_settings():
    settings = Settings(Text("crop", required=True), Number("price", required=True), skip_without="crop")
    rows = [{"crop": "", "price": "a remark"}, {"crop": "rice", "price": 2}]
    assert [row.number for row in settings.read(rows, "t")] == [2]
    with pytest.raises(EmptyTableError):
        settings.read(rows[:1], "t")


def test_all_faults_at_once():
    with pytest.raises(SeveralErrors) as caught:
        PRICES.read(
            [
                {"crop": None, "price": 0, "market": "moon"},
                {"crop": "rice", "price": "x"},
                {"crop": "rice", "price": -1},
                {"crop": "oats", "price": "y", "market": "moon"},
            ],
            "prices",
            lambda rows: [EmptyTableError(table=f"{len(rows)} sound rows")],
        )
    assert [str(error) for error in caught.value.errors[:-1]] == [
        "“prices”: column “crop” is empty in row 1. Every row needs it: fill these cells in, or remove the rows.",
        "“prices”: column “price” should hold a number (above 0), but holds 0 (row 1), -1 (rice, row 3). Correct these "
        "cells.",
        "“prices”: column “price” should hold a number (above 0), but holds “x” (rice, row 2), “y” (oats, row 4). "
        "Correct these cells.",
        "“prices”: column “market” should hold one of “home”, “abroad”, but holds “moon” (row 1), “moon” (oats, row "
        "4). Correct these cells.",
        "“prices” has more than one row for “rice” (row 2), “rice” (row 3). Keep one row for each.",
    ]
    assert caught.value.errors[-1].values["table"] == "0 sound rows"


def test_faults_as_a_table_of_problems():
    with pytest.raises(OutOfBoundsError) as caught:
        read({"price": -1})
    (row,) = issues(caught.value.messages)
    assert (row.code, row.layer, row.unit, row.column, row.found) == ("out-of-bounds", "prices", "rice", "price", "-1")
    assert (row.expected, row.what_to_do) == ("a number (above 0)", "Correct these cells.")


def test_a_key_of_several_columns():
    assert len(read({"year": 2000}, {"year": 2001})) == 2
    with pytest.raises(RepeatedRowsError) as caught:
        read({"year": 2000}, {"year": "2000"}, {"year": 2001})
    assert "“rice 2000” (row 1), “rice 2000” (row 2)." in str(caught.value)


def test_rows_of_one_key_may_agree():
    legend = Settings(WholeNumber("code", required=True), Text("class"), key=("code",), agreeing=("class",))
    rows = [{"code": 1, "class": "forest"}, {"code": "1.0", "class": "forest"}]
    assert len(legend.read(rows, "t")) == 2
    with pytest.raises(ContradictingRowsError) as caught:
        legend.read([*rows, {"code": 1, "class": None}], "t")
    assert "one “code” more than one “class”: “forest” (1, row 1), “forest” (1, row 2), “–” (1, row 3)." in str(
        caught.value
    )


def test_empty_cells_of_a_key_are_named_by_their_row():
    with pytest.raises(SeveralErrors) as caught:
        read({"crop": None}, {"price": None})
    assert {type(error) for error in caught.value.errors} == {EmptyCellsError}
    assert "is empty in rice, row 2." in str(caught.value)
    assert [[cell.row for cell in error.values["found"]] for error in caught.value.errors] == [[1], [2]]
