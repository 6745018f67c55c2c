"""What is true of each zone, in numbers that its sentences rest on: medians over its units, shares of its units.

A measure is told where at least half of the zone's units have it; else it is NaN, and no sentence rests on it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..accounting.balance import full_years
from ..tables.frames import columns_at, rows_at
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .moves import steps_in_text
from .zones import MOVED_BY, ZONE

MEASURES = {  # what each is: the only names that a condition may use
    "ce_change_pct": "median change of the emission from the first to the last full year, %",
    "cs_change_pct": "median change of the sink over the same years, %",
    "ce_less_cs_pct": "median of a unit's change of emission less that of its sink, percentage points",
    "balanced_pct": "units whose sink covers their emission in the last full year, %",
    "cs_ce": "median of sink over emission in the last full year",
    "ecc": "median of the economic contributive coefficient: above 1, more GDP for a tonne than the region has",
    "esc": "median of the ecological support coefficient: above 1, more sink for a tonne than the region has",
    "cli_to_mean": "median land-use intensity over the mean of all units with a zone",
    "near_pct": "units that a single step would take to another zone, %",
}
FIRST_YEAR, LAST_YEAR = "first_year", "last_year"  # beside the measures, for the sentences to name

_ENOUGH = 0.5  # share of a zone's units that must have a measure


def compute_zone_measures(zoned: pd.DataFrame, accounts: Panel | None) -> dict[int, dict[str, float]]:
    """The ``MEASURES`` of every zone that any unit is in, by its number, with ``first_year`` and ``last_year``.

    Args:
        zoned: a row a unit: ``unit``, ``zone``, perhaps ``moved_by``.
        accounts: t C a unit and year; None where there are none, and all but ``near_pct`` are NaN then.

    >>> zoned = pd.DataFrame({"unit": ["a", "b"], "zone": [2, 2]})
    >>> book = pd.DataFrame({"unit": list("aabb"), "year": [2000, 2001] * 2, "ce": [10.0, 11.0, 10.0, 13.0]})
    >>> measures = compute_zone_measures(zoned, Panel(book.assign(cs=[5.0, 5.5, 8.0, 6.5]), "book"))[2]
    >>> [round(measures[name], 6) for name in ("ce_change_pct", "cs_ce", "last_year")]
    [20.0, 0.5, 2001.0]
    """
    units = zoned[zoned[ZONE].notna()]
    of_units = pd.DataFrame(index=units[UNIT])
    years: dict[str, float] = {}
    if accounts is not None:
        found = years_of_change(accounts, units[UNIT])
        if found:
            years = {FIRST_YEAR: float(found[0]), LAST_YEAR: float(found[1])}
            of_units = _of_units(accounts, units[UNIT], *found)
    if MOVED_BY in units:
        near = [100.0 * (steps_in_text(str(text)) == 1) for text in units[MOVED_BY]]
        of_units["near_pct"] = near
    zone_of = units[ZONE].to_numpy(dtype=int)
    return {int(zone): {**_of_zone(of_units[zone_of == zone]), **years} for zone in np.unique(zone_of)}


def years_of_change(accounts: Panel, units: Sequence[str]) -> tuple[int, int] | None:
    """First and last year with nearly all accounts of ``units``; None where no unit has any.

    Args:
        accounts: ``ce`` and ``cs`` (t C a year), one row a unit and year.
        units: the keys of those that count.

    >>> book = pd.DataFrame({"unit": "a", "year": [2000, 2001, 2002], "ce": [1.0, 2.0, np.nan]})
    >>> years_of_change(Panel(book, "book"), ["a"])
    (2000, 2001)
    """
    totals = [name for name in ("ce", "cs") if name in accounts]
    rows = rows_at(columns_at(accounts.frame, [YEAR, *totals]), accounts.frame[UNIT].isin(set(units)).to_numpy())
    complete = rows[totals].notna().all(axis=1).groupby(rows[YEAR]).sum() if totals else pd.Series(dtype=float)
    if not len(complete) or not complete.max():
        return None
    full = complete.index[full_years(complete.to_numpy(dtype=float))]
    return int(full.min()), int(full.max())


def _of_units(accounts: Panel, units: Sequence[str], first: int, last: int) -> pd.DataFrame:
    """What is known of every unit, by measure; shares as 100 or 0."""
    frame = accounts.frame
    once = ~columns_at(frame, [UNIT, YEAR]).duplicated().to_numpy()
    of_year = {year: once & (frame[YEAR] == year).to_numpy() for year in (first, last)}
    before, after = (rows_at(frame, of_year[year]).set_index(UNIT).reindex(units) for year in (first, last))
    columns: dict[str, pd.Series] = {}
    for name in ("ce", "cs"):
        if name in frame and first < last:
            columns[f"{name}_change_pct"] = 100.0 * (after[name] / before[name].where(before[name] > 0) - 1.0)
    if len(columns) == 2:
        columns["ce_less_cs_pct"] = columns["ce_change_pct"] - columns["cs_change_pct"]
    if {"ce", "cs"} <= set(frame):
        known = after["ce"].notna() & after["cs"].notna()
        columns["balanced_pct"] = (100.0 * (after["cs"] >= after["ce"])).where(known)
        columns["cs_ce"] = after["cs"] / after["ce"].where(after["ce"] > 0)
    columns.update({name: after[name] for name in ("ecc", "esc") if name in frame})
    if "cli" in frame and after["cli"].notna().any() and after["cli"].mean() > 0:
        columns["cli_to_mean"] = after["cli"] / after["cli"].mean()
    return pd.DataFrame(columns, index=pd.Index(units, name=UNIT))


def _of_zone(units: pd.DataFrame) -> dict[str, float]:
    """The measures of one zone, from those of its units."""
    measures = {}
    for name in MEASURES:
        values = units[name].to_numpy(dtype=float) if name in units else np.array([])
        present = values[np.isfinite(values)]
        enough = len(present) > 0 and len(present) >= _ENOUGH * len(values)
        summary = np.mean if name in ("balanced_pct", "near_pct") else np.median
        measures[name] = float(summary(present)) if enough else float("nan")
    return measures
