"""The vocabulary holds every column that tables, models and scripts may rely on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import carbon_plugin
from carbon_plugin.core.resources import read_rows
from carbon_plugin.core.tables.vocabulary import (
    AMOUNT_KINDS,
    describe,
    descriptions_zh,
    variables_of,
    vocabulary,
)
from carbon_plugin.core.trend.columns import describe_trend

COLUMNS_OF_KIND = {
    "key": "unit year scenario",
    "text": "filled from_class to_class class other_class level verdict group method cep_class flag zone_key "
    "zone_name moved_by missing_scores driver choice option column decoupling balance_band from_zone to_zone "
    "edition ecosystem service role area_type x_field y_field cell type_key type_name",
    "socioeconomic": "population urban_population gdp gdp_secondary energy_tce",
    "farm_input": "fertilizer_t pesticide_t plastic_film_t irrigated_ha sown_ha machinery_kw",
    "livestock": "pigs_head cattle_head sheep_head poultry_head",
    "fuel": "raw_coal_t coke_t crude_oil_t gasoline_t kerosene_t diesel_t fuel_oil_t natural_gas_1000m3 lng_t lpg_t",
    "purchased_energy": "electricity_mwh heat_gj",
    "crop": "rice_t wheat_t maize_t sorghum_t millet_t other_cereals_t soybean_t tubers_t tubers_fresh_t peanut_t "
    "rapeseed_t sunflower_t cotton_t sugarcane_t sugarbeet_t vegetables_t melons_t tobacco_t",
    "area": "cropland_ha shrubland_ha forest_ha grassland_ha water_ha urban_ha unused_ha total_ha",
    "share": "coverage_pct",
    "carbon": "ce_cropland ce_energy ce_breathing ce_urban ce_livestock ce cs_crop cs_shrubland cs_forest cs_grassland "
    "cs_water cs_unused cs nce ce_p05 ce_p95 ce_fitted change base corrected "
    "nce_mean",
    "driver": "P W IS TI UR CEI",
    "change": "ce_change_pct",
    "potential": "energy_tce_implied",
    "date": "date_from date_to",
    "ratio": "ecc esc ecc_mean esc_mean cs_ce_ratio balance_index priority",
    "footprint": "cf_ha ec_ha ed_ha footprint_ha_per_t",
    "transition": "area_ha share_of_from share_of_to start_ha end_ha gain_ha loss_ha net_ha swap_ha k_single k_both "
    "lc_half lc_full intensity uniform agreement_pct no_change_pct",
    "ellipse": "azimuth long_m short_m area_km2 distance_m direction",
    "index": "residual cli cli_dynamic cli_change from_year to_year size centre_x centre_y flattening "
    "threshold cep total zone margin next_zone modal_zone agreement entropy driver_share changed_pct "
    "two_or_more_pct observed running_median mad "
    "elasticity gini theil between within cumulative_base cumulative_amount equivalent "
    "priority_rank change_pct sensitivity share "
    "lisa_i lisa_p lisa_class lag_y moran_i p_value lee_l inside cells_sum unit_sum difference type silhouette",
    "count": "balanced_units units units_counted units_paying units_balanced units_receiving "
    "neighbours high_high low_low low_high high_low not_significant undefined isolated types smallest",
    "value": "esv esv_km2 esv_cropland esv_shrubland esv_forest esv_grassland esv_water esv_urban esv_unused esv_food "
    "esv_raw_material esv_water_supply esv_gas esv_climate esv_purification esv_hydrology esv_soil esv_nutrients "
    "esv_biodiversity esv_aesthetic esv_changed",
    "intensity": "ce_t_km2 nce_t_km2",
    "compensation": "payment payment_low payment_high intensity_mean density_mean",
}
WITHOUT_UNIT = {"key", "text", "date", "ratio", "index"}  # text, dates, and pure numbers
ALL = list(vocabulary().values())


@pytest.mark.parametrize("kind", COLUMNS_OF_KIND)
def test_every_column_is_there_under_its_kind(kind):
    assert [variable.name for variable in variables_of(kind)] == COLUMNS_OF_KIND[kind].split()


def test_no_other_kind():
    assert {variable.kind for variable in ALL} == set(COLUMNS_OF_KIND)
    assert set(COLUMNS_OF_KIND) > AMOUNT_KINDS


def test_no_name_twice():
    names = [row["name"] for row in read_rows("vocabulary.csv")]
    assert len(names) == len(set(names))


def test_no_label_means_two_columns():
    # tables are read by label too, so one label must lead to one column
    meant = {}
    for variable in ALL:
        for spelling in (variable.name, variable.label_en, variable.label_zh):
            meant.setdefault(re.sub(r"\s", "", spelling).lower(), set()).add(variable.name)
    assert [names for names in meant.values() if len(names) > 1] == []


@pytest.mark.parametrize("variable", ALL, ids=lambda variable: variable.name)
def test_texts(variable):
    assert variable.label_en[0].isupper()
    assert len(variable.label_en) <= 50
    assert re.search(r"[\u4e00-\u9fff]", variable.label_zh)
    assert not re.search(r"[()（）]", variable.label_en + variable.label_zh)  # the alias adds the unit in brackets
    assert variable.description.endswith(".")
    assert len(variable.description) > 10


@pytest.mark.parametrize("variable", ALL, ids=lambda variable: variable.name)
def test_units_and_ranges(variable):
    if variable.kind not in WITHOUT_UNIT:
        assert variable.unit
    if variable.is_amount:
        assert 0 <= variable.low < variable.high
    elif variable.low is not None and variable.high is not None:
        assert variable.low < variable.high


@pytest.mark.parametrize(
    ("suffix", "unit"), [("_t", "t"), ("_ha", "ha"), ("_head", "head"), ("_tce", "tce"), ("_pct", "%"), ("_kw", "kW")]
)
def test_the_name_ends_in_the_unit(suffix, unit):
    named = [variable for variable in ALL if variable.name.endswith(suffix) and variable.name != "footprint_ha_per_t"]
    assert named
    assert {variable.unit for variable in named} == {unit}


def test_ranges_catch_a_wrong_unit_of_measure():
    # a county of 400,000 people, 3.5e9 of GDP, 2,000 km2 and 5e8 kWh, each in the unit it is often printed in
    assert vocabulary()["population"].low > 40  # 10^4 persons
    assert vocabulary()["gdp"].high < 3.5e9  # not 10^4
    assert vocabulary()["gdp"].low > 35  # 10^8
    assert vocabulary()["total_ha"].high < 2e9  # m2
    assert vocabulary()["electricity_mwh"].high < 5e8  # kWh


def test_alias_names_the_unit():
    assert describe("rice_t").alias() == "Rice production (t)"
    assert describe("urban_ha").alias("zh") == "建设用地面积（ha）"
    assert describe("ecc").alias() == "Economic contributive coefficient"


def test_columns_of_ones_own_are_described_by_their_pattern():
    assert describe("rice_paddy_ha").kind == "area"
    assert describe("ce_waste").kind == describe("cs_wetland").kind == "carbon"
    assert describe("ndvi") is None


def test_results_of_every_scenario_are_described():
    assert describe("peak_year_low").alias() == "Peak year: low"
    assert describe("neutral_year_my_own").label("zh") == "碳中和年份：my own"
    assert describe("neutral_high").label() == "Neutral at the horizon: high"
    assert describe("peak_year_") is None


def test_drivers_are_those_of_the_model():
    rows = {row["variable"]: row for row in read_rows("stirpat/variables.csv") if row["definition"] != "secondary"}
    drivers = {variable.name: variable for variable in variables_of("driver")}
    assert list(drivers) == list(rows)
    for name, driver in drivers.items():
        assert driver.unit == rows[name]["unit"]
        assert driver.label("zh") == rows[name]["label_zh"]


# --- where the formula of a column stands ----------------------------------------------------------------------------

CODE = Path(carbon_plugin.__file__).parent
INPUT_KINDS = {"key", "text", "socioeconomic", "farm_input", "livestock", "fuel", "purchased_energy", "crop", "area"}


def places() -> list:
    """Column and module of every column that some code computes."""
    found = []
    for table, name in (
        ("vocabulary.csv", "{name}"),
        ("vocabulary_patterns.csv", "{prefix}<...>{suffix}"),
        ("trend_columns.csv", "<field>{suffix}"),
        ("stirpat/columns.csv", "{column}"),
    ):
        for row in read_rows(table):
            if row["module"]:
                found.append(pytest.param(name.format(**row), row["module"], id=f"{table}:{name.format(**row)}"))
    return found


def spellings(column: str) -> list[str]:
    """What a module that computes ``column`` says, one of these: regular expressions."""
    word = r"(?<![A-Za-z0-9_]){}(?![A-Za-z0-9_])"
    if "<...>" in column:  # such as score_<index>
        prefix, suffix = column.split("<...>")
        return [rf"(?<![A-Za-z0-9_]){prefix}(<\w+>|{{[\w.]+}}){suffix}(?![A-Za-z0-9_])"]
    if column.startswith("<field>"):  # the suffix as it is written, or the statistic under its own name
        suffix = column.removeprefix("<field>")
        return [word.format(suffix), word.format(suffix[1:].title()), word.format(suffix[1:])]
    stem = column.removeprefix("ols_").removesuffix("_*")
    of_pattern = [
        rf"(?<![A-Za-z0-9_]){row['prefix']}<\w+>{row['suffix']}(?![A-Za-z0-9_])"
        for row in read_rows("vocabulary_patterns.csv")
        if column.startswith(row["prefix"]) and column.endswith(row["suffix"])
    ]
    return [word.format(column.rstrip("*")), word.format(stem), *of_pattern]


@pytest.mark.parametrize(("column", "module"), places())
def test_the_module_of_a_column_speaks_of_it(column, module):
    path = CODE.joinpath(*module.split(".")).with_suffix(".py")
    assert path.is_file(), f"{column}: there is no module {module}; write the one whose code holds the formula"
    text = path.read_text(encoding="utf-8")
    assert any(re.search(spelling, text) for spelling in spellings(column)), f"{module} does not speak of {column}"


def test_every_result_names_its_module_and_no_input_does():
    without = [variable.name for variable in ALL if not variable.module]
    assert {describe(name).kind for name in without} == INPUT_KINDS
    assert not {"ce", "nce", "total_ha", "zone", "cep_class", "moved_by"} & set(without)
    assert not [variable.name for variable in ALL if variable.is_amount and variable.module and variable.kind != "area"]


def test_a_trend_knows_its_module():
    assert describe_trend("ce_sen", ["ce"]).module == "core.statistics.theil_sen"
    assert describe("score_ce").module == "core.zoning.scores"


def test_chinese_descriptions_are_of_columns_and_those_of_all_inputs_are_there():
    chinese = descriptions_zh()
    endings = {row["suffix"] for row in read_rows("trend_columns.csv")}
    assert set(chinese) <= set(vocabulary()) | endings
    assert endings <= set(chinese)
    assert {one.name for one in vocabulary().values() if not one.module} <= set(chinese)
    assert all(text.endswith("。") and re.search("[一-鿿]", text) for text in chinese.values())
    assert describe("nce").meaning() == describe("nce").description
    assert describe("nce").meaning("zh") == chinese["nce"]
    assert describe("rice_paddy_ha").meaning("zh") == "Area of the class rice paddy."  # a pattern: English
