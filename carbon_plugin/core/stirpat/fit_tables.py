"""The tables of a fit: its coefficients, its ridge trace, observed against fitted, and what ridge did to them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..messages import Message, note, phrase, sentence
from ..statistics import ridge
from ..statistics.ridge_clusters import compute_clustered_errors
from ..statistics.ridge_rules import leave_one_out_errors
from ..tables.vocabulary import UNIT, YEAR
from .observations import REGION, Observations
from .variables import EMISSION, INTERCEPT

CLUSTERED, INDEPENDENT = "clustered", "independent"  # the words of the column ``errors``

_MOVED = sentence(
    "Ridge moved {count:coefficient|coefficients} by more than a standard error of least squares, which is the price "
    "of steadiness: {moved}. Where a variable moves with others, neither number is sure."
)
_MOVED_ONE = sentence("{variable} from {ols} to {ridge}")


@dataclass(frozen=True, eq=False)
class _Errors:
    std_error: np.ndarray
    t: np.ndarray
    p: np.ndarray


def coefficients_table(
    data: Observations, regression: ridge.Design, shrunk: ridge.Estimate, *, plain: ridge.Estimate | None
) -> pd.DataFrame:
    """A row for each variable and, last, the intercept; errors clustered by unit where there are several units.

    Args:
        data: the rows of the regression, n of p variables, in logarithms.
        regression: the design of ``data``.
        shrunk: the ridge estimate.
        plain: the least squares, None where there are too few observations for it.

    Columns as in ``fit.StirpatFit.coefficients`` without the settings of the fit and the identity.

    >>> x, names = np.log([[1.0], [2.0], [3.0], [5.0]]), ("P",)
    >>> data = Observations(names, np.repeat("region", 4), np.arange(2000, 2004), x, 2.0 * x[:, 0], "region")
    >>> regression = ridge.design(data.x, data.y, data.names)
    >>> plain = ridge.estimate(regression, 0.0)
    >>> coefficients_table(data, regression, plain, plain=plain)["b"].round(9).abs().tolist()
    [2.0, 0.0]
    """
    nothing = np.full(len(data.names) + 1, np.nan)
    units = len(np.unique(data.unit))
    clustered = data.pooling != REGION and units > 1

    def with_intercept(values: np.ndarray, intercept: float = np.nan) -> np.ndarray:
        return np.append(values, intercept)

    def errors_of(fit: ridge.Estimate | None) -> _Errors:
        if fit is None:
            return _Errors(nothing, nothing, nothing)
        found = compute_clustered_errors(regression, fit, data.unit) if clustered else fit
        return _Errors(found.std_error, found.t, found.p)

    errors, plain_errors = errors_of(shrunk), errors_of(plain)
    return pd.DataFrame(
        {
            "variable": [*data.names, INTERCEPT],
            "b": with_intercept(shrunk.b, shrunk.intercept),
            "beta": with_intercept(shrunk.beta),
            "std_error": errors.std_error,
            "t": errors.t,
            "ols_b": with_intercept(plain.b, plain.intercept) if plain else nothing,
            "ols_vif": with_intercept(plain.vif) if plain else nothing,
            "vif": with_intercept(shrunk.vif),
            "p": errors.p,
            "tolerance": with_intercept(shrunk.tolerance),
            "ols_std_error": plain_errors.std_error,
            "ols_t": plain_errors.t,
            "ols_p": plain_errors.p,
            "ols_tolerance": with_intercept(plain.tolerance) if plain else nothing,
        }
    ).assign(
        errors=CLUSTERED if clustered else INDEPENDENT,
        degrees_of_freedom=float(units - 1) if clustered else shrunk.degrees_of_freedom,
    )


def trace_table(regression: ridge.Design) -> pd.DataFrame:
    """``k``, ``beta_<v>``, ``vif_<v>``, ``r2``, ``gcv``, ``loocv`` over the grid of k.

    Args:
        regression: the scaled design of n rows and the variables v.

    >>> regression = ridge.design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> list(trace_table(regression).columns)
    ['k', 'beta_a', 'beta_b', 'vif_a', 'vif_b', 'r2', 'gcv', 'loocv']
    """
    grid = ridge.GRID if regression.has_least_squares else ridge.GRID[1:]
    path = ridge.ridge_path(regression, grid)
    columns = {"k": path.k}
    columns.update({f"beta_{name}": path.beta[:, j] for j, name in enumerate(regression.names)})
    columns.update({f"vif_{name}": path.vif[:, j] for j, name in enumerate(regression.names)})
    errors = leave_one_out_errors(regression, grid)
    return pd.DataFrame({**columns, "r2": path.r2, "gcv": path.gcv, "loocv": errors})


def fitted_table(data: Observations, residual: np.ndarray) -> pd.DataFrame:
    """``unit``, ``year``, ``ce``, ``ce_fitted`` in t C a year, ``residual`` of the logarithms.

    Args:
        data: the rows of the regression, n of p variables, in logarithms.
        residual: (n,) observed less fitted, natural logarithm.

    >>> unit, year, y = np.array(["region"]), np.array([2020]), np.log([8.0])
    >>> data = Observations(("P",), unit, year, np.zeros((1, 1)), y, "region")
    >>> fitted_table(data, np.log([2.0])).round(9).loc[0, ["ce", "ce_fitted"]].tolist()
    [8.0, 4.0]
    """
    levels = {EMISSION: np.exp(data.y), "ce_fitted": np.exp(data.y - residual)}
    return pd.DataFrame({UNIT: data.unit, YEAR: data.year, **levels, "residual": residual})


def remarks_on_shrinkage(coefficients: pd.DataFrame) -> list[Message]:
    """The coefficients that ridge moved far, each with what it was."""
    rows = coefficients[coefficients["variable"] != INTERCEPT]
    moved = rows[(rows["b"] - rows["ols_b"]).abs() > rows["ols_std_error"]]
    if moved.empty:
        return []
    each = [
        phrase(_MOVED_ONE, variable=name, ols=round(float(ols), 3), ridge=round(float(b), 3))
        for name, ols, b in zip(moved["variable"], moved["ols_b"], moved["b"])
    ]
    return [note("coefficients-moved-by-ridge", _MOVED, count=len(each), moved=each)]
