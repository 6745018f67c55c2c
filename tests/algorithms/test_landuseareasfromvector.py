"""Class areas from land-use polygons: by hand, against brute force and the raster path, each fault in a sentence."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from tests.algorithms.test_landuseareas import ALBERS, MEMORY, NORTH, WEST, square, write_raster, write_units

HALVES = {"west": [square(0, 0, 2, 4)], "east": [square(2, 0, 4, 4)]}
KEYS = "unit"


def write_polygons(polygons, name="dltb 2019", crs="PROJ:" + ALBERS, kind="Polygon", code="string"):
    """Land use: pairs of a code and WKT, or rings in cells from the corner that rasters have too."""
    layer = QgsVectorLayer(f"{kind}?field=DLBM:{code}", name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs) if crs else QgsCoordinateReferenceSystem())
    features = []
    for value, shape in polygons:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromWkt(shape if isinstance(shape, str) else wkt_of(shape)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def wkt_of(rings):
    texts = (", ".join(f"{WEST + 100 * x} {NORTH - 100 * y}" for x, y in ring) for ring in rings)
    return f"POLYGON(({'), ('.join(texts)}))"


def box(x0, y0, x1, y1):
    return [square(x0, y0, x1, y1)]


WHOLE = [("0101", box(0, 0, 3, 4)), ("0301", box(3, 0, 4, 2)), ("1101", box(3, 2, 4, 4))]


@pytest.fixture
def measure(run):
    """A function: run on the halves with planar areas unless told otherwise."""

    def measured(*layers, units=None, **parameters):
        given = {"UNITS": units or write_units(HALVES), "AREA_METHOD": 1, "OUTPUT": MEMORY, **parameters}
        return run("landuseareasfromvector", LAND_USE=list(layers), **given)

    return measured


def areas_of(outcome, unit, *classes):
    row = outcome.frame("OUTPUT").set_index(KEYS).loc[unit]
    return [pytest.approx(row[f"{name}_ha"], abs=1e-9) for name in classes]


def test_by_hand(measure):
    outcome = measure(write_polygons(WHOLE))
    assert areas_of(outcome, "west", "cropland", "forest", "water", "total") == [8, 0, 0, 8]
    assert areas_of(outcome, "east", "cropland", "forest", "water", "total") == [4, 2, 2, 8]
    frame = outcome.frame("OUTPUT")
    assert frame["coverage_pct"].tolist() == [100, 100]
    assert frame["year"].tolist() == [2019, 2019]
    assert (outcome["CELLS_WITHOUT_CLASS"], outcome["UNITS_WITHOUT_CELLS"]) == (0, 0)
    assert outcome.warnings == []
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("forest_ha")) == "Forest area (ha)"


def test_columns_are_those_of_the_raster_step(measure, run, awkward_folder):
    raster = write_raster(awkward_folder / "lc_2019.tif", [[1, 1, 1, 2]] * 2 + [[1, 1, 1, 5]] * 2)
    counted = run("landuseareas", UNITS=write_units(HALVES), LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY)
    counted, measured = counted.frame("OUTPUT"), measure(write_polygons(WHOLE)).frame("OUTPUT")
    assert measured.columns.tolist() == counted.columns.tolist()
    assert measured[KEYS].tolist() == counted[KEYS].tolist()
    numbers = [name for name in counted if name.endswith("_ha") or name == "coverage_pct"]
    np.testing.assert_allclose(measured[numbers].astype(float), counted[numbers].astype(float), atol=1e-9)


# --- oracles ----------------------------------------------------------------------------------------------------------


def geodesic_hectares(shape):
    """Of a shape of shapely in degrees of CGCS2000, whose edges are geodesics."""
    area = QgsDistanceArea()
    area.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4490"), QgsProject.instance().transformContext())
    area.setEllipsoid("EPSG:7019")
    return area.measureArea(QgsGeometry.fromWkt(shape.wkt)) / 1e4


def random_map(seed, count=60):
    """Triangles of random points that share borders, with random codes: in degrees about 108 east, 33 north."""
    shapely = pytest.importorskip("shapely")
    random = np.random.default_rng(seed)
    points = shapely.MultiPoint(random.uniform((108, 33), (108.3, 33.3), (count, 2)))
    triangles = list(shapely.delaunay_triangles(points).geoms)
    codes = random.choice(["0101", "0201", "0305", "0404", "1104A", "08H2", "1206"], len(triangles))
    return list(zip(codes.tolist(), triangles))


@pytest.mark.parametrize("seed", range(3))
def test_against_brute_force(run, seed):
    """Every polygon against every unit with shapely, and QGIS's geodesic area of what is left."""
    shapely = pytest.importorskip("shapely")
    polygons = random_map(seed)
    cells = {
        f"{x}{y}": shapely.box(108 + x / 10, 33 + y / 10, 108.1 + x / 10, 33.1 + y / 10)
        for x in (0, 1, 2)
        for y in (0, 1, 2)
    }
    units = QgsVectorLayer("Polygon?crs=EPSG:4490&field=unit:string", "counties", "memory")
    features = []
    for key, shape in cells.items():
        feature = QgsFeature(units.fields())
        feature.setAttributes([key])
        feature.setGeometry(QgsGeometry.fromWkt(shape.wkt))
        features.append(feature)
    units.dataProvider().addFeatures(features)
    layer = write_polygons([(code, shape.wkt) for code, shape in polygons], crs="EPSG:4490")
    frame = run("landuseareasfromvector", UNITS=units, LAND_USE=[layer], OUTPUT=MEMORY).frame("OUTPUT").set_index(KEYS)
    classes = {"0101": "cropland", "0201": "forest", "0305": "shrubland", "0404": "grassland"}
    classes |= {"1104A": "water", "08H2": "urban", "1206": "unused"}
    for key, cell in cells.items():
        expected = dict.fromkeys(classes.values(), 0.0)
        for code, shape in polygons:
            part = shapely.segmentize(shape.intersection(cell), 0.001)  # edges are straight in degrees, not geodesics
            if part.area:
                expected[classes[code]] += geodesic_hectares(part)
        for name, area in expected.items():
            assert frame.loc[key, f"{name}_ha"] == pytest.approx(area, rel=1e-6, abs=1e-4)


def test_against_the_raster_step_on_a_rasterised_map(run, awkward_folder):
    polygons = random_map(7)
    layer = write_polygons([(code, shape.wkt) for code, shape in polygons], crs="EPSG:4490")
    units = QgsVectorLayer("Polygon?crs=EPSG:4490&field=unit:string", "counties", "memory")
    feature = QgsFeature(units.fields())
    feature.setAttributes(["all"])
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((108.05 33.05, 108.25 33.05, 108.25 33.25, 108.05 33.25, 108.05 33.05))")
    )
    units.dataProvider().addFeatures([feature])
    value = {"0101": 1, "0201": 2, "0305": 3, "0404": 4, "1104A": 5, "08H2": 8, "1206": 7}
    path, step = str(awkward_folder / "lc_2019.tif"), 0.0002
    raster = gdal.GetDriverByName("GTiff").Create(path, 1500, 1500, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((108.0, step, 0, 33.3, 0, -step))
    raster.SetProjection(QgsCoordinateReferenceSystem("EPSG:4490").toWkt())
    from osgeo import ogr

    memory = ogr.GetDriverByName("Memory").CreateDataSource("map")
    burnt = memory.CreateLayer("map", geom_type=ogr.wkbPolygon)
    burnt.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    for code, shape in polygons:
        one = ogr.Feature(burnt.GetLayerDefn())
        one.SetField("value", value[code])
        one.SetGeometry(ogr.CreateGeometryFromWkb(shape.wkb))
        burnt.CreateFeature(one)
    gdal.RasterizeLayer(raster, [1], burnt, options=["ATTRIBUTE=value"])
    raster = None
    measured = run("landuseareasfromvector", UNITS=units, LAND_USE=[layer], OUTPUT=MEMORY).frame("OUTPUT").iloc[0]
    counted = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY).frame("OUTPUT").iloc[0]
    assert measured["total_ha"] == pytest.approx(counted["total_ha"], rel=1e-3)
    for name in ("cropland", "forest", "shrubland", "grassland", "water", "urban", "unused"):
        assert measured[f"{name}_ha"] == pytest.approx(counted[f"{name}_ha"], rel=0.01, abs=20)


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4547", "EPSG:3857", "EPSG:32649"])
def test_true_areas_in_any_crs(run, crs):
    """A parcel drawn in degrees and moved, corner by corner of short edges, measures the same everywhere."""
    shapely = pytest.importorskip("shapely")
    shape = shapely.segmentize(shapely.Polygon([(113.2, 33.1), (113.3, 33.1), (113.32, 33.2), (113.2, 33.18)]), 0.0005)
    moved = QgsGeometry.fromWkt(shape.wkt)
    there = QgsCoordinateReferenceSystem(crs)
    moved.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4490"), there, QgsProject.instance()))
    units = QgsVectorLayer("Polygon?crs=EPSG:4490&field=unit:string", "counties", "memory")
    feature = QgsFeature(units.fields())
    feature.setAttributes(["1"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((113 33, 114 33, 114 34, 113 34, 113 33))"))
    units.dataProvider().addFeatures([feature])
    frame = run(
        "landuseareasfromvector",
        UNITS=units,
        LAND_USE=[write_polygons([("01", moved.asWkt(17))], crs=crs)],
        OUTPUT=MEMORY,
    ).frame("OUTPUT")
    expected = geodesic_hectares(shape)
    assert frame["cropland_ha"][0] == pytest.approx(expected, rel=2e-6)


def test_areas_add_up_to_the_units(measure):
    outcome = measure(write_polygons(WHOLE), AREA_METHOD=0)
    planar = measure(write_polygons(WHOLE)).frame("OUTPUT")["total_ha"]
    frame = outcome.frame("OUTPUT")
    assert frame["coverage_pct"].tolist() == pytest.approx([100, 100])
    assert frame["total_ha"].tolist() == pytest.approx(planar.tolist(), rel=1e-6)


# --- overlaps and gaps ------------------------------------------------------------------------------------------------


def test_ground_under_two_polygons_counts_once(measure):
    over = [*WHOLE, ("0701", box(1.5, 0, 2.5, 1))]  # over cropland, across the border of the units
    outcome = measure(write_polygons(over))
    assert areas_of(outcome, "west", "cropland", "urban", "total") == [8, 0, 8]
    assert areas_of(outcome, "east", "cropland", "urban", "total") == [4, 0, 8]
    (told,) = outcome.warnings
    assert "1 ha lie under more than one polygon, 1 ha of them under two classes" in told
    assert "1 polygon lies over earlier ones: 4" in told


def test_three_polygons_on_one_place_count_once(measure):
    pile = [("0101", box(0, 0, 2, 4)), ("0102", box(0, 0, 1, 1)), ("0103", box(0, 0, 1, 2)), ("0301", box(2, 0, 4, 4))]
    outcome = measure(write_polygons(pile))
    assert areas_of(outcome, "west", "cropland", "total") == [8, 8]
    (told,) = outcome.warnings
    assert "3 ha lie under more than one polygon, 0 ha" in told


def test_the_same_in_two_layers_with_two_crs(run, measure):
    """The second zone repeats a strip of the first, drawn in another projection."""
    first = write_polygons(WHOLE[:1], name="zone 35 2019")
    second = write_polygons([("0301", box(2.9, 0, 4, 2)), ("1101", box(2.9, 2, 4, 4))], name="zone 36 2019")
    from qgis import processing

    moved = processing.run(
        "native:reprojectlayer",
        {"INPUT": second, "TARGET_CRS": QgsCoordinateReferenceSystem("EPSG:32649"), "OUTPUT": MEMORY},
    )["OUTPUT"]
    moved.setName("zone 36 2019")
    outcome = measure(first, moved, AREA_METHOD=0, CLASSES=None)
    row = outcome.frame("OUTPUT").set_index(KEYS).loc["east"]
    assert row["cropland_ha"] == pytest.approx(4, rel=1e-5)
    assert row["total_ha"] == pytest.approx(8, rel=1e-5)
    assert any("1 in “zone 36 2019”" in line for line in outcome.warnings)


def test_two_maps_of_one_year_are_refused(measure):
    with pytest.raises(QgsProcessingException, match="under polygons of two classes: these are no parts of one map"):
        measure(write_polygons(WHOLE), write_polygons([("0301", box(0, 0, 4, 4))], name="old 2019"))


def test_gaps_are_told_by_unit(measure):
    outcome = measure(write_polygons([("0101", box(0, 0, 2, 4)), ("0301", box(2, 0, 4, 3))]))
    frame = outcome.frame("OUTPUT").set_index(KEYS)
    assert frame["coverage_pct"].to_dict() == {"west": 100, "east": pytest.approx(75)}
    (told,) = outcome.warnings
    assert "2 ha of 1 unit lie under no polygon with a class, so their areas are too small: 75 % (east)" in told


def test_small_gaps_are_a_note(measure):
    outcome = measure(write_polygons([("0101", box(0, 0, 2, 4)), ("0301", box(2, 0, 4, 3.96))]))
    assert outcome.warnings == []
    assert any("0.08 ha of 1 unit lie under no polygon with a class: 99 % (east)" in line for line in outcome.log)


def test_borders_drawn_twice_are_no_overlap(measure):
    """One border with a corner more than the other: what rounding leaves is not told."""
    slant = [
        ("0101", [[(0, 0), (2, 0), (1.1, 4), (0, 4), (0, 0)]]),
        ("0301", [[(2, 0), (4, 0), (4, 4), (1.1, 4), (1.1 + 0.9 / 3, 4 - 4 / 3), (2, 0)]]),
    ]
    outcome = measure(write_polygons(slant))
    assert outcome.warnings == []
    assert outcome.frame("OUTPUT")["total_ha"].tolist() == pytest.approx([8, 8])


def test_a_river_of_many_corners_over_its_neighbours(measure):
    """It is looked at in pieces: what it covers of others is taken once, however many pieces there are."""
    x = np.linspace(0, 4, 4000)
    bank = 2 + 0.3 * np.sin(7 * x) + 0.01 * np.sin(900 * x)
    river = [[*np.column_stack([x, bank]).tolist(), *np.column_stack([x, bank + 0.2])[::-1].tolist(), (0, bank[0])]]
    fields = [("0101", box(column, row, column + 1, row + 1)) for column in range(4) for row in range(4)]
    outcome = measure(write_polygons([*fields, ("1101", river)]))
    assert outcome.frame("OUTPUT")["total_ha"].tolist() == pytest.approx([8, 8], rel=1e-9)
    assert outcome.frame("OUTPUT")["water_ha"].tolist() == pytest.approx([0, 0], abs=1e-9)
    assert any(
        "0.8 ha lie under more than one polygon, 0.8 ha of them under two classes" in w for w in outcome.warnings
    )
    assert any("1 polygon lies over earlier ones: 17" in line for line in outcome.warnings)
    first = measure(write_polygons([("1101", river), *fields]))
    assert first.frame("OUTPUT")["water_ha"].sum() == pytest.approx(0.8, rel=1e-9)
    assert first.frame("OUTPUT")["total_ha"].tolist() == pytest.approx([8, 8], rel=1e-9)


def test_units_that_overlap_are_counted_in_full(measure):
    units = write_units({"west": box(0, 0, 3, 4), "east": box(2, 0, 4, 4)})
    outcome = measure(write_polygons([("0101", box(0, 0, 4, 4))]), units=units)
    assert outcome.frame("OUTPUT")["total_ha"].tolist() == pytest.approx([12, 8])
    (told,) = outcome.warnings
    assert "units overlap in 4 ha" in told


# --- geometries -------------------------------------------------------------------------------------------------------


def test_holes_parts_z_and_m(measure):
    def corners(x0, y0, x1, y1):
        return ", ".join(f"{WEST + 100 * x} {NORTH - 100 * y} 7 9" for x, y in square(x0, y0, x1, y1))

    lake = f"MULTIPOLYGONZM((({corners(0, 0, 2, 4)}), ({corners(0.5, 1, 1.5, 2)})), (({corners(3, 0, 4, 1)})))"
    outcome = measure(write_polygons([("0301", lake)], kind="MultiPolygonZM"))
    assert areas_of(outcome, "west", "forest") == [7]
    assert areas_of(outcome, "east", "forest") == [1]


def test_outlines_that_cross_themselves_are_repaired_and_named(measure):
    bow = [[(0, 0), (2, 4), (2, 0), (0, 4), (0, 0)]]
    outcome = measure(write_polygons([("0301", bow), ("0101", box(2, 0, 4, 4)), ("0101", "POLYGON EMPTY")]))
    assert areas_of(outcome, "west", "forest") == [4]
    assert any("2019: 1 land-use polygon crosses itself and was repaired: 1." in line for line in outcome.warnings)
    assert any(
        "2019: 1 land-use polygon has no outline and no part in any area: 3." in line for line in outcome.warnings
    )


@pytest.mark.parametrize(
    ("land_use", "unit"),
    [
        ("POLYGON((179 50, 181 50, 181 51, 179 51, 179 50))", "POLYGON((179 50, 181 50, 181 51, 179 51, 179 50))"),
        (
            "MULTIPOLYGON(((179 50, 180 50, 180 51, 179 51, 179 50)), ((-180 50, -179 50, -179 51, -180 51, -180 50)))",
            "POLYGON((179 50, 181 50, 181 51, 179 51, 179 50))",
        ),
        (
            "POLYGON((179 50, 181 50, 181 51, 179 51, 179 50))",
            "MULTIPOLYGON(((179 50, 180 50, 180 51, 179 51, 179 50)), ((-180 50, -179 50, -179 51, -180 51, -180 50)))",
        ),
    ],
)
def test_across_the_date_line(run, land_use, unit):
    units = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=unit:string", "counties", "memory")
    feature = QgsFeature(units.fields())
    feature.setAttributes(["1"])
    feature.setGeometry(QgsGeometry.fromWkt(unit))
    units.dataProvider().addFeatures([feature])
    layer = write_polygons([("03", land_use)], crs="EPSG:4326", kind="MultiPolygon")
    frame = run("landuseareasfromvector", UNITS=units, LAND_USE=[layer], OUTPUT=MEMORY).frame("OUTPUT")
    assert frame["forest_ha"][0] == pytest.approx(2 * 789_000, rel=0.01)
    assert frame["coverage_pct"][0] == pytest.approx(100)


def test_a_border_of_many_corners(run, measure):
    """Units are cut into pieces: nothing is lost or counted twice along the cuts."""
    random = np.random.default_rng(3)
    y = np.linspace(0, 4, 3000)
    wave = np.column_stack([2 + random.uniform(-0.3, 0.3, len(y)), y])
    west = [[(0, 0), *wave.tolist(), (0, 4), (0, 0)]]
    east = [[(4, 0), *wave.tolist(), (4, 4), (4, 0)]]
    units = write_units({"west": west, "east": east})
    outcome = measure(
        write_polygons([("0101", box(x / 2, y / 2, x / 2 + 0.5, y / 2 + 0.5)) for x in range(8) for y in range(8)]),
        units=units,
    )
    total = outcome.frame("OUTPUT")["total_ha"]
    expected = [QgsGeometry.fromWkt(wkt_of(rings)).area() / 1e4 for rings in (west, east)]
    assert total.tolist() == pytest.approx(expected, rel=1e-9)


# --- codes ------------------------------------------------------------------------------------------------------------


def test_codes_without_a_class_stop_the_run_all_at_once(measure):
    layers = write_polygons([("9999", box(0, 0, 4, 4))], "a 2009"), write_polygons([("011", box(0, 0, 4, 4))], "b 2019")
    with pytest.raises(QgsProcessingException) as caught:
        measure(*layers)
    assert "“a 2009” (2009): column “DLBM” holds codes that the legend does not know: 9999" in str(caught.value)
    assert "“b 2019” (2019): column “DLBM” holds codes that the legend does not know: 011" in str(caught.value)


def test_classes_of_your_own(measure, write_csv):
    classes = write_csv("classes.csv", value=["9999", "0301", "1101"], **{"class": ["orchard", "shrubland", ""]})
    layer = write_polygons([*WHOLE[:2], ("9999", box(3, 2, 4, 3)), ("1101", box(3, 3, 4, 4))])
    outcome = measure(layer, CLASSES=classes)
    assert areas_of(outcome, "east", "cropland", "shrubland", "orchard", "total") == [4, 2, 1, 7]
    assert outcome["CELLS_WITHOUT_CLASS"] == 1
    assert any("1 polygon has a code without class (1101)" in line for line in outcome.warnings)


def test_polygons_without_a_code_are_not_covered(measure):
    outcome = measure(write_polygons([*WHOLE[:2], (None, box(3, 2, 4, 4))]))
    assert areas_of(outcome, "east", "total") == [6]
    assert outcome["CELLS_WITHOUT_CLASS"] == 1
    assert any("a code without class (empty)" in line for line in outcome.warnings)


@pytest.mark.parametrize("kind", ["integer", "string"])
def test_codes_that_lost_their_zero_are_read_and_told(measure, kind):
    layer = write_polygons(
        [(101 if kind == "integer" else "101", box(0, 0, 3, 4)), (3 if kind == "integer" else "3", box(3, 0, 4, 4))],
        code=kind,
    )
    outcome = measure(layer)
    assert areas_of(outcome, "east", "cropland", "forest") == [4, 4]
    (told,) = outcome.warnings
    assert "codes 101, 3 in column “DLBM” have lost their leading zero, and are read as 0101, 03" in told


# --- layers -----------------------------------------------------------------------------------------------------------


def test_several_years(measure):
    early = write_polygons([("01", box(0, 0, 4, 4))], "second survey 2009")
    outcome = measure(early, write_polygons(WHOLE))
    frame = outcome.frame("OUTPUT")
    assert frame[[KEYS, "year"]].values.tolist() == [["west", 2009], ["west", 2019], ["east", 2009], ["east", 2019]]
    assert frame["cropland_ha"].tolist() == pytest.approx([8, 8, 8, 4])
    assert measure(early, YEARS="2010").frame("OUTPUT")["year"].tolist() == [2010, 2010]


def test_a_unit_without_polygons_is_missing(measure):
    outcome = measure(write_polygons([("01", box(0, 0, 2, 4))]))
    frame = outcome.frame("OUTPUT").set_index(KEYS)
    assert frame.loc["east", ["cropland_ha", "total_ha"]].isna().all()
    assert outcome["UNITS_WITHOUT_CELLS"] == 1
    assert any("1 unit has no land-use polygon, hence no areas: east" in line for line in outcome.warnings)


def test_polygons_in_no_unit_are_told(measure):
    outcome = measure(write_polygons([*WHOLE, ("0101", box(10, 10, 11, 11))]))
    assert any("2019: 1 polygon lies in no unit." in line for line in outcome.log)


@pytest.mark.parametrize(
    ("layer", "parameters", "sentence"),
    [
        (
            lambda: write_polygons([("01", box(99, 99, 100, 100))]),
            {},
            "“dltb 2019” (2019): no polygon lies in any unit",
        ),
        (lambda: write_polygons(WHOLE, crs=""), {}, "“dltb 2019” has no coordinate reference system"),
        (lambda: write_polygons(WHOLE, name="dltb"), {}, "No single year is found in the name of “dltb”"),
        (lambda: write_polygons([]), {}, "“dltb 2019” has no rows"),
        (lambda: write_polygons(WHOLE), {"CODE_FIELD": "code"}, "“dltb 2019” has no column “code”"),
        (
            lambda: write_polygons([("01", "POLYGON((1 1, 2 1, 2 2, 1 1))")], crs="EPSG:4326"),
            {},
            "whose coordinates are angles",
        ),
    ],
)
def test_what_is_wrong_with_a_layer(measure, layer, parameters, sentence):
    with pytest.raises(QgsProcessingException) as caught:
        measure(layer(), **parameters)
    assert sentence in str(caught.value)


def test_cancel_leaves_nothing(run, tmp_path):
    class CancelAt(QgsProcessingFeedback):
        def __init__(self):
            super().__init__()
            self.progressChanged.connect(lambda done: done > 20 and self.cancel())

    many = write_polygons(
        [("01", box(x / 10, y / 10, x / 10 + 0.1, y / 10 + 0.1)) for x in range(40) for y in range(40)]
    )
    output = tmp_path / "areas.gpkg"
    feedback = CancelAt()
    outcome = run(
        "landuseareasfromvector", feedback=feedback, UNITS=write_units(HALVES), LAND_USE=[many], OUTPUT=str(output)
    )
    assert feedback.isCanceled()
    assert not output.exists()
    assert "UNITS_WITHOUT_CELLS" not in outcome.results


@pytest.mark.parametrize("east", [1e3, 1e6, 1e19])
@pytest.mark.parametrize("first", [True, False])
def test_a_polygon_off_the_earth_is_named(run, east, first):
    """Not: the units are looked for on the far side, and the polygons that lie in them are not found."""
    degrees = "EPSG:4326"
    sound = ("0101", "POLYGON((100 30, 102 30, 102 31, 100 31, 100 30))")
    far = ("0301", f"POLYGON((100 30, {east} 30, {east} 31, 100 30))")
    layer = write_polygons([sound, far] if first else [far, sound], crs=degrees)
    units = QgsVectorLayer(f"Polygon?crs={degrees}&field=unit:string", "units", "memory")
    feature = QgsFeature(units.fields())
    feature.setAttributes(["a"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((100 30, 101 30, 101 31, 100 31, 100 30))"))
    units.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="1 polygon lies outside the world of EPSG:4326"):
        run("landuseareasfromvector", UNITS=units, LAND_USE=[layer], OUTPUT=MEMORY)
    layer = write_polygons([sound, ("0301\u200b", far[1].replace(str(east), "100.5"))], crs=degrees)
    with pytest.raises(QgsProcessingException, match="under polygons of two classes"):  # the code is read as it looks
        run("landuseareasfromvector", UNITS=units, LAND_USE=[layer], OUTPUT=MEMORY)


def test_a_unit_wider_than_the_earth_is_named(run):
    layer = write_polygons([("0101", "POLYGON((100 30, 102 30, 102 31, 100 31, 100 30))")], crs="EPSG:4326")
    units = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string", "units", "memory")
    feature = QgsFeature(units.fields())
    feature.setAttributes(["a"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((100 30, 500 30, 101 31, 100 30))"))
    units.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="1 unit lies outside the world of"):
        run("landuseareasfromvector", UNITS=units, LAND_USE=[layer], OUTPUT=MEMORY)
