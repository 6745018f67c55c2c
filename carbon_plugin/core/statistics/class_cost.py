"""What a class costs: the sum of squared deviations of its values from their mean, for any two borders at once."""

from __future__ import annotations

import numpy as np

from .class_breaks import Sample
from .monotone_minima import Cost

WIDE_GAP = 100  # times the widest of the usual gaps
SUMS_CELLS = 10_000_000  # up to which running sums are kept for several segments


class ClassCost:
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
