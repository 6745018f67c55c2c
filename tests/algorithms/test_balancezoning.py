"""Balance zones, as a planner runs them: accounts and polygons in, zones, tables, report, own rules, faults."""

from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

TEMPORARY = "TEMPORARY_OUTPUT"
KEYS = ["carbon_sink_functional", "low_carbon_development", "carbon_intensity_control", "high_carbon_optimization"]


@pytest.fixture
def accounts(write_csv):
    def write(**more):
        frame = pd.DataFrame(
            {
                "unit": ["1", "2", "3", "4"] * 2, "year": [2000] * 4 + [2010] * 4,
                "ce": [60.0, 20, 30, 50, 60, 20, 30, 50], "cs": [40.0, 30, 90, 20, 40, 5, 90, 20],
                "ecc": [1.25, 0.75, 1.0, 1.0] * 2, "esc": [0.333, 0.833, 2.667, 1.0] * 2,
            }
        )  # fmt: skip
        frame["nce"] = frame["ce"] - frame["cs"]
        return write_csv("accounts.csv", **frame.assign(**more).to_dict("list"))

    return write


@pytest.fixture
def given(accounts, squares):
    return {"ACCOUNTS": accounts(), "UNITS": squares(), "UNITS_NAME_FIELD": "label", "OUTPUT": TEMPORARY}


def test_zones_tables_and_report(run, given, tmp_path):
    report = str(tmp_path / "balance.html")
    outcome = run("balancezoning", **given, COMPARE_YEAR=2000, BALANCE=TEMPORARY, MOVES=TEMPORARY, REPORT=report)
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == [
        "unit", "name", "zone", "zone_key", "zone_name", "nce", "ecc", "esc", "balance_index", "balance_band",
    ]  # fmt: skip
    assert table["zone_key"].tolist() == [KEYS[2], KEYS[3], KEYS[0], KEYS[1]]
    assert table["zone"].tolist() == [3, 4, 1, 2] and table["zone_name"][2] == "Carbon sink functional zone"
    assert outcome.frame("BALANCE").values.tolist() == [[2000, 4, 2], [2010, 4, 1]]
    assert outcome["BALANCED_UNITS"] == 1
    moves = outcome.frame("MOVES")
    assert moves.loc[1, ["from_zone", "to_zone"]].tolist() == [KEYS[0], KEYS[3]] and len(moves) == 4
    layer = outcome.layer("OUTPUT")
    assert [category.value() for category in layer.renderer().categories()] == [1, 2, 3, 4]
    assert layer.attributeAlias(layer.fields().indexFromName("zone")) == "Balance zone"
    page = Path(report).read_text(encoding="utf-8")
    assert "In 2010, 1 of 4 units" in page and "In 2000 it was 2 of 4." in page
    assert "Between 2000 and 2010, 1 of 4 units changed zone." in page
    assert page.count("<svg view") == 3 and "<script" not in page  # map, balance by year, ribbons
    assert "1 unit; net emission 15 t C/a; median ECC 0.75, median ESC 0.833." in page


def test_a_unit_without_an_account_has_its_name_on_the_page(run, given, accounts, write_csv, tmp_path):
    report = tmp_path / "balance.html"
    rows = pd.read_csv(accounts())
    known = write_csv("three.csv", **rows[rows["unit"] != 4].to_dict("list"))
    outcome = run("balancezoning", **{**given, "ACCOUNTS": known}, LANGUAGE=0, NOTES=TEMPORARY, REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    assert "县 4: No zone" in page and "lacks 1 unit of “counties”: 县 4." in page
    assert outcome.frame("NOTES")["text_en"].str.contains("lacks 1 unit of “counties”: 4.", regex=False).any()


def test_in_chinese_and_another_year(run, given, tmp_path):
    report = str(tmp_path / "balance.html")
    outcome = run("balancezoning", **given, YEAR=2000, LANGUAGE=1, REPORT=report)
    assert outcome.frame("OUTPUT")["zone_name"].tolist() == ["碳强度控制区", "碳汇功能区", "碳汇功能区", "低碳发展区"]
    assert "碳汇功能区" in Path(report).read_text(encoding="utf-8")


def test_exported_tables_give_the_same_zones(run, given, tmp_path):
    rules, bands = (str(tmp_path / name) for name in ("rules.csv", "bands.csv"))
    run("exportbalancerules", TABLE=0, OUTPUT=rules)
    run("exportbalancerules", TABLE=1, OUTPUT=bands)
    expected = run("balancezoning", **given).frame("OUTPUT")
    found = run("balancezoning", **given, BALANCE_RULES=rules, BANDS=bands).frame("OUTPUT")
    pd.testing.assert_frame_equal(found, expected)


def test_own_rules_may_leave_units_without_a_zone(run, given, write_csv):
    rules = write_csv("own.csv", zone=["clean"], name_en=["Clean"], colour=["#123456"], nce_high=[0], order=[1])
    outcome = run("balancezoning", **given, BALANCE_RULES=rules)
    assert outcome.frame("OUTPUT")["zone_key"].fillna("").tolist() == ["", "", "clean", ""]
    assert any("no rule fits" in line and "县 1" in line for line in outcome.warnings)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"YEAR": 1999}, "cannot show 1999"),
        ({"YEAR": 2000, "COMPARE_YEAR": 2000}, "Both years are 2000"),
        ({"MOVES": TEMPORARY}, "is asked for"),
    ],
)
def test_bad_settings(run, given, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("balancezoning", **{**given, **parameters})


def test_bad_rules_and_no_output_known(run, given, accounts, write_csv):
    rules = write_csv("own.csv", zone=["a", "b"], name_en=["A", "B"], colour=["red", "#123456"], order=[1, "x"])
    with pytest.raises(QgsProcessingException, match="a colour such as"):
        run("balancezoning", **{**given, "BALANCE_RULES": rules})
    outcome = run("balancezoning", **{**given, "ACCOUNTS": accounts(ecc=None)})
    assert outcome.frame("OUTPUT")["zone"].isna().all()
    assert any("no zone in 2010" in line for line in outcome.warnings)


@pytest.mark.parametrize(
    ("table", "columns", "first"),
    [
        (2, ["scenario", "class", "from_year", "low", "high", "kind", "note"], "low"),
        (3, ["choice", "option", "weight", "note"], "threshold"),
        (4, ["edition", "class", "ecosystem", "share", "note"], "xie2008"),
    ],
)
def test_other_tables_are_written_too(run, table, columns, first):
    frame = run("exportbalancerules", TABLE=table, OUTPUT=TEMPORARY).frame("OUTPUT")
    assert list(frame.columns) == columns and frame.iloc[0, 0] == first
