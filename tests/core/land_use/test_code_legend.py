"""The legend of land-use polygons: the shipped table, rows of one's own, codes that lost a zero."""

import pytest

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.land_use.code_legend import load_code_legend, normalise_code, read_code_legend
from carbon_plugin.core.resources import read_rows

STUDY_CLASSES = ["cropland", "shrubland", "forest", "grassland", "water", "urban", "unused"]
# first level: how many second-level codes GB/T 21010-2017 prints under it
SECOND_LEVEL = {
    "01": 3,
    "02": 4,
    "03": 7,
    "04": 4,
    "05": 7,
    "06": 4,
    "07": 2,
    "08": 10,
    "09": 6,
    "10": 9,
    "11": 10,
    "12": 7,
}


def test_all_codes_of_the_standard_stand_in_the_table():
    rows = read_rows("legends/gbt21010.csv")
    standard = [row["value"] for row in rows if row["source"] == "GB/T 21010-2017"]
    assert [code for code in standard if len(code) == 2] == list(SECOND_LEVEL)
    for first, count in SECOND_LEVEL.items():
        expected = [f"{first}{number:02d}" for number in range(1, count + 1)]
        assert [code for code in standard if code[:2] == first and len(code) == 4] == expected
    assert sum(SECOND_LEVEL.values()) == 73  # as the standard says of itself
    assert all(row["label_en"] and row["label_zh"] and row["source"] for row in rows)


def test_sub_codes_of_the_survey_stand_beside_them():
    codes = {row["value"] for row in read_rows("legends/gbt21010.csv")}
    assert {
        "00",
        "0201K",
        "0301K",
        "0403K",
        "05H1",
        "0508",
        "08H1",
        "08H2",
        "08H2A",
        "0810A",
        "1104A",
        "1104K",
        "1107A",
    } <= codes


def test_classes_are_those_of_the_study():
    assert load_code_legend("gbt21010").classes == STUDY_CLASSES


def test_a_sub_code_has_the_class_of_its_code():
    class_of = load_code_legend("gbt21010").class_of
    sub_codes = [code for code in class_of if not code.isdigit() and code[:4] in class_of]
    assert len(sub_codes) > 8
    assert all(class_of[code] == class_of[code[:4]] for code in sub_codes)


@pytest.mark.parametrize(("cell", "code"), [("0101", "0101"), (" 1104a", "1104A"), (101, "101"), (float("nan"), "NAN")])
def test_codes_in_one_spelling(cell, code):
    assert normalise_code(cell) == code


def test_rows_of_ones_own_replace_and_add():
    own = read_code_legend([{"value": 201, "class": "orchard"}, {"value": "0399", "class": ""}], "own")
    legend = load_code_legend("gbt21010").overridden_by(own)
    assert legend.class_of["0201"] == "orchard" and "201" not in legend.class_of
    assert legend.class_of["0399"] == ""
    assert legend.classes[-1] == "orchard"
    assert legend.unknown(["0101", "101", "1", "0399", "", "9", "011", "abc"]) == ["011", "abc"]


def test_no_column_of_classes():
    with pytest.raises(InputError, match="has no column “class”"):
        read_code_legend([{"value": "01"}], "own")
