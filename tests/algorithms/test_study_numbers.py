"""The study's settings give the numbers from before any recommendation: drivers, paths, potential of the old sample."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

OLD = Path(__file__).resolve().parents[1] / "fixtures" / "old_sample"
MEMORY = "TEMPORARY_OUTPUT"
FIT = {"VARIABLES": list(range(6)), "POOLING": 0, "K_RULE": 0}
PATHS = {"PRESET": 0, "GROWTH_YEARS": 1, "WINSORISE": 5, "ALLOW_IDENTITY": True}
PEAKS = {"PEAK_FROM": 1, "FALL_Z": 1.66, "DRAWS": 0}


@pytest.fixture
def chain(run, tmp_path):
    """A function: coefficients, and projection and potential, under settings."""

    def run_steps(fit: dict, scenario: dict):
        accounts = str(tmp_path / "accounts.csv")
        tables = {"STATISTICS": str(OLD / "statistics.csv"), "AREAS": str(OLD / "intensity.csv")}
        run("carbonaccounting", **tables, FOOTPRINT_FACTOR=1, OUTPUT=accounts)
        coefficients = str(tmp_path / "coefficients.csv")
        table = run("stirpatfit", INPUT=accounts, **fit, COEFFICIENTS=coefficients).frame("COEFFICIENTS")
        outputs = {"PROJECTION": MEMORY, "POTENTIAL": MEMORY}
        done = run("stirpatscenario", INPUT=accounts, COEFFICIENTS=coefficients, **scenario, **outputs)
        return table, done

    return run_steps


def expected(name: str) -> pd.DataFrame:
    return pd.read_csv(OLD / f"{name}.csv", dtype={"unit": str})


@pytest.mark.slow
def test_the_study_s_settings(chain):
    coefficients, done = chain(FIT, {**PATHS, **PEAKS})
    fit = expected("fit_region")
    for name in fit.columns:
        found = coefficients[name].tolist()
        if name in ("variable", "pooling", "cei_definition"):
            assert found == fit[name].tolist()
        else:
            numbers = pd.to_numeric(coefficients[name]).tolist()
            assert numbers == pytest.approx(fit[name].tolist(), rel=1e-9, abs=1e-9, nan_ok=True)
    keys = ["unit", "year", "scenario"]
    projection = done.frame("PROJECTION").assign(unit=lambda frame: frame["unit"].astype(str)).set_index(keys)
    old = expected("projection").set_index(keys)
    pd.testing.assert_frame_equal(projection.loc[old.index, old.columns].astype(float), old.astype(float), rtol=1e-9)
    potential = done.frame("POTENTIAL").assign(unit=lambda frame: frame["unit"].astype(str)).set_index("unit")
    then = expected("potential").set_index("unit")
    assert potential.loc[then.index, "cep_class"].tolist() == then["cep_class"].tolist()
    numbers = then.columns.drop("cep_class")
    found = potential.loc[then.index, numbers].apply(pd.to_numeric)
    pd.testing.assert_frame_equal(found.astype(float), then[numbers].astype(float))


@pytest.mark.slow
def test_the_recommended_settings_call_no_rising_path_significant(chain):
    coefficients, done = chain({}, {"DRAWS": 0})
    assert set(coefficients["variable"]) == {"P", "W", "IS", "TI", "UR", "intercept"}
    projection, potential = done.frame("PROJECTION"), done.frame("POTENTIAL")
    baseline = projection[projection["scenario"] == "baseline"].pivot(index="unit", columns="year", values="ce")
    best = potential.loc[potential["cep"].astype(float) == 5, "unit"]
    assert (baseline.loc[best, 2060] < baseline.loc[best, 2020]).all()
    assert set(potential["peak_kind_baseline"]) <= {"past", "by_scenario", "none"}
