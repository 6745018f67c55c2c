"""How the ridge parameter k is chosen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, sentence, warning
from ..options import K_RULES
from .ridge import estimate
from .ridge_trace import GRID, VIF_LIMIT, check_k, ridge_path
from .scaled_design import Design

STABLE_STEP = 0.01  # a trace is calm where no standardised coefficient moves further in one step of the grid

_STAY_INFLATED = sentence(
    "No ridge parameter up to {largest} has every variance inflation below {limit}; at k = {k} the largest one is "
    "smallest ({vif}). Look at the ridge trace and set k yourself."
)
_NEVER_CALM = sentence(
    "No ridge parameter up to {largest} has every variance inflation below {limit} and calm coefficients; at "
    "k = {k} the largest variance inflation is smallest ({vif}). Look at the ridge trace and set k yourself."
)


def leave_one_out_errors(regression: Design, ks: Sequence[float] | np.ndarray = GRID) -> np.ndarray:
    """Mean squared leave-one-out error (K,) over ``ks``, by the leverages: no refitting (Allen 1974, PRESS / n).

    In squared units of the response. Raises as ``ridge_path``.

    Args:
        regression: what ``scaled_design.design`` gives.
        ks: ridge parameters (K,), without unit, from 0 up.

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

    Args:
        regression: what ``scaled_design.design`` gives.

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
        rule: one of ``options.K_RULES``. ``vif``: the smallest k of the grid with every VIF below 10, the study's
            reading of its trace. ``vif_and_stability``: besides, no standardised coefficient moves by 0.01 or more to
            the next k. Where there is none of either, the k with the smallest largest VIF. ``hkb``: see
            ``hoerl_kennard_baldwin``. ``gcv``, ``loocv``: the k of the grid with the least generalised or leave-one-out
            cross-validation error.
        ks: the grid, rising.

    Raises:
        NotAChoiceError.
        TooFewObservationsError: where least squares has no freedom: a rule would judge noise.

    >>> from .scaled_design import design
    >>> regression = design([[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]], [2.1, 3.9, 6.2, 8.1, 9.8], "ab")
    >>> choose_k(regression, "vif"), choose_k(regression, "vif_and_stability")
    ((0.0, []), (0.16, []))
    """
    rule = K_RULES.check(rule)
    check_k(regression, np.zeros(1))
    return RULES[rule](regression, ks)


def _by_vif(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    highest = ridge_path(regression, ks).vif.max(axis=1)
    return _first(ks, highest, highest < VIF_LIMIT, ("no-low-inflation", _STAY_INFLATED))


def _by_vif_and_stability(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    path = ridge_path(regression, np.append(ks, ks[-1] + (ks[-1] - ks[-2])))
    step = np.abs(np.diff(path.beta, axis=0)).max(axis=1)
    highest = path.vif[:-1].max(axis=1)
    fulfilled = (highest < VIF_LIMIT) & (step < STABLE_STEP)
    return _first(ks, highest, fulfilled, ("no-calm-ridge-parameter", _NEVER_CALM))


def _first(
    ks: np.ndarray, highest: np.ndarray, fulfilled: np.ndarray, otherwise: tuple[str, str]
) -> tuple[float, list[Message]]:
    """The first k that is ``fulfilled``, or the one with the least ``highest`` VIF and a warning of code, template."""
    if fulfilled.any():
        return float(ks[np.argmax(fulfilled)]), []
    least, (code, template) = int(np.argmin(highest)), otherwise
    values = {"largest": float(ks[-1]), "limit": VIF_LIMIT, "k": float(ks[least]), "vif": float(highest[least])}
    return float(ks[least]), [warning(code, template, **values)]


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


RULES = {
    "vif_and_stability": _by_vif_and_stability,
    "hkb": _by_hkb,
    "gcv": _by_gcv,
    "loocv": _by_loocv,
    "vif": _by_vif,
}
