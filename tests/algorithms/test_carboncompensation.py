"""Carbon compensation as a planner runs it: worked numbers on the map, functional areas, the report, bad input."""

from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def accounts(write_csv):
    def write(**more):
        frame = pd.DataFrame(
            {
                "unit": ["1", "2", "3"] * 2, "year": [2010] * 3 + [2020] * 3,
                "ce": [50e4, 25e4, 35e4, 60e4, 20e4, 30e4], "cs": [20e4, 40e4, 15e4] * 2,
                "gdp": [100e4, 20e4, 40e4] * 2, "population": [3e5, 1e5, 2e5] * 2, "total_ha": [1e5, 2e5, 3e5] * 2,
            }
        )  # fmt: skip
        return write_csv("accounts.csv", **frame.assign(**more).to_dict("list"))

    return write


@pytest.fixture
def units(squares):
    from carbon_plugin.bridge.compat import TEXT, make_field

    def make(types=("国家级重点开发区", "National ecological area", "农产品主产区")):
        layer = squares(3)
        layer.dataProvider().addAttributes([make_field("kind", TEXT)])
        layer.updateFields()
        for feature, kind in zip(list(layer.getFeatures()), types):
            layer.dataProvider().changeAttributeValues({feature.id(): {2: kind}})
        return layer

    return make


@pytest.fixture
def given_inputs(accounts, units):
    return {"ACCOUNTS": accounts(), "UNITS": units(), "UNITS_NAME_FIELD": "label", "OUTPUT": TEMPORARY}


def test_worked_numbers_map_table_and_report(run, given_inputs, tmp_path):
    report = str(tmp_path / "compensation.html")
    outcome = run(
        "carboncompensation", **given_inputs, AREA_TYPE_FIELD="kind", AREA_TYPES=TEMPORARY, LANGUAGE=0, REPORT=report
    )
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == [
        "unit", "name", "base", "corrected", "payment", "payment_low", "payment_high", "role", "priority",
        "priority_rank", "area_type",
    ]  # fmt: skip
    assert table["payment"].round(3).tolist() == [3902.107, -1534.720, 2118.403]  # METHODS 10, in 10^4 t C
    assert table["role"].tolist() == ["pays", "receives", "pays"]
    assert table["area_type"].tolist() == ["national_key_development", "national_ecological", "agricultural"]
    assert outcome["GAP"] == pytest.approx(6020.511 - 1534.720, abs=2e-3)
    types = outcome.frame("AREA_TYPES")
    assert types["area_type"].tolist() == ["national_key_development", "agricultural", "national_ecological", "all"]
    assert types["intensity_mean"].round(3).tolist() == [0.6, 0.75, 1.0, 0.688]
    layer = outcome.layer("OUTPUT")
    assert [category.value() for category in layer.renderer().categories()] == ["pays", "balanced", "receives"]
    assert layer.renderer().categories()[0].symbol().symbolLayerCount() == 2
    assert layer.attributeAlias(layer.fields().indexFromName("payment")) == "Payment (10⁴ currency/a)"
    page = Path(report).read_text(encoding="utf-8")
    assert "In 2020, 2 units pay, 1 unit receives and 0 units are balanced." in page
    assert "6,021 × 10⁴ a year are paid and 1,535 × 10⁴ received: 4,486 × 10⁴ more are paid" in page
    assert "The largest payer is 县 1; the largest receiver is 县 2." in page
    assert page.count("<circle") == 3 and "National ecological area" in page


def test_another_year_cleared_in_chinese(run, given_inputs, tmp_path):
    report = str(tmp_path / "compensation.html")
    outcome = run("carboncompensation", **given_inputs, YEAR=2010, CLEARING=1, LANGUAGE=1, REPORT=report)
    table = outcome.frame("OUTPUT")
    assert table["payment"].sum() == pytest.approx(0, abs=1e-9) and outcome["GAP"] > 0
    assert table["area_type"].fillna("").tolist() == ["", "", ""]
    assert "受偿" in Path(report).read_text(encoding="utf-8")


def test_fair_share_and_engel_by_unit(run, given_inputs, accounts):
    given_inputs["ACCOUNTS"] = accounts(engel=[0.3, 0.4, None] * 2)
    outcome = run("carboncompensation", **given_inputs, FAIR_SHARE=1, ENGEL_FIELD="engel")
    table = outcome.frame("OUTPUT")
    assert table["base"].sum() == pytest.approx(0, abs=1e-6)
    assert table["corrected"].tolist() == table["base"].tolist()
    assert any("县" not in line and "engel" in line and "0.3" in line for line in outcome.warnings)


def test_a_unit_without_gdp_is_drawn_as_missing(run, given_inputs, accounts):
    given_inputs["ACCOUNTS"] = accounts(gdp=[1e6, 2e5, 4e5, 1e6, None, 4e5])
    outcome = run("carboncompensation", **given_inputs)
    assert outcome.frame("OUTPUT")["payment"].isna().tolist() == [False, True, False]
    assert len(outcome.layer("OUTPUT").renderer().categories()) == 4
    assert any("县 2" in line for line in outcome.warnings)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"YEAR": 1999}, "cannot show 1999"),
        ({"PRICE_LOW": 0}, "above zero"),
        ({"PRICE": 300}, "in this order"),
        ({"ENGEL": 1}, "between 0 and 1"),
        ({"CLIP_LOW": 3}, "the lower one first"),
    ],
)
def test_bad_settings(run, given_inputs, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("carboncompensation", **{**given_inputs, **parameters})


def test_all_faults_at_once(run, given_inputs, units):
    given_inputs |= {"UNITS": units(("agricltural", "", "")), "AREA_TYPE_FIELD": "kind", "ENGEL": 0, "PRICE_HIGH": 1}
    with pytest.raises(QgsProcessingException) as raised:
        run("carboncompensation", **given_inputs)
    for said in ("agricltural", "Engel", "prices"):
        assert said in str(raised.value)
