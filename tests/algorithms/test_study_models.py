"""The models of the other studies on the sample region: zones, accounts and report, the same as step by step."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def given_inputs():
    return {
        "UNITS": str(SAMPLE / "units.gpkg"),
        "UNITS_NAME_FIELD": "name",
        "LAND_COVER": [str(SAMPLE / f"landcover_{year}.tif") for year in (2000, 2020)],
        "STATISTICS": str(SAMPLE / "statistics.csv"),
    }


def test_carbonbalancezoning(run, given_inputs, tmp_path):
    report = tmp_path / "balance.html"
    accounts = str(tmp_path / "accounts.csv")
    outcome = run(
        "carbonbalancezoning",
        **given_inputs,
        COMPARE_YEAR=2000,
        **{"accounts:Accounts": accounts, "zones:Zones": TEMPORARY, "zones:Balance": TEMPORARY},
        **{"zones:Report": str(report)},
    )
    zones = outcome.frame("zones:Zones")
    assert len(zones) == 80 and zones["zone"].between(1, 4).sum() == 79  # one without statistics, one without energy
    table = pd.read_csv(accounts, dtype={"unit": str})
    last = table[table["year"] == 2020].set_index("unit").loc[zones["unit"]]
    np.testing.assert_allclose(zones["nce"], last["nce"], rtol=1e-12)
    assert "cs_crop" not in table or last["cs_crop"].fillna(0).eq(0).all()  # net coefficients of land, no crop sink
    balance = outcome.frame("zones:Balance").set_index("year")
    assert balance.loc[2020, "balanced_units"] == (last["nce"] <= 0).sum()
    page = report.read_text(encoding="utf-8")
    assert "Between 2000 and 2020" in page


def test_carboncompensationzoning(run, given_inputs, tmp_path):
    report = tmp_path / "compensation.html"
    outcome = run(
        "carboncompensationzoning",
        **given_inputs,
        AREA_TYPE_FIELD="area_type",
        CLEARING=1,
        **{"accounts:Accounts": TEMPORARY, "compensation:Zones": TEMPORARY, "compensation:AreaTypes": TEMPORARY},
        **{"compensation:Report": str(report)},
    )
    zones, types = outcome.frame("compensation:Zones"), outcome.frame("compensation:AreaTypes")
    assert zones["payment"].sum() == pytest.approx(0, abs=1e-6 * zones["payment"].abs().sum())
    assert len(types) == 6 and types["payment"].iloc[:5].sum() == pytest.approx(types["payment"].iloc[5], abs=1e-6)
    assert outcome.frame("accounts:Accounts")["cs_crop"].sum() > 0  # cropland is a sink
    assert "is made equal" in report.read_text(encoding="utf-8")


def test_carbonandservices(run, given_inputs, tmp_path):
    report = tmp_path / "services.html"
    outcome = run(
        "carbonandservices",
        **given_inputs,
        CELL_SIZE=20000,
        PERMUTATIONS=99,
        **{"accounts:Accounts": TEMPORARY, "association:Cells": TEMPORARY, "association:Association": TEMPORARY},
        **{"services:Services": TEMPORARY, "services:Report": str(report)},
    )
    cells, accounts = outcome.frame("association:Cells"), outcome.frame("accounts:Accounts")
    assert {"cell", "ce_t_km2", "esv_km2", "lisa_class"} <= set(cells) and cells["lisa_class"].between(0, 6).all()
    years = outcome.frame("association:Association")
    assert years["year"].tolist() == [2000, 2020] and years["moran_i"].between(-1, 1).all()
    services = outcome.frame("services:Services")
    whole = cells[cells["year"] == 2020]["esv"].sum()
    assert services[services["year"] == 2020]["esv"].sum() == pytest.approx(whole, rel=1e-9)
    assert accounts["ce"].notna().sum() > 1000
    page = report.read_text(encoding="utf-8")
    assert "Carbon beside services" in page and "Where carbon and services meet" in page
    assert "From 2000 to 2020 carbon emission changed by" in page and page.count("<svg view") == 5
