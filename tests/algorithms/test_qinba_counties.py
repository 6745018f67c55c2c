"""Association in space on the 75 counties of the Qinba mountains: real borders that do not meet, real emission."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.bridge.moved_polygons import polygons_of
from carbon_plugin.core.space.shared_corners import find_shared
from carbon_plugin.core.space.weights import SpatialWeights

TEMPORARY = "TEMPORARY_OUTPUT"
YEARS = (1997, 2007, 2017)


@pytest.fixture
def counties(shared_data):
    """Emission per area of the counties in three years, one polygon a county and year."""
    from qgis.core import QgsFeature, QgsVectorLayer

    folder = shared_data("china_county_co2")
    source = QgsVectorLayer(str(folder / "qinba_75_counties_gcj02.gpkg"), "qinba", "ogr")
    emission = pd.read_csv(folder / "qinba_75_co2_long_Mt.csv", dtype={"adcode": str})
    emission = emission.set_index(["adcode", "year"])["co2_Mt"]
    fields = "field=unit:string&field=name:string&field=year:integer&field=co2_t_km2:double"
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:4326&{fields}", "qinba", "memory")
    rows = []
    for feature in source.getFeatures():
        for year in YEARS:
            row = QgsFeature(layer.fields())
            row.setGeometry(feature.geometry())
            density = 1e6 * float(emission[feature["adcode"], year]) / feature["area_km2"]
            row.setAttributes([feature["adcode"], feature["name_zh"], year, density])
            rows.append(row)
    layer.dataProvider().addFeatures(rows)
    return layer


@pytest.fixture
def neighbours(shared_data):
    """Counties within 500 m of each other, as the data set has them."""
    return pd.read_csv(shared_data("china_county_co2") / "qinba_75_neighbours_500m.csv", dtype=str)


def associate(run, layer, **parameters):
    given = {"X_FIELD": "co2_t_km2", "Y_FIELD": "co2_t_km2", "YEAR_FIELD": "year", "OUTPUT": TEMPORARY}
    return run("bivariatemoran", INPUT=layer, GLOBAL=TEMPORARY, **given, **parameters)


def pairs_in(path) -> set[tuple[str, str]]:
    words = path.read_text(encoding="utf-8").split("\n")[1:]
    return {(head.split()[0], other) for head, line in zip(words[::2], words[1::2]) for other in line.split()}


def test_borders_that_overlap_or_share_no_corner_are_neighbours_too(run, counties, neighbours, tmp_path):
    gal = tmp_path / "queen.gal"
    outcome = associate(run, counties, WEIGHTS=str(gal))
    found, expected = pairs_in(gal), set(zip(neighbours["unit"], neighbours["neighbour"]))
    assert found < expected and len(found) > 0.9 * len(expected)
    assert (outcome.frame("OUTPUT")["lisa_class"] != 6).all()
    outlines = [feature.geometry() for feature in counties.getFeatures() if feature["year"] == YEARS[0]]
    rings = [(ring, unit) for unit, one in enumerate(outlines) for part in polygons_of(one) for ring in part]
    by_corners = find_shared([ring for ring, _ in rings], [unit for _, unit in rings], len(outlines))
    assert SpatialWeights.of_pairs(by_corners, len(outlines)).isolated.sum() == 3  # as libpysal and GeoDa find them


@pytest.mark.filterwarnings("ignore:The alternative hypothesis:DeprecationWarning")
def test_within_500_m_neighbours_are_those_of_the_data_set_and_moran_that_of_esda(run, counties, neighbours, tmp_path):
    esda, libpysal = pytest.importorskip("esda"), pytest.importorskip("libpysal")
    gal = tmp_path / "queen.gal"
    outcome = associate(run, counties, SNAP=500, SIDES=1, WEIGHTS=str(gal))
    expected = set(zip(neighbours["unit"], neighbours["neighbour"]))
    assert len(expected) == 344 and pairs_in(gal) == expected
    table, whole = outcome.frame("OUTPUT"), outcome.frame("GLOBAL").set_index("year")
    assert (table["lisa_class"] != 6).all() and not any("no neighbours" in line for line in outcome.warnings)
    links = neighbours.groupby("unit")["neighbour"].apply(list).to_dict()
    weights = libpysal.weights.W(links, id_order=sorted(links), silence_warnings=True)
    weights.transform = "r"
    for year in YEARS:
        rows = table[table["year"] == year].set_index("unit").loc[sorted(links)]
        values = rows["co2_t_km2"].to_numpy()
        assert whole.loc[year, "moran_i"] == pytest.approx(esda.Moran(values, weights, permutations=0).I, rel=1e-9)
        local = esda.Moran_Local(values, weights, permutations=999, seed=1, geoda_quads=True)
        np.testing.assert_allclose(rows["lisa_i"], local.Is, rtol=1e-9)
        theirs = np.where(local.p_sim <= 0.05, local.q, 0)
        theirs = np.select([theirs == 2, theirs == 3], [2, 3], theirs)
        assert (rows["lisa_class"].to_numpy() == theirs).mean() > 0.9
    assert whole["moran_i"].min() > 0.2 and (whole["p_value"] < 0.01).all()
