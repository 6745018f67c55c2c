"""Columns that a file declares to be numbers: GDAL reads “1,234.5” in them as 1 and “-” as 0, which is refused."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from contextlib import closing

import pytest
from osgeo import ogr
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"
COAL_C = 0.7143 * 0.7260  # t C of a ton of raw coal
COLUMNS = [("unit", ogr.OFTString, 10), ("year", ogr.OFTInteger, 4), ("raw_coal_t", ogr.OFTReal, 12)]
MARK = 12345678.25


def ogr_table(path, driver: str, *, geometry=ogr.wkbNone) -> str:
    """Two units and two years, the last cell of coal with a number to be replaced."""
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer("table", None, geometry)
    for name, kind, width in COLUMNS:
        field = ogr.FieldDefn(name, kind)
        if driver in ("ESRI Shapefile", "MapInfo File"):
            field.SetWidth(width)
            field.SetPrecision(2 if kind == ogr.OFTReal else 0)
        layer.CreateField(field)
    for unit, year, coal in (("a", 2019, 1000.5), ("a", 2020, 1000.5), ("b", 2019, 1000.5), ("b", 2020, MARK)):
        row = ogr.Feature(layer.GetLayerDefn())
        row["unit"], row["year"], row["raw_coal_t"] = unit, year, coal
        if geometry == ogr.wkbPoint:
            row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 1)"))
        layer.CreateFeature(row)
    return str(path)


def in_geopackage(folder, cell: object) -> str:
    path = ogr_table(folder / "table.gpkg", "GPKG")
    with closing(sqlite3.connect(path)) as database:
        database.execute('update "table" set raw_coal_t = ? where unit = ? and year = 2020', (cell, "b"))
        database.commit()
    return path


def in_dbf(folder, cell: str, ending: str = "dbf", geometry=ogr.wkbNone) -> str:
    ogr_table(folder / f"table.{ending}", "ESRI Shapefile", geometry=geometry)
    path = folder / "table.dbf"
    path.write_bytes(path.read_bytes().replace(f"{MARK:12.2f}".encode(), cell.rjust(12).encode()))
    return str(folder / f"table.{ending}")


def in_shapefile(folder, cell: str) -> str:
    return in_dbf(folder, cell, "shp", ogr.wkbPoint)


def in_csv(folder, cell: str) -> str:
    (folder / "table.csvt").write_text('"String","Integer","Real"\n')
    path = folder / "table.csv"
    path.write_text(f'unit,year,raw_coal_t\na,2019,1000.5\na,2020,1000.5\nb,2019,1000.5\nb,2020,"{cell}"\n')
    return str(path)


def in_tab(folder, cell: str) -> str:
    path = ogr_table(folder / "table.tab", "MapInfo File", geometry=ogr.wkbPoint)
    table = folder / "table.dat"
    table.write_bytes(table.read_bytes().replace(f"{MARK:12.2f}".encode(), cell.rjust(12).encode()))
    return path


def in_mif(folder, cell: str) -> str:
    path = ogr_table(folder / "table.mif", "MapInfo File", geometry=ogr.wkbPoint)
    table = folder / "table.mid"
    table.write_text(table.read_text().replace(str(MARK), f'"{cell}"' if "," in cell else cell))
    return path


@pytest.mark.parametrize("cell", ["1,234.5", "1234,50", "12 34", "-"])
@pytest.mark.parametrize("made", [in_geopackage, in_dbf, in_shapefile, in_csv, in_tab, in_mif])
def test_words_in_columns_of_numbers_are_refused(run, tmp_path, made, cell):
    given = made(tmp_path, cell)
    with pytest.raises(QgsProcessingException) as error:
        run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY)
    assert "1 cell of a column of numbers holds something else" in str(error.value)
    assert f"“{cell}” (raw_coal_t)" in str(error.value)
    if made is in_geopackage:
        with pytest.raises(QgsProcessingException, match=r"\(raw_coal_t\)"):
            run("naturalbreaks", INPUT=given, FIELD="raw_coal_t", CLASSES=2, OUTPUT=MEMORY)


@pytest.mark.parametrize("made", [in_tab, in_mif])
def test_empty_cells_of_mapinfo_are_not_0(run, tmp_path, made):
    with pytest.raises(QgsProcessingException, match=r"QGIS shows the first digits or 0: “” \(raw_coal_t\)"):
        run("carbonaccounting", STATISTICS=made(tmp_path, ""), OUTPUT=MEMORY)


def test_a_comma_that_makes_two_cells_of_one(run, tmp_path):
    given = in_mif(tmp_path, "")
    table = tmp_path / "table.mid"
    table.write_text(table.read_text().rstrip() + "1,234.5\n")
    with pytest.raises(QgsProcessingException, match=r"“b 2020 1 234\.5” \(year, raw_coal_t\)"):
        run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY)


@pytest.mark.parametrize(
    "made, cell, coal",
    [
        (in_geopackage, 1.5e9, 1.5e9), (in_geopackage, None, None), (in_dbf, "1.5e+06", 1.5e6),
        (in_dbf, "*" * 12, None),(in_dbf, "", None), (in_dbf, ".5", 0.5),
        (in_tab, "1234.25", 1234.25), (in_mif, "1e3", 1000.0),
        (in_csv, "1e3", 1000.0), (in_csv, "", None), (in_csv, "n/a", None),
    ],
)  # fmt: skip
def test_numbers_and_what_is_empty_are_read(run, tmp_path, made, cell, coal):
    table = run("carbonaccounting", STATISTICS=made(tmp_path, cell), OUTPUT=MEMORY).frame("OUTPUT")
    carbon = table.set_index(["unit", "year"])["ce_energy"]
    assert carbon["a", 2020] == pytest.approx(1000.5 * COAL_C)
    assert carbon["b", 2020] == pytest.approx(coal * COAL_C) if coal is not None else carbon.isna()["b", 2020]


def in_workbook(folder, cell: object, third: object = 1000.5) -> str:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "cover & more"
    sheet = book.create_sheet("t < 1")
    for number, coal in enumerate((1000.5, 1000.5, third, cell)):
        row = ("ab"[number // 2], 2019 + number % 2, coal)
        sheet.append(row) if number else (sheet.append([name for name, *_ in COLUMNS]), sheet.append(row))
    book.save(folder / "table.xlsx")
    return f"{folder / 'table.xlsx'}|layername=t < 1"


def in_workbook_with_a_mark(folder, cell: object) -> str:
    """The column is text then, and what is true is 1 in it."""
    return in_workbook(folder, cell, third="n/a")


def in_ods(folder, cell: object) -> str:
    path = ogr_table(folder / "table.ods", "ODS")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if isinstance(cell, bool):
        said = f'table:formula="of:={str(cell).upper()}()" office:value-type="boolean"'.encode()
        parts["content.xml"] = re.sub(
            rb'office:value-type="float" office:value="12345678[^"]*"', said, parts["content.xml"]
        )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def in_geojson(folder, cell: object, others: object = 1000.5) -> str:
    rows = [("a", 2019, others), ("a", 2020, others), ("b", 2019, others), ("b", 2020, cell)]
    names = [name for name, *_ in COLUMNS]
    features = [{"type": "Feature", "geometry": None, "properties": dict(zip(names, row))} for row in rows]
    path = folder / "table.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return str(path)


@pytest.mark.parametrize(
    "made, row, shown",
    [(in_workbook, 5, "TRUE"), (in_workbook_with_a_mark, 5, "TRUE"), (in_ods, 5, "TRUE"), (in_geojson, 4, "true")],
)  # fmt: skip
def test_true_in_a_column_of_numbers_is_no_one(run, tmp_path, made, row, shown):
    given = made(tmp_path, True)
    for step in ({"STATISTICS": given}, {"INPUT": given, "FIELD": "raw_coal_t", "CLASSES": 2}):
        with pytest.raises(QgsProcessingException) as error:
            run("carbonaccounting" if "STATISTICS" in step else "naturalbreaks", **step, OUTPUT=MEMORY)
        assert "1 cell of a column of numbers says true or false, which QGIS shows as 1 or 0" in str(error.value)
        assert f"“{shown}” (raw_coal_t, row {row})" in str(error.value) and "Write the number" in str(error.value)
    table = run("carbonaccounting", STATISTICS=made(tmp_path, MARK), OUTPUT=MEMORY).frame("OUTPUT")
    assert table["ce_energy"].iloc[-1] == pytest.approx(MARK * COAL_C)


def test_a_column_of_true_and_false_is_no_column_of_numbers(run, tmp_path):
    given = in_geojson(tmp_path, False, others=True)
    with pytest.raises(QgsProcessingException, match=r"“raw_coal_t” should.*4 cells hold text: “true” \(a"):
        run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY)
    with pytest.raises(QgsProcessingException, match="should hold numbers, but something else stands in 4 of 4 cells"):
        run("naturalbreaks", INPUT=given, FIELD="raw_coal_t", CLASSES=2, OUTPUT=MEMORY)


def test_bytes_of_no_character_are_told_by_a_mark(run, tmp_path):
    """Of a damaged file. With halves of characters in it QGIS would show an empty sentence."""
    path = in_geopackage(tmp_path, b"5\x91")
    with pytest.raises(QgsProcessingException, match=r"something else.*5\ufffd.*raw_coal_t"):
        run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY)
