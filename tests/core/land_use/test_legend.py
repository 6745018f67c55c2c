"""Codes of land cover rasters and their classes."""

from __future__ import annotations

import csv
import re

import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import EmptyTableError, MissingColumnsError, SeveralErrors
from carbon_plugin.core.land_use.legend import (
    LEGENDS,
    ClassNamesError,
    ReservedClassNamesError,
    known_classes,
    load_legend,
    read_legend,
)
from carbon_plugin.core.options import POLYGON_LEGENDS
from carbon_plugin.core.resources import RESOURCES
from carbon_plugin.core.tables.setting_columns import NotNumbersError, UnreadableCellsError
from carbon_plugin.core.tables.settings import ContradictingRowsError, EmptyCellsError

CLASSES = ["cropland", "shrubland", "forest", "grassland", "water", "urban", "unused"]


def rows(*pairs):
    return [{"value": value, "class": name} for value, name in pairs]


# --- shipped legends -------------------------------------------------------------------------------------------------


def test_every_shipped_table_is_an_option():
    assert sorted(path.stem for path in (RESOURCES / "legends").glob("*.csv")) == sorted([*LEGENDS, *POLYGON_LEGENDS])


@pytest.mark.parametrize("name", LEGENDS)
def test_no_row_without_label_and_colour(name):
    for entry in load_legend(name).entries:
        assert entry.label_en
        assert re.search(r"[\u4e00-\u9fff]", entry.label_zh)
        assert re.fullmatch("#[0-9a-f]{6}", entry.colour)


@pytest.mark.parametrize("name", LEGENDS)
def test_classes_are_the_plugins_own_and_no_label_stands_twice(name):
    legend = load_legend(name)
    assert legend.classes == CLASSES == known_classes()
    assert 0 in legend.without_class
    for labels in zip(*((entry.label_en, entry.label_zh) for entry in legend.entries)):
        assert len(labels) == len(set(labels))


def test_clcd_as_the_study_groups_it():
    # Yang and Huang 2021: cropland, forest, shrub, grassland, water, snow and ice, barren, impervious, wetland
    assert load_legend("clcd").class_of == {
        1: "cropland",
        2: "forest",
        3: "shrubland",
        4: "grassland",
        5: "water",
        6: "unused",
        7: "unused",
        8: "urban",
        9: "water",
    }


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("esa_worldcover", [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100]),
        ("globeland30", [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 255]),
        # Brazil, collections 2.3, 5 and 11
        ("mapbiomas", [0, 3, 4, 5, 9, 11, 12, 13, 15, 18, 21, 22, 23, 24, 25, 26, 27]),
        ("mapbiomas", [0, 1, 2, 3, 4, 5, *range(9, 16), *range(18, 28), *range(29, 34), *range(36, 46)]),
        ("mapbiomas", [3, 4, 5, 6, 7, 9, 11, 12, 15, 20, 21, 23, 24, 25, 29, 30, 31, 32, 33, 35, 39, 40, 41, 46, 47]),
        ("mapbiomas", [48, 49, 50, 62, 75, 77, 84]),
    ],
)
def test_published_codes_are_known(name, codes):
    assert load_legend(name).unknown(codes) == []


def test_mapbiomas_agrees_with_the_catalogue(shared_data):
    same = {"shrub": "shrubland", "construction": "urban", "wetland": "water", "nodata": ""}
    legend = {entry.value: entry.class_name for entry in load_legend("mapbiomas").entries}
    with open(shared_data("brazil_ms/mapbiomas23_legend.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            suggested = row["suggested_plugin_class"]
            assert legend[int(row["value"])] == same.get(suggested, suggested)


# --- the user's table ------------------------------------------------------------------------------------------------


def test_cells_may_be_numbers_or_text():
    legend = read_legend(rows((1, "forest"), (2.0, "rice_paddy"), (" 3 ", " water "), ("4.0", None), ("５", "")), "t")
    assert legend.class_of == {1: "forest", 2: "rice_paddy", 3: "water"}
    assert legend.without_class == {4, 5}
    assert legend.classes == ["forest", "water", "rice_paddy"]
    assert legend.unknown([5, 7, 6, 1]) == [6, 7]


def test_column_names_in_any_case_and_blank_rows():
    legend = read_legend([{"Value ": 1, "CLASS": "forest"}, {"Value ": None, "CLASS": float("nan")}], "t")
    assert legend.class_of == {1: "forest"}


def test_labels_and_colour_are_optional():
    (entry,) = read_legend(rows((1, "rice_paddy")), "t").entries
    assert (entry.label_en, entry.label_zh, entry.colour) == ("Rice paddy", "Rice paddy", "")
    (entry,) = read_legend([{"value": 1, "class": "wetland", "label_zh": "湿地（含滩涂）"}], "t").entries
    assert (entry.label_en, entry.label_zh) == ("Wetland", "湿地（含滩涂）")


def test_override_by_value():
    mine = read_legend(rows((9, "wetland"), (6, None), (10, "urban")), "my classes")
    legend = load_legend("clcd").overridden_by(mine)
    assert legend.class_of[9] == "wetland"
    assert legend.class_of[10] == "urban"
    assert legend.class_of[1] == "cropland"
    assert 6 in legend.without_class
    assert 6 not in legend.class_of
    assert [entry.value for entry in legend.entries] == sorted(entry.value for entry in legend.entries)
    assert legend.sources([1, 2, 9, 10, 99]) == {"clcd": [1, 2], "my classes": [9, 10]}


def test_override_by_itself_changes_nothing():
    for name in LEGENDS:
        assert load_legend(name).overridden_by(load_legend(name)) == load_legend(name)


def test_all_problems_at_once():
    table = rows(
        (1, "forest"), ("two", "water"), (1, "water"), (3.5, "Dry land"), (4, "sown"), (None, "urban"), (5, "total")
    )
    with pytest.raises(SeveralErrors) as caught:
        read_legend(table, "my classes")
    assert [type(error) for error in caught.value.errors] == [
        NotNumbersError,
        EmptyCellsError,
        ClassNamesError,
        ReservedClassNamesError,
        ContradictingRowsError,
    ]
    text = str(caught.value)
    assert "“value” should hold a whole number, the code that cells of the raster hold, but holds “two” (row 2)" in text
    assert "3.5 (row 4)" in text
    assert "column “value” is empty in row 6" in text
    assert "more than one “class”: “forest” (1, row 1), “water” (1, row 3)" in text
    assert "“Dry land” (row 4), which cannot name a class" in text
    assert "The plugin's own classes are cropland, shrubland" in text
    assert "the class “sown” (4, row 5), “total” (5, row 7) would become" in text


def test_row_numbers_count_blank_rows():
    with pytest.raises(NotNumbersError) as caught:
        read_legend(rows((1, "forest"), (None, None), ("x", "water")), "t")
    assert [cell.row for cell in caught.value.values["found"]] == [3]


def test_the_same_row_twice_is_no_contradiction():
    assert read_legend(rows((1, "forest"), (1, "forest")), "t").class_of == {1: "forest"}


def test_a_class_against_none_is_a_contradiction():
    with pytest.raises(ContradictingRowsError):
        read_legend(rows((1, "forest"), (1, "")), "t")


@pytest.mark.parametrize("name", ["Forest", "1forest", "rice-paddy", "湿地", "_forest"])
def test_what_cannot_name_a_class(name):
    with pytest.raises(ClassNamesError):
        read_legend(rows((1, name)), "t")


@pytest.mark.parametrize("name", ["total", "sown", "irrigated", "cf", "ec", "ed"])
def test_what_would_become_another_column(name):
    with pytest.raises(ReservedClassNamesError):
        read_legend(rows((1, name)), "t")


def test_structure():
    with pytest.raises(EmptyTableError):
        read_legend([], "t")
    with pytest.raises(EmptyTableError):
        read_legend(rows((None, None)), "t")
    with pytest.raises(MissingColumnsError) as caught:
        read_legend([{"code": 1, "class": "forest"}], "t")
    assert "no column “value”; its columns are code, class" in str(caught.value)


def test_a_legend_that_does_not_ship():
    with pytest.raises(NotAChoiceError, match="LEGEND is “nlcd”, but must be one of “clcd”"):
        load_legend("nlcd")


def test_what_is_no_colour():
    with pytest.raises(UnreadableCellsError, match=r"“colour” should hold a colour such as .* “reddish” \(1, row 1\)"):
        read_legend([{"value": 1, "class": "forest", "colour": "reddish"}], "t")
