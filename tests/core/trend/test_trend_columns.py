"""The columns of trends: which fields they stand for, their labels and units."""

import pytest

from carbon_plugin.core.tables.vocabulary import vocabulary
from carbon_plugin.core.trend import columns
from carbon_plugin.core.trend.columns import INDEX_FIELDS, default_fields, describe_trend
from carbon_plugin.core.trend.panel_trend import SUFFIXES


def test_the_indices_are_in_the_vocabulary():
    assert set(INDEX_FIELDS) <= set(vocabulary())


def test_default_fields_come_in_the_order_of_the_study():
    assert default_fields(["esc", "rainfall", "nce", "ce"]) == ["ce", "nce", "esc"]
    assert default_fields(["rainfall"]) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("field", ["ce", "forest_ha", "rain 降水"])
def test_every_column_of_a_trend_is_described(field, suffix):
    variable = describe_trend(field + suffix, [field])
    assert variable.kind == "trend" and variable.description.endswith(".")
    assert variable.label_en.count(":") == 1 and variable.label_zh.count("：") == 1
    assert "{" not in variable.alias("en") + variable.alias("zh")


def test_the_slope_is_in_units_of_the_field_a_year():
    assert describe_trend("nce_sen", ["nce"]).alias() == "Net carbon emission: Sen slope (t C/a per year)"
    assert describe_trend("nce_sen", ["nce"]).alias("zh") == "净碳排放量：Sen 斜率（每年 t C/年）"
    assert describe_trend("forest_ha_sen", ["forest_ha"]).unit == "ha per year"
    assert describe_trend("ecc_sen", ["ecc"]).unit == "per year"


def test_only_columns_of_the_fields_are_described():
    assert describe_trend("ce_p", ["cs"]) is None  # may be a component of the user's own
    assert describe_trend("ce", ["ce"]) is None
    assert describe_trend("ce_total_z", ["ce"]) is None


def test_a_field_that_looks_like_a_column_of_another():
    assert describe_trend("ce_p_z", ["ce", "ce_p"]).label_en.startswith("Carbon emission: p:")


def test_tested_fields_are_read_out_of_the_columns():
    found = ["unit", *(f"{name}{suffix}" for name in ("nce", "ce_p") for suffix in SUFFIXES), "x_sen", "threshold"]
    assert columns.tested_fields(found) == ["nce", "ce_p"]
