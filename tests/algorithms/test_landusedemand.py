"""Land demand as a planner runs it: after the transitions, with limits from a CSV, faults in a sentence."""

from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "land_demand" / "limits.csv"
CLASSES = ["cropland_ha", "forest_ha", "urban_ha", "water_ha"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return tmp_path_factory.mktemp("demand")


@pytest.fixture
def transitions(run, written):
    path = written / "transitions.csv"
    if not path.exists():
        rasters = [str(SAMPLE / f"landcover_{year}.tif") for year in (2010, 2015, 2020)]
        run("landusetransition", UNITS=str(SAMPLE / "units.gpkg"), LAND_COVER=rasters, OUTPUT=str(path))
    return str(path)


def test_the_sample_region_to_2060(run, transitions):
    outcome = run("landusedemand", TRANSITIONS=transitions, LIMITS=str(SHIPPED), OUTPUT=MEMORY, VALIDATION=MEMORY)
    frame = outcome.frame("OUTPUT")
    assert set(frame["scenario"]) == {"baseline", "low", "high"} and set(frame["year"]) == set(range(2020, 2061, 5))
    assert frame["unit"].nunique() == 81 and (frame[CLASSES].to_numpy(float) >= 0).all()
    areas = [name for name in frame.columns if name.endswith("_ha")]
    totals = frame.assign(total=frame[areas].sum(axis=1)).groupby("unit")["total"]
    assert (totals.max() / totals.min() - 1).max() < 1e-9
    low = frame[frame["scenario"] == "low"].set_index(["unit", "year"])
    base = low.xs(2020, level="year")
    last = low.xs(2060, level="year")
    assert (last["cropland_ha"] >= 0.95 * base["cropland_ha"] * (1 - 1e-9)).all()
    assert (last["urban_ha"] <= 1.2 * base["urban_ha"] * (1 + 1e-9)).all()
    validation = outcome.frame("VALIDATION").set_index("unit")
    assert len(validation) == 82 and 95 < validation.loc["all", "agreement_pct"] <= 100
    assert any("no change" in line for line in outcome.log)
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("urban_ha")) == "Urban land area (ha)"


def test_from_areas_of_another_table(run, transitions):
    rasters = [str(SAMPLE / f"landcover_{year}.tif") for year in (2015, 2020)]
    areas = run("landuseareas", UNITS=str(SAMPLE / "units.gpkg"), LAND_COVER=rasters, OUTPUT=MEMORY)
    options = {"TRANSITIONS": transitions, "AREAS": areas["OUTPUT"], "BASE_YEAR": 2015, "HORIZON": 2030, "BY": 1}
    frame = run("landusedemand", **options, OUTPUT=MEMORY).frame("OUTPUT")
    of_base = areas.frame("OUTPUT").query("year == 2015").set_index("unit")["urban_ha"]
    found = frame.query("year == 2015").set_index("unit")["urban_ha"]
    assert found.to_dict() == pytest.approx(of_base.to_dict()) and set(frame["year"]) == {2015, 2020, 2025, 2030}


def test_the_example_of_limits_can_be_given_back(run, transitions, tmp_path):
    path = str(tmp_path / "limits.csv")
    run("landusedemand", TRANSITIONS=transitions, EXAMPLE_LIMITS=path, OUTPUT=MEMORY)
    assert pd.read_csv(path)["low"].tolist()[:3] == [95.0, 100.0, 100.0]
    frame = run("landusedemand", TRANSITIONS=transitions, LIMITS=path, OUTPUT=MEMORY).frame("OUTPUT")
    assert set(frame["scenario"]) == {"baseline", "low", "high"}


def refused(run, **parameters):
    with pytest.raises(QgsProcessingException) as error:
        run("landusedemand", **parameters, OUTPUT=MEMORY)
    return str(error.value)


def test_bad_input_gets_a_sentence(run, transitions, write_csv):
    assert "2010–2015" in refused(run, TRANSITIONS=transitions, FROM_YEAR=1990)
    assert "not after the base year 2020" in refused(run, TRANSITIONS=transitions, HORIZON=2015)
    other = write_csv("areas.csv", unit=["a"], year=[2020], forest_ha=[1.0])
    assert "from_class" in refused(run, TRANSITIONS=other)
    limits = write_csv("limits.csv", scenario=["s", "s"], **{"class": ["forest", "urban"]}, low=[300, 9], high=["", 5],
                       kind=["share", "share"])  # fmt: skip
    assert "low is above high" in refused(run, TRANSITIONS=transitions, LIMITS=limits)
    both = {"class": ["forest", "cropland"], "low": [900, 900], "high": ["", ""], "kind": ["share"] * 2}
    limits = write_csv("more.csv", scenario=["s"] * 2, **both)
    text = refused(run, TRANSITIONS=transitions, LIMITS=limits)
    assert "cannot be met in any unit" in text
