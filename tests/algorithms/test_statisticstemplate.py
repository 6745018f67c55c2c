"""The template as a planner gets it: filled in, it is read by the account as it is."""

import importlib.util

import pytest
from qgis.core import QgsProcessingContext

MEMORY = "TEMPORARY_OUTPUT"
ECONOMY, ENERGY = 0, 1


def make(run, squares, path, **changes):
    given = {"UNITS": squares(3), "UNITS_NAME_FIELD": "label", "FIRST_YEAR": 2019, "LAST_YEAR": 2020, "LANGUAGE": 0}
    return run("statisticstemplate", **{**given, "MODULES": [ECONOMY, ENERGY], "OUTPUT": path, **changes})


def fill_in(path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    names = [str(cell.value).split(" | ")[0] for cell in sheet[1]]
    numbers = {"population": 400000, "urban_population": 150000, "gdp": 900000, "raw_coal_t": 200000}
    for row in range(2, sheet.max_row + 1):
        for name, value in numbers.items():
            sheet.cell(row, names.index(name) + 1, value)
    for place in range(len(names), 3, -1):  # as the help says: an empty column leaves totals missing
        if names[place - 1] not in numbers:
            sheet.delete_cols(place)
    book.save(path)


@pytest.mark.parametrize("language", [0, 1])
def test_a_workbook_filled_in_is_read_by_the_account(run, squares, tmp_path, language):
    openpyxl = pytest.importorskip("openpyxl")
    path = str(tmp_path / "模板 template.xlsx")
    assert make(run, squares, path, LANGUAGE=language)["OUTPUT"] == path
    book = openpyxl.load_workbook(path)
    sheet, columns = book.worksheets
    assert [cell.value for cell in sheet["A"]] == ["unit", "1", "1", "2", "2", "3", "3"]
    assert [cell.value for cell in sheet["C"]] == ["year", *[2019, 2020] * 3]
    assert sheet["D1"].value == "population | Population (persons) | 总人口（人）"
    assert sheet.freeze_panes == "D2"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert (float(rules["D2:D7"].formula1) == 500 and "500 to 20,000,000 persons" in rules["D2:D7"].prompt) or language
    explained = [row[0] for row in columns.iter_rows(min_row=2, values_only=True)]
    assert explained[:3] == ["unit", "year", "population"] and "raw_coal_t" in explained and "rice_t" not in explained
    fill_in(path)
    accounts = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY, REGION=MEMORY, REPORT="", USED=MEMORY)
    table = accounts.frame("OUTPUT")
    assert table["raw_coal_t"].tolist() == [200000] * 6 and table["unit"].tolist() == ["1", "1", "2", "2", "3", "3"]
    assert table["ce_energy"][0] == pytest.approx(103716.36, abs=0.01)
    gaps = run("fillgaps", INPUT=path, OUTPUT=MEMORY)
    assert gaps.frame("OUTPUT")["gdp"].tolist() == [900000] * 6


def test_csv_by_its_name_and_where_openpyxl_is_absent(run, squares, tmp_path, monkeypatch):
    path = str(tmp_path / "template.csv")
    assert make(run, squares, path)["OUTPUT"] == path
    find = importlib.util.find_spec
    workbooks = "carbon_zoning.carbon_plugin.bridge.workbooks.find_spec"
    monkeypatch.setattr(workbooks, lambda name: None if name == "openpyxl" else find(name))
    outcome = make(run, squares, str(tmp_path / "other.xlsx"))
    assert outcome["OUTPUT"] == str(tmp_path / "other.csv")
    assert any("openpyxl is not installed" in line for line in outcome.warnings)
    assert not (tmp_path / "other.xlsx").exists()
    text = (tmp_path / "other.csv").read_text(encoding="utf-8-sig")
    assert text == (tmp_path / "template.csv").read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    filled = [lines[0], *(line.rstrip(",") + ",400000,150000,900000" for line in lines[1:])]
    filled = [filled[0], *(line + "," * (lines[0].count(",") - line.count(",")) for line in filled[1:])]
    (tmp_path / "other.csv").write_text("\n".join(filled), encoding="utf-8-sig")
    accounts = run("carbonaccounting", STATISTICS=outcome["OUTPUT"], OUTPUT=MEMORY, REPORT="", USED=MEMORY)
    assert accounts.frame("OUTPUT")["population"].tolist() == [400000] * 6


def test_years_and_units_are_asked_for(provider, squares):
    given = {"UNITS": squares(2), "FIRST_YEAR": 2020, "LAST_YEAR": 2010, "OUTPUT": MEMORY}
    algorithm = provider.algorithm("statisticstemplate").create()
    accepted, text = algorithm.checkParameterValues(given, QgsProcessingContext())
    assert not accepted and "“Last year” is 2010, before “First year”" in text
