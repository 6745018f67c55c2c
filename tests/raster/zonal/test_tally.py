"""Counting run by run, against counting cell by cell; and how a grid is divided into windows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.raster.bands import RasterSource
from carbon_plugin.raster.cell_areas import AreaTable
from carbon_plugin.raster.grid import Grid
from carbon_plugin.raster.zonal import tally as tally_module
from carbon_plugin.raster.zonal.code_book import LARGEST_BOOK, CodeBook, TooManyCodesError
from carbon_plugin.raster.zonal.land_cover import LandCover, Tile
from carbon_plugin.raster.zonal.spans import Spans
from carbon_plugin.raster.zonal.tally import tally_window
from carbon_plugin.raster.zonal.totals import Totals
from carbon_plugin.raster.zonal.windows import columns_of, strips

TYPES = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "int64"]


def spans_of(rows):
    """Spans from (row, start, stop, unit), sorted by row."""
    table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 4)
    return Spans(*table.T)


def cell_by_cell(codes, spans, hectares):
    """Cells and hectares by (year, unit, code)."""
    cells, area = {}, {}
    for row, start, stop, unit in zip(spans.row, spans.start, spans.stop, spans.unit):
        for year in range(len(codes)):
            for column in range(start, stop):
                key = year, int(unit), int(codes[year, row, column])
                cells[key] = cells.get(key, 0) + 1
                area[key] = area.get(key, 0.0) + hectares[row, column]
    return cells, area


def as_dicts(tally):
    cells, area = {}, {}
    for year, unit, code in zip(*np.nonzero(tally.cells)):
        key = int(year), int(tally.units[unit]), int(tally.codes[code])
        cells[key] = int(tally.cells[year, unit, code])
        if tally.area_ha is not None:
            area[key] = tally.area_ha[year, unit, code]
    return cells, area


@st.composite
def windows(draw):
    years, rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 6)), draw(st.integers(1, 9))
    dtype = np.dtype(draw(st.sampled_from(TYPES)))
    limits = np.iinfo(dtype)
    palette = draw(st.lists(st.integers(limits.min, limits.max), min_size=1, max_size=5))
    seed = draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    codes = np.array(palette, dtype)[random.integers(0, len(palette), (years, rows, columns))]
    same = random.random((years, rows, columns)) < draw(st.sampled_from([0.3, 0.9]))  # of the year before
    for year in range(1, years):
        codes[year][same[year]] = codes[year - 1][same[year]]
    spans = []
    for unit in draw(st.lists(st.integers(0, 50), min_size=1, max_size=4, unique=True)):
        for row in range(rows):
            ends = sorted(random.integers(0, columns + 1, 4).tolist())
            spans += [(row, a, b, unit) for a, b in (ends[:2], ends[2:]) if a < b]
    return codes, spans_of(spans)


@settings(max_examples=150, deadline=None)
@given(window=windows(), chunk=st.sampled_from([1, 7, 1 << 17]), kind=st.sampled_from(["alike", "rows", "nodes"]))
def test_runs_count_what_cells_count(window, chunk, kind):
    codes, spans = window
    _, rows, columns = codes.shape
    if kind == "alike":
        areas, hectares = AreaTable(1.0), np.ones((rows, columns))
    elif kind == "rows":
        areas = AreaTable(2.0, 0.1 * np.arange(rows)[:, None])
        hectares = np.repeat(2.0 + 0.1 * np.arange(rows)[:, None], columns, axis=1)
    else:  # nodes every three columns, of different height in every row: a bent line along the row
        nodes = columns // 3 + 2
        beyond = np.sin(np.arange(rows * nodes)).reshape(rows, nodes)
        beyond[:, 1:] = (
            beyond[:, :1] + np.arange(1, nodes) * 0.25
        )  # straight, so that the middle of a run stands for it
        areas = AreaTable(5.0, beyond, 3)
        hectares = 5.0 + beyond[:, :1] + np.arange(columns) * 0.25 / 3
    before = tally_module.CHUNK_CELLS
    tally_module.CHUNK_CELLS = chunk
    try:
        tally = tally_window(codes, spans, areas, names=["raster"])
    finally:
        tally_module.CHUNK_CELLS = before
    cells, area = as_dicts(tally)
    expected_cells, expected_area = cell_by_cell(codes, spans, hectares)
    assert cells == expected_cells
    if kind == "alike":
        assert tally.area_ha is None
    else:
        assert area == pytest.approx(expected_area, rel=1e-12)


@settings(max_examples=50, deadline=None)
@given(window=windows(), random=st.randoms(use_true_random=False))
def test_runs_are_the_same_however_their_places_are_found(window, random):
    codes, spans = window
    _, _, columns = codes.shape
    begin, end = spans.row * columns + spans.start, spans.row * columns + spans.stop
    order = random.sample(range(len(begin)), len(begin))  # spans of a row stand by units, not by columns
    found = []
    for many in (0, 1 << 30):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tally_module, "MANY_STARTS", many)
            found.append(tally_module._runs(codes.reshape(len(codes), -1), begin[order], end[order]))
    for one, other in zip(*found):
        assert one.tolist() == other.tolist() and one.dtype == other.dtype


def test_parts_add_up():
    totals = Totals(1, 3, ["raster"])
    for codes, unit in (([[[1, 1, 7]]], 0), ([[[7, 2, 2]]], 2), ([[[9, 9, 9]]], 2)):
        totals.add(
            tally_window(np.array(codes, np.uint8), spans_of([(0, 0, 3, unit)]), AreaTable(1.0), names=["raster"])
        )
    order = np.argsort(totals.codes)
    assert totals.codes[order].tolist() == [1, 2, 7, 9]
    assert totals.cells[0][:, order].tolist() == [[2, 0, 1, 0], [0, 0, 0, 0], [0, 2, 1, 3]]


@pytest.mark.parametrize("dtype", TYPES)
def test_codes_get_numbers_in_the_order_they_are_met(dtype):
    limits = np.iinfo(dtype)
    book = CodeBook(np.dtype(dtype), ["raster"])
    assert book.numbers(np.array([], dtype)).tolist() == []
    assert book.numbers(np.array([7, limits.max, 7], dtype)).tolist() == [0, 1, 0]
    assert book.numbers(np.array([limits.max, 3, limits.min], dtype)).tolist() in ([1, 3, 2], [1, 2, 3])
    assert book.codes[book.numbers(np.array([3, limits.min], dtype))].tolist() == [3, limits.min]
    assert len(book) == 4


@pytest.mark.parametrize("dtype", ["uint16", "int32"])
def test_measurements_are_no_classes(dtype):
    elevations = np.arange(LARGEST_BOOK + 1, dtype=dtype)[None, None]
    spans = spans_of([(0, 0, LARGEST_BOOK + 1, 0)])
    with pytest.raises(TooManyCodesError) as error:
        tally_window(elevations, spans, AreaTable(1.0), names=["elevation.tif"])
    assert "elevation.tif" in str(error.value)
    totals = Totals(1, 1, ["elevation.tif"])
    with pytest.raises(TooManyCodesError):  # also where no single window has too many
        for part in np.array_split(elevations, 4, axis=2):
            totals.add(
                tally_window(part, spans_of([(0, 0, part.shape[2], 0)]), AreaTable(1.0), names=["elevation.tif"])
            )


# --- windows ----------------------------------------------------------------------------------------------------------


def land_cover(width, height, block_width, block_height, dtype="uint8", tiles=((0, 0),)):
    """Tiles of one size at (column, row)."""
    grid = Grid(width, height, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), "", block_width, block_height)
    placed = tuple(Tile(RasterSource("x.tif"), grid, dtype, 0, column=column, row=row) for column, row in tiles)
    whole = Grid(
        max(column for column, _ in tiles) + width,
        max(row for _, row in tiles) + height,
        grid.geotransform,
        "",
        block_width,
        block_height,
    )
    return LandCover("x.tif", whole, dtype, 0, placed)


def test_strips_are_whole_rows_of_blocks():
    assert strips([land_cover(1000, 600, 256, 256)], 1 << 25) == [(0, 256), (256, 512), (512, 600)]
    assert strips([land_cover(1000, 600, 1000, 1)], 1 << 25) == [(0, 256), (256, 512), (512, 600)]
    assert strips([land_cover(1000, 600, 1000, 100)], 1 << 25) == [(0, 200), (200, 400), (400, 600)]
    assert strips([land_cover(1000, 600, 512, 512)] * 5, 1 << 25) == [(0, 512), (512, 600)]


def test_strips_begin_with_the_tiles():
    tiled = land_cover(300, 300, 256, 256, tiles=((0, 0), (0, 300)))
    assert strips([tiled], 1 << 25) == [(0, 256), (256, 300), (300, 556), (556, 600)]


def test_rasters_in_rows_get_lower_strips_where_memory_is_short():
    # 1 000 columns of two years of two bytes: 4 000 bytes a row
    rows = [bottom - top for top, bottom in strips([land_cover(1000, 600, 1000, 10, "int16")] * 2, 200_000)]
    assert set(rows) == {50}
    assert strips([land_cover(1000, 5, 1000, 5)], 1) == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]


def test_only_columns_of_blocks_that_hold_units_are_read():
    spans = spans_of([(0, 10, 20, 0), (3, 15, 40, 1), (3, 150, 220, 2), (7, 300, 301, 0)])
    years = [land_cover(310, 10, 16, 10)]
    assert list(columns_of(spans, years, 10, budget=1 << 25)) == [(0, 48), (144, 224), (288, 304)]
    # 10 rows of one byte: a window of up to 40 columns, that is two blocks
    assert list(columns_of(spans, years, 10, budget=400)) == [
        (0, 32),
        (32, 48),
        (144, 176),
        (176, 208),
        (208, 224),
        (288, 304),
    ]
    tiles = [land_cover(100, 10, 16, 10, tiles=((0, 0), (100, 0)))]
    assert list(columns_of(spans_of([(0, 70, 130, 0)]), tiles, 10, budget=1 << 25)) == [(64, 100), (100, 132)]
    # less than one block: parts of it
    assert list(columns_of(spans_of([(0, 300, 310, 0)]), years, 10, budget=90)) == [(288, 297), (297, 304), (304, 310)]
