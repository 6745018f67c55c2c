"""Limits that cannot be met, and limits of classes that the areas lack."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, note, sentence, warning
from ..values import Cell, quoted
from .base_areas import BaseAreas
from .class_words import LandClass
from .limits import AREA, SHARE, Limit

_LIKE_A_SHARE_OF_ONE = 2.0  # percent: a limit of .95 or 1.2 that means 95 % or 120 %


def remarks_on_unmet(
    scenario: str, failed: np.ndarray, demand: np.ndarray, *, years: Sequence[int], base: BaseAreas
) -> list[Message]:
    """A warning that names the units whose limits cannot be met, and from when on.

    Args:
        scenario: its name.
        failed: (u,).
        demand: (n, u, k) areas in hectares, missing from the step on that cannot be met.
        years: (n,) of the steps.
        base: its units are named.
    """
    if not failed.any():
        return []
    first = np.isnan(demand).any(axis=2).argmax(axis=0)
    return [
        warning(
            "limits-not-met",
            "The limits of “{scenario}” cannot be met in {count:unit|units}, whose rows end before: {units}. Lower "
            "limits may add up to more land than there is, or upper ones to less.",
            scenario=scenario,
            count=int(failed.sum()),
            units=[Cell(base.units[place], years[first[place]]) for place in np.flatnonzero(failed)],
        )
    ]


def remarks_on_idle(scenarios: Sequence[str]) -> list[Message]:
    """A note on scenarios whose limits hold nothing back, so that their land is that of no limits.

    Args:
        scenarios: their names.
    """
    if not scenarios:
        return []
    text = sentence(
        "The limits of {scenarios} are nowhere reached: the land there is as without limits. Tighten them for another "
        "land."
    )
    return [note("limits-not-reached", text, scenarios=quoted(scenarios))]


def remarks_on_classes(limits: Sequence[Limit], base: BaseAreas) -> list[Message]:
    """Warnings about limits of classes that the areas lack, and about percentages that look like shares of one.

    Args:
        limits: of every scenario.
        base: its classes are those there are.
    """
    land = dict(zip(base.classes, base.areas.sum(axis=0)))
    unknown = {limit.class_name for limit in limits if limit.class_name not in land}
    unknown |= {limit.class_name for limit in limits if limit.kind == AREA and not land.get(limit.class_name)}
    notes = []
    if unknown:
        text = sentence("Limits of {classes} have no effect: the land has no such class.")
        notes.append(warning("limits-of-absent-classes", text, classes=[LandClass(name) for name in sorted(unknown)]))
    shares = [limit for limit in limits if limit.kind == SHARE]
    small = [one for one in shares if 0 < max(one.low or 0.0, one.high or 0.0) <= _LIKE_A_SHARE_OF_ONE]
    if small:
        text = sentence(
            "{count:limit|limits} of at most {most} % of a class's area, which would leave next to none of it, or "
            "hold nothing back: {found}. Percent is meant: 95 for 95 %."
        )
        found = [
            Cell(scenario=one.scenario, key=one.class_name, value=one.high if one.low is None else one.low)
            for one in small
        ]
        notes.append(warning("percent-like-shares", text, count=len(found), most=_LIKE_A_SHARE_OF_ONE, found=found))
    return notes
