"""How well the fitted emission follows the observed one (Huo et al. 2025, Table 7, and what can fail)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..messages import Message, note, sentence
from ..statistics.student_t import two_sided_p

_ROUNDING = 1e-12

_JUDGED = sentence(
    "The study's t-test of fitted against observed emission gives p = {p}, but it can hardly fail: the logs of both "
    "have the same mean by construction. What can: mean absolute error {mape} %, error of an observation left out "
    "{left_out} % (root mean square), Durbin-Watson {durbin_watson}."
)


@dataclass(frozen=True)
class Validity:
    """How well the fitted emission follows the observed one.

    ``t_test``, ``t_test_p``: the study's independent two-sample t-test on levels; ``paired_t``, ``paired_p``: the
    paired one. ``rmse`` (t C/a) and ``mape`` (%) on levels. ``leave_one_out``: root mean squared error in logarithms of
    each observation predicted without it. ``durbin_watson``: 2 where residuals of successive years are unrelated.
    ``smearing``: Duan's factor from fitted logarithms to mean levels, reported and not applied.
    """

    t_test: float
    t_test_p: float
    paired_t: float
    paired_p: float
    rmse: float
    mape: float
    leave_one_out: float
    durbin_watson: float
    smearing: float


def compute_validity(y: np.ndarray, residual: np.ndarray, left_out: np.ndarray, unit: np.ndarray) -> Validity:
    """What the fit of ``y`` (n,), logarithms of emission in t C a year, is worth.

    ``residual`` (n,) of the logarithms; ``left_out`` (n,): the same of each observation predicted without it, infinite
    or NaN where it cannot be; ``unit`` (n,): rows of one unit stand together, by year.
    """
    observed, fitted = np.exp(y), np.exp(y - residual)
    n = len(observed)
    apart = fitted - observed
    together = np.sqrt((np.var(fitted, ddof=1) + np.var(observed, ddof=1)) / n)
    each = np.std(apart, ddof=1) / np.sqrt(n)
    exact = np.abs(apart).max() <= _ROUNDING * observed.max()  # an identity's residuals are rounding, not signal
    t_test, paired = (0.0 if exact else float(apart.mean() / width) for width in (together, each))
    left_out = left_out[np.isfinite(left_out)]
    return Validity(
        t_test=t_test,
        t_test_p=float(two_sided_p(t_test, 2 * n - 2)),
        paired_t=paired,
        paired_p=float(two_sided_p(paired, n - 1)),
        rmse=float(np.sqrt(np.mean(apart**2))),
        mape=float(100.0 * np.mean(np.abs(apart / observed))),
        leave_one_out=float(np.sqrt(np.mean(left_out**2))) if len(left_out) else np.nan,
        durbin_watson=durbin_watson(residual, unit),
        smearing=float(np.mean(np.exp(residual))),
    )


def durbin_watson(residual: np.ndarray, unit: np.ndarray) -> float:
    """Squared steps from one year to the next of the same unit over squared residuals (Durbin and Watson 1950).

    >>> durbin_watson(np.array([1.0, -1.0, 1.0]), np.array(["a", "a", "b"]))
    1.3333333333333333
    """
    total = float(residual @ residual)
    steps = np.diff(residual)[unit[1:] == unit[:-1]]
    return float(steps @ steps) / total if total > 0 else np.nan


def remarks_on_validity(validity: Validity) -> Message:
    """What the study's test cannot tell, and what can."""
    return note(
        "fit-validity",
        _JUDGED,
        p=validity.t_test_p,
        mape=validity.mape,
        left_out=100.0 * float(np.expm1(validity.leave_one_out)),
        durbin_watson=validity.durbin_watson,
    )
