"""Inequality of emission, as a planner runs it: accounts in, measures by year, Lorenz curves, report, faults."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException

TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def accounts(make_accounts, write_csv):
    def write(**more):
        frame = make_accounts(units=6, years=4)
        frame["city"] = np.where(frame["unit"].astype(int) % 2, "东市", "西市")
        return write_csv("accounts.csv", **frame.assign(**more).to_dict("list"))

    return write


def test_tables_and_report(run, accounts, tmp_path):
    report = str(tmp_path / "inequality.html")
    outcome = run(
        "carboninequality", INPUT=accounts(), GROUP_FIELD="city", OUTPUT=TEMPORARY, LORENZ=TEMPORARY, REPORT=report
    )
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == ["year", "gini", "theil", "between", "within"]
    assert table["year"].tolist() == [2017, 2018, 2019, 2020]
    numbers = table.astype(float)
    np.testing.assert_allclose(numbers["between"] + numbers["within"], numbers["theil"], atol=1e-12)
    assert ((numbers["gini"] > 0) & (numbers["gini"] < 1)).all()
    curves = outcome.frame("LORENZ")
    assert list(curves.columns) == ["year", "unit", "cumulative_base", "cumulative_amount"] and len(curves) == 24
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("gini")) == "Gini coefficient"
    page = Path(report).read_text(encoding="utf-8")
    verb = "rises" if numbers["gini"].iloc[-1] > numbers["gini"].iloc[0] else "falls"
    assert f"From 2017 to 2020 the Gini coefficient {verb} from" in page and "groups of “city”" in page
    assert page.count("<svg view") == 2 and "<script" not in page


def test_another_column_over_output_without_groups(run, accounts):
    outcome = run("carboninequality", INPUT=accounts(), FIELD="cs", SHARE_OF=1, OUTPUT=TEMPORARY)
    assert outcome.frame("OUTPUT")["between"].isna().all()


@pytest.mark.parametrize(
    ("more", "parameters", "said"),
    [
        ({"nce": -5.0}, {"FIELD": "nce"}, "below zero"),
        ({}, {"SHARE_OF": 2}, "has no column “total_ha”"),
        ({}, {"FIELD": "population"}, "shared over itself"),
        ({"city": None}, {"GROUP_FIELD": "city"}, "needs its group"),
        ({"population": 0}, {}, "no year has units"),
    ],
)
def test_bad_input(run, accounts, more, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("carboninequality", INPUT=accounts(**more), OUTPUT=TEMPORARY, **parameters)
