"""Ecosystem service value, as a planner runs it: areas in, values, region, sensitivity, map and report out."""

from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def areas(write_csv):
    def write(**more):
        columns = {
            "unit": ["1", "2", "3", "4"] * 2, "year": [2000] * 4 + [2010] * 4, "province": ["A", "A", "B", "B"] * 2,
            "cropland_ha": [1000, 10, 20, 30, 900, 10, 20, 30], "forest_ha": [2000, 5, 6, 7, 2000, 9, 6, 7],
            "grassland_ha": [100, 0, 0, 1, 100, 0, 0, 1], "water_ha": [150, 1, 1, 1, 150, 1, 1, 1],
            "unused_ha": [10, 0, 0, 0, 10, 0, 0, 0], "urban_ha": [0, 3, 4, 5, 100, 3, 4, 5],
        }  # fmt: skip
        return write_csv("areas.csv", **{**columns, **more})

    return write


@pytest.fixture
def given(areas):
    return {"INPUT": areas(), "OUTPUT": TEMPORARY}


def test_values_tables_map_and_report(run, given, squares, tmp_path):
    report = str(tmp_path / "services.html")
    outcome = run(
        "ecosystemservicevalue", **given, UNITS=squares(), UNITS_NAME_FIELD="label", REGION=TEMPORARY,
        SENSITIVITY=TEMPORARY, MAP=TEMPORARY, REPORT=report,
    )  # fmt: skip
    table = outcome.frame("OUTPUT")
    assert table["esv"][0] == pytest.approx(3239.061894) and table["province"].tolist() == ["A", "A", "B", "B"] * 2
    assert table["esv_km2"][0] == pytest.approx(3239.061894 / 32.6)
    region = outcome.frame("REGION")
    assert region["esv"].tolist() == pytest.approx(table.groupby("year")["esv"].sum().tolist())
    assert region["units_counted"].tolist() == [4, 4]
    sensitivity = outcome.frame("SENSITIVITY")
    assert sensitivity.groupby(["year", "change_pct"])["sensitivity"].sum().tolist() == pytest.approx([1.0] * 4)
    layer = outcome.layer("MAP")
    assert layer.featureCount() == 4 and outcome.frame("MAP")["year"].tolist() == [2010] * 4
    assert layer.renderer().classAttribute() == "esv_km2" and len(layer.renderer().ranges()) == 4
    assert layer.attributeAlias(layer.fields().indexFromName("esv")) == "Ecosystem service value (10⁴ currency/a)"
    page = Path(report).read_text(encoding="utf-8")
    assert "In 2010 the ecosystem services of 4 units were worth" in page and "Since 2000 that is" in page
    assert page.count("<svg view") == 3 and "<script" not in page  # classes, services, map
    assert "national value that the edition" in page and any("449.1" in line for line in outcome.warnings)


def test_editions_values_and_prices(run, given, write_csv):
    of_2015 = run("ecosystemservicevalue", **given, EDITION=1, VALUE=1000).frame("OUTPUT")
    water_supply = 1000 * (0.02 - 2.63) / 2 + 2000 * 0.98 / 3 + 100 * 0.57 / 3 + 150 * 8.29 + 10 * 0.01
    assert of_2015["esv_water_supply"][0] == pytest.approx(0.1 * water_supply)
    prices = write_csv(
        "prices.csv",
        group=["A", "B", "B"],
        from_year=[None, None, 2005],
        yield_kg_ha=[700, 700, 1400],
        price_kg=[1.0] * 3,
    )
    outcome = run("ecosystemservicevalue", **given, PRICES=prices, GROUP_FIELD="province")
    table = outcome.frame("OUTPUT")
    assert table["esv"][6] == pytest.approx(2 * table["esv"][2])  # the land of unit 3 stayed, the price did not
    assert table["esv"][0] == pytest.approx(3239.061894 * 100 / 449.1)
    assert any("moves with the years" in line for line in outcome.warnings)


def test_exported_tables_give_the_same_values(run, given, tmp_path):
    equivalents, ecosystems = (str(tmp_path / name) for name in ("equivalents.csv", "ecosystems.csv"))
    run("exportequivalents", EDITION=1, OUTPUT=equivalents)
    run("exportbalancerules", TABLE=4, OUTPUT=ecosystems)
    expected = run("ecosystemservicevalue", **given, EDITION=1).frame("OUTPUT")
    own = {"EQUIVALENTS": equivalents, "ECOSYSTEMS": ecosystems}
    pd.testing.assert_frame_equal(run("ecosystemservicevalue", **given, EDITION=1, **own).frame("OUTPUT"), expected)
    rows = pd.read_csv(equivalents)
    rows.loc[(rows["ecosystem"] == "built_up") & (rows["service"] == "purification"), "equivalent"] = -5
    rows.to_csv(equivalents, index=False)
    found = run("ecosystemservicevalue", **given, EDITION=1, **own, VALUE=1000).frame("OUTPUT")
    assert found["esv_urban"].tolist()[:2] == pytest.approx([0.0, -1.5])


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"PRICES": {"yield_kg_ha": [700], "price_kg": [0]}}, "above 0"),
        ({"PRICES": {"yield_kg_ha": [700], "price_kg": [1], "from_year": [2005]}}, "2000"),
        ({"ECOSYSTEMS": {"class": ["water"], "ecosystem": ["water"], "share": [0.7]}}, "0.7"),
        ({"ECOSYSTEMS": {"class": ["water"], "ecosystem": ["lake"], "share": [1]}}, "lake"),
        ({"EQUIVALENTS": {"ecosystem": ["lake"], "service": ["food"], "equivalent": [1]}}, "raw_material"),
        ({"EQUIVALENTS": {"edition": ["xie1999"], "ecosystem": ["water"], "service": ["food"], "equivalent": [1]}},
         "xie1999"),
        ({"INPUT": {"unit": [1], "year": [2000], "orchard_ha": [3]}}, "orchard"),
        ({"INPUT": {"unit": [1], "year": [2000], "gdp": [3]}}, "no area"),
    ],
)  # fmt: skip
def test_bad_input_says_what_is_wrong(run, given, write_csv, own, said):
    tables = {name: write_csv(f"{name.lower()}.csv", **columns) for name, columns in own.items()}
    with pytest.raises(QgsProcessingException, match=said):
        run("ecosystemservicevalue", **{**given, **tables})


def test_a_value_and_prices_at_once_and_a_map_without_polygons(run, given, write_csv):
    prices = write_csv("prices.csv", yield_kg_ha=[700], price_kg=[1])
    with pytest.raises(QgsProcessingException, match="given twice"):
        run("ecosystemservicevalue", **given, PRICES=prices, VALUE=1000)
    outcome = run("ecosystemservicevalue", **given, MAP=TEMPORARY)
    assert any("no polygons" in line for line in outcome.log)
