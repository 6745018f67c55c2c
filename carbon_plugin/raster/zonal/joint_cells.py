"""Which class each cell had at two dates, counted in every unit cell by cell: for ragged land of few classes.

The numbers of both dates fit in one byte, and bytes are counted by pairs of neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...core.progress import Progress, Silent
from .byte_counts import UnitBytes

SIDE = 16  # two numbers below it fit in a byte
UNKNOWN = 255  # in a table of numbers
CUTS_A_PAIR = 0.05  # of cells: with more changes along a row for each pair, counting cells is faster


def fit_in_a_byte(classes: int) -> bool:
    """Whether two numbers below ``classes``, or one more for codes that have none, are one byte."""
    return classes < SIDE


def count_pairs(
    codes: np.ndarray,
    numbers: np.ndarray,
    cells_of: UnitBytes,
    *,
    pairs: Sequence[tuple[int, int]],
    classes: int,
    progress: Progress = Silent(),
) -> tuple[np.ndarray, list[set[int]]]:
    """Cells (pairs, units, classes, classes) int64, and for each date the codes that have no number.

    Args:
        codes: (dates, rows, columns) of one byte.
        numbers: (dates, 256) uint8, the number of each code's byte, ``UNKNOWN`` for those that have none.
        cells_of: the cells of the units.
        pairs: places of the two dates of each comparison.
        classes: how many numbers there are, 0 counted; ``fit_in_a_byte``.

    A code without a number counts as 0. Raises ``Cancelled``.
    """
    numbers = np.minimum(numbers, classes)
    counted, unsure = [], set(range(len(codes))).difference(*pairs)
    for before, after in pairs:
        counts, of_first, of_second = _count_pair(
            codes[before].view(np.uint8), codes[after].view(np.uint8), numbers[[before, after]], cells_of, progress
        )
        found = np.zeros((len(counts), classes + 1, classes + 1), np.int64)
        np.add.at(found, np.ix_(range(len(counts)), of_first, of_second), counts)
        unsure.update(date for date, axis in ((before, 2), (after, 1)) if found.sum(axis=axis)[:, classes:].any())
        found[:, 0] += found[:, classes]
        found[:, :, 0] += found[:, :, classes]
        counted.append(found[:, :classes, :classes])
    unknown: list[set[int]] = [set() for _ in codes]
    for date in unsure:
        met = cells_of.counts(codes[date].view(np.uint8), progress).any(axis=0) & (numbers[date] == classes)
        unknown[date].update(np.flatnonzero(met).astype(np.uint8).view(codes.dtype).tolist())
    return np.stack(counted), unknown


def _count_pair(
    first: np.ndarray, second: np.ndarray, numbers: np.ndarray, cells_of: UnitBytes, progress: Progress
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cells (units, n, n) by what two dates hold, and the numbers (n,) that this stands for at each of them.

    ``first``, ``second`` (rows, columns) uint8; ``numbers`` (2, 256): of their codes.
    """
    side = max(int(first.max()), int(second.max())) + 1
    if side > SIDE:
        side = int(numbers.max()) + 1
        first, second = (_translated(codes, table) for codes, table in zip((first, second), numbers))
        numbers = np.tile(np.arange(side), (2, 1))
    both = first * np.uint8(side)
    both += second
    counts = cells_of.counts(both, progress)[:, : side * side].reshape(-1, side, side)
    return counts, *numbers[:, :side]


def _translated(codes: np.ndarray, table: np.ndarray) -> np.ndarray:
    return np.frombuffer(codes.tobytes().translate(table.tobytes()), np.uint8).reshape(codes.shape)
