"""Compensation types, as a planner runs them: accounts in, types, profiles, a map and a report out; faults told."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProcessingException

pytest.importorskip("sklearn")
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def accounts(write_csv):
    """A function: accounts of six units, two that emit, two that take up, two between."""

    def make(**more):
        columns = {
            "unit": [str(number) for number in range(1, 7)], "year": [2020] * 6,
            "gdp": [90.0, 88, 10, 11, 30, 31], "ce": [80.0, 79, 9, 10, 30, 29], "cs": [5.0, 6, 70, 71, 33, 34],
            "nce": [75.0, 73, -61, -61, -3, -5],
        }  # fmt: skip
        return write_csv("accounts.csv", **{**columns, **more})

    return make


def test_types_profiles_map_and_report(run, accounts, squares, tmp_path):
    report = str(tmp_path / "types.html")
    outcome = run(
        "compensationtypes", INPUT=accounts(), UNITS=squares(6), UNITS_NAME_FIELD="label", OUTPUT=TEMPORARY,
        PROFILES=TEMPORARY, TRIED=TEMPORARY, REPORT=report,
    )  # fmt: skip
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == [
        "unit", "name", "type", "type_key", "type_name", "nrca_gdp", "nrca_ce", "nrca_cs", "silhouette",
    ]  # fmt: skip
    assert table["type"].tolist() == [1, 1, 3, 3, 2, 2]
    assert table["type_name"].tolist()[::2] == ["Payment type", "Recipient type II", "Recipient type I"]
    assert np.allclose(table[["nrca_gdp", "nrca_ce", "nrca_cs"]].sum(axis=1), 0)
    assert outcome["SILHOUETTE"] > 0.9 and outcome["TYPES_FOUND"] == 3
    profiles = outcome.frame("PROFILES")
    assert list(profiles.columns) == [
        "type", "type_key", "type_name", "units", "mean_nce", "mean_gdp", "mean_ce", "mean_cs", "nrca_gdp", "nrca_ce",
        "nrca_cs",
    ]  # fmt: skip
    assert profiles["units"].tolist() == [2, 2, 2] and profiles["mean_nce"].tolist() == [74, -4, -61]
    tried = outcome.frame("TRIED")
    assert tried["types"].tolist() == [2, 3, 4, 5] and tried["silhouette"].idxmax() == 1
    layer = outcome.layer("OUTPUT")
    assert [category.value() for category in layer.renderer().categories()] == [1, 2, 3]
    assert layer.attributeAlias(layer.fields().indexFromName("nrca_cs")) == "NRCA: Carbon sink"
    page = Path(report).read_text(encoding="utf-8")
    assert page.count("<svg view") == 3 and "In 2020, 6 units fall into 3 types" in page


def test_the_small_table_of_the_methods(run, shared_data, write_csv):
    folder = shared_data("published/nrca_small")
    table = pd.read_csv(folder / "table.csv").assign(year=2020, nce=[1.0, 2, -3, -4])
    path = write_csv("table.csv", **table.to_dict("list"))
    fields = ["economy", "emission", "sink"]
    found = run("compensationtypes", INPUT=path, FIELDS=fields, TYPES=2, OUTPUT=TEMPORARY).frame("OUTPUT")
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    printed = [one for one in answers if one["quantity"] == "nrca"]
    assert len(printed) == 12
    for one in printed:
        value = found.set_index("unit").loc[one["place"], f"nrca_{one['column']}"]
        assert value == pytest.approx(one["printed"], abs=one["tolerance"])


def test_a_unit_without_a_number_is_told_and_hatched(run, accounts, squares):
    cs = [5.0, 6, 70, 71, 33, None]
    outcome = run("compensationtypes", INPUT=accounts(cs=cs), UNITS=squares(6), TYPES=2, OUTPUT=TEMPORARY)
    assert outcome.frame("OUTPUT")["type"].isna().tolist() == [False] * 5 + [True]
    assert outcome.layer("OUTPUT").renderer().categories()[-1].label() == "No type: a number is missing"
    assert any("1 unit has no type" in line and "6 2020" in line for line in outcome.warnings)


def test_another_order_and_shares(run, accounts):
    outcome = run(
        "compensationtypes", INPUT=accounts(), FIELDS=["ce", "cs"], ORDER_FIELD="cs", SHARES=True, TYPES=2,
        OUTPUT=TEMPORARY,
    )  # fmt: skip
    table = outcome.frame("OUTPUT")
    assert "name" not in table.columns and table["type"].tolist()[2] == 1
    assert table["type_name"].tolist()[2] == "Carbon sink above zero I"
    expected = np.array([5.0, 6, 70, 71, 33, 34]) / 219
    other = np.array([80.0, 79, 9, 10, 30, 29]) / 237
    assert table["nrca_cs"].to_numpy() == pytest.approx(expected / 2 - (expected + other) / 4)


@pytest.mark.parametrize(
    ("more", "parameters", "said"),
    [
        ({}, {"TYPES": 7}, "7 types are asked for"),
        ({}, {"TYPES": 1}, "One type is asked for"),
        ({}, {"FIELDS": ["ce"]}, "types compare two at least"),
        ({}, {"FIELDS": ["ce", "nce"]}, "is below zero in 4 rows"),
        ({}, {"YEAR": 2010}, "cannot show 2010"),
        ({"cs": [0] * 6}, {}, "column cs is zero for all units"),
        ({"cs": ["much"] * 6}, {}, "should hold numbers"),
    ],
)
def test_bad_input(run, accounts, more, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("compensationtypes", INPUT=accounts(**more), OUTPUT=TEMPORARY, **parameters)
