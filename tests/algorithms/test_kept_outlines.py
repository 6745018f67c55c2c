"""Outlines that wait in a file: the same as those in memory, to the bit, wherever they are used."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry, QgsVectorLayer

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "units.gpkg"
CURVED = "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(0 0,1.1 1.2,2 0),(2 0,0 0)))"
TEXTS = ("POLYGON((0 0,1 0,1 0.1,0 0))", "MULTIPOLYGON(((5 5,6 5,6 6,5 5)),((8 8,9 8,9 9,8 8)))", CURVED, "")


@pytest.fixture
def kept(plugin, monkeypatch):
    """A function: outlines, all but the first of which go to a file."""
    from carbon_zoning.carbon_plugin.bridge import kept_outlines

    monkeypatch.setattr(kept_outlines, "IN_MEMORY", 0)
    return kept_outlines.KeptOutlines


def test_a_sequence_as_any_other(kept):
    given = [QgsGeometry.fromWkt(text) if text else QgsGeometry() for text in TEXTS]
    outlines = kept(given)
    assert len(outlines) == len(given)
    for place in (*range(len(given)), -1, -4):
        assert bytes(outlines[place].asWkb()) == bytes(given[place].asWkb())
    assert [one.asWkt() for one in outlines] == [one.asWkt() for one in given]
    assert [one.asWkt() for one in outlines[1:3]] == [one.asWkt() for one in given[1:3]]
    assert [one.asWkt() for one in reversed(outlines)] == [one.asWkt() for one in reversed(given)]
    for place in (4, -5):
        with pytest.raises(IndexError):
            outlines[place]


def test_edges_and_sizes_are_the_same(plugin, kept, monkeypatch):
    from carbon_zoning.carbon_plugin.bridge import kept_outlines
    from carbon_zoning.carbon_plugin.bridge.grid_edges import edges_in, sizes_of
    from carbon_zoning.carbon_plugin.bridge.outlines import outlines_of
    from carbon_zoning.carbon_plugin.bridge.polygons import read_units
    from carbon_zoning.carbon_plugin.raster.grid import Grid

    found, context = [], QgsCoordinateTransformContext()
    for limit in (0, 1 << 30):
        monkeypatch.setattr(kept_outlines, "IN_MEMORY", limit)
        layer = QgsVectorLayer(str(SAMPLE), "units", "ogr")
        units = read_units(layer, "units", "unit")
        assert (units.geometries._file is None) == (limit > 0)
        wkt = layer.crs().toWkt()
        edges = edges_in(units, context)(Grid(10, 10, (90.0, 0.01, 0.0, 50.0, 0.0, -0.01), wkt, 10, 10))
        drawn = outlines_of(units, context)
        rings = [ring for one in drawn.rings for ring in one]
        found.append([edges.x0, edges.y1, edges.unit, sizes_of(units, context).hectares, np.concatenate(rings)])
    for one, two in zip(*found):
        np.testing.assert_array_equal(one, two)


def test_units_outside_a_map_are_all_named(plugin):
    from carbon_zoning.carbon_plugin.bridge.moved_polygons import Target, polygons_in
    from carbon_zoning.carbon_plugin.bridge.polygons import OutsideCrsError, TransformError, UnitPolygons
    from qgis.core import QgsCoordinateReferenceSystem

    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    texts = ["POLYGON((0 0,1 0,1 1,0 0))", "POLYGON((0 0,inf 0,1 1,0 0))", "POLYGON((0 0,1 0,1 nan,0 0))"]
    geometries = [QgsGeometry.fromWkt(texts[0]) for _ in texts]
    for number in (1, 2):
        geometries[number].moveVertex(float("inf") if number == 1 else float("nan"), 0.0, 1)
    units = UnitPolygons("units", ["a", "b", "c"], ["a", "b", "c"], geometries, crs)
    with pytest.raises((OutsideCrsError, TransformError)) as caught:
        list(polygons_in(units, Target(crs, 1.0), QgsCoordinateTransformContext()))
    assert [cell.unit for cell in caught.value.values["units"]] == ["b", "c"]


def test_outlines_are_not_all_in_memory_at_once(plugin, kept):
    from carbon_zoning.carbon_plugin.bridge.moved_polygons import Target, polygons_in
    from carbon_zoning.carbon_plugin.bridge.polygons import UnitPolygons
    from qgis.core import QgsCoordinateReferenceSystem

    crs, corners, count = QgsCoordinateReferenceSystem("EPSG:3857"), 20_000, 60
    angle = np.linspace(0.0, 2 * np.pi, corners)
    ring = ", ".join(f"{x!r} {y!r}" for x, y in zip(np.cos(angle).tolist(), np.sin(angle).tolist()))
    circle = QgsGeometry.fromWkt(f"POLYGON(({ring}))")
    keys = [str(number) for number in range(count)]
    units = UnitPolygons("units", keys, keys, kept([circle] * count), crs)
    tracemalloc.start()
    bytes_seen = sum(len(wkb) for wkb in polygons_in(units, Target(crs, 1.0), QgsCoordinateTransformContext()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert bytes_seen > 16 * corners * count * 0.9 and peak < bytes_seen / 3


def test_few_features_of_many_corners_are_read_at_once(plugin, monkeypatch):
    from carbon_zoning.carbon_plugin.bridge import sources

    layer = QgsVectorLayer(str(SAMPLE), "units", "ogr")
    expected = [feature.id() for feature in layer.getFeatures()]
    sizes, some = [], sources._some
    monkeypatch.setattr(sources, "_some", lambda features: sizes.append(some(features)) or sizes[-1])
    monkeypatch.setattr(sources, "_CORNERS_AT_ONCE", 300)
    found = [feature.id() for feature in sources.every_feature(layer, layer=layer)]
    assert found == expected and len(sizes) > 3 and max(map(len, sizes)) < len(expected) / 2


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:6933"])
@pytest.mark.parametrize("at_once", [0, 20, 1 << 16])
def test_sizes_of_many_rings_at_once_are_those_of_one_ring_after_the_other(plugin, monkeypatch, crs, at_once):
    from carbon_zoning.carbon_plugin.bridge import grid_edges
    from carbon_zoning.carbon_plugin.bridge.moved_polygons import geographic_polygons
    from carbon_zoning.carbon_plugin.bridge.polygons import UnitPolygons
    from carbon_zoning.carbon_plugin.core.space.ring_area import ring_area

    texts = [*TEXTS[:3], "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1),(4 4,6 4,6 6,4 4))"]
    geometries = [QgsGeometry.fromWkt(text) for text in texts for _ in range(3)]
    units = UnitPolygons("u", [str(n) for n in range(12)], [""] * 12, geometries, QgsCoordinateReferenceSystem(crs))
    monkeypatch.setattr(grid_edges, "POINTS_AT_ONCE", at_once)
    context = QgsCoordinateTransformContext()
    expected = []
    for one in geographic_polygons(units, context):
        outer, holes = (
            sum(ring_area(*np.radians(ring).T) for polygon in one for ring in rings(polygon))
            for rings in (lambda polygon: polygon[:1], lambda polygon: polygon[1:])
        )
        expected.append((outer - holes) / 10_000)
    found = grid_edges.sizes_of(units, context).hectares
    assert found == pytest.approx(np.array(expected), rel=1e-9) and (found > 0).all()


@pytest.mark.parametrize("text", [*TEXTS[:3], "POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))", "POLYGON EMPTY"])
def test_rings_of_a_polygon_are_those_of_the_same_multipolygon(plugin, text):
    from carbon_zoning.carbon_plugin.bridge.moved_polygons import polygons_of

    one, many = QgsGeometry.fromWkt(text), QgsGeometry.fromWkt(text)
    many.convertToMultiType()
    found, expected = ([[ring.tolist() for ring in part] for part in polygons_of(each)] for each in (one, many))
    assert found == expected and bool(found) == ("EMPTY" not in text)
