"""Intensity analysis: whether land changes faster than it would if all change were spread evenly.

Three levels (Aldwaik and Pontius 2012; the R package OpenLand has the same numbers): the interval among the intervals,
the class among the classes, the transition among those that could have fed or taken it. Nothing here is the
land-use index of ``intensity.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .transition import compute_dynamics, divide

SAME = 1e-9  # relative: an intensity this close to the uniform one is neither above it nor below it


@dataclass(frozen=True)
class IntensityAnalysis:
    """All in % a year; t intervals, k classes, perhaps leading axes (...) of units.

    ``interval`` (..., t) and ``interval_uniform`` (...): land that changed, a year. ``gain``, ``loss`` (..., t, k): of
    each class, whose uniform intensity is that of the interval. ``gain_from`` (..., t, i, n): the gain of class n as
    a part of class i, with ``gain_uniform`` (..., t, n); ``loss_to`` (..., t, m, j): the loss of m as a part of class
    j, with ``loss_uniform`` (..., t, m). Missing where the class has no area, and on the diagonal.
    """

    interval: np.ndarray
    interval_uniform: np.ndarray
    gain: np.ndarray
    loss: np.ndarray
    gain_from: np.ndarray
    gain_uniform: np.ndarray
    loss_to: np.ndarray
    loss_uniform: np.ndarray


def compute_intensities(areas: np.ndarray, years: np.ndarray) -> IntensityAnalysis:
    """The three levels of intensity of a chain of intervals.

    Args:
        areas: (..., t, k, k), for each interval rows the classes at its start, columns those at its end.
        years: (t,), how long each interval is, above 0.

    S = changed / (region * years) * 100, its uniform from all change over all intervals, of the regions they have;
    G = gained / (area at the END * years) * 100, L = lost / (area at the START * years) * 100, both against S;
    R(i to n) = T[i, n] / (start of i * years) * 100 against W = gain of n / (starts of all but n * years) * 100;
    Q(m to j) = T[m, j] / (end of j * years) * 100 against V = loss of m / (ends of all but m * years) * 100.

    >>> found = compute_intensities(np.array([[[8.0, 2.0], [0.0, 10.0]], [[6.0, 2.0], [2.0, 10.0]]]), np.array([2, 2]))
    >>> found.interval.tolist(), float(found.interval_uniform)
    ([5.0, 10.0], 7.5)
    """
    years = np.asarray(years, dtype=float)
    found = compute_dynamics(areas, years)
    region = found.start.sum(axis=-1)
    a_year = years[:, None]
    moved = np.where(np.eye(np.shape(areas)[-1], dtype=bool), np.nan, np.asarray(areas, dtype=float))
    others_at_start = region[..., None] - found.start
    others_at_end = region[..., None] - found.end
    return IntensityAnalysis(
        interval=100.0 * divide(found.changed, region * years),
        interval_uniform=100.0 * divide(found.changed.sum(axis=-1), (region * years).sum(axis=-1)),
        gain=100.0 * divide(found.gain, found.end * a_year),
        loss=100.0 * divide(found.loss, found.start * a_year),
        gain_from=100.0 * divide(moved, (found.start * a_year)[..., :, None]),
        gain_uniform=100.0 * divide(found.gain, others_at_start * a_year),
        loss_to=100.0 * divide(moved, (found.end * a_year)[..., None, :]),
        loss_uniform=100.0 * divide(found.loss, others_at_end * a_year),
    )


def compute_sides(intensity: np.ndarray, uniform: np.ndarray) -> np.ndarray:
    """1 where an intensity lies above the uniform one, -1 below, 0 where it is the same or one of them is missing.

    Args:
        intensity, uniform: of shapes that fit each other, % a year; NaN where missing.

    >>> compute_sides(np.array([2.0, 1.0, 1.0, np.nan]), np.array([1.0, 2.0, 1.0, 1.0])).tolist()
    [1, -1, 0, 0]
    """
    intensity, uniform = np.broadcast_arrays(intensity, uniform)
    with np.errstate(invalid="ignore"):
        differs = np.abs(intensity - uniform) > SAME * np.maximum(np.abs(intensity), np.abs(uniform))
        return np.where(differs, np.sign(intensity - uniform), 0.0).astype(int)
