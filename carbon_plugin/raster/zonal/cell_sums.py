"""Sums of the columns and rows of cells, of their squares and products, in squares of a window, cell by cell.

Where runs are short, counting cells is faster than handling runs. Where a class is, is one byte a cell, and bytes are
added up row upon row from the bottom, all classes side by side, which is what a processor does fastest. A heap of rows,
a heap of what that heap was at each row, and a heap of these count a row j once, j times and j (j - 1) / 2 times: the
three give the sums of 1, j and j j in every column. A byte holds them for ``STEP`` rows, and heaps of such heaps for
``HALF`` a band. All are whole numbers, and exact.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .spans import Spans
from .square_sums import Squares

STEP = 7  # rows
HALF = 34  # rows of half a band, in up to five steps: the largest sum in a byte is (7 * 6 / 2) * (5 * 4 / 2) = 210
BESIDE = 100_000  # columns side by side, of all codes: calls are few, and heaps stay in the processor's cache
SMALLEST_SQUARE = 16  # cells a side: in smaller squares what is done once a square outweighs cells
SAMPLED_ROWS = 64  # one in so many tells which codes to expect
BYTES = 256


class Scratch:
    """Memory that windows work in one after the other."""

    def __init__(self):
        self._parts: dict[type, np.ndarray] = {}

    def of(self, kind: type, size: int) -> np.ndarray:
        """``size`` numbers of a ``kind``, the same from call to call; what stood there stays."""
        if len(self._parts.get(kind, ())) < size:
            self._parts[kind] = np.empty(size, kind)
        return self._parts[kind][:size]


class CellSums:
    """Sums windows by the numbers of their codes."""

    def __init__(self, table: tuple[np.ndarray, np.ndarray], scratch: Scratch):
        """``table``: codes (n,) of one byte and their numbers (n,), as of ``ClassNumbers.table``."""
        self._known, self._numbers = (part.view(np.uint8) for part in table)
        self._gap = int(np.setdiff1d(np.arange(BYTES), self._known)[0])  # legends of all bytes are left to runs
        self._scratch = scratch

    def of(self, codes: np.ndarray, spans: Spans, squares: Squares) -> tuple[np.ndarray, bool]:
        """The sums (6, lines x across, k) of the cells in ``spans``, and whether codes without a number are among them.

        The sums are those of the number of cells, columns i, rows j, i i, j j and i j, each from the first cell of its
        square on; cells of number 0 are left out.

        Args:
            codes: (rows, columns) of one byte.
            spans: those whose cells count, each cell in one of them.
            squares: of the window; ``classes`` is k.
        """
        cells = self._only_inside(codes.view(np.uint8), spans)
        left = int((spans.stop - spans.start).sum())
        sums = np.zeros((6, squares.lines, squares.across, squares.classes))
        known, numbers = self._known, self._numbers
        expected = np.bincount(cells[::SAMPLED_ROWS].reshape(-1), minlength=BYTES)[known] > 0
        for is_expected in (expected, ~expected):  # the others only if cells are left
            for code in known[is_expected & (numbers == 0)].tolist():
                if left:  # 0 is counted without a look at what is equal to it
                    left -= int(np.count_nonzero(cells == code)) if code else cells.size - int(np.count_nonzero(cells))
            chosen = is_expected & (numbers > 0)
            if left and chosen.any():
                left -= self._add(cells, sums, squares, known=known[chosen], numbers=numbers[chosen])
        return sums.reshape(6, squares.lines * squares.across, -1), left > 0

    def _only_inside(self, codes: np.ndarray, spans: Spans) -> np.ndarray:
        """The codes (rows, columns), ``gap`` outside of ``spans``."""
        rows, columns = codes.shape
        if len(spans) == rows and (spans.stop - spans.start == columns).all():
            return codes
        cells = np.full(codes.shape, self._gap, np.uint8)
        line, own = cells.reshape(-1), codes.reshape(-1)
        begin, end = spans.row * columns + spans.start, spans.row * columns + spans.stop
        for first, last in zip(begin.tolist(), end.tolist()):
            line[first:last] = own[first:last]
        return cells

    def _add(
        self, cells: np.ndarray, sums: np.ndarray, squares: Squares, *, known: np.ndarray, numbers: np.ndarray
    ) -> int:
        """Add the cells of ``known`` codes with their ``numbers`` to ``sums`` (6, lines, across, k); how many."""
        rows, columns = cells.shape
        totals = np.zeros((6, len(known), squares.lines, squares.across))
        most = max(1, BESIDE // len(known))
        pieces = -(-columns // most)
        whole = squares.across > 1  # else one square, which may be cut
        step = -(-squares.across // pieces) * squares.side if whole else -(-columns // pieces)
        for left in range(0, columns, step):
            piece = cells[:, left : left + step]
            first, across = (left // squares.side, -(-piece.shape[1] // squares.side)) if whole else (0, 1)
            slot = squares.side if whole else piece.shape[1]
            at = np.arange(slot, dtype=float) + (0 if whole else left)
            for height, starts, lines, tops in _bands(squares, rows, max(1, most // (across * slot))):
                heaps = self._heaps(piece, starts, height, codes=known)
                n, i, ii, j, ij, jj = self._along(heaps, at, _upper(height), across=across)
                top = tops[:, None].astype(float)
                terms = n, i, j + top * n, ii, jj + 2 * top * j + top * top * n, ij + top * i
                for total, term in zip(totals, terms):
                    for band, line in enumerate(lines.tolist()):
                        total[:, line, first : first + across] += term[:, band]
        for number, of_code in zip(numbers.tolist(), totals.swapaxes(0, 1)):
            sums[..., number] += of_code
        return int(totals[0].sum())

    def _heaps(self, cells: np.ndarray, starts: np.ndarray, height: int, *, codes: np.ndarray) -> list[np.ndarray]:
        """The sums of 1, j and j (j - upper) in every column of bands of ``cells``, three (codes, bands, columns).

        Args:
            starts: (bands,) the first row of each band; ``height``: of all of them.
            codes: those to count.
        """
        shape = len(codes), len(starts), cells.shape[1]
        size, upper = int(np.prod(shape)), _upper(height)
        j, k, more = self._scratch.of(np.int16, 3 * size).reshape(3, size)
        above, below = self._scratch.of(np.uint8, 16 * size)[4 * size :].reshape(2, 6, size)
        self._half(cells, starts, upper, codes=codes, found=above)
        self._half(cells, starts + upper, height - upper, codes=codes, found=below)
        # with j = STEP s + r: b counts 1, s, s (s - 1) / 2; e counts r, s r; f counts r (r - 1) / 2
        (a3, a2, a1, ae2, ae1, af1), (b3, b2, b1, be2, be1, bf1) = above, below
        for heap, other in ((a1, b1), (a3, b3), (a2, b2), (ae1, be1)):
            heap += other  # from here on of both halves
        for heap, other in ((a2, b2), (ae1, be1)):
            other += other
            other -= heap  # by how much the lower half has more
        more_b2, more_e1 = b2.view(np.int8), be1.view(np.int8)
        for total, terms in (
            (j, ((a2, STEP), (ae1, 1), (b1, upper))),
            (
                k,
                (
                    (a3, 2 * STEP**2), (a2, STEP**2), (more_b2, upper * STEP), (ae1, 1), (more_e1, upper),
                    (ae2, 2 * STEP), (be2, 2 * STEP), (af1, 2), (bf1, 2),
                ),
            ),
        ):  # fmt: skip
            (first, times), *others = terms
            np.multiply(first, times, out=total, dtype=np.int16)
            for heap, times in others:
                np.multiply(heap, times, out=more, dtype=np.int16)
                total += more
        return [heap.reshape(shape) for heap in (a1, j, k)]

    def _half(
        self, cells: np.ndarray, starts: np.ndarray, height: int, *, codes: np.ndarray, found: np.ndarray
    ) -> None:
        """Write six heaps of bytes, (6, codes x bands x columns), as ``_heaps`` calls them, to ``found``."""
        size = found.shape[1]
        whole = self._scratch.of(np.uint8, 4 * size)
        memory = whole.reshape(4, size)
        a1, here = memory[2], memory[3]
        a1_is, here_is = (part.view(bool).reshape(len(codes), -1) for part in (a1, here))
        a2, (b3, b2, b1, e2, e1, f1) = memory[1], found
        heaps, below, code = whole[: 3 * size], whole[size:], codes[:, None]
        if height < 1:
            found.fill(0)
        bottom = (height - 1) // STEP * STEP
        for low in range(bottom, -1, -STEP):
            high = min(low + STEP, height)
            memory[:2].fill(0)
            for number in range(high - 1, low - 1, -1):
                line = cells[starts[0] + number] if len(starts) == 1 else cells[starts + number].reshape(-1)
                if number == high - 1:
                    np.equal(line, code, out=a1_is)
                    continue
                np.equal(line, code, out=here_is)
                np.add(heaps, below, out=heaps)  # the third += the second, the second += the first, the first += here
            if low == bottom:
                for heap, first in ((b1, a1), (e1, a2), (f1, memory[0])):
                    np.copyto(heap, first)
                for heap in (b3, b2, e2):
                    heap.fill(0)
                continue
            for heap, more in ((b3, b2), (b2, b1), (b1, a1), (e2, e1), (e1, a2), (f1, memory[0])):
                np.add(heap, more, out=heap)

    def _along(self, heaps: list[np.ndarray], at: np.ndarray, upper: int, *, across: int) -> list[np.ndarray]:
        """From the sums in columns those of n, i, i i, j, i j and j j in squares, (codes, bands, across) each.

        ``at`` (slot,): the columns of a square; ``heaps``, (codes, bands, columns) each, may end in the midst of one.
        """
        codes, bands, columns = heaps[0].shape
        exact = np.float32 if 2 * HALF * (at[-1] + 1.0) ** 3 / 3.0 < 1 << 24 else np.float64
        size = codes * bands * across * len(at)
        real = self._scratch.of(exact, size).reshape(codes, bands, across * len(at))
        rows = real.reshape(-1, len(at))
        real[..., columns:] = 0
        powers = [(at**power).astype(exact) for power in (0, 1, 2)]
        found = []
        for values, count in zip(heaps, (3, 2, 1)):
            np.copyto(real[..., :columns], values)
            for power in powers[:count]:
                found.append(np.einsum("ri,i->r", rows, power).astype(float).reshape(codes, bands, across))
        found[-1] += upper * found[3]
        return found


def _upper(height: int) -> int:
    """The rows of the upper half of a band; all of a low one."""
    return height if height <= HALF else height // 2


def _bands(squares: Squares, rows: int, most: int) -> Iterator[tuple[int, np.ndarray, np.ndarray, np.ndarray]]:
    """Bands of up to twice ``HALF`` rows, up to ``most`` of one height together: this height, their first rows, the
    lines of squares that they lie in, and the row of these that they begin with, three (bands,).
    """
    found = []
    for line in range(squares.lines):
        first = line * squares.side
        tall = min(squares.side, rows - first)
        count = -(-tall // (2 * HALF))
        edges = [tall * number // count for number in range(count + 1)]
        found += [(stop - start, first + start, line, start) for start, stop in zip(edges, edges[1:])]
    for height in sorted({band[0] for band in found}):
        alike = np.array([band[1:] for band in found if band[0] == height])
        for start in range(0, len(alike), most):
            yield (height, *alike[start : start + most].T)
