"""Linear regression with collinear variables: ordinary least squares and ridge.

In the convention of ``scaled_design``, ``beta(k) = (R + kI)^-1 r`` with the correlations R of the columns and r of the
columns with the response. The intercept is not penalised. k = 0 is ordinary least squares. The same k elsewhere:
scikit-learn's Ridge on z-scores with n - 1 has alpha = k (n - 1), R's MASS::lm.ridge has lambda = k n.

One singular value decomposition Z = U D V' serves every k.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ridge_trace import GRID, VIF_LIMIT, Path, RidgeParameterError, ridge_path
from .scaled_design import CollinearError, Design, NearConstantError, TooFewObservationsError, design
from .student_t import two_sided_p

__all__ = [
    "GRID", "VIF_LIMIT", "CollinearError", "Design", "Estimate", "NearConstantError", "Path", "RidgeParameterError",
    "TooFewObservationsError", "design", "estimate", "ridge_path", "two_sided_p",
]  # fmt: skip


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
    x_mean, y_mean = regression.x_mean, regression.y.mean()
    residual = regression.y - intercepts[regression.groups] - regression.x @ b
    damped = regression.d**2 + k
    freedom = n - len(regression.group_sizes) - path.degrees[0]
    sigma = float(np.sqrt((residual @ residual) / freedom)) if freedom > 1e-9 else np.nan
    towards_mean = ((regression.v / regression.x_lengths[:, None]).T @ x_mean) * regression.d / damped
    std_error = sigma * np.append(np.sqrt(vif) / regression.x_lengths, np.sqrt(1.0 / n + towards_mean @ towards_mean))
    coefficients = np.append(b, y_mean - x_mean @ b)
    with np.errstate(divide="ignore", invalid="ignore"):  # a fit without any residual has an infinite t
        t = coefficients / std_error
    leverage = regression.leverage_of_groups + regression.squared_u @ (regression.d**2 / damped)
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
