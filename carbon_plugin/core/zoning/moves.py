"""Which single step would take a unit to another zone: a change of one trend, or of one other index, by one class.

Found by scoring again, with the same breaks. Indices that follow one trend move together: the footprint is the
emission times one number, so that no step of the one leaves the other where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..resources import read_rows
from .index_values import HIGHEST_SCORE, LOWEST_SCORE
from .rules import HIGH_IS_GOOD, TREND, Rule
from .scores import compute_totals
from .zones import NO_ZONE, compute_zones

MOST_STEPS = HIGHEST_SCORE - LOWEST_SCORE
DOWN, UP = SIGNS = (-1, 1)  # of the trend or index, whatever is good

_BETWEEN, _TOGETHER, _TO = "; ", " & ", "→"


@dataclass(frozen=True, eq=False)
class Moves:
    """``steps`` (..., u): the least steps that change the zone, 0 where none do. ``moves`` (..., u, g, 2): True where
    that many steps of a group of scores, down or up, change it.
    """

    steps: np.ndarray
    moves: np.ndarray


@lru_cache(maxsize=1)
def shared_trends() -> dict[str, str]:
    """The field whose trend a field follows, for those that follow another's.

    >>> shared_trends()["cf_ha"], shared_trends()["ec_ha"]
    ('ce', 'cs')
    """
    return {row["field"]: row["trend"] for row in read_rows("zoning/shared_trends.csv")}


def find_groups(rules: Sequence[Rule]) -> list[list[int]]:
    """The positions of the ``rules`` whose scores move together: those of one trend; every other by itself.

    >>> rule = Rule("ce", "ce", "trend", "low_is_good", (1.66,))
    >>> find_groups([rule, Rule("cs", "cs", "trend", "high_is_good", ()), Rule("cf", "cf_ha", "trend", "", ())])
    [[0, 2], [1]]
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for place, rule in enumerate(rules):
        field = shared_trends().get(rule.field, rule.field) if rule.source == TREND else rule.field
        groups.setdefault((rule.source, field), []).append(place)
    return list(groups.values())


def changed_scores(scores: np.ndarray, group: Sequence[int], signs: np.ndarray, *, steps: int) -> np.ndarray:
    """``scores`` (..., u, r) with those of a ``group`` moved by ``steps``, none beyond the first or last class.

    Args:
        scores: of the indices, 1..5 (..., u, r); they stay as they are.
        group: the positions of the indices that move together.
        signs: 1 where a rise of the index is a rise of its score, else -1 (r,).
        steps: classes by which the indices rise, below 0 where they fall.

    >>> changed_scores(np.array([[3.0, 2.0, 4.0]]), [0, 1], np.array([1, -1, 1]), steps=2).tolist()
    [[5.0, 1.0, 4.0]]
    """
    changed = scores.copy()
    changed[..., group] = np.clip(scores[..., group] + steps * signs[list(group)], LOWEST_SCORE, HIGHEST_SCORE)
    return changed


def signs_of(rules: Sequence[Rule], cli_direction: str) -> np.ndarray:
    """1 for every rule whose score rises with its index, -1 for the others (r,).

    Args:
        rules: of the indices (r,).
        cli_direction: one of ``DIRECTIONS``, for the rules that name none.

    >>> rules = [Rule("ce", "ce", "trend", "low_is_good", ()), Rule("cli", "cli", "intensity", "", ())]
    >>> signs_of(rules, "high_is_good").tolist()
    [-1, 1]
    """
    return np.array([1 if (rule.direction or cli_direction) == HIGH_IS_GOOD else -1 for rule in rules])


def compute_moves(
    scores: np.ndarray,
    weights: Sequence[float],
    upper_bounds: np.ndarray,
    *,
    groups: Sequence[Sequence[int]],
    signs: np.ndarray,
) -> Moves:
    """The least steps of one group of scores that take each unit to another zone.

    Args:
        scores: that count (..., u, r).
        weights: of these scores (r,), above 0.
        upper_bounds: of the classes of the total (k,), which stay where they are.
        groups: as of ``find_groups``.
        signs: as of ``signs_of`` (r,).

    >>> moves = compute_moves(np.array([[3.0, 2.0]]), [1, 1], np.array([4, 5, 6, 7, 10]), groups=[[0], [1]],
    ...     signs=np.array([1, -1]))
    >>> moves.steps.tolist(), moves.moves.tolist()
    ([1], [[[True, True], [True, True]]])
    """
    zone = compute_zones(compute_totals(scores, weights), upper_bounds)
    steps = np.zeros(zone.shape, dtype=np.int8)
    moves = np.zeros((*zone.shape, len(groups), len(SIGNS)), dtype=bool)
    for count in range(1, MOST_STEPS + 1):
        open_units = (steps == 0) & (zone != NO_ZONE)
        for place, group in enumerate(groups):
            for side, sign in enumerate(SIGNS):
                changed = compute_totals(changed_scores(scores, group, signs, steps=sign * count), weights)
                moves[..., place, side] |= open_units & (compute_zones(changed, upper_bounds) != zone)
        steps[open_units & moves.any(axis=(-1, -2))] = count
    return Moves(steps, moves)


def moves_to_text(
    scores: np.ndarray, found: Moves, indices: Sequence[str], *, groups: Sequence[Sequence[int]], signs: np.ndarray
) -> list[str]:
    """The column ``moved_by``: the moves of each unit, such as ``ce 3→2 & cf 3→2; esc 2→1``.

    Args:
        scores: that count, 1..5 (u, r).
        found: the moves of the same units, as of ``compute_moves``.
        indices: the names of the indices (r,).
        groups: as of ``find_groups``.
        signs: as of ``signs_of`` (r,).

    >>> found = Moves(np.array([1]), np.array([[[True, False], [False, True]]]))
    >>> moves_to_text(np.array([[3.0, 2.0]]), found, ["cs", "ce"], groups=[[0], [1]], signs=np.array([1, -1]))
    ['cs 3→2; ce 2→1']
    """
    texts = []
    for unit, row in enumerate(scores):
        parts = []
        for place, side in zip(*np.nonzero(found.moves[unit])):
            changed = changed_scores(row, groups[place], signs, steps=SIGNS[side] * int(found.steps[unit]))
            moved = [
                f"{indices[one]} {row[one]:.0f}{_TO}{changed[one]:.0f}"
                for one in groups[place]
                if changed[one] != row[one]
            ]
            parts.append(_TOGETHER.join(moved))
        texts.append(_BETWEEN.join(parts))
    return texts


def steps_in_text(text: str) -> int:
    """The steps that a text of ``moves_to_text`` takes, 0 where it is empty or none.

    Args:
        text: a cell of the column ``moved_by``.

    >>> steps_in_text("ce 3→2 & cf 3→2; esc 2→1"), steps_in_text("cs 1→4"), steps_in_text("")
    (1, 3, 0)
    """
    steps = [0]
    for change in text.replace(_TOGETHER, _BETWEEN).split(_BETWEEN):
        old, arrow, new = change.rpartition(" ")[2].partition(_TO)
        if arrow and old.isdigit() and new.isdigit():
            steps.append(abs(int(new) - int(old)))
    return max(steps)
