"""Units of measure behind the plugin's own labels: the same unit is read, another is never passed over."""

import pandas as pd
import pytest

from carbon_plugin.core.tables.heading_units import factor_to
from carbon_plugin.core.tables.headings import OtherUnitsError
from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.tables.vocabulary import vocabulary


def book(**columns):
    return pd.DataFrame({"unit": ["1"], "year": ["2020"], **{name: [cell] for name, cell in columns.items()}})


@pytest.mark.parametrize("heading, name", [
    ("总人口（人）", "population"),
    ("农用化肥施用折纯量（吨）", "fertilizer_t"),
    ("农业机械总动力（千瓦）", "machinery_kw"),
    ("有效灌溉面积（公顷）", "irrigated_ha"),
    ("地区生产总值（万元）", "gdp"),
    ("Raw coal consumption (tonnes)", "raw_coal_t"),
    ("生猪年末存栏量(头)", "pigs_head"), ("电力消费量（兆瓦时）", "electricity_mwh"),
    ("Population [persons]", "population"),
])  # fmt: skip
def test_the_own_unit_in_other_words_is_read(heading, name):
    panel = read_panel(book(**{heading: "300000"}), "book", counted=True)
    assert panel.columns == ["unit", "year", name] and panel.numbers(name).tolist() == [300_000.0]


@pytest.mark.parametrize("heading, told", [
    ("总人口（万人）", "population in persons: times 10,000"),
    ("地区生产总值（亿元）", "gdp in 10⁴ currency: times 10,000"),
    ("有效灌溉面积（千公顷）", "irrigated_ha in ha: times 1,000"),
    ("耕地面积（亩）", "cropland_ha in ha: times 0.0666667"),
    ("Fertilizer use (10 000 t)", "fertilizer_t in t: times 10,000"),
    ("Population (year-end)", "population in persons"),
])  # fmt: skip
def test_another_unit_is_refused_where_it_counts_and_told_elsewhere(heading, told):
    with pytest.raises(OtherUnitsError) as caught:
        read_panel(book(**{heading: "32.5"}), "book", counted=True)
    assert heading in str(caught.value) and told in str(caught.value)
    panel = read_panel(book(**{heading: "32.5"}), "book")
    assert heading in panel and told in str(panel.notes[-1]) and panel.notes[-1].needs_attention


def test_a_second_column_in_another_unit_is_no_fault_beside_the_right_one():
    read_panel(book(**{"population": "325000", "总人口（万人）": "32.5"}), "book", counted=True)


def test_every_unit_of_the_vocabulary_is_itself():
    amounts = [variable for variable in vocabulary().values() if variable.is_amount]
    for variable in amounts:
        assert factor_to(variable.unit, variable.unit) == factor_to(variable.unit, variable.unit_zh) == 1.0, variable
