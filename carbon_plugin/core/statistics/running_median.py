"""Values far from those around them, in arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WINDOW = 7  # known values: three before, the value, three after
FEWEST = 4  # known values in a window below which nothing is said
LIMIT = 3.5
_TO_DEVIATION = 1.4826  # from the MAD of a normal distribution to its standard deviation
_ROUNDING = 1e-6  # relative: no deviation at all


@dataclass(frozen=True)
class Surroundings:
    """Of each value (n_series, n_years): ``median`` of its window, ``mad`` around that; NaN where too few are known."""

    median: np.ndarray
    mad: np.ndarray


def compute_surroundings(values: np.ndarray) -> Surroundings:
    """The running median and the median absolute deviation of the seven known values around each (fewer at the ends).

    The deviation is multiplied by 1.4826, so that it is a standard deviation where values are normal. Source: Hampel
    1974; Iglewicz and Hoaglin 1993 (limit of 3.5).

    Args:
        values: a series a row (n_series, n_years), in any unit, NaN where nothing is known; gaps are passed over.

    >>> around = compute_surroundings(np.array([[1.0, 2.0, 3.0, 99.0, 5.0, 6.0, 7.0]]))
    >>> around.median[0, 3], around.mad[0, 3].round(4)
    (5.0, 2.9652)
    """
    values = np.asarray(values, dtype=float)
    order = np.argsort(~np.isfinite(values), axis=1, kind="stable")  # known values first, in the order of the years
    packed = np.take_along_axis(np.where(np.isfinite(values), values, np.nan), order, axis=1)
    side = WINDOW // 2
    padded = np.pad(packed, ((0, 0), (side, side)), constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW, axis=1)
    enough = np.isfinite(windows).sum(axis=2) >= FEWEST
    enough &= np.isfinite(packed)
    median, mad = np.full((2, *packed.shape), np.nan)
    chosen = windows[enough]
    median[enough] = _median_of_known(chosen)
    mad[enough] = _TO_DEVIATION * _median_of_known(np.abs(chosen - median[enough][:, None]))
    unpacked = Surroundings(np.full(values.shape, np.nan), np.full(values.shape, np.nan))
    np.put_along_axis(unpacked.median, order, median, axis=1)
    np.put_along_axis(unpacked.mad, order, mad, axis=1)
    return unpacked


def find_outliers(values: np.ndarray, around: Surroundings) -> np.ndarray:
    """True (n_series, n_years) where a value is more than 3.5 deviations from the running median.

    >>> values = np.array([[1.0, 2.0, 3.0, 99.0, 5.0, 6.0, 7.0]])
    >>> find_outliers(values, compute_surroundings(values))[0].tolist()
    [False, False, False, True, False, False, False]
    """
    with np.errstate(invalid="ignore"):
        off = np.abs(values - around.median)
        return off > np.maximum(LIMIT * around.mad, _ROUNDING * np.abs(around.median))


def _median_of_known(rows: np.ndarray) -> np.ndarray:
    """The median of what is known in each row (m, n): (m,); faster than ``np.nanmedian`` by an order."""
    ordered = np.sort(rows, axis=1)  # NaN last
    count = np.isfinite(rows).sum(axis=1)
    place = np.arange(len(rows))
    return (ordered[place, (count - 1) // 2] + ordered[place, count // 2]) / 2
