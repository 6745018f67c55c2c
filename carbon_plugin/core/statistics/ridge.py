"""Linear regression with collinear variables: ordinary least squares and ridge.

In the convention of ``scaled_design``, ``beta(k) = (R + kI)^-1 r`` with the correlations R of the columns and r of the
columns with the response. The intercept is not penalised. k = 0 is ordinary least squares. The same k elsewhere:
scikit-learn's Ridge on z-scores with n - 1 has alpha = k (n - 1), R's MASS::lm.ridge has lambda = k n.

One singular value decomposition Z = U D V' serves every k.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..messages import Message, warning
from ..options import K_RULES
from .ridge_trace import GRID, VIF_LIMIT, Path, RidgeParameterError, check_k, ridge_path
from .scaled_design import CollinearError, Design, NearConstantError, TooFewObservationsError, design
from .student_t import two_sided_p

__all__ = [
    "GRID", "VIF_LIMIT", "CollinearError", "Design", "Estimate", "NearConstantError", "Path", "RidgeParameterError",
    "TooFewObservationsError", "choose_k", "design", "estimate", "hoerl_kennard_baldwin", "leave_one_out_errors",
    "ridge_path", "two_sided_p",
]  # fmt: skip

STABLE_STEP = 0.01  # a trace is calm where no standardised coefficient moves further in one step of the grid


@dataclass(frozen=True, eq=False)
class Estimate:
    """The regression at one k.

    ``b`` (p,) coefficients in the units of the data, ``beta`` (p,) standardised; ``intercept``: at the grand means,
    with ``intercepts`` (g,) of the groups. ``std_error``, ``t``, ``p`` (p + 1,): of the coefficients and, last, of the
    intercept; exact for k = 0 and approximate above, where b is biased. ``vif``, ``tolerance`` (p,). ``residual``
    (n,), ``leverage`` (n,), ``degrees_of_freedom`` of the residual, ``sigma`` its standard deviation.
    """

    k: float
    b: np.ndarray
    beta: np.ndarray
    intercept: float
    intercepts: np.ndarray
    std_error: np.ndarray
    t: np.ndarray
    p: np.ndarray
    vif: np.ndarray
    tolerance: np.ndarray
    r2: float
    sigma: float
    degrees_of_freedom: float
    residual: np.ndarray
    leverage: np.ndarray

    @property
    def leave_one_out(self) -> np.ndarray:
        """Error (n,) at each observation of the regression fitted without it, at the same k and scaling.

        NaN where an observation alone decides its fit.
        """
        left = 1.0 - self.leverage
        return np.where(left > 1e-12, self.residual / np.where(left > 1e-12, left, 1.0), np.nan)


def estimate(regression: Design, k: float) -> Estimate:
    """Coefficients, standard errors and residuals at one k.

    ``sigma^2 = SSE / (n - g - tr H)``, covariance ``sigma^2 (R + kI)^-1 R (R + kI)^-1`` in the units of the data
    (Hoerl and Kennard 1970).

    Args:
        regression: what ``scaled_design.design`` gives.
        k: the ridge parameter; 0 is least squares.

    Raises:
        RidgeParameterError.
        TooFewObservationsError: for k = 0 without degrees of freedom.

    >>> from .scaled_design import design
    >>> regression = design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> estimate(regression, 0.02).b.round(3).tolist()
    [1.863, 0.042]
    """
    k = float(k)
    path = ridge_path(regression, [k])
    beta, vif, n = path.beta[0], path.vif[0], regression.n
    scale = regression.y_length / regression.x_lengths
    b = beta * scale
    intercepts = regression.y_means - regression.x_means @ b
    x_mean, y_mean = regression.x.mean(axis=0), regression.y.mean()
    residual = regression.y - intercepts[regression.groups] - regression.x @ b
    damped = regression.d**2 + k
    freedom = n - len(regression.group_sizes) - path.degrees[0]
    sigma = float(np.sqrt((residual @ residual) / freedom)) if freedom > 1e-9 else np.nan
    towards_mean = ((regression.v / regression.x_lengths[:, None]).T @ x_mean) * regression.d / damped
    std_error = sigma * np.append(np.sqrt(vif) / regression.x_lengths, np.sqrt(1.0 / n + towards_mean @ towards_mean))
    coefficients = np.append(b, y_mean - x_mean @ b)
    with np.errstate(divide="ignore", invalid="ignore"):  # a fit without any residual has an infinite t
        t = coefficients / std_error
    leverage = 1.0 / regression.group_sizes[regression.groups] + regression.u**2 @ (regression.d**2 / damped)
    return Estimate(
        k=k,
        b=b,
        beta=beta,
        intercept=float(coefficients[-1]),
        intercepts=intercepts,
        std_error=std_error,
        t=t,
        p=two_sided_p(t, freedom),
        vif=vif,
        tolerance=1.0 / vif,
        r2=float(path.r2[0]),
        sigma=sigma,
        degrees_of_freedom=float(freedom),
        residual=residual,
        leverage=leverage,
    )


def leave_one_out_errors(regression: Design, ks: Sequence[float] | np.ndarray = GRID) -> np.ndarray:
    """Mean squared leave-one-out error (K,) over ``ks``, by the leverages: no refitting (Allen 1974, PRESS / n).

    In squared units of the response. Raises as ``ridge_path``.

    >>> from .scaled_design import design
    >>> regression = design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> leave_one_out_errors(regression, [0.02]).round(3).tolist()
    [0.228]
    """
    ks = np.atleast_1d(np.asarray(ks, dtype=float))
    check_k(regression, ks)
    return np.array([np.nanmean(estimate(regression, k).leave_one_out ** 2) for k in ks])


def hoerl_kennard_baldwin(regression: Design) -> float:
    """``k = p s^2 / (beta'beta)`` of the least-squares fit in unit-length scaling (Hoerl, Kennard and Baldwin 1975).

    Raises ``TooFewObservationsError``.

    >>> from .scaled_design import design
    >>> regression = design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> round(hoerl_kennard_baldwin(regression), 5)
    0.00239
    """
    p = len(regression.names)
    beta = ridge_path(regression, [0.0]).beta[0]
    variance = regression.unreached / (regression.n - len(regression.group_sizes) - p)
    return float(p * variance / (beta @ beta))


def choose_k(regression: Design, rule: str, ks: np.ndarray = GRID) -> tuple[float, list[Message]]:
    """The ridge parameter by a rule, and what there is to say about it.

    Args:
        regression: what ``scaled_design.design`` gives.
        rule: one of ``options.K_RULES``. ``vif_and_stability``: the smallest k of the grid with every VIF below 10 and
            no standardised coefficient moving by 0.01 or more to the next k; where there is none, the k with the
            smallest largest VIF. ``hkb``: see ``hoerl_kennard_baldwin``. ``gcv``, ``loocv``: the k of the grid with
            the least generalised or leave-one-out cross-validation error.
        ks: the grid, rising.

    Raises:
        NotAChoiceError.
        TooFewObservationsError: where least squares has no freedom: a rule would judge noise.

    >>> from .scaled_design import design
    >>> regression = design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> choose_k(regression, "vif_and_stability")
    (0.16, [])
    """
    rule = K_RULES.check(rule)
    check_k(regression, np.zeros(1))
    return RULES[rule](regression, ks)


def _by_vif_and_stability(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    path = ridge_path(regression, np.append(ks, ks[-1] + (ks[-1] - ks[-2])))
    step = np.abs(np.diff(path.beta, axis=0)).max(axis=1)
    highest = path.vif[:-1].max(axis=1)
    fulfilled = (highest < VIF_LIMIT) & (step < STABLE_STEP)
    if fulfilled.any():
        return float(ks[np.argmax(fulfilled)]), []
    least = int(np.argmin(highest))
    return float(ks[least]), [
        warning(
            "no-calm-ridge-parameter",
            "No ridge parameter up to {largest} has every variance inflation below {limit} and calm coefficients; at "
            "k = {k} the largest variance inflation is smallest ({vif}). Look at the ridge trace and set k yourself.",
            largest=float(ks[-1]),
            limit=VIF_LIMIT,
            k=float(ks[least]),
            vif=float(highest[least]),
        )
    ]


def _by_hkb(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    k = hoerl_kennard_baldwin(regression)
    if k > 1e-12:
        return k, []
    return k, [
        warning(
            "no-ridge-needed",
            "The rule of Hoerl, Kennard and Baldwin gives k = {k}: the variables explain the response almost without "
            "error, so this rule asks for no ridge at all. Choose another rule, or set k yourself.",
            k=k,
        )
    ]


def _by_gcv(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    return float(ks[np.nanargmin(ridge_path(regression, ks).gcv)]), []


def _by_loocv(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    return float(ks[np.nanargmin(leave_one_out_errors(regression, ks))]), []


RULES = {"vif_and_stability": _by_vif_and_stability, "hkb": _by_hkb, "gcv": _by_gcv, "loocv": _by_loocv}
