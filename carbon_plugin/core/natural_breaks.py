"""Natural breaks: the classes with the smallest within-class sum of squared deviations, exactly (Fisher 1958; Jenks 1977).

What many packages call "natural breaks" is k-means from random starts, or works on a sample. Here the optimum is found:

- A few hundred different values: dynamic programming over all pairs of class borders.
- More: the same programme over blocks of borders, in which a class that ends somewhere within a block counts only the
  values before it, and the next class only those after it. That bounds the error of every partition that breaks there
  from below. Blocks whose bound exceeds the error of a partition already known cannot hold a break of the best one; the
  others are divided, until single borders are left. Few are, so sorting the values takes most of the time.

Within the programme the best previous border never moves back while the next one moves on (the cost of a class
satisfies the quadrangle inequality), so a layer takes n log n steps by divide and conquer, vectorised over each level.

Fisher, W. D. (1958): On grouping for maximum homogeneity. Journal of the American Statistical Association 53, 789-798.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Sequence

import numpy as np

from .classification import NO_CLASS, Breaks, Sample, classify, describe, sample_of

__all__ = ["NO_CLASS", "Breaks", "breaks_around_zero", "classify", "natural_breaks"]

SMALL = 200  # different values up to which all pairs of borders are tried
FIRST_BLOCKS = 128  # blocks of borders in the first round
PARTS = 8  # into which a block is divided that may hold a break
MATRIX_CELLS = 20_000  # up to which a whole matrix is searched at once rather than level by level
BRANCHES = 4  # rows searched between two rows already searched, plus one
RELATIVE_TIE = 1e-12  # partitions whose errors differ by less are equally good
SLACK = 1e-9  # relative; keeps rounding from excluding the best partition


def natural_breaks(values: Sequence[float], classes: int, weights: Sequence[float] | None = None) -> Breaks:
    """The ``classes`` natural breaks of ``values`` (n,), each counted with its weight in ``weights`` (n,) (default 1).

    The within-class sum of squares is the smallest there is (up to rounding). Where several partitions are equally
    good, the one with the lowest last break is taken, then the lowest last but one, and so on. With fewer different
    values than classes every different value is a class, and ``Breaks.is_complete`` is False. NaN is left out and counted.

    Raises ``NoValuesError``, ``InfiniteValuesError``, ``ClassCountError``, ``WeightsError``.
    """
    sample = sample_of(values, classes, weights)
    count = len(sample.values)
    if count <= classes:
        ends = np.arange(1, count + 1)
    else:
        ends = _small(sample, classes) if count <= SMALL else _large(sample, classes)
    return describe(sample, sample.values[ends - 1], classes)


def breaks_around_zero(values: Sequence[float], classes_below: int, classes_above: int) -> Breaks:
    """Natural breaks of the values up to zero and of those above it apart, for a diverging legend; zero is a bound.

    A side without values has no classes: those with an upper bound of at most 0 are the side below.
    Raises as ``natural_breaks``.
    """
    sample = sample_of(values, classes_below + classes_above)
    bounds = []
    below = sample.values <= 0
    if below.any():
        bounds.append(natural_breaks(sample.values[below], classes_below, sample.weights[below]).upper_bounds)
        bounds[0][-1] = 0.0
    if not below.all():
        bounds.append(natural_breaks(sample.values[~below], classes_above, sample.weights[~below]).upper_bounds)
    return describe(sample, np.concatenate(bounds), classes_below + classes_above)


def _small(sample: Sample, classes: int) -> np.ndarray:
    """The positions where the classes end, by trying all pairs of borders."""
    cost = _cost_matrix(sample)
    error = cost[0]
    previous = []
    for _ in range(classes - 1):
        # error of the best partition of the values before i, plus a class from i to j
        candidates = error[:-1, None] + cost[1:]
        error = candidates.min(axis=0)
        previous.append((candidates <= error * (1 + RELATIVE_TIE)).argmax(axis=0) + 1)
    ends = [len(sample.values)]
    for borders in reversed(previous):
        ends.append(borders[ends[-1] - 1])
    return np.array(ends[::-1])


def _cost_matrix(sample: Sample) -> np.ndarray:
    """(n, n): the sum of squared deviations of the values i..j from their mean; infinite where j < i.

    Taken from differences to the first value of the class, so that neither a far origin nor distant neighbours cancel.
    """
    beyond = np.triu(np.broadcast_to(sample.weights, (len(sample.weights),) * 2))
    difference = sample.values - sample.values[:, None]
    moment = beyond * difference
    with np.errstate(invalid="ignore"):
        mean_square = np.cumsum(moment, axis=1) ** 2 / np.cumsum(beyond, axis=1)
    cost = np.maximum(np.cumsum(moment * difference, axis=1) - mean_square, 0.0)
    cost[np.tril_indices_from(cost, -1)] = np.inf
    return cost


@dataclass(frozen=True, eq=False)
class _Blocks:
    """Borders where a class may end, in rising disjoint blocks: ``first`` to ``last`` (each (b,), inclusive).

    Border p stands before the value p; the class that ends there holds the values up to p - 1.
    """

    first: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.first)

    def are_single(self) -> bool:
        return bool((self.first == self.last).all())

    def divided(self, kept: np.ndarray, parts: int) -> _Blocks:
        """The blocks that are ``kept`` (b,), each cut into up to ``parts``."""
        first, size = self.first[kept], (self.last - self.first + 1)[kept]
        cuts = first[:, None] + size[:, None] * np.arange(parts + 1) // parts
        filled = cuts[:, 1:] > cuts[:, :-1]
        return _Blocks(cuts[:, :-1][filled], cuts[:, 1:][filled] - 1)


class _ClassCost:
    """The sum of squared deviations of the values between two borders, from running sums.

    The sums run outwards from the middle value and hold differences to it, so that a far origin or a few
    outlying values do not drown the rest.
    """

    def __init__(self, sample: Sample):
        middle = len(sample.values) // 2
        near = sample.values - sample.values[middle]
        moments = sample.weights * near
        self._sums = [_running(amounts, middle) for amounts in (sample.weights, moments, moments * near)]

    def between(
        self, starts: np.ndarray, ends: np.ndarray, empty: float
    ) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
        """The cost as a function of indices into ``starts`` and ``ends``; a class without values costs ``empty``."""
        at_start, at_end = ([sums[borders] for sums in self._sums] for borders in (starts, ends))

        def cost(start: np.ndarray, end: np.ndarray) -> np.ndarray:
            weight, moment, square = (high[end] - low[start] for low, high in zip(at_start, at_end))
            with np.errstate(invalid="ignore", divide="ignore"):
                moment *= moment
                moment /= weight
            square -= moment
            return np.where(weight > 0, np.maximum(square, 0.0), empty)

        return cost


def _running(amounts: np.ndarray, middle: int) -> np.ndarray:
    """(n + 1,) sums of ``amounts`` (n,) from border ``middle`` to each border; negative before it."""
    return np.concatenate((-np.cumsum(amounts[:middle][::-1])[::-1], [0.0], np.cumsum(amounts[middle:])))


def _large(sample: Sample, classes: int) -> np.ndarray:
    """The positions where the classes end, by bounding and dividing blocks of borders."""
    count = len(sample.values)
    cost = _ClassCost(sample)
    zero, end = np.array([0]), np.array([count])
    layers = [_Blocks(zero, zero)]
    layers += [
        _Blocks(np.array([layer]), np.array([count - classes + layer])).divided(np.array([True]), FIRST_BLOCKS)
        for layer in range(1, classes)
    ]
    layers.append(_Blocks(end, end))
    known = np.inf
    while not all(layer.are_single() for layer in layers):
        before, path = _errors_before(layers, cost, empty=0.0)
        after = _errors_after(layers, cost)
        known = min(known, _error_along(path, layers, cost, count))
        for position in range(1, classes):
            bound = before[position] + after[position]
            kept = bound <= max(known * (1 + SLACK), bound.min())
            layers[position] = layers[position].divided(kept, PARTS)
    _, path = _errors_before(layers, cost, empty=np.inf)
    return np.array([layer.first[block] for layer, block in zip(layers, path)][1:])


def _errors_before(layers: list[_Blocks], cost: _ClassCost, empty: float) -> tuple[list[np.ndarray], list[int]]:
    """For each block of each layer the least error of the classes before it, and the best way through the layers."""
    errors, chosen = [np.zeros(1)], []
    for left, right in zip(layers, layers[1:]):
        class_cost, error = cost.between(left.last, right.first, empty), errors[-1]
        least, column = _row_minima(len(right), len(left), lambda row, column: error[column] + class_cost(column, row))
        errors.append(least)
        chosen.append(column)
    path = [0]
    for column in reversed(chosen):
        path.append(int(column[path[-1]]))
    return errors, path[::-1]


def _errors_after(layers: list[_Blocks], cost: _ClassCost) -> list[np.ndarray]:
    """For each block of each layer the least error of the classes after it."""
    errors = [np.zeros(1)]
    for left, right in zip(layers[-2::-1], layers[:0:-1]):
        class_cost, error = cost.between(left.last, right.first, 0.0), errors[-1]
        errors.append(
            _row_minima(len(left), len(right), lambda row, column: error[column] + class_cost(row, column))[0]
        )
    return errors[::-1]


def _error_along(path: list[int], layers: list[_Blocks], cost: _ClassCost, count: int) -> float:
    """The error of one partition that breaks in the blocks of ``path``."""
    steps = np.arange(len(path))
    borders = np.array([(layer.first[block] + layer.last[block]) // 2 for layer, block in zip(layers, path)])
    borders = np.minimum(np.maximum.accumulate(borders - steps) + steps, count - steps[::-1])
    return float(cost.between(borders[:-1], borders[1:], 0.0)(steps[:-1], steps[:-1]).sum())


def _row_minima(
    rows: int, columns: int, value: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """The least ``value(row, column)`` of each row and its first column, where that column never falls from row to row.

    Every ``stride``-th row is searched between the columns found for its neighbours of the stride before.
    """
    if rows * columns <= MATRIX_CELLS:
        cells = value(np.arange(rows)[:, None], np.arange(columns))
        least = cells.min(axis=1)
        return least, (cells <= least[:, None] * (1 + RELATIVE_TIE)).argmax(axis=1)
    least, found = np.empty(rows), np.zeros(rows, dtype=np.intp)
    stride = BRANCHES ** int(np.log(rows) / np.log(BRANCHES))
    row = np.arange(0, rows, stride)
    low, high = np.zeros_like(row), np.full_like(row, columns - 1)
    while True:
        lengths = high - low + 1
        starts = np.cumsum(lengths) - lengths
        column = np.arange(lengths.sum()) + np.repeat(low - starts, lengths)
        cells = value(np.repeat(row, lengths), column)
        least[row] = np.minimum.reduceat(cells, starts)
        hits = np.flatnonzero(cells <= np.repeat(least[row] * (1 + RELATIVE_TIE), lengths))
        found[row] = column[hits[np.searchsorted(hits, starts)]]
        if stride == 1:
            return least, found
        solved, stride = stride, stride // BRANCHES
        row = np.arange(0, rows, stride)
        row = row[row % solved > 0]
        low, following = found[row - row % solved], row - row % solved + solved
        high = np.where(following < rows, found[np.minimum(following, rows - 1)], columns - 1)
