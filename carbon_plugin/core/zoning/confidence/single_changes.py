"""What one other option alone does to the zones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from ...options import ZONE_BREAKS
from ..total_breaks import FIXED, cut_totals
from ..zones import compute_zones
from .base_run import BaseRun
from .choice_table import Alternatives, Choice
from .runs import Held

CHOICE, OPTION, CHANGED, FAR = COLUMNS = ("choice", "option", "changed_pct", "two_or_more_pct")
BREAKS = "breaks"  # told, never drawn


def single_changes(
    held: Held,
    run: BaseRun,
    alternatives: Sequence[Alternatives],
    *,
    zones_of: Callable[[np.ndarray, Choice], np.ndarray],
) -> pd.DataFrame:
    """A row for every option that is not the base run's, and every other way to cut: ``COLUMNS``.

    Args:
        held: what no choice changes.
        run: the base run.
        alternatives: the options of every choice, as of ``read_choices``.
        zones_of: the zones (u,) of totals (u,) under a choice.

    NaN where no unit has a zone in both.

    >>> from .example import example_region
    >>> held = example_region()
    >>> totals, bounds = held.totals(Choice())[0], np.array([10.0, 12.0, 16.0, 20.0, 24.0])
    >>> run = BaseRun(compute_zones(totals, bounds), bounds, totals, Choice())
    >>> boundary = Alternatives("boundary", ("consumption", "production"), (1.0, 1.0))
    >>> zones_of = lambda totals, choice: compute_zones(totals, bounds)
    >>> single_changes(held, run, [boundary], zones_of=zones_of).head(1).values.tolist()
    [['boundary', 'production', 0.0, 0.0]]
    """
    rows = []
    base = zones_of(run.totals, run.choice)
    for one in alternatives:
        own = getattr(run.choice, one.choice)
        for option in one.options:
            if option != own:
                choice = run.choice.with_option(one.choice, option)
                totals, _ = held.totals(choice)
                rows.append((one.choice, _text(option), *_shares(base, zones_of(totals, choice))))
    complete = run.totals[np.isfinite(run.totals)]
    weight = sum(rule.weight for rule in held.rules(run.choice))
    for method in ZONE_BREAKS:
        if method != FIXED and len(complete):
            bounds = cut_totals(complete, method, (), weight=weight)[0].upper_bounds
            rows.append((BREAKS, method, *_shares(base, compute_zones(run.totals, bounds))))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({CHANGED: float, FAR: float})


def _shares(base: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """Per cent of the units with a zone in both that have another one, and one two or more zones away."""
    both = (base > 0) & (other > 0)
    if not both.any():
        return np.nan, np.nan
    apart = np.abs(base[both].astype(int) - other[both])
    return float(100.0 * (apart > 0).mean()), float(100.0 * (apart > 1).mean())


def _text(option: object) -> str:
    return f"{option:g}" if isinstance(option, float) else str(option)
