"""Moran's I of two variables, over all units and of each, and Lee's L: association in space, with pseudo p."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..progress import Part, Progress, Silent, advance
from .conditional_permutation import compute_conditional_counts
from .multiple_testing import benjamini_hochberg

NOT_SIGNIFICANT, HIGH_HIGH, LOW_LOW, LOW_HIGH, HIGH_LOW, UNDEFINED, ISOLATED = range(7)  # GeoDa's numbers
TWO, ONE = "two", "one"
_AT_ONCE = 1 << 21  # permuted values held at once


class Neighbours(NamedTuple):
    """``starts`` (n + 1,): where the neighbours of each unit begin in ``others``, and the end; ``others`` (m,): their
    positions, those of unit 0 first. ``core.space.weights`` has more of it.
    """

    starts: np.ndarray
    others: np.ndarray


@dataclass(frozen=True, eq=False)
class LocalMoran:
    """Of every unit (n,): ``local``, its part of the association; ``lag``, the mean of standardised y at its
    neighbours; ``p``, how often chance gives as much. NaN for a unit without neighbours.
    """

    local: np.ndarray
    lag: np.ndarray
    p: np.ndarray


@dataclass(frozen=True)
class GlobalMoran:
    """``moran``: bivariate Moran's I of x with y at the neighbours; ``p`` its pseudo p; ``lee``: Lee's L."""

    moran: float
    p: float
    lee: float


def standardised(values: np.ndarray) -> np.ndarray:
    """Values less their mean over their standard deviation (with n - 1), as GeoDa and METHODS have them.

    Args:
        values: (n,), not all the same.

    >>> standardised(np.array([1.0, 2, 3])).tolist()
    [-1.0, 0.0, 1.0]
    """
    values = np.asarray(values, dtype=float)
    _, power = np.frexp(np.abs(values).max(initial=0.0))
    values = np.ldexp(values, -power)  # exact, and the square of no number is too large or too small
    return (values - values.mean()) / values.std(ddof=1)


def spatial_lag(values: np.ndarray, neighbours: Neighbours) -> np.ndarray:
    """The mean of the values at the neighbours of each unit (n,); NaN for a unit without any.

    Args:
        values: (n,).
        neighbours: of each unit.

    >>> spatial_lag(np.array([1.0, 2, 4]), Neighbours(np.array([0, 1, 3, 3]), np.array([1, 0, 2]))).tolist()
    [2.0, 2.5, nan]
    """
    starts, others = neighbours.starts, neighbours.others
    sizes = np.diff(starts)
    sums = np.bincount(np.repeat(np.arange(len(sizes)), sizes), np.asarray(values)[others], len(sizes))
    with np.errstate(invalid="ignore"):
        return np.where(sizes > 0, sums / np.maximum(sizes, 1), np.nan)


def compute_local_moran(
    x: np.ndarray,
    y: np.ndarray,
    neighbours: Neighbours,
    *,
    permutations: int = 999,
    seed: int = 123456789,
    sides: str = ONE,
    progress: Progress = Silent(),
) -> LocalMoran:
    """Bivariate local Moran: standardised x of a unit times the mean of standardised y at its neighbours.

    Anselin 1995; p by conditional permutation. One side as esda and GeoDa: the smaller share of permuted values at
    either end; two: the share whose size is at least the observed one. Both count the observed value in, so that the
    smallest is 1 / (permutations + 1).

    Args:
        x, y: of the units (n,), no NaN, not constant; y is x for the ordinary Moran.
        neighbours: of each unit.
        permutations: of the pseudo p.
        seed: the same seed gives the same p.
        sides: 'one' or 'two'.
        progress: is asked between blocks. Raises ``Cancelled``.

    Four cells by their sides, x 4, 3, 2, 1 and y 1, 2, 2, 5 (METHODS 9):

    >>> cells = Neighbours(np.array([0, 2, 4, 6, 8]), np.array([1, 2, 0, 3, 0, 3, 1, 2]))
    >>> found = compute_local_moran([4, 3, 2, 1], [1, 2, 2, 5], cells, permutations=99)
    >>> found.local.round(6).tolist()
    [-0.33541, 0.111803, -0.111803, 0.33541]
    """
    zx, zy = standardised(x), standardised(y)
    sizes, lag = np.diff(neighbours.starts), spatial_lag(zy, neighbours)
    counts = compute_conditional_counts(
        zy, sizes, np.nan_to_num(lag) * sizes, permutations=permutations, seed=seed, progress=progress
    )
    larger = counts.beyond if sides == TWO else _folded(np.where(zx < 0, counts.at_most, counts.at_least), permutations)
    p = np.where(sizes > 0, (larger + 1.0) / (permutations + 1.0), np.nan)
    return LocalMoran(zx * lag, lag, p)


def compute_global_moran(
    x: np.ndarray,
    y: np.ndarray,
    neighbours: Neighbours,
    *,
    permutations: int = 999,
    seed: int = 123456789,
    sides: str = ONE,
    progress: Progress = Silent(),
) -> GlobalMoran:
    """Bivariate Moran's I of x with y at the neighbours, its pseudo p, and Lee's L.

    ``I = sum z_x lag(z_y) / sum z_x^2``. A unit without neighbours counts with a lag of 0, as GeoDa has it. Where x is
    y, whole maps are permuted, else y against x held. Lee 2001, Journal of Geographical Systems 3, 369–385, equation
    18: ``L = sum lag(z_x) lag(z_y) / (number of units with neighbours)``, z with the population's deviation; it is the
    same with x and y exchanged, which Moran's is not.

    Args:
        x, y, neighbours, permutations, seed, sides, progress: as of ``compute_local_moran``.

    >>> cells = Neighbours(np.array([0, 2, 4, 6, 8]), np.array([1, 2, 0, 3, 0, 3, 1, 2]))
    >>> found = compute_global_moran([4, 3, 2, 1], [1, 2, 2, 5], cells, permutations=99)
    >>> abs(round(found.moran, 12)), round(found.lee, 6)
    (0.0, 0.0)
    """
    zx, zy = standardised(x), standardised(y)
    whole = float(zx @ zx)
    lag_x, lag_y = (np.nan_to_num(spatial_lag(z, neighbours)) for z in (zx, zy))
    moran, linked, n = float(zx @ lag_y) / whole, int((np.diff(neighbours.starts) > 0).sum()), len(zx)
    lee = float(lag_x @ lag_y) * n / (n - 1) / linked if linked else np.nan
    if not linked:
        return GlobalMoran(np.nan, np.nan, np.nan)
    permuted = _permuted_morans(zx, zy, neighbours, permutations=permutations, seed=seed, progress=progress) / whole
    close = 1e-12
    if sides == TWO:
        larger = int((np.abs(permuted) >= abs(moran) - close).sum())
    else:
        larger = int(_folded((permuted >= moran - close).sum(), permutations))
    return GlobalMoran(moran, (larger + 1.0) / (permutations + 1.0), lee)


def compute_both(x, y, neighbours, *, progress: Progress = Silent(), **options) -> tuple[GlobalMoran, LocalMoran]:
    """``compute_global_moran`` and ``compute_local_moran`` with the same ``options``.

    Args:
        x, y: of the units (n,), no NaN, not constant.
        neighbours: of each unit.
        progress: is asked between blocks. Raises ``Cancelled``.
        options: ``permutations``, ``seed`` and ``sides`` of both.

    >>> cells = Neighbours(np.array([0, 2, 4, 6, 8]), np.array([1, 2, 0, 3, 0, 3, 1, 2]))
    >>> whole, local = compute_both([4, 3, 2, 1], [1, 2, 2, 5], cells, permutations=99)
    >>> bool(abs(whole.moran - local.local.sum() / 3) < 1e-12)
    True
    """
    whole = compute_global_moran(x, y, neighbours, progress=Part(progress, 0.0, 0.5), **options)
    return whole, compute_local_moran(x, y, neighbours, progress=Part(progress, 0.5, 1.0), **options)


def find_significant(p: np.ndarray, significance: float, fdr: bool) -> np.ndarray:
    """Which tests are significant (n,): p, or with ``fdr`` q of Benjamini and Hochberg, is ``significance`` at most.

    Args:
        p: (n,), NaN where there is no test.
        significance: such as 0.05.
        fdr: whether the false discovery rate is held instead of each test's own level (Castro and Singer 2006).

    >>> find_significant(np.array([0.01, 0.04, 0.06, np.nan]), 0.05, False).tolist()
    [True, True, False, False]
    >>> find_significant(np.array([0.01, 0.04, 0.06, np.nan]), 0.05, True).tolist()
    [True, False, False, False]
    """
    tested = benjamini_hochberg(p) if fdr else np.asarray(p, dtype=float)
    return np.nan_to_num(tested, nan=np.inf) <= significance


def find_classes(zx: np.ndarray, lag: np.ndarray, significant: np.ndarray) -> np.ndarray:
    """GeoDa's class of every unit (n,): 1 HH, 2 LL, 3 LH, 4 HL, 0 not significant, 6 without neighbours.

    The first letter is the unit's own x, the second y at its neighbours; a unit at the very mean of either is not
    significant.

    Args:
        zx: standardised x (n,).
        lag: mean of standardised y at the neighbours (n,), NaN without any.
        significant: (n,).

    >>> find_classes(np.array([1, -1, -1, 1, 1, 0.0]), np.array([1, -1, 1, -1, np.nan, 1]), np.ones(6, bool)).tolist()
    [1, 2, 3, 4, 6, 0]
    """
    high, low, up, down = zx > 0, zx < 0, lag > 0, lag < 0
    quadrant = np.select([high & up, low & down, low & up, high & down], [HIGH_HIGH, LOW_LOW, LOW_HIGH, HIGH_LOW], 0)
    return np.where(np.isnan(lag), ISOLATED, np.where(significant, quadrant, NOT_SIGNIFICANT))


def _folded(larger: np.ndarray, permutations: int) -> np.ndarray:
    """The smaller of the counts at both ends."""
    return np.minimum(larger, permutations - larger)


def _permuted_morans(zx, zy, neighbours: Neighbours, *, permutations: int, seed: int, progress: Progress) -> np.ndarray:
    """Sums of z_x times the lag of z_y of shuffled maps (permutations,)."""
    from scipy.sparse import csr_matrix

    starts, others = neighbours.starts, neighbours.others
    n, sizes = len(zx), np.diff(starts)
    weights = csr_matrix((1.0 / np.repeat(sizes, sizes), others, starts), shape=(n, n))
    random, sums = np.random.default_rng(seed), []
    at_once = max(1, min(permutations, _AT_ONCE // n))
    is_one = np.array_equal(zx, zy)
    reached = weights.T @ zx  # the sum is this times the shuffled y, whatever the order
    for first in range(0, permutations, at_once):
        advance(progress, first / permutations)
        maps = np.stack([random.permutation(zy) for _ in range(min(at_once, permutations - first))], axis=1)
        sums.append((maps * (weights @ maps)).sum(axis=0) if is_one else reached @ maps)
    return np.concatenate(sums)
