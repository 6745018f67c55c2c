"""Cases that were told in words, each with its right value through a whole step.

08: names stored in two ways; 14: a sheet a year; 21: years that are dates; 27: digits with a line between them. 17 (a
Shapefile in GBK) stands in ``test_cases``, 18 (both sides of 180 degrees) in ``test_outlines``.
"""

from __future__ import annotations

import unicodedata

import pytest
from qgis.core import QgsFeature, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from tests.algorithms.test_landuseareas import square, write_raster, write_units

MEMORY = "TEMPORARY_OUTPUT"
NAMES = ("São José", "Corumbá", "Água Clara", "Três Lagoas", "Jardim")
COAL_C = 0.7143 * 0.7260  # t C of a ton of raw coal: 0.7143 tce, 0.7260 t C each


def test_case_08_names_stored_in_two_ways(run, tmp_path, write_csv):
    """Rasters' units in NFC, the yearbook in NFD, with zero-width and no-break spaces: all five meet."""
    raster = write_raster(tmp_path / "lc_2020.tif", [[2] * 5 + [1] * 5] * 2)
    units = write_units(
        {unicodedata.normalize("NFC", name): [square(2 * at, 0, 2 * at + 2, 2)] for at, name in enumerate(NAMES)}
    )
    areas = run("landuseareas", UNITS=units, LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY)
    written = [unicodedata.normalize("NFD", name) for name in NAMES[:3]] + ["Tre\u0302s\u00a0Lagoas", "Jardim\u200b"]
    coal = [100.0, 200.0, 300.0, 400.0, 500.0]
    statistics = write_csv("book.csv", unit=written, year=[2020] * 5, raw_coal_t=coal, population=[1000] * 5)
    outcome = run("carbonaccounting", STATISTICS=statistics, AREAS=areas.layer("OUTPUT"), UNITS=units, OUTPUT=MEMORY,
                  MAP=MEMORY)  # fmt: skip
    table = outcome.frame("OUTPUT").set_index("unit")
    assert list(table.index) == [unicodedata.normalize("NFC", name) for name in NAMES]
    assert table["ce_energy"].tolist() == pytest.approx([ton * COAL_C for ton in coal])
    assert table["forest_ha"].tolist() == pytest.approx([4, 4, 2, 0, 0])
    assert outcome.frame("MAP")["ce_energy"].notna().all()
    assert not any("lacks" in line for line in outcome.warnings)
    assert any("5 keys with characters that are not seen" in line for line in outcome.log)


def book_of(sheets: dict, path, date_format: str = ""):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in [["unit", "year", "raw_coal_t"], *rows]:
            sheet.append(row)
        for cell in sheet["B"][1:] if date_format else ():
            cell.number_format = date_format
    book.save(path)
    return str(path)


def test_case_14_a_sheet_a_year(run, tmp_path):
    years = {f"{year}年": [["a", year, 10.0 * (year - 2000)], ["b", year, 7.0]] for year in (2018, 2019, 2020)}
    path = book_of(years, tmp_path / "book.xlsx")
    first = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY)
    assert any("3 tables" in line and "only the first, “2018年”, was read" in line for line in first.warnings)
    assert first.frame("OUTPUT")["ce_energy"].tolist() == pytest.approx([180 * COAL_C, 7 * COAL_C])
    whole = run("preparetable", INPUT=[path], OUTPUT=MEMORY, MAPPING_USED=MEMORY, UNRECOGNISED=MEMORY).frame("OUTPUT")
    assert len(whole) == 6
    assert whole.set_index(["unit", "year"]).loc["a", "raw_coal_t"].to_dict() == {2018: 180, 2019: 190, 2020: 200}


def test_case_21_years_that_a_spreadsheet_shows_as_dates(run, tmp_path):
    rows = [["a", 2019, 100.0], ["a", 2020, 200.0]]
    path = book_of({"book": rows}, tmp_path / "book.xlsx", date_format="yyyy-mm-dd")
    outcome = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY)
    table = outcome.frame("OUTPUT")
    assert dict(zip(table["year"], table["ce_energy"])) == pytest.approx({2019: 100 * COAL_C, 2020: 200 * COAL_C})
    assert any("shows as days of 1905" in line for line in outcome.warnings)


@pytest.mark.parametrize(
    "kind, hour, told", [("datetime", 16, "universal time"), ("date", 0, "their years were taken")]
)
def test_case_21_dates_of_a_database(run, kind, hour, told):
    layer = QgsVectorLayer(f"None?field=unit:string&field=year:{kind}&field=raw_coal_t:double", "book", "memory")
    for year, coal in ((2019, 100.0), (2020, 200.0)):
        day = QDateTime(QDate(year - 1, 12, 31), QTime(hour, 0)) if hour else QDate(year, 1, 1)
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["a", day, coal])
        assert layer.dataProvider().addFeature(feature)
    outcome = run("carbonaccounting", STATISTICS=layer, OUTPUT=MEMORY)
    table = outcome.frame("OUTPUT")
    assert dict(zip(table["year"], table["ce_energy"])) == pytest.approx({2019: 100 * COAL_C, 2020: 200 * COAL_C})
    assert any(told in line for line in outcome.log)


def test_case_27_digits_with_a_line_between_them(run, write_csv):
    """“1_0” is no ten: Python alone reads it so."""
    keys = write_csv("keys.csv", unit=["1_0", "10"], year=[2020, 2020], raw_coal_t=[100.0, 200.0])
    table = run("carbonaccounting", STATISTICS=keys, OUTPUT=MEMORY).frame("OUTPUT")
    assert dict(zip(table["unit"], table["ce_energy"])) == pytest.approx({"1_0": 100 * COAL_C, "10": 200 * COAL_C})
    for column, value in (("raw_coal_t", "1_0"), ("year", "20_20")):
        columns = {"unit": ["a", "b"], "year": ["2020", "2020"], "raw_coal_t": ["100", "200"]}
        columns[column] = [value, columns[column][1]]
        with pytest.raises(QgsProcessingException, match=value):
            run("carbonaccounting", STATISTICS=write_csv("numbers.csv", **columns), OUTPUT=MEMORY)
