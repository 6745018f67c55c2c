"""Units as maps draw them, against other ways to measure and to find neighbours."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsGeometry,
    QgsVectorLayer,
)

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "units.gpkg"
CONTEXT = QgsCoordinateTransformContext()


@pytest.fixture
def outlines_of(plugin):
    """A function: (units, outlines) of a layer."""
    from carbon_zoning.carbon_plugin.bridge.outlines import outlines_of
    from carbon_zoning.carbon_plugin.bridge.polygons import read_units

    def read(path, key: str):
        layer = QgsVectorLayer(str(path), "units", "ogr")
        units = read_units(layer, "units", key)
        return units, outlines_of(units, CONTEXT)

    return read


def test_the_sample_region(outlines_of):
    units, outlines = outlines_of(SAMPLE, "unit")
    measure = QgsDistanceArea()
    measure.setSourceCrs(units.crs, CONTEXT)
    measure.setEllipsoid("EPSG:7030")
    expected = [measure.measureArea(geometry) / 1e4 for geometry in units.geometries]
    assert outlines.area_ha == pytest.approx(expected, rel=2e-4)
    for rings, anchor, area in zip(outlines.rings, outlines.anchors, outlines.area_ha):
        shape = QgsGeometry.fromWkt(
            "MULTILINESTRING(" + ", ".join("(" + ", ".join(f"{x} {y}" for x, y in ring) + ")" for ring in rings) + ")"
        )
        assert shape.boundingBox().contains(*anchor)
        signed = [0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) for x, y in (ring.T for ring in rings)]
        assert sum(signed) / 1e4 == pytest.approx(area, rel=1e-6)  # holes turn the other way
        assert signed[0] > 0


def test_neighbours_are_those_that_touch(outlines_of):
    """Every pair whose shapes meet, looked at one by one; a corner that nearly meets may come to them."""
    units, outlines = outlines_of(SAMPLE, "unit")
    touching = {
        (first, second)
        for first in range(len(units.keys))
        for second in range(first + 1, len(units.keys))
        if units.geometries[first].intersects(units.geometries[second])
    }
    found = {tuple(pair) for pair in outlines.neighbours.tolist()}
    assert touching <= found and len(found - touching) <= 2


def test_real_outlines_with_gaps_between_them(outlines_of, shared_data):
    """Counties of which exact contiguity makes three islands: gaps of a few hundred metres do not part neighbours."""
    folder = shared_data("china_county_co2")
    units, outlines = outlines_of(folder / "qinba_75_counties_gcj02.gpkg", "adcode")
    table = pd.read_csv(folder / "qinba_75_neighbours_500m.csv", dtype=str)
    expected = {frozenset(pair) for pair in table[["unit", "neighbour"]].to_numpy().tolist()}
    found = {frozenset((units.keys[first], units.keys[second])) for first, second in outlines.neighbours}
    assert expected <= found and len(found - expected) <= 5
    assert set(outlines.neighbours.ravel()) == set(range(len(units.keys)))


def test_one_unit_has_no_neighbour(plugin):
    from carbon_zoning.carbon_plugin.bridge.outlines import neighbours_of

    assert neighbours_of([QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))")]).shape == (0, 2)


def test_a_crs_that_cannot_be_reached_is_a_sentence(plugin):
    from carbon_zoning.carbon_plugin.bridge.outlines import map_crs
    from carbon_zoning.carbon_plugin.bridge.polygons import TransformError, UnitPolygons

    nowhere = QgsGeometry.fromWkt("POLYGON((1e30 1e30, 2e30 1e30, 2e30 2e30, 1e30 1e30))")
    units = UnitPolygons("moon", ["1"], ["1"], [nowhere], QgsCoordinateReferenceSystem("EPSG:32649"))
    with pytest.raises(TransformError, match="moon"):
        map_crs(units, CONTEXT)
