"""Sums of cells in squares of a window: each cell added by itself, whatever the height, the width, the spans."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.progress import Silent
from carbon_plugin.raster.zonal import cell_sums
from carbon_plugin.raster.zonal.cell_sums import HALF, STEP, CellSums, Scratch
from carbon_plugin.raster.zonal.counting import Window
from carbon_plugin.raster.zonal.spans import Spans
from carbon_plugin.raster.zonal.square_sums import Squares, SquareSums
from carbon_plugin.raster.zonal.tally import cut_window

KNOWN = np.array([0, 1, 2, 3, 9, 200, 255], np.uint8)
NUMBERS = np.array([0, 1, 2, 3, 2, 4, 0], np.uint8)  # two codes of one class, two without one
CLASSES = 5


def whole(rows, columns):
    row = np.arange(rows)
    return Spans(row, np.zeros(rows, int), np.full(rows, columns), np.zeros(rows, int))


def squares_of(rows, columns, side):
    return Squares.of(Window(0, 0, rows, columns, whole(rows, columns), None), side, CLASSES)


def one_by_one(codes, spans, squares):
    """The oracle: Python's whole numbers, a cell at a time."""
    sums = np.zeros((6, squares.lines, squares.across, CLASSES), object)
    number_of = dict(zip(KNOWN.tolist(), NUMBERS.tolist()))
    for row, start, stop in zip(spans.row.tolist(), spans.start.tolist(), spans.stop.tolist()):
        for column in range(start, stop):
            number = number_of.get(int(codes[row, column]), 0)
            if number:
                line, j = divmod(row, squares.side)
                across, i = divmod(column, squares.side)
                sums[:, line, across, number] += np.array([1, i, j, i * i, j * j, i * j], object)
    return sums.reshape(6, -1, CLASSES).astype(float)


def ragged(rows, columns, seed=5):
    return np.random.default_rng(seed).choice(KNOWN, (rows, columns), p=[0.05, 0.4, 0.2, 0.1, 0.1, 0.1, 0.05])


def table():
    return KNOWN, NUMBERS


@pytest.mark.parametrize("side", [16, STEP * 5, HALF, HALF + 1, 66, 2 * HALF, 2 * HALF + 1, 150, 1000])
@pytest.mark.parametrize("rows, columns", [(1, 90), (67, 140), (280, 75)])
def test_each_cell_by_itself(side, rows, columns):
    codes, squares = ragged(rows, columns), squares_of(rows, columns, side)
    found, unknown = CellSums(table(), Scratch()).of(codes, whole(rows, columns), squares)
    assert found.tolist() == one_by_one(codes, whole(rows, columns), squares).tolist()
    assert not unknown


def test_a_class_that_fills_a_square_counts_to_the_end():
    """The largest sums that bytes and words must hold, at each height of a band."""
    for side in range(16, 2 * HALF + 3):
        codes, squares = np.full((side + 20, 2 * side), 200, np.uint8), squares_of(side + 20, 2 * side, side)
        found, _ = CellSums(table(), Scratch()).of(codes, whole(side + 20, 2 * side), squares)
        assert found.tolist() == one_by_one(codes, whole(side + 20, 2 * side), squares).tolist(), side


@pytest.mark.parametrize("first", [0, 1])
def test_halves_that_hold_nothing(first):
    """Sums about the middle of a band are the farthest from nothing where one half is empty."""
    side = 2 * HALF
    codes, squares = np.zeros((side, side), np.uint8), squares_of(side, side, side)
    codes[first * HALF : (first + 1) * HALF] = 1
    found, _ = CellSums(table(), Scratch()).of(codes, whole(side, side), squares)
    assert found.tolist() == one_by_one(codes, whole(side, side), squares).tolist()


@pytest.mark.parametrize("side", [20, 5000])
def test_only_cells_in_spans(side):
    rows, columns = 90, 130
    codes, squares = ragged(rows, columns), squares_of(rows, columns, side)
    row = np.repeat(np.arange(3, rows), 2)
    start, stop = np.tile([5, 70], rows - 3) + row % 7, np.tile([40, 100], rows - 3) + row % 5
    spans = Spans(row, start, stop, np.zeros(len(row), int))
    found, _ = CellSums(table(), Scratch()).of(codes, spans, squares)
    assert found.tolist() == one_by_one(codes, spans, squares).tolist()


@pytest.mark.parametrize("side", [30, 5000])
def test_wide_windows_in_pieces_and_memory_of_one_before(side, monkeypatch):
    monkeypatch.setattr(cell_sums, "BESIDE", 256)
    sums = CellSums(table(), Scratch())
    for rows, columns, seed in ((40, 200, 1), (70, 333, 2), (20, 17, 3)):
        codes, squares = ragged(rows, columns, seed), squares_of(rows, columns, side)
        found, _ = sums.of(codes, whole(rows, columns), squares)
        assert found.tolist() == one_by_one(codes, whole(rows, columns), squares).tolist()


def test_a_code_that_no_sampled_row_has():
    codes, squares = np.ones((100, 50), np.uint8), squares_of(100, 50, 40)
    codes[33, 7], codes[34, 8], codes[35, 9] = 3, 200, 255
    found, unknown = CellSums(table(), Scratch()).of(codes, whole(100, 50), squares)
    assert found.tolist() == one_by_one(codes, whole(100, 50), squares).tolist()
    assert not unknown


def test_codes_without_a_number_are_noticed():
    codes, squares = ragged(50, 60), squares_of(50, 60, 20)
    codes[33, 7] = 77
    found, unknown = CellSums(table(), Scratch()).of(codes, whole(50, 60), squares)
    assert unknown
    assert found.tolist() == one_by_one(codes, whole(50, 60), squares).tolist()


def test_cells_and_runs_give_the_same():
    """The other way to the same sums, in one square, at a size for which single cells are too many."""
    rows, columns = 256, 2500
    codes, squares = ragged(rows, columns), squares_of(rows, columns, 3000)
    runs = SquareSums(squares)
    for chunk in cut_window(codes[None], whole(rows, columns), Silent()):
        runs.add(chunk, NUMBERS[np.searchsorted(KNOWN, chunk.codes[0])].astype(int))
    expected = runs.by_square()
    expected[..., 0] = 0.0
    found, _ = CellSums(table(), Scratch()).of(codes, whole(rows, columns), squares)
    assert found.tolist() == expected.tolist()
