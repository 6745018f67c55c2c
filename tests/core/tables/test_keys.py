"""The keys of a row: one spelling a unit, years out of whatever was written, and units of two tables."""

import pandas as pd
import pytest

from carbon_plugin.core.errors import AmbiguousKeysError, NoCommonUnitsError
from carbon_plugin.core.issues import issues
from carbon_plugin.core.tables.keys import (
    compare_units,
    find_empty_keys,
    find_repeated_rows,
    find_repeated_units,
    find_unit_faults,
    normalise_key,
    normalise_keys,
)
from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.values import Cell


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("610702.0", "610702"),
        (610702.0, "610702"),
        (610702, "610702"),
        (" 610702 ", "610702"),
        ("６１０７０２", "610702"),
        ("001", "001"),
        ('宁\'强 "县"', '宁\'强 "县"'),
        ("1.5", "1.5"),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_one_spelling_for_one_unit(written, key):
    assert normalise_key(written) == key


def test_keys_of_a_column_are_spelled_as_one_by_one():
    values = ["610702.0", 610702, None, " ７ ", float("nan"), "001"]
    assert normalise_keys(values).tolist() == [normalise_key(value) for value in values]


def test_units_of_two_tables():
    assert compare_units("a", ["1", "2"], "b", second_units=["2", "1"]) == []
    notes = compare_units("a", ["1", "2", "3"], "b", second_units=["1", "4"])
    assert [str(message) for message in notes] == [
        "“b” lacks 2 units of “a”: 2, 3.",
        "“a” lacks 1 unit of “b”: 4.",
    ]
    with pytest.raises(AmbiguousKeysError):
        compare_units("a", ["001"], "b", second_units=["1"])
    with pytest.raises(NoCommonUnitsError, match="x against y"):
        compare_units("a", ["x"], "b", second_units=["y"])
    assert [(row.code, row.layer, row.unit) for row in issues(notes)] == [
        ("units-only-in-first", "a", "2"),
        ("units-only-in-first", "a", "3"),
        ("units-only-in-second", "b", "4"),
    ]


class CountedKey(str):
    """A key that counts how often any key is compared or hashed."""

    calls = 0

    def __eq__(self, other):
        CountedKey.calls += 1
        return str.__eq__(self, other)

    def __hash__(self):
        CountedKey.calls += 1
        return str.__hash__(self)


def test_comparing_units_is_linear_in_their_number():
    many = 200_000
    ours = [CountedKey(f"unit {number}") for number in range(many)]
    theirs = [CountedKey(f"unit {number}") for number in range(many // 2, many + many // 2)]
    CountedKey.calls = 0
    notes = compare_units("a", ours, "b", second_units=theirs)
    assert [note.values["count"] for note in notes] == [many // 2, many // 2]
    assert CountedKey.calls < 20 * many


def test_zeros_are_told_however_many_keys_there_are():
    with pytest.raises(AmbiguousKeysError) as caught:
        compare_units("a", ["001", "002", "x"], "b", second_units=["1", "2", "x"])
    assert caught.value.message.problem() == "Unit keys differ only in leading zeros: 001 / 1, 002 / 2 (a against b)."


def test_faults_of_keys_within_one_table():
    keys = pd.Series(["1", "", "001", "1", ""])
    assert [error.code() for error in find_unit_faults(keys, "t", "code")] == ["missing-keys", "ambiguous-keys"]
    (empty,) = find_empty_keys(keys, "t", "code")
    assert empty.message.text() == (
        "“t”: column “code” is empty in 2 rows (row 2, 5). Every row needs its code: fill it in, or remove the row."
    )
    (repeated,) = find_repeated_units(keys, "t", "code")
    assert repeated.values["units"] == [Cell("1")]
    assert find_repeated_units(["1", "2"], "t", "code") == find_empty_keys(pd.Series(["1"]), "t", "code") == []


def test_rows_with_the_same_keys_are_named_once():
    frame = pd.DataFrame({"unit": ["a"] * 3 + ["b"], "year": [2000] * 3 + [2000], "scenario": ["low"] * 4})
    (error,) = find_repeated_rows(frame, ["unit", "year", "scenario"], "t")
    assert error.values["keys"] == [Cell("a", 2000, scenario="low")]


def test_keys_that_look_alike_are_one():
    import unicodedata

    names = ["São José", unicodedata.normalize("NFD", "São José"), "S\u00e3o\u00a0Jos\u00e9", "São José\u200b\ufeff"]
    assert set(map(normalise_key, names)) == {"São José"}
    assert normalise_key("10\u200b") == "10" and normalise_key("1_0") == "1_0"


def test_hidden_characters_are_told():
    panel = read_panel(pd.DataFrame({"unit": ["甲\u200b", "乙"], "year": [2000, 2000], "gdp": [1.0, 2.0]}), "book")
    assert panel.units == ["甲", "乙"]
    assert "column “unit” has 1 key with characters that are not seen" in str(panel.notes[0])
