"""How often each byte stands in each unit of a window, counted by pairs of neighbouring cells.

On ragged land there are hardly fewer runs than cells, and handling a run costs ten times what counting a cell does. Two
neighbours are one number of two bytes, so that half as many numbers are counted, in a table that stays in the
processor's cache. The cells of a unit are copied together, span by span, and need no index.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...core.progress import Progress, Silent, advance
from .spans import Spans

BYTES = 256
FEW_CELLS = 1 << 13  # up to here the table of pairs costs more than it spares
CHUNK_CELLS = 1 << 18  # counted at once
UNIT_CELLS = 1 << 13  # a unit in a window, on average: with fewer, runs are faster
SPAN_CELLS = 48  # on average: with shorter ones, copying costs more than it spares
SAMPLED_ROWS = 16  # one in so many tells how ragged land is


def share_of_cuts(codes: np.ndarray) -> float:
    """How often any of the years' codes (years, rows, columns) changes from a cell to the next, on sampled rows."""
    sampled = codes[:, ::SAMPLED_ROWS]
    cuts = np.zeros(sampled[0, :, 1:].shape, bool)
    for year in sampled:
        cuts |= year[:, 1:] != year[:, :-1]
    return float(np.count_nonzero(cuts)) / max(cuts.size, 1)


def have_many_cells(spans: Spans, units: int) -> bool:
    """Whether units and spans are so large that counting by pairs pays."""
    cells = int((spans.stop - spans.start).sum())
    return cells >= max(UNIT_CELLS * units, SPAN_CELLS * len(spans))


class UnitBytes:
    """The cells of the units of a window of ``columns``, to be counted for any raster of bytes of its shape."""

    def __init__(self, spans: Spans, unit: np.ndarray, units: int, *, columns: int):
        """``unit`` (spans,): the number of each span's unit, below ``units``."""
        begin, end = spans.row * columns + spans.start, spans.row * columns + spans.stop
        order = np.argsort(unit, kind="stable")
        unit, begin, end = unit[order], begin[order], end[order]
        first = np.ones(len(unit), bool)
        first[1:] = (unit[1:] != unit[:-1]) | (begin[1:] != end[:-1])
        last = np.append(first[1:], True)[: len(first)]
        self._parts = list(zip(begin[first].tolist(), end[last].tolist()))
        self._ends = np.searchsorted(unit[first], np.arange(units), side="right").tolist()

    def counts(self, cells: np.ndarray, progress: Progress = Silent()) -> np.ndarray:
        """How often each byte stands in each unit, (units, 256) int64; ``cells`` (rows, columns) uint8, in a row.

        Raises ``Cancelled``.
        """
        counts = np.empty((len(self._ends), BYTES), np.int64)
        for unit, together in enumerate(self._together(cells)):
            advance(progress, unit / len(self._ends))
            counts[unit] = count_bytes(together)
        return counts

    def _together(self, cells: np.ndarray) -> Iterator[np.ndarray]:
        """The cells of each unit, one after the other."""
        line = cells.reshape(-1)
        memory, begin = memoryview(line), 0
        for end in self._ends:
            parts, begin = self._parts[begin:end], end
            if len(parts) == 1:
                yield line[slice(*parts[0])]
            else:
                yield np.frombuffer(b"".join([memory[first:last] for first, last in parts]), np.uint8)


def count_bytes(cells: np.ndarray) -> np.ndarray:
    """How often each byte stands in ``cells`` (n,) uint8: (256,) int64.

    >>> count_bytes(np.array([7, 7, 200], np.uint8))[[7, 200]].tolist()
    [2, 1]
    """
    if len(cells) <= FEW_CELLS:
        return np.bincount(cells, minlength=BYTES)
    half = len(cells) // 2
    counts = np.bincount(cells[2 * half :], minlength=BYTES)
    pairs = _count_pairs(cells[: 2 * half].view(np.uint16), int(cells.max()))
    counts[: len(pairs)] += pairs.sum(axis=0)
    counts[: len(pairs)] += pairs.sum(axis=1)
    return counts


def _count_pairs(pairs: np.ndarray, largest: int) -> np.ndarray:
    """How often each pair of bytes up to ``largest`` stands in ``pairs`` (n,) uint16, (largest + 1, largest + 1)."""
    counts = np.zeros((largest + 1) * BYTES, np.int64)
    for start in range(0, len(pairs), CHUNK_CELLS // 2):
        met = np.bincount(pairs[start : start + CHUNK_CELLS // 2])
        counts[: len(met)] += met
    return counts.reshape(-1, BYTES)[:, : largest + 1]
