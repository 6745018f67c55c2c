"""Deviational ellipses as a planner runs them: the worked case, years, layers in degrees, faults in a sentence."""

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from tests.algorithms.test_landuseareas import write_raster

MEMORY = "TEMPORARY_OUTPUT"
OUT = {"OUTPUT": MEMORY, "CENTRES": MEMORY}
UTM = "EPSG:32648"
X, Y, W = (0, 4, 8, 12), (0, 1, 5, 6), (1, 2, 2, 1)
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


def points(rows, crs=UTM, fields="w:double,kind:string,year:integer"):
    """A layer of points: rows of (x, y, w, kind, year)."""
    layer = QgsVectorLayer(
        f"Point?crs={crs}&" + "&".join(f"field={one}" for one in fields.split(",")), "points", "memory"
    )
    features = []
    for x, y, *attributes in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(attributes))
        if x is not None:
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT({x} {y})"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def worked(year=2000, kind="a", east=0.0, scale=1000.0):
    return [(500_000 + east + scale * x, 3_500_000 + scale * y, w, kind, year) for x, y, w in zip(X, Y, W)]


@pytest.mark.parametrize(
    "method, long, short", [(0, 6313.789, 895.952), (1, 4464.523, 633.534), (2, 7732.781, 1097.313)]
)
def test_the_worked_case(run, method, long, short):
    outcome = run("deviationalellipse", INPUT=points(worked()), WEIGHT_FIELD="w", METHOD=method, **OUT)
    (row,) = outcome.frame("OUTPUT").itertuples()
    assert (row.long_m, row.short_m, row.azimuth) == pytest.approx((long, short, 58.72), abs=2e-3)
    assert (row.centre_x, row.centre_y) == pytest.approx((506_000, 3_503_000))
    assert row.method == ("arcgis", "yuill", "crimestat")[method]
    (feature,) = outcome.layer("OUTPUT").getFeatures()
    assert feature.geometry().area() == pytest.approx(np.pi * long * short, rel=1e-3)
    assert row.area_km2 == pytest.approx(np.pi * long * short / 1e6, rel=1e-6)
    assert any("own CRS" in line for line in outcome.log)


def test_size_groups_years_and_the_path(run):
    rows = [*worked(), *worked(2010, "a", 3000), *worked(2000, "b"), *worked(2010, "b", 0)]
    options = {"WEIGHT_FIELD": "w", "GROUP_FIELD": "kind", "YEAR_FIELD": "year", "SIZE": 1}
    outcome = run("deviationalellipse", INPUT=points(rows), **options, **OUT)
    frame = outcome.frame("OUTPUT")
    assert frame[["group", "year"]].to_numpy().tolist() == [["a", 2000], ["a", 2010], ["b", 2000], ["b", 2010]]
    assert frame["long_m"].tolist() == pytest.approx([2 * 6313.789] * 4, abs=1e-2)
    moves = outcome.frame("CENTRES").set_index("group")
    assert moves.loc["a", ["distance_m", "direction"]].tolist() == pytest.approx([3000, 90])
    assert moves.loc["b", "distance_m"] == 0 and np.isnan(float(moves.loc["b", "direction"] or np.nan))
    assert len(outcome.layer("OUTPUT").renderer().categories()) == 4


def test_degrees_are_measured_on_a_plane_of_their_own(run):
    from qgis import processing

    moved = processing.run(
        "native:reprojectlayer", {"INPUT": points(worked()), "TARGET_CRS": "EPSG:4326", "OUTPUT": MEMORY}
    )["OUTPUT"]
    outcome = run("deviationalellipse", INPUT=moved, WEIGHT_FIELD="w", **OUT)
    (row,) = outcome.frame("OUTPUT").itertuples()
    assert (row.long_m, row.short_m) == pytest.approx((6313.789, 895.952), rel=1e-3)
    assert 100 < row.centre_x < 110 and 30 < row.centre_y < 33
    assert any("laea" in line for line in outcome.log)


def test_polygons_count_by_their_centroids(run, squares):
    outcome = run("deviationalellipse", INPUT=squares(4), **OUT)
    assert any("on a line" in line or "measured" in line for line in outcome.log)
    (row,) = outcome.frame("OUTPUT").itertuples()  # on a parallel, which no straight line is
    assert 88 < row.azimuth < 92 and row.flattening > 0.95


def test_what_has_no_ellipse_is_named(run):
    rows = [
        *worked(kind="fine"),
        (500_000, 3_500_000, 1, "one", 2000),
        (500_000, 3_500_000, 1, "line", 2000), (501_000, 3_501_000, 1, "line", 2000),
        (None, None, 1, "nowhere", 2000), (500_000, 3_500_000, 0, "weightless", 2000),
    ]  # fmt: skip
    outcome = run("deviationalellipse", INPUT=points(rows), WEIGHT_FIELD="w", GROUP_FIELD="kind", **OUT)
    assert outcome.frame("OUTPUT")["group"].tolist() == ["fine"]
    warnings = " ".join(outcome.warnings)
    assert "one place only" in warnings and "one" in warnings and "on a line" in warnings
    assert "no place on the map" in warnings and "a weight of zero" in warnings


def refused(run, **parameters):
    with pytest.raises(QgsProcessingException) as error:
        run("deviationalellipse", **parameters, **OUT)
    return str(error.value)


def test_bad_input_gets_a_sentence(run):
    negative = [*worked(), (500_000, 3_500_000, -1, "a", 2000)]
    assert "negative in 1 row (row 5)" in refused(run, INPUT=points(negative), WEIGHT_FIELD="w")
    assert "no feature with a place and a weight" in refused(run, INPUT=points([]))
    years = refused(run, INPUT=points(worked(year=20)), YEAR_FIELD="year")
    assert "20" in years and "year between 1900 and 2100" in years
    outcome = run("deviationalellipse", INPUT=points([(*row[:2], 0.1, *row[3:]) for row in worked()]), WEIGHT_FIELD="w",
                  METHOD=2, **OUT)  # fmt: skip
    assert len(outcome.frame("OUTPUT")) == 0 and any("more than 2" in line for line in outcome.warnings)


@pytest.mark.parametrize(
    "weights, told",
    [
        (["1,5", "2,25", "2,0", "1"], "“1,5” is 1.5"),
        (["1,500", "2,250", "2,000", "1,000"], ""),
        (["１.5", "2.25", "2", "1.0 "], ""),
    ],
    ids=["decimal commas", "thousands", "full width"],
)
def test_weights_in_text(run, weights, told):
    """By hand: the weighted mean of x is (0 + 9 + 16 + 12) / 6.75 km."""
    rows = [(*row[:2], weight, *row[3:]) for row, weight in zip(worked(), weights)]
    layer = points(rows, fields="w:string(20),kind:string,year:integer")
    outcome = run("deviationalellipse", INPUT=layer, WEIGHT_FIELD="w", **OUT)
    assert outcome.frame("OUTPUT")["centre_x"].tolist() == pytest.approx([500_000 + 37_000 / 6.75])
    assert any(told in line for line in outcome.log)


@pytest.mark.parametrize("weight", [float("inf"), 1e250])
def test_weights_that_cannot_be_added_up(run, weight):
    rows = [(*row[:2], weight, *row[3:]) for row in worked()]
    told = refused(run, INPUT=points(rows), WEIGHT_FIELD="w")
    assert "should hold numbers" in told or "weights up to 1e+250, too large to be added up" in told


def test_years_and_groups_as_people_write_them(run):
    """Years as text and as dates; keys that look alike are one group; a feature without one is told."""
    kinds = ["Jos\u00e9", "Jose\u0301", "\u200bJos\u00e9", "Jos\u00e9\u00a0"]
    rows = [(*row[:3], kind, "2000年") for row, kind in zip(worked(), kinds)]
    layer = points(rows, fields="w:double,kind:string(20),year:string(20)")
    options = {"WEIGHT_FIELD": "w", "GROUP_FIELD": "kind", "YEAR_FIELD": "year"}
    outcome = run("deviationalellipse", INPUT=layer, **options, **OUT)
    (row,) = outcome.frame("OUTPUT").itertuples()
    assert (row.group, row.year, row.long_m) == ("Jos\u00e9", 2000, pytest.approx(6313.789, abs=2e-3))
    assert any("characters that are not seen" in line for line in outcome.log)
    rows = [(*row[:3], kind, QDate(2005, 1, 1)) for row, kind in zip(worked(), (None, "a", "a", "a"))]
    layer = points(rows, fields="w:double,kind:string(20),year:date")
    outcome = run("deviationalellipse", INPUT=layer, **options, **OUT)
    assert outcome.frame("OUTPUT")[["group", "year"]].to_numpy().tolist() == [["a", 2005]]
    assert any("holds dates; their years were taken" in line for line in outcome.log)
    assert any("1 feature has nothing in the column “kind”" in line for line in outcome.log)


# --- classes of rasters ----------------------------------------------------------------------------------------------


def test_classes_by_cells(run, awkward_folder):
    generator = np.random.default_rng(6)
    pictures = generator.choice([1, 2], (2, 60, 80)).astype(np.uint8)
    pictures[1, :, :40] = 1
    rasters = [
        write_raster(awkward_folder / f"{year}.tif", cells, crs=UTM, west=480_000)
        for year, cells in zip((2000, 2010), pictures)
    ]
    outcome = run("landuseellipse", LAND_COVER=rasters, METHOD=1, **OUT)
    frame = outcome.frame("OUTPUT").set_index(["class", "year"])
    for year, cells in zip((2000, 2010), pictures):
        row, column = np.nonzero(cells == 2)
        x, y = 480_000 + 100 * (column + 0.5), 3_600_000 - 100 * (row + 0.5)
        values = np.sqrt(np.linalg.eigvalsh(np.cov(x, y, ddof=0))[::-1])
        found = frame.loc[("forest", year)]
        assert [found["long_m"], found["short_m"]] == pytest.approx(values, rel=1e-9)
        assert [found["centre_x"], found["centre_y"]] == pytest.approx([x.mean(), y.mean()])
    moves = outcome.frame("CENTRES").set_index("class")
    assert set(moves.index) == {"cropland", "forest"} and 80 < moves.loc["forest", "direction"] < 100


def test_the_sample_region(run):
    rasters = [str(SAMPLE / f"landcover_{year}.tif") for year in (2000, 2020)]
    outcome = run("landuseellipse", LAND_COVER=rasters, UNITS=str(SAMPLE / "units.gpkg"), **OUT)
    frame = outcome.frame("OUTPUT")
    assert set(frame["year"]) == {2000, 2020} and {"cropland", "forest", "urban"} <= set(frame["class"])
    assert (frame["long_m"] >= frame["short_m"]).all() and frame["azimuth"].between(0, 180).all()
    assert len(outcome.frame("CENTRES")) == frame["class"].nunique()


def test_years_that_share_a_grid_around_one_that_does_not(run, awkward_folder):
    generator = np.random.default_rng(8)
    pictures = {year: generator.choice([1, 2, 8], (50, 70 + year % 2)).astype(np.uint8) for year in (2000, 2005, 2010)}
    rasters = [
        write_raster(awkward_folder / f"{year}.tif", cells, crs=UTM, west=480_000) for year, cells in pictures.items()
    ]
    frame = run("landuseellipse", LAND_COVER=rasters, METHOD=1, **OUT).frame("OUTPUT").set_index(["class", "year"])
    for year, cells in pictures.items():
        for code, name in ((1, "cropland"), (2, "forest"), (8, "urban")):
            row, column = np.nonzero(cells == code)
            found = frame.loc[(name, year)]
            centre = 480_000 + 100 * (column.mean() + 0.5), 3_600_000 - 100 * (row.mean() + 0.5)
            assert [found["centre_x"], found["centre_y"]] == pytest.approx(centre, rel=1e-12)


def test_a_class_that_one_year_lacks_is_named(run, awkward_folder):
    first = np.array([[1, 1, 2], [1, 2, 2], [2, 1, 1]], np.uint8)
    rasters = [
        write_raster(awkward_folder / "2000.tif", first, crs=UTM, west=480_000),
        write_raster(awkward_folder / "2010.tif", np.ones((3, 3), np.uint8), crs=UTM, west=480_000),
    ]
    outcome = run("landuseellipse", LAND_COVER=rasters, **OUT)
    assert any("Forest (2010)" in line and "no weight" in line for line in outcome.warnings)
    assert len(outcome.frame("OUTPUT")) == 3


# --- where the map of the Earth is cut open ---

DEGREES = "EPSG:4326"
AROUND = [(-1.5, 0.0), (-0.5, 0.4), (0.5, 0.1), (1.5, 0.9), (2.5, 0.3)]


def shapes(rings, crs=DEGREES):
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=unit:string", "shapes", "memory")
    features = []
    for number, ring in enumerate(rings):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number)])
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({','.join(f'{x} {y}' for x, y in ring)}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_points_on_both_sides_of_180_degrees(run):
    """The ellipse of the same points at 100 degrees east, and a geometry that is cut there."""

    def at(longitude):
        rows = [((longitude + x + 180) % 360 - 180, 30 + y, 1, "a", 2000 + 10 * (x > 0)) for x, y in AROUND]
        return run("deviationalellipse", INPUT=points(rows, DEGREES), SIZE=1, OUTPUT=MEMORY)

    (here,), (there,) = (at(longitude).frame("OUTPUT").itertuples() for longitude in (180, 100))
    for name in ("long_m", "short_m", "azimuth", "area_km2", "centre_y"):
        assert getattr(here, name) == pytest.approx(getattr(there, name), rel=1e-9), name
    assert (here.centre_x % 360 - 80) == pytest.approx(there.centre_x)
    cut, whole = (next(at(longitude).layer("OUTPUT").getFeatures()).geometry() for longitude in (180, 100))
    assert cut.area() == pytest.approx(whole.area(), rel=1e-3) and len(cut.asMultiPolygon()) == 2
    boxes = [part.boundingBox() for part in cut.asGeometryCollection()]
    assert all(box.width() < 10 and box.xMinimum() >= -180 and box.xMaximum() <= 180 for box in boxes)


def test_the_path_of_a_centre_over_180_degrees(run):
    rows = [(179.0, 30, 1, "a", 2000), (-178.0, 31, 1, "a", 2010)]
    outcome = run("deviationalellipse", INPUT=points(rows, DEGREES), YEAR_FIELD="year", **OUT)
    (feature,) = outcome.layer("CENTRES").getFeatures()
    assert feature["distance_m"] == pytest.approx(309_500, rel=5e-3) and 60 < feature["direction"] < 80
    parts = feature.geometry().asMultiPolyline()
    assert len(parts) == 2 and feature.geometry().boundingBox().height() == pytest.approx(1.0, abs=1e-6)
    assert parts[0][-1].x() == pytest.approx(180.0) and parts[1][0].x() == pytest.approx(-180.0)


def test_an_outline_that_jumps_across_the_map_is_where_it_is_meant(run):
    across = [(179, 0), (-179, 0), (-179, 1), (179, 1), (179, 0)]
    others = [[(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)] for x, y in ((176, 0), (177, 2), (178, 1))]
    frame = run("deviationalellipse", INPUT=shapes([across, *others]), OUTPUT=MEMORY).frame("OUTPUT")
    assert frame["centre_x"][0] == pytest.approx(178.125, abs=0.01)


def test_a_corner_off_the_earth_leaves_its_feature_out(run):
    others = [[(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)] for x, y in ((100, 30), (101, 32), (103, 31))]
    far = [(100, 30), (1e19, 30), (101, 31), (100, 30)]
    outcome = run("deviationalellipse", INPUT=shapes([far, *others]), OUTPUT=MEMORY)
    alone = run("deviationalellipse", INPUT=shapes(others), OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["long_m"][0] == pytest.approx(alone.frame("OUTPUT")["long_m"][0])
    assert any("1 feature has no place on the map" in line for line in outcome.warnings)


def test_two_features_have_a_centre_but_no_ellipse(run):
    outcome = run(
        "deviationalellipse", INPUT=points([(100, 30, 1, "a", 2000), (101, 31, 1, "a", 2000)], DEGREES), **OUT
    )
    assert outcome.frame("OUTPUT").empty and any("lies on a line" in line for line in outcome.warnings)


def test_a_region_too_wide_for_any_plane_is_told(run):
    rows = [(x, y, 1, "a", 2000) for x, y in ((75, 20), (100, 50), (135, 30), (110, 22))]
    outcome = run("deviationalellipse", INPUT=points(rows, DEGREES), OUTPUT=MEMORY)
    assert any("up to 2." in line or "up to 3." in line for line in outcome.warnings), outcome.warnings


def test_land_cover_on_both_sides_of_180_degrees(run, tmp_path):
    codes = np.full((20, 360), 5, np.uint8)
    codes[5:15, 172:188] = 2
    codes[8:12, 176:186] = 1
    found = []
    classes = tmp_path / "classes.csv"
    classes.write_text("value,class\n1,cropland\n2,forest\n5,grassland\n")
    for name, columns, wests in (("here", 180, (172, -180)), ("there", 0, (-8, 0))):
        (tmp_path / name).mkdir()
        raster = write_raster(tmp_path / name / "lc_2020.tif", np.roll(codes, columns, axis=1), DEGREES, -180, 10, 1.0)
        rings = [[(x, -5), (x + 8, -5), (x + 8, 5), (x, 5), (x, -5)] for x in wests]
        given = {"UNITS": shapes(rings), "LAND_COVER": [raster], "CLASSES": str(classes)}
        found.append(run("landuseellipse", **given, OUTPUT=MEMORY).frame("OUTPUT"))
    here, there = found
    assert here["class"].tolist() == there["class"].tolist() == ["cropland", "forest"]
    for name in ("long_m", "short_m", "area_km2"):
        assert here[name].tolist() == pytest.approx(there[name].tolist(), rel=1e-9)
    assert (here["centre_x"] % 360 - 180).tolist() == pytest.approx(there["centre_x"].tolist())


def test_classes_without_an_ellipse_are_called_by_words(run, awkward_folder):
    cells = np.ones((20, 20), np.uint8)
    cells[3, 4], cells[7, 2:9] = 2, 8
    raster = write_raster(awkward_folder / "2000.tif", cells, crs=UTM, west=480_000)
    told = " ".join(run("landuseellipse", LAND_COVER=[raster], **OUT).warnings)
    assert "one place only" in told and "Forest (2000)" in told and "forest" not in told
    assert "on a line" in told and "Urban land (2000)" in told
