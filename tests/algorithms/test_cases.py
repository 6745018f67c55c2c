"""Small inputs on which tools of this kind went wrong: the right number, or a sentence that says why there is none.

Each is read from the folder of cases where that is here, and made anew from its description where it is small.
"""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

ROOT = Path(__file__).resolve().parents[2]
DATA = os.environ.get("CARBON_ZONING_DATA")
CASES = (Path(DATA).parent if DATA else ROOT.parent / "shared") / "cases"
MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture
def case():
    """A function: a file of the folder of cases; the test is skipped where the folder is absent."""

    def find(name: str) -> Path:
        path = CASES / name
        if not path.exists():
            pytest.skip(f"the case {name} is not here (set CARBON_ZONING_DATA to the folder beside that of the cases)")
        return path

    return find


@pytest.fixture
def write_bytes(tmp_path):
    """A function: a file of these lines in this encoding, its path as text."""

    def write(name: str, text: str, encoding: str = "utf-8") -> str:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


@pytest.fixture
def refusal(run):
    """A function: the sentence with which a step refuses its input."""

    def refuse(name: str, **parameters) -> str:
        with pytest.raises(QgsProcessingException) as caught:
            run(name, **parameters)
        assert "This should not have happened" not in str(caught.value)
        return str(caught.value)

    return refuse


def opened(path: object, name: str = "layer", encoding: str = "") -> QgsVectorLayer:
    layer = QgsVectorLayer(str(path), name, "ogr")
    assert layer.isValid()
    if encoding:
        layer.setProviderEncoding(encoding)
    return layer


def slopes(outcome, column="_sen") -> dict:
    frame = outcome.frame("OUTPUT")
    named = [name for name in frame.columns if name.endswith(column)]
    return dict(zip(frame["unit"], frame[named[0]]))


# --- 01: decimal commas ----------------------------------------------------------------------------------------------

GERMAN = "unit;year;ndvi;fertilizer_t\n" + "".join(
    f"{unit};{2010 + year};{0.511 + 0.004 * year:.3f};{12.345 + 0.25 * year:.3f}\n".replace(".", ",")
    for unit in ("A1", "A2", "A3")
    for year in range(10)
)


def check_german(run, path):
    outcome = run("trendtest", INPUT=path, FIELDS=["ndvi"], OUTPUT=MEMORY)
    assert slopes(outcome) == pytest.approx({"A1": 0.004, "A2": 0.004, "A3": 0.004}, abs=1e-9)
    assert any("read as standing before decimals" in line for line in outcome.log)
    accounts = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY).frame("OUTPUT")
    assert accounts["fertilizer_t"].iloc[0] == 12.345
    return accounts


def test_decimal_commas(run, write_bytes):
    check_german(run, write_bytes("german.csv", GERMAN))


def test_case_01(run, case):
    accounts = check_german(run, str(case("01-decimal-comma/ndvi_de.csv")))
    assert accounts["ce"].iloc[0] == pytest.approx(10.6167, abs=5e-4)


def test_decimal_commas_in_features(run, write_bytes):
    outcome = run("naturalbreaks", INPUT=write_bytes("german.csv", GERMAN), FIELD="ndvi", CLASSES=3, OUTPUT=MEMORY)
    assert any("“0,511” is 0.511" in line for line in outcome.log)
    assert outcome.frame("OUTPUT")["class"].nunique() == 3


# --- 03: what QGIS shows is what is read ------------------------------------------------------------------------------

YEARBOOK = "unit,year,名称,population\n" + "".join(
    f"{unit},{year},{name},{100000 + 1000 * (year - 2010) if year < 2014 else 110000 - 2000 * (year - 2014)}\n"
    for unit, name in (("610702", "甲县"), ("610703", "乙县"))
    for year in range(2010, 2018)
)


@pytest.fixture(params=["made", "shared"])
def yearbook(request, case, write_bytes):
    """A function: the yearbook in an encoding, made here or from the folder of cases."""

    def find(encoding: str) -> str:
        if request.param == "shared":
            return str(case(f"03-filtered-gbk-table/yearbook_{'gbk' if encoding == 'gbk' else 'utf8'}.csv"))
        return write_bytes(f"yearbook_{encoding}.csv", YEARBOOK, encoding)

    return find


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_case_03_whole(run, yearbook, encoding):
    outcome = run("trendtest", INPUT=yearbook(encoding), FIELDS=["population"], OUTPUT=MEMORY)
    assert set(slopes(outcome)) == {"610702", "610703"}
    whole = run("carbonaccounting", STATISTICS=yearbook(encoding), OUTPUT=MEMORY).frame("OUTPUT")
    assert len(whole) == 16 and whole["名称"].iloc[0] == "甲县"


@pytest.mark.parametrize("encoding, codec", [("utf-8", ""), ("gbk", "GB18030")])
def test_case_03_a_filter_and_a_selection_are_kept(run, yearbook, encoding, codec):
    layer = opened(yearbook(encoding), "book", codec)
    layer.setSubsetString("\"unit\" = '610702' AND \"year\" >= '2014'")
    outcome = run("trendtest", INPUT=layer, FIELDS=["population"], OUTPUT=MEMORY)
    assert slopes(outcome) == {"610702": -2000.0}
    layer.setSubsetString("")
    layer.selectByExpression('"unit" = \'610702\' AND to_int("year") >= 2014')
    assert layer.selectedFeatureCount() == 4
    QgsProject.instance().addMapLayer(layer)
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert slopes(run("trendtest", INPUT=selected, FIELDS=["population"], OUTPUT=MEMORY)) == {"610702": -2000.0}
    assert len(run("carbonaccounting", STATISTICS=selected, OUTPUT=MEMORY).frame("OUTPUT")) == 4
    QgsProject.instance().removeMapLayer(layer.id())


def test_case_03_a_part_of_a_file_that_qgis_shows_wrongly_is_refused(refusal, yearbook):
    layer = opened(yearbook("gbk"), "book")
    layer.setSubsetString("\"unit\" = '610702'")
    text = refusal("trendtest", INPUT=layer, FIELDS=["population"], OUTPUT=MEMORY)
    assert "“book” is in the code page GB18030" in text and "the layer has a filter" in text
    assert "Data source encoding" in text


def test_case_03_a_virtual_field_is_read(run, write_bytes):
    from carbon_zoning.carbon_plugin.bridge.compat import INTEGER, make_field

    layer = opened(write_bytes("book.csv", YEARBOOK, "gbk"), "book", "GB18030")
    layer.addExpressionField('to_int("population") * 2', make_field("double_n", INTEGER))
    outcome = run("trendtest", INPUT=layer, FIELDS=["double_n"], OUTPUT=MEMORY)
    assert set(slopes(outcome)) == {"610702", "610703"}


def test_edits_that_are_not_saved_are_read(run, write_bytes):
    layer = opened(run("carbonaccounting", STATISTICS=write_bytes("book.csv", YEARBOOK), OUTPUT=MEMORY).results and
                   write_bytes("again.csv", YEARBOOK), "book")  # fmt: skip
    package = str(Path(layer.source()).with_suffix(".gpkg"))
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, package, QgsProject.instance().transformContext(), options)
    edited = opened(package, "edited")
    edited.startEditing()
    first = next(edited.getFeatures())
    edited.changeAttributeValue(first.id(), edited.fields().indexFromName("population"), "123456")
    frame = run("carbonaccounting", STATISTICS=edited, OUTPUT=MEMORY).frame("OUTPUT")
    assert frame["population"].iloc[0] == 123456
    edited.rollBack()


def text_workbook(folder: Path, sheets: dict) -> str:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "book.xlsx"
    book.save(path)
    return str(path)


def test_case_03_a_sheet_of_text(run, refusal, tmp_path):
    path = text_workbook(tmp_path, {"a": [line.split(",") for line in YEARBOOK.split()]})
    outcome = run("trendtest", INPUT=path, FIELDS=["population"], OUTPUT=MEMORY)
    assert set(slopes(outcome)) == {"610702", "610703"}
    layer = opened(path, "sheet")
    layer.selectByExpression('"Field1" = \'610702\' AND to_int("Field2") >= 2014')
    QgsProject.instance().addMapLayer(layer)
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    text = refusal(
        "trendtest", INPUT=selected, FIELDS=["Field4"], UNIT_FIELD="Field1", YEAR_FIELD="Field2", OUTPUT=MEMORY
    )
    assert "takes the headings for a row of data" in text and "only some of its features" in text
    QgsProject.instance().removeMapLayer(layer.id())


# --- 04: other code pages ---------------------------------------------------------------------------------------------

BRAZIL = "unit,year,population\n" + "".join(
    f"{name},{year},{100000 + 500 * (year - 2018)}\n"
    for name in ("São José", "Água Clara")
    for year in range(2018, 2023)
)
TAIWAN = "unit,year,名稱,population\n" + "".join(
    f"{unit},{year},{name},{200000 + year}\n"
    for unit, name in (("63000", "臺北市"), ("65000", "新北市"), ("66000", "臺中市"))
    for year in range(2018, 2021)
)


@pytest.mark.parametrize("name, text, code_page, codec, told", [
    ("pop_cp1252.csv", BRAZIL, "cp1252", "windows-1252", "windows-1252 (“São”)"),
    ("tw_big5.csv", TAIWAN, "big5", "Big5", "Big5 (“名稱”)"),
])  # fmt: skip
@pytest.mark.parametrize("shared", [False, True])
def test_case_04(run, refusal, case, write_bytes, name, text, code_page, codec, told, shared):
    path = str(case(f"04-western-csv/{name}")) if shared else write_bytes(name, text, code_page)
    sentence = refusal("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY)
    assert "code page that cannot be told for sure" in sentence and told in sentence
    frame = run("carbonaccounting", STATISTICS=opened(path, "set", codec), OUTPUT=MEMORY).frame("OUTPUT")
    seen = {cell for column in frame.columns for cell in frame[column] if isinstance(cell, str)}
    assert ("São José" in seen) if codec.startswith("w") else ("臺北市" in seen)


# --- 07: totals at any level ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name, found", [
    ("with_cities", ["610700", "610900", "611100"]), ("with_province", ["610000"]),
    ("with_city_and_province", ["610000", "610700", "610900", "611100"]),
])  # fmt: skip
def test_case_07(run, refusal, case, name, found):
    text = refusal("carbonaccounting", STATISTICS=str(case(f"07-nested-totals/{name}.csv")), OUTPUT=MEMORY)
    assert "totals of others" in text and all(unit in text for unit in found)


def test_case_07_counties_alone(run, case):
    path = str(case("07-nested-totals/counties_only.csv"))
    region = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY, REGION=MEMORY).frame("REGION").set_index("year")
    # The study's factor of raw coal, which right.md was computed with; other profiles have others.
    coal = pd.read_csv(path).query("year == 2020")["raw_coal_t"].sum()
    assert 0.4 * coal < region.loc[2020, "ce"] < 1.0 * coal


# --- 09: columns apart by case ----------------------------------------------------------------------------------------

CASED = "unit,year,ID,id,NAME,Name,population\n" + "".join(
    f"{unit},{year},1,{year},COUNTY,County,{100000 + year}\n" for unit in ("1", "2") for year in range(2015, 2021)
)


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("suffix", ["gpkg", "csv", "xlsx"])
def test_case_09(run, case, write_bytes, tmp_path, shared, suffix):
    path = str(case("09-columns-apart-by-case/stat.csv")) if shared else write_bytes("stat.csv", CASED)
    output = str(tmp_path / f"out.{suffix}")
    outcome = run("carbonaccounting", STATISTICS=path, OUTPUT=output)
    names = [name for name in outcome.frame("OUTPUT").columns]
    assert {"ID", "id_2", "NAME", "Name_2"} <= set(names)
    assert any("differ only in capital and small letters" in line for line in outcome.log)
    classes = run("naturalbreaks", INPUT=path, FIELD="population", CLASSES=3, OUTPUT=str(tmp_path / f"nb.{suffix}"))
    assert {"ID", "id_2", "NAME", "Name_2", "class"} <= set(classes.frame("OUTPUT").columns)


# --- 10: ragged text --------------------------------------------------------------------------------------------------

RAGGED = "unit,year,名称,population\n610702,2019,甲,100000\n610703,2019,乙,1,234,000\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("shared", [False, True])
def test_case_10_more_cells_than_headings(refusal, case, write_bytes, encoding, shared):
    short = "gbk" if encoding == "gbk" else "utf8"
    path = str(case(f"10-gbk-ragged/ragged_{short}.csv")) if shared else write_bytes("r.csv", RAGGED, encoding)
    text = refusal("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY)
    assert "1 row has more cells than there are headings (4)" in text and "row 2" in text
    text = refusal("naturalbreaks", INPUT=path, FIELD="population", OUTPUT=MEMORY)
    assert "1 row has more cells than there are headings (4)" in text


@pytest.mark.parametrize("name, told", [
    ("title.csv", "its first line is a title (汉中市分县区主要指标)"), ("title_utf8.csv", "its first line is a title"),
    ("empty.csv", "one column, or none"), ("unicode_text.txt", "it is text in UTF-16"),
    ("one_column.csv", "only one column"),
    ("header_only.csv", "no rows"), ("foot.csv", "year"), ("foot_utf8.csv", "year"),
    ("foot_commas.csv", "year"), ("foot_commas_utf8.csv", "year"),
])  # fmt: skip
def test_case_10_other_files(refusal, case, name, told):
    assert told in refusal("carbonaccounting", STATISTICS=str(case(f"10-gbk-ragged/{name}")), OUTPUT=MEMORY)


def test_case_10_plain(run, case):
    frame = run("carbonaccounting", STATISTICS=str(case("10-gbk-ragged/plain.csv")), OUTPUT=MEMORY).frame("OUTPUT")
    assert frame["population"].iloc[0] == 200000 and "名称" in frame


# --- 17: a Shapefile without its code page ----------------------------------------------------------------------------


def chinese_shapefile(folder: Path, code_page: bool) -> str:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string&field=label:string", "units", "memory")
    for number, name in enumerate(("宁强县", "略阳县", "汉台区"), 1):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number), name])
        west = 100 + number
        corners = f"{west} 32, {west + 1} 32, {west + 1} 33, {west} 33, {west} 32"
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({corners}))"))
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", "GBK"
    path = folder / "units.shp"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    dbf = path.with_suffix(".dbf")
    data = bytearray(dbf.read_bytes())
    data[29] = 0  # the driver's own mark of the code page, which many programs leave out
    dbf.write_bytes(bytes(data))
    if not code_page:
        path.with_suffix(".cpg").unlink(missing_ok=True)
    return str(path)


@pytest.mark.parametrize("code_page", [True, False])
def test_a_shapefile_in_gbk(run, refusal, write_csv, tmp_path, code_page):
    units = chinese_shapefile(tmp_path, code_page)
    table = write_csv("s.csv", unit=["1", "2", "3"], year=[2000] * 3, population=[9000, 7000, 8000], gdp=[1, 2, 4])
    parameters = {"STATISTICS": table, "UNITS": units, "UNITS_NAME_FIELD": "label", "MAP": MEMORY, "OUTPUT": MEMORY}
    if code_page:
        assert "宁强县" in run("carbonaccounting", **parameters).frame("MAP")["name"].tolist()
    else:
        text = refusal("carbonaccounting", **parameters)
        assert "shown in the wrong code page" in text and "宁强县" in text and "units.cpg: GBK" in text


# --- 24: units of measure ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["with_units", "mixed", "english"])
def test_case_24_other_units_are_refused(refusal, case, name):
    text = refusal("carbonaccounting", STATISTICS=str(case(f"24-units-in-headings/{name}.csv")), OUTPUT=MEMORY)
    assert "units of measure that the plugin does not count in" in text and "times 10,000" in text


def test_case_24_amounts_in_ten_thousands_are_noticed(run, case):
    outcome = run("carbonaccounting", STATISTICS=str(case("24-units-in-headings/bare_small.csv")), OUTPUT=MEMORY)
    for name in ("fertilizer_t", "raw_coal_t", "machinery_kw", "irrigated_ha"):
        assert any(f"all of “{name}” is" in line for line in outcome.warnings)


def test_case_24_own_units_are_read(run, case):
    outcome = run("carbonaccounting", STATISTICS=str(case("24-units-in-headings/own_units.csv")), OUTPUT=MEMORY)
    assert {"population", "fertilizer_t", "machinery_kw", "irrigated_ha"} <= set(outcome.frame("OUTPUT").columns)
    assert any("outside" in line for line in outcome.warnings)


def test_case_24_right_units(run, case):
    outcome = run("carbonaccounting", STATISTICS=str(case("24-units-in-headings/right_units.csv")), OUTPUT=MEMORY)
    assert not any("Check the unit" in line for line in outcome.warnings)
    assert outcome.frame("OUTPUT")["ce"].iloc[0] > 150_000


# --- 06, 11, 13: rasters' names and years -----------------------------------------------------------------------------


def test_case_06_an_open_option(run, case):
    units = str(case("06-open-options/units.gpkg"))
    paths = [str(case(f"06-open-options/lc_{year}.tif")) for year in (2010, 2015, 2020)]
    parameters = {"UNITS": units, "UNITS_ID_FIELD": opened(units).fields().names()[-1], "OUTPUT": MEMORY}
    plain = run("landuseareas", LAND_COVER=paths, **parameters).frame("OUTPUT")
    optional = [f"{path}|option:NUM_THREADS=2" for path in paths]
    frame = run("landuseareas", LAND_COVER=optional, **parameters).frame("OUTPUT")
    assert frame.equals(plain) and frame["total_ha"].iloc[0] == pytest.approx(16.013, abs=2e-3)


@pytest.mark.parametrize("name, first", [
    ("npp_1850", 2001), ("npp_1970", 2001), ("npp_2000", 2001), ("npp_months_1850", 2009),
])  # fmt: skip
def test_case_11_times_since_a_date(run, refusal, case, name, first, tmp_path):
    from osgeo import gdal

    path = str(case(f"11-netcdf-years/{name}.nc"))
    assert "has no coordinate reference system" in refusal("rastertrendtest", LAYERS=[path], SLOPE=MEMORY)
    layer = QgsRasterLayer(path, "npp")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    slope = tmp_path / "slope.tif"
    outcome = run("rastertrendtest", LAYERS=[layer], SLOPE=str(slope))
    years = next(line for line in outcome.log if line.startswith("Years: "))
    assert f" → {first}, " in years and f" → {first + 9}." in years
    cells = gdal.Open(str(slope)).ReadAsArray()
    assert cells == pytest.approx(10.0)
    assert not any("another year than in the name" in line for line in outcome.warnings)


@pytest.mark.parametrize("pair", [
    "PROBAV_LC100_global_v3.0.1_{}-conso_Discrete-Classification-map.tif", "landuse_{}.clipped.tif", "lc.{}.tif",
    "lulc_v1.1_{}.tif", "lc_2000.to_{}.tif",
])  # fmt: skip
def test_case_13_names_with_points(run, refusal, case, pair):
    units = str(case("13-dotted-names/units.gpkg"))
    paths = [str(case(f"13-dotted-names/{pair.format(year)}")) for year in (2015, 2019)]
    parameters = {"UNITS": units, "UNITS_ID_FIELD": opened(units).fields().names()[-1], "LAND_COVER": paths}
    if "2000" in pair:
        text = refusal("landuseareas", **parameters, OUTPUT=MEMORY)
        assert "No single year" in text and "“lc_2000.to_2015” (2000, 2015)" in text
        parameters["YEARS"] = "2015;2019"
    frame = run("landuseareas", **parameters, OUTPUT=MEMORY).frame("OUTPUT")
    assert sorted({int(year) for year in frame["year"]}) == [2015, 2019]
