"""The study's chain gives today what the chain gave before any recommendation: on the sample region as it was then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingModelChildParameterSource

OLD = Path(__file__).resolve().parents[1] / "fixtures" / "old_sample"
OF_RASTERS = ("LAND_COVER", "YEARS", "LEGEND", "CLASSES")
BEFORE = {"WINSORISE": 5, "K_RULE": 0, "BOUNDARY": 0}  # k by vif_and_stability, consumption


def without_rasters(model, areas: Path):
    """The chain from its third step on, with areas out of a table."""
    children = model.childAlgorithms()
    accounts, report = children["accounts"], children["report"]
    accounts.addParameterSources("AREAS", [QgsProcessingModelChildParameterSource.fromStaticValue(str(areas))])
    notes = [one for one in report.parameterSources()["NOTES"] if one.outputChildId() not in ("areas", "intensity")]
    report.addParameterSources("NOTES", notes)
    for child in (accounts, report):
        model.setChildAlgorithm(child)
    for child_id in ("intensity", "areas", "check"):
        assert model.removeChildAlgorithm(child_id)
    for name in OF_RASTERS:
        model.removeModelParameter(name)
    return model


@pytest.fixture
def run_old_sample(provider, tmp_path):
    """A function: run the study's chain on the old sample's areas and statistics, and give its zones by unit."""
    from qgis import processing

    def run(**parameters) -> pd.DataFrame:
        model = without_rasters(provider.algorithm("qinbazoning").create(), OLD / "intensity.csv")
        inputs = {"UNITS": f"{OLD / 'units.gpkg'}|layername=units", "STATISTICS": str(OLD / "statistics.csv")}
        outputs = {"zones:Zones": "zones.gpkg", "accounts:Accounts": "accounts.csv", "report:Report": "report.html"}
        paths = {name: str(tmp_path / file) for name, file in outputs.items()}
        processing.run(model, {**inputs, **parameters, **paths})
        with closing(sqlite3.connect(tmp_path / "zones.gpkg")) as package:
            return pd.read_sql("select * from zones", package).set_index("unit").sort_index()

    return run


@pytest.mark.slow
def test_the_numbers_from_before(run_old_sample):
    expected = pd.read_csv(OLD / "zones.csv", dtype={"unit": str}).set_index("unit").sort_index()
    zones = run_old_sample(**BEFORE)
    found = zones[expected.columns].astype(float)
    differing = (found != expected.astype(float)).sum()
    assert list(zones.index) == list(expected.index)
    assert differing[differing > 0].to_dict() == {}
