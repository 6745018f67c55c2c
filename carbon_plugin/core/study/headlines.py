"""The few numbers of a study that are read first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..scenario.region import OBSERVED, regional_totals
from ..scenario.scenario_table import BASELINE
from ..tables.frames import columns_at, rows_at
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, UNIT, YEAR

PARTS = ("ce", "cs")


@dataclass(frozen=True)
class AmountsOfYear:
    """Sums over the ``units`` that have both in ``year``: ``emission``, ``sink`` (t C); ``balanced``: of them take up
    at least what they emit.
    """

    year: int
    units: int
    emission: float
    sink: float
    balanced: int

    @property
    def net_emission(self) -> float:
        return self.emission - self.sink


@dataclass(frozen=True)
class Outlook:
    """Emission of ``units`` under ``scenario``: ``base_year`` and ``horizon``, ``start`` and ``end`` in t C a year.

    ``neutral``: units whose sink then covers their emission, of ``known``; both 0 where that is not known.
    """

    scenario: str
    units: int
    base_year: int
    horizon: int
    start: float
    end: float
    neutral: int
    known: int

    @property
    def change_percent(self) -> float:
        return 100.0 * (self.end / self.start - 1.0)


def find_amounts(accounts: Panel, units: Sequence[str], year: int) -> AmountsOfYear | None:
    """What ``units`` emit and take up in ``year``; None where none of them has both."""
    frame = accounts.frame
    if not set(PARTS) <= set(frame):
        return None
    wanted = ((frame[YEAR] == year) & frame[UNIT].isin(set(units))).to_numpy()
    rows = rows_at(columns_at(frame, PARTS), wanted).dropna()
    if rows.empty:
        return None
    balanced = int((rows["ce"] - rows["cs"] <= 0.0).sum())
    return AmountsOfYear(int(year), len(rows), float(rows["ce"].sum()), float(rows["cs"].sum()), balanced)


def find_outlook(projection: Panel, potential: pd.DataFrame | None, units: Sequence[str]) -> Outlook | None:
    """Where emission goes under the baseline, or under the first scenario where none is called so.

    None where it is not known or begins at 0.
    """
    frame = projection.frame
    if not {SCENARIO, "ce"} <= set(frame):
        return None
    rows = frame[frame[UNIT].isin(set(units))].dropna(subset=["ce"])
    names = [name for name in rows[SCENARIO].unique() if name != OBSERVED]
    if not names:
        return None
    scenario = BASELINE if BASELINE in names else names[0]
    rows = rows[rows[SCENARIO] == scenario]
    region = regional_totals(None, rows)
    region = region[region[SCENARIO] == scenario]
    if len(region) < 2 or region["ce"].iloc[0] <= 0:
        return None
    first, last = region.iloc[0], region.iloc[-1]
    column = f"neutral_{scenario}"
    has_turns = potential is not None and column in potential
    turns = potential.loc[potential[UNIT].isin(set(rows[UNIT])), column].dropna() if has_turns else []
    return Outlook(
        scenario, rows[UNIT].nunique(), int(first[YEAR]), int(last[YEAR]), float(first["ce"]), float(last["ce"]),
        int(sum(turns)), len(turns),
    )  # fmt: skip
