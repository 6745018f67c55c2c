"""Rasters of which most blocks are absent: the same answers as where these are written out, without reading them."""

import numpy as np
import pytest
from osgeo import gdal

from carbon_plugin.raster import block_places, gdal_calls
from carbon_plugin.raster.bands import RasterSource
from carbon_plugin.raster.block_places import MANY_BLOCKS, Blocks, is_absent
from carbon_plugin.raster.cells.coverage import Coverage
from carbon_plugin.raster.cells.series import RasterSeries, open_series
from carbon_plugin.raster.cells.trend import raster_trends
from carbon_plugin.raster.gdal_calls import CACHE_BYTES, small_cache
from carbon_plugin.raster.zonal.class_areas import YearRaster, class_areas
from carbon_plugin.raster.zonal.edges import Edges
from carbon_plugin.raster.zonal.land_cover import open_land_cover
from carbon_plugin.raster.zonal.reader import LandCoverReader
from tests.raster.executors import Serial
from tests.raster.zonal.test_class_areas import crs, edges_of

SIDE, BLOCK, CELL = 1000, 64, 30.0
OVERLAPPING = (
    "POLYGON((1000 -500,29000 -500,27000 -29000,2000 -25000,1000 -500))",
    "POLYGON((12000 -9000,40000 -9000,40000 -31000,12000 -31000,12000 -9000))",
)


def write(path, cells, *, sparse, nodata, definition="EPSG:32648", place=(0.0, 0.0)):
    """A raster of which only the blocks with a cell above 0 are written, or all of them."""
    kind = {"u": gdal.GDT_Byte, "f": gdal.GDT_Float32}[cells.dtype.kind]
    options = ["TILED=YES", f"BLOCKXSIZE={BLOCK}", f"BLOCKYSIZE={BLOCK}"]
    options += ["SPARSE_OK=YES"] if sparse else ["COMPRESS=LZW"]  # uncompressed zeros may be a hole of the disk's
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 1, kind, options)
    dataset.SetGeoTransform((place[0], CELL, 0.0, place[1], 0.0, -CELL))
    dataset.SetSpatialRef(crs(definition))
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    for row in range(0, SIDE, BLOCK):
        for column in range(0, SIDE, BLOCK):
            part = cells[row : row + BLOCK, column : column + BLOCK]
            if not sparse or (part > 0).any():
                band.WriteArray(part, column, row)
    del dataset
    return str(path)


@pytest.fixture
def pictures():
    """Two years of classes, in few blocks, not the same ones."""
    random, found = np.random.default_rng(3), []
    for number in range(2):
        cells = np.zeros((SIDE, SIDE), np.uint8)
        cells[200:330, 500 + 100 * number : 700] = random.integers(1, 5, (130, 200 - 100 * number))
        cells[700:704, 64:128] = 3
        found.append(cells)
    return found


@pytest.mark.parametrize("definition", ["EPSG:32648", "ESRI:102025"])
@pytest.mark.parametrize("nodata", [0, None, 9])
def test_class_areas_are_those_of_the_whole_file(tmp_path, pictures, nodata, definition, monkeypatch):
    monkeypatch.setattr("carbon_plugin.raster.zonal.windows.STRIP_ROWS", BLOCK)
    place = (0.0, 0.0) if definition != "EPSG:32648" else (400_000.0, 3_000_000.0)
    at_zero, (x, y) = edges_of(*OVERLAPPING), place
    edges = Edges(at_zero.x0 + x, at_zero.y0 + y, at_zero.x1 + x, at_zero.y1 + y, at_zero.unit, 2)
    read, whole = [], LandCoverReader.read
    found = []
    for sparse in (True, False):
        monkeypatch.setattr(
            LandCoverReader, "read", lambda *given, at=len(found): read.append((at, given[3].size)) or whole(*given)
        )
        fill = nodata or 0
        paths = [
            write(
                tmp_path / f"{sparse}{year}.tif", np.where(cells > 0, cells, fill).astype(np.uint8) if not sparse
                else cells, sparse=sparse, nodata=nodata, definition=definition, place=place,
            )
            for year, cells in zip((2000, 2010), [_holes(one, fill) for one in pictures] if sparse else pictures)
        ]  # fmt: skip
        years = [YearRaster(year, open_land_cover([path])) for year, path in zip((2000, 2010), paths)]
        for executor, many in ((None, MANY_BLOCKS), (Serial(), 0)):
            monkeypatch.setattr(block_places, "MANY_BLOCKS", many)
            found.append(class_areas(years, lambda grid: edges, executor=executor, memory_budget_bytes=10_000))
    first, *others = found
    for other in others:
        assert first.overlapping.tolist() == other.overlapping.tolist() == [True, True]
        for one, two in zip(first.years, other.years):
            assert one.values.tolist() == two.values.tolist()
            assert (one.cells == two.cells).all() and (one.nodata_cells == two.nodata_cells).all()
            assert (one.unit_cells == two.unit_cells).all() and one.cells.sum() > 0
            np.testing.assert_allclose(one.area_ha, two.area_ha, rtol=1e-12)
    cells_read = [sum(size for at, size in read if at in (2 * half, 2 * half + 1)) for half in range(2)]
    assert cells_read[0] < 0.2 * cells_read[1]


def _holes(cells, fill):
    """The cells as the file would hold them: in blocks that are written, cells without a class hold ``fill``."""
    found = cells.copy()
    for row in range(0, SIDE, BLOCK):
        for column in range(0, SIDE, BLOCK):
            part = found[row : row + BLOCK, column : column + BLOCK]
            if (part > 0).any():
                part[part == 0] = fill
    return found


def test_trends_are_those_of_the_whole_files(tmp_path, monkeypatch):
    random = np.random.default_rng(1)
    years = (2000, 2001, 2002, 2003, 2004)
    pictures = []
    for number in range(len(years)):
        cells = np.full((SIDE, SIDE), -1.0, np.float32)
        cells[100:300, 0:300] = random.uniform(1.0, 9.0, (200, 300))
        if number < 2:
            cells[600:700, 600:700] = 5.0  # two values are no series
        pictures.append(cells)
    read, found = [], []
    whole = RasterSeries.read
    monkeypatch.setattr(
        RasterSeries, "read", lambda *given, **more: read.append((sparse, given[3] * more["width"])) or
        whole(*given, **more),
    )  # fmt: skip
    for sparse, many in ((True, MANY_BLOCKS), (True, 0), (False, 0)):
        monkeypatch.setattr(block_places, "MANY_BLOCKS", many)
        paths = [
            write(tmp_path / f"{sparse}{year}.tif", cells, sparse=sparse, nodata=-1.0)
            for year, cells in zip(years, pictures)
        ]
        outputs = {name: str(tmp_path / f"{sparse}_{name}.tif") for name in ("slope", "z", "p", "trend")}
        trends = raster_trends(open_series(paths, years), outputs, task_bytes=1 << 22)
        cells = [gdal.Open(path).ReadAsArray() for path in outputs.values()]
        found.append((dict(trends.cells), [note.code for note in trends.notes], cells))
    again, (counts, notes, cells), (all_counts, all_notes, all_cells) = found
    assert again[:2] == (counts, notes)
    for one, two in zip(cells, again[2]):
        np.testing.assert_array_equal(one, two)
    assert counts == all_counts and sum(counts.values()) == SIDE**2 and notes == all_notes
    assert counts[0] == SIDE**2 - 200 * 300
    for one, two in zip(cells, all_cells):
        np.testing.assert_array_equal(one, two)
    assert sum(size for which, size in read if which) < 0.6 * sum(size for which, size in read if not which)


def test_what_is_absent(tmp_path, pictures):
    sparse, full = (
        gdal.Open(write(tmp_path / f"{sparse}.tif", pictures[0], sparse=sparse, nodata=0)) for sparse in (True, False)
    )
    assert is_absent(sparse.GetRasterBand(1), 0, 0, height=192, width=SIDE)
    assert not is_absent(sparse.GetRasterBand(1), 0, 0, height=193, width=SIDE)
    assert not is_absent(full.GetRasterBand(1), 0, 0, height=10, width=10)


@pytest.mark.parametrize("is_there", [0.0, 0.1, 0.8, 1.0])
def test_blocks_of_a_file_of_many_are_known_once_it_is_closed(tmp_path, is_there, monkeypatch):
    random = np.random.default_rng(5)
    across = -(-SIDE // BLOCK)
    blocks = (random.random((across, across)) < is_there).astype(np.uint8)
    cells = np.kron(blocks, np.ones((BLOCK, BLOCK), np.uint8))[:SIDE, :SIDE]
    path = write(tmp_path / "sparse.tif", cells, sparse=True, nodata=0)
    kept = Blocks(RasterSource(path))
    monkeypatch.setattr(block_places, "MANY_BLOCKS", 0)
    closed = Blocks(RasterSource(path))
    assert kept._dataset and not closed._dataset
    for row, column in random.integers(0, SIDE, (200, 2)).tolist():
        height, width = (int(random.integers(1, 1 + min(200, SIDE - first))) for first in (row, column))
        window = {"height": height, "width": width}
        assert kept.is_absent(row, column, **window) == closed.is_absent(row, column, **window)
        assert closed.is_absent(row, column, **window) == (not cells[row : row + height, column : column + width].any())
    with LandCoverReader(open_land_cover([path])) as reader:
        found = np.empty((SIDE, SIDE), np.uint8)
        reader.read(0, 0, found)
        assert (found == cells).all() and not reader._datasets


def test_zeros_that_are_values_are_no_gap(tmp_path, pictures):
    paths = [write(tmp_path / f"{year}.tif", pictures[0], sparse=True, nodata=None) for year in range(2000, 2003)]
    coverage = Coverage(open_series(paths, range(2000, 2003)))
    assert not coverage.is_empty(0, 0, height=10, width=10)
    coverage.close()


def test_the_cache_comes_back_with_the_last_who_asked():
    before = gdal.GetCacheMax()
    with small_cache():
        assert gdal.GetCacheMax() == min(before, CACHE_BYTES)
        with pytest.raises(ValueError), small_cache():
            raise ValueError
        assert gdal.GetCacheMax() == min(before, CACHE_BYTES)
    assert gdal.GetCacheMax() == before and gdal_calls._cache_users == 0
