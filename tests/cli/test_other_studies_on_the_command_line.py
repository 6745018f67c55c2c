"""The models of the Chengdu-Chongqing and the Henan study, and the verification, through the real qgis_process."""

from pathlib import Path

import pandas as pd

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
GIVEN = {
    "UNITS": SAMPLE / "units.gpkg",
    "LAND_COVER": [SAMPLE / f"landcover_{year}.tif" for year in (2000, 2020)],
    "STATISTICS": SAMPLE / "statistics.csv",
}


def test_the_models_of_two_studies(qgis_process, awkward_folder):
    accounts, types, report = (awkward_folder / name for name in ("核算.csv", "types.csv", "补偿 1.html"))
    run = qgis_process(
        "run", "carbonzoning:carboncompensationzoning", **GIVEN, UNITS_NAME_FIELD="name_zh",
        AREA_TYPE_FIELD="area_type_zh", LANGUAGE=1,
        **{"accounts:Accounts": accounts, "compensation:Zones": awkward_folder / "zones.gpkg"},
        **{"compensation:AreaTypes": types, "compensation:Report": report},
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    table = pd.read_csv(types)
    assert table["area_type"].tolist()[-1] == "all" and len(table) == 6
    assert "国家级重点生态功能区" in report.read_text(encoding="utf-8")
    run = qgis_process(
        "run", "carbonzoning:carbonbalancezoning", **GIVEN, UNITS_NAME_FIELD="name", COMPARE_YEAR=2000,
        **{"zones:Zones": awkward_folder / "balance.gpkg"},
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert (awkward_folder / "balance.gpkg").exists()


def test_bad_terms_are_sentences_and_exit_code_1(qgis_process, tmp_path):
    accounts = tmp_path / "accounts.csv"
    accounts.write_text("unit,year,ce,cs,gdp\n900101,2020,5,1,10\n900102,2020,1,5,10\n", encoding="utf-8")
    given = {"ACCOUNTS": accounts, "UNITS": SAMPLE / "units.gpkg", "AREA_TYPE_FIELD": "province"}
    output = tmp_path / "o.gpkg"
    run = qgis_process("run", "carbonzoning:carboncompensation", **given, PRICE=0, ENGEL=30, OUTPUT=output)
    assert run.exit_code == 1 and "Traceback" not in run.output and not output.exists()
    for said in ("per t CO2", "0.30 for 30 percent", "“Sichuan”"):
        assert said in run.output


def test_the_verification(qgis_process, tmp_path):
    run = qgis_process("run", "carbonzoning:verifymethods", OUTPUT=tmp_path / "v.csv", REPORT=tmp_path / "v.html")
    assert run.exit_code == 0, run.output
    assert run.results["FAILED"] == 0 and (pd.read_csv(tmp_path / "v.csv")["verdict"].nunique() == 1)
