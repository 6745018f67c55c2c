"""Rasters as people have them, each with the right value: what a layer says, tiles of a year, outlines that bend."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsRasterLayer, QgsRasterRange

sys.path.insert(0, str(Path(__file__).parent))
from test_landuseareas import ALBERS, MEMORY, square, write_raster, write_units

DATA = os.environ.get("CARBON_ZONING_DATA", "")
ROOT = Path(__file__).resolve().parents[2]
CASES = (Path(DATA).parent if DATA else ROOT.parent / "shared") / "cases"


@pytest.fixture
def case():
    """A function: a file of the folder of cases; the test is skipped where the folder is absent."""

    def find(name):
        path = CASES / name
        if not path.exists():
            pytest.skip(f"the case {name} is not here")
        return str(path)

    return find


def layer_of(path, *ranges, own=True, name="lc_2000"):
    """A raster layer with ranges of no data in its properties."""
    layer = QgsRasterLayer(path, name)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(*ends) for ends in ranges])
    layer.dataProvider().setUseSourceNoDataValue(1, own)
    return layer


ALL = {"all": [square(0, 0, 4, 4)]}


# --- what the layer says ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [gdal.GDT_Byte, gdal.GDT_Float32])
def test_no_data_of_a_land_cover_layer(run, tmp_path, kind):
    cells = [[1, 1, 2, 2], [1, 2, 2, 2], [5, 5, 8, 8], [9, 5, 8, 7]]
    path = write_raster(tmp_path / "lc_2000.tif", cells, nodata=8, kind=kind)
    parameters = {"UNITS": write_units(ALL), "AREA_METHOD": 1, "OUTPUT": MEMORY}
    outcome = run("landuseareas", LAND_COVER=[layer_of(path, (5, 6), (9, 9), own=False)], **parameters)
    row = outcome.frame("OUTPUT").iloc[0]
    assert (row["cropland_ha"], row["forest_ha"], row["water_ha"], row["urban_ha"]) == (3, 5, 0, 3)
    assert row["coverage_pct"] == 12 / 16 * 100
    assert any("“lc_2000” is as set in the layers' properties" in line for line in outcome.log)


def test_no_data_of_measurements(run, tmp_path):
    """By hand: the middle cell rises by 10 a year where it is measured; -9999 says that it is not."""
    values = {2011: -9999.0, 2012: 510.0, 2013: 520.0, 2014: 530.0, 2015: -9999.0, 2016: 550.0}
    layers = []
    for year, value in values.items():
        cells = [[value, -9999.0]]
        path = write_raster(tmp_path / f"npp_{year}.tif", cells, kind=gdal.GDT_Float32)
        layers.append(layer_of(path, (-9999, -9999), name=f"npp_{year}"))
    slope = tmp_path / "slope.tif"
    outcome = run("rastertrendtest", LAYERS=layers, SLOPE=str(slope))
    found = gdal.Open(str(slope)).ReadAsArray()
    assert found[0, 0] == pytest.approx(10.0) and np.isnan(found[0, 1])
    assert outcome["CELLS_WITHOUT_TREND"] == 1


def test_case_05(run, case, tmp_path):
    years = range(2011, 2021)
    layers = [layer_of(case(f"05-layer-nodata/npp_{year}.tif"), (-9999, -9999), name=f"npp_{year}") for year in years]
    slopes = []
    for number, given in enumerate((layers, [case(f"05-layer-nodata/ref_{year}.tif") for year in years])):
        path = str(tmp_path / f"slope{number}.tif")
        run("rastertrendtest", LAYERS=given, SLOPE=path)
        slopes.append(gdal.Open(path).ReadAsArray())
    assert slopes[0][2, 2] == pytest.approx(10.0) and np.isnan(slopes[0][0, 0])
    assert np.array_equal(slopes[0], slopes[1], equal_nan=True)


def test_open_options_reach_gdal(run, tmp_path):
    """An overview of coarser cells is what is counted if the layer says so."""
    path = write_raster(tmp_path / "lc_2000.tif", np.repeat([[1, 2]], 16, axis=0).repeat(8, axis=1))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.BuildOverviews("NEAREST", [2])
    del dataset
    units = write_units({"all": [square(0, 0, 16, 16)]})
    parameters = {"UNITS": units, "AREA_METHOD": 1, "OUTPUT": MEMORY}
    outcome = run("landuseareas", LAND_COVER=[f"{path}|option:OVERVIEW_LEVEL=0"], YEARS="2000", **parameters)
    assert outcome.frame("OUTPUT").iloc[0][["cropland_ha", "forest_ha"]].tolist() == [128, 128]
    assert any("8 x 8" in line or "64 of 64" in line for line in outcome.log)


def test_whole_numbers_in_a_real_raster_are_codes(run, tmp_path):
    (tmp_path / "lc_2000.asc").write_text(
        "ncols 2\nnrows 2\nxllcorner 100000\nyllcorner 3599800\ncellsize 100\nNODATA_value -9999\n1 2.0\n-9999 2\n"
    )
    layer = QgsRasterLayer(str(tmp_path / "lc_2000.asc"), "lc_2000")
    layer.setCrs(QgsCoordinateReferenceSystem("PROJ:" + ALBERS))
    units = write_units({"all": [square(0, 0, 2, 2)]})
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[layer], AREA_METHOD=1, OUTPUT=MEMORY)
    row = outcome.frame("OUTPUT").iloc[0]
    assert (row["cropland_ha"], row["forest_ha"], row["coverage_pct"]) == (1, 2, 75)
    assert any("holds its codes as real numbers" in line for line in outcome.log)


def test_measurements_are_no_codes(run, tmp_path):
    path = write_raster(tmp_path / "lc_2000.tif", [[1, 2], [2.5, 1]], kind=gdal.GDT_Float32)
    units = write_units({"all": [square(0, 0, 2, 2)]})
    with pytest.raises(QgsProcessingException, match=r"Float32, among them 2\.5 \(row 2, column 1\)"):
        run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY)


def test_opacity_counts_beside_no_data(run, tmp_path):
    path = str(tmp_path / "lc_2000.tif")
    plain = write_raster(tmp_path / "plain.tif", [[1, 2], [2, 0]], nodata=0)
    dataset = gdal.GetDriverByName("GTiff").Create(path, 2, 2, 2, gdal.GDT_Byte, ["ALPHA=YES"])
    source = gdal.Open(plain)
    dataset.SetGeoTransform(source.GetGeoTransform())
    dataset.SetProjection(source.GetProjection())
    dataset.GetRasterBand(1).WriteArray(source.ReadAsArray())
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset.GetRasterBand(2).WriteArray(np.array([[0, 255], [255, 255]], np.uint8))
    del dataset
    units = write_units({"all": [square(0, 0, 2, 2)]})
    row = run("landuseareas", UNITS=units, LAND_COVER=[path], AREA_METHOD=1, OUTPUT=MEMORY).frame("OUTPUT").iloc[0]
    assert (row["cropland_ha"], row["forest_ha"], row["coverage_pct"]) == (0, 2, 50)


def test_all_that_is_no_land_cover_is_named_at_once(run, tmp_path):
    text = {"no_crs_2001": {"crs": ""}, "turned_2002": {}, "complex_2003": {"kind": gdal.GDT_CFloat32}}
    paths = [write_raster(tmp_path / f"{name}.tif", np.ones((4, 4)), **options) for name, options in text.items()]
    turned = gdal.Open(paths[1], gdal.GA_Update)
    turned.SetGeoTransform((100_000, 100, 5, 3_600_000, 5, -100))
    del turned
    with pytest.raises(QgsProcessingException) as error:
        run("landuseareas", UNITS=units_of({"far": box(1e9, 0, 2e9, 1)}, "EPSG:32649"), LAND_COVER=paths, OUTPUT=MEMORY)
    for sign in ("no_crs_2001", "rotated grid", "CFloat32", "1 unit lies outside the world"):
        assert sign in str(error.value)


def test_layers_that_are_no_rasters_are_all_named(run, write_csv):
    paths = [write_csv(f"table_{year}.csv", unit=["a"], year=[year]) for year in (2000, 2010)]
    with pytest.raises(QgsProcessingException) as error:
        run("landuseareas", UNITS=write_units(ALL), LAND_COVER=paths, OUTPUT=MEMORY)
    assert "table_2000" in str(error.value) and "table_2010" in str(error.value)


# --- tiles of a year --------------------------------------------------------------------------------------------------


def test_a_map_and_its_corrected_version_are_refused(run, tmp_path):
    first = write_raster(tmp_path / "lc_2020.tif", np.full((20, 20), 1))
    second = write_raster(tmp_path / "lc_2020_corrected.tif", np.full((20, 20), 2))
    units = write_units({"all": [square(2, 2, 12, 12)]})
    for paths in ([first, second], [second, first]):
        with pytest.raises(QgsProcessingException, match="both of 2020, cover the same cells, and differ in 100 cells"):
            run("landuseareas", UNITS=units, LAND_COVER=paths, OUTPUT=MEMORY)


def test_few_corrected_cells_inside_are_refused_too(run, tmp_path):
    cells = np.full((40, 40), 1)
    first = write_raster(tmp_path / "lc_2020.tif", cells)
    cells[20, 20] = 2
    second = write_raster(tmp_path / "lc_2020_corrected.tif", cells)
    units = write_units({"all": [square(0, 0, 40, 40)]})
    with pytest.raises(QgsProcessingException, match="differ in 1 cell of the units"):
        run("landuseareas", UNITS=units, LAND_COVER=[first, second], OUTPUT=MEMORY)


def test_two_maps_of_a_date_have_no_transitions(run, tmp_path):
    first = write_raster(tmp_path / "lc_2020.tif", np.full((20, 20), 1), nodata=0)
    second = write_raster(tmp_path / "lc_2020_corrected.tif", np.full((20, 20), 2), nodata=0)
    earlier = write_raster(tmp_path / "lc_2015.tif", np.full((20, 20), 1), nodata=0)
    change = tmp_path / "change.tif"
    with pytest.raises(QgsProcessingException, match="both of 2020, cover the same cells, and differ in 400 cells"):
        run("landusetransition", LAND_COVER=[earlier, first, second], OUTPUT=MEMORY, CHANGE=str(change))
    assert not change.exists()


def test_dates_on_other_grids_are_looked_up_as_their_layers_say(run, tmp_path):
    """The later date has no CRS in its file, and its no-data value is switched off in the layer."""
    first = write_raster(tmp_path / "lc_2015.tif", np.full((8, 8), 1), nodata=9)
    second = write_raster(tmp_path / "lc_2020.tif", np.full((16, 16), 2), crs="", size=50.0, nodata=2)
    later = layer_of(second, own=False, name="lc_2020")
    later.setCrs(QgsCoordinateReferenceSystem("PROJ:" + ALBERS))
    parameters = {"AREA_METHOD": 1, "OUTPUT": MEMORY, "RESAMPLE": 1}
    outcome = run("landusetransition", LAND_COVER=[first, later], **parameters)
    table = outcome.frame("OUTPUT")
    changed = table[(table["from_class"] == "cropland") & (table["to_class"] == "forest")]
    assert changed["area_ha"].tolist() == [64]
    later.dataProvider().setUserNoDataValue(1, [QgsRasterRange(2, 2)])
    with pytest.raises(QgsProcessingException, match="cannot be looked up on another grid"):
        run("landusetransition", LAND_COVER=[first, later], **parameters)


def test_tiles_may_differ_at_their_seam(run, tmp_path):
    first = write_raster(tmp_path / "west_2020.tif", np.full((40, 40), 1))
    cells = np.full((40, 40), 1)
    cells[:3, 0] = 2
    second = write_raster(tmp_path / "east_2020.tif", cells, west=100_000 + 39 * 100)
    units = write_units({"all": [square(0, 0, 79, 40)]})
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[first, second], AREA_METHOD=1, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["cropland_ha"][0] == 79 * 40
    assert any("1 pair of tiles overlaps and differ in 3 cells at their rims" in line for line in outcome.warnings)


def test_case_15(run, case):
    paths = [case(f"15-same-year-twice/{name}.tif") for name in ("landcover_2020", "landcover_2020_corrected")]
    with pytest.raises(QgsProcessingException, match="differ in 16 cells"):
        run("landuseareas", UNITS=case("15-same-year-twice/units.gpkg"), LAND_COVER=paths, OUTPUT=MEMORY)


def test_case_26(run, case):
    paths = [case(f"26-tiles-in-two-crs/county{letter}_2020.tif") for letter in "AB"]
    for given in (paths, paths[::-1]):
        units = case("26-tiles-in-two-crs/counties.gpkg")
        outcome = run("landuseareas", UNITS=units, LAND_COVER=given, OUTPUT=MEMORY)
        frame = outcome.frame("OUTPUT").set_index("unit")
        assert frame.loc["A", "forest_ha"] == pytest.approx(41500, rel=0.01) == frame.loc["A", "total_ha"]
        assert frame.loc["B", "urban_ha"] == pytest.approx(41500, rel=0.01) == frame.loc["B", "total_ha"]
        assert np.isnan(frame.loc["C", "total_ha"]) and frame.loc[["A", "B"], "coverage_pct"].min() > 99
        assert any("2 coordinate reference systems" in line for line in outcome.log)


def test_rasters_in_two_crs_count_no_ground_twice(run, tmp_path):
    """The second covers what the first has, so that twice the west and nothing of the east would look complete."""
    zones = {"EPSG:4546": 400_000, "EPSG:4545": 685_000}  # 111 and 108 degrees east, about 110 E
    paths = []
    for number, (zone, west) in enumerate(zones.items()):
        cells = np.full((300, 300), 1 + number)
        paths.append(write_raster(tmp_path / f"part{number}_2020.tif", cells, zone, west, 3_400_000, 30, nodata=0))
    units = units_of({"unit": box(109.97, 30.66, 110.02, 30.7)}, "EPSG:4490")
    with pytest.raises(QgsProcessingException, match="2020: rasters in several coordinate reference systems"):
        run("landuseareas", UNITS=units, LAND_COVER=paths, OUTPUT=MEMORY)


# --- outlines that bend, and reach around the Earth -------------------------------------------------------------------


def units_of(texts, crs):
    """Units by key from WKT."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}&field=unit:string", "counties", "memory")
    features = []
    for key, text in texts.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key])
        feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def box(west, south, east, north):
    return f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


@pytest.mark.parametrize("west", [-180.0, 0.0])
def test_units_across_180_degrees(run, tmp_path, west):
    """EPSG:3832 is Mercator about 150 E: one box from 179.5 to 180.5, of which half a degree lies on either side."""
    degree = 6_378_137 * np.pi / 180
    path = write_raster(tmp_path / "lc_2020.tif", np.full((40, 3600), 2), "EPSG:4326", west, 2.0, 0.1)
    units = units_of(
        {"across": box(29.5 * degree, 0, 30.5 * degree, 1e5), "west": box(28e5, 0, 29e5, 1e5)}, "EPSG:3832"
    )
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY)
    frame = outcome.frame("OUTPUT").set_index("unit")
    assert frame.loc["across", "total_ha"] == pytest.approx(10 * 9 * 12_307, rel=0.01)
    assert frame["coverage_pct"].tolist() == [100, 100] and not outcome.warnings


def test_case_02(run, case):
    units, path = case("02-date-line/units_3460.gpkg"), case("02-date-line/lc_2020.tif")
    frame = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY).frame("OUTPUT").set_index("unit")
    right = {"west": 952_286.9, "across": 952_286.9, "east": 1_058_096.5}
    for unit, hectares in right.items():
        assert frame.loc[unit, "forest_ha"] == pytest.approx(hectares, abs=0.1)
    assert not frame["cropland_ha"].any()
    for name in ("pdc_2020", "utm60_2020"):
        other = run(
            "landuseareas",
            UNITS=case("02-date-line/units_4326.gpkg"),
            LAND_COVER=[case(f"02-date-line/{name}.tif")],
            OUTPUT=MEMORY,
        )
        assert other.frame("OUTPUT").set_index("unit").loc["across", "total_ha"] > 900_000


def test_an_outline_across_the_end_of_the_rasters_map(run, tmp_path):
    """World Mercator ends at 180 degrees: a unit on either side is cut there."""
    end = 20_037_508.342789244
    path = write_raster(tmp_path / "lc_2020.tif", np.full((60, 20038), 2), "EPSG:3857", -end, 1.1e5, 2_000)
    degree = end / 180
    units = units_of({"across": box(29.5 * degree, 0, 30.5 * degree, 1e5)}, "EPSG:3832")
    frame = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY).frame("OUTPUT")
    assert frame["total_ha"][0] == pytest.approx(1_113_103, rel=0.01) and frame["coverage_pct"][0] == 100


def test_long_straight_borders_bend(run, tmp_path):
    """A border along a parallel has two corners; the raster's projection bends it by many cells."""
    from osgeo import osr

    albers = "EPSG:5070"
    to_degrees = osr.CoordinateTransformation(reference(albers), reference("EPSG:4326"))
    rows, columns, cell = 60, 120, 20_000.0
    west, north = -1_200_000.0, 2_000_000.0
    centres = [(west + (c + 0.5) * cell, north - (r + 0.5) * cell) for r in range(rows) for c in range(columns)]
    places = np.array(to_degrees.TransformPoints(centres))[:, :2]
    latitudes = places[:, 1].reshape(rows, columns)
    path = write_raster(tmp_path / "lc_2020.tif", np.where(latitudes > 37, 2, 1), albers, west, north, cell)
    units = units_of({"south": box(-104, 33, -88, 37), "north": box(-104, 37, -88, 39)}, "EPSG:4269")
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY)
    frame = outcome.frame("OUTPUT").set_index("unit")
    inside = (places[:, 0] > -104) & (places[:, 0] < -88)
    south = (inside & (places[:, 1] > 33) & (places[:, 1] < 37)).sum()
    north_cells = (inside & (places[:, 1] > 37) & (places[:, 1] < 39)).sum()
    assert frame.loc["south", ["cropland_ha", "forest_ha"]].tolist() == pytest.approx([south * 40_000, 0])
    assert frame.loc["north", ["cropland_ha", "forest_ha"]].tolist() == pytest.approx([0, north_cells * 40_000])
    assert not outcome.warnings


def reference(text):
    from osgeo import osr

    crs = osr.SpatialReference()
    crs.SetFromUserInput(text)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def test_case_19(run, case):
    units, path = case("19-long-straight-borders/units.gpkg"), case("19-long-straight-borders/lc_2020.tif")
    frame = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY).frame("OUTPUT").set_index("unit")
    cells = 500  # five of 100 ha, of 1,440 along the border
    assert frame.loc["south", ["cropland_ha", "forest_ha"]].tolist() == pytest.approx([25_359_400, 0], abs=cells)
    assert frame.loc["north", ["cropland_ha", "forest_ha"]].tolist() == pytest.approx([0, 23_669_700], abs=cells)


@pytest.mark.parametrize("far", [1e10, 1e12, 1e19])
@pytest.mark.parametrize("same", [True, False])
def test_a_stray_corner_is_named_at_once(run, tmp_path, far, same):
    import time

    path = write_raster(tmp_path / "lc_2000.tif", np.ones((4, 4)), ALBERS if same else "EPSG:4326")
    units = units_of(
        {
            "plain": box(100_000, 3_599_700, 100_200, 3_600_000),
            "stray": f"POLYGON((100000 3600000, {far} 0, 1e5 0, 100000 3600000))",
        },
        "EPSG:4326",
    )
    units.setCrs(QgsCoordinateReferenceSystem("PROJ:" + ALBERS))
    start = time.perf_counter()
    with pytest.raises(QgsProcessingException, match=r"1 unit lies outside the world of .*: stray"):
        run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY)
    assert time.perf_counter() - start < 5


def test_an_outline_around_the_earth_is_refused(run, tmp_path):
    """Corners at 179.5 and -179.5 without a cut: as drawn, it runs around the whole Earth the long way."""
    path = write_raster(tmp_path / "lc_2020.tif", np.full((40, 3600), 2), "EPSG:4326", -180.0, 2.0, 0.1)
    units = units_of({"long": box(-179.5, 0, 179.5, 1)}, "EPSG:4326")
    frame = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY).frame("OUTPUT")
    assert frame["total_ha"][0] > 4e8  # as it is drawn, and as large as its outline: nothing to warn of


@pytest.mark.parametrize("cell", [float("nan"), 1e-300])
def test_cells_without_a_size(run, tmp_path, cell):
    path = str(tmp_path / "lc_2000.vrt")
    plain = write_raster(tmp_path / "plain.tif", np.ones((4, 4)))
    text = gdal.Translate(path, plain, format="VRT")
    del text
    content = Path(path).read_text()
    start, end = content.index("<GeoTransform>"), content.index("</GeoTransform>")
    Path(path).write_text(f"{content[:start]}<GeoTransform>100000, {cell}, 0, 3600000, 0, -{cell}{content[end:]}")
    with pytest.raises(QgsProcessingException, match=r"georeference|cells of"):
        run("landuseareas", UNITS=write_units(ALL), LAND_COVER=[path], OUTPUT=MEMORY)


def test_a_far_corner_within_the_world_takes_no_time(run, tmp_path):
    """90,000 km away is still a number of a map: three million rows of cells lie between."""
    import time

    path = write_raster(tmp_path / "lc_2000.tif", np.ones((4, 4)), size=30.0)
    units = units_of(
        {
            "plain": box(100_000, 3_599_940, 100_060, 3_600_000),
            "far": "POLYGON((100000 3600000, 100060 -90000000, 100060 3600000, 100000 3600000))",
        },
        "EPSG:4326",
    )
    units.setCrs(QgsCoordinateReferenceSystem("PROJ:" + ALBERS))
    start = time.perf_counter()
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[path], OUTPUT=MEMORY)
    assert time.perf_counter() - start < 10
    frame = outcome.frame("OUTPUT").set_index("unit")
    assert frame.loc["plain", "cropland_ha"] == pytest.approx(4 * 0.09)
    assert any("“lc_2000.tif”" in line and "far" in line for line in outcome.warnings)


def test_tiles_in_two_crs_are_each_counted_in_their_own(run, tmp_path):
    """Two counties, each with a raster in the zone of its own, and a third without any."""
    zones = {"EPSG:4546": ("a", 400_000), "EPSG:4545": ("b", 600_000)}
    paths = []
    for number, (zone, (name, west)) in enumerate(zones.items()):
        cells = np.full((60, 60), 1 + number)
        paths.append(write_raster(tmp_path / f"{name}_2020.tif", cells, zone, west, 3_400_000, 100, nodata=0))
    units = units_of(
        {"a": box(109.98, 30.68, 110.0, 30.7), "b": box(109.06, 30.68, 109.08, 30.7), "c": box(106, 30, 106.1, 30.1)},
        "EPSG:4490",
    )
    hectares = 0.02 * 0.02 * 111.32 * np.cos(np.radians(30.69)) * 110.87 * 100
    for given in (paths, paths[::-1]):
        outcome = run("landuseareas", UNITS=units, LAND_COVER=given, OUTPUT=MEMORY)
        frame = outcome.frame("OUTPUT").set_index("unit")
        assert frame.loc["a", ["cropland_ha", "forest_ha"]].tolist() == pytest.approx([hectares, 0], rel=0.03)
        assert frame.loc["b", ["cropland_ha", "forest_ha"]].tolist() == pytest.approx([0, hectares], rel=0.03)
        assert np.isnan(frame.loc["c", "total_ha"]) and frame.loc[["a", "b"], "coverage_pct"].tolist() == [100, 100]
