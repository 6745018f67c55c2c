"""Fit and scenarios through the real qgis_process: published provinces, and the sample region as one model."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
SAMPLE_YEARS = (2000, 2005, 2010, 2015, 2020)


@pytest.fixture
def provinces(shared_data, awkward_folder):
    """The accounts of CEADs' 30 provinces, 2005 to 2019, as a CSV: neither energy nor sink are known."""
    folder = shared_data("china_province_ceads")
    carbon = pd.read_csv(folder / "province_co2_by_fuel_1997_2019_Mt.csv")
    economy = pd.read_csv(folder / "province_gdp_population_1992_2022.csv")
    rows = carbon.merge(economy, on=["province", "year"]).query("2005 <= year <= 2019")
    path = awkward_folder / "各省 accounts.csv"
    pd.DataFrame(
        {
            "省": rows["province_zh"],
            "年": rows["year"],
            "population": rows["pop_1e4"] * 1e4,
            "urban_population": rows["urban_pop_1e4"] * 1e4,
            "gdp": rows["gdp_1e8CNY"] * 1e4,
            "gdp_secondary": rows["gdp_secondary_1e8CNY"] * 1e4,
            "ce": rows["co2_Mt_Scope_1_Total"] * 1e6 * 12 / 44,
        }
    ).to_csv(path, index=False)
    return path


def test_provinces_from_accounts_to_scenarios(qgis_process, provinces, awkward_folder):
    keys = {"INPUT": provinces, "UNIT_FIELD": "省", "YEAR_FIELD": "年"}
    coefficients, table = awkward_folder / "coefficients.csv", awkward_folder / "scenarios.csv"
    run = qgis_process(
        "run", "carbonzoning:stirpatfit", **keys, VARIABLES=[0, 1, 2, 4], POOLING=2, COEFFICIENTS=coefficients,
        TRACE=awkward_folder / "trace.gpkg", REPORT=awkward_folder / "fit.html",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert run.results["IDENTITY"] is False and run.results["R2"] > 0.5
    fitted = pd.read_csv(coefficients)
    assert fitted["variable"].tolist() == ["P", "W", "IS", "UR", "intercept"]
    assert set(fitted["pooling"]) == {"fixed_effects"}
    assert qgis_process("run", "carbonzoning:exportscenarios", OUTPUT=table).exit_code == 0
    run = qgis_process(
        "run", "carbonzoning:stirpatscenario", **keys, COEFFICIENTS=coefficients, SCENARIOS=table, WINSORISE=5,
        ENFORCE_ORDER="true", PROJECTION=awkward_folder / "projection.csv", POTENTIAL=awkward_folder / "potential.csv",
        REPORT=awkward_folder / "scenarios.html",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    projection = pd.read_csv(awkward_folder / "projection.csv")
    assert projection["unit"].nunique() == 30 and set(projection["year"]) == {2019, *range(2020, 2061, 5)}
    totals = projection[projection["year"] == 2060].groupby("scenario")["ce"].sum()
    assert totals["low"] < totals["baseline"] < totals["high"]
    assert "nobody can tell whether a unit becomes neutral" in run.output
    potential = pd.read_csv(awkward_folder / "potential.csv")
    assert potential["cep"].isna().all() and potential["peaked_baseline"].isin([0, 1]).all()


def test_with_cei_the_identity_is_said(qgis_process, provinces, tmp_path):
    run = qgis_process(
        "run", "carbonzoning:stirpatfit", INPUT=provinces, UNIT_FIELD="省", YEAR_FIELD="年", VARIABLES="0,1,2,4,5",
        COEFFICIENTS=tmp_path / "c.csv",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert run.results["IDENTITY"] is True
    assert "This regression is an accounting identity" in run.output


def test_the_sample_region_as_one_model(qgis_process, tmp_path):
    """Areas, accounting, fit and scenarios in one run; the map in time keeps what the temporal controller needs."""
    files = {
        "accounts:Accounts": "accounts.gpkg",
        "fit:Coefficients": "coefficients.csv",
        "fit:Report": "fit.html",
        "scenarios:Projection": "projection.csv",
        "scenarios:MapInTime": "map.gpkg",
        "scenarios:Potential": "potential.gpkg",
        "scenarios:Region": "region.csv",
        "scenarios:Report": "scenarios.html",
    }
    run = qgis_process(
        "run", "carbonzoning:scenariosfromlandcover", UNITS=SAMPLE / "units.gpkg", UNITS_NAME_FIELD="name_zh",
        LAND_COVER=[SAMPLE / f"landcover_{year}.tif" for year in SAMPLE_YEARS], STATISTICS=SAMPLE / "statistics.csv",
        **{name: tmp_path / file for name, file in files.items()},
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert pd.read_csv(tmp_path / "coefficients.csv")["variable"].tolist() == ["P", "W", "IS", "TI", "UR", "intercept"]
    region = pd.read_csv(tmp_path / "region.csv")
    start = region[(region["scenario"] == "observed") & (region["year"] == 2020)]["ce"].item()
    assert start / 1e6 == pytest.approx(54.016, rel=1e-3)
    totals = region[region["year"] == 2060].set_index("scenario")["ce"]
    assert totals["low"] < totals["baseline"] < totals["high"] < 10 * start
    with closing(sqlite3.connect(tmp_path / "map.gpkg")) as database:
        (style,) = database.execute("select styleQML from layer_styles where useAsDefault").fetchone()
    assert 'enabled="1"' in style[style.index("<temporal") :][:500]
    with closing(sqlite3.connect(tmp_path / "potential.gpkg")) as database:
        classes = database.execute("select cep, count(*) from potential group by cep").fetchall()
    assert sum(count for _, count in classes) == 79 and all(1 <= score <= 5 for score, _ in classes)
    report = (tmp_path / "scenarios.html").read_text(encoding="utf-8")
    assert "at 5 %" not in report  # growth is winsorised where somebody asks for it alone
    assert report.count("<svg view") == 5


def test_a_fault_is_a_sentence_and_exit_code_1(qgis_process, provinces, tmp_path):
    scenarios = tmp_path / "scenarios.csv"
    scenarios.write_text("scenario,variable,kind,statistic\nlow,P,rate,most\n", encoding="utf-8")
    coefficients = tmp_path / "coefficients.csv"
    coefficients.write_text("variable,b\nP,0.9\n", encoding="utf-8")
    run = qgis_process(
        "run", "carbonzoning:stirpatscenario", INPUT=provinces, UNIT_FIELD="省", YEAR_FIELD="年",
        COEFFICIENTS=coefficients, SCENARIOS=scenarios, PROJECTION=tmp_path / "p.gpkg",
    )  # fmt: skip
    assert run.exit_code == 1
    expected = "should hold one of “min”, “mean”, “max”, “value”, but holds “most” (row 1)."
    assert f"column “statistic” {expected}" in run.output
    assert "Traceback" not in run.output
    assert not (tmp_path / "p.gpkg").exists()
