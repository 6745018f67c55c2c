"""Names of outputs: an ending that fits, or a sentence that lists those which do, before any work."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException


def refused(run, step, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as error:
        run(step, **parameters)
    return str(error.value)


@pytest.mark.parametrize("ending", [".docx", ".xls", ".shp", ".json", ".txt", ".dxf", ".fgb", ".sqlite", ".csv.gz"])
def test_tables(run, tmp_path, ending):
    text = refused(run, "exportscenarios", OUTPUT=str(tmp_path / f"table{ending}"))
    found = ending.rpartition(".")[2]
    assert f"“.{found}” stands for no format that this result is written in" in text
    assert "“.gpkg”, “.csv”, “.xlsx”" in text and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["table", "table."])
def test_no_ending(run, tmp_path, name):
    assert "has no ending that tells the format" in refused(run, "exportscenarios", OUTPUT=str(tmp_path / name))


@pytest.mark.parametrize("ending", [".gpkg", ".csv", ".CSV", ".xlsx", ".ods", ".geojson", ".kml", ".gml"])
def test_endings_that_fit_give_the_file_of_that_name(run, tmp_path, ending):
    path = tmp_path / f"table{ending}"
    outcome = run("exportscenarios", OUTPUT=str(path))
    assert path.is_file() and len(outcome.frame("OUTPUT")) > 0


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".doc", ".md", ".xlsx"])
def test_reports(run, tmp_path, write_csv, ending):
    accounts = write_csv("accounts.csv", unit=["1", "2"] * 3, year=[2000, 2000, 2001, 2001, 2002, 2002], ce=[1.0] * 6)
    given = {"INPUT": accounts, "SHARE_OF": 1, "OUTPUT": "TEMPORARY_OUTPUT"}
    text = refused(run, "carboninequality", **given, REPORT=str(tmp_path / f"report{ending}"))
    assert text.endswith("Choose a name that ends in one of these: “.html”, “.htm”.")


def test_a_model_says_so_before_its_first_step(run, tmp_path):
    text = refused(run, "carbonneutralzoning", **{"report:Report": str(tmp_path / "report.docx")})
    assert "“.docx” stands for no format" in text
