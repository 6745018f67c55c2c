"""Sums of the columns and rows of cells, of their squares and products, in squares of a window, run by run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .counting import Window
from .tally import Runs


@dataclass(frozen=True)
class Squares:
    """A window in squares of ``side`` cells: ``lines`` down, ``across`` beside each other.

    ``first_of`` (columns,): the first column of the square of a column, twice; ``bin_of`` (columns,): that square's
    first sum, of ``classes`` each.
    """

    side: int
    lines: int
    across: int
    classes: int
    first_of: np.ndarray
    bin_of: np.ndarray

    @classmethod
    def of(cls, window: Window, side: int, classes: int) -> Squares:
        """Those of ``window``, from its first row and column on."""
        place = np.arange(window.width) // side
        lines = (window.height - 1) // side + 1
        return cls(side, lines, int(place[-1]) + 1, classes, 2.0 * side * place, place * classes)


class SquareSums:
    """Sums of the cells of each square and class: how many, their columns i, their rows j, i i, j j and i j, each from
    the first cell of the square on.
    """

    def __init__(self, squares: Squares):
        self._squares = squares
        self._sums = np.zeros((6, squares.lines, squares.across * squares.classes))

    def add(self, runs: Runs, number: np.ndarray) -> None:
        """Add runs of class ``number`` (r,).

        The columns of a run of m cells about their middle c add up to m c, their squares to m c c + m (m m - 1) / 12. A
        run belongs to the square of its middle; one that is longer than half a square is cut where squares end.
        """
        its = self._squares
        each = its.across * its.classes
        span, start, length = runs.span, runs.start, runs.length
        if its.across > 1:
            number, span, start, length = _cut(runs, number, its.side)
        twice = 2 * start + length - (2 * runs.begin + 1).take(span)  # the middle
        middle = twice >> 1
        line, row = np.divmod(runs.row, its.side)
        place = ((line - line[0]) * each).take(span)
        place += its.bin_of.take(middle)
        place += number
        m, j, c = length.astype(float), row.astype(float).take(span), twice - its.first_of.take(middle)
        mc, mj = m * c, m * j
        touched = int(line[-1] - line[0]) + 1
        part = self._sums[:, line[0] : line[0] + touched]
        for total, weight in zip(part, (m, mc, mj, 3.0 * mc * c + m * m * m, mj * j, mc * j)):
            total += np.bincount(place, weight, touched * each).reshape(touched, each)

    def by_square(self) -> np.ndarray:
        """The sums (6, lines * across, classes)."""
        m, mc, mj, squared, mjj, mcj = self._sums.reshape(6, -1, self._squares.classes)
        return np.stack([m, mc / 2.0, mj, (squared - m) / 12.0, mjj, mcj / 2.0])


def _cut(runs: Runs, number: np.ndarray, side: int) -> tuple[np.ndarray, ...]:
    """Number, span, start and length of the runs, those longer than half of ``side`` cut where squares end."""
    run = np.flatnonzero(runs.length > side // 2)
    begin = runs.start[run] - runs.begin[runs.span[run]]
    run = run[begin // side < (begin + runs.length[run] - 1) // side]
    if not len(run):
        return number, runs.span, runs.start, runs.length
    row = runs.begin[runs.span[run]]
    begin = runs.start[run] - row
    first, last = begin // side, (begin + runs.length[run] - 1) // side
    more = last - first  # each run keeps its first piece; the others come after all runs
    length = runs.length.copy()
    length[run] = (first + 1) * side - begin
    of_run = np.repeat(np.arange(len(run)), more)
    edge = (first[of_run] + 1 + np.arange(len(of_run)) - (np.cumsum(more) - more)[of_run]) * side
    end = np.minimum(begin[of_run] + runs.length[run[of_run]], edge + side)
    run = run[of_run]
    pairs = ((number, number[run]), (runs.span, runs.span[run]), (runs.start, edge + row[of_run]), (length, end - edge))
    return tuple(np.concatenate(pair) for pair in pairs)
