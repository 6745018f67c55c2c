"""Class areas from files to tables, against counting by hand and by brute force, whatever files, years and workers."""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from carbon_plugin.core.errors import Cancelled, SeveralErrors
from carbon_plugin.core.land_use.areas import NoOverlapError
from carbon_plugin.core.space.cell_area import Ellipsoid, geographic_cell_areas
from carbon_plugin.raster.bands import RasterDamagedError
from carbon_plugin.raster.cell_areas import PlanarDegreesError
from carbon_plugin.raster.zonal import survey as survey_module
from carbon_plugin.raster.zonal import windows as windows_module
from carbon_plugin.raster.zonal.class_areas import YearRaster, class_areas
from carbon_plugin.raster.zonal.code_book import TooManyCodesError
from carbon_plugin.raster.zonal.edges import Edges
from carbon_plugin.raster.zonal.land_cover import open_land_cover
from carbon_plugin.raster.zonal.reader import LandCoverReader
from tests.raster.executors import Serial, Stuck, any_executor

ALBERS, WGS84, UTM = "ESRI:102025", "EPSG:4326", "EPSG:32648"
CELL_HA = 0.09  # 30 m x 30 m


def crs(definition):
    reference = osr.SpatialReference()
    reference.SetFromUserInput(definition)
    return reference


def write_raster(
    path, codes, place=(0.0, 0.0), cell=30.0, nodata=None, definition=ALBERS, kind=gdal.GDT_Byte, options=()
):
    """A GeoTIFF of ``codes`` (rows, columns) whose upper left corner is ``place``; returns its path as text."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), codes.shape[1], codes.shape[0], 1, kind, list(options))
    dataset.SetGeoTransform((place[0], cell, 0.0, place[1], 0.0, -cell))
    dataset.SetProjection(crs(definition).ExportToWkt())
    if nodata is not None:
        dataset.GetRasterBand(1).SetNoDataValue(nodata)
    dataset.GetRasterBand(1).WriteArray(codes)
    del dataset
    return str(path)


def edges_of(*texts):
    return Edges.from_wkb([bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in texts])


def counted(paths, edges, **options):
    """``class_areas`` of rasters by year, each a path or a list of tiles."""
    rasters = [
        YearRaster(year, open_land_cover([path] if isinstance(path, str) else path)) for year, path in paths.items()
    ]
    return class_areas(rasters, lambda wkt: edges, **options)


def by_code(year, unit):
    """Cells of a unit by code."""
    return {int(value): int(cells) for value, cells in zip(year.values, year.cells[unit]) if cells}


def brute_force(codes, geometry, place=(0.0, 0.0), cell=30.0):
    """Cells by code whose centres OGR finds in a geometry."""
    found = {}
    for row, line in enumerate(codes):
        for column, code in enumerate(line):
            centre = ogr.Geometry(ogr.wkbPoint)
            centre.AddPoint_2D(place[0] + (column + 0.5) * cell, place[1] - (row + 0.5) * cell)
            if geometry.Contains(centre):
                found[int(code)] = found.get(int(code), 0) + 1
    return found


def random_units(random, count, size):
    """Valid multipolygons with holes, many overlapping, some reaching beyond a square raster of ``size`` map units."""
    units = []
    while len(units) < count:
        geometry = None
        for _ in range(random.integers(1, 4)):
            x, y = random.uniform(-0.1, 1.1, 2) * size
            blob = ogr.CreateGeometryFromWkt(f"POINT({x} {-y})").Buffer(random.uniform(0.05, 0.4) * size, 3)
            geometry = blob if geometry is None else geometry.SymDifference(blob)
        if geometry.IsValid() and geometry.GetArea() > 0:
            units.append(geometry)
    return units


@pytest.fixture
def patches():
    """Codes in patches, (years, 60, 60), 0 is nodata."""
    random = np.random.default_rng(3)
    coarse = random.integers(0, 6, (3, 15, 15))
    coarse[1:] = np.where(random.random((2, 15, 15)) < 0.7, coarse[0], coarse[1:])
    codes = np.kron(coarse, np.ones((1, 4, 4), int))
    return np.where(random.random(codes.shape) < 0.1, random.integers(0, 6, codes.shape), codes).astype(np.uint8)


def same(first, second, rel=1e-12):
    for one, other in zip(first.years, second.years):
        assert one.year == other.year
        assert one.values.tolist() == other.values.tolist()
        assert (one.cells == other.cells).all()
        assert (one.unit_cells == other.unit_cells).all()
        assert (one.nodata_cells == other.nodata_cells).all()
        assert one.area_ha == pytest.approx(other.area_ha, rel=rel)
    assert (first.overlapping == second.overlapping).all()


# --- numbers ----------------------------------------------------------------------------------------------------------


def test_a_small_table_by_hand(tmp_path):
    # 4 x 3 cells of 30 m: unit 0 holds the two left columns, unit 1 the others and one column beyond the raster.
    before = np.array([[1, 1, 2, 0], [1, 3, 2, 2], [0, 3, 3, 2]], np.uint8)
    after = np.array([[1, 2, 2, 2], [1, 3, 2, 2], [1, 3, 9, 2]], np.uint8)
    paths = {2010: write_raster(tmp_path / "b.tif", after), 2000: write_raster(tmp_path / "a.tif", before, nodata=0)}
    result = counted(
        paths, edges_of("POLYGON((0 -90,60 -90,60 0,0 0,0 -90))", "POLYGON((60 -90,150 -90,150 0,60 0,60 -90))")
    )
    first, second = result.years
    assert (first.year, second.year) == (2000, 2010)
    assert first.raster == "a.tif"
    assert first.values.tolist() == [1, 2, 3]
    assert first.cells.tolist() == [[3, 0, 2], [0, 4, 1]]
    assert first.area_ha == pytest.approx(np.array([[3, 0, 2], [0, 4, 1]]) * CELL_HA, rel=1e-12)
    assert first.nodata_cells.tolist() == [1, 1]
    assert second.values.tolist() == [1, 2, 3, 9]
    assert second.cells.tolist() == [[3, 1, 2, 0], [0, 5, 0, 1]]
    assert second.nodata_cells.tolist() == [0, 0]
    assert first.unit_cells.tolist() == [6, 9]  # three of the nine lie beyond the raster
    assert not result.overlapping.any()


@pytest.mark.parametrize("seed", range(4))
def test_random_units_against_every_centre(tmp_path, patches, seed):
    random = np.random.default_rng(seed)
    units = random_units(random, 7, 1800.0)
    paths = {
        2000 + year: write_raster(
            tmp_path / f"{year}.tif", codes, nodata=0, options=["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]
        )
        for year, codes in enumerate(patches)
    }
    edges = Edges.from_wkb([bytes(unit.ExportToWkb()) for unit in units])
    result = counted(paths, edges, memory_budget_bytes=int(random.choice([100, 3000, 1 << 25])))
    frame = np.zeros((100, 100), int)  # 20 cells beyond the raster on every side
    for number, unit in enumerate(units):
        around = brute_force(frame, unit, (-600.0, 600.0)).get(0, 0)
        for year, codes in zip(result.years, patches):
            expected = brute_force(codes, unit)
            nodata = expected.pop(0, 0)
            assert by_code(year, number) == expected
            assert year.nodata_cells[number] == nodata
            if (
                unit.GetEnvelope()[0] > -600
                and unit.GetEnvelope()[1] < 2400
                and unit.GetEnvelope()[2] > -2400
                and unit.GetEnvelope()[3] < 600
            ):
                assert year.unit_cells[number] == around
            assert year.cells[number].sum() + year.nodata_cells[number] <= year.unit_cells[number]
            assert year.area_ha[number] == pytest.approx(year.cells[number] * CELL_HA, rel=1e-12)


def test_classes_and_nodata_are_all_cells_of_a_unit_inside(tmp_path, patches):
    units = random_units(np.random.default_rng(11), 5, 1800.0)
    frame = ogr.CreateGeometryFromWkt("POLYGON((0 0,1800 0,1800 -1800,0 -1800,0 0))")
    edges = Edges.from_wkb([bytes(unit.Intersection(frame).ExportToWkb()) for unit in units])
    paths = {year: write_raster(tmp_path / f"{year}.tif", codes, nodata=0) for year, codes in enumerate(patches, 2000)}
    for year in counted(paths, edges).years:
        assert (year.cells.sum(axis=1) + year.nodata_cells == year.unit_cells).all()


def test_rows_of_degrees_have_their_own_area(tmp_path):
    codes = np.array([[1, 1, 2], [2, 1, 1]], np.uint8)
    path = write_raster(tmp_path / "a.tif", codes, (105.0, 34.0), 0.5, definition=WGS84)
    (year,) = counted({2000: path}, edges_of("POLYGON((104 30,110 30,110 36,104 36,104 30))")).years
    ellipsoid = Ellipsoid.from_inverse_flattening(6378137.0, 298.257223563)
    north, south = (
        geographic_cell_areas(np.radians([33.75, 33.25]), np.radians(0.5), np.radians(0.5), ellipsoid=ellipsoid)
        / 10_000
    )
    assert year.area_ha[0] == pytest.approx([2 * north + 2 * south, north + south], rel=1e-12)


def test_a_projection_with_a_scale_of_its_own(tmp_path):
    # UTM at its central meridian: scale 0.9996, so a cell of 0.09 ha on the map is 0.09 / 0.9996² ha on the ground
    codes = np.ones((20, 20), np.uint8)
    path = write_raster(tmp_path / "a.tif", codes, (500_000.0 - 300, 3.0e6), definition=UTM)
    unit = edges_of("POLYGON((400000 2000000,600000 2000000,600000 4000000,400000 4000000,400000 2000000))")
    ellipsoidal, planar = (counted({2000: path}, unit, method=method).years[0] for method in ("ellipsoidal", "planar"))
    assert planar.area_ha[0, 0] == pytest.approx(400 * CELL_HA, rel=1e-14)
    assert ellipsoidal.area_ha[0, 0] == pytest.approx(400 * CELL_HA / 0.9996**2, rel=1e-6)


@pytest.mark.parametrize(
    ("kind", "codes", "nodata"),
    [
        (gdal.GDT_Byte, [255, 254, 0, 7], 255),
        (gdal.GDT_Byte, [255, 254, 0, 7], 256),  # no cell can hold it: nothing is nodata
        (gdal.GDT_Int16, [-1, -32768, 300, 7], -32768),
        (gdal.GDT_UInt16, [65535, 1, 40000, 7], 0),
        (gdal.GDT_Int32, [-2147483648, 100000, 2147483647, 7], 100000),
        (gdal.GDT_UInt32, [4294967295, 0, 70000, 7], 4294967295),
    ],
)
def test_codes_of_all_sizes(tmp_path, kind, codes, nodata):
    random = np.random.default_rng(1)
    cells = np.array(codes, np.int64)[random.integers(0, 4, (30, 30))]
    path = write_raster(tmp_path / "a.tif", cells, kind=kind, nodata=nodata)
    (year,) = counted({2000: path}, edges_of("POLYGON((100 -100,700 -150,500 -800,100 -100))")).years
    expected = brute_force(cells, ogr.CreateGeometryFromWkt("POLYGON((100 -100,700 -150,500 -800,100 -100))"))
    assert year.nodata_cells[0] == expected.pop(nodata, 0)
    assert by_code(year, 0) == expected


def test_years_of_different_types_and_nodata(tmp_path):
    codes = np.array([[0, 1, 255, 7]])
    paths = {
        2000: write_raster(tmp_path / "a.tif", codes, nodata=0),
        2001: write_raster(tmp_path / "b.tif", codes, nodata=255),
        2002: write_raster(tmp_path / "c.tif", np.array([[-5, 70000, 255, 7]]), kind=gdal.GDT_Int32, nodata=-5),
    }
    first, second, third = counted(paths, edges_of("POLYGON((0 -30,120 -30,120 0,0 0,0 -30))")).years
    assert by_code(first, 0) == {1: 1, 7: 1, 255: 1}
    assert by_code(second, 0) == {0: 1, 1: 1, 7: 1}
    assert by_code(third, 0) == {7: 1, 255: 1, 70000: 1}


def test_a_class_that_is_gone_has_no_area(tmp_path):
    # Areas of later years are kept as changes: what is gone must be 0, not a rounding error.
    random = np.random.default_rng(5)
    before = random.integers(1, 4, (40, 50)).astype(np.uint8)
    after = np.where(before == 3, 4, before).astype(np.uint8)
    paths = {
        year: write_raster(tmp_path / f"{year}.tif", codes, (100.0, 50.0), 0.3, definition=WGS84)
        for year, codes in ((2000, before), (2010, after))
    }
    _, last = counted(paths, edges_of("POLYGON((101 39,113 39,114 49,100.5 48,101 39))")).years
    assert last.values.tolist() == [1, 2, 4]


# --- files ------------------------------------------------------------------------------------------------------------


def test_tiles_count_as_the_whole_raster(tmp_path, patches):
    units = random_units(np.random.default_rng(2), 5, 1800.0)
    edges = Edges.from_wkb([bytes(unit.ExportToWkb()) for unit in units])
    whole, tiles = {}, {}
    for year, codes in enumerate(patches, 2000):
        whole[year] = write_raster(tmp_path / f"{year}.tif", codes, nodata=0)
        parts = [(slice(0, 25), slice(0, 60)), (slice(23, 60), slice(0, 31)), (slice(25, 60), slice(31, 60))]
        tiles[year] = [
            write_raster(
                tmp_path / f"{year}_{number}.tif", codes[part], (part[1].start * 30.0, -part[0].start * 30.0), nodata=0
            )
            for number, part in enumerate(parts)
        ]
    result = counted(tiles, edges)
    same(result, counted(whole, edges))
    assert result.years[0].raster == "2000_0.tif (+2)"


def test_years_on_other_grids_are_counted_on_their_own(tmp_path, patches):
    asked = []

    def edges_for(wkt):
        asked.append(wkt)
        return edges_of("POLYGON((100 -1500,1500 -1500,1500 -100,100 -100,100 -1500))")

    paths = {
        2000: write_raster(tmp_path / "a.tif", patches[0], nodata=0),
        2001: write_raster(tmp_path / "b.tif", patches[1], (15.0, 0.0), nodata=0),
        2002: write_raster(tmp_path / "c.tif", patches[2], nodata=0),
        2003: write_raster(tmp_path / "d.tif", patches[0], definition="EPSG:3035", nodata=0),
    }
    rasters = [YearRaster(year, open_land_cover([path])) for year, path in reversed(paths.items())]
    result = class_areas(rasters, edges_for)
    assert len(asked) == 2
    unit = ogr.CreateGeometryFromWkt("POLYGON((100 -1500,1500 -1500,1500 -100,100 -100,100 -1500))")
    places = [(0.0, 0.0), (15.0, 0.0), (0.0, 0.0), (0.0, 0.0)]
    for year, codes, place in zip(result.years, [*patches, patches[0]], places):
        expected = brute_force(codes, unit, place)
        expected.pop(0)
        assert by_code(year, 0) == expected
    text = " ".join(str(message) for message in result.notes)
    assert "“b.tif” lies on another grid than “a.tif” (origin shifted by 0.5 columns and 0 rows)" in text
    assert "“d.tif” lies on another grid than “a.tif” (CRS Asia_North_Albers_Equal_Area_Conic against" in text


def test_blocks_without_units_are_not_read(tmp_path, monkeypatch):
    codes = np.ones((600, 600), np.uint8)
    path = write_raster(tmp_path / "a.tif", codes, options=["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"])
    read = []
    whole = LandCoverReader.read

    def listening(self, row, column, codes):
        read.append((row, column, *codes.shape))
        whole(self, row, column, codes)

    monkeypatch.setattr(LandCoverReader, "read", listening)
    # two small units: around cell (300, 100) and around (310, 500)
    units = [
        f"POLYGON(({x} {y - 90},{x + 90} {y - 90},{x + 90} {y},{x} {y},{x} {y - 90}))"
        for x, y in ((3000, -9000), (15000, -9300))
    ]
    (year,) = counted({2000: path}, edges_of(*units)).years
    assert year.cells.tolist() == [[9], [9]]
    assert sorted(read) == [(256, 64, 256, 64), (256, 448, 256, 64)]


def test_a_raster_cut_short_is_an_error_not_zeros(tmp_path):
    codes = np.random.default_rng(0).integers(1, 9, (1000, 700)).astype(np.uint8)
    options = ["TILED=YES", "COMPRESS=LZW", "COPY_SRC_OVERVIEWS=YES"]
    source = gdal.Open(write_raster(tmp_path / "source.tif", codes))
    gdal.GetDriverByName("GTiff").CreateCopy(str(tmp_path / "short.tif"), source, options=options)
    del source
    content = (tmp_path / "short.tif").read_bytes()
    (tmp_path / "short.tif").write_bytes(content[: len(content) * 6 // 10])
    path = str(tmp_path / "short.tif")
    with pytest.raises(RasterDamagedError) as error:
        counted({2000: path}, edges_of("POLYGON((0 0,30000 0,30000 -30000,0 -30000,0 0))"))
    assert "“short.tif” cannot be read in rows 512 to 767" in str(error.value)
    upper = edges_of("POLYGON((0 0,30000 0,30000 -7000,0 -7000,0 0))")  # what is there is still counted
    assert counted({2000: path}, upper).years[0].cells.sum() == 233 * 700


def test_a_file_that_is_gone_is_an_error(tmp_path, patches):
    path = write_raster(tmp_path / "a.tif", patches[0])
    land_cover = open_land_cover([path])
    (tmp_path / "a.tif").unlink()
    with pytest.raises(Exception, match=r"a\.tif"):
        class_areas([YearRaster(2000, land_cover)], lambda wkt: edges_of("POLYGON((0 0,900 0,900 -900,0 0))"))


# --- what is said -----------------------------------------------------------------------------------------------------


def test_units_elsewhere_stop_the_run(tmp_path, patches):
    paths = {year: write_raster(tmp_path / f"{year}.tif", patches[0], nodata=0) for year in (2000, 2001)}
    with pytest.raises(SeveralErrors) as error:
        counted(paths, edges_of("POLYGON((9000 9000,9900 9000,9900 9900,9000 9000))"))
    assert [type(one) for one in error.value.errors] == [NoOverlapError, NoOverlapError]
    assert "0, -1800, 1800, 0" in str(error.value)
    assert "9000, 9000, 9900, 9900" in str(error.value)
    with pytest.raises(SeveralErrors):  # the frames touch, but between two centres there is none
        counted(paths, edges_of("POLYGON((1 -1,12 -1,12 -12,1 -1))"))


def test_planar_degrees_are_refused(tmp_path, patches):
    path = write_raster(tmp_path / "a.tif", patches[0], definition=WGS84, cell=0.01)
    with pytest.raises(PlanarDegreesError):
        counted({2000: path}, edges_of("POLYGON((0 0,0.5 0,0.5 -0.5,0 0))"), method="planar")


def test_planar_web_mercator_is_warned_of(tmp_path, patches):
    # Web Mercator at 34 degrees shows areas too large by a² / (M N cos² 34°), radii of curvature M and N in m:
    # 6378137² / (6355338 x 6384824 x 0.6873040) = 1.4587
    path = write_raster(tmp_path / "a.tif", patches[0], (1.2e7, 4028802.0), definition="EPSG:3857")
    unit = edges_of("POLYGON((12000000 4028802,12001000 4028802,12001000 4027802,12000000 4028802))")
    (message,) = [message for message in counted({2000: path}, unit, method="planar").notes if message.needs_attention]
    assert message.values["factor"] == pytest.approx(1.4587, abs=1e-3)
    assert not [message for message in counted({2000: path}, unit).notes if message.needs_attention]


def test_units_that_overlap_are_counted_in_full_and_said(tmp_path, patches):
    path = write_raster(tmp_path / "a.tif", patches[0])
    square = "POLYGON((0 0,300 0,300 -300,0 -300,0 0))"
    apart = "POLYGON((900 0,990 0,990 -90,900 -90,900 0))"
    result = counted({2000: path}, edges_of(square, apart, square))
    assert result.years[0].cells.sum(axis=1).tolist() == [100, 9, 100]
    assert result.overlapping.tolist() == [True, False, True]
    assert "2 units overlap: 100 cells" in " ".join(str(message) for message in result.notes)


def test_an_elevation_model_is_refused(tmp_path):
    elevations = np.arange(60 * 60).reshape(60, 60)
    path = write_raster(tmp_path / "dem.tif", elevations, kind=gdal.GDT_Int16)
    with pytest.raises(TooManyCodesError, match=r"dem\.tif"):
        counted({2000: path}, edges_of("POLYGON((0 0,1800 0,1800 -1800,0 -1800,0 0))"))


# --- workers ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def region(tmp_path, monkeypatch):
    """Two years of 700 x 500 cells of degrees in tiles of 64, and units across them, in many small tasks."""
    monkeypatch.setattr(survey_module, "BATCH_CELLS", 10_000)
    monkeypatch.setattr(windows_module, "STRIP_ROWS", 64)
    random = np.random.default_rng(8)
    coarse = random.integers(0, 8, (2, 70, 50))
    codes = np.kron(coarse, np.ones((1, 10, 10), int)).astype(np.uint8)
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=LZW"]
    paths = {
        year: write_raster(tmp_path / f"{year}.tif", code, (100.0, 40.0), 0.001, 0, WGS84, options=options)
        for year, code in zip((2000, 2010), codes)
    }
    units = []
    for unit in random_units(random, 12, 0.5):
        units.append(bytes(unit.ExportToWkb()))
    edges = Edges.from_wkb(units)
    return paths, Edges(edges.x0 + 100.0, edges.y0 + 40.0, edges.x1 + 100.0, edges.y1 + 40.0, edges.unit, 12)


@any_executor
def test_any_executor_counts_the_same_to_the_last_digit(region, executor):
    paths, edges = region
    once = Serial()
    expected = counted(paths, edges, executor=once)
    assert once.tasks > 5
    found = counted(paths, edges, executor=executor)
    assert [one.area_ha.tobytes() for one in found.years] == [one.area_ha.tobytes() for one in expected.years]
    same(found, expected, rel=0)


@pytest.mark.parametrize("budget", [2_000, 10_000, 100_000])
def test_the_budget_does_not_change_the_result(region, budget):
    paths, edges = region
    same(counted(paths, edges), counted(paths, edges, memory_budget_bytes=budget))


def test_processes_give_the_same(region):
    paths, edges = region
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        same(counted(paths, edges, executor=processes), counted(paths, edges), rel=0)


def test_errors_come_back_from_processes(tmp_path, region):
    paths, edges = region
    content = (tmp_path / "2010.tif").read_bytes()
    rasters = [YearRaster(year, open_land_cover([path])) for year, path in paths.items()]
    (tmp_path / "2010.tif").write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes,
        pytest.raises(Exception, match=r"2010\.tif"),
    ):
        class_areas(rasters, lambda wkt: edges, executor=processes)


class Listener:
    """A progress that cancels once it has seen ``until``."""

    def __init__(self, until=2.0):
        self.seen, self.until = [], until

    def report(self, fraction):
        self.seen.append(fraction)

    def cancelled(self):
        return bool(self.seen) and self.seen[-1] >= self.until


def test_progress_rises_to_the_end(region):
    paths, edges = region
    listener = Listener()
    counted(paths, edges, progress=listener)
    assert listener.seen == sorted(listener.seen)
    assert listener.seen[-1] == 1.0
    assert len(set(listener.seen)) > 5


def test_cancel_stops_in_the_middle(region):
    paths, edges = region
    everything, some = Serial(), Serial()
    counted(paths, edges, executor=everything)
    with pytest.raises(Cancelled):
        counted(paths, edges, executor=some, progress=Listener(until=0.0))
    assert some.tasks < everything.tasks


def test_cancel_takes_back_what_has_not_begun(region, monkeypatch):
    paths, edges = region
    monkeypatch.setattr(survey_module, "BATCH_CELLS", 10_000)
    futures = []

    class Slow(ThreadPoolExecutor):
        def submit(self, function, task):
            futures.append(super().submit(lambda: (time.sleep(0.2), function(task))[1]))
            return futures[-1]

    with pytest.raises(Cancelled), Slow(1) as slow:
        counted(paths, edges, executor=slow, progress=Listener(until=0.01))
    assert not futures[0].cancelled()  # it gave the progress
    assert futures[-1].cancelled()


def test_cancel_does_not_wait_for_a_worker(region):
    paths, edges = region
    stuck = Stuck()
    begun = time.monotonic()

    class Impatient(Listener):
        def cancelled(self):
            return time.monotonic() - begun > 0.5

    with pytest.raises(Cancelled):
        counted(paths, edges, executor=stuck, progress=Impatient())
    assert time.monotonic() - begun < 1.5
    assert all(future.cancelled() for future in stuck.futures)


# --- a real region ----------------------------------------------------------------------------------------------------


def test_brazil_cell_by_cell(shared_data):
    """17 years of MapBiomas, 78 municipalities: against OGR on every centre and quadrature of every row."""
    folder = shared_data("brazil_ms")
    layer = ogr.Open(str(folder / "municipios_ms.gpkg"))
    geometries = [feature.GetGeometryRef().Clone() for feature in layer.GetLayer()]
    paths = {int(path.name.split("_")[1]): str(path) for path in sorted((folder / "landcover").glob("*.tif"))}
    assert len(paths) == 17
    assert len(geometries) == 78
    dataset = gdal.Open(paths[2000])
    left, width, _, top, _, height = dataset.GetGeoTransform()
    rows, columns = dataset.RasterYSize, dataset.RasterXSize
    inside = np.zeros((len(geometries), rows, columns), bool)
    for unit, geometry in enumerate(geometries):
        west, east, south, north = geometry.GetEnvelope()
        for row in range(rows):
            y = top + (row + 0.5) * height
            for column in range(columns):
                x = left + (column + 0.5) * width
                if west <= x <= east and south <= y <= north:
                    inside[unit, row, column] = geometry.Contains(ogr.CreateGeometryFromWkt(f"POINT({x!r} {y!r})"))
    nodes, weights = np.polynomial.legendre.leggauss(20)
    e2 = dataset.GetSpatialRef().GetInvFlattening()
    e2 = (2.0 - 1.0 / e2) / e2
    latitudes = np.radians(top + (np.arange(rows) + 0.5) * height)[:, None] + np.radians(abs(height)) / 2 * nodes
    density = (
        dataset.GetSpatialRef().GetSemiMajor() ** 2
        * (1 - e2)
        * np.cos(latitudes)
        / (1 - e2 * np.sin(latitudes) ** 2) ** 2
    )
    row_ha = density @ weights * np.radians(abs(height)) / 2 * np.radians(abs(width)) / 10_000

    edges = Edges.from_wkb([bytes(geometry.ExportToWkb()) for geometry in geometries])
    result = counted(paths, edges)
    assert [year.year for year in result.years] == list(range(2000, 2017))
    for year in result.years:
        codes = gdal.Open(paths[year.year]).ReadAsArray()
        assert (year.cells.sum(axis=1) + year.nodata_cells == inside.sum(axis=(1, 2))).all()
        assert set(year.values.tolist()) == set(np.unique(codes[inside.any(axis=0)]).tolist()) - {0}
        for value, cells, area in zip(year.values, year.cells.T, year.area_ha.T):
            of_value = inside & (codes == value)
            assert (cells == of_value.sum(axis=(1, 2))).all()
            assert area == pytest.approx(of_value.sum(axis=2) @ row_ha, rel=1e-9)


def test_brazil_by_the_raster_of_municipalities(shared_data):
    """Cells and areas published with the data, counted from a raster of municipality codes: its outlines as units."""
    folder = shared_data("brazil_ms")
    published = np.genfromtxt(
        folder / "zonal_areas_from_municipality_raster.csv", delimiter=",", names=True, encoding="utf-8"
    )
    source = gdal.Open(str(folder / "municipality_code_5km.tif"))
    kept = gdal.GetDriverByName("Memory").Create("", 0, 0, 0, gdal.GDT_Unknown)  # a layer lives as long as its dataset
    layer = kept.CreateLayer("municipalities", source.GetSpatialRef())
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
    gdal.Polygonize(source.GetRasterBand(1), source.GetRasterBand(1), layer, 0)
    outlines = {}
    for feature in layer:
        whole = outlines.setdefault(feature["code"], ogr.Geometry(ogr.wkbMultiPolygon))
        whole.AddGeometry(feature.GetGeometryRef())
    edges = Edges.from_wkb([bytes(outline.ExportToWkb()) for outline in outlines.values()])
    paths = {int(path.name.split("_")[1]): str(path) for path in (folder / "landcover").glob("*.tif")}
    found = {}
    for year in counted(paths, edges).years:
        for code, cells, area in zip(outlines, year.cells, year.area_ha):
            for value, number, hectares in zip(year.values, cells, area):
                if number:
                    found[code, year.year, int(value)] = number, hectares / 100
    expected = {
        (int(row["code"]), int(row["year"]), int(row["class"])): (row["cells"], row["area_km2"])
        for row in published
        if row["class"] > 0
    }
    assert found.keys() == expected.keys()
    for key, (cells, square_kilometres) in expected.items():
        assert found[key][0] == cells
        assert found[key][1] == pytest.approx(square_kilometres, rel=1e-6, abs=6e-5)
