"""Trends of raster cells as a planner asks for them: series of files and of bands, styles that travel, faults."""

from pathlib import Path

import numpy as np
import pymannkendall
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRasterRange,
)
from scipy import stats

YEARS = tuple(range(2000, 2012))
NODATA = -9999.0
NAN = np.nan
OUTPUTS = ("SLOPE", "Z", "P", "TREND")


def write_raster(path, *bands, names=(), nodata=NODATA, west=500_000.0, cell=30.0, epsg=32648) -> str:
    """A GeoTIFF of ``bands`` (rows, columns), NaN as no data."""
    rows, columns = bands[0].shape
    kind = {"f": gdal.GDT_Float32, "u": gdal.GDT_Byte, "i": gdal.GDT_Int16}[bands[0].dtype.kind]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, len(bands), kind)
    dataset.SetGeoTransform((west, cell, 0, 3_600_000.0, 0, -cell))
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetSpatialRef(crs)
    for number, cells in enumerate(bands):
        band = dataset.GetRasterBand(number + 1)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteArray(np.where(np.isnan(cells), nodata, cells) if cells.dtype.kind == "f" else cells)
        if names:
            band.SetDescription(str(names[number]))
    dataset = None
    return str(path)


def read_raster(path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


@pytest.fixture
def values():
    """(years, rows, columns): noise with slopes of every sort, gaps, cells too short, one constant."""
    random = np.random.default_rng(7)
    values = random.normal(size=(len(YEARS), 9, 11)) + random.normal(0, 0.3, (9, 11)) * np.arange(12)[:, None, None]
    values = values.astype(np.float32)
    values[3:5, 2, 2] = NAN
    values[2:, 3, 3] = NAN  # two values
    values[3:, 4, 4] = NAN  # three
    values[:, 5, 5] = 7.0
    return values


@pytest.fixture
def files(tmp_path, values):
    return [write_raster(tmp_path / f"npp_{year}.tif", cells) for year, cells in zip(YEARS, values)]


@pytest.fixture
def outputs(tmp_path):
    folder = tmp_path / "results"
    folder.mkdir()
    return {name: str(folder / f"{name.lower()}.tif") for name in OUTPUTS}


ORIGINAL = 0  # of METHOD


def check(outputs, values, threshold=1.66):
    """Every cell against a loop over the library; results are stored as Float32."""
    slope, z, p, trend = (read_raster(outputs[name]) for name in OUTPUTS)
    for row, column in np.ndindex(values.shape[1:]):
        series = values[:, row, column].astype(float)
        count = np.isfinite(series).sum()
        if count < 3:
            assert np.isnan([slope[row, column], z[row, column], p[row, column]]).all() and trend[row, column] == 0
            continue
        expected = pymannkendall.original_test(series)
        found = slope[row, column], z[row, column], p[row, column]
        assert found == pytest.approx((expected.slope, expected.z, expected.p), rel=1e-6, abs=1e-7)
        known = series[np.isfinite(series)]
        few = 5 <= count <= 10 and len(set(known)) == count  # then the exact p decides
        p_exact = stats.kendalltau(range(count), known, method="exact").pvalue if few else expected.p
        steps = 2 if p_exact < 2 * stats.norm.sf(threshold) and count >= 5 else 1
        assert trend[row, column] == 3 + np.sign(expected.z) * steps


def test_files_with_the_year_in_their_names(run, files, outputs, values):
    outcome = run("rastertrendtest", LAYERS=files, METHOD=ORIGINAL, **outputs)
    check(outputs, values)
    assert outcome["CELLS_WITHOUT_TREND"] == 1
    assert any("Of 98 cells with a trend" in line for line in outcome.log)


def test_bands_with_the_year_in_their_descriptions(run, tmp_path, outputs, values):
    path = write_raster(tmp_path / "npp.tif", *values, names=YEARS)
    run("rastertrendtest", LAYERS=[path], METHOD=ORIGINAL, THRESHOLD=1.96, **outputs)
    check(outputs, values, threshold=1.96)


def test_bands_with_given_years(run, tmp_path, outputs, values):
    path = write_raster(tmp_path / "npp.tif", *values)
    run("rastertrendtest", LAYERS=[path], YEARS=";".join(map(str, YEARS)), METHOD=ORIGINAL, **outputs)
    check(outputs, values)


@pytest.mark.parametrize("kind", ["uint8", "int16"])
def test_integers(run, tmp_path, outputs, kind):
    values = np.random.default_rng(3).integers(0, 9, (4, 3, 5)).astype(kind)
    paths = [write_raster(tmp_path / f"lai_{year}.tif", cells, nodata=None) for year, cells in zip(YEARS, values)]
    run("rastertrendtest", LAYERS=paths, **outputs)
    check(outputs, values)


def test_four_bands_of_bytes_are_four_years(run, tmp_path, outputs):
    """GDAL takes the last of four bytes for the opacity of an image."""
    values = np.random.default_rng(3).integers(0, 9, (4, 3, 5)).astype(np.uint8)
    path = write_raster(tmp_path / "lai.tif", *values, names=YEARS[:4], nodata=None)
    dataset = gdal.Open(path)
    assert dataset.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    run("rastertrendtest", LAYERS=[path], **outputs)
    check(outputs, values)


def test_only_some_outputs(run, files, outputs):
    outcome = run("rastertrendtest", LAYERS=files, TREND=outputs["TREND"])
    assert [path.suffix for path in sorted(Path(outputs["TREND"]).parent.iterdir())] == [".qml", ".tif"]
    assert set(read_raster(outputs["TREND"]).ravel()) <= set(range(6))
    assert not outcome.results.get("SLOPE")


def test_styles_and_colours_travel_with_the_rasters(run, files, outputs):
    run("rastertrendtest", LAYERS=files, **outputs)
    trend = QgsRasterLayer(outputs["TREND"], "trend")
    assert trend.renderer().type() == "paletted"
    labels = [one.label for one in trend.renderer().classes()]
    assert labels == [
        "Marked increase (Z > 1.66)", "Moderate increase", "Unchanged", "Moderate decrease",
        "Marked decrease (Z < −1.66)",
    ]  # fmt: skip
    dataset = gdal.Open(outputs["TREND"])
    table = dataset.GetRasterBand(1).GetColorTable()
    for one in trend.renderer().classes():
        assert table.GetColorEntry(int(one.value))[:3] == one.color.getRgb()[:3]
    for name, first, last in (
        ("SLOPE", "Falls by more than", "Rises by more than"),
        ("Z", "Z < −2.576", "Z > 2.576"),
        ("P", "p ≤ 0.01", "p > 0.1"),
    ):
        layer = QgsRasterLayer(outputs[name], name)
        items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
        assert layer.renderer().type() == "singlebandpseudocolor"
        assert items[0].label.startswith(first) and items[-1].label.startswith(last)
        assert len({item.color.name() for item in items}) == len(items)


def test_a_crs_that_the_user_has_set(run, tmp_path, outputs, values):
    paths = [write_raster(tmp_path / f"npp_{year}.tif", cells, epsg=None) for year, cells in zip(YEARS, values)]
    layers = [QgsRasterLayer(path, Path(path).stem) for path in paths]
    for layer in layers:
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    run("rastertrendtest", LAYERS=layers, METHOD=ORIGINAL, **outputs)
    check(outputs, values)
    dataset = gdal.Open(outputs["Z"])
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "32648"


def test_results_are_tiled_and_compressed(run, files, outputs):
    run("rastertrendtest", LAYERS=files, **outputs)
    for path in outputs.values():
        dataset = gdal.Open(path)
        assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
        assert dataset.GetRasterBand(1).GetBlockSize()[0] == 256
        assert dataset.GetSpatialRef().GetAuthorityCode(None) == "32648"


def test_temporary_results(run, files):
    outcome = run("rastertrendtest", LAYERS=files, **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT"))
    assert all(QgsRasterLayer(outcome[name], name).isValid() for name in OUTPUTS)


def test_awkward_paths(run, awkward_folder, values):
    files = [write_raster(awkward_folder / f"净初级 生产力 {year}.tif", cells) for year, cells in zip(YEARS, values)]
    outputs = {name: str(awkward_folder / f"结果 {name}.tif") for name in OUTPUTS}
    run("rastertrendtest", LAYERS=files, METHOD=ORIGINAL, **outputs)
    check(outputs, values)


# --- faults ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(run, outputs):
    """Run on rasters with a fault; give the sentence, and check that no file was left."""

    def refuse(layers, **parameters) -> str:
        with pytest.raises(QgsProcessingException) as caught:
            run("rastertrendtest", LAYERS=layers, **{**outputs, **parameters})
        assert list(Path(outputs["SLOPE"]).parent.iterdir()) == []
        return str(caught.value)

    return refuse


def test_years_that_cannot_be_read(refused, tmp_path, values):
    paths = [write_raster(tmp_path / f"npp_{letter}.tif", cells) for letter, cells in zip("abc", values)]
    assert "No single year is found in the name of “npp_a”, “npp_b”, “npp_c”" in refused(paths)


def test_bands_without_years(refused, tmp_path, values):
    text = refused([write_raster(tmp_path / "npp.tif", *values[:3])])
    assert "No single year is found in the name of “Band 1”, “Band 2”, “Band 3”" in text


def test_a_year_missing_in_the_list(refused, files):
    assert "2 years are given (2000, 2001) for 3 layers" in refused(files[:3], YEARS="2000;2001")


def test_words_for_years(refused, files):
    assert "hold “last” where a year" in refused(files[:3], YEARS="2000;2001;last")


def test_a_year_twice(refused, files):
    assert "come more than once: 2001" in refused(files[:3], YEARS="2000;2001;2001")


def test_two_years_are_too_few(refused, files):
    assert "needs at least three years of rasters (or bands); found 2000, 2001" in refused(files[:2])


def test_a_grid_shifted_by_half_a_cell(refused, files, tmp_path, values):
    shifted = write_raster(tmp_path / "npp_2050.tif", values[0], west=500_015.0)
    text = refused([*files[:2], shifted])
    assert "“npp_2050.tif” does not lie on the grid of “npp_2000.tif”" in text and "0.5" in text


def test_grids_of_other_cells_size_and_crs_are_named(refused, files, tmp_path, values):
    other = [
        write_raster(tmp_path / "a_2050.tif", values[0], cell=25.0),
        write_raster(tmp_path / "b_2051.tif", values[0][:5]),
        write_raster(tmp_path / "c_2052.tif", values[0], epsg=32649),
    ]
    text = refused([*files[:2], *other])
    assert all(name in text for name in ("a_2050", "b_2051", "c_2052"))
    assert "30 x -30 against 25 x -25" in text and "11 x 5" in text and "UTM zone 49N" in text


def test_what_is_no_data_in_other_years_is_no_value(run, refused, outputs, files, tmp_path, values):
    """One file of the series lost its no-data value: -9999 would be a fall by thousands."""
    gap = np.where(np.arange(11) < 2, NODATA, values[0]).astype(np.float32)
    silent = write_raster(tmp_path / "silent_2004.tif", gap, nodata=None)
    text = refused([*files[:4], silent])
    assert "“silent_2004.tif” holds -9,999 as a value in 18 of 99 cells looked at, far from all others there (" in text
    assert "in “npp_2000.tif”, “npp_2001.tif”, “npp_2002.tif”, “npp_2003.tif” it stands for no data" in text
    assert "Set -9,999 as no-data value in the layer’s properties" in text
    layer = QgsRasterLayer(silent, "silent_2004")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(NODATA, NODATA)])
    outcome = run("rastertrendtest", LAYERS=[*files[:4], layer], METHOD=ORIGINAL, **outputs)
    check(outputs, np.stack([*values[:4], np.where(gap == NODATA, NAN, gap)]))
    assert not any("stands for no data" in line for line in outcome.warnings)


def test_a_number_that_may_be_a_value_though_others_call_it_no_data_is_told(run, outputs, tmp_path):
    cells = np.random.default_rng(5).integers(1, 9, (4, 3, 5)).astype(np.uint8)
    cells[3, 0, :2] = 0
    paths = [
        write_raster(tmp_path / f"lai_{2000 + k}.tif", one, nodata=None if k == 3 else 0) for k, one in enumerate(cells)
    ]
    outcome = run("rastertrendtest", LAYERS=paths, **outputs)
    (line,) = [line for line in outcome.warnings if "stands for no data" in line]
    assert "“lai_2003.tif” holds 0 in 2 of 15 cells looked at, where it counts as a value" in line
    check(outputs, cells)


def test_no_data_everywhere(refused, tmp_path, values):
    empty = np.full_like(values[0], NAN)
    paths = [write_raster(tmp_path / f"npp_{year}.tif", empty) for year in YEARS[:4]]
    assert "None of the 99 cells has values in three or more years" in refused(paths)


def test_no_crs_anywhere(refused, tmp_path, values):
    paths = [write_raster(tmp_path / f"npp_{year}.tif", values[0], epsg=None) for year in YEARS[:3]]
    assert "“npp_2000.tif” has no coordinate reference system" in refused(paths)


def test_several_bands_and_several_files(refused, files, tmp_path, values):
    assert "has 2 bands" in refused([*files[:2], write_raster(tmp_path / "npp_2050.tif", *values[:2])])


def test_a_threshold_of_zero(refused, files):
    assert "The threshold of |Z| is 0, but it must be above 0" in refused(files, THRESHOLD=0)


def test_a_format_that_is_not_written(refused, files, outputs):
    text = refused(files, SLOPE=outputs["SLOPE"].replace(".tif", ".png"))
    assert "“.png” stands for no format that this result is written in" in text
    assert text.endswith("Choose a name that ends in one of these: “.tif”, “.tiff”.")


def test_cancel_leaves_nothing(run, tmp_path, outputs):
    values = np.random.default_rng(1).normal(size=(3, 1200, 1200)).astype(np.float32)
    paths = [write_raster(tmp_path / f"npp_{year}.tif", cells) for year, cells in zip(YEARS, values)]

    class CancelAtOnce(QgsProcessingFeedback):
        def __init__(self):
            super().__init__()
            self.progressChanged.connect(self.cancel)

    outcome = run("rastertrendtest", feedback=CancelAtOnce(), LAYERS=paths, **outputs)
    assert not outcome.results.get("SLOPE")
    assert list(Path(outputs["SLOPE"]).parent.iterdir()) == []
