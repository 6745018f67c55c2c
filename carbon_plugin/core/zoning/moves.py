"""Which single score would take a unit into the next zone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .index_values import HIGHEST_SCORE, LOWEST_SCORE
from .scores import TOTAL_DECIMALS


def compute_moves(scores: np.ndarray, weights: Sequence[float], margins: np.ndarray, is_fall: np.ndarray) -> np.ndarray:
    """The least changes of one score that take each unit beyond its nearest break: the score it would have.

    Args:
        scores: that count (..., u, r).
        weights: of these scores (r,), above 0.
        margins: points to the nearest break (..., u), NaN where there is none.
        is_fall: True where that break is the lower one (..., u).

    Returns:
        The new score (..., u, r), NaN where a score cannot move the unit, or another does so with less.

    >>> compute_moves(np.array([[3.0, 2.0]]), [1, 1], np.array([1.0]), np.array([False])).tolist()
    [[5.0, 4.0]]
    """
    # a fall needs the points of the margin, a rise more than these
    points = np.round(margins[..., None] / np.asarray(weights, dtype=float), TOTAL_DECIMALS)
    changed = np.where(is_fall[..., None], scores - np.ceil(points), scores + np.floor(points) + 1)
    is_score = (changed >= LOWEST_SCORE) & (changed <= HIGHEST_SCORE)
    steps = np.where(is_score, np.abs(changed - scores), np.inf)
    return np.where(is_score & (steps == steps.min(axis=-1, keepdims=True)), changed, np.nan)


def moves_to_text(scores: np.ndarray, changed: np.ndarray, indices: Sequence[str]) -> list[str]:
    """The column ``moved_by``: the moves of each unit, such as ``ce 3→2; esc 2→1``.

    ``scores`` and ``changed`` (u, r), ``indices`` (r,).

    >>> moves_to_text(np.array([[3.0, 2.0]]), np.array([[2.0, np.nan]]), ["ce", "esc"])
    ['ce 3→2']
    """
    return [
        "; ".join(f"{index} {old:.0f}→{new:.0f}" for index, old, new in zip(indices, *row) if new == new)
        for row in zip(scores, changed)
    ]
