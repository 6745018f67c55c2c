"""Names of columns as people write them."""

import pandas as pd
import pytest

from carbon_plugin.core.errors import HeaderNotFirstError
from carbon_plugin.core.tables.headings import free_name, name_columns
from carbon_plugin.core.tables.panel import read_panel


def table(**columns):
    return pd.DataFrame(columns, dtype=object)


def test_columns_named_by_their_labels_are_recognised():
    panel = read_panel(
        table(code=["1"], 年份=["2000年"], 总人口=["5000"], GDP=["7000"]), "t", "code", year_field="年份"
    )
    assert list(panel.frame.columns) == ["unit", "year", "population", "gdp"]
    assert "总人口 → population" in str(panel.notes[0])


def test_names_a_shapefile_cut_are_restored():
    columns = {"natural_ga": ["5"], "fertilizer": ["6"], "machinery_": ["7"], "natural": ["8"]}
    panel = read_panel(table(unit=["1"], year=[2000], **columns), "t")
    assert list(panel.frame.columns[2:]) == ["natural_gas_1000m3", "fertilizer_t", "machinery_kw", "natural"]
    assert "natural_ga → natural_gas_1000m3" in str(panel.notes[0])


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


def test_a_header_below_a_title_is_told():
    with pytest.raises(HeaderNotFirstError, match="must stand in the first row"):
        read_panel(table(Statistics=["unit", "1"], field_2=["year", "2000"]), "t")


def test_the_column_a_user_chose_is_found_under_its_new_name():
    panel = read_panel(table(县=["7"], 年=["2000"], 总人口=["9000"], ndvi=["0.5"]), "t", "县", year_field="年")
    chosen = ("县", "年", "总人口", "ndvi")
    assert [panel.column(name) for name in chosen] == ["unit", "year", "population", "ndvi"]


def test_a_free_name_is_free_whatever_its_capitals():
    assert free_name("class", []) == "class"
    assert free_name("Class", ["CLASS", "class_2", "x"]) == "Class_3"
    assert free_name("STRASSE", ["straße"]) == "STRASSE_2"


def test_a_heading_that_explains_a_name():
    frame = pd.DataFrame({"unit": ["1"], "year": [2000], "gdp | Gross domestic product | x": [5], "a | b": [1]})
    named, renamed, _ = name_columns(frame, {"unit": "unit", "year": "year"}, "book")
    assert list(named) == ["unit", "year", "gdp", "a | b"]
    assert renamed == {"gdp | Gross domestic product | x": "gdp"}
