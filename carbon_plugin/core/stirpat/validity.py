"""How well the fitted emission follows the observed one (Huo et al. 2025, Table 7, and what can fail)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..messages import Message, note, sentence
from ..statistics.student_t import two_sided_p

_ROUNDING = 1e-12
_DIGITS = 3  # of the numbers in the note

_JUDGED_BY_UNIT = sentence(
    "The study's t-test of fitted against observed emission gives p = {p}, but it can hardly fail: the logs of both "
    "have the same mean by construction. What can: mean absolute error {mape} %, error of an observation left out "
    "{left_out} %, error in a unit whose years were all left out {unit_left_out} % (root mean squares), Durbin-Watson "
    "{durbin_watson}."
)

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
    each observation predicted without it; ``leave_one_unit_out``: of each without any row of its unit (with an
    intercept for each unit, about the unit's own mean), NaN for the region. ``durbin_watson``: 2 where residuals of
    successive years are unrelated. ``smearing``: Duan's factor from fitted logarithms to mean levels, reported
    and not applied.
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
    leave_one_unit_out: float = np.nan


def compute_validity(
    y: np.ndarray, residual: np.ndarray, left_out: np.ndarray, *, unit: np.ndarray, unit_left_out: np.ndarray
) -> Validity:
    """What the fit of ``y`` is worth.

    Args:
        y: (n,) natural logarithms of emission in t C a year.
        residual: (n,) of the logarithms.
        left_out: (n,) the same of each observation predicted without it, infinite or NaN where it cannot be.
        unit: (n,) keys; rows of one unit stand together, by year.
        unit_left_out: (n,) predicted without all rows of the unit; empty where there are no units to leave out.

    >>> residual = np.log([2.0, 2.0])
    >>> y, unit = np.log([100.0, 200.0]), np.array(["a", "a"])
    >>> found = compute_validity(y, residual, residual, unit=unit, unit_left_out=np.empty(0))
    >>> round(found.mape, 9), round(found.rmse**2, 6)
    (50.0, 6250.0)
    """
    observed, fitted = np.exp(y), np.exp(y - residual)
    n = len(observed)
    apart = fitted - observed
    together = np.sqrt((np.var(fitted, ddof=1) + np.var(observed, ddof=1)) / n)
    each = np.std(apart, ddof=1) / np.sqrt(n)
    exact = np.abs(apart).max() <= _ROUNDING * observed.max()  # an identity's residuals are rounding, not signal
    t_test, paired = (0.0 if exact else float(apart.mean() / width) for width in (together, each))
    return Validity(
        t_test=t_test,
        t_test_p=float(two_sided_p(t_test, 2 * n - 2)),
        paired_t=paired,
        paired_p=float(two_sided_p(paired, n - 1)),
        rmse=float(np.sqrt(np.mean(apart**2))),
        mape=float(100.0 * np.mean(np.abs(apart / observed))),
        leave_one_out=_root_mean_square(left_out),
        durbin_watson=durbin_watson(residual, unit),
        smearing=float(np.mean(np.exp(residual))),
        leave_one_unit_out=_root_mean_square(unit_left_out),
    )


def _root_mean_square(errors: np.ndarray) -> float:
    errors = errors[np.isfinite(errors)]
    return float(np.sqrt(np.mean(errors**2))) if len(errors) else np.nan


def durbin_watson(residual: np.ndarray, unit: np.ndarray) -> float:
    """Squared steps from one year to the next of the same unit over squared residuals (Durbin and Watson 1950).

    Args:
        residual: (n,) of the logarithms.
        unit: (n,) keys; rows of one unit stand together, by year.

    >>> durbin_watson(np.array([1.0, -1.0, 1.0]), np.array(["a", "a", "b"]))
    1.3333333333333333
    """
    total = float(residual @ residual)
    steps = np.diff(residual)[unit[1:] == unit[:-1]]
    return float(steps @ steps) / total if total > 0 else np.nan


def remarks_on_validity(validity: Validity) -> Message:
    """What the study's test cannot tell, and what can."""
    found = {
        "p": validity.t_test_p,
        "mape": validity.mape,
        "left_out": 100.0 * float(np.expm1(validity.leave_one_out)),
        "unit_left_out": 100.0 * float(np.expm1(validity.leave_one_unit_out)),
        "durbin_watson": validity.durbin_watson,
    }
    values = {name: float(f"{value:.{_DIGITS}g}") for name, value in found.items() if not np.isnan(value)}
    return note("fit-validity", _JUDGED_BY_UNIT if "unit_left_out" in values else _JUDGED, **values)
