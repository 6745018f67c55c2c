"""Conditional permutation: what the neighbours of a unit would be if all other units were shuffled, the unit held."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..progress import Progress, Silent, advance

_POOL = 1 << 22  # numbers shuffled at once
_DRAWN = 1 << 20  # numbers drawn at once
_CLOSE = 1e-9  # standardised sums nearer than that are equal: the same values added in another order


class Counts(NamedTuple):
    """How many permuted sums are at least, at most, and in size at least what was observed, (n,) each."""

    at_least: np.ndarray
    at_most: np.ndarray
    beyond: np.ndarray


def compute_conditional_counts(
    values: np.ndarray,
    sizes: np.ndarray,
    observed: np.ndarray,
    *,
    permutations: int,
    seed: int,
    progress: Progress = Silent(),
) -> Counts:
    """Compare the sum over each unit's neighbours with sums of as many other units, drawn without the unit itself.

    Anselin 1995, Local indicators of spatial association, Geographical Analysis 27, 93–115. All units share the
    draws, as in esda and GeoDa: a draw is a random order of units, and a unit takes the first of them that are not
    itself. Only where a unit stands among its own first ones does its sum differ from the common one, so that all units
    of one number of neighbours are counted in one sorted list, and the few exceptions mended.

    Args:
        values: of the units (n,), standardised, no NaN.
        sizes: number of neighbours of each unit (n,), below n; units without any count nothing.
        observed: sums of the values of the neighbours (n,).
        permutations: how many draws.
        seed: of the draws; the same seed gives the same counts.
        progress: is asked between blocks. Raises ``Cancelled``.

    Of four units one has one neighbour, so that a draw has the value 0, 1 or 2 at even odds:

    >>> values, sizes, sums = np.array([0.0, 1, 2, 9]), np.array([0, 0, 0, 1]), np.array([0.0, 0, 0, 1])
    >>> counts = compute_conditional_counts(values, sizes, sums, permutations=9000, seed=1)
    >>> [round(float(count[3]) / 9000, 1) for count in counts]
    [0.7, 0.7, 0.7]
    """
    values, observed = np.asarray(values, dtype=float), np.asarray(observed, dtype=float)
    sizes = np.asarray(sizes, dtype=np.int64)
    counts = np.zeros((3, len(values)), dtype=np.int64)
    longest = int(sizes.max(initial=0)) + 1
    if longest == 1 or len(values) < 2:
        return Counts(*counts)
    random, done = np.random.default_rng(seed), 0
    rows = max(1, min(permutations, _DRAWN // longest, _pool_rows(len(values), longest)))
    of_size = {int(size): np.flatnonzero(sizes == size) for size in np.unique(sizes[sizes > 0])}
    limits = np.stack([observed, -observed, np.abs(observed)]) - _CLOSE
    while done < permutations:
        advance(progress, done / permutations)
        block = min(rows, permutations - done)
        order = distinct_draws(random, len(values), longest, rows=block)
        _count(counts, values, order, of_size=of_size, sizes=sizes, limits=limits)
        done += block
    return Counts(*counts)


def distinct_draws(random: np.random.Generator, n: int, length: int, *, rows: int) -> np.ndarray:
    """Random orders: ``rows`` times the first ``length`` of n shuffled numbers, (rows, length).

    Args:
        random: where the numbers come from.
        n: how many numbers there are, 0 to n - 1.
        length: n at most.
        rows: how many orders.

    >>> orders = distinct_draws(np.random.default_rng(1), 5, 5, rows=3)
    >>> np.sort(orders, axis=1).tolist() == [[0, 1, 2, 3, 4]] * 3
    True
    """
    if length * length <= n:  # most rows have no number twice: draw those that have one anew
        drawn = random.integers(0, n, (rows, length), dtype=np.int32)
        while True:
            ordered = np.sort(drawn, axis=1)
            twice = np.flatnonzero((ordered[:, 1:] == ordered[:, :-1]).any(axis=1))
            if not len(twice):
                return drawn
            drawn[twice] = random.integers(0, n, (len(twice), length), dtype=np.int32)
    pool = np.repeat(np.arange(n, dtype=np.int32)[:, None], rows, axis=1)
    every = np.arange(rows)
    for place in range(length):  # Fisher and Yates, all rows at once
        chosen = random.integers(place, n, rows)
        taken = pool[chosen, every]
        pool[chosen, every] = pool[place]
        pool[place] = taken
    return np.ascontiguousarray(pool[:length].T)


def _pool_rows(n: int, length: int) -> int:
    return _DRAWN if length * length <= n else _POOL // n


def _count(
    counts: np.ndarray,
    values: np.ndarray,
    order: np.ndarray,
    *,
    of_size: dict[int, np.ndarray],
    sizes: np.ndarray,
    limits: np.ndarray,
) -> None:
    """Add to ``counts`` (3, n) what the draws ``order`` (rows, length) give."""
    sums = np.zeros((len(order), order.shape[1] + 1))
    np.cumsum(values[order], axis=1, out=sums[:, 1:])
    for size, units in of_size.items():
        rising = np.sort(sums[:, size])
        least, most, beyond = limits[:, units]
        above = len(rising) - np.searchsorted(rising, beyond)
        below = np.searchsorted(rising, -beyond, side="right")
        counts[0, units] += len(rising) - np.searchsorted(rising, least)
        counts[1, units] += np.searchsorted(rising, -most, side="right")
        counts[2, units] += np.where(beyond > 0, above + below, len(rising))
    row, place = np.nonzero(np.arange(order.shape[1]) < sizes[order])
    unit = order[row, place]  # stands among its own first ones: the next in the order takes its place
    common = sums[row, sizes[unit]]
    own = sums[row, sizes[unit] + 1] - values[unit]
    limit = limits[:, unit]
    for number, sign in enumerate((1, -1)):
        change = (sign * own >= limit[number]).astype(np.int64) - (sign * common >= limit[number])
        counts[number] += np.bincount(unit, change, len(values)).astype(np.int64)
    change = (np.abs(own) >= limit[2]).astype(np.int64) - (np.abs(common) >= limit[2])
    counts[2] += np.bincount(unit, change, len(values)).astype(np.int64)
