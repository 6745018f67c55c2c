"""Dependence within clusters: standard errors that allow for it, and what a regression says of a cluster left out.

Successive years of a unit are no independent observations: errors that take them so are far too small.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ridge import Estimate
from .scaled_design import Design
from .student_t import two_sided_p

_DECIDED_ALONE = 1e-9  # least share of what determines a coefficient that must be left without a cluster


@dataclass(frozen=True, eq=False)
class ClusteredErrors:
    """``std_error``, ``t``, ``p`` (p + 1,): of the coefficients and, last, of the intercept; ``clusters``: how many."""

    std_error: np.ndarray
    t: np.ndarray
    p: np.ndarray
    clusters: int


def compute_clustered_errors(regression: Design, fit: Estimate, clusters: np.ndarray) -> ClusteredErrors:
    """Standard errors that hold whatever the dependence within clusters, all NaN with a single one.

    The sandwich ``G / (G - 1) M (sum of Z_g'e_g e_g'Z_g) M`` with ``M = (Z'Z + K)^-1`` and the residuals ``e`` of
    ``fit``; t with G - 1 degrees of freedom (Liang and Zeger 1986). Approximate for k > 0, where b is biased.

    Args:
        regression: what ``scaled_design.design`` gives.
        fit: the estimate at the k in question.
        clusters: any labels (n,), rows of one label may depend on each other.

    >>> from .ridge import estimate
    >>> from .scaled_design import design
    >>> regression = design([[1.0], [2.0], [3.0], [5.0]], [1.0, 2.5, 2.5, 6.0], ["a"])
    >>> compute_clustered_errors(regression, estimate(regression, 0.0), np.array([0, 0, 1, 1])).std_error.round(4)
    array([0.1086, 0.5486])
    """
    codes = np.unique(clusters, return_inverse=True)[1].ravel()
    count = int(codes.max()) + 1
    coefficients = np.append(fit.b, fit.intercept)
    if count < 2:
        nothing = np.full(len(coefficients), np.nan)
        return ClusteredErrors(nothing, nothing, nothing, count)
    scores = _sums(regression.u * fit.residual[:, None], codes)  # (G, p) of u'e
    of_slopes = scores @ (regression.v * (regression.d / (regression.d**2 + fit.k))).T / regression.x_lengths
    of_intercept = _sums(fit.residual[:, None], codes)[:, 0] / regression.n - of_slopes @ regression.x.mean(axis=0)
    influence = np.column_stack([of_slopes, of_intercept])
    std_error = np.sqrt(count / (count - 1.0) * (influence**2).sum(axis=0))
    with np.errstate(divide="ignore", invalid="ignore"):
        t = coefficients / std_error
    return ClusteredErrors(std_error, t, two_sided_p(t, count - 1), count)


def leave_one_cluster_out(regression: Design, fit: Estimate, clusters: np.ndarray) -> np.ndarray:
    """Error (n,) at each row of the regression fitted without its cluster, at the same k and scaling.

    Where every group has an intercept of its own and is a cluster, the error is about the group's own mean: what is
    tested are the coefficients. NaN where a cluster alone decides them.

    Args: as ``compute_clustered_errors``.

    >>> from .ridge import estimate
    >>> from .scaled_design import design
    >>> regression = design([[1.0], [2.0], [3.0], [5.0]], [1.0, 2.5, 2.5, 6.0], ["a"])
    >>> leave_one_cluster_out(regression, estimate(regression, 0.0), np.array([0, 0, 1, 1])).round(6).tolist()
    [2.0, 1.75, -1.5, -1.0]
    """
    codes = np.unique(clusters, return_inverse=True)[1].ravel()
    rows, precision = regression.u * regression.d, regression.d**2 + fit.k
    if len(regression.group_sizes) == 1:  # the intercept is learnt from the other clusters too
        rows = np.column_stack([rows, np.ones(len(rows))])
        precision = np.append(precision, float(regression.n))
    products = _sums((rows[:, :, None] * rows[:, None, :]).reshape(len(rows), -1), codes)
    without = np.diag(precision) - products.reshape(-1, *2 * [len(precision)])
    scale = np.sqrt(precision)
    alone = np.linalg.eigvalsh(without / np.outer(scale, scale))[:, 0] < _DECIDED_ALONE
    without[alone] = np.eye(len(precision))
    moved = np.linalg.solve(without, _sums(rows * fit.residual[:, None], codes)[:, :, None])[:, :, 0]
    left_out = fit.residual + np.einsum("ij,ij->i", rows, moved[codes])
    return np.where(alone[codes], np.nan, left_out)


def _sums(rows: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """``rows`` (n, q) added up by cluster (G, q)."""
    return np.column_stack([np.bincount(codes, weights=column) for column in rows.T])
