"""The trend of every cell: brute force, cell types, no data, grids, windows, files, memory."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
import pymannkendall
import pytest
from osgeo import gdal, osr

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import Cancelled, SeveralErrors
from carbon_plugin.core.trend.cell_counts import NoCellWithTrendError
from carbon_plugin.core.trend.series import ThresholdError, series_trends
from carbon_plugin.core.trend.trend_classes import TrendClass, styles
from carbon_plugin.raster.bands import RasterDamagedError, RasterNotReadableError
from carbon_plugin.raster.cells.series import (
    CellsNotNumbersError,
    GridsDifferError,
    LayerYearsError,
    RepeatedYearsError,
    SeriesBandsError,
    TooFewRastersError,
    open_series,
)
from carbon_plugin.raster.cells.trend import block_trends, raster_trends, window_shape
from carbon_plugin.raster.geotiff import RasterNotWrittenError
from carbon_plugin.raster.grid import Grid, NoRasterCrsError
from tests.raster.executors import Serial, any_executor

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("slope", "z", "p", "trend")
TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}
NAN = np.nan


def write_raster(path, *bands, nodata=None, origin=(500_000.0, 3_600_000.0), cell=30.0, epsg=32648, options=()):
    """A GeoTIFF with ``bands`` (rows, columns) of one type."""
    rows, columns = bands[0].shape
    kind = TYPES.get(str(bands[0].dtype), gdal.GDT_CFloat32)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, len(bands), kind, list(options))
    dataset.SetGeoTransform((origin[0], cell, 0, origin[1], 0, -cell))
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetSpatialRef(crs)
    for number, cells in enumerate(bands):
        band = dataset.GetRasterBand(number + 1)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteArray(cells)
    dataset = None
    return str(path)


def read_raster(path):
    dataset = gdal.Open(str(path))
    return dataset.GetRasterBand(1).ReadAsArray()


@pytest.fixture
def run(tmp_path):
    """Trends of rasters, as arrays by name, and the result."""

    def run(paths, years, **options):
        outputs = {name: str(tmp_path / f"{name}.tif") for name in NAMES}
        result = raster_trends(open_series(paths, years), outputs, **options)
        return {name: read_raster(path) for name, path in outputs.items()}, result

    return run


def noise(times, rows, columns, seed=0):
    random = np.random.default_rng(seed)
    slope = random.normal(0, 0.3, (rows, columns))
    return random.normal(size=(times, rows, columns)) + slope * np.arange(times)[:, None, None]


def files_in(folder):
    return sorted(path.name for path in Path(folder).iterdir())


# --- against others --------------------------------------------------------------------------------------------------


def test_every_cell_against_the_library(tmp_path, run):
    values = noise(9, 5, 7).astype(np.float32)
    values[2:5, 1, 1] = -9999  # a gap keeps its place
    values[:7, 2, 2] = -9999  # two values are too few
    values[:6, 3, 3] = -9999  # three are short
    values[:, 4, 4] = 5.0
    paths = [write_raster(tmp_path / f"{i}.tif", cells, nodata=-9999) for i, cells in enumerate(values)]
    found, result = run(paths, range(2000, 2009))
    for row, column in np.ndindex(5, 7):
        series = np.where(values[:, row, column] == -9999, NAN, values[:, row, column].astype(float))
        got = {name: cells[row, column] for name, cells in found.items()}
        n = np.isfinite(series).sum()
        if n < 3:
            assert np.isnan([got["slope"], got["z"], got["p"]]).all() and got["trend"] == 0
            continue
        expected = pymannkendall.original_test(series)
        assert (got["slope"], got["z"], got["p"]) == pytest.approx((expected.slope, expected.z, expected.p), rel=1e-6)
        steps = np.sign(expected.z) * (2 if abs(expected.z) > 1.66 and n >= 5 else 1)
        assert got["trend"] == 3 + steps
    assert found["trend"][4, 4] == 3 and found["trend"][2, 2] == 0 and found["trend"][3, 3] in (2, 3, 4)
    assert result.cells[TrendClass.NONE] == 1 and sum(result.cells.values()) == 35
    assert "1 of 35 cells" in " ".join(map(str, result.notes)) and "1 cell has only three" in " ".join(
        map(str, result.notes)
    )


@pytest.mark.parametrize("kind", TYPES)
def test_every_cell_type(tmp_path, run, kind):
    values = np.round(noise(6, 4, 5) * 10 + 100).astype(kind)
    values[1, 0, 0] = 7
    paths = [write_raster(tmp_path / f"{i}.tif", cells, nodata=7) for i, cells in enumerate(values)]
    found, _ = run(paths, range(6))
    expected = block_trends(np.where(values == 7, NAN, values.astype(float)), np.arange(6))
    for name in NAMES:
        np.testing.assert_array_equal(found[name], getattr(expected, name))


def test_large_integers_keep_their_digits(tmp_path, run):
    values = (4_000_000_000 + np.arange(5)).astype(np.uint32)
    paths = [write_raster(tmp_path / f"{i}.tif", np.full((2, 2), v, np.uint32)) for i, v in enumerate(values)]
    found, _ = run(paths, range(5))
    assert (found["slope"] == 1).all() and (found["trend"] == 5).all()


def test_scale_and_offset_are_applied(tmp_path, run):
    paths = []
    for year in range(5):
        paths.append(write_raster(tmp_path / f"{year}.tif", np.full((2, 2), 10 * year, np.int16), nodata=-1))
        dataset = gdal.Open(paths[-1], gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(0.01)
        dataset.GetRasterBand(1).SetOffset(-3.0)
        dataset = None
    found, _ = run(paths, range(5))
    assert found["slope"] == pytest.approx(0.1)


def test_block_of_an_array():
    values = noise(7, 3, 4)
    years = np.array([1990, 1995, 2000, 2005, 2010, 2015, 2020])
    block = block_trends(values, years)
    expected = series_trends(values.reshape(7, -1).T, years)
    np.testing.assert_array_equal(block.slope.ravel(), expected.slope.astype(np.float32))
    np.testing.assert_array_equal(block.trend.ravel(), expected.trend)
    assert block.trend.shape == (3, 4) and block.trend.dtype == np.uint8 and block.z.dtype == np.float32


# --- series ----------------------------------------------------------------------------------------------------------


def test_bands_of_one_raster_and_years_in_any_order(tmp_path, run):
    values = noise(6, 4, 4).astype(np.float32)
    years = [2003, 2001, 2010, 2002, 2006, 2005]
    apart = [write_raster(tmp_path / f"{year}.tif", cells) for year, cells in zip(years, values)]
    together = write_raster(tmp_path / "all.tif", *values)
    order = np.argsort(years)
    expected = block_trends(values[order], np.sort(years))
    for paths in (apart, [together]):
        found, _ = run(paths, years)
        for name in NAMES:
            np.testing.assert_array_equal(found[name], getattr(expected, name))


def test_four_bands_of_bytes_are_four_years_not_an_image_with_opacity(tmp_path, run):
    values = np.array([[[10]], [[20]], [[30]], [[0]]], np.uint8)
    path = write_raster(tmp_path / "four.tif", *values)
    assert gdal.Open(path).GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    found, _ = run([path], [2000, 2001, 2002, 2003])
    assert found["slope"][0, 0] == pytest.approx(block_trends(values, np.arange(4)).slope[0, 0])
    assert len(open_series([path], [2000, 2001, 2002]).layers) == 3


@pytest.mark.parametrize(("kind", "full"), [("uint8", 255), ("uint16", 65535), ("int16", 255), ("float32", 0.2)])
def test_opacity_of_single_rasters_is_a_mask(tmp_path, run, kind, full):
    """GDAL's own mask goes by opacity of whole numbers without a sign alone, and takes 0.2 for none."""
    paths = []
    for year in range(3):
        opacity = np.array([[full, 0 if year == 0 else full]], kind)
        cells = np.full((1, 2), 10 * year, kind)
        options = ["ALPHA=YES"]
        paths.append(write_raster(tmp_path / f"{year}.tif", cells, opacity, options=options))
    found, _ = run(paths, range(3))
    assert found["trend"].tolist() == [[4, 0]]


def test_nodata_everywhere(tmp_path, run):
    paths = [write_raster(tmp_path / f"{i}.tif", np.zeros((3, 3), np.uint8), nodata=0) for i in range(4)]
    with pytest.raises(NoCellWithTrendError, match="None of the 9 cells"):
        run(paths, range(4))


def test_nodata_everywhere_leaves_an_older_result(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", np.zeros((3, 3), np.uint8), nodata=0) for i in range(4)]
    older = tmp_path / "slope.tif"
    older.write_bytes(b"an older result")
    with pytest.raises(NoCellWithTrendError):
        raster_trends(open_series(paths, range(4)), {"slope": str(older)})
    assert older.read_bytes() == b"an older result"


def test_nan_infinity_and_nodata_of_floats(tmp_path, run):
    nodata = float(np.finfo(np.float32).min)
    values = np.broadcast_to(np.arange(6, dtype=np.float32)[:, None, None], (6, 1, 4)).copy()
    values[0, 0, 1], values[0, 0, 2], values[0, 0, 3] = NAN, np.inf, nodata
    paths = [write_raster(tmp_path / f"{i}.tif", cells, nodata=nodata) for i, cells in enumerate(values)]
    found, _ = run(paths, range(6))
    assert (found["slope"] == 1).all() and (found["trend"] == 5).all()
    assert found["z"][0, 0] > found["z"][0, 1] == found["z"][0, 2] == found["z"][0, 3]


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"origin": (500_015.0, 3_600_000.0)}, "shifted by 0.5 columns and 0 rows"),
        ({"origin": (500_000.0, 3_600_015.0)}, "shifted by 0 columns and 0.5 rows"),
        ({"cell": 31.0}, "cell 30 x -30 against 31 x -31"),
        ({"epsg": 32649}, "CRS .*48N against .*49N"),
    ],
)
def test_another_grid_is_refused_and_the_difference_named(tmp_path, change, says):
    cells = np.ones((4, 4), np.uint8)
    paths = [write_raster(tmp_path / f"{i}.tif", cells) for i in range(2)]
    paths.append(write_raster(tmp_path / "odd.tif", cells, **change))
    with pytest.raises(GridsDifferError, match=says) as raised:
        open_series(paths, range(3))
    assert "odd.tif" in str(raised.value) and "0.tif" in str(raised.value)


def test_another_size_is_refused(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", np.ones((4, 4 + i), np.uint8)) for i in range(3)]
    with pytest.raises(SeveralErrors) as raised:
        open_series(paths, range(3))
    assert [type(error) for error in raised.value.errors] == [GridsDifferError, GridsDifferError]
    assert "4 x 4 against 5 x 4" in str(raised.value)


def test_what_is_no_series(tmp_path):
    cells = np.ones((2, 2), np.uint8)
    one, two, three = (write_raster(tmp_path / f"{i}.tif", cells) for i in range(3))
    double = write_raster(tmp_path / "double.tif", cells, cells)
    unknown = write_raster(tmp_path / "unknown.tif", cells, epsg=None)
    imaginary = write_raster(tmp_path / "imaginary.tif", cells.astype(np.complex64))
    text = tmp_path / "text.tif"
    text.write_text("no raster", encoding="utf-8")
    for paths, years, error, says in [
        ([one, two, three], [2000, 2001], LayerYearsError, "3 rasters .* but 2 years"),
        ([double], [2000, 2001, 2002], LayerYearsError, "2 rasters .* but 3 years"),
        ([one, two, three], [2000, 2001, 2000], RepeatedYearsError, "2000"),
        ([one, two], [2000, 2001], TooFewRastersError, "2000, 2001"),
        ([one, two, double], [2000, 2001, 2002], SeriesBandsError, "double.tif” has 2 bands"),
        ([one, two, imaginary], [2000, 2001, 2002], CellsNotNumbersError, "CFloat32"),
        ([one, two, unknown], [2000, 2001, 2002], NoRasterCrsError, "unknown.tif"),
        ([one, two, str(text)], [2000, 2001, 2002], RasterNotReadableError, "text.tif"),
        ([one, two, str(tmp_path / "none.tif")], [2000, 2001, 2002], RasterNotReadableError, "none.tif"),
    ]:
        with pytest.raises(error, match=says):
            open_series(paths, years)


def test_threshold_must_be_positive(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", np.ones((2, 2), np.uint8)) for i in range(3)]
    with pytest.raises(ThresholdError):
        raster_trends(open_series(paths, range(3)), {"z": str(tmp_path / "z.tif")}, threshold=0.0)
    assert "z.tif" not in files_in(tmp_path)


# --- files -----------------------------------------------------------------------------------------------------------


def test_outputs_are_what_gis_expects(awkward_folder):
    values = np.round(noise(5, 300, 40)).astype(np.int16)
    paths = [write_raster(awkward_folder / f"年 {i}.tif", cells) for i, cells in enumerate(values)]
    outputs = {name: str(awkward_folder / f"结果 {name}.tif") for name in NAMES}
    before = set(files_in(awkward_folder))
    raster_trends(open_series(paths, range(5)), outputs)
    assert set(files_in(awkward_folder)) - before == {f"结果 {name}.tif" for name in NAMES}  # and no sidecar
    for name, path in outputs.items():
        dataset = gdal.Open(path)
        band = dataset.GetRasterBand(1)
        assert dataset.GetGeoTransform() == gdal.Open(paths[0]).GetGeoTransform()
        assert dataset.GetSpatialRef().IsSame(gdal.Open(paths[0]).GetSpatialRef())
        assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
        assert band.GetBlockSize()[0] == 256 and band.GetBlockSize()[1] % 16 == 0
        assert band.GetDescription()
        if name == "trend":
            assert band.DataType == gdal.GDT_Byte and band.GetNoDataValue() == 0
            table = band.GetColorTable()
            for style in styles():
                assert "#{:02x}{:02x}{:02x}".format(*table.GetColorEntry(style.value)) == style.colour
        else:
            assert band.DataType == gdal.GDT_Float32 and np.isnan(band.GetNoDataValue())


def test_outputs_may_be_left_out(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", np.full((2, 2), i, np.uint8)) for i in range(5)]
    result = raster_trends(open_series(paths, range(5)), {"trend": str(tmp_path / "trend.tif")})
    assert files_in(tmp_path) == ["0.tif", "1.tif", "2.tif", "3.tif", "4.tif", "trend.tif"]
    assert result.cells[TrendClass.MARKED_INCREASE] == 4
    assert raster_trends(open_series(paths, range(5)), {}).cells == result.cells


def test_sidecars_of_a_file_that_is_replaced_go_with_it(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", np.full((2, 2), i, np.uint8)) for i in range(3)]
    target = tmp_path / "slope.tif"
    write_raster(target, np.ones((2, 2), np.uint8))
    Path(f"{target}.aux.xml").write_text("<PAMDataset/>", encoding="utf-8")
    raster_trends(open_series(paths, range(3)), {"slope": str(target)})
    assert (read_raster(target) == 1).all() and gdal.Open(str(target)).GetRasterBand(1).DataType == gdal.GDT_Float32
    assert "slope.tif.aux.xml" not in files_in(tmp_path)


class Impatient:
    """Cancels after it was asked ``patience`` times."""

    def __init__(self, patience):
        self.patience, self.seen = patience, []

    def report(self, fraction):
        self.seen.append(fraction)

    def cancelled(self):
        self.patience -= 1
        return self.patience < 0


def test_cancelled_run_leaves_nothing_and_keeps_what_was_there(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", noise(1, 300, 300, i)[0].astype(np.float32)) for i in range(5)]
    target = tmp_path / "z.tif"
    target.write_bytes(b"what was there")
    before = files_in(tmp_path)
    outputs = {"z": str(target), "p": str(tmp_path / "p.tif")}
    with pytest.raises(Cancelled):
        raster_trends(open_series(paths, range(5)), outputs, task_bytes=1 << 20, progress=Impatient(5))
    assert files_in(tmp_path) == before and target.read_bytes() == b"what was there"


def test_cancel_takes_effect_within_a_second(tmp_path):
    class Clock:
        def __init__(self):
            self.begin, self.asked = time.monotonic(), None

        def report(self, fraction):
            """Nobody looks."""

        def cancelled(self):
            if self.asked is None and time.monotonic() - self.begin > 0.5:
                self.asked = time.monotonic()
            return self.asked is not None

    cells = noise(60, 256, 256).astype(np.float32)
    path = write_raster(tmp_path / "long.tif", *cells)
    clock = Clock()
    with pytest.raises(Cancelled):
        raster_trends(open_series([path], range(60)), {"z": str(tmp_path / "z.tif")}, progress=clock)
    assert time.monotonic() - clock.asked < 1.0


def test_damaged_raster_stops_the_run_and_leaves_nothing(tmp_path):
    cells = np.random.default_rng(0).random((400, 400)).astype(np.float32)
    paths = [write_raster(tmp_path / f"{i}.tif", cells, options=["COMPRESS=LZW", "TILED=YES"]) for i in range(3)]
    whole = Path(paths[1]).read_bytes()
    Path(paths[1]).write_bytes(whole[:2_000] + bytes(len(whole) - 4_000) + whole[-2_000:])
    before = files_in(tmp_path)
    with pytest.raises(RasterDamagedError, match=r"“1\.tif” cannot be read in rows 0"):
        raster_trends(open_series(paths, range(3)), {"z": str(tmp_path / "z.tif")})
    assert files_in(tmp_path) == before


def test_output_that_cannot_be_written(tmp_path):
    paths = [write_raster(tmp_path / f"{i}.tif", np.ones((2, 2), np.uint8)) for i in range(3)]
    series = open_series(paths, range(3))
    outputs = {"z": str(tmp_path / "z.tif"), "p": str(tmp_path / "no folder" / "p.tif")}
    with pytest.raises(RasterNotWrittenError, match=r"p\.tif"):
        raster_trends(series, outputs)
    folder = tmp_path / "taken.tif"
    folder.mkdir()
    with pytest.raises(RasterNotWrittenError, match=r"taken\.tif"):
        raster_trends(series, {"z": str(folder)})
    assert files_in(tmp_path) == ["0.tif", "1.tif", "2.tif", "taken.tif"]


def run_python(code, *arguments):
    """The output of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_full_disk_leaves_nothing(tmp_path):
    values = noise(5, 300, 300).astype(np.float32)
    paths = [write_raster(tmp_path / f"{i}.tif", cells) for i, cells in enumerate(values)]
    before = files_in(tmp_path)
    code = """
        import resource, signal, sys
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        from carbon_plugin.raster.geotiff import RasterNotWrittenError
        from carbon_plugin.raster.cells.series import open_series
        from carbon_plugin.raster.cells.trend import raster_trends
        target, *paths = sys.argv[1:]
        try:
            raster_trends(open_series(paths, range(len(paths))), {"slope": target})
        except RasterNotWrittenError as error:
            print(error)
    """
    assert "slope.tif” could not be written" in run_python(code, tmp_path / "slope.tif", *paths)
    assert files_in(tmp_path) == before


# --- methods ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n_times", [5, 9, 14])
@pytest.mark.parametrize("method", ["original", "ar1"])
def test_cells_are_tested_as_series_are(tmp_path, run, n_times, method):
    values = np.cumsum(noise(n_times, 60, 300), axis=0).astype(np.float32)
    values[:, ::7, ::5] = np.round(values[:, ::7, ::5])  # ties
    values[1, ::3, ::4] = NAN
    values[:, 5, 5], years = 3.5, range(1990, 1990 + 2 * n_times, 2)
    path = write_raster(tmp_path / "all.tif", *values)
    found, _ = run([path], years, method=method, task_bytes=1 << 20)
    expected = series_trends(values.reshape(n_times, -1).T, np.array(years), method=method)
    for name, of_series in (("z", expected.z), ("p", expected.p), ("slope", expected.slope)):
        np.testing.assert_array_equal(found[name].ravel(), of_series.astype(np.float32))
    np.testing.assert_array_equal(found["trend"].ravel(), expected.trend)
    assert found["trend"][5, 5] == 3
    if method == "ar1" and n_times > 10:
        plain = series_trends(values.reshape(n_times, -1).T, np.array(years))
        assert np.isin(plain.score, (1, 5)).sum() > 1.3 * np.isin(expected.score, (1, 5)).sum()


def test_the_recommended_method_is_the_default(tmp_path, run):
    path = write_raster(tmp_path / "all.tif", *np.cumsum(noise(12, 10, 10), axis=0).astype(np.float32))
    default, ar1 = (run([path], range(12), **options)[0]["z"] for options in ({}, {"method": "ar1"}))
    np.testing.assert_array_equal(default, ar1)


def test_a_method_that_there_is_not(tmp_path, run):
    path = write_raster(tmp_path / "all.tif", *noise(5, 4, 4).astype(np.float32))
    with pytest.raises(NotAChoiceError, match=r"hamed_rao.*“original”, “ar1”"):
        run([path], range(5), method="hamed_rao")


# --- windows, workers and memory -------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [(), ("TILED=YES",), ("TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512")])
def test_windows_do_not_show(tmp_path, run, options):
    values = np.round(noise(5, 530, 610) * 3).astype(np.int16)
    values[np.random.default_rng(1).random(values.shape) < 0.1] = -99
    paths = [write_raster(tmp_path / f"{i}.tif", cells, nodata=-99, options=options) for i, cells in enumerate(values)]
    whole, whole_result = run(paths, range(5), task_bytes=1 << 30)
    pieces, result = run(paths, range(5), task_bytes=1 << 20)
    expected = block_trends(np.where(values == -99, NAN, values.astype(float)), np.arange(5))
    for name in NAMES:
        np.testing.assert_array_equal(whole[name], getattr(expected, name))
        np.testing.assert_array_equal(pieces[name], whole[name])
    assert result.cells == whole_result.cells


@pytest.mark.parametrize("blocks", [(10_000, 1), (10_000, 48), (256, 256), (512, 512), (128, 128), (10_000, 10_000)])
@pytest.mark.parametrize("n_times", [3, 21, 300])
@pytest.mark.parametrize("budget", [1, 16 << 20, 64 << 20, 1 << 34])
def test_window_shapes(blocks, n_times, budget):
    grid = Grid(10_000, 10_000, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), "", *blocks)
    rows, columns = window_shape(grid, n_times, budget)
    tile = min(rows, 256)
    assert rows >= 16 and rows % tile == 0 and tile % 16 == 0
    assert columns == grid.width or columns % 256 == 0
    assert rows * columns * n_times * 8 <= max(budget, 256 * 16 * n_times * 8)


@any_executor
def test_any_executor_writes_the_same_bytes(tmp_path, run, executor):
    path = write_raster(tmp_path / "all.tif", *noise(5, 300, 300).astype(np.float32))
    once = Serial()
    run([path], range(5), executor=once, task_bytes=1 << 20)
    expected = [(tmp_path / f"{name}.tif").read_bytes() for name in NAMES]
    assert once.tasks > 10
    run([path], range(5), executor=executor, task_bytes=1 << 20)
    assert [(tmp_path / f"{name}.tif").read_bytes() for name in NAMES] == expected


def test_progress_rises_to_one(tmp_path):
    path = write_raster(tmp_path / "all.tif", *noise(5, 200, 300).astype(np.float32))
    progress = Impatient(10**6)
    raster_trends(open_series([path], range(5)), {}, task_bytes=1 << 20, progress=progress)
    assert progress.seen == sorted(progress.seen) and progress.seen[-1] == 1.0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to tell the peak of a process")
def test_memory_does_not_grow_with_the_raster(tmp_path):
    code = """
        import re, sys
        from pathlib import Path
        from carbon_plugin.raster.cells.series import open_series
        from carbon_plugin.raster.cells.trend import raster_trends
        path, *targets = sys.argv[1:]
        raster_trends(open_series([path], range(2000, 2005)), dict(zip(("slope", "z", "p", "trend"), targets)))
        print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
    """
    targets = [tmp_path / f"{name}.tif" for name in NAMES]
    peaks = []
    for rows in (1_000, 10_000):
        random = np.random.default_rng(0)
        bands = [random.integers(0, 250, (rows, 600), np.uint8) for _ in range(5)]
        path = write_raster(tmp_path / f"{rows}.tif", *bands, options=["TILED=YES"])
        peaks.append(int(run_python(code, path, *targets)))
    short, long = peaks  # 6 million cells would take more than 500 MiB at once
    assert long < 320 and long - short < 100


def test_opacity_counts_beside_a_nodata_value(tmp_path, run):
    """GDAL's own mask forgets the opacity of a band that has a nodata value."""
    paths = []
    for year in range(5):
        cells = np.array([[10 + year, 10 + year, 0]], np.uint8)
        opacity = np.array([[255, 0, 255]], np.uint8)
        paths.append(write_raster(tmp_path / f"{year}.tif", cells, opacity, nodata=0, options=["ALPHA=YES"]))
    assert open_series(paths, range(5)).layers[0].opacity == 2
    found, result = run(paths, range(5))
    assert result.cells[TrendClass.NONE] == 2 and found["slope"][0, 0] == 1.0
