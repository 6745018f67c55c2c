"""Areas in a table against the outlines: km² or mu under hectares are told, whichever step reads them."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.land_use.ground import remarks_on_ground
from carbon_plugin.core.tables.panel import Panel

DEGREE_HA = 1_230_000.0  # of a square of one degree at the equator: 110.574 km x 111.320 km


@pytest.fixture
def table(write_csv):
    """A function: the path of a table whose land is ``factor`` times a square degree for each of four units."""

    def make(factor: float) -> str:
        land = DEGREE_HA * factor
        rows = pd.DataFrame({"unit": [f"{number:03}" for number in range(4)], "year": 2020})
        return write_csv("areas.csv", **rows.assign(forest_ha=land / 2, cropland_ha=land / 2, total_ha=land))

    return make


@pytest.fixture
def outlines():
    """Four squares of one degree along the equator, whose keys are 000 to 003."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string", "counties", "memory")
    for x in range(4):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"{x:03}"])
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))"))
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.mark.parametrize(("factor", "is_told"), [(1.0, False), (0.6, False), (15.0, True), (0.01, True), (1e-4, True)])
def test_services_tell_another_measure(run, table, outlines, factor, is_told):
    outcome = run("ecosystemservicevalue", INPUT=table(factor), UNITS=outlines, OUTPUT="memory:")
    told = [text for text in outcome.warnings if "times the land that lies within the outlines" in text]
    assert len(told) == is_told
    if is_told:
        assert "“counties”" in told[0] and "Are its areas hectares?" in told[0]


@pytest.mark.parametrize(("factor", "is_told"), [(1.0, False), (15.0, True)])
def test_accounts_tell_another_measure(run, table, outlines, write_csv, factor, is_told):
    rows = pd.DataFrame({"unit": [f"{number:03}" for number in range(4)], "year": 2020})
    statistics = write_csv("statistics.csv", **rows.assign(population=1e5, gdp=1e6, raw_coal_t=1e4))
    outcome = run("carbonaccounting", STATISTICS=statistics, AREAS=table(factor), UNITS=outlines, OUTPUT="memory:")
    assert is_told == any("times the land that lies within the outlines" in text for text in outcome.warnings)


def test_the_last_year_of_units_with_an_outline_counts():
    rows = {"unit": ["a", "a", "b", "x"], "year": [2010, 2020, 2020, 2020], "total_ha": [9e9, 100.0, np.nan, 9e9]}
    panel = Panel(pd.DataFrame(rows), "areas")
    assert remarks_on_ground(panel, ["a", "b"], np.array([100.0, 100.0]), layer="counties") == []
    [told] = remarks_on_ground(panel, ["a", "b"], np.array([20.0, 100.0]), layer="counties")
    assert told.values["ratio"] == 5.0 and told.values["expected"] == 20.0
