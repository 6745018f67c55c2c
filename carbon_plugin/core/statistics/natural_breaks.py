"""Natural breaks, exactly: the classes with the least within-class sum of squared deviations (Fisher-Jenks).

Elsewhere the name also stands for k-means from random starts, or for the breaks of a sample. Here the optimum is found:

- Few different values: dynamic programming over all pairs of class borders.
- Many: the same programme over blocks of borders. A class that ends within a block counts only the values before the
  block, the next class only those after it: a lower bound for the error of every partition that breaks there. A block
  whose bound exceeds the error of a partition already known cannot hold a break of the best one. The others are divided
  until few borders are left, and the programme over these decides. Sorting the values takes most of the time.

The best start of a class never falls while its end rises (its cost satisfies the quadrangle inequality), so a layer of
the programme takes n log n steps, vectorised by levels.

Fisher, W. D. (1958): On grouping for maximum homogeneity. Journal of the American Statistical Association 53, 789-798.
Jenks, G. F. (1977): Optimal data classification for choropleth maps. University of Kansas, Occasional Paper 2.
Panter, P. F., Dite, W. (1951): Quantization distortion in pulse-count modulation with nonuniform spacing of levels.
Proceedings of the IRE 39, 44-48.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .classification import NO_CLASS, Breaks, Sample, classify, describe, sample_of

__all__ = ["NO_CLASS", "Breaks", "breaks_around_zero", "classify", "natural_breaks"]

Cost = Callable[[np.ndarray, np.ndarray], np.ndarray]

SMALL = 160  # different values up to which all pairs of borders are tried
FIRST_PARTS = 32  # of the borders in the first round, by detail and by number
PARTS = 8  # of a block that may hold a break, in the rounds that follow
FEW_BORDERS = 2_000  # over all breaks, from which they are no longer taken in blocks
MATRIX_CELLS = 20_000  # up to which a whole matrix is searched at once rather than level by level
BRANCHES = 8  # ratio of the strides of two levels
WIDE_GAP = 100  # times the widest of the usual gaps
SUMS_CELLS = 10_000_000  # up to which running sums are kept for several segments
RELATIVE_TIE = 1e-12  # partitions whose errors differ by less are equally good
SLACK = 1e-9  # relative; keeps rounding from excluding the best partition


def natural_breaks(values: Sequence[float], classes: int, weights: Sequence[float] | None = None) -> Breaks:
    """The ``classes`` natural breaks of ``values`` (n,), each counted with its weight in ``weights`` (n,) (default 1).

    The within-class sum of squares is the smallest there is (up to rounding). Where several partitions are equally
    good, the one with the lowest last break is taken, then the lowest last but one, and so on. With fewer different
    values than classes every different value is a class, and ``Breaks.is_complete`` is False. NaN is left out, and
    counted.

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

    Border p stands before the value p: the class that ends there holds the values up to p - 1.
    """

    first: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.first)

    @property
    def borders(self) -> int:
        """How many borders there are in all blocks."""
        return int((self.last - self.first + 1).sum())

    def divided(self, detail: np.ndarray, parts: int) -> _Blocks:
        """Each block cut into ``parts`` of about the same ``detail`` (n + 1,), and at as many borders evenly."""
        first, end = self.first[:, None], self.last[:, None] + 1
        shares = np.arange(1, parts) / parts
        detailed = np.searchsorted(detail, detail[first] + (detail[end] - detail[first]) * shares)
        even = first + (end - first) * np.arange(1, parts) // parts
        cuts = np.sort(np.hstack((first, np.clip(detailed, first, end), even, end)), axis=1)
        filled = cuts[:, 1:] > cuts[:, :-1]
        return _Blocks(cuts[:, :-1][filled], cuts[:, 1:][filled] - 1)

    def single(self) -> _Blocks:
        """All borders on their own."""
        size = self.last - self.first + 1
        borders = np.repeat(self.first - np.cumsum(size) + size, size) + np.arange(size.sum())
        return _Blocks(borders, borders)

    def only(self, kept: np.ndarray) -> _Blocks:
        """The blocks that are ``kept`` (b,)."""
        return _Blocks(self.first[kept], self.last[kept])


class _ClassCost:
    """The sum of squared deviations of the values between two borders, from running sums.

    The sums are of differences to the middle value and run outwards from there, so that a far origin or a few far
    values cost no digits. Far crowds would: so the values are cut at gaps much wider than the others, as many as can
    matter for the number of classes. Each segment has sums of its own, and a class is computed with those of the
    segment it starts in.
    """

    def __init__(self, sample: Sample, gaps: np.ndarray, classes: int):
        values, weights = sample.values, sample.weights
        count = len(values)
        segments = max(1, min(classes, SUMS_CELLS // count))
        usual_gap = np.partition(gaps, count - 1 - segments)[count - 1 - segments]
        self._cuts = np.flatnonzero(gaps > WIDE_GAP * usual_gap) + 1
        middles = (np.concatenate(([0], self._cuts)) + np.concatenate((self._cuts, [count]))) // 2
        self._weight = _running(weights, 0)
        self._moment, self._square = (np.empty(len(middles) * (count + 1)) for _ in range(2))
        for segment, middle in enumerate(middles):
            near = values - values[middle]
            moments = weights * near
            place = slice(segment * (count + 1), (segment + 1) * (count + 1))
            self._moment[place] = _running(moments, middle)
            self._square[place] = _running(moments * near, middle)

    def between(self, starts: np.ndarray, ends: np.ndarray, never_empty: bool = False) -> Cost:
        """The cost as a function of indices into ``starts`` and ``ends`` of classes.

        A class without values costs nothing, or is out of the question.
        """
        row = np.searchsorted(self._cuts, starts, side="right") * len(self._weight)
        start_sums = self._weight[starts], self._moment[row + starts], self._square[row + starts]
        end_weight = self._weight[ends]

        def cost(start: np.ndarray, end: np.ndarray) -> np.ndarray:
            place = row[start] + ends[end]
            start_weight, start_moment, start_square = (sums[start] for sums in start_sums)
            weight = end_weight[end] - start_weight
            moment = self._moment[place] - start_moment
            square = self._square[place] - start_square
            moment *= moment
            moment /= weight
            square -= moment
            np.fmax(square, 0.0, out=square)  # also where a class has no values, or fewer than none
            return np.where(weight > 0, square, np.inf) if never_empty else square

        return cost


def _running(amounts: np.ndarray, middle: int) -> np.ndarray:
    """(n + 1,) sums of ``amounts`` (n,) from border ``middle`` to each border; negative before it."""
    return np.concatenate((-np.cumsum(amounts[:middle][::-1])[::-1], [0.0], np.cumsum(amounts[middle:])))


def _detail(gaps: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(n + 1,), rising: how much of the detail of the classes lies before each border.

    Many classes of the least error are as dense as the cube root of the density of the values (Panter and Dite 1951),
    so blocks of equal detail suit long tails and crowded middles alike.
    """
    return np.concatenate(([0.0, 0.0], np.cumsum(np.cbrt(gaps * gaps * weights[1:]))))


@np.errstate(invalid="ignore", divide="ignore")
def _large(sample: Sample, classes: int) -> np.ndarray:
    """The positions where the classes end, by bounding and dividing blocks of borders."""
    count = len(sample.values)
    gaps = np.diff(sample.values)
    cost, detail = _ClassCost(sample, gaps, classes), _detail(gaps / gaps.sum(), sample.weights)
    layers = [_Blocks(np.array([layer]), np.array([count - classes + layer])) for layer in range(classes + 1)]
    layers[0], layers[-1] = (_Blocks(border, border) for border in (np.array([0]), np.array([count])))
    least_known, parts = np.inf, FIRST_PARTS
    while sum(layer.borders for layer in layers) > max(FEW_BORDERS, sum(len(layer) for layer in layers)):
        layers = [layer.divided(detail, parts) for layer in layers[:-1]] + layers[-1:]
        parts = PARTS
        before, path = _errors_before(layers, cost, never_empty=False)
        after = _errors_after(layers, cost)
        least_known = min(least_known, _error_along(path, layers, cost, gaps))
        for position in range(1, classes):
            bound = before[position] + after[position]
            layers[position] = layers[position].only(bound <= max(least_known * (1 + SLACK), bound.min()))
    layers = [layer.single() for layer in layers]
    _, path = _errors_before(layers, cost, never_empty=True)
    return np.array([layer.first[block] for layer, block in zip(layers, path)][1:])


def _errors_before(layers: list[_Blocks], cost: _ClassCost, never_empty: bool) -> tuple[list[np.ndarray], list[int]]:
    """For each block of each layer the least error of the classes before it, and the best way through the layers."""
    errors, chosen = [np.zeros(1)], []
    for left, right in zip(layers, layers[1:]):
        least, column = _row_minima(_swapped(cost.between(left.last, right.first, never_empty)), errors[-1], len(right))
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
        errors.append(_row_minima(cost.between(left.last, right.first), errors[-1], len(left))[0])
    return errors[::-1]


def _swapped(cost: Cost) -> Cost:
    return lambda row, column: cost(column, row)


def _error_along(path: list[int], layers: list[_Blocks], cost: _ClassCost, gaps: np.ndarray) -> float:
    """The error of one partition that breaks in the blocks of ``path``, each at the widest of ``gaps`` (n - 1,)."""
    borders = [0]
    for layer, block in zip(layers[1:-1], path[1:-1]):
        first, last = max(layer.first[block], borders[-1]), layer.last[block]
        borders.append(first + int(gaps[first - 1 : last].argmax()) if first < last else last)
    borders, steps = np.array([*borders, len(gaps) + 1]), np.arange(len(path))
    return float(cost.between(borders[:-1], borders[1:])(steps[:-1], steps[:-1]).sum())


def _row_minima(cost: Cost, errors: np.ndarray, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """The least ``errors[column] + cost(row, column)`` of each row, and the first column that has it."""
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
