"""Sums of the columns and rows of cells, of their squares and products, in squares of a window, cell by cell.

Where runs are short, counting cells is faster than handling runs. Where a class is, is one byte a cell, and bytes are
added up down the columns of a block and down its two diagonals, which is what a processor does fastest. The three
counts give all sums: with d = i + j and e = i - j, ij = (dd - ee) / 4 and jj = (dd + ee) / 2 - ii. All are whole
numbers, and exact.
"""

from __future__ import annotations

import numpy as np

from .spans import Spans
from .square_sums import Squares

MOST_ROWS = 255  # of a block: a byte counts no further
BLOCK_CELLS = 1 << 19  # of a block, gaps counted: it stays in the processor's cache
SMALLEST_SQUARE = 16  # cells a side: in smaller squares gaps outweigh cells


def sum_cells(
    codes: np.ndarray, spans: Spans, squares: Squares, *, table: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, bool]:
    """The sums (6, lines x across, k) of the cells in ``spans``, and whether codes without a number are among them.

    The sums are those of the number of cells, columns i, rows j, i i, j j and i j, each from the first cell of its
    square on; cells of number 0 are left out.

    Args:
        codes: (rows, columns) of one byte.
        spans: those whose cells count, each cell in one of them.
        squares: of the window; ``classes`` is k.
        table: codes (n,) and their numbers (n,), as of ``ClassNumbers.table``.
    """
    known, numbers = (part.view(np.uint8) for part in table)
    gap = int(np.setdiff1d(np.arange(256), known)[0])  # legends of all codes of a byte are left to runs
    framed = _framed(codes.view(np.uint8), spans, gap, squares=squares)
    lines, rows, across, columns = framed.shape
    sums = np.zeros((6, lines, across, squares.classes))
    met = 0
    most = min(MOST_ROWS, max(1, BLOCK_CELLS // (across * columns)))
    height = -(-rows // -(-rows // most))  # blocks of like height
    lines_at_once = max(1, BLOCK_CELLS // (height * across * (columns + height)))
    for top in range(0, rows, height):
        for first in range(0, lines, lines_at_once):
            part = slice(first, first + lines_at_once)
            block = framed[part, top : top + height]
            met += _add_block(block, top, sums[:, part], known=known, numbers=numbers, gap=gap)
    inside = int((spans.stop - spans.start).sum())
    return sums.reshape(6, lines * across, -1), met < inside


def _framed(codes: np.ndarray, spans: Spans, gap: int, *, squares: Squares) -> np.ndarray:
    """The codes as (lines, rows, squares, columns) of whole squares, ``gap`` outside of ``spans``."""
    rows, columns = codes.shape
    side, lines, across = squares.side, squares.lines, squares.across
    tall, wide = side if lines > 1 else rows, side if across > 1 else columns  # one square may reach beyond the window
    width = across * wide
    if (lines * tall, width) == codes.shape and len(spans) == rows and (spans.stop - spans.start == columns).all():
        framed = codes
    else:
        framed = np.full((lines * tall, width), gap, np.uint8)
        line, own = framed.reshape(-1), codes.reshape(-1)
        for row, start, stop in zip(spans.row.tolist(), spans.start.tolist(), spans.stop.tolist()):
            line[row * width + start : row * width + stop] = own[row * columns + start : row * columns + stop]
    return framed.reshape(lines, tall, across, wide)


def _add_block(
    cells: np.ndarray, top: int, sums: np.ndarray, *, known: np.ndarray, numbers: np.ndarray, gap: int
) -> int:
    """Add the cells (lines, rows, squares, columns) of a block to ``sums`` (6, lines, squares, k); how many there are.

    ``top``: the row of a square that the block begins with.
    """
    lines, rows, across, side = cells.shape
    slot = side + rows  # behind each square a gap, into which its diagonals run
    length = lines * across * slot
    memory = np.full(rows - 1 + rows * length, gap, np.uint8)
    memory[rows - 1 :].reshape(rows, lines, across, slot)[..., :side] = cells.transpose(1, 0, 2, 3)
    here = np.empty(len(memory), bool)
    # bytes down the columns, down the diagonals i + j and down the diagonals i - j + rows - 1
    ways = [
        np.lib.stride_tricks.as_strided(here[start:].view(np.uint8), (rows, length), (length + step, 1))
        for start, step in ((rows - 1, 0), (rows - 1, -1), (0, 1))
    ]
    place = np.arange(slot, dtype=float)
    weights = [np.stack([at**power for power in (0, 1, 2)], axis=1) for at in (place, place, place - (rows - 1))]
    met = 0
    for code, number in zip(known.tolist(), numbers.tolist()):
        np.equal(memory, code, out=here)
        if not here.any():
            continue
        if not number:
            met += int(np.count_nonzero(here))
            continue
        (n, i, ii), (_, d, dd), (_, _, ee) = (
            (np.add.reduce(way, axis=0, dtype=np.uint8).astype(float).reshape(-1, slot) @ weight).T
            for way, weight in zip(ways, weights)
        )
        j, jj, ij = d - i, (dd + ee) / 2.0 - ii, (dd - ee) / 4.0
        met += int(n.sum())
        terms = n, i, j + top * n, ii, jj + 2 * top * j + top * top * n, ij + top * i
        sums[..., number] += np.reshape(terms, (6, lines, across))
    return met
