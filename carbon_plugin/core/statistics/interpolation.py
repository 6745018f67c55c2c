"""Values between and beyond those that are known, in arrays: splines, straight lines, and what lies outside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..options import FILL_METHODS, OUTSIDE
from .theil_sen import pair_statistics

PCHIP, CUBIC, NATURAL, LINEAR = FILL_METHODS.keys
LEAVE, NEAREST, SEN = OUTSIDE.keys


def compute_interpolated(
    years: np.ndarray, values: np.ndarray, method: str = PCHIP, *, outside: str = LEAVE
) -> np.ndarray:
    """Series with their gaps filled: (n_series, n_years), what is known unchanged.

    Args:
        years: (n_years,), increasing.
        values: (n_series, n_years), NaN where nothing is known.
        method: ``pchip`` keeps between its neighbours; ``cubic`` is the spline without a knot at the second and the
            last but one value, of three values their parabola; ``natural`` the spline without curvature at its ends;
            ``linear`` a straight line. Two values have a straight line by any of them; of a single one, which has
            neither inside nor outside, all years get its value.
        outside: before the first and after the last value: ``leave`` them missing, the ``nearest`` value, or ``sen``,
            the nearest value moved along the median slope between all pairs of values.

    A series without any value stays missing. Sources: Fritsch and Carlson 1980 (pchip, with Moler's slopes at the
    ends), de Boor 1978 (splines), Theil 1950 and Sen 1968 (slope).

    >>> knots = np.array([[10.0, np.nan, 14.0, np.nan, np.nan]])
    >>> compute_interpolated(np.arange(5), knots, "linear", outside="nearest").tolist()
    [[10.0, 12.0, 14.0, 14.0, 14.0]]
    """
    years, filled = np.asarray(years, dtype=float), np.array(values, dtype=float)
    known = np.isfinite(filled)
    for rows, knots in _of_one_pattern(known):
        if len(knots) == 0 or len(knots) == len(years):
            continue
        filled[rows] = _filled(years, filled[rows], knots, method=method, outside=outside)
    return filled


def find_overshoots(values: np.ndarray, filled: np.ndarray) -> np.ndarray:
    """True (n_series, n_years) where a filled value is below zero although no known value of its series is.

    >>> find_overshoots(np.array([[1.0, np.nan], [-1.0, np.nan]]), np.array([[1.0, -0.3], [-1.0, -2.0]])).tolist()
    [[False, True], [False, False]]
    """
    with np.errstate(invalid="ignore"):
        return (filled < 0) & ~(np.asarray(values, dtype=float) < 0).any(axis=1, keepdims=True)


def _of_one_pattern(known: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Series with values in the same years: (their rows, the places of those years)."""
    patterns, codes = np.unique(known, axis=0, return_inverse=True)
    order = np.argsort(codes.ravel(), kind="stable")
    bounds = np.searchsorted(codes.ravel()[order], np.arange(len(patterns) + 1))
    for number, pattern in enumerate(patterns):
        yield order[bounds[number] : bounds[number + 1]], np.flatnonzero(pattern)


def _filled(years: np.ndarray, values: np.ndarray, knots: np.ndarray, *, method: str, outside: str) -> np.ndarray:
    """Series (m, n_years) that are known in the same places ``knots``."""
    if len(knots) == 1:
        return np.repeat(values[:, knots], len(years), axis=1)
    first, last = knots[0], knots[-1]
    filled = np.array(values)
    inside = np.setdiff1d(np.arange(first, last + 1), knots)
    if len(inside):
        filled[:, inside] = _curve(method)(years[knots], values[:, knots])(years[inside])
    if outside == LEAVE:
        return filled
    slope = np.zeros(len(values))
    if outside == SEN:
        slope = pair_statistics(np.ascontiguousarray(values[:, knots].T), years[knots][:, None]).slope
    for end, places in ((first, np.arange(first)), (last, np.arange(last + 1, len(years)))):
        filled[:, places] = values[:, [end]] + slope[:, None] * (years[places] - years[end])
    return filled


def _curve(method: str) -> Callable:
    """A function of knots (k,) and values (m, k) that gives a function of years (n,): (m, n)."""
    from scipy.interpolate import CubicSpline, PchipInterpolator, make_interp_spline

    curves = {
        PCHIP: lambda x, y: PchipInterpolator(x, y, axis=1),
        CUBIC: lambda x, y: CubicSpline(x, y, axis=1, bc_type="not-a-knot"),
        NATURAL: lambda x, y: CubicSpline(x, y, axis=1, bc_type="natural"),
        LINEAR: lambda x, y: make_interp_spline(x, y, k=1, axis=1),
    }
    return curves[method]
