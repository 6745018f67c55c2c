"""Sums of the columns and rows of cells, of their squares and products, in squares of a window, cell by cell.

Where runs are short, counting cells is faster than handling runs: three counts, by row, by column and by diagonal of a
square, give all sums, since ij = ((i + j)² - i² - j²) / 2. All are whole numbers, and exact.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .square_sums import Squares

BLOCK_CELLS = 1 << 16  # counted at once: its places stay in the processor's cache
BLOCK_COLUMNS = 1 << 10


def sum_cells(number_of: np.ndarray, codes: np.ndarray, inside: np.ndarray | None, *, squares: Squares) -> np.ndarray:
    """The sums (6, lines, across, k) of cells, columns i, rows j, i i, j j and i j, each from the first cell of its
    square on.

    Args:
        number_of: (256,) class number below k of every code.
        codes: (rows, columns) of one byte.
        inside: (rows, columns), which cells count; all if None.
        squares: of the window; ``classes`` is k.
    """
    rows, columns = codes.shape
    side, k = squares.side, squares.classes
    found = np.zeros((6, squares.lines, squares.across, k))
    width = max(side, BLOCK_COLUMNS // side * side)  # whole squares
    for left in range(0, columns, width):
        right = min(left + width, columns)
        height = max(1, BLOCK_CELLS // (right - left))
        for line in range(squares.lines):
            first = line * side
            for top in range(first, min(first + side, rows), height):
                bottom = min(top + height, first + side, rows)
                block = number_of.take(codes[top:bottom, left:right])
                if inside is not None:
                    block *= inside[top:bottom, left:right]
                across = slice(left // side, (right - 1) // side + 1)
                found[:, line, across] += _block_sums(block, top - first, left % side, side=side, classes=k)
    return found


def _block_sums(number: np.ndarray, top: int, left: int, *, side: int, classes: int) -> np.ndarray:
    """The sums (6, squares, k) of a block of a line of squares; ``top``, ``left``: of its first cell in its square."""
    rows, columns = number.shape
    by_row, by_column, by_diagonal, i, starts = _places(rows, columns, left, side=side, classes=classes)
    squares, k = len(starts), classes
    j = np.arange(top, top + rows, dtype=float)[:, None, None]
    of_rows = _count(number, by_row, rows * squares * k).reshape(rows, squares, k)
    of_columns = _count(number, by_column, columns * k).reshape(columns, k)
    diagonals = rows + side - 1
    of_diagonals = _count(number, by_diagonal, squares * diagonals * k).reshape(squares, diagonals, k)
    n, sj, sjj = of_rows.sum(axis=0), (of_rows * j).sum(axis=0), (of_rows * j**2).sum(axis=0)
    si, sii = (np.add.reduceat(of_columns * power, starts, axis=0) for power in (i, i**2))
    d = (top + np.arange(diagonals, dtype=float))[:, None]
    sij = ((of_diagonals * d**2).sum(axis=1) - sii - sjj) / 2.0
    return np.stack([n, si, sj, sii, sjj, sij])


def _count(number: np.ndarray, places: np.ndarray, size: int) -> np.ndarray:
    return np.bincount((number + places).ravel(), minlength=size)


@lru_cache(maxsize=16)
def _places(rows: int, columns: int, left: int, *, side: int, classes: int) -> tuple[np.ndarray, ...]:
    """Where class 0 of each cell of a block counts by row, by column and by diagonal; i of its columns; where squares
    start among them.
    """
    place = np.arange(left, left + columns)
    square, i = place // side, place % side
    starts = np.flatnonzero(np.diff(square, prepend=-1))
    row = np.arange(rows)[:, None]
    by_row = (row * len(starts) + square) * classes
    by_column = (np.arange(columns) * classes)[None, :]
    by_diagonal = (square * (rows + side - 1) + row + i) * classes
    return by_row, by_column, by_diagonal, i.astype(float)[:, None], starts
