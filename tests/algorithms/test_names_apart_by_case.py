"""Names that differ only in capital and small letters: files take them for one, so that a sentence says what is so."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"
APART = "differ only in capital and small letters"


def refused(run, step, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as error:
        run(step, **parameters)
    return str(error.value)


@pytest.fixture
def accounts(make_accounts, write_csv):
    return lambda **more: write_csv("accounts.csv", **make_accounts(4).assign(**more).to_dict("list"))


@pytest.fixture
def fitted(run, accounts, tmp_path):
    path = accounts()
    return path, run("stirpatfit", INPUT=path, COEFFICIENTS=str(tmp_path / "fit.csv"))["COEFFICIENTS"]


@pytest.fixture
def exported(run, tmp_path):
    """A function: a shipped table as a frame, and where to write it to."""

    def export(step: str, **parameters) -> tuple[pd.DataFrame, str]:
        path = str(tmp_path / f"{step}.csv")
        run(step, OUTPUT=path, **parameters)
        return pd.read_csv(path, dtype=str, keep_default_na=False), path

    return export


# --- columns ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["gpkg", "csv", "xlsx"])
def test_columns_of_statistics_are_kept_apart(run, accounts, tmp_path, suffix):
    path = accounts(Note="a", note="b", raw_coal_t=1000.0).replace(".csv", ".csv")
    outcome = run("carbonaccounting", STATISTICS=path, OUTPUT=str(tmp_path / f"out.{suffix}"))
    frame = outcome.frame("OUTPUT")
    assert set(frame["Note"]) == {"a"} and set(frame["note_2"]) == {"b"}
    assert any("“note” → “note_2”" in line for line in outcome.log)


def test_columns_of_a_layer_are_kept_apart(run, write_csv, tmp_path):
    path = write_csv("values.csv", Note=["a", "b"], note=["c", "d"], x=[1.0, 2.0])
    frame = run("naturalbreaks", INPUT=path, FIELD="x", CLASSES=2, OUTPUT=str(tmp_path / "out.gpkg")).frame("OUTPUT")
    assert frame["Note"].tolist() == ["a", "b"] and frame["note_2"].tolist() == ["c", "d"]


def test_more_columns_than_a_geopackage_holds(run, write_csv, tmp_path):
    path = write_csv("values.csv", x=[1.0, 2.0], **{f"c{number}": [1, 2] for number in range(1995)})
    text = refused(run, "naturalbreaks", INPUT=path, FIELD="x", CLASSES=2, OUTPUT=str(tmp_path / "out.gpkg"))
    assert "would have 1997 columns, but such a file holds 1990 at most" in text and ".csv" in text
    outcome = run("naturalbreaks", INPUT=path, FIELD="x", CLASSES=2, OUTPUT=str(tmp_path / "out.csv"))
    assert len(outcome.frame("OUTPUT").columns) >= 1997


# --- keys ------------------------------------------------------------------------------------------------------------


def test_units_apart_by_case_count_as_different_and_are_named(run, make_accounts, write_csv):
    frame = make_accounts(3)
    frame["unit"] = frame["unit"].map({"1": "Qinzhou", "2": "qinzhou", "3": "Baqiao"})
    path = write_csv("accounts.csv", **frame.to_dict("list"))
    outcome = run("trendtest", INPUT=path, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["unit"].nunique() == 3
    assert any(APART in line and "Qinzhou / qinzhou" in line for line in outcome.warnings)


def test_units_of_a_layer_apart_by_case(run, squares):
    layer = squares(3)
    layer.dataProvider().changeAttributeValues({1: {0: "Qinzhou"}, 2: {0: "qinzhou"}})
    outcome = run("statisticstemplate", UNITS=layer, OUTPUT=MEMORY)
    assert any(APART in line and "Qinzhou / qinzhou" in line for line in outcome.warnings)


# --- tables of settings ----------------------------------------------------------------------------------------------


def test_scenarios(run, fitted, exported):
    accounts, fit = fitted
    table, path = exported("exportscenarios")
    table.loc[table.index[table["scenario"] == "low"][0], "scenario"] = "Low"
    table.to_csv(path, index=False)
    text = refused(run, "stirpatscenario", INPUT=accounts, COEFFICIENTS=fit, SCENARIOS=path, PROJECTION=MEMORY)
    assert f"column “scenario” holds names that {APART}: “Low” (row 1), “low” (row 2)" in text


def test_a_scenario_called_as_the_observed_rows(run, fitted, exported):
    accounts, fit = fitted
    table, path = exported("exportscenarios")
    table["scenario"] = table["scenario"].replace("low", "Observed")
    table.to_csv(path, index=False)
    text = refused(run, "stirpatscenario", INPUT=accounts, COEFFICIENTS=fit, SCENARIOS=path, PROJECTION=MEMORY)
    assert "Observed" in text


@pytest.mark.parametrize("column", ["key", "component", "column", "factor"])
def test_coefficients(run, accounts, exported, column):
    table, path = exported("exportcoefficients")
    row = table.iloc[[0]].assign(**{column: table[column].iloc[0].capitalize()})
    pd.concat([table, row]).to_csv(path, index=False)
    given = {"STATISTICS": accounts(raw_coal_t=1.0), "COEFFICIENTS": path, "OUTPUT": MEMORY}
    assert APART in refused(run, "carbonaccounting", **given)


def test_a_coefficient_of_the_profile_in_other_letters_is_not_counted_twice(run, accounts, exported):
    table, path = exported("exportcoefficients")
    row = table.iloc[[0]]
    row = row.assign(**{name: row[name].str.capitalize() for name in ("key", "component", "factor")})
    row.to_csv(path, index=False)
    text = refused(run, "carbonaccounting", STATISTICS=accounts(), COEFFICIENTS=path, OUTPUT=MEMORY)
    assert "give the same factor" in text or "unknown component" in text


def test_rules(run, exported, squares):
    table, path = exported("exportzoningrules")
    pd.concat([table, table.iloc[[0]].assign(index="CS")]).to_csv(path, index=False)
    text = refused(run, "zoningoverlay", UNITS=squares(), RULES=path, OUTPUT=MEMORY)
    assert f"column “index” holds names that {APART}: “cs” (row 1)" in text


def test_classes_are_refused_in_other_than_small_letters(run, write_csv):
    sample = Path(__file__).resolve().parents[2] / "resources" / "sample"
    path = write_csv("classes.csv", value=[1, 2], **{"class": ["forest", "Forest"]})
    given = {"UNITS": str(sample / "units.gpkg"), "LAND_COVER": [str(sample / "landcover_2020.tif")], "CLASSES": path}
    text = refused(run, "landuseareas", **given, OUTPUT=MEMORY)
    assert "“Forest” (2, row 2), which cannot name a class" in text
