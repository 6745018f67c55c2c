"""Natural breaks, exactly: the classes with the least within-class sum of squared deviations (Fisher-Jenks).

Elsewhere the name also stands for k-means from random starts, or for the breaks of a sample. Here the optimum is found:

- Few different values: dynamic programming over all pairs of class borders.
- Many: the same programme over blocks of borders. A class that ends within a block counts only the values before the
  block, the next class only those after it: a lower bound for the error of every partition that breaks there. A block
  whose bound exceeds the error of a partition already known cannot hold a break of the best one. The others are divided
  until few borders are left, and the programme over these decides. Sorting the values takes most of the time.

The best start of a class never falls while its end rises (its cost satisfies the quadrangle inequality), so a layer of
the programme takes n log n steps, vectorised by levels (``monotone_minima``).

Fisher, W. D. (1958): On grouping for maximum homogeneity. Journal of the American Statistical Association 53, 789-798.
Jenks, G. F. (1977): Optimal data classification for choropleth maps. University of Kansas, Occasional Paper 2.
Panter, P. F., Dite, W. (1951): Quantization distortion in pulse-count modulation with nonuniform spacing of levels.
Proceedings of the IRE 39, 44-48.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .class_breaks import NO_CLASS, Breaks, Sample, breaks_of, sample_of
from .class_cost import ClassCost
from .classification import classify
from .monotone_minima import RELATIVE_TIE, row_minima, swapped

__all__ = ["NO_CLASS", "Breaks", "breaks_around_zero", "classify", "natural_breaks"]

SMALL = 160  # different values up to which all pairs of borders are tried
FIRST_PARTS = 32  # of the borders in the first round, by detail and by number
PARTS = 8  # of a block that may hold a break, in the rounds that follow
FEW_BORDERS = 2_000  # over all breaks, from which they are no longer taken in blocks
SLACK = 1e-9  # relative; keeps rounding from excluding the best partition


def natural_breaks(values: Sequence[float], classes: int, weights: Sequence[float] | None = None) -> Breaks:
    """The natural breaks of ``values``: the classes with the least within-class sum of squares (Fisher 1958).

    The within-class sum of squares is the smallest there is (up to rounding). Where several partitions are equally
    good, the one with the lowest last break is taken, then the lowest last but one, and so on. With fewer different
    values than classes every different value is a class, and ``Breaks.is_complete`` is False. NaN is left out, and
    counted.

    Args:
        values: to classify (n,), in any units.
        classes: how many are wanted, from 1 up.
        weights: what each value counts (n,), 1 each by default.

    Raises:
        NoValuesError, InfiniteValuesError, ClassCountError, WeightsError.

    >>> breaks = natural_breaks([1, 2, 3, 10, 11, 12, 50], 3)
    >>> breaks.upper_bounds.tolist(), breaks.counts.tolist(), breaks.within
    ([3.0, 12.0, 50.0], [3, 3, 1], 4.0)
    """
    sample = sample_of(values, classes, weights)
    count = len(sample.values)
    if count <= classes:
        ends = np.arange(1, count + 1)
    else:
        ends = _small(sample, classes) if count <= SMALL else _large(sample, classes)
    return breaks_of(sample, sample.values[ends - 1], classes)


def breaks_around_zero(values: Sequence[float], classes_below: int, classes_above: int) -> Breaks:
    """Natural breaks of the values up to zero and of those above it apart, for a diverging legend; zero is a bound.

    A side without values has no classes: those with an upper bound of at most 0 are the side below.
    Raises as ``natural_breaks``.

    Args:
        values: (n,), in any unit; NaN is left out and counted.
        classes_below, classes_above: how many are wanted up to zero and above it, from 1 up.

    >>> breaks_around_zero([-9, -8, -1, 2, 3, 20], 2, 2).upper_bounds.tolist()
    [-8.0, 0.0, 3.0, 20.0]
    """
    sample = sample_of(values, classes_below + classes_above)
    bounds = []
    below = sample.values <= 0
    if below.any():
        bounds.append(natural_breaks(sample.values[below], classes_below, sample.weights[below]).upper_bounds)
        bounds[0][-1] = 0.0
    if not below.all():
        bounds.append(natural_breaks(sample.values[~below], classes_above, sample.weights[~below]).upper_bounds)
    return breaks_of(sample, np.concatenate(bounds), classes_below + classes_above)


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
    cost, detail = ClassCost(sample, gaps, classes), _detail(gaps / gaps.sum(), sample.weights)
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


def _errors_before(layers: list[_Blocks], cost: ClassCost, never_empty: bool) -> tuple[list[np.ndarray], list[int]]:
    """For each block of each layer the least error of the classes before it, and the best way through the layers."""
    errors, chosen = [np.zeros(1)], []
    for left, right in zip(layers, layers[1:]):
        least, column = row_minima(swapped(cost.between(left.last, right.first, never_empty)), errors[-1], len(right))
        errors.append(least)
        chosen.append(column)
    path = [0]
    for column in reversed(chosen):
        path.append(int(column[path[-1]]))
    return errors, path[::-1]


def _errors_after(layers: list[_Blocks], cost: ClassCost) -> list[np.ndarray]:
    """For each block of each layer the least error of the classes after it."""
    errors = [np.zeros(1)]
    for left, right in zip(layers[-2::-1], layers[:0:-1]):
        errors.append(row_minima(cost.between(left.last, right.first), errors[-1], len(left))[0])
    return errors[::-1]


def _error_along(path: list[int], layers: list[_Blocks], cost: ClassCost, gaps: np.ndarray) -> float:
    """The error of one partition that breaks in the blocks of ``path``, each at the widest of ``gaps`` (n - 1,)."""
    borders = [0]
    for layer, block in zip(layers[1:-1], path[1:-1]):
        first, last = max(layer.first[block], borders[-1]), layer.last[block]
        borders.append(first + int(gaps[first - 1 : last].argmax()) if first < last else last)
    borders, steps = np.array([*borders, len(gaps) + 1]), np.arange(len(path))
    return float(cost.between(borders[:-1], borders[1:])(steps[:-1], steps[:-1]).sum())
