"""Scores from 1 to 5 by the rules of the zoning, and their total (Huo et al. 2025, Table 6).

Arrays only; a leading axis (such as draws of the coefficients) runs through the same arithmetic as one run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..trend import trend_classes
from ..trend.trend_classes import RELIABLE_LENGTH, TrendClass
from .index_values import AMOUNT, HIGHEST_SCORE, LOWEST_SCORE, RELATIVE_AMOUNT, SCORE, IndexValues, Z
from .rules import HIGH_IS_GOOD, Rule

TOTAL_DECIMALS = 9  # of totals and margins, so that equal sums of broken weights are equal

_DECIMALS = 12  # of scaled values: 0.2 is 0.2 however it was computed
_MIDDLE = 0.5  # scaled value where all units are equal


def compute_scores(
    indices: Mapping[str, IndexValues], rules: Sequence[Rule], cli_direction: str = HIGH_IS_GOOD
) -> np.ndarray:
    """The score of every unit by each of ``rules`` (..., u, r): 1..5, NaN where the index has no value.

    They become the columns ``score_<index>``.

    Args:
        indices: what is scored, by index of a rule; values (..., u). An index that is not there has no score.
        rules: in the order of the last axis. Scores are taken as they are, so that zones and trend maps agree; Z is
            scored by the rule's threshold; an amount is cut at the rule's thresholds, a value on one belongs below; a
            relative amount is scaled from its least to its greatest over the units and cut, a value on one belongs
            above.
        cli_direction: of rules without a direction of their own.

    >>> rule = Rule("cli", "cli", "intensity", "high_is_good", (0.2, 0.4, 0.6, 0.8))
    >>> intensity = IndexValues(RELATIVE_AMOUNT, np.array([150.0, 180, 230, 260, 310]))
    >>> compute_scores({"cli": intensity}, [rule])[:, 0].tolist()
    [1.0, 1.0, 3.0, 4.0, 5.0]
    """
    columns = []
    for rule in rules:
        index = indices.get(rule.index)
        scores = np.array(np.nan) if index is None else _SCORE[index.kind](index, rule.thresholds)
        is_good = (rule.direction or cli_direction) == HIGH_IS_GOOD
        columns.append(scores if is_good else LOWEST_SCORE + HIGHEST_SCORE - scores)
    return np.stack(np.broadcast_arrays(*columns), axis=-1)


def compute_totals(scores: np.ndarray, weights: Sequence[float]) -> np.ndarray:
    """The sum of weight times score (..., u); NaN where a score that counts is missing.

    Args:
        scores: (..., u, r).
        weights: (r,), none below 0; a score of weight 0 does not count.

    >>> compute_totals(np.array([[5, 1, np.nan], [np.nan, 3, 2]]), [1, 2, 0]).tolist()
    [7.0, nan]
    """
    weights = np.asarray(weights, dtype=float)
    counted = weights > 0
    return np.round(scores[..., counted] @ weights[counted], TOTAL_DECIMALS)


def scaled(values: np.ndarray) -> np.ndarray:
    """``values`` (..., u) from 0 at the least to 1 at the greatest along the last axis, to 12 decimals.

    0.5 where all are equal, NaN where missing.

    Args:
        values: amounts in any unit (..., u), NaN where missing.

    >>> scaled(np.array([150.0, 180, 230, 260, 310])).tolist()
    [0.0, 0.1875, 0.5, 0.6875, 1.0]
    """
    present = np.isfinite(values)
    least = np.where(present, values, np.inf).min(axis=-1, keepdims=True, initial=np.inf)
    greatest = np.where(present, values, -np.inf).max(axis=-1, keepdims=True, initial=-np.inf)
    apart = greatest > least
    span = np.where(apart, greatest - least, 1.0)
    shares = np.round((np.where(present, values, np.nan) - np.where(apart, least, 0.0)) / span, _DECIMALS)
    return np.where(present, np.where(apart, shares, _MIDDLE), np.nan)


def _score_of_z(index: IndexValues, thresholds: Sequence[float]) -> np.ndarray:
    counts = np.array(RELIABLE_LENGTH) if index.counts is None else index.counts
    scores = trend_classes.score(index.values, counts, *thresholds)
    return np.where(scores == TrendClass.NONE, np.nan, scores)


def _cut(values: np.ndarray, thresholds: Sequence[float], side: str) -> np.ndarray:
    """1 below the first threshold, one more beyond each; on a threshold, ``side`` 'left' stays below, 'right' above."""
    return np.where(np.isnan(values), np.nan, np.searchsorted(thresholds, values, side=side) + LOWEST_SCORE)


_SCORE = {
    SCORE: lambda index, thresholds: index.values,
    Z: _score_of_z,
    AMOUNT: lambda index, thresholds: _cut(index.values, thresholds, "left"),
    RELATIVE_AMOUNT: lambda index, thresholds: _cut(scaled(index.values), thresholds, "right"),
}
