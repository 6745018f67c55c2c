"""Classes of one variable: equal intervals, quantiles and fixed bounds, beside the natural breaks of their own module.

One convention for all of them: a class is lower-exclusive and upper-inclusive, and classes are numbered
1..k from low to high. The first and the last class are open: whatever lies beyond the outer bounds is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..errors import InputError
from ..messages import sentence, warning
from .class_breaks import NO_CLASS, Breaks, breaks_of, sample_of


class BoundsError(InputError):
    template = sentence("The breaks {found} are not in rising order.")
    remedy = sentence("Give the upper bound of each class, from low to high.")


def classify(values: Sequence[float], upper_bounds: Sequence[float]) -> np.ndarray:
    """The class 1..k of each of ``values`` (any shape): the first whose upper bound is not below it; 0 where missing.

    Values above the last bound belong to the last class.

    Args:
        values: of any shape, in any unit; NaN is class 0.
        upper_bounds: of each class (k,), rising, in units of the values.

    >>> classify([5, 10, 10.1, 99, float("nan")], [10, 20]).tolist()
    [1, 1, 2, 2, 0]
    """
    values = np.asarray(values, dtype=float)
    classes = np.searchsorted(np.asarray(upper_bounds, dtype=float)[:-1], values, side="left") + 1
    return np.where(np.isnan(values), NO_CLASS, classes)


def equal_intervals(values: Sequence[float], classes: int) -> Breaks:
    """``classes`` intervals of one width between the extremes of ``values`` (n,).

    Raises ``NoValuesError``, ``InfiniteValuesError``, ``ClassCountError``.

    Args:
        values: (n,), in any unit; NaN is left out and counted.
        classes: how many are wanted, from 1 up.

    >>> equal_intervals([0, 1, 2, 8, 10], 5).upper_bounds.tolist()
    [2.0, 4.0, 6.0, 8.0, 10.0]
    """
    sample = sample_of(values, classes)
    bounds = np.linspace(sample.values[0], sample.values[-1], classes + 1)[1:]
    return breaks_of(sample, bounds if len(sample.values) > 1 else bounds[-1:], classes)


def quantiles(values: Sequence[float], classes: int) -> Breaks:
    """``classes`` of about as many values each, by linearly interpolated quantiles of ``values`` (n,).

    Equal values stay together, so classes grow uneven, or fewer, where many are equal.
    Raises ``NoValuesError``, ``InfiniteValuesError``, ``ClassCountError``.

    Args:
        values: (n,), in any unit; NaN is left out and counted.
        classes: how many are wanted, from 1 up.

    >>> quantiles(range(1, 101), 4).upper_bounds.tolist()
    [25.75, 50.5, 75.25, 100.0]
    """
    sample = sample_of(values, classes)
    shares = np.arange(1, classes + 1) / classes
    bounds = np.unique(np.quantile(np.repeat(sample.values, sample.counts), shares))
    return breaks_of(sample, bounds, classes)


def fixed_breaks(values: Sequence[float], upper_bounds: Sequence[float]) -> Breaks:
    """The classes of ``values`` (n,) between given ``upper_bounds`` (k,), as an earlier run has printed them.

    Raises ``NoValuesError``, ``InfiniteValuesError``, ``BoundsError``; values above the last bound are noted.

    Args:
        values: (n,), in any unit; NaN is left out and counted.
        upper_bounds: of each class (k,), rising, in units of the values.

    >>> fixed_breaks([1, 5, 9], [4, 8]).counts.tolist()
    [1, 2]
    """
    bounds = np.asarray(upper_bounds, dtype=float)
    if bounds.ndim != 1 or not len(bounds) or not np.isfinite(bounds).all() or (np.diff(bounds) <= 0).any():
        raise BoundsError(found=[float(bound) for bound in bounds.ravel()])
    sample = sample_of(values, len(bounds))
    above = int(sample.counts[sample.values > bounds[-1]].sum())
    breaks = breaks_of(sample, bounds, len(bounds))
    if not above:
        return breaks
    beyond = warning(
        "values-above-last-break",
        "{count} of {total} values lie above the last break {bound}; they are in the highest class.",
        count=above,
        total=int(sample.counts.sum()),
        bound=float(bounds[-1]),
    )
    return replace(breaks, notes=[*breaks.notes, beyond])
