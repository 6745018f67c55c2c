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
    QgsRectangle,
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
    from carbon_zoning.carbon_plugin.bridge.polygons import OutsideCrsError, TransformError, UnitPolygons

    nowhere = QgsGeometry.fromWkt("POLYGON((1e30 1e30, 2e30 1e30, 2e30 2e30, 1e30 1e30))")
    units = UnitPolygons("moon", ["1"], ["1"], [nowhere], QgsCoordinateReferenceSystem("EPSG:32649"))
    with pytest.raises((TransformError, OutsideCrsError), match="moon"):
        map_crs(units, CONTEXT)


def units_of(texts, crs):
    from carbon_zoning.carbon_plugin.bridge.polygons import UnitPolygons

    geometries = [QgsGeometry.fromWkt(text) for text in texts]
    keys = [str(number) for number in range(len(texts))]
    return UnitPolygons("counties", keys, keys, geometries, QgsCoordinateReferenceSystem(crs))


def test_a_region_on_both_sides_of_180_degrees(plugin):
    """Fiji: a unit cut at 180, one west of it, one east: on the map they lie together, and north is up."""
    from carbon_zoning.carbon_plugin.bridge.outlines import map_crs, outlines_of

    halves = ("(179 -17, 180 -17, 180 -16, 179 -16, 179 -17)", "(-180 -17, -179.5 -17, -179.5 -16, -180 -16, -180 -17)")
    cut = f"MULTIPOLYGON(({halves[0]}), ({halves[1]}))"
    west = "POLYGON((178 -17, 179 -17, 179 -16, 178 -16, 178 -17))"
    east = "POLYGON((-179.5 -17, -179 -17, -179 -16, -179.5 -16, -179.5 -17))"
    units = units_of([cut, west, east], "EPSG:4326")
    assert "+lat_0=-16.5000 +lon_0=179.5000" in map_crs(units, CONTEXT).toProj()
    outlines = outlines_of(units, CONTEXT)
    assert len(outlines.rings[0]) == 1  # no seam where it was cut
    corners = np.concatenate([ring for rings in outlines.rings for ring in rings])
    assert np.abs(corners).max() < 170_000
    assert outlines.anchors[1][0] < outlines.anchors[0][0] < outlines.anchors[2][0]
    assert outlines.neighbours.tolist() == [[0, 1], [0, 2]]
    assert outlines.area_ha == pytest.approx(np.array([1.5, 1.0, 0.5]) * 1_180_500, rel=0.01)


def test_a_region_across_180_degrees_in_a_projection(plugin):
    from carbon_zoning.carbon_plugin.bridge.outlines import map_crs

    degree = 6_378_137 * np.pi / 180  # EPSG:3832 is Mercator about 150 E
    units = units_of([f"POLYGON(({29 * degree} 0, {32 * degree} 0, {32 * degree} 1e5, {29 * degree} 0))"], "EPSG:3832")
    assert "+lon_0=-179.5" in map_crs(units, CONTEXT).toProj()


def buffered_neighbours(geometries):
    """Pairs by a buffer around each, as they were found before."""
    from carbon_zoning.carbon_plugin.bridge.outlines import GAP_SHARE
    from carbon_zoning.carbon_plugin.bridge.polygons import extent_of

    extent = extent_of(geometries)
    gap = GAP_SHARE * float(np.hypot(extent.width(), extent.height()))
    around = [geometry.buffer(gap, 8) for geometry in geometries]
    numbers = range(len(geometries))
    return {(a, b) for a in numbers for b in numbers if a < b and around[a].intersects(geometries[b])}


def wavy(column, row, points):
    """A square of side 1 whose borders wave alike for both neighbours."""
    share = np.linspace(0, 1, points, endpoint=False)
    wave, back = (0.03 * np.sin(14 * np.pi * along) for along in (share, 1 - share))
    sides = [(share, wave), (1 + wave, share), (1 - share, 1 + back), (back, 1 - share)]
    x, y = (np.concatenate(parts) for parts in zip(*sides))
    ring = np.column_stack([column + x, row + y])
    ring = np.concatenate([ring, ring[:1]])
    return QgsGeometry.fromWkt("POLYGON((" + ", ".join(f"{a!r} {b!r}" for a, b in ring.tolist()) + "))")


def test_neighbours_are_the_same_pairs_soon(plugin):
    import time

    from carbon_zoning.carbon_plugin.bridge.outlines import neighbours_of

    small = [wavy(column, row, 20) for row in range(4) for column in range(4)]
    small.append(QgsGeometry.fromWkt("POLYGON((4.035 0, 5 0, 5 1, 4.035 1, 4.035 0))"))  # a gap of .005 at most
    small.append(QgsGeometry.fromWkt("POLYGON((0 5, 1 5, 1 6, 0 6, 0 5))"))  # far away
    assert {tuple(pair) for pair in neighbours_of(small).tolist()} == buffered_neighbours(small)
    first = wavy(0, 0, 2048)
    large = [QgsGeometry(first) for _ in range(81)]
    for number, outline in enumerate(large):
        outline.translate(number % 9, number // 9)
    start = time.perf_counter()
    pairs = neighbours_of(large)
    assert time.perf_counter() - start < 3 and len(pairs) == 2 * 9 * 8 + 2 * 8 * 8


@pytest.mark.parametrize("seed", range(6))
def test_every_two_polygons_that_are_near_are_asked_once(plugin, seed):
    from carbon_zoning.carbon_plugin.bridge.outlines import _fewest_prepared, neighbours_of

    random = np.random.default_rng(seed)
    corners, sides = random.integers(0, 12, (30, 2)), random.integers(1, 4, (30, 2))
    boxes = [QgsGeometry.fromRect(QgsRectangle(x, y, x + w, y + h)) for (x, y), (w, h) in zip(corners, sides)]
    numbers = range(len(boxes))
    meeting = [(a, b) for a in numbers for b in numbers if a < b and boxes[a].intersects(boxes[b])]
    assert [tuple(pair) for pair in neighbours_of(boxes).tolist()] == meeting
    near = [[b for b in numbers if b != a and boxes[a].intersects(boxes[b])] for a in numbers]
    asked = _fewest_prepared(near)
    assert sorted((min(a, b), max(a, b)) for a, others in asked for b in others) == meeting
    assert len(asked) <= sum(map(bool, near))


def test_neighbours_can_be_cancelled(plugin):
    from carbon_zoning.carbon_plugin.bridge.outlines import neighbours_of
    from carbon_zoning.carbon_plugin.core.errors import Cancelled

    class Pressed:
        def report(self, fraction):
            pass

        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        neighbours_of([wavy(0, 0, 8), wavy(1, 0, 8)], Pressed())


def test_sizes_of_the_sample_as_qgis_measures_them(plugin):
    from carbon_zoning.carbon_plugin.bridge.grid_edges import sizes_of
    from carbon_zoning.carbon_plugin.bridge.polygons import read_units

    units = read_units(QgsVectorLayer(str(SAMPLE), "units", "ogr"), "units", "unit")
    measure = QgsDistanceArea()
    measure.setSourceCrs(units.crs, CONTEXT)
    measure.setEllipsoid("EPSG:7030")
    expected = [measure.measureArea(geometry) / 1e4 for geometry in units.geometries]
    assert sizes_of(units, CONTEXT).hectares == pytest.approx(expected, rel=1e-4)
