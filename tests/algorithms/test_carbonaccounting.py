"""Carbon accounting as a planner runs it: the mini county, its map, its report, and tables of every format."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"

# the mini county: inputs of one year and what they amount to under `qinba`, t C
COUNTY = {
    "fertilizer_t": 12000,
    "pesticide_t": 300,
    "plastic_film_t": 500,
    "irrigated_ha": 20000,
    "sown_ha": 40000,
    "machinery_kw": 150000,
    "raw_coal_t": 200000,
    "coke_t": 10000,
    "gasoline_t": 8000,
    "diesel_t": 15000,
    "natural_gas_1000m3": 20000,
    "electricity_mwh": 500000,
    "population": 400000,
    "gdp": 2000000,
    "pigs_head": 300000,
    "cattle_head": 20000,
    "sheep_head": 50000,
    "poultry_head": 2000000,
    "rice_t": 100000,
    "wheat_t": 50000,
    "maize_t": 60000,
    "rapeseed_t": 8000,
    "peanut_t": 5000,
}
AREAS = {"shrubland_ha": 5000, "forest_ha": 120000, "grassland_ha": 20000, "water_ha": 3000}


def county(**changes):
    return {name: [value] for name, value in {"unit": "7", "year": 2020, **COUNTY, **changes}.items()}


@pytest.fixture
def tables(write_csv):
    return {
        "STATISTICS": write_csv("statistics.csv", **county()),
        "AREAS": write_csv("areas.csv", unit=["7"], year=[2020], **{name: [value] for name, value in AREAS.items()}),
    }


@pytest.fixture
def units(tmp_path):
    """Two squares, one of them the mini county with a name full of traps."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string&field=label:string", "counties", "memory")
    features = []
    for key, name, west in (("7", '宁强县 "东" & <b>', 106.0), ("8", "Elsewhere", 107.0)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key, name])
        feature.setGeometry(
            QgsGeometry.fromWkt(f"POLYGON(({west} 32, {west + 1} 32, {west + 1} 33, {west} 33, {west} 32))")
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_the_mini_county(run, tables):
    outcome = run("carbonaccounting", **tables, OUTPUT=MEMORY, REGION=MEMORY, USED=MEMORY)
    row = outcome.frame("OUTPUT").iloc[0]
    assert round(row["ce_cropland"], 2) == 20536.15
    assert round(row["ce_energy"], 2) == 191129.94
    assert row["ce_breathing"] == pytest.approx(31600) and row["ce_livestock"] == pytest.approx(45095)
    assert round(row["ce"], 2) == 288361.09
    assert round(row["cs"], 2) == 927058.80
    assert round(row["nce"], 2) == -638697.71
    assert outcome["BALANCED_UNITS"] == 1
    assert set(COUNTY) | set(AREAS) <= set(outcome.frame("OUTPUT").columns)
    used = outcome.frame("USED")
    assert (used.loc[used["column"] == "fertilizer_t", "value"] == 0.86).all()


def test_why_a_coefficient_stays_out_is_a_key_in_the_data_and_words_in_the_layer(run, tables, tmp_path, qgis_app):
    from qgis.PyQt.QtCore import QCoreApplication

    from carbon_plugin.bridge.translation import load_translator

    english = run("carbonaccounting", **tables, OUTPUT=MEMORY, USED=MEMORY, CROP_SINK=False).frame("USED")
    translator = load_translator("zh")
    QCoreApplication.installTranslator(translator)
    try:
        path = str(tmp_path / "used.gpkg")
        used = run("carbonaccounting", **tables, OUTPUT=MEMORY, USED=path, CROP_SINK=False).frame("USED")
    finally:
        QCoreApplication.removeTranslator(translator)
    assert used["reason"].fillna("").tolist() == english["reason"].fillna("").tolist()
    assert {"column absent", "crop sink switched off"} <= set(used["reason"])
    layer = QgsVectorLayer(path, "used", "ogr")
    setup = layer.editorWidgetSetup(layer.fields().indexFromName("reason"))
    assert setup.type() == "ValueMap" and {"缺少该列": "column absent"} in setup.config()["map"]


def test_the_revised_profile(run, tables):
    row = run("carbonaccounting", **tables, PROFILE=1, OUTPUT=MEMORY).frame("OUTPUT").iloc[0]
    assert round(row["ce"], 2) == 236726.75


def test_a_table_of_coefficients_brings_a_new_land_class(run, write_csv, tables):
    coefficients = write_csv(
        "mine.csv",
        key=["tree.sink"],
        component=["cs_tree"],
        column=["tree_ha"],
        factor=["sink"],
        role=["multiply"],
        value=[2.5],
        unit=["t C/ha"],
    )
    tables["AREAS"] = write_csv(
        "areas2.csv", unit=["7"], year=[2020], **{k: [v] for k, v in AREAS.items()}, tree_ha=[1000]
    )
    row = run("carbonaccounting", **tables, COEFFICIENTS=coefficients, OUTPUT=MEMORY).frame("OUTPUT").iloc[0]
    assert row["cs_tree"] == pytest.approx(2500)
    assert round(row["cs"], 2) == 929558.80


def test_exported_coefficients_can_be_fed_back(run, tables, tmp_path):
    path = str(tmp_path / "coefficients.csv")
    run("exportcoefficients", PROFILE=1, OUTPUT=path)
    given, shipped = (
        run("carbonaccounting", **tables, PROFILE=profile, COEFFICIENTS=table, OUTPUT=MEMORY).frame("OUTPUT")
        for profile, table in ((1, path), (1, None))
    )
    pd.testing.assert_frame_equal(given, shipped)


def test_map_opens_styled_and_its_style_is_stored_with_the_data(run, tables, units, tmp_path):
    path = str(tmp_path / "map.gpkg")
    outcome = run("carbonaccounting", **tables, UNITS=units, UNITS_NAME_FIELD="label", MAP=path, OUTPUT=MEMORY)
    layer = QgsVectorLayer(path, "map", "ogr")
    assert layer.featureCount() == 1 and layer.crs().authid() == "EPSG:4326"
    assert layer.renderer().type() == "graduatedSymbol" and "nce" in layer.renderer().classAttribute()
    assert layer.labelsEnabled()
    assert layer.attributeAlias(layer.fields().indexFromName("nce")) == "Net carbon emission (t C/a)"
    assert next(layer.getFeatures())["name"] == '宁强县 "东" & <b>'
    assert any("“statistics” lacks 1 unit of “counties”: 8" in line for line in outcome.warnings)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select count(*) from layer_styles where useAsDefault").fetchone()[0] == 1


def test_report_is_one_safe_page(run, tables, units, tmp_path):
    path = tmp_path / "report.html"
    run("carbonaccounting", **tables, UNITS=units, UNITS_NAME_FIELD="label", REPORT=str(path), OUTPUT=MEMORY)
    text = path.read_text(encoding="utf-8")
    assert "宁强县 &quot;东&quot; &amp; &lt;b&gt;" in text and "<b>东" not in text
    assert "<script" not in text and not re.search(r"""(src|href)=["'](?!#)""", text)  # nothing to fetch
    assert text.count("<svg view") >= 4


def write_table(frame: pd.DataFrame, path):
    if path.suffix == ".xlsx":
        frame.to_excel(path, index=False)
    else:
        frame.to_csv(path, index=False, encoding="gb18030" if "gb18030" in path.name else "utf-8-sig")
    return str(path)


@pytest.mark.parametrize("name", ["plain.csv", "gb18030.csv", "typed.xlsx", "text.xlsx", "数据 表 (2).csv"])
def test_a_panel_is_the_same_from_every_format(run, awkward_folder, name):
    frame = pd.DataFrame(county(unit='宁强县 "东"'))
    if name == "text.xlsx":
        frame = frame.astype(str)
    if name == "gb18030.csv":
        frame = frame.rename(columns={"population": "总人口"})
    outcome = run("carbonaccounting", STATISTICS=write_table(frame, awkward_folder / name), OUTPUT=MEMORY)
    row = outcome.frame("OUTPUT").iloc[0]
    assert row["unit"] == '宁强县 "东"' and row["year"] == 2020
    assert round(row["ce"], 2) == 288361.09


@pytest.mark.parametrize("suffix", ["gpkg", "csv", "xlsx", "geojson"])
def test_results_in_every_format(run, tables, awkward_folder, suffix):
    path = awkward_folder / f"结果.{suffix}"
    run("carbonaccounting", **tables, OUTPUT=str(path))
    layer = QgsVectorLayer(str(path), "result", "ogr")
    assert layer.featureCount() == 1
    assert float(next(layer.getFeatures())["nce"]) == pytest.approx(-638697.71, abs=0.01)
    if suffix != "gpkg":
        assert path.with_suffix(".qml").is_file()


def test_a_selection_of_rows(run, tmp_path, write_csv):
    path = write_csv("two.csv", **{name: value * 2 for name, value in county().items()} | {"year": [2019, 2020]})
    layer = QgsVectorLayer(path, "two", "ogr")
    layer.selectByExpression("year = '2020'")
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    QgsProject.instance().addMapLayer(layer)
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert run("carbonaccounting", STATISTICS=source, OUTPUT=MEMORY).frame("OUTPUT")["year"].tolist() == [2020]
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.fixture
def provinces(write_csv):
    """Two counties of two provinces in two years, and a table of grid factors for one of them from 2015 on."""
    return {
        "STATISTICS": write_csv(
            "statistics.csv", unit=["1", "1", "2", "2"], year=[2010, 2020] * 2, electricity_mwh=[1000] * 4,
            province=["四川", "四川", "Gansu", "Gansu"],
        ),
        "COEFFICIENTS": write_csv(
            "grid.csv", key=["electricity.carbon_content"], value=[0.5], group=["四川"], from_year=[2015], to_year=[""]
        ),
        "OUTPUT": MEMORY,
    }  # fmt: skip


def test_coefficients_by_group_and_year(run, provinces):
    outcome = run("carbonaccounting", **provinces, GROUP_FIELD="province", USED=MEMORY)
    frame, used = outcome.frame("OUTPUT"), outcome.frame("USED")
    assert frame["province"].tolist() == ["四川", "四川", "Gansu", "Gansu"]
    general = 122.9 * 0.7935
    assert frame["ce_energy"].tolist() == pytest.approx([general, 61.45, general, general])
    mine = used[used["group"] == "四川"].iloc[0]
    assert (mine["from_year"], mine["applied_years"], mine["source"]) == (2015, "2020", "grid")
    assert any("Other groups have coefficients of their own" in line for line in outcome.warnings)
    shipped = run("carbonaccounting", **{**provinces, "COEFFICIENTS": None}, GROUP_FIELD="province", PROFILE=1)
    assert shipped.frame("OUTPUT")["ce_energy"].tolist()[0] == pytest.approx(140.4 * 12 / 44)


def test_a_group_that_changes_and_spans_that_overlap(run, provinces, write_csv):
    provinces["STATISTICS"] = write_csv(
        "moved.csv", unit=["1", "1"], year=[2010, 2020], electricity_mwh=[1, 1], to=[1, 2]
    )
    with pytest.raises(QgsProcessingException, match="“to” holds more than one group for a unit"):
        run("carbonaccounting", **provinces, GROUP_FIELD="to")
    provinces["COEFFICIENTS"] = write_csv(
        "grid.csv", key=["electricity.carbon_content"] * 2, value=[0.5, 0.6], group=[1, 1], from_year=[2000, 2005],
        to_year=[2010, 2015],
    )  # fmt: skip
    with pytest.raises(QgsProcessingException, match="two rows of the same factor hold for the same group"):
        run("carbonaccounting", **provinces)


def test_the_footprint_factor_of_all_years_or_of_each(run, write_csv):
    table = write_csv(
        "two.csv", unit=["1", "1"], year=[2000, 2010], raw_coal_t=[100, 100], forest_ha=[100, 10], rice_t=[10, 900]
    )
    regions = [
        run("carbonaccounting", STATISTICS=table, OUTPUT=MEMORY, REGION=MEMORY, FOOTPRINT_FACTOR=number).frame("REGION")
        for number in (0, 1)
    ]
    assert [region["cf_ha"].nunique() for region in regions] == [1, 2]
    assert {"balanced_qinba", "balanced_revised", "balanced_landcoef"} <= set(regions[0])


def test_the_map_in_ten_thousand_tonnes_of_carbon(run, tables, units, tmp_path):
    path = str(tmp_path / "map.gpkg")
    run("carbonaccounting", **tables, UNITS=units, MAP=path, OUTPUT=MEMORY, REPORT_UNIT=3)
    layer = QgsVectorLayer(path, "map", "ogr")
    renderer = layer.renderer()
    assert renderer.classAttribute() == '"nce" * 0.0001'
    assert renderer.ranges()[0].label().endswith(" (10^4 t C/a)") and "63.9" in renderer.ranges()[0].label()


def test_the_study_s_settings_reproduce_the_study_s_numbers(run):
    """The old sample under `qinba` with a footprint factor a year: rows of the region as they have always been."""
    folder = Path(__file__).parents[1] / "fixtures" / "old_sample"
    region = run(
        "carbonaccounting", STATISTICS=str(folder / "statistics.csv"), AREAS=str(folder / "intensity.csv"),
        FOOTPRINT_FACTOR=1, OUTPUT=MEMORY, REGION=MEMORY,
    ).frame("REGION").set_index("year")  # fmt: skip
    expected = {
        2000: {
            "ce": 41989999.044979356,
            "cs": 85829998.24437857,
            "nce": -43839999.19939922,
            "cf_ha": 11383705.883421293,
            "ec_ha": 23268956.375587165,
            "ed_ha": -11885250.492165877,
            "ecc_mean": 1.4968785941976184,
            "esc_mean": 1.6050224054076032,
            "footprint_ha_per_t": 0.2711051712867903,
            "balanced_units": 68.0,
        },
        2020: {
            "ce": 54015993.607547544,
            "cs": 95160001.66786826,
            "nce": -41144008.06032067,
            "cf_ha": 14569997.414483944,
            "ec_ha": 25667971.385226868,
            "ed_ha": -11097973.970742932,
            "ecc_mean": 1.3840003622964583,
            "esc_mean": 1.795999845932042,
            "footprint_ha_per_t": 0.26973487742060365,
            "balanced_units": 65.0,
        },
    }
    for year, row in expected.items():
        assert region.loc[year, list(row)].astype(float).to_dict() == pytest.approx(row, rel=1e-12)
