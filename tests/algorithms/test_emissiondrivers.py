"""Drivers of emission, as a planner runs it: accounts in, table, map, report, faults."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProcessingException

FACTORS = ["population", "affluence", "energy_intensity", "carbon_of_energy"]
COLUMNS = [
    *("unit", "from_year", "to_year", *(f"effect_{name}" for name in FACTORS), "change"),
    *(*(f"share_{name}" for name in FACTORS), "elasticity", "decoupling"),
]
EFFECTS = [name for name in COLUMNS if name.startswith("effect_")]


@pytest.fixture
def accounts(make_accounts, write_csv):
    return lambda frame=None: write_csv(
        "accounts.csv", **(make_accounts(years=6) if frame is None else frame).to_dict("list")
    )


def test_table_map_and_report(run, make_accounts, accounts, squares, tmp_path):
    report = str(tmp_path / "drivers.html")
    given = {"INPUT": accounts(), "UNITS": squares(), "UNITS_NAME_FIELD": "label"}
    outcome = run("emissiondrivers", **given, OUTPUT="TEMPORARY_OUTPUT", MAP="TEMPORARY_OUTPUT", REPORT=report)
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == COLUMNS
    assert set(table["unit"]) == {"region"} and table["from_year"].tolist() == list(range(2015, 2020))
    np.testing.assert_allclose(table[EFFECTS].astype(float).sum(axis=1), table["change"].astype(float))
    region = make_accounts(years=6).groupby("year")["ce"].sum()
    np.testing.assert_allclose(table["change"].astype(float), region.diff().dropna())
    shown = outcome.frame("MAP")
    assert list(shown.columns) == ["unit", "name", *COLUMNS[1:]] and len(shown) == 4
    assert set(shown["from_year"]) == {2015} and set(shown["to_year"]) == {2020} and shown["name"][0] == "县 1"
    layer = outcome.layer("MAP")
    labels = {category.value(): category.label() for category in layer.renderer().categories()}
    assert len(labels) == 8 and labels["weak_decoupling"].startswith("Weak decoupling")
    assert set(shown["decoupling"]) <= set(labels)
    alias = layer.attributeAlias(layer.fields().indexFromName("effect_affluence"))
    assert alias == "Effect of GDP per person (t C/a)"
    page = Path(report).read_text(encoding="utf-8")
    assert "From 2015 to 2020 the emission of 4 units changed by" in page and "县 3" in page and "<script" not in page
    assert page.count("<svg view") == 3  # waterfall, periods, map
    for key in set(shown["decoupling"]):
        assert labels[key] in page


def test_by_unit_from_first_to_last(run, accounts):
    outcome = run("emissiondrivers", INPUT=accounts(), BY=1, PERIODS=1, RATE_BASE=1, OUTPUT="TEMPORARY_OUTPUT")
    table = outcome.frame("OUTPUT")
    assert table["unit"].tolist() == ["1", "2", "3", "4"] and set(table["to_year"]) == {2020}


def test_without_energy(run, make_accounts, accounts):
    path = accounts(make_accounts(years=6).drop(columns="energy_tce"))
    outcome = run("emissiondrivers", INPUT=path, OUTPUT="TEMPORARY_OUTPUT")
    table = outcome.frame("OUTPUT")
    assert [name for name in table.columns if name.startswith("effect_")] == [
        "effect_population",
        "effect_affluence",
        "effect_carbon_of_gdp",
    ]
    assert any("no energy_tce" in line for line in outcome.log)


def test_the_sample(run, tmp_path, write_csv):
    statistics = pd.read_csv(Path(__file__).parents[2] / "resources" / "sample" / "statistics.csv")
    path = write_csv("statistics.csv", **statistics.to_dict("list"))
    accounts = str(tmp_path / "accounts.gpkg")
    run("carbonaccounting", STATISTICS=path, OUTPUT=accounts)
    outcome = run("emissiondrivers", INPUT=accounts, BY=1, PERIODS=1, OUTPUT="TEMPORARY_OUTPUT")
    table = outcome.frame("OUTPUT")
    missing = set(statistics["unit"].astype(str)) - set(table["unit"])
    assert len(table) >= 79 and all(any(unit in line for line in outcome.warnings) for unit in missing)
    np.testing.assert_allclose(table[EFFECTS].astype(float).sum(axis=1), table["change"].astype(float))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda frame: frame.drop(columns="gdp"), "has no column “gdp”"),
        (lambda frame: frame[frame["year"] == 2020], "in two years or more"),
        (lambda frame: frame.assign(gdp=None), "in two years or more"),
    ],
)
def test_bad_input(run, make_accounts, accounts, spoil, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("emissiondrivers", INPUT=accounts(spoil(make_accounts(years=6))), OUTPUT="TEMPORARY_OUTPUT")
