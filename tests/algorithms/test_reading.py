"""Tables as files hold them: read by columns as by rows, damage noticed, several tables told, odd cells as text."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import ogr
from qgis.core import QgsFeature, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture(scope="module")
def tables(plugin):
    """The module that reads tables, under the plugin's own name."""
    from importlib import import_module

    return import_module("carbon_zoning.carbon_plugin.bridge.tables")


@pytest.fixture
def small_blocks(tables, monkeypatch):
    """Columns arrive a thousand rows at a time, and few texts of a column are one object."""
    from importlib import import_module

    bridge = "carbon_zoning.carbon_plugin.bridge"
    monkeypatch.setattr(import_module(f"{bridge}.columns"), "_MOST_ROWS", 1_000)
    monkeypatch.setattr(import_module(f"{bridge}.column_blocks"), "_MOST_SHARED", 1_500)


def make_panel(path: Path, driver: str, units: int = 30, text: bool = False) -> str:
    random = np.random.default_rng(1)
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    geometry = ogr.CreateGeometryFromWkt("POINT (1 2)") if driver == "FlatGeobuf" else None
    layer = dataset.CreateLayer("panel", geom_type=ogr.wkbNone if geometry is None else ogr.wkbPoint)
    kinds = {"unit": ogr.OFTString, "year": ogr.OFTInteger, "big": ogr.OFTInteger64, "ce": ogr.OFTReal}
    kinds |= {"gaps": ogr.OFTInteger, "empty": ogr.OFTReal, "name": ogr.OFTString}
    for name, kind in kinds.items():
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString if text else kind))
    layer.StartTransaction()
    for number in range(units):
        for year in range(2000, 2020):
            feature = ogr.Feature(layer.GetLayerDefn())
            values = [f"县 {number}", year, 2**40 + number, random.random()]
            values += [year if number % 3 else None, None, "é\"'," if number % 2 else None]
            for name, value in zip(kinds, values):
                if value is not None:
                    feature.SetField(name, value)
            if geometry is not None:
                feature.SetGeometry(geometry)
            layer.CreateFeature(feature)
    layer.CommitTransaction()
    dataset = None
    return str(path)


@pytest.mark.parametrize("suffix, driver", [("gpkg", "GPKG"), ("csv", "CSV")])
def test_columns_are_read_as_rows_are(tables, tmp_path, suffix, driver):
    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        pytest.skip("GDAL before 3.6 has no stream of columns")
    layer = QgsVectorLayer(make_panel(tmp_path / f"panel.{suffix}", driver), "panel", "ogr")
    assert layer.isValid()
    by_rows = tables._read_features(layer, layer, "panel", tables._data_columns(layer), progress=tables.Silent())
    by_columns = tables._read(layer, layer, "panel", tables._data_columns(layer), progress=tables.Silent()).frame
    assert tables.read_columns(layer, list(by_rows.columns), tables.Silent()) is not None
    pd.testing.assert_frame_equal(by_columns, by_rows, check_dtype=False)
    for name in by_rows:
        assert [type(cell) for cell in by_rows[name] if isinstance(cell, str)] == [
            type(cell) for cell in by_columns[name] if isinstance(cell, str)
        ]
        assert (by_rows[name].dtype == object) == (by_columns[name].dtype == object), name


def test_dates_and_lists_are_left_to_qgis(tables, tmp_path):
    path = str(tmp_path / "dates.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer("dates", geom_type=ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("day", ogr.OFTDate))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("day", "2020/05/01")
    layer.CreateFeature(feature)
    feature = layer = dataset = None
    layer = QgsVectorLayer(path, "dates", "ogr")
    assert tables.read_columns(layer, ["day"], tables.Silent()) is None
    assert tables.read_table(layer, layer).frame["day"].tolist() == ["2020-05-01"]


PANELS = {
    "plain": "unit,year,gdp,cover\n1,2000,1.5,30\n2,2000,,40\n3,2000,7,\n",
    "groups of points": "unit;year;gdp;cover\n1;2000;1.200;3,25\n2;2000;30.000;4,5\n3;2000;2.500;7,75\n",
    "a decimal point tells what a comma is": "unit;year;gdp;cover\n1;2000;12,345;0.5\n2;2000;7;0.25\n3;2000;9;0.125\n",
    "text at the end": "unit,year,gdp,note\n" + "".join(f"{row},2000,.5,1\n" for row in range(3_000)) + "x,2000,1,z\n",
    "codes": "unit,year,gdp,county\n1,2000,1.5,0101\n2,2000,2.5,0102\n3,2000,3.5,0103\n",
    "an empty column": "unit,year,gdp,cover\n1,2000,1.5,\n2,2000,2.5,\n3,2000,3.5,\n",
}  # fmt: skip


@pytest.mark.parametrize("name", PANELS)
def test_text_that_is_read_as_numbers_makes_the_same_panel(tables, small_blocks, tmp_path, name):
    """Block by block or cell by cell, and with a block that turns out to be text after others were numbers."""
    from carbon_zoning.carbon_plugin.core.tables.columns import columns_of_numbers
    from carbon_zoning.carbon_plugin.core.tables.panel import read_panel

    path = tmp_path / "book.csv"
    path.write_text(PANELS[name], encoding="utf-8")
    layer = QgsVectorLayer(str(path), "book", "ogr")
    keys = {"unit": "unit", "year": "year"}
    quick = tables.read_table(layer, layer, numbers=lambda given: columns_of_numbers(given, keys))
    whole = tables.read_table(layer, layer)
    assert [str(message) for message in quick.notes] == [str(message) for message in whole.notes]
    ours, theirs = (read_panel(table.frame, "book") for table in (quick, whole))
    pd.testing.assert_frame_equal(ours.frame, theirs.frame)
    assert [str(message) for message in ours.notes] == [str(message) for message in theirs.notes]


def test_text_among_the_numbers_of_a_panel_is_told_as_it_stands_there(tables, small_blocks, tmp_path):
    from carbon_zoning.carbon_plugin.core.errors import TextInNumbersError
    from carbon_zoning.carbon_plugin.core.tables.columns import columns_of_numbers
    from carbon_zoning.carbon_plugin.core.tables.panel import read_panel

    path = tmp_path / "book.csv"
    rows = "".join(f"{row},2000,{row}.25\n" for row in range(5_000))
    path.write_text(f"unit,year,gdp\n{rows}last,2000,about 3\n", encoding="utf-8")
    layer = QgsVectorLayer(str(path), "book", "ogr")
    table = tables.read_table(layer, layer, numbers=lambda given: columns_of_numbers(given, {"unit": "unit"}))
    with pytest.raises(TextInNumbersError, match="about 3"):
        read_panel(table.frame, "book")


def test_a_file_that_lost_its_end_has_not_arrived(tables, tmp_path):
    from carbon_zoning.carbon_plugin.bridge.output import arrived

    path = Path(make_panel(tmp_path / "panel.gpkg", "GPKG"))
    assert arrived(str(path), 600) and not arrived(str(path), 601)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 3 // 4])
    assert not arrived(str(path), 600)


@pytest.mark.slow
def test_columns_are_many_times_faster_than_rows(tables, tmp_path):
    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        pytest.skip("GDAL before 3.6 has no stream of columns")
    layer = QgsVectorLayer(make_panel(tmp_path / "panel.gpkg", "GPKG", units=1000), "panel", "ogr")
    seconds = []
    for read in (tables._read, tables._read_features):
        begin = time.process_time()
        read(layer, layer, "panel", tables._data_columns(layer), progress=tables.Silent())
        seconds.append(time.process_time() - begin)
    assert seconds[0] * 3 < seconds[1]


@pytest.mark.parametrize("value, text", [
    (["a", "b"], "a;b"), ([1, 2], "1;2"), (QDate(2020, 5, 1), "2020-05-01"), (QTime(9, 30), "09:30:00"),
    (QDateTime(QDate(2019, 12, 31), QTime(16, 0)), "2019-12-31 16:00:00"),
    (QDateTime(QDate(2020, 1, 1), QTime(0, 0)), "2020-01-01"), ({"a": 1}, "a=1"), (None, None), (1.5, 1.5),
    (True, "true"),
])  # fmt: skip
def test_cells_are_numbers_text_or_none(tables, value, text):
    assert tables.plain_cell(value) == text


def test_a_unit_key_that_is_a_list(run):
    layer = QgsVectorLayer("None?field=unit:string[]&field=year:int&field=population:double", "lists", "memory")
    for number in (1, 2):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([[str(number), "x"], 2000, 5000.0 * number])
        assert layer.dataProvider().addFeature(feature)
    assert run("carbonaccounting", STATISTICS=layer, OUTPUT=MEMORY).frame("OUTPUT")["unit"].tolist() == ["1;x", "2;x"]


def test_a_sheet_a_year_is_told(run, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for year in (2018, 2019, 2020):
        sheet = book.create_sheet(f"{year}年")
        for row in (["unit", "year", "population"], ["1", year, 5000 + year], ["2", year, 7000]):
            sheet.append(row)
    path = str(tmp_path / "book.xlsx")
    book.save(path)
    outcome = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY)
    told = next(line for line in outcome.warnings if "3 tables" in line)
    assert "only the first, “2018年”, was read" in told and "“2019年”, “2020年”" in told
    chosen = run("carbonaccounting", STATISTICS=f"{path}|layername=2020年", OUTPUT=MEMORY)
    assert not any("was read" in line for line in chosen.warnings)
    assert set(chosen.frame("OUTPUT")["year"]) == {2020}


def refused(run, path: str) -> str:
    layer = QgsVectorLayer(path, "damaged", "ogr")
    if not layer.isValid():
        return "cannot be opened"
    with pytest.raises(QgsProcessingException) as caught:
        run("naturalbreaks", INPUT=layer, FIELD="ce", OUTPUT=MEMORY)
    by_features = str(caught.value)
    with pytest.raises(QgsProcessingException) as caught:
        run("carbonaccounting", STATISTICS=layer, OUTPUT=MEMORY)
    assert "should not have happened" not in str(caught.value) + by_features
    return str(caught.value)


@pytest.mark.parametrize(
    "suffix, driver",
    [("gpkg", "GPKG"), ("fgb", "FlatGeobuf"), ("dbf", "ESRI Shapefile"), ("xlsx", "XLSX"), ("ods", "ODS")],
)
def test_a_file_that_was_cut_is_no_shorter_file(run, tmp_path, suffix, driver):
    path = make_panel(tmp_path / f"panel.{suffix}", driver, units=400)
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: int(len(data) * 0.6)])
    text = refused(run, path)
    assert "is damaged" in text or "could not be read to its end" in text or "cannot be opened" in text


def test_bad_bytes_in_a_geopackage(run, tmp_path):
    path = make_panel(tmp_path / "panel.gpkg", "GPKG", units=400)
    data = bytearray(Path(path).read_bytes())
    for page in range(len(data) // 4096 * 6 // 10, len(data) // 4096 * 6 // 10 + 3):
        data[page * 4096 : page * 4096 + 20] = b"\xff" * 20
    Path(path).write_bytes(bytes(data))
    text = refused(run, path)
    assert "is damaged" in text or "could not be read to its end" in text


def test_only_the_columns_that_are_needed_are_read(run, tmp_path, make_accounts):
    """A column that the model does not have may hold anything; headings are labels of the vocabulary as elsewhere."""
    frame = make_accounts(6).rename(columns={"population": "总人口"}).assign(pigs_head="many", remark="x")
    path = tmp_path / "accounts.csv"
    frame.to_csv(path, index=False)
    outcome = run("stirpatfit", INPUT=str(path), COEFFICIENTS="TEMPORARY_OUTPUT")
    frame.drop(columns=["pigs_head", "remark"]).to_csv(path, index=False)
    plain = run("stirpatfit", INPUT=str(path), COEFFICIENTS="TEMPORARY_OUTPUT")
    pd.testing.assert_frame_equal(outcome.frame("COEFFICIENTS"), plain.frame("COEFFICIENTS"))


def test_a_missing_column_is_told_with_all_that_are_there(run, tmp_path, make_accounts):
    path = tmp_path / "accounts.csv"
    make_accounts(4).drop(columns="ce").assign(remark="x").to_csv(path, index=False)
    for step in ("carboninequality", "emissiondrivers"):
        with pytest.raises(Exception, match="remark") as error:
            run(step, INPUT=str(path), OUTPUT="TEMPORARY_OUTPUT")
        assert "“ce”" in str(error.value)


def test_infinity_is_no_amount(run):
    """In a layer of numbers as in one of text; in a column that the step does not count it stays."""
    layer = QgsVectorLayer("None?field=unit:string&field=year:int&field=gdp:double&field=own:double", "book", "memory")
    for unit, gdp in (("1", float("inf")), ("2", 5000.0)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([unit, 2020, gdp, float("inf")])
        assert layer.dataProvider().addFeature(feature)
    with pytest.raises(Exception, match=r"“gdp” should hold numbers.*“?inf”? \(1 2020\)") as error:
        run("carbonaccounting", STATISTICS=layer, OUTPUT=MEMORY)
    assert "“own”" not in str(error.value)
