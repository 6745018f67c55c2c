"""Areas of classes in years to come, by a Markov chain within limits, in arrays.

What a class became in one period it becomes in the next: a(t + s) = a(t) P. Totals are kept. Limits, such as the red
line of cropland, are met by scaling what is free.
"""

from __future__ import annotations

import numpy as np

from .transition import divide

STOCHASTIC = 1e-9  # how far below 0 rounding may carry a share
ILL_CONDITIONED = 1e6  # of eigenvectors: beyond it roots lose the digits that STOCHASTIC asks for
WITHIN = 1e-9  # relative: how far rounding may carry a total past what limits allow


def compute_probabilities(areas: np.ndarray, of_region: np.ndarray | None = None) -> np.ndarray:
    """Shares of each class that become each class: (..., k, k), rows adding up to 1.

    Args:
        areas: (..., k, k), what was class i and became class j.
        of_region: (k, k) areas whose row stands in where a row of ``areas`` is empty; the sum of ``areas`` over their
            leading axes if None. Where that is empty too, the class stays what it is.

    >>> compute_probabilities(np.array([[[3.0, 1.0], [0.0, 0.0]], [[0.0, 2.0], [1.0, 1.0]]]))[0].tolist()
    [[0.75, 0.25], [0.5, 0.5]]
    """
    areas = np.asarray(areas, dtype=float)
    classes = areas.shape[-1]
    region = (
        areas.reshape(-1, classes, classes).sum(axis=0) if of_region is None else np.asarray(of_region, dtype=float)
    )
    stands_in = _rows(region)
    stands_in = np.where(np.isnan(stands_in), np.eye(classes), stands_in)
    own = _rows(areas)
    return np.where(np.isnan(own), stands_in, own)


def find_empty_rows(areas: np.ndarray) -> np.ndarray:
    """True for each class (..., k) that had no area at the start, so that nothing is known of what becomes of it."""
    return np.asarray(areas).sum(axis=-1) <= 0


def find_root(probabilities: np.ndarray, part: float) -> np.ndarray | None:
    """The matrix of a ``part`` of the step, P to the power of ``part`` (k, k); None where that has no such shares.

    Not every matrix has a root whose shares are real and at or above 0 (Israel, Rosenthal and Wei 2001).

    >>> find_root(np.array([[0.81, 0.19], [0.0, 1.0]]), 0.5).round(12).tolist()
    [[0.9, 0.1], [0.0, 1.0]]
    >>> find_root(np.array([[0.0, 1.0], [1.0, 0.0]]), 0.5) is None
    True
    """
    root = find_roots(np.asarray(probabilities)[None], part)[0]
    return None if np.isnan(root).any() else root


def find_roots(probabilities: np.ndarray, part: float) -> np.ndarray:
    """``find_root`` of many matrices at once, (u, k, k); missing where a matrix has no such shares.

    By eigenvalues, all in one go; a matrix that they do not give back (a defective one) by Schur and Padé.

    Args:
        probabilities: (u, k, k), rows adding up to 1.
        part: of the step, above 0.

    >>> find_roots(np.array([np.eye(2), [[0.0, 1.0], [1.0, 0.0]]]), 0.5).tolist()
    [[[1.0, 0.0], [0.0, 1.0]], [[nan, nan], [nan, nan]]]
    """
    matrices = np.asarray(probabilities, dtype=float)
    with np.errstate(all="ignore"):
        values, vectors = np.linalg.eig(matrices)
        values = values.astype(complex)
        singular = np.linalg.cond(vectors) > ILL_CONDITIONED
        inverse = np.linalg.inv(np.where(singular[:, None, None], np.eye(matrices.shape[-1]), vectors))
        given_back = (vectors * values[:, None, :]) @ inverse
        roots = (vectors * (values**part)[:, None, :]) @ inverse
    off = np.abs(given_back - matrices).max(axis=(1, 2)) > STOCHASTIC
    for place in np.flatnonzero(singular | off):
        roots[place] = _root_by_schur(matrices[place], part)
    sums = roots.real.clip(0.0).sum(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        valid = np.abs(roots.imag).max(axis=(1, 2)) <= STOCHASTIC
        valid &= roots.real.min(axis=(1, 2)) >= -STOCHASTIC
        valid &= np.isclose(sums[..., 0], 1.0, atol=1e-6).all(axis=-1)
        found = roots.real.clip(0.0) / sums
    found[~valid] = np.nan
    return found


def _root_by_schur(matrix: np.ndarray, part: float) -> np.ndarray:
    from scipy.linalg import fractional_matrix_power

    with np.errstate(all="ignore"):
        root = np.asarray(fractional_matrix_power(matrix, part), dtype=complex)
    return root if np.isfinite(root).all() else np.full_like(root, np.nan)


def compute_demand(
    areas: np.ndarray,
    probabilities: np.ndarray,
    low: np.ndarray | None = None,
    *,
    high: np.ndarray | None = None,
) -> np.ndarray:
    """Areas after each of n steps: (n, u, k), each row with the total that it began with.

    Args:
        areas: (u, k), at the start.
        probabilities: (n, u, k, k), or (n, 1, k, k), of each step.
        low, high: (n, u, k) limits after each step; none if None.

    Where limits cannot be met, the row is missing from that step on.

    >>> P = np.array([[0.9, 0.1], [0.0, 1.0]])
    >>> compute_demand(np.array([[100.0, 0.0]]), np.array([[P], [P]]))[:, 0].round(9).tolist()
    [[90.0, 10.0], [81.0, 19.0]]
    >>> low = np.array([[[85.0, 0.0]]] * 2)
    >>> compute_demand(np.array([[100.0, 0.0]]), np.array([[P], [P]]), low)[:, 0].round(9).tolist()
    [[90.0, 10.0], [85.0, 15.0]]
    """
    now = np.asarray(areas, dtype=float)
    total = now.sum(axis=-1)
    steps = []
    for number, step in enumerate(probabilities):
        now = np.einsum("ui,uij->uj", now, np.broadcast_to(step, (len(now), *step.shape[-2:])))
        now *= np.where(total > 0, divide(total, now.sum(axis=-1)), 1.0)[
            :, None
        ]  # takes back what rounding carried off
        if low is not None or high is not None:
            lowest = np.zeros_like(now) if low is None else low[number]
            highest = np.full_like(now, np.inf) if high is None else high[number]
            now = compute_limited(now, total, lowest, highest=highest)
        steps.append(now)
    return np.array(steps)


def compute_limited(areas: np.ndarray, total: np.ndarray, lowest: np.ndarray, *, highest: np.ndarray) -> np.ndarray:
    """Areas (u, k) between their limits (u, k) that add up to ``total`` (u,): those that are free share one factor.

    Args:
        areas: (u, k), in any one unit of area.
        total: (u,), what each row is to add up to.
        lowest, highest: (u, k), infinite in ``highest`` for no limit.

    clip(f a, lowest, highest) with the f that keeps the total. A row that no f can meet is missing.

    >>> limited = compute_limited(np.array([[60.0, 30.0, 10.0]]), np.array([100.0]), np.array([[80.0, 0.0, 0.0]]),
    ...                           highest=np.full((1, 3), np.inf))
    >>> limited.tolist()
    [[80.0, 15.0, 5.0]]
    """
    areas = np.asarray(areas, dtype=float)
    fits = ((areas >= lowest) & (areas <= highest)).all(axis=-1) & np.isclose(areas.sum(axis=-1), total, rtol=WITHIN)
    limited = np.array(areas)
    if fits.all():
        return limited
    rows = np.flatnonzero(~fits)
    limited[rows] = _limited(areas[rows], total[rows], lowest[rows], highest[rows])
    return limited


def compute_agreement(found: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """1 - sum |found - expected| / 2 / total over classes, (...); 1 is all right.

    Args:
        found, expected: (..., k) areas of the classes, in one unit of area.

    >>> float(compute_agreement(np.array([50.0, 50.0]), np.array([60.0, 40.0])))
    0.9
    """
    off = np.abs(np.asarray(found) - expected).sum(axis=-1)
    return 1.0 - divide(off, 2.0 * np.sum(expected, axis=-1))


def _rows(areas: np.ndarray) -> np.ndarray:
    return divide(areas, areas.sum(axis=-1, keepdims=True))


def _limited(areas: np.ndarray, total: np.ndarray, lowest: np.ndarray, highest: np.ndarray) -> np.ndarray:
    """The same, for rows that need it: the total is piecewise linear in the factor, so its bends are looked through."""
    positive = areas > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        bends = np.concatenate([np.where(positive, limit / areas, 0.0) for limit in (lowest, highest)], axis=-1)
    bends = np.where(np.isfinite(bends), bends, 0.0)
    bends = np.sort(np.concatenate([np.zeros((len(areas), 1)), bends], axis=-1), axis=-1)
    at_bends = _sum_at(areas, bends, lowest, highest)
    place = (at_bends < total[:, None] * (1.0 - WITHIN / 2)).sum(axis=-1)  # the first bend at or past the total
    before = np.clip(place - 1, 0, None)
    rows = np.arange(len(areas))
    factor, reached = bends[rows, before], at_bends[rows, before]
    # between two bends the slope is the sum of what is free there
    beyond = np.where(place < bends.shape[1], bends[rows, np.minimum(place, bends.shape[1] - 1)], factor + 1.0)
    middle = (factor + beyond) / 2.0
    free = positive & (middle[:, None] * areas > lowest) & (middle[:, None] * areas < highest)
    slope = np.where(free, areas, 0.0).sum(axis=-1)
    factor = factor + np.divide(total - reached, slope, out=np.zeros(len(areas)), where=slope > 0)
    found = np.clip(factor[:, None] * areas, lowest, highest)
    met = np.isclose(found.sum(axis=-1), total, rtol=1e-7, atol=1e-9) & (lowest <= highest).all(axis=-1)
    return np.where(met[:, None], found, np.nan)


def _sum_at(areas: np.ndarray, factors: np.ndarray, lowest: np.ndarray, highest: np.ndarray) -> np.ndarray:
    return np.clip(factors[:, :, None] * areas[:, None, :], lowest[:, None, :], highest[:, None, :]).sum(axis=-1)
