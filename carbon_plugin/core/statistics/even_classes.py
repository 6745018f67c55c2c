"""Classes of as many values each as equal values allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .class_breaks import Breaks, breaks_of, sample_of


def even_classes(values: Sequence[float], classes: int) -> Breaks:
    """``classes`` of ``values`` (n,) whose counts differ from n / ``classes`` as little as can be.

    Equal values stay together. Of all cuts those with the least greatest difference count, of these the one with the
    least sum of squared differences, of these the one with the lowest bounds. Fewer classes where there are fewer
    different values. Raises ``NoValuesError``, ``InfiniteValuesError``, ``ClassCountError``.

    Args:
        values: (n,), in any unit; NaN is left out and counted.
        classes: how many are wanted, from 1 up.

    >>> even_classes([1, 2, 2, 2, 3, 4, 5, 6], 4).counts.tolist()
    [1, 3, 2, 2]
    """
    sample = sample_of(values, classes)
    counted = np.concatenate(([0], np.cumsum(sample.counts)))
    wanted = min(classes, len(sample.values))
    share = counted[-1] / wanted
    furthest = _least_difference(counted, wanted, share)
    ends = _least_squares(counted, wanted, share, furthest)
    return breaks_of(sample, sample.values[ends - 1], classes)


def _least_difference(counted: np.ndarray, classes: int, share: float) -> float:
    """The least greatest difference from ``share`` that any cut has, by halving the candidates."""
    candidates = np.unique(np.abs(np.arange(1, counted[-1] + 1) - share))
    low, high = 0, len(candidates) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _can_cut(counted, classes, share, candidates[middle]) else (middle + 1, high)
    return float(candidates[low])


def _can_cut(counted: np.ndarray, classes: int, share: float, difference: float) -> bool:
    """Whether ``classes`` classes can have counts within ``difference`` of ``share``."""
    reached = np.zeros(len(counted), dtype=bool)
    reached[0] = True
    for _ in range(classes):
        before = np.concatenate(([0], np.cumsum(reached)))
        first, last = _window(counted, share, difference)
        reached = before[last] > before[first]
    return bool(reached[-1])


def _window(counted: np.ndarray, share: float, difference: float) -> tuple[np.ndarray, np.ndarray]:
    """For each end of a class the starts (first, one past the last) that give it an allowed count, at least 1."""
    most, least = np.floor(share + difference + 1e-9), np.maximum(np.ceil(share - difference - 1e-9), 1)
    return np.searchsorted(counted, counted - most), np.searchsorted(counted, counted - least, side="right")


def _least_squares(counted: np.ndarray, classes: int, share: float, difference: float) -> np.ndarray:
    """The ends of the classes, as numbers of different values: the cut with the least squares among those allowed."""
    first, last = _window(counted, share, difference)
    cost = np.where(np.arange(len(counted)) == 0, 0.0, np.inf)
    starts = []
    for _ in range(classes):
        next_cost, start = np.full(len(counted), np.inf), np.zeros(len(counted), dtype=int)
        for end in np.flatnonzero(last > first):
            reach = slice(first[end], last[end])
            costs = cost[reach] + (counted[end] - counted[reach] - share) ** 2
            best = int(np.argmin(costs))
            next_cost[end], start[end] = costs[best], first[end] + best
        cost = next_cost
        starts.append(start)
    ends = [len(counted) - 1]
    for start in reversed(starts[1:]):
        ends.append(int(start[ends[-1]]))
    return np.array(ends[::-1])
