"""The other studies on Mato Grosso do Sul: herds, people and land alone, so what can be told is told and no more."""

import numpy as np
import pandas as pd
import pytest

MEMORY = "TEMPORARY_OUTPUT"
MAPBIOMAS = 3


@pytest.fixture(scope="module")
def folder(shared_data):
    return shared_data("brazil_ms")


@pytest.fixture
def given_inputs(folder, tmp_path):
    table = pd.read_csv(folder / "panel_2000_2023.csv", dtype={"code": str}).rename(
        columns={"code": "unit", "heads_cattle": "cattle_head", "heads_pigs_total": "pigs_head"}
    )
    table["gdp"] = table["gdp_kBRL"] / 10
    path = tmp_path / "statistics.csv"
    kept = ["unit", "year", "population", "gdp", "cattle_head", "pigs_head"]
    table.loc[table["year"].between(2005, 2016), kept].to_csv(path, index=False)
    years = (2005, 2010, 2016)
    return {
        "UNITS": str(folder / "municipios_ms.gpkg"),
        "UNITS_ID_FIELD": "code",
        "UNITS_NAME_FIELD": "name",
        "LAND_COVER": [str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif") for year in years],
        "LEGEND": MAPBIOMAS,
        "STATISTICS": str(path),
    }


def test_compensation_of_municipalities(run, given_inputs, tmp_path):
    report = tmp_path / "compensation.html"
    outcome = run(
        "carboncompensationzoning",
        **given_inputs,
        YEAR=2015,
        **{"accounts:Accounts": MEMORY, "compensation:Zones": MEMORY, "compensation:Report": str(report)},
    )
    zones = outcome.frame("compensation:Zones").dropna(subset=["payment"])
    accounts = outcome.frame("accounts:Accounts").query("year == 2015").set_index("unit").loc[zones["unit"]]
    assert len(zones) >= 70
    np.testing.assert_allclose(zones["base"], accounts["ce"] - accounts["cs"], rtol=1e-9)
    # by another road: kappa, held between .5 and 2, scaled; the region is all municipalities with an account
    region = outcome.frame("accounts:Accounts").query("year == 2015").dropna(subset=["ce", "cs", "gdp"])
    kappa = (region["ce"] / region["gdp"] / (region["ce"].sum() / region["gdp"].sum())).clip(0.5, 2)
    kappa *= region["ce"].sum() / (region["ce"] * kappa).sum()
    expected = (region["ce"] * kappa - region["cs"]).set_axis(region["unit"])
    np.testing.assert_allclose(zones["corrected"], expected.loc[zones["unit"]], rtol=1e-9)
    assert "In 2015" in report.read_text(encoding="utf-8")


def test_balance_of_municipalities(run, given_inputs):
    outcome = run(
        "carbonbalancezoning",
        **given_inputs,
        YEAR=2015,
        COMPARE_YEAR=2009,
        **{"zones:Zones": MEMORY, "zones:Balance": MEMORY},
    )
    zones = outcome.frame("zones:Zones")
    known = zones.dropna(subset=["nce", "ecc", "esc"])
    assert known["zone"].notna().all() and len(known) >= 70
    balance = outcome.frame("zones:Balance").set_index("year")
    assert balance.loc[2015, "balanced_units"] >= (known["nce"] <= 0).sum()
