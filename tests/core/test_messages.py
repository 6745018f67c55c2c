"""Sentences as a reader gets them, and the table that is made of them."""

import pytest

from carbon_plugin.core.errors import InputError, SeveralErrors
from carbon_plugin.core.issues import issues
from carbon_plugin.core.messages import ERROR, note, phrase, warning
from carbon_plugin.core.values import Cell, Quoted, quoted, readable

CHINESE = {
    ", ": "、",
    "{problem} {remedy}": "{problem}{remedy}",
    "{shown} and {more} more": "{shown} 等，另有 {more} 个",
}


def chinese(text: str) -> str:
    return CHINESE.get(text, text)


class LateYearError(InputError):
    template = "“{table}” has {cells}, but {expected} was expected."
    remedy = "Correct {count:cell|cells}."


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7_889_860.4, "7,889,860"),
        (0.333333333, "0.333333"),
        (12345.678, "12,345.7"),
        (3, "3"),
        (["a", "b"], "a, b"),
        ({"b", "a"}, "a, b"),
        (list(range(12)), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more"),
        (float("inf"), "inf"),
        (phrase("{n} units", n=4), "4 units"),
        (Quoted("A"), "“A”"),
        (quoted(["A", "B"]), "“A”, “B”"),
        (Cell("A", 2010), "A 2010"),
        (Cell("A", 2010, "gdp"), "A 2010 (gdp)"),
        (Cell("A", 2010, value=-1.5), "-1.5 (A 2010)"),
        (Cell("A", 2010, "gdp", "x"), "“x” (A 2010)"),
        (Cell(row=3, value="x"), "“x” (row 3)"),
        (Cell(column="gdp", value="x"), "“x” (gdp)"),
        (Cell("A", 2030, scenario="low"), "A 2030 low"),
    ],
)
def test_values_as_people_read_them(value, text):
    assert readable(value) == text


def test_a_template_is_translated_before_it_is_filled():
    assert note("units", "{n} units", n=4).text(lambda text: text.replace("units", "个单元")) == "4 个单元"


@pytest.mark.parametrize(("count", "text"), [(0, "0 units are"), (1, "1 unit is"), (2, "2 units are")])
def test_a_count_takes_its_noun(count, text):
    assert note("units", "{count:unit is|units are} left out", count=count).text() == f"{text} left out"


def test_lists_join_as_the_language_joins_them():
    assert (
        note("units", "{units}", units=list("ABCDEFGHIJKL")).text(chinese)
        == "A、B、C、D、E、F、G、H、I、J 等，另有 2 个"
    )


def test_an_error_has_a_code_a_problem_and_a_remedy():
    error = LateYearError(table="book", cells=[Cell("A", 2101)], expected="a year up to 2100", count=1)
    assert (error.message.code, error.message.severity) == ("late-year", ERROR)
    assert str(error) == "“book” has A 2101, but a year up to 2100 was expected. Correct 1 cell."
    assert error.message.text(chinese).endswith("was expected.Correct 1 cell.")


def test_the_table_has_a_row_for_each_cell_the_worst_first():
    error = LateYearError(
        table="book", cells=[Cell("A", 2101, "gdp", 5.0), Cell("B", 2102)], expected="a year up to 2100", count=2
    )
    told = [
        note("rows", "{n} rows", n=3),
        warning("gap", "gaps in {column}", column="gdp"),
        *SeveralErrors([error]).messages,
    ]
    rows = issues(told)
    assert [row.severity for row in rows] == ["error", "error", "warning", "note"]
    assert (rows[0].layer, rows[0].unit, rows[0].year, rows[0].column, rows[0].found) == (
        "book",
        "A",
        "2101",
        "gdp",
        "5",
    )
    assert rows[0].expected == "a year up to 2100" and rows[0].what_to_do == "Correct 2 cells."
    assert rows[1].found == "“book” has 5 (A 2101), B 2102, but a year up to 2100 was expected."
    assert (rows[2].column, rows[3].found) == ("gdp", "3 rows")


def test_a_zero_byte_does_not_end_a_sentence():
    assert note("x", "“{cell}” is no number.", cell="1\0 2").text() == "“1␀ 2” is no number."
