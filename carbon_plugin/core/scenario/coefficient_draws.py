"""How uncertain the fitted coefficients are: draws of them, by refitting what was drawn from the panel.

A table of coefficients is enough to project. Where it also says how it was fitted (its columns ``k``, ``pooling`` and
``cei_definition``), whole units of the panel are drawn with replacement, or blocks of years of the region's totals, and
the model is fitted to each draw at the same k. Half of the refits lie around the fit. What resampling cannot see is the
bias of ridge, which every refit shares: it is taken out of the other half to first order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..messages import Message, note, sentence, warning
from ..statistics import ridge
from ..stirpat.coefficients import Coefficients
from ..stirpat.observations import REGION, Observations
from .coverage import remarks_on_coverage
from .resampling import BLOCK, draw_blocks, draw_clusters, refit_units, refit_years

DRAWS = 1_000
SEED = 20_250_321

_FEWEST_YEARS = 3
_FEWEST_UNITS = 5  # of fewer, blocks of years are drawn

_BY_UNITS = sentence(
    "The range of the projections is that of the fitted coefficients, with the scenario given: {count} refits to units "
    "drawn with replacement out of {units}, around the fit and around it without the bias of ridge."
)
_BY_YEARS = sentence(
    "The range of the projections is that of the fitted coefficients, with the scenario given: {count} refits to "
    "blocks of {block} years drawn with replacement out of {years}, around the fit and around it without the bias of "
    "ridge."
)
_LEFT_OUT = sentence("{count} of {total} draws do not determine the coefficients and were left out.")
_OTHER_FIT = sentence(
    "The coefficients are not those that this panel gives under the same settings: their spread was taken from the "
    "panel and laid around them."
)
_BY_ERRORS = sentence(
    "The range of the projections comes from the standard errors of the coefficients, each drawn for itself ({count} "
    "draws), with the scenario given: it is too wide where they offset each other."
)
_NONE = sentence(
    "The projections have no range, since the table of coefficients has neither standard errors nor the settings of "
    "its fit."
)


@dataclass(frozen=True, eq=False)
class Draws:
    """``sets``: draws (n, p) of the coefficients, none where nothing tells their spread.

    Of refits there are two: around the coefficients of the table, and around them without the bias of ridge. Neither
    centre is sure, so a range holds that of both.
    """

    sets: tuple[np.ndarray, ...]
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Refits:
    """``b`` (up to n, p): the draws that determine the coefficients, ``centre`` (p,) the fit they lie around.

    ``drawn``: how many ``units`` or ``years`` they were drawn from.
    """

    b: np.ndarray
    centre: np.ndarray
    drawn: int
    by_units: bool


def draw_coefficients(
    coefficients: Coefficients, data: Observations | None, count: int = DRAWS, *, seed: int = SEED
) -> Draws:
    """``count`` draws around the table's coefficients, repeatable by ``seed``.

    By refits to what is drawn of ``data``, the rows the model was fitted to, where the table says how; else normal
    draws from the standard errors, each coefficient for itself; else none.

    Args:
        coefficients: the p coefficients, their standard errors and how they were fitted.
        data: rows of the regression, natural logarithms; None where there are none.
        count: how many draws.
        seed: of the random numbers.

    >>> table = Coefficients(["W"], np.array([0.5]), np.array([0.1]), k=None, pooling=None, cei_definition="")
    >>> [one.shape for one in draw_coefficients(table, None, 3).sets]
    [(3, 1)]
    """
    if data is not None and coefficients.k is not None:
        refits = resampled_refits(data, coefficients.k, count, seed=seed)
        if len(refits.b) and np.isfinite(refits.centre).all():
            as_tried = refits.by_units or data.pooling == REGION  # blocks of years of few units were not
            notes = [*_remarks_on_refits(refits, count), *(remarks_on_coverage(data.pooling) if as_tried else [])]
            if not np.allclose(refits.centre, coefficients.b, rtol=1e-4, atol=1e-6):
                notes.append(warning("coefficients-of-another-fit", _OTHER_FIT))
            shift = coefficients.b - refits.centre
            around, unbiased = refits.b[::2], without_ridge_bias(data, refits.b[1::2], coefficients.k)
            sets = [around + (refits.centre - refits.b.mean(axis=0))]
            if len(unbiased):
                centre = without_ridge_bias(data, refits.centre, coefficients.k)
                mean = without_ridge_bias(data, refits.b.mean(axis=0), coefficients.k)
                sets.append(unbiased + (centre - mean))
            return Draws(tuple(shift + one for one in sets), notes)
    if np.isfinite(coefficients.std_error).all():
        normal = np.random.default_rng(seed).standard_normal((count, len(coefficients.b)))
        drawn = coefficients.b + normal * coefficients.std_error
        return Draws((drawn,), [note("interval-by-standard-errors", _BY_ERRORS, count=count)])
    return Draws((), [note("no-interval", _NONE)])


def resampled_refits(data: Observations, k: float, count: int = DRAWS, *, seed: int = SEED) -> Refits:
    """The model refitted at ``k`` to units drawn with replacement, or to blocks of years for the region and few units.

    Draws that do not determine the coefficients are left out.

    Args:
        data: rows of the regression, natural logarithms.
        k: the ridge parameter, of every refit.
        count: how many draws.
        seed: of the random numbers.

    >>> x = np.array([0.0, 1.0, 3.0, 4.0, 7.0, 9.0, 2.0, 5.0, 1.0, 6.0])
    >>> data = Observations(("W",), np.repeat(list("abcde"), 2), np.tile([2020, 2021], 5), x[:, None], x / 2, "pooled")
    >>> refits = resampled_refits(data, 0.0, 3)
    >>> refits.centre.round(6).tolist(), refits.drawn, refits.by_units
    ([0.5], 5, True)
    """
    random = np.random.default_rng(seed)
    units, years = len(np.unique(data.unit)), len(np.unique(data.year))
    by_units = data.pooling != REGION and units >= _FEWEST_UNITS
    refit, drawn = (refit_units, units) if by_units else (refit_years, years)
    centre = refit(data, k, np.ones((1, drawn)))[0]
    if not by_units and years < _FEWEST_YEARS:
        return Refits(np.empty((0, len(data.names))), centre, drawn, by_units)
    weights = draw_clusters(drawn, count, random) if by_units else draw_blocks(drawn, count, random)
    refits = refit(data, k, weights)
    return Refits(refits[np.isfinite(refits).all(axis=1)], centre, drawn, by_units)


def without_ridge_bias(data: Observations, b: np.ndarray, k: float) -> np.ndarray:
    """Ridge coefficients ``b`` (p,) or (n, p) without their bias ``-k (R + kI)^-1 beta``, beta taken as estimated.

    What is left is the almost unbiased ridge estimator, of bias ``-k^2 (R + kI)^-2 beta`` (Singh, Chaubey and Dwivedi
    1986).

    Args:
        data: rows of the regression, natural logarithms.
        b: the coefficients, fitted at ``k``.
        k: the ridge parameter.

    >>> x = np.array([0.0, 1.0, 3.0])
    >>> data = Observations(("W",), np.array(list("abc")), np.full(3, 2020), x[:, None], x / 2, "pooled")
    >>> without_ridge_bias(data, np.array([0.25]), 1.0).round(6).tolist()
    [0.375]
    """
    regression = ridge.design(data.x, data.y, data.names, groups=data.groups)
    scale = regression.y_length / regression.x_lengths
    correlations = (regression.v * regression.d**2) @ regression.v.T
    shrunk = k * np.linalg.inv(correlations + k * np.eye(len(scale))) if k > 0 else np.zeros_like(correlations)
    beta = b / scale
    return (beta + beta @ shrunk) * scale


def _remarks_on_refits(refits: Refits, count: int) -> list[Message]:
    kept = len(refits.b)
    if refits.by_units:
        notes = [note("interval-by-bootstrap", _BY_UNITS, count=kept, units=refits.drawn)]
    else:
        block = max(1, min(BLOCK, refits.drawn // 2))
        notes = [note("interval-by-bootstrap", _BY_YEARS, count=kept, block=block, years=refits.drawn)]
    if kept < count:
        notes.append(warning("draws-left-out", _LEFT_OUT, count=count - kept, total=count))
    return notes
