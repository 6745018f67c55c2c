"""Transitions by unit: cell by cell against numpy, dtypes and grids, areas of landuseareas, the raster of changes."""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, osr

from carbon_plugin.raster.zonal.edges import Edges
from carbon_plugin.raster.zonal.grid_years import YearRaster
from carbon_plugin.raster.zonal.land_cover import open_land_cover
from carbon_plugin.raster.zonal.one_grid import DatesOnGridsError, on_one_grid
from carbon_plugin.raster.zonal.reader import LandCoverReader
from carbon_plugin.raster.zonal.transitions import ChangeRaster, transitions, whole_raster
from tests.raster.executors import any_executor

ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m"
WEST, NORTH, SIZE = 100_000, 3_600_000, 100.0
NUMBERS = {1: 1, 2: 2, 3: 3, 7: 0}


def write(path, cells, *, west=WEST, north=NORTH, kind=gdal.GDT_Byte, nodata=0, crs=ALBERS, size=SIZE, block=None):
    cells = np.asarray(cells)
    options = ["TILED=YES", f"BLOCKXSIZE={block}", f"BLOCKYSIZE={block}"] if block else []
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cells.shape[1], cells.shape[0], 1, kind, options)
    dataset.SetGeoTransform((west, size, 0, north, 0, -size))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    dataset.SetProjection(reference.ExportToWkt())
    if nodata is not None:
        dataset.GetRasterBand(1).SetNoDataValue(nodata)
    dataset.GetRasterBand(1).WriteArray(cells)
    del dataset
    return str(path)


def dates_of(folder, pictures, **options):
    return [
        YearRaster(2000 + 10 * number, open_land_cover([write(folder / f"{number}.tif", cells, **options)]))
        for number, cells in enumerate(pictures)
    ]


def joint(before, after, inside=None):
    """The oracle: a count of pairs with numpy."""
    inside = np.ones(before.shape, bool) if inside is None else inside
    found = np.zeros((4, 4), int)
    lookup = np.array([0, 1, 2, 3, 0, 0, 0, 0])
    np.add.at(found, (lookup[before[inside]], lookup[after[inside]]), 1)
    return found


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_cell_by_cell(tmp_path_factory, seed, steady):
    generator = np.random.default_rng(seed)
    folder = tmp_path_factory.mktemp("dates")
    shape = generator.integers(3, 60, 2)
    pictures = generator.choice([0, 1, 2, 3, 7], (3, *shape))
    if steady:  # mostly the same at all dates
        pictures[1:] = np.where(generator.random((2, *shape)) < 0.9, pictures[0], pictures[1:])
    dates = dates_of(folder, pictures)
    pairs = [(0, 1), (1, 2), (0, 2)]
    found = transitions(dates, whole_raster(dates), NUMBERS, pairs=pairs, method="planar", memory_budget_bytes=500)
    for (first, second), cells, area in zip(pairs, found.cells, found.area_ha):
        assert (cells[0] == joint(pictures[first], pictures[second])).all()
        assert area[0] == pytest.approx(cells[0] * 1.0)


def units_of(*polygons):
    from osgeo import ogr

    def geometry(corners):
        ring = ", ".join(f"{WEST + SIZE * x} {NORTH - SIZE * y}" for x, y in [*corners, corners[0]])
        return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())

    return Edges.from_wkb([geometry(corners) for corners in polygons])


@any_executor
def test_units_and_overlaps(tmp_path, executor):
    generator = np.random.default_rng(5)
    pictures = generator.choice([1, 2, 3], (2, 40, 50))
    dates = dates_of(tmp_path, pictures, block=16)
    edges = units_of(
        [(0, 0), (20, 0), (20, 40), (0, 40)], [(10, 5), (50, 5), (50, 40), (10, 40)], [(90, 90), (91, 91), (90, 91)]
    )
    found = transitions(dates, edges, NUMBERS, pairs=[(0, 1)], method="planar", executor=executor)
    inside = np.zeros((3, 40, 50), bool)
    inside[0, :, :20] = inside[1, 5:, 10:] = True
    for unit in range(3):
        assert (found.cells[0, unit] == joint(*pictures, inside[unit])).all()
    assert found.overlapping.tolist() == [True, True, False]
    assert found.unknown == [set(), set()]


def test_margins_are_the_class_areas_where_all_cells_are_valid(tmp_path):
    from carbon_plugin.raster.zonal.class_areas import class_areas

    generator = np.random.default_rng(8)
    pictures = generator.choice([1, 2, 3], (2, 30, 30))
    dates = dates_of(tmp_path, pictures, crs="EPSG:4326", west=100, north=40, size=0.01, nodata=None)
    edges = whole_raster(dates)
    found = transitions(dates, edges, NUMBERS, pairs=[(0, 1)])
    counted = class_areas(dates, lambda _: edges)
    start, end = found.area_ha[0, 0].sum(axis=1)[1:], found.area_ha[0, 0].sum(axis=0)[1:]
    for margin, year in zip((start, end), counted.years):
        assert margin == pytest.approx(year.area_ha[0], rel=1e-12)


@pytest.mark.parametrize("kind", [gdal.GDT_Byte, gdal.GDT_Int16, gdal.GDT_UInt16, gdal.GDT_Int32, gdal.GDT_UInt32])
def test_types_of_codes_and_unknown_ones(tmp_path, kind):
    pictures = np.array([[[1, 2], [9, 0]], [[2, 2], [1, 5]]])
    dates = dates_of(tmp_path, pictures, kind=kind)
    found = transitions(dates, whole_raster(dates), NUMBERS, pairs=[(0, 1)], method="planar")
    assert found.unknown == [{9}, {5}]
    assert found.cells[0, 0, 1, 2] == found.cells[0, 0, 2, 2] == 1
    assert found.cells.sum() == 4


def test_unknown_codes_outside_the_units_do_not_matter(tmp_path):
    dates = dates_of(tmp_path, [[[1, 2, 9]], [[2, 2, 1]]])
    found = transitions(dates, units_of([(0, 0), (2, 0), (2, 1), (0, 1)]), NUMBERS, pairs=[(0, 1)], method="planar")
    assert found.unknown == [set(), set()] and found.cells.sum() == 2


def test_the_raster_of_changes(tmp_path):
    generator = np.random.default_rng(2)
    pictures = generator.choice([0, 1, 2, 3, 7], (3, 300, 400))
    dates = dates_of(tmp_path, pictures)
    edges = units_of([(0, 0), (390, 0), (390, 300), (0, 300)])
    change = ChangeRaster(str(tmp_path / "change.tif"), ["2000 to 2010", "2010 to 2020"], {"1": "cropland"})
    transitions(dates, edges, NUMBERS, pairs=[(0, 1), (1, 2)], method="planar", change=change)
    written = gdal.Open(change.path)
    assert written.RasterCount == 2 and written.GetMetadataItem("1") == "cropland"
    lookup = np.array([0, 1, 2, 3, 0, 0, 0, 0])
    for band, (before, after) in enumerate(zip(pictures[:-1], pictures[1:]), start=1):
        numbers = lookup[before], lookup[after]
        expected = np.where((numbers[0] > 0) & (numbers[1] > 0), 1000 * numbers[0] + numbers[1], 0)
        expected[:, 390:] = 0
        assert (written.GetRasterBand(band).ReadAsArray() == expected).all()
        assert written.GetRasterBand(band).GetNoDataValue() == 0
        assert written.GetRasterBand(band).GetDescription() == change.bands[band - 1]


def test_grids_that_line_up_are_compared_where_they_meet(tmp_path):
    generator = np.random.default_rng(4)
    scene = generator.choice([1, 2, 3], (2, 20, 20))
    first = YearRaster(2000, open_land_cover([write(tmp_path / "a.tif", scene[0, :15, :12], nodata=None)]))
    second = YearRaster(
        2010,
        open_land_cover([write(tmp_path / "b.tif", scene[1, 4:, 6:], west=WEST + 600, north=NORTH - 400, nodata=None)]),
    )
    dates, notes = on_one_grid([second, first], "refuse")
    assert [date.year for date in dates] == [2000, 2010] and not notes
    found = transitions(dates, whole_raster(dates), NUMBERS, pairs=[(0, 1)], method="planar")
    assert (found.cells[0, 0, 1:, 1:] == joint(scene[0, 4:15, 6:12], scene[1, 4:15, 6:12])[1:, 1:]).all()
    assert found.cells[0, 0, 1:, 0].sum() == 15 * 12 - 11 * 6


def test_half_a_cell_is_refused_or_looked_up(tmp_path):
    generator = np.random.default_rng(4)
    scene = generator.choice([1, 2, 3], (2, 20, 20))
    first = YearRaster(2000, open_land_cover([write(tmp_path / "a.tif", scene[0])]))
    moved = write(tmp_path / "b.tif", scene[1], west=WEST + 30, north=NORTH - 30)
    second = YearRaster(2010, open_land_cover([moved]))
    with pytest.raises(DatesOnGridsError, match=r"b\.tif.*0\.3 columns"):
        on_one_grid([first, second], "refuse")
    dates, notes = on_one_grid([first, second], "earlier")
    assert len(notes) == 1 and "b.tif" in str(notes[0])
    found = transitions(dates, whole_raster(dates), NUMBERS, pairs=[(0, 1)], method="planar")
    assert (found.cells[0, 0, 1:, 1:] == joint(*scene)[1:, 1:]).all()  # the nearest centre is that of the same place
    later, _ = on_one_grid([first, second], "later")
    assert later[1].land_cover.grid.geotransform[0] == WEST + 30


# --- fast and bounded ------------------------------------------------------------------------------------------------


def test_ten_dates_and_all_pairs_read_every_cell_once_within_the_budget(tmp_path, monkeypatch):
    """What is read is counted where it is read; the windows of all dates together keep to the budget."""
    generator = np.random.default_rng(5)
    pictures = [generator.choice([1, 2, 3], (70, 90)).astype(np.uint8) for _ in range(10)]
    dates = dates_of(tmp_path, pictures, block=16)
    reads = {date.land_cover.name: np.zeros((70, 90), int) for date in dates}
    read, largest = LandCoverReader.read, []

    def counted(self, row, column, codes):
        reads[self._land_cover.name][row : row + codes.shape[0], column : column + codes.shape[1]] += 1
        largest.append(codes.nbytes)
        return read(self, row, column, codes)

    monkeypatch.setattr(LandCoverReader, "read", counted)
    pairs, budget = list(combinations(range(10), 2)), 30_000
    found = transitions(dates, whole_raster(dates), NUMBERS, pairs=pairs, memory_budget_bytes=budget)
    assert len(found.cells) == 45 and max(largest) * 10 <= budget and len(largest) > 10
    for counts in reads.values():
        assert (counts == 1).all()
    for (first, second), cells in zip(pairs, found.cells):
        assert (cells[0] == joint(pictures[first], pictures[second])).all()


# --- published -------------------------------------------------------------------------------------------------------


def test_molusce_cell_by_cell(shared_data):
    folder = shared_data("lulc_rasters") / "molusce_utm39n"
    expected = pd.read_csv(folder / "crosstab_pixels_computed_here.csv", index_col=0)
    dates = [
        YearRaster(year, open_land_cover([str(folder / name)]))
        for year, name in ((2000, "init.tif"), (2010, "final.tif"))
    ]
    numbers = {1: 1, 2: 2, 3: 3, 4: 4, 255: 5}
    found = transitions(dates, whole_raster(dates), {**numbers, 0: 0}, pairs=[(0, 1)], method="planar")
    for before in expected.index:
        for after in expected.columns:
            if 255 not in (int(before), int(after)):
                assert found.cells[0, 0, numbers[int(before)], numbers[int(after)]] == expected.loc[before, after]


def test_massachusetts_counts(shared_data):
    folder = shared_data("lulc_rasters")
    counts = json.loads((folder / "pixel_counts.json").read_text(encoding="utf-8"))
    names = ["lu_pie_1985", "lu_pie_1991", "lu_pie_1999"]
    dates = [
        YearRaster(int(name[-4:]), open_land_cover([str(folder / "pie_massachusetts" / f"{name}.tif")]))
        for name in names
    ]
    numbers = {1: 1, 2: 2, 3: 3, 255: 0}
    found = transitions(dates, whole_raster(dates), numbers, pairs=[(0, 1), (1, 2)], method="planar")
    for name, cells in ((names[0], found.cells[0, 0].sum(axis=1)), (names[2], found.cells[1, 0].sum(axis=0))):
        assert cells[1:].tolist() == [counts[name][str(code)] for code in (1, 2, 3)]
