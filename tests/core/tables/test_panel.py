"""The panel comes out the same from every table format, and says all that is wrong at once."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import (
    AmbiguousKeysError,
    DuplicateKeysError,
    EmptyTableError,
    HeaderNotFirstError,
    MissingColumnsError,
    MissingKeysError,
    NegativeAmountsError,
    NoCommonUnitsError,
    SeveralErrors,
    TextInNumbersError,
    YearsNotReadableError,
)
from carbon_plugin.core.tables.panel import compare_units, normalise_key, parse_numbers, read_panel


def table(**columns):
    return pd.DataFrame(columns, dtype=object)


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


def test_text_and_numbers_give_the_same_panel():
    as_text = table(unit=["7", "8"], year=["2000", "2000"], population=["12.5", ""], note=["a", "b"])
    as_numbers = table(unit=[7, 8.0], year=[2000.0, 2000], population=[12.5, None], note=["a", "b"])
    first, second = (read_panel(frame, "t").frame for frame in (as_text, as_numbers))
    pd.testing.assert_frame_equal(first, second)
    assert first["population"].tolist()[0] == 12.5 and np.isnan(first["population"][1])


def test_numbers_as_people_write_them():
    cells = pd.Series(
        ["1,234.5", "１２", " 3 ", "-", "n/a", "", None, "1 000", "5e2", "-7", "about 3", "1,2"], dtype=object
    )
    numbers, unread = parse_numbers(cells)
    assert numbers[:3].tolist() == [1234.5, 12, 3]
    assert numbers[3:7].isna().all()
    assert numbers[7:10].tolist() == [1000, 500, -7]
    assert unread.tolist() == [False] * 10 + [True, True]


def test_columns_named_by_their_labels_are_recognised():
    panel = read_panel(table(code=["1"], 年份=["2000年"], 总人口=["5000"], GDP=["7000"]), "t", "code", "年份")
    assert list(panel.frame.columns) == ["unit", "year", "population", "gdp"]
    assert "总人口 → population" in str(panel.notes[0])


def test_names_a_shapefile_cut_are_restored():
    columns = {"natural_ga": ["5"], "fertilizer": ["6"], "machinery_": ["7"], "natural": ["8"]}
    panel = read_panel(table(unit=["1"], year=[2000], **columns), "t")
    assert list(panel.frame.columns[2:]) == ["natural_gas_1000m3", "fertilizer_t", "machinery_kw", "natural"]
    assert "natural_ga → natural_gas_1000m3" in str(panel.notes[0])


def test_columns_of_the_user_pass_through():
    panel = read_panel(table(unit=["1", "2"], year=[2000, 2000], code=["001", "002"], index=["1.5", "2"]), "t")
    assert panel.frame["code"].tolist() == ["001", "002"]
    assert panel.frame["index"].tolist() == [1.5, 2.0]


def test_another_column_called_unit_is_kept_beside_the_key():
    panel = read_panel(table(code=["7"], unit=["persons"], year=[2000]), "t", "code")
    assert panel.frame["unit"].tolist() == ["7"] and panel.frame["unit_2"].tolist() == ["persons"]


def test_the_column_with_the_very_name_comes_before_its_labels():
    columns = {"总人口": ["7"], "population": ["1000"], "Population": ["8"], "population_1": ["9"]}
    panel = read_panel(table(unit=["1"], year=[2000], **columns), "t")
    assert panel.frame["population"].tolist() == [1000.0]
    assert list(panel.frame.columns[2:]) == ["总人口", "population", "Population_2", "population_1"]
    assert [str(message) for message in panel.notes if message.needs_attention][-1].startswith(
        "“t”: “总人口”, “Population”, “population_1” and “population” all seem to mean population. "
        "Only “population” is counted"
    )


def test_of_two_labels_the_first_counts():
    panel = read_panel(table(unit=["1"], year=[2000], 总人口=["1000"], Population=["2000"]), "t")
    assert panel.frame["population"].tolist() == [1000.0] and panel.frame["Population_2"].tolist() == [2000.0]
    assert sum(message.needs_attention for message in panel.notes) == 1


def test_blank_rows_are_left_out_and_rows_keep_their_numbers():
    columns = {"unit": ["1", None, "2", " "], "year": ["2000", "", "2000", None], "gdp": ["1", None, "2", ""]}
    panel = read_panel(table(**columns), "t")
    assert panel.frame["unit"].tolist() == ["1", "2"] and panel.frame.index.tolist() == [0, 1]
    assert "2 blank rows are left out" in str(panel.notes[0])
    with pytest.raises(YearsNotReadableError, match=r"\(row 3\)"):
        read_panel(table(**{**columns, "year": ["2000", "", "20x0", None]}), "t")
    with pytest.raises(EmptyTableError):
        read_panel(table(unit=["", None], year=[None, None]), "t")


@pytest.mark.parametrize("date", ["2000-12-31", "2000/1/1", "2000-01-01 00:00:00", "2000-01-01T00:00:00"])
def test_dates_count_as_their_years(date):
    panel = read_panel(table(unit=["1"], year=[date], gdp=["5000"]), "t")
    assert panel.years == [2000]
    assert [str(message) for message in panel.notes] == ["“t”: column “year” holds dates; their years were taken."]


def test_a_header_below_a_title_is_told():
    with pytest.raises(HeaderNotFirstError, match="must stand in the first row"):
        read_panel(table(Statistics=["unit", "1"], field_2=["year", "2000"]), "t")


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
        ({"unit": ["1", None], "year": [2000, 2000]}, MissingKeysError, r"empty in 1 rows \(row 2\)"),
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


def test_units_of_two_tables():
    assert compare_units("a", ["1", "2"], "b", ["2", "1"]) == []
    notes = compare_units("a", ["1", "2", "3"], "b", ["1", "4"])
    assert [str(message) for message in notes] == [
        "2 units of “a” are not in “b”: 2, 3.",
        "1 units of “b” are not in “a”: 4.",
    ]
    with pytest.raises(AmbiguousKeysError):
        compare_units("a", ["001"], "b", ["1"])
    with pytest.raises(NoCommonUnitsError, match="x against y"):
        compare_units("a", ["x"], "b", ["y"])


def test_the_column_a_user_chose_is_found_under_its_new_name():
    panel = read_panel(table(县=["7"], 年=["2000"], 总人口=["9000"], ndvi=["0.5"]), "t", "县", "年")
    chosen = ("县", "年", "总人口", "ndvi")
    assert [panel.column(name) for name in chosen] == ["unit", "year", "population", "ndvi"]
