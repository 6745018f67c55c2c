"""The matrices that carry land from step to step: a unit's own or the region's, and the part of a step that is left."""

from __future__ import annotations

import numpy as np

from ..messages import Message, note, warning
from ..options import DEMAND_BY
from .base_areas import BaseAreas
from .class_words import LandClass
from .demand import compute_probabilities, find_empty_rows, find_roots

BY_UNIT, BY_REGION = DEMAND_BY.keys


def step_probabilities(
    moved: np.ndarray, base: BaseAreas, by: str, *, quiet: bool = False
) -> tuple[np.ndarray, list[Message]]:
    """Shares of each class that become each class in a step, (u, k, k), by ``by``; what is borrowed is told.

    Args:
        moved: (u, k, k) areas of transitions in hectares.
        base: whose areas follow them.
        by: ``unit`` or ``region``, whose matrix counts.
        quiet: whether nothing is to be told.

    >>> base = BaseAreas(np.array([[8.0, 2.0]]), ["a"], ["cropland", "forest"], 2020)
    >>> step_probabilities(np.array([[[6.0, 2.0], [0.0, 2.0]]]), base, BY_UNIT)[0].tolist()
    [[[0.75, 0.25], [0.0, 1.0]]]
    """
    region = moved.sum(axis=0)
    if by == BY_REGION:
        return np.broadcast_to(compute_probabilities(region), moved.shape), []
    notes = []
    if not quiet:
        borrowed = find_empty_rows(moved) & (base.areas > 0)
        lonely = [
            LandClass(base.classes[place])
            for place in np.flatnonzero(find_empty_rows(region) & (base.areas.sum(axis=0) > 0))
        ]
        if borrowed.any():
            notes.append(
                note(
                    "rows-of-the-region",
                    "{count:unit has|units have} a class in the base year that was not there when the transitions "
                    "began; it follows the region's transitions.",
                    count=int(borrowed.any(axis=1).sum()),
                )
            )
        if lonely:
            notes.append(
                warning(
                    "classes-without-transitions",
                    "Nothing is known of what becomes of {classes}: the transitions have no area of it at their start, "
                    "so it stays as it is.",
                    classes=lonely,
                )
            )
    return compute_probabilities(moved, region), notes


def last_step(
    probabilities: np.ndarray, left: int, span: int, *, horizon: int, repeat: bool
) -> tuple[np.ndarray, list[Message]]:
    """The step that is left to the horizon, (u, k, k), by roots, else one whole step or none.

    Args:
        probabilities: (u, k, k) of a whole step.
        left, span: years that are left, and of a whole step.
        horizon: the year of the end.
        repeat: whether a step is repeated where there is no root.

    Half of a step of ten years:

    >>> step = np.array([[[0.81, 0.19], [0.0, 1.0]]])
    >>> last_step(step, 5, 10, horizon=2025, repeat=True)[0].round(9).tolist()
    [[[0.9, 0.1], [0.0, 1.0]]]
    """
    classes = probabilities.shape[-1]
    whole = probabilities if repeat else np.broadcast_to(np.eye(classes), probabilities.shape)
    roots = find_roots(probabilities, left / span)
    without = np.isnan(roots).any(axis=(1, 2))
    found = np.where(without[:, None, None], whole, roots)
    rootless = int(without.sum())
    notes = []
    if rootless:
        notes.append(
            note(
                "horizon-between-steps",
                "{horizon} lies between two steps of {span} years, and {count:matrix has|matrices have} no root of "
                "shares: the areas there are those after the nearest whole number of steps.",
                horizon=str(horizon),
                span=span,
                count=rootless,
            )
        )
    return found, notes
