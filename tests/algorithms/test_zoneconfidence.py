"""How sure the zones are, as a planner runs it: the chain's own layers in, map, table of changes, report, faults."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsSymbolLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
UNITS = [f"u{number}" for number in range(12)]
FIELDS = "ce;cs;nce;ecc;esc;cf_ha;ec_ha;ed_ha"


@pytest.fixture
def chain(run, write_csv, tmp_path):
    """The layers of a base run by the steps themselves."""
    generator = np.random.default_rng(6)
    rows = []
    for place, unit in enumerate(UNITS):
        for age in range(12):
            rows.append(
                {
                    "unit": unit, "year": 2000 + age, "population": 1e5,
                    "gdp": 1e6 * 1.05**age * generator.uniform(0.9, 1.1),
                    "fertilizer_t": 4e4 * generator.uniform(0.7, 1.3),
                    "raw_coal_t": 5e4 * (1 + 0.012 * (place - 6)) ** age * generator.uniform(0.9, 1.1),
                    "forest_ha": 2e4 * (1 + 0.003 * (6 - place)) ** age * generator.uniform(0.97, 1.03),
                }
            )  # fmt: skip
    statistics = write_csv("statistics.csv", **pd.DataFrame(rows).to_dict("list"))
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string&field=label:string", "counties", "memory")
    features = []
    for place, unit in enumerate(UNITS):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([unit, f"County {place}"])
        west = 106 + place
        feature.setGeometry(
            QgsGeometry.fromWkt(f"POLYGON(({west} 32, {west + 1} 32, {west + 1} 33, {west} 33, {west} 32))")
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    accounts, trends = str(tmp_path / "accounts.gpkg"), str(tmp_path / "trends.gpkg")
    run("carbonaccounting", STATISTICS=statistics, OUTPUT=accounts)
    run("trendtest", INPUT=accounts, FIELDS=FIELDS.split(";"), OUTPUT=trends)
    shared = {
        "POTENTIAL": write_csv("potential.csv", unit=UNITS, cep=[1 + place % 5 for place in range(12)]),
        "INTENSITY": write_csv("cli.csv", unit=UNITS, year=2011, cli=[150 + 10 * place for place in range(12)]),
    }

    def zones(**options):
        path = str(tmp_path / "zones.gpkg")
        run("zoningoverlay", UNITS=layer, UNITS_NAME_FIELD="label", TRENDS=trends, OUTPUT=path, **shared, **options)
        return path

    return {"ZONES": zones(), "ACCOUNTS": accounts, **shared, "DRAWS": 40}, zones


def test_layer_table_and_report(run, chain, tmp_path):
    given, _ = chain
    output, changes, report = (str(tmp_path / name) for name in ("sure.gpkg", "changes.csv", "sure.html"))
    outcome = run("zoneconfidence", **given, OUTPUT=output, CHANGES=changes, REPORT=report)
    table = outcome.frame("OUTPUT").drop(columns="fid")
    shares = [f"p_zone_{zone}" for zone in range(1, 6)]
    assert list(table.columns) == [
        "unit", "name", "zone", "zone_key", "zone_name", *shares, "modal_zone", "agreement", "entropy", "driver",
        "driver_share",
    ]  # fmt: skip
    np.testing.assert_allclose(table[shares].sum(axis=1), 1)
    assert outcome["MEAN_AGREEMENT"] == pytest.approx(table["agreement"].mean()) and table["name"][0] == "County 0"
    assert not [line for line in outcome.warnings if "another zone than they have" in line]
    single = pd.read_csv(changes)
    assert list(single.columns) == ["choice", "option", "changed_pct", "two_or_more_pct"]
    assert {"profile", "threshold", "rule_set", "cli_direction", "last_year", "breaks"} <= set(single["choice"])
    assert ((single["changed_pct"] >= single["two_or_more_pct"]) & (single["changed_pct"] <= 100)).all()
    page = Path(report).read_text(encoding="utf-8")
    sure = int((table["agreement"] >= 0.9).sum())
    assert f"{sure} of 12 units keep their zone in at least 90 % of the runs" in page
    assert "<script" not in page and "The last year is left out" in page and "County 11" in page
    again = run("zoneconfidence", **given, OUTPUT=MEMORY).frame("OUTPUT")
    pd.testing.assert_frame_equal(again[shares], table[shares])


def test_colour_is_the_zone_and_paleness_the_doubt(run, chain):
    outcome = run("zoneconfidence", **chain[0], OUTPUT=MEMORY)
    layer = outcome.layer("OUTPUT")
    colours = {1: "#00564f", 2: "#3fa899", 3: "#f3eebd", 4: "#e59a3c", 5: "#8a2d12"}
    rules = {rule.filterExpression(): rule for rule in layer.renderer().rootRule().children()}
    context = layer.createExpressionContext()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        properties = rules[f'"zone" = {feature["zone"]}'].symbol().symbolLayer(0).dataDefinedProperties()
        colour, is_valid = properties.valueAsColor(QgsSymbolLayer.Property.PropertyFillColor, context)
        strength = 0.15 + 0.85 * max(0, (feature["agreement"] - 0.2) / 0.8)
        expected = [255 - strength * (255 - channel) for channel in bytes.fromhex(colours[feature["zone"]][1:])]
        assert is_valid and np.allclose([colour.red(), colour.green(), colour.blue()], expected, atol=1)
    assert layer.styleManager().currentStyle() == "Zones and doubt"
    assert sorted(layer.styleManager().styles()) == ["Agreement", "Zones and doubt"]


def test_zones_of_other_settings_are_told(run, chain):
    given, zones = chain
    outcome = run("zoneconfidence", **{**given, "ZONES": zones(RULE_SET=1)}, OUTPUT=MEMORY)
    (told,) = [line for line in outcome.warnings if "another zone than they have in the base run" in line]
    assert "With ten for “rule_set” it would be 0" in told


def test_choices_of_ones_own(run, chain, write_csv):
    choices = write_csv("choices.csv", choice=["threshold", "threshold"], option=["1.66", "2.576"], weight=[1, 3])
    outcome = run("zoneconfidence", **chain[0], CHOICES=choices, OUTPUT=MEMORY, CHANGES=MEMORY)
    changes = outcome.frame("CHANGES")
    assert changes["choice"].unique().tolist() == ["threshold", "breaks"]
    assert changes["option"][0] == "2.576"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"DRAWS": 0}, "The number of draws is 0, but at least 1"),
        ({"THRESHOLD": 0}, "must be above 0"),
        ({"CHOICES": ("choice", "option", "colour", "red")}, "“colour” .*but a choice must be one of “profile”"),
        ({"CHOICES": ("choice", "option", "rule_set", "eight")}, "“eight” .* is no option of “rule_set”"),
        ({"CHOICES": ("choose", "option", "rule_set", "ten")}, "has no column “choice”"),
    ],
)
def test_faults_are_sentences(run, chain, write_csv, changes, told):
    changes = {
        name: write_csv("faulty.csv", **{value[0]: [value[2]], value[1]: [value[3]]}) if name == "CHOICES" else value
        for name, value in changes.items()
    }
    with pytest.raises(QgsProcessingException, match=told):
        run("zoneconfidence", **{**chain[0], **changes}, OUTPUT=MEMORY)


def test_notes_hold_settings_and_warnings(run, chain):
    outcome = run("zoneconfidence", **chain[0], OUTPUT=MEMORY, NOTES=MEMORY)
    notes = outcome.frame("NOTES")
    settings = notes[notes["severity"] == "setting"].set_index("code")["text_en"]
    assert {"DRAWS", "SEED", "RULE_SET", "mean-agreement"} <= set(settings.index) and "40" in settings["DRAWS"]
    assert "coefficients-without-range" in set(notes["code"])
    assert json.dumps(notes["step"].unique().tolist()) == '["zoneconfidence"]'


def test_a_unit_without_a_zone_stays_without(run, chain):
    given, _ = chain
    zones = QgsVectorLayer(given["ZONES"], "zones", "ogr")
    named = zones.fields().names()
    lost = [named.index(name) for name in named if name in {"zone", "total", "margin", "next_zone"}]
    first = next(zones.getFeatures("\"unit\" = 'u3'"))
    assert zones.dataProvider().changeAttributeValues({first.id(): dict.fromkeys(lost)})
    table = run("zoneconfidence", **given, OUTPUT=MEMORY).frame("OUTPUT").set_index("unit")
    assert table["zone"].isna().tolist() == [unit == "u3" for unit in table.index]
    assert pd.isna(table.loc["u3", "agreement"])
