"""The ridge trace: how coefficients and variance inflation move with the ridge parameter k."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..messages import sentence
from .scaled_design import Design, TooFewObservationsError

GRID = np.round(np.arange(101) * 0.01, 2)  # k = 0, 0.01, ..., 1
VIF_LIMIT = 10.0  # variables above it are called collinear (Marquardt 1970)


class RidgeParameterError(InputError):
    template = sentence("The ridge parameter k is {found}, but it must be a number from 0 (least squares) up.")
    remedy = sentence("Studies use 0.01 to 1.")


@dataclass(frozen=True, eq=False)
class Path:
    """The ridge trace: one row for each of K values of k.

    ``k`` (K,), ``beta`` (K, p) standardised coefficients, ``vif`` (K, p) variance inflation (Marquardt 1970), ``r2``
    (K,), ``degrees`` (K,) trace of the hat matrix without the intercepts, ``gcv`` (K,) generalised cross-validation in
    squared units of the response (Golub, Heath and Wahba 1979).
    """

    k: np.ndarray
    beta: np.ndarray
    vif: np.ndarray
    r2: np.ndarray
    degrees: np.ndarray
    gcv: np.ndarray


def ridge_path(regression: Design, ks: Sequence[float] | np.ndarray = GRID) -> Path:
    """The ridge trace over ``ks``, of one decomposition.

    Marquardt's ``VIF_j(k) = diag[(R + kI)^-1 R (R + kI)^-1]``; at k = 0 the diagonal of R^-1 (Marquardt 1970).

    Args:
        regression: what ``scaled_design.design`` gives.
        ks: ridge parameters (K,), dimensionless, from 0 up.

    Raises:
        RidgeParameterError.
        TooFewObservationsError: where k = 0 cannot be estimated.

    >>> from .scaled_design import design
    >>> regression = design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> path = ridge_path(regression, [0.0, 0.02])
    >>> path.vif.max(axis=1).round(1).tolist()
    [2.7, 2.3]
    """
    ks = np.atleast_1d(np.asarray(ks, dtype=float))
    check_k(regression, ks)
    d2 = regression.d**2
    damped = d2[None, :] + ks[:, None]  # (K, m)
    beta = (regression.d * regression.c / damped) @ regression.v.T
    vif = (d2 / damped**2) @ (regression.v**2).T
    degrees = (d2 / damped).sum(axis=1)
    unexplained = regression.unreached + ((regression.c * ks[:, None] / damped) ** 2).sum(axis=1)
    mean_square = unexplained * regression.y_length**2 / regression.n
    left = 1.0 - (degrees + len(regression.group_sizes)) / regression.n
    gcv = mean_square / np.where(left > 1e-12, left, np.nan) ** 2
    return Path(ks, beta, vif, 1.0 - unexplained, degrees, gcv)


def check_k(regression: Design, ks: np.ndarray) -> None:
    """Raise ``RidgeParameterError``, and ``TooFewObservationsError`` where k = 0 is asked for and has no freedom."""
    wrong = ~(np.isfinite(ks) & (ks >= 0))
    if wrong.any():
        raise RidgeParameterError(found=float(ks[wrong][0]))
    if (ks == 0).any() and not regression.has_least_squares:
        raise TooFewObservationsError.of(regression.n, regression.names, len(regression.group_sizes))
