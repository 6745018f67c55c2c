"""Carbon accounting as a planner runs it: the mini county, its map, its report, and tables of every format."""

import re
import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

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
    assert text.count("<svg") >= 4


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
