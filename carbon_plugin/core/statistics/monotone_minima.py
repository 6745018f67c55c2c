"""The smallest cell of every row of a matrix whose smallest cells move to the right from row to row."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

MATRIX_CELLS = 20_000  # up to which a whole matrix is searched at once rather than level by level
BRANCHES = 8  # ratio of the strides of two levels
RELATIVE_TIE = 1e-12  # partitions whose errors differ by less are equally good

Cost = Callable[[np.ndarray, np.ndarray], np.ndarray]


def swapped(cost: Cost) -> Cost:
    """The cost with rows for columns.

    Args:
        cost: of the cells of a matrix, from their rows and columns.

    >>> swapped(lambda row, column: 10 * row + column)(1, 2)
    21
    """
    return lambda row, column: cost(column, row)


def row_minima(cost: Cost, errors: np.ndarray, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """The least ``errors[column] + cost(row, column)`` of each row (rows,), and the first column that has it (rows,).

    Holds for monotone matrices, in which that column never falls from row to row (Aggarwal, Klawe, Moran, Shor and
    Wilber 1987, Algorithmica 2, 195-208).

    Args:
        cost: of the cells of the matrix, from their rows and columns, numbered from 0.
        errors: added to the cells of each column (columns,).
        rows: number of rows.

    >>> least, column = row_minima(lambda row, column: (row - column) ** 2.0, np.array([0.0, 0.0, 5.0]), 4)
    >>> least.tolist(), column.tolist()
    ([0.0, 0.0, 1.0, 4.0], [0, 1, 1, 1])
    """
    if rows * len(errors) > MATRIX_CELLS:
        return _row_minima_by_levels(cost, errors, rows)
    cells = errors + cost(np.arange(rows)[:, None], np.arange(len(errors)))
    least = cells.min(axis=1)
    return least, (cells <= least[:, None] * (1 + RELATIVE_TIE)).argmax(axis=1)


def _row_minima_by_levels(cost: Cost, errors: np.ndarray, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """The same, since the column never falls from row to row: every ``stride``-th row first, then the rows between.

    These are searched only between the columns found for their neighbours of the wider stride.
    """
    columns = len(errors)
    least, found = np.empty(rows), np.zeros(rows, dtype=np.intp)
    stride = BRANCHES ** int(np.log(rows) / np.log(BRANCHES))
    row = np.arange(0, rows, stride)
    low, high = np.zeros_like(row), np.full_like(row, columns - 1)
    while True:
        lengths = high - low + 1
        starts = np.cumsum(lengths) - lengths
        column = np.arange(lengths.sum()) + np.repeat(low - starts, lengths)
        cells = errors[column] + cost(np.repeat(row, lengths), column)
        least[row] = np.minimum.reduceat(cells, starts)
        hits = np.flatnonzero(cells <= np.repeat(least[row] * (1 + RELATIVE_TIE), lengths))
        found[row] = column[hits[np.searchsorted(hits, starts)]]
        if stride == 1:
            return least, found
        solved, stride = stride, stride // BRANCHES
        row = np.arange(0, rows, stride)
        row = row[row % solved > 0]
        above, below = row - row % solved, row - row % solved + solved
        low = found[above]
        high = np.where(below < rows, found[np.minimum(below, rows - 1)], columns - 1)
        high = np.maximum(low, high)  # rounding may turn the order of two equally good columns
