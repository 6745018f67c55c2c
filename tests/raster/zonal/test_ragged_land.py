"""Counting cell by cell, of ragged land, against counting run by run and against each cell on its own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.raster.cell_areas import AreaTable
from carbon_plugin.raster.zonal import byte_counts, cell_sums, joint, tally
from carbon_plugin.raster.zonal.byte_counts import UnitBytes, count_bytes
from carbon_plugin.raster.zonal.counting import Window, WindowBatch
from carbon_plugin.raster.zonal.joint import NO_CLASS, ClassNumbers, JointTask
from carbon_plugin.raster.zonal.spans import Spans
from carbon_plugin.raster.zonal.square_sums import Squares
from carbon_plugin.raster.zonal.tally import tally_window

LIKE = AreaTable(1.0)
seeds = st.integers(0, 2**32 - 1)


@pytest.fixture
def cells_wanted(monkeypatch):
    """Cells are counted however few there are."""
    for name in ("UNIT_CELLS", "SPAN_CELLS", "FEW_CELLS"):
        monkeypatch.setattr(byte_counts, name, 0)
    monkeypatch.setattr(byte_counts, "CHUNK_CELLS", 8)
    monkeypatch.setattr(tally, "RAGGED", -1.0)
    monkeypatch.setattr(joint, "CUTS_A_PAIR", -1.0)


def spans_in(random, rows, columns, units, *, overlap):
    """Some spans of some units, those of one unit apart."""
    found = []
    for unit in units if overlap else units[:1]:
        for row in range(rows):
            ends = np.sort(random.integers(0, columns + 1, 4))
            found += [(row, a, b, unit) for a, b in (ends[:2], ends[2:]) if a < b]
    table = np.array(sorted(found) or [(0, 0, columns, units[0])], np.int64)
    return Spans(*table.T)


@given(seed=seeds, size=st.sampled_from([0, 1, 2, 3, 50, 9_001, 30_000]), most=st.sampled_from([1, 9, 16, 17, 256]))
def test_bytes_are_counted(seed, size, most):
    cells = np.random.default_rng(seed).integers(0, most, size).astype(np.uint8)
    for part in (cells, cells[1:]):
        assert (count_bytes(part) == np.bincount(part, minlength=256)).all()


@settings(max_examples=60, deadline=None)
@given(seed=seeds)
def test_cells_of_units(seed):
    random = np.random.default_rng(seed)
    rows, columns = random.integers(1, 12, 2)
    cells = random.integers(0, random.integers(1, 257), (rows, columns)).astype(np.uint8)
    spans = spans_in(random, rows, columns, [0, 1, 3], overlap=True)
    counts = UnitBytes(spans, spans.unit, 5, columns=columns).counts(cells)
    expected = np.zeros((5, 256), int)
    for row, start, stop, unit in zip(spans.row, spans.start, spans.stop, spans.unit):
        np.add.at(expected[unit], cells[row, start:stop], 1)
    assert (counts == expected).all()


def test_a_whole_window_is_not_copied():
    spans = Spans(np.arange(3), np.zeros(3, int), np.full(3, 4), np.zeros(3, int))
    assert UnitBytes(spans, spans.unit, 1, columns=4)._parts == [(0, 12)]


@pytest.mark.parametrize("dtype", ["uint8", "int8"])
@pytest.mark.parametrize("years", [1, 3])
@pytest.mark.parametrize("seed", range(6))
def test_cells_count_what_runs_count(cells_wanted, monkeypatch, dtype, years, seed):
    random = np.random.default_rng(seed)
    limits = np.iinfo(dtype)
    palette = random.integers(limits.min, limits.max, 5, dtype=dtype, endpoint=True) if seed % 2 else np.arange(5)
    codes = random.choice(palette.astype(dtype), (years, 9, 31))
    spans = spans_in(random, 9, 31, [4, 2, 7], overlap=True)
    by_cells = tally_window(codes, spans, LIKE, names=["raster"])
    monkeypatch.setattr(tally, "_are_ragged", lambda codes: False)
    by_runs = tally_window(codes, spans, LIKE, names=["raster"])
    order = np.argsort(by_runs.codes)
    assert by_cells.units.tolist() == by_runs.units.tolist()
    assert by_cells.codes[np.argsort(by_cells.codes)].tolist() == by_runs.codes[order].tolist()
    assert (by_cells.cells[..., np.argsort(by_cells.codes)] == by_runs.cells[..., order]).all()
    assert by_cells.area_ha is None


@pytest.mark.parametrize("dtype", ["uint8", "int8"])
@pytest.mark.parametrize("pairs", [((0, 1),), ((0, 2),), ((0, 1), (1, 2), (0, 2))])
@pytest.mark.parametrize("seed", range(4))
def test_pairs_of_cells_are_those_of_runs(cells_wanted, monkeypatch, dtype, pairs, seed):
    random = np.random.default_rng(seed)
    palette = np.array(
        [0, 1, 2, 3, 7] if seed % 2 else [-3, 0, 11, 90, 127] if dtype == "int8" else [0, 1, 90, 200, 255]
    )
    palette = palette.astype(dtype)
    codes = random.choice(palette, (3, 9, 31))
    spans = spans_in(random, 9, 31, [4, 2, 7], overlap=True)
    numbers = {int(code): number for number, code in enumerate(palette[:-1].tolist())}  # the last is unknown
    tables = [ClassNumbers(numbers).table(codes.dtype)] * 3
    task = JointTask(WindowBatch((), ()), (), pairs, 4, 9)
    window = Window(0, 0, 9, 31, spans, LIKE)
    assert numbers[int(palette[0])] == NO_CLASS
    by_cells = joint._tally(codes, tables, window, task)
    monkeypatch.setattr(joint, "_are_ragged", lambda codes, task: False)
    by_runs = joint._tally(codes, tables, window, task)
    assert by_cells.place.tolist() == by_runs.place.tolist()
    assert by_cells.cells.tolist() == by_runs.cells.tolist()
    assert by_cells.unknown == by_runs.unknown == [{int(palette[-1])}] * 3


@settings(max_examples=60, deadline=None)
@given(seed=seeds, side=st.sampled_from([2, 5, 16, 400]), beside=st.sampled_from([1, 50, 300, 1 << 20]))
def test_sums_of_cells(seed, side, beside):
    random = np.random.default_rng(seed)
    rows, columns = int(random.integers(1, 300)), int(random.integers(1, 40))
    codes = random.choice(np.array([0, 1, 2, 3, 7, 255], np.uint8), (rows, columns))
    spans = spans_in(random, rows, columns, [0], overlap=False).merged(columns)
    if seed % 3 == 0:
        spans = Spans(np.arange(rows), np.zeros(rows, int), np.full(rows, columns), np.zeros(rows, int))
    numbers = {0: 0, 1: 1, 2: 2, 3: 3, 7: 1}
    squares = Squares.of(Window(0, 0, rows, columns, spans, LIKE), side, 4)
    before = cell_sums.BESIDE
    cell_sums.BESIDE = beside
    try:
        sums = cell_sums.CellSums(ClassNumbers(numbers).table(codes.dtype), cell_sums.Scratch())
        found, some_unknown = sums.of(codes, spans, squares)
    finally:
        cell_sums.BESIDE = before
    expected = np.zeros((6, squares.lines, squares.across, 4), int)
    unknown = False
    for row, start, stop in zip(spans.row.tolist(), spans.start.tolist(), spans.stop.tolist()):
        for column in range(start, stop):
            number = numbers.get(int(codes[row, column]))
            unknown |= number is None
            if number:
                (line, j), (square, i) = divmod(row, side), divmod(column, side)
                expected[:, line, square, number] += (1, i, j, i * i, j * j, i * j)
    assert (found == expected.reshape(found.shape)).all()
    assert some_unknown == unknown
