"""The zoning through the real qgis_process."""

import json
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]


def test_natural_breaks_and_the_same_breaks_again(qgis_process, awkward_folder):
    table, first, second = (awkward_folder / name for name in ("得分.csv", "first.gpkg", "second.csv"))
    pd.DataFrame({"unit": range(15), "total": TOTALS}).to_csv(table, index=False)
    run = qgis_process("run", "carbonzoning:naturalbreaks", INPUT=table, FIELD="total", OUTPUT=first)
    assert run.exit_code == 0, run.output
    assert round(run.results["GVF"], 6) == 0.975957 and run.results["BREAKS_USED"] == "16;24;28;36;47"
    with closing(sqlite3.connect(first)) as database:
        found = database.execute("select class from first order by fid").fetchall()
    assert [number for (number,) in found] == [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5]
    run = qgis_process(
        "run", "carbonzoning:naturalbreaks", INPUT=first, FIELD="total", BREAK_VALUES=run.results["BREAKS_USED"],
        OUTPUT=second,
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert (pd.read_csv(second)["class"] == pd.read_csv(second)["class_2"]).all()


def test_a_field_of_words_is_a_sentence_and_exit_code_1(qgis_process, tmp_path):
    table = tmp_path / "scores.csv"
    table.write_text("unit,total\na,high\nb,low\n", encoding="utf-8")
    run = qgis_process("run", "carbonzoning:naturalbreaks", INPUT=table, FIELD="total", OUTPUT=tmp_path / "o.gpkg")
    assert run.exit_code == 1 and "Traceback" not in run.output
    assert "column “total” should hold numbers, but something else stands in 2 of 2 cells: “high”, “low”" in run.output
    assert not (tmp_path / "o.gpkg").exists()


def test_from_land_cover_and_statistics_to_zones_and_their_rules(qgis_process, awkward_folder):
    accounts, trends, rules = (awkward_folder / name for name in ("核算.gpkg", "trends.csv", "rules.csv"))
    coefficients, potential = awkward_folder / "coefficients.csv", awkward_folder / "potential.gpkg"
    rasters = [SAMPLE / f"landcover_{year}.tif" for year in (2000, 2005, 2010, 2015, 2020)]
    of_units = {"UNITS": SAMPLE / "units.gpkg", "UNITS_NAME_FIELD": "name_zh"}

    def step(name, **parameters):
        run = qgis_process("run", f"carbonzoning:{name}", **parameters)
        assert run.exit_code == 0, run.output
        return run

    step("accountsfromlandcover", **of_units, LAND_COVER=rasters, STATISTICS=SAMPLE / "statistics.csv",
         **{"accounts:Accounts": accounts})  # fmt: skip
    step("trendtest", INPUT=accounts, OUTPUT=trends)
    step("stirpatfit", INPUT=accounts, COEFFICIENTS=coefficients)
    step("stirpatscenario", INPUT=accounts, COEFFICIENTS=coefficients, WINSORISE=5, POTENTIAL=potential,
         PROJECTION=awkward_folder / "projection.gpkg")  # fmt: skip
    tables = {"TRENDS": trends, "POTENTIAL": potential, "INTENSITY": accounts}
    zones, report = awkward_folder / "分区 1.gpkg", awkward_folder / "report.html"
    run = step("zoningoverlay", **of_units, **tables, OUTPUT=zones, REPORT=report)
    assert run.results["UNITS_WITHOUT_ZONE"] == 2 and run.results["GVF"] > 0.9
    with closing(sqlite3.connect(zones)) as database:
        styles = dict(database.execute("select styleName, useAsDefault from layer_styles"))
        (table,) = database.execute("select table_name from gpkg_contents where data_type = 'features'").fetchone()
        found = pd.read_sql(f'select * from "{table}"', database)
    assert styles["Zones"] == 1 and len(styles) == 11 and sum(styles.values()) == 1
    assert len(found) == 81 and set(found["zone"].dropna()) == {1, 2, 3, 4, 5}
    found = found.set_index("unit")
    assert set(found.index[found["zone"].isna()]) == {"900307", "900908"}
    found = found[found["zone"].notna()]
    counted = [f"score_{name}" for name in ("cs", "nce", "ce", "ecc", "esc", "cep", "cli")]  # footprints do not count
    assert (found[counted].sum(axis=1) == found["total"]).all()
    assert report.stat().st_size > 50_000

    step("exportzoningrules", OUTPUT=rules)
    halved = pd.read_csv(rules, keep_default_na=False)
    halved["weight"] = halved["weight"].astype(float) / 2
    halved.to_csv(rules, index=False)
    breaks = ";".join(str(float(bound) / 2) for bound in run.results["BREAKS_USED"].split(";"))
    again = awkward_folder / "again.csv"
    step("zoningoverlay", **of_units, **tables, RULES=rules, BREAKS=3, BREAK_VALUES=breaks, OUTPUT=again)
    other = pd.read_csv(again, dtype={"unit": str}).set_index("unit").loc[found.index]
    assert (other["total"] * 2 == found["total"]).all() and (other["zone"] == found["zone"]).all()


def test_breaks_out_of_order_are_a_sentence_and_exit_code_1(qgis_process, tmp_path):
    potential = tmp_path / "potential.csv"
    potential.write_text("unit,cep\n900101,5\n900102,1\n", encoding="utf-8")
    run = qgis_process(
        "run", "carbonzoning:zoningoverlay", UNITS=SAMPLE / "units.gpkg", POTENTIAL=potential, BREAKS=3,
        BREAK_VALUES="4;3;2;1", OUTPUT=tmp_path / "zones.gpkg",
    )  # fmt: skip
    assert run.exit_code == 1 and "Traceback" not in run.output
    assert "The breaks 4, 3, 2, 1, 5 are not in rising order" in run.output
    assert not (tmp_path / "zones.gpkg").exists()


def test_the_printing_service_is_left_alone(qgis_process, tmp_path, monkeypatch):
    """A map is a file: nobody is asked for printers, so no connection is opened, on this machine or elsewhere."""
    zones = {
        "type": "Feature",
        "properties": {"unit": "01", "name": "a", "zone": 1},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
    }
    (tmp_path / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [zones]}))
    with socket.create_server(("127.0.0.1", 0)) as service:
        service.setblocking(False)
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{service.getsockname()[1]}")
        run = qgis_process(
            "run", "carbonzoning:exportzonemap", ZONES=tmp_path / "zones.geojson", PDF=tmp_path / "zones.pdf"
        )
        assert run.exit_code == 0, run.output
        with pytest.raises(BlockingIOError):  # nobody has knocked
            service.accept()
