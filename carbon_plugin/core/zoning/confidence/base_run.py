"""The base run: its breaks, read back from its zones, and whether the settings give its zones again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import Message, sentence, warning
from ...options import BOUNDARY as BOUNDARIES
from ...options import CLI_DIRECTIONS, FILLED, FOOTPRINT_FACTORS, PROFILES, RULE_SETS
from ...trend.series import AR1, ORIGINAL
from ..zones import MARGIN, NEXT_ZONE, TOTAL, ZONE, ZONE_COUNT, compute_zones
from .choice_table import Choice
from .runs import Held

_THRESHOLDS = (1.645, 1.66, 1.96, 2.576)
_TRIED = {  # what could be meant where the zones differ
    "profile": PROFILES.keys,
    "rule_set": RULE_SETS.keys,
    "threshold": _THRESHOLDS,
    "method": (ORIGINAL, AR1),
    "filled": FILLED.keys,
    "cli_direction": CLI_DIRECTIONS.keys,
    "footprint_factor": FOOTPRINT_FACTORS.keys,
    "boundary": BOUNDARIES.keys,
}


class NoTotalsError(InputError):
    template = sentence("“{table}” has no column “total” with a value, from which the breaks of its zones are known.")
    remedy = sentence("Choose the layer that “Carbon-neutral zones” wrote.")


@dataclass(frozen=True, eq=False)
class BaseRun:
    """``zones`` (u,) as they were given, NaN without; ``bounds`` (5,): upper bounds of the classes of the total;
    ``totals`` (u,): as the settings make them; ``choice``: these settings.
    """

    zones: np.ndarray
    bounds: np.ndarray
    totals: np.ndarray
    choice: Choice

    def differing(self, totals: np.ndarray) -> np.ndarray:
        """True (u,) for units with a zone, to which ``totals`` give another one or none."""
        return np.isfinite(self.zones) & (compute_zones(totals, self.bounds) != np.nan_to_num(self.zones))


def check_totals(zoned: pd.DataFrame, table: str) -> None:
    """Raise ``NoTotalsError`` where no unit has a total."""
    if zoned[TOTAL].isna().all():
        raise NoTotalsError(table=table)


def bounds_of_zones(zoned: pd.DataFrame) -> np.ndarray:
    """The upper bounds of the classes of the total (5,), from low to high, as the zones were cut by them.

    Exact where a unit's nearest break is the one: its total and margin give it. Else the highest total below it, which
    parts the units alike.

    Args:
        zoned: a row a unit, columns ``zone`` (1..5) and ``total`` and perhaps ``margin``, ``next_zone``.

    >>> frame = pd.DataFrame({"total": [12, 20, 26, 30, 40], "zone": [5, 4, 3, 2, 1], "margin": [4, 4, 2, 2, 8],
    ...     "next_zone": [4, 5, 2, 3, 2]})
    >>> bounds_of_zones(frame).tolist()
    [16.0, 20.0, 28.0, 32.0, 40.0]
    """
    zone, total, margin, beyond = (
        zoned[name].to_numpy(dtype=float, na_value=np.nan) if name in zoned else np.full(len(zoned), np.nan)
        for name in (ZONE, TOTAL, MARGIN, NEXT_ZONE)
    )
    bounds = []
    for number in range(ZONE_COUNT, 0, -1):  # the break between zone number and the better one
        rises, falls = (zone == number) & (beyond == number - 1), (zone == number - 1) & (beyond == number)
        exact = [*(total + margin)[rises], *(total - margin)[falls]]
        below = total[zone >= number]
        least = np.max(below[np.isfinite(below)], initial=-np.inf)
        bounds.append(float(exact[0]) if exact and np.isfinite(exact[0]) else float(least))
    return np.array(bounds)


def remarks_on_base(held: Held, run: BaseRun) -> list[Message]:
    """How many units have another zone by the settings than they were given, and which setting could be meant."""
    count = int(run.differing(run.totals).sum())
    if not count:
        return []
    values = {"count": count, "all": int(np.isfinite(run.zones).sum())}
    left, choice, option = min(_mismatches(held, run), default=(count, "", ""), key=lambda found: found[0])
    if left < count:
        template = (
            "The settings give {count} of {all} units another zone than they have in the base run. With {option} for "
            "“{choice}” it would be {left}: perhaps that is what the base run had."
        )
        values.update(option=option, choice=choice, left=left)
        return [warning("base-differs-by-a-setting", template, **values)]
    template = (
        "The settings give {count} of {all} units another zone than they have in the base run, and no single other "
        "setting explains it: choose the tables and settings that the base run had."
    )
    return [warning("base-differs", template, **values)]


def _mismatches(held: Held, run: BaseRun) -> Iterator[tuple[int, str, object]]:
    """How many units differ with each single other option: (count, choice, option)."""
    for choice, options in _TRIED.items():
        for option in options:
            if option == getattr(run.choice, choice) or (choice == "rule_set" and held.own_rules):
                continue
            try:
                totals, _ = held.totals(run.choice.with_option(choice, option))
            except InputError:
                continue
            yield int(run.differing(totals).sum()), choice, option
