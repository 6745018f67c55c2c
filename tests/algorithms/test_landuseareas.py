"""Land-use areas as a planner runs them: tiny rasters counted by hand, and every fault of a raster in a sentence."""

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
HECTARES_A_CELL = 100 * 100 / 10_000
ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m"
WEST, NORTH = 100_000, 3_600_000


def write_raster(
    path, cells, crs=ALBERS, west=WEST, north=NORTH, size=100.0, kind=gdal.GDT_Byte, nodata=None, options=()
):
    cells = np.asarray(cells)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cells.shape[1], cells.shape[0], 1, kind, list(options))
    dataset.SetGeoTransform((west, size, 0, north, 0, -size))
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        dataset.SetProjection(reference.ExportToWkt())
    if nodata is not None:
        dataset.GetRasterBand(1).SetNoDataValue(nodata)
    dataset.GetRasterBand(1).WriteArray(cells)
    dataset = None
    return str(path)


def write_units(polygons, crs="PROJ:" + ALBERS):
    """Units by key: corners in cells from the upper left corner of the raster."""
    layer = QgsVectorLayer("Polygon?field=unit:string", "counties", "memory")
    from qgis.core import QgsCoordinateReferenceSystem

    layer.setCrs(QgsCoordinateReferenceSystem(crs) if crs else QgsCoordinateReferenceSystem())
    features = []
    for key, rings in polygons.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key])
        texts = (", ".join(f"{WEST + 100 * x} {NORTH - 100 * y}" for x, y in ring) for ring in rings)
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({'), ('.join(texts)}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def square(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]


HALVES = {"west": [square(0, 0, 2, 4)], "east": [square(2, 0, 4, 4)]}
CELLS = [[1, 1, 2, 2], [1, 2, 2, 2], [5, 5, 8, 8], [0, 5, 8, 7]]  # 0 is nodata


@pytest.fixture
def raster(awkward_folder):
    return write_raster(awkward_folder / "lc_2000.tif", CELLS, nodata=0)


def test_by_hand(run, raster):
    outcome = run("landuseareas", UNITS=write_units(HALVES), LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY)
    frame = outcome.frame("OUTPUT").set_index("unit")
    assert frame.loc["west", ["cropland_ha", "forest_ha", "water_ha"]].tolist() == [3, 1, 3]
    assert frame.loc["east", ["forest_ha", "urban_ha", "unused_ha", "water_ha"]].tolist() == [4, 3, 1, 0]
    assert frame["year"].tolist() == [2000, 2000]
    assert frame["coverage_pct"].tolist() == [87.5, 100]
    assert frame.loc["west", "total_ha"] == 7 * HECTARES_A_CELL
    assert (outcome["CELLS_WITHOUT_CLASS"], outcome["UNITS_WITHOUT_CELLS"]) == (0, 0)
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("forest_ha")) == "Forest area (ha)"


def test_ellipsoidal_equals_planar_on_an_equal_area_grid(run, raster):
    planar, ellipsoidal = (
        run("landuseareas", UNITS=write_units(HALVES), LAND_COVER=[raster], AREA_METHOD=method, OUTPUT=MEMORY).frame(
            "OUTPUT"
        )
        for method in (1, 0)
    )
    assert ellipsoidal["total_ha"].to_numpy() == pytest.approx(planar["total_ha"].to_numpy(), rel=1e-9)


def test_units_in_another_crs(run, raster):
    from qgis import processing

    moved = processing.run(
        "native:reprojectlayer", {"INPUT": write_units(HALVES), "TARGET_CRS": "EPSG:4326", "OUTPUT": MEMORY}
    )
    frame = run("landuseareas", UNITS=moved["OUTPUT"], LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY).frame(
        "OUTPUT"
    )
    assert frame["total_ha"].tolist() == [7, 8]


def test_holes_overlaps_and_a_unit_without_cells(run, raster):
    units = write_units({
        "ring": [square(0, 0, 4, 4), square(1, 1, 3, 3)],
        "all": [square(0, 0, 4, 4)],
        "dot": [square(0.1, 0.1, 0.2, 0.2)],
    })  # fmt: skip
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY)
    frame = outcome.frame("OUTPUT").set_index("unit")
    assert frame.loc["all", "total_ha"] == 15 and frame.loc["ring", "total_ha"] == 11
    assert np.isnan(frame.loc["dot", "total_ha"]) and outcome["UNITS_WITHOUT_CELLS"] == 1
    text = " ".join(outcome.log)
    assert "dot" in text and "overlap" in text.lower()


def test_crossed_rings_are_repaired_and_named(run, raster):
    bow = [(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)]
    outcome = run("landuseareas", UNITS=write_units({"bow": [bow]}), LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY)
    assert any("repaired: bow" in line for line in outcome.warnings)
    assert outcome.frame("OUTPUT")["total_ha"][0] > 0


def write_any_units(geometries, kind="GeometryCollection"):
    """Units of any geometry."""
    from qgis.core import QgsCoordinateReferenceSystem

    layer = QgsVectorLayer(f"{kind}?field=unit:string", "counties", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem("PROJ:" + ALBERS))
    features = []
    for key, wkt in geometries.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key])
        feature.setGeometry(QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry())
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def corners(*places, z=""):
    return ", ".join(f"{WEST + 100 * x} {NORTH - 100 * y}{z}" for x, y in places)


WEST_HALF = [(0, 0), (2, 0), (2, 4), (0, 4), (0, 0)]


@pytest.mark.parametrize(
    "kind, wkt",
    [
        ("GeometryCollection", f"GEOMETRYCOLLECTION(POLYGON(({corners(*WEST_HALF)})), POINT({WEST} {NORTH}))"),
        ("GeometryCollection", f"GEOMETRYCOLLECTION(MULTIPOLYGON((({corners(*WEST_HALF)}))), POINT({WEST} {NORTH}))"),
        ("PolygonZ", f"POLYGON Z (({corners(*WEST_HALF, z=' 5')}))"),
        ("MultiPolygonZM", f"MULTIPOLYGON ZM ((({corners(*WEST_HALF, z=' 5 1')})))"),
    ],
)
def test_outlines_in_odd_wrappings(run, raster, kind, wkt):
    outcome = run("landuseareas", UNITS=write_any_units({"west": wkt}, kind), LAND_COVER=[raster], OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["total_ha"].tolist() == pytest.approx([7.0], rel=1e-6)
    assert not any("counties" in line for line in outcome.warnings)


EIGHT = [(0, 0), (2, 0), (2, 2), (4, 2), (4, 4), (2, 4), (2, 2), (0, 2), (0, 0)]


@pytest.mark.parametrize(
    "wkt, hectares",
    [
        (f"POLYGON(({corners(*EIGHT, (0, -1), (0, 0))}))", 8),  # two squares that touch, and a spike
        (f"MULTIPOLYGON((({corners(*square(0, 0, 3, 3))})), (({corners(*square(1, 1, 4, 4))})))", 14),
        (f"GEOMETRYCOLLECTION(POLYGON(({corners(*WEST_HALF)})), POLYGON(({corners(*square(1, 0, 4, 4))})))", 15),
        (f"POLYGON(({corners(*square(1, 0, 3, 4))}), ({corners(*square(2, 1, 4, 3))}))", 6),  # a hole sticks out
    ],
    ids=["spike", "parts", "collection", "hole"],
)
def test_ground_in_outlines_that_cross_counts_once(run, raster, wkt, hectares):
    units = write_any_units({"odd": wkt}, wkt.split("(")[0].title())
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[raster], AREA_METHOD=1, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["total_ha"].tolist() == [hectares]
    assert any("repaired: odd" in line for line in outcome.warnings)


def test_units_without_an_outline_are_left_out_and_named(run, raster):
    inside = {
        "west": f"POLYGON(({corners(*WEST_HALF)}))",
        "line": f"POLYGON(({corners((0, 0), (2, 2), (0, 0), (0, 0))}))",
        "point": f"POINT({WEST} {NORTH})",
    }
    units = write_any_units({"none": "", **{key: f"GEOMETRYCOLLECTION({wkt})" for key, wkt in inside.items()}})
    outcome = run("landuseareas", UNITS=units, LAND_COVER=[raster], OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["unit"].tolist() == ["west"]
    assert "“counties”: 3 units have no outline and are left out: none, line, point." in outcome.warnings


def test_years_tiles_and_grids(run, tmp_path):
    left = write_raster(tmp_path / "a.tif", np.array(CELLS)[:, :3], nodata=0)
    right = write_raster(tmp_path / "b.tif", np.array(CELLS)[:, 2:], nodata=0, west=WEST + 200)  # one column in both
    fine = write_raster(tmp_path / "c.tif", np.kron(CELLS, np.ones((2, 2), int)), nodata=0, size=50)
    units = write_units(HALVES)
    outcome = run(
        "landuseareas",
        UNITS=units,
        LAND_COVER=[left, right, fine],
        YEARS="2000；2000；2010",
        AREA_METHOD=1,
        OUTPUT=MEMORY,
    )
    frame = outcome.frame("OUTPUT").set_index(["unit", "year"])
    assert frame["total_ha"].to_dict() == {("west", 2000): 7, ("west", 2010): 7, ("east", 2000): 8, ("east", 2010): 8}
    assert sum("another grid" in line for line in outcome.log) == 1  # said once


def test_what_is_no_data_in_another_year_is_told(run, raster, tmp_path):
    silent = write_raster(tmp_path / "lc_2005.tif", CELLS)
    outcome = run("landuseareas", UNITS=write_units(HALVES), LAND_COVER=[raster, silent], OUTPUT=MEMORY)
    (line,) = [line for line in outcome.warnings if "stands for no data" in line]
    assert "“lc_2005.tif” holds 0 in 1 of 16 cells looked at, where it counts as a value; in “lc_2000.tif”" in line


def test_classes_of_ones_own(run, tmp_path, write_csv):
    path = write_raster(tmp_path / "lc_2000.tif", [[41, 42, 2, 2]] * 4, kind=gdal.GDT_Int32)
    classes = write_csv("classes.csv", value=[41, 42], **{"class": ["orchard", ""]})
    outcome = run(
        "landuseareas", UNITS=write_units(HALVES), LAND_COVER=[path], CLASSES=classes, AREA_METHOD=1, OUTPUT=MEMORY
    )
    frame = outcome.frame("OUTPUT").set_index("unit")
    assert frame.loc["west", "orchard_ha"] == 4 and frame.loc["west", "coverage_pct"] == 50
    assert outcome["CELLS_WITHOUT_CLASS"] == 4


# --- bad input -------------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(run, tmp_path):
    """Run on what is given; give the sentence, and check that no file was left."""

    def refuse(rasters, units=None, **parameters) -> str:
        output = tmp_path / "results" / "areas.gpkg"
        output.parent.mkdir(exist_ok=True)
        with pytest.raises(QgsProcessingException) as caught:
            run(
                "landuseareas",
                UNITS=units or write_units(HALVES),
                LAND_COVER=rasters,
                **{"OUTPUT": str(output), **parameters},
            )
        assert list(output.parent.iterdir()) == []
        return str(caught.value)

    return refuse


def test_a_raster_without_crs(refused, tmp_path):
    text = refused([write_raster(tmp_path / "lc_2000.tif", CELLS, crs="")])
    assert "“lc_2000.tif” has no coordinate reference system" in text


@pytest.mark.parametrize(
    "driver, ending, options",
    [
        ("JPEG", "jpg", ["WORLDFILE=YES"]), ("GTiff", "tif", ["COMPRESS=JPEG"]), ("GPKG", "gpkg", ["TILE_FORMAT=JPEG"]),
        ("JP2OpenJPEG", "jp2", []), ("MRF", "mrf", ["COMPRESS=LERC", "OPTIONS=LERC_PREC:2"]),
    ],
)  # fmt: skip
def test_codes_that_were_compressed_as_pictures_are(refused, tmp_path, driver, ending, options):
    if gdal.GetDriverByName(driver) is None:
        pytest.skip(f"GDAL has no {driver} here")
    whole = gdal.Open(write_raster(tmp_path / "whole.tif", np.tile(CELLS, (8, 8)), kind=gdal.GDT_Byte))
    path = str(tmp_path / f"lc_2000.{ending}")
    gdal.GetDriverByName(driver).CreateCopy(path, whole, 0, options)
    text = refused([path])
    assert (
        f"“lc_2000.{ending}” is compressed with {'LERC' if driver == 'MRF' else 'JPEG'}" in text
        and "codes of classes become those of other" in text
    )


def test_codes_behind_a_virtual_raster_that_were_compressed_as_pictures_are(refused, plugin, tmp_path):
    """One in one, and warped, by a path beside it; a raster whose numbers are kept is read."""
    kept = write_raster(tmp_path / "kept.tif", np.tile(CELLS, (8, 8)), kind=gdal.GDT_Byte)
    driver = gdal.GetDriverByName("GTiff")
    for name, options in (("a & b.tif", ["COMPRESS=JPEG"]), ("lzw.tif", ["COMPRESS=LZW"])):
        driver.CreateCopy(str(tmp_path / name), gdal.Open(kept), 0, options)
    paths = {name: str(tmp_path / f"{name}.vrt") for name in ("inner", "lc_2000", "whole_2000", "warped_2000")}
    gdal.BuildVRT(paths["inner"], [str(tmp_path / "a & b.tif")])
    gdal.BuildVRT(paths["lc_2000"], [kept, paths["inner"]])
    gdal.Warp(paths["warped_2000"], str(tmp_path / "a & b.tif"), format="VRT")
    gdal.BuildVRT(paths["whole_2000"], [str(tmp_path / "lzw.tif")])
    assert 'relativeToVRT="1">inner.vrt<' in (tmp_path / "lc_2000.vrt").read_text()
    for name in ("lc_2000", "warped_2000"):
        assert f"“{name}.vrt” shows “a & b.tif”, which is compressed with JPEG" in refused([paths[name]])
    for name, make, options in (
        ("finer_2000", gdal.Warp, {"resampleAlg": "bilinear", "xRes": 30, "yRes": 30}),
        ("coarser_2000", gdal.BuildVRT, {"resampleAlg": "cubic", "resolution": "user", "xRes": 250, "yRes": 250}),
        ("mode_2000", gdal.Warp, {"resampleAlg": "mode", "xRes": 200, "yRes": 200}),
        ("same_2000", gdal.BuildVRT, {"resampleAlg": "cubic"}),
    ):
        paths[name] = str(tmp_path / f"{name}.vrt")
        make(paths[name], kept, **options, **({"format": "VRT"} if make is gdal.Warp else {}))
    for name, method in (("finer_2000", "Bilinear"), ("coarser_2000", "cubic")):
        text = refused([paths[name]])
        assert f"“{name}.vrt” is a virtual raster that is resampled with {method}: between cells of two classes" in text
    from carbon_plugin.raster.zonal.land_cover import open_land_cover

    assert open_land_cover([paths["mode_2000"]]).dtype == open_land_cover([paths["same_2000"]]).dtype == "uint8"
    assert open_land_cover([paths["whole_2000"]]).dtype == "uint8"


def test_codes_that_are_stored_otherwise_than_shown(refused, tmp_path):
    path = write_raster(tmp_path / "lc_2000.tif", np.array(CELLS) + 1)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetOffset(-1.0)
    dataset = None
    assert "“lc_2000.tif” has a scale of 1 and an offset of -1" in refused([path])


def test_a_raster_that_does_not_touch_the_units(refused, tmp_path):
    text = refused([write_raster(tmp_path / "lc_2000.tif", CELLS, west=WEST + 1_000_000)])
    assert "does not touch the units" in text and "Check the coordinate reference systems" in text


def test_codes_without_a_class(refused, tmp_path):
    text = refused([write_raster(tmp_path / "lc_2000.tif", [[41, 77, 2, 2]] * 4)])
    assert "codes that the legend does not know: 41, 77" in text


def test_a_legend_that_fits_better_is_named_once(refused, tmp_path):
    paths = [write_raster(tmp_path / f"lc_{year}.tif", [[10, 20, 60, 100]] * 4) for year in (2000, 2010, 2020)]
    text = refused(paths)
    assert text.count("the legend does not know") == 1
    assert (
        "“lc_2000.tif” (2000), “lc_2010.tif” (2010), “lc_2020.tif” (2020): 4 codes that the legend does not know"
        in text
    )
    assert "Choose the legend that knows 4 of the 4 codes met: ESA WorldCover, GlobeLand30" in text


def test_fractions_are_no_codes(refused, tmp_path):
    path = write_raster(tmp_path / "ndvi_2000.tif", np.ones((4, 4)) * 0.3, kind=gdal.GDT_Float32)
    assert "whole-number codes of classes were expected" in refused([path])


def test_a_year_that_cannot_be_read(refused, tmp_path):
    text = refused([write_raster(tmp_path / "landcover.tif", CELLS, nodata=0)])
    assert "No single year is found in the name of “landcover”" in text


def test_too_few_years(refused, raster):
    assert "2 years are given" in refused([raster], YEARS="2000;2005")


def test_no_raster_at_all(refused):
    assert "“Land-cover rasters” is empty, but needed." in refused([])


def test_a_raster_that_is_not_there_is_named(refused, raster, tmp_path):
    missing = str(tmp_path / "lc_2010.tif")
    sentence = f"“Land-cover rasters”: “{missing}” cannot be opened. Check that the file is there"
    assert sentence in refused([raster, missing])
    assert sentence in refused(missing)  # as the command line gives a single one


def test_planar_degrees(refused, tmp_path):
    path = write_raster(tmp_path / "lc_2000.tif", CELLS, crs="EPSG:4326", west=105.9, north=32.6, size=0.1)
    text = refused([path], write_units(HALVES), AREA_METHOD=1)
    assert "a cell has no planar area. Choose ellipsoidal areas" in text


def test_an_empty_layer(refused, raster):
    assert "“counties” has no rows" in refused([raster], write_units({}))


def test_units_without_crs(refused, raster):
    assert "“counties” has no coordinate reference system" in refused([raster], write_units(HALVES, crs=""))


def test_no_unit_with_an_outline(refused, raster):
    text = refused([raster], write_any_units({"a": "", "b": "GEOMETRYCOLLECTION(POINT(1 1))"}))
    assert "“counties” has no outline among 2 features" in text


def test_metres_that_are_called_degrees(refused, raster):
    text = refused([raster], write_units(HALVES, crs="EPSG:4326"))
    assert "“counties”: 2 units lie outside the world of" in text
    assert "west, east" in text and "EPSG:4326" in text and "100000, 3599600" in text


def test_a_unit_twice(refused, raster):
    units = write_units(HALVES)
    units.dataProvider().addFeatures([next(units.getFeatures())])
    assert "more than one feature for the unit west" in refused([raster], units)


def test_a_file_that_ends_in_the_middle_of_a_block(refused, tmp_path):
    cells = np.random.default_rng(1).integers(1, 9, (512, 512))
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE"]
    path = tmp_path / "lc_2000.tif"
    write_raster(path, cells, options=options)
    path.write_bytes(path.read_bytes()[: -path.stat().st_size // 4])
    text = refused([str(path)], write_units({"all": [square(0, 0, 512, 512)]}))
    assert "lc_2000.tif" in text


def test_a_file_that_is_no_raster(refused, tmp_path):
    path = tmp_path / "lc_2000.tif"
    path.write_text("not a raster")
    assert refused([str(path)])


def test_all_faults_in_one_go(refused, tmp_path):
    rasters = [
        write_raster(tmp_path / "lc_2000.tif", CELLS, crs=""),
        write_raster(tmp_path / "lc_2005.tif", np.ones((4, 4)), kind=gdal.GDT_CFloat32),
    ]
    text = refused(rasters)
    assert "lc_2000" in text and "lc_2005" in text


class CancelAt(QgsProcessingFeedback):
    """Presses Cancel once the bar has reached a point."""

    def __init__(self, percent):
        super().__init__()
        self.percent = percent
        self.progressChanged.connect(self.look)

    def look(self, progress):
        if progress >= self.percent:
            self.cancel()


def test_cancel_halfway_leaves_nothing(run, tmp_path):
    cells = np.random.default_rng(1).integers(1, 9, (6000, 3000)).astype(np.uint8)
    path = write_raster(tmp_path / "lc_2000.tif", cells, options=["TILED=YES"])
    output = tmp_path / "results" / "areas.gpkg"
    output.parent.mkdir()
    units = write_units({"all": [square(0, 0, 3000, 6000)]})
    outcome = run("landuseareas", feedback=CancelAt(10), UNITS=units, LAND_COVER=[path], OUTPUT=str(output))
    assert "OUTPUT" not in outcome.results and list(output.parent.iterdir()) == []
