"""Opening one year's raster or its tiles, and reading windows of codes."""

import numpy as np
import pytest
from osgeo import gdal, osr

from carbon_plugin.core.errors import SeveralErrors
from carbon_plugin.raster.bands import RasterNotReadableError, RasterSource
from carbon_plugin.raster.grid import Grid, NoRasterCrsError, NotGeoreferencedError, RotatedGridError, same_crs
from carbon_plugin.raster.zonal.land_cover import (
    NotCodesError,
    SeveralBandsError,
    TilesDifferError,
    open_land_cover,
)
from carbon_plugin.raster.zonal.reader import LandCoverReader

ALBERS = "ESRI:102025"


def write_raster(
    path, codes, place=(0.0, 90.0), cell=30.0, nodata=None, crs=ALBERS, kind=gdal.GDT_Byte, options=(), mask=None
):
    """A GeoTIFF of ``codes`` (rows, columns) whose upper left corner is ``place``; returns its path as text."""
    codes = np.atleast_2d(codes)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), codes.shape[1], codes.shape[0], 1, kind, list(options))
    dataset.SetGeoTransform((place[0], cell, 0.0, place[1], 0.0, -cell))
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        dataset.SetProjection(reference.ExportToWkt())
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(codes)
    if mask is not None:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        band.GetMaskBand().WriteArray(np.where(mask, 255, 0).astype(np.uint8))
    del band, dataset
    return str(path)


def read_all(land_cover, dtype=None):
    codes = np.empty((land_cover.grid.height, land_cover.grid.width), dtype or land_cover.dtype)
    with LandCoverReader(land_cover) as reader:
        reader.read(0, 0, codes)
    return codes


def test_a_raster_and_its_grid(awkward_folder):
    path = write_raster(awkward_folder / "土地 2000.tif", [[1, 2, 3], [4, 5, 0]], place=(60.0, 120.0), nodata=0)
    land_cover = open_land_cover([path])
    assert land_cover.name == "土地 2000.tif"
    assert (land_cover.dtype, land_cover.nodata) == ("uint8", 0)
    assert (land_cover.grid.width, land_cover.grid.height) == (3, 2)
    assert land_cover.grid.extent == (60.0, 60.0, 150.0, 120.0)
    assert land_cover.grid.block_width == 3
    assert read_all(land_cover).tolist() == [[1, 2, 3], [4, 5, 0]]


@pytest.mark.parametrize(
    ("kind", "dtype", "codes"),
    [
        (gdal.GDT_Byte, "uint8", [0, 1, 255]),
        (gdal.GDT_UInt16, "uint16", [0, 1, 65535]),
        (gdal.GDT_Int16, "int16", [-32768, -1, 32767]),
        (gdal.GDT_UInt32, "uint32", [0, 70000, 4294967295]),
        (gdal.GDT_Int32, "int32", [-2147483648, -1, 2147483647]),
    ],
)
def test_codes_of_all_types(tmp_path, kind, dtype, codes):
    land_cover = open_land_cover([write_raster(tmp_path / "a.tif", codes, kind=kind)])
    assert (land_cover.dtype, land_cover.nodata) == (dtype, None)
    assert read_all(land_cover).tolist() == [codes]
    assert read_all(land_cover, "int64").tolist() == [codes]


def test_signed_bytes(tmp_path):
    options, kind = (
        (["PIXELTYPE=SIGNEDBYTE"], gdal.GDT_Byte) if gdal.GetDataTypeByName("Int8") == 0 else ([], gdal.GDT_Int8)
    )
    path = write_raster(tmp_path / "a.tif", np.array([[-2, 0, 5]], np.int8), kind=kind, options=options, nodata=-2)
    land_cover = open_land_cover([path])
    assert (land_cover.dtype, land_cover.nodata) == ("int8", -2)
    assert read_all(land_cover).tolist() == [[-2, 0, 5]]
    assert read_all(land_cover, "int16").tolist() == [[-2, 0, 5]]


@pytest.mark.parametrize(("nodata", "expected"), [(255, 255), (0, 0), (-9999, None), (0.5, None), (float("nan"), None)])
def test_only_a_nodata_value_that_a_cell_can_hold_counts(tmp_path, nodata, expected):
    assert open_land_cover([write_raster(tmp_path / "a.tif", [1, 2, 255], nodata=nodata)]).nodata == expected


def test_a_mask_takes_cells_out_whatever_their_code(tmp_path):
    path = write_raster(tmp_path / "a.tif", [[7, 7, 0]], mask=np.array([[1, 0, 1]]), nodata=None)
    land_cover = open_land_cover([path])
    none = land_cover.nodata
    assert land_cover.dtype == "int16"
    assert read_all(land_cover).tolist() == [[7, none, 0]]


@pytest.mark.parametrize(("kind", "full"), [(gdal.GDT_Byte, 255), (gdal.GDT_Int16, 255), (gdal.GDT_Float32, 0.2)])
def test_an_alpha_band_is_a_mask(tmp_path, kind, full):
    source = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 2, 1, 2, kind, ["ALPHA=YES"])
    source.SetGeoTransform((0, 1, 0, 0, 0, -1))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(ALBERS)
    source.SetProjection(reference.ExportToWkt())
    source.GetRasterBand(1).WriteArray(np.array([[3, 4]]))
    source.GetRasterBand(2).WriteArray(np.array([[full, 0]]))
    del source
    land_cover = open_land_cover([str(tmp_path / "a.tif")])
    assert read_all(land_cover).tolist() == [[3, land_cover.nodata]]


# --- tiles ------------------------------------------------------------------------------------------------------------


def test_tiles_are_one_raster(tmp_path):
    whole = np.arange(1, 31).reshape(5, 6)
    pieces = {"b": (slice(0, 3), slice(3, 6)), "a": (slice(0, 3), slice(0, 3)), "c": (slice(3, 5), slice(0, 6))}
    paths = [
        write_raster(
            tmp_path / f"{name}.tif", whole[part], (part[1].start * 30.0, 90.0 - part[0].start * 30.0), nodata=0
        )
        for name, part in pieces.items()
    ]
    land_cover = open_land_cover(paths)
    assert land_cover.name == "b.tif (+2)"
    assert land_cover.grid.geotransform == (0.0, 30.0, 0.0, 90.0, 0.0, -30.0)
    assert [(tile.column, tile.row) for tile in land_cover.tiles] == [(3, 0), (0, 0), (0, 3)]
    assert (read_all(land_cover) == whole).all()
    window = np.empty((3, 4), "int32")
    with LandCoverReader(land_cover) as reader:
        reader.read(1, 1, window)
    assert (window == whole[1:4, 1:5]).all()


def test_of_tiles_that_overlap_the_first_with_a_code_counts(tmp_path):
    first = write_raster(tmp_path / "first.tif", [[1, 1, 0]], (0.0, 90.0), nodata=0)
    second = write_raster(tmp_path / "second.tif", [[2, 2, 2]], (30.0, 90.0), nodata=0)
    third = write_raster(tmp_path / "third.tif", [[3, 3]], (120.0, 90.0), nodata=0)
    assert read_all(open_land_cover([first, second, third])).tolist() == [[1, 1, 2, 2, 3, 3]]
    assert read_all(open_land_cover([third, second, first])).tolist() == [[1, 2, 2, 2, 3, 3]]


def test_each_tile_has_its_own_nodata(tmp_path):
    # 0 is nodata in the first and a class in the second, 255 the other way round; where neither has a code is nodata.
    first = write_raster(tmp_path / "first.tif", [[0, 255, 0, 0]], (0.0, 90.0), nodata=0)
    second = write_raster(tmp_path / "second.tif", [[0, 255, 8]], (60.0, 90.0), nodata=255)
    land_cover = open_land_cover([first, second])
    none = land_cover.nodata
    assert none not in range(256)
    assert read_all(land_cover).tolist() == [[none, 255, 0, none, 8]]


def test_gaps_between_tiles_are_nodata(tmp_path):
    first = write_raster(tmp_path / "first.tif", [[0, 255]], (0.0, 90.0))
    second = write_raster(tmp_path / "second.tif", [[0, 255]], (90.0, 60.0), kind=gdal.GDT_Int16)
    land_cover = open_land_cover([first, second])
    none = land_cover.nodata
    assert (land_cover.dtype, none) == ("int32", np.iinfo("int32").min)
    assert read_all(land_cover).tolist() == [[0, 255, none, none, none], [none, none, none, 0, 255]]


def test_a_masked_tile_lets_the_next_one_show(tmp_path):
    first = write_raster(tmp_path / "first.tif", [[1, 1]], mask=np.array([[1, 0]]), nodata=9)
    second = write_raster(tmp_path / "second.tif", [[9, 2]], nodata=9)
    assert read_all(open_land_cover([first, second])).tolist() == [[1, 2]]


@pytest.mark.parametrize(
    ("options", "sign"),
    [
        ({"place": (45.0, 90.0)}, "origin shifted by 0.5 columns"),
        ({"place": (60.0, 90.0), "cell": 30.5}, "cell 30 x -30 against 30.5 x -30.5"),
        (
            {"place": (60.0, 90.0), "crs": "EPSG:32648"},
            "CRS Asia_North_Albers_Equal_Area_Conic against WGS 84 / UTM zone 48N",
        ),
    ],
)
def test_tiles_on_other_grids_are_refused(tmp_path, options, sign):
    first = write_raster(tmp_path / "first.tif", [[1, 1]])
    second = write_raster(tmp_path / "second.tif", [[2, 2]], **options)
    with pytest.raises(TilesDifferError) as error:
        open_land_cover([first, second])
    assert sign in str(error.value)
    assert "first.tif" in str(error.value)
    assert "second.tif" in str(error.value)


def test_an_origin_printed_as_text_still_lines_up(tmp_path):
    first = write_raster(tmp_path / "first.tif", [[1, 1]], nodata=0)
    second = write_raster(tmp_path / "second.tif", [[2, 2]], (60.01, 90.0), nodata=0)
    assert read_all(open_land_cover([first, second])).tolist() == [[1, 1, 2, 2]]


# --- what is refused --------------------------------------------------------------------------------------------------


def test_all_that_is_wrong_is_said_at_once(tmp_path):
    (tmp_path / "text.tif").write_text("no raster")
    several = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "several.tif"), 2, 2, 3, gdal.GDT_Byte)
    several.SetGeoTransform((0, 1, 0, 0, 0, -1))
    del several
    turned = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "turned.tif"), 2, 2, 1, gdal.GDT_Byte)
    turned.SetGeoTransform((0, 1, 0.1, 0, 0.1, -1))
    del turned
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "nowhere.tif"), 2, 2, 1, gdal.GDT_Byte)
    floats = write_raster(tmp_path / "floats.tif", [[1, 2]], kind=gdal.GDT_CFloat32)
    no_crs = write_raster(tmp_path / "no_crs.tif", [[1, 2]], crs="")
    names = ["absent.tif", "text.tif", "several.tif", "turned.tif", "nowhere.tif"]
    with pytest.raises(SeveralErrors) as error:
        open_land_cover([*(str(tmp_path / name) for name in names), floats, no_crs])
    found = [type(one) for one in error.value.errors]
    assert found == [
        RasterNotReadableError, RasterNotReadableError, SeveralBandsError, RotatedGridError, NotGeoreferencedError,
        NotCodesError, NoRasterCrsError,
    ]  # fmt: skip
    for one, name in zip(error.value.errors, [*names, "floats.tif", "no_crs.tif"]):
        assert f"“{name}”" in str(one)
    assert "CFloat32" in str(error.value)
    assert "3 bands" in str(error.value)


def test_a_crs_given_by_the_user_stands_in(tmp_path):
    reference = osr.SpatialReference()
    reference.SetFromUserInput("EPSG:32648")
    path = write_raster(tmp_path / "no_crs.tif", [[1, 2]], crs="")
    grid = open_land_cover([RasterSource(path, crs_wkt=reference.ExportToWkt())]).grid
    assert same_crs(grid.crs_wkt, reference.ExportToWkt(["FORMAT=WKT2_2019"]))


@pytest.mark.parametrize("raising", [False, True])
def test_the_state_of_gdal_is_the_hosts(tmp_path, raising, capfd):
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if raising else gdal.DontUseExceptions)()
    try:
        with pytest.raises(RasterNotReadableError) as error:
            open_land_cover([str(tmp_path / "absent.tif")])
        assert "No such file" in str(error.value)
        land_cover = open_land_cover([write_raster(tmp_path / "a.tif", [[1, 2]])])
        assert read_all(land_cover).tolist() == [[1, 2]]
        assert bool(gdal.GetUseExceptions()) == raising
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
    assert "ERROR" not in capfd.readouterr().err


# --- grids ------------------------------------------------------------------------------------------------------------


def test_differences_of_grids_are_named():
    reference = osr.SpatialReference()
    reference.SetFromUserInput("EPSG:32648")
    grid = Grid(10, 20, (0.0, 30.0, 0.0, 90.0, 0.0, -30.0), reference.ExportToWkt(), 10, 1)
    assert grid.difference(grid) == []
    other_blocks = Grid(10, 20, grid.geotransform, grid.crs_wkt, 256, 256)
    assert grid.difference(other_blocks) == []
    as_wkt2 = Grid(10, 20, grid.geotransform, reference.ExportToWkt(["FORMAT=WKT2_2019"]), 10, 1)
    assert grid.difference(as_wkt2) == []
    shifted = Grid(10, 20, (60.0, 30.0, 0.0, 90.0, 0.0, -30.0), grid.crs_wkt, 10, 1)
    assert [str(part) for part in grid.difference(shifted)] == ["origin shifted by 2 columns and 0 rows"]
    assert grid.misalignment(shifted) == []
    reference.SetFromUserInput("EPSG:32649")
    other = Grid(11, 20, (0.0, 29.0, 0.0, 90.0, 0.0, -30.0), reference.ExportToWkt(), 10, 1)
    assert [str(part) for part in grid.difference(other)] == [
        "size 10 x 20 against 11 x 20 cells",
        "CRS WGS 84 / UTM zone 48N against WGS 84 / UTM zone 49N",
        "cell 30 x -30 against 29 x -30",
    ]
