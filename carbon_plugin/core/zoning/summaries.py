"""What the zones are like: their sums, the means of their indices, their land, and the units at their borders.

The zones come back from the layer the overlay wrote, through whatever file that went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accounting.region import UNITS_COUNTED, comparable_years
from ..errors import InputError
from ..messages import Message, sentence, warning
from ..tables.frames import columns_at, rows_at
from ..tables.panel import Panel
from ..tables.unit_results import read_unit_results
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR, describe
from .moves import steps_in_text
from .rules import SCORE_PREFIX
from .zone_measures import compute_zone_measures
from .zones import MARGIN, MISSING_SCORES, MOVED_BY, NEXT_ZONE, TOTAL, ZONE, zones

SUMMED = ("population", "ce", "cs", "nce")
# the ten indices of Huo et al. 2025, Table 6, and the potential, which stands in a table of its own
AVERAGED = ("cs", "ecc", "esc", "ec_ha", "nce", "ce", "cf_ha", "ed_ha", "cep", "cli")

_NUMBERS = (ZONE, TOTAL, MARGIN, NEXT_ZONE)
_NOT_A_CLASS = "total_ha"


class ZoneNumberError(InputError):
    template = sentence("“{table}”: column “zone” holds {found}, but zones are numbered 1 to {last}.")
    remedy = sentence("Choose the layer that the zoning overlay wrote.")


class NoZoneError(InputError):
    template = sentence("“{table}”: no unit has a zone, so there is nothing to show.")
    remedy = sentence("Run the zoning overlay again.")


@dataclass(frozen=True, eq=False)
class ZoneSummaries:
    """One row a zone, index the zones 1.. that any unit is in.

    ``sums``: ``units``, ``area_ha``, and of ``SUMMED`` what the accounts have, over the units that have it. ``means``:
    plain means over the units, of ``AVERAGED``. ``scores``: mean ``score_<index>`` and ``total``. ``land``: per cent of
    the zone's land in each class, by the class's column. ``urban``: urban in per cent of all residents, NaN where
    unknown. ``measures``: of ``zone_measures``, by zone. ``year``: the year of the accounts, None without.
    """

    year: int | None
    sums: pd.DataFrame
    means: pd.DataFrame
    scores: pd.DataFrame
    land: pd.DataFrame
    urban: pd.Series
    measures: dict[int, dict[str, float]] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)


def read_zones(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The zones as the overlay wrote them, whatever file they went through.

    Columns ``unit``, ``name`` (the key where it has none), ``zone``, ``next_zone`` (Int64), ``total``, ``margin``,
    ``moved_by``, ``missing_scores`` (text), and every ``score_<index>`` there is. Raises ``ZoneNumberError``,
    ``NoZoneError`` and what ``read_unit_results`` raises.
    """
    scores = [name for name in frame.columns if str(name).startswith(SCORE_PREFIX)]
    found = read_unit_results(frame, table, [ZONE], numbers=[*_NUMBERS, *scores])
    numbers = found.reindex(columns=[*_NUMBERS, *scores]).astype(float)
    wrong = numbers[ZONE].notna() & ~numbers[ZONE].isin([zone.zone for zone in zones()])
    if wrong.any():
        raise ZoneNumberError(table=table, found=sorted(numbers.loc[wrong, ZONE].unique()), last=len(zones()))
    if numbers[ZONE].isna().all():
        raise NoZoneError(table=table)
    texts = {name: _texts(found, name) for name in ("name", MOVED_BY, MISSING_SCORES)}
    texts["name"] = texts["name"].where(texts["name"] != "", found[UNIT])
    whole = {name: numbers[name].astype("Int64") for name in (ZONE, NEXT_ZONE)}
    return pd.DataFrame({UNIT: found[UNIT], **texts}).join(numbers.assign(**whole))


def compute_zone_summaries(
    zoned: pd.DataFrame,
    area_ha: Sequence[float],
    accounts: Panel | None = None,
    *,
    potential: pd.DataFrame | None = None,
) -> ZoneSummaries:
    """Sum up the zones of ``zoned`` (as of ``read_zones``) by the accounts of their last full year.

    Args:
        zoned: a row a unit, as of ``read_zones``.
        area_ha: of the units, from their outlines, (u,).
        accounts: amounts (t C/a, ha, persons), one row a unit and year.
        potential: ``unit`` and ``cep``.

    >>> zoned = pd.DataFrame({"unit": ["a", "b"], "name": ["A", "B"], "zone": [1, 1], "total": [40.0, 42.0]})
    >>> summaries = compute_zone_summaries(zoned, [10.0, 20.0])
    >>> summaries.sums.loc[1].tolist(), summaries.scores.loc[1, "total"].item()
    ([2.0, 30.0], 41.0)
    """
    year = None if accounts is None else last_full_year(accounts, zoned[UNIT])
    rows = _rows_of_year(zoned, accounts, potential, year)
    by_zone = rows.groupby(ZONE)
    summed = [name for name in SUMMED if name in rows]
    sums = by_zone[summed].sum(min_count=1)
    sums.insert(
        0, "area_ha", rows.assign(of_unit=np.asarray(area_ha, dtype=float)[rows.index]).groupby(ZONE)["of_unit"].sum()
    )
    sums.insert(0, "units", by_zone.size())
    scored = [name for name in zoned.columns if name.startswith(SCORE_PREFIX)] + [TOTAL]
    return ZoneSummaries(
        year=year,
        sums=sums,
        means=by_zone[[name for name in AVERAGED if name in rows]].mean(),
        scores=zoned.loc[rows.index, scored].groupby(rows[ZONE]).mean(),
        land=_land_shares(rows),
        urban=_urban_shares(rows),
        measures=compute_zone_measures(zoned, accounts),
        notes=remarks_on_missing_amounts(rows, summed, year),
    )


def last_full_year(accounts: Panel, units: Sequence[str]) -> int:
    """The last year in which nearly as many of ``units`` have complete accounts as in the fullest one.

    Args:
        accounts: ``ce`` and ``cs`` (t C a year), one row a unit and year.
        units: the keys of those that count.

    >>> book = pd.DataFrame({"unit": list("abab"), "year": [2000, 2000, 2001, 2001], "ce": [1.0, 2.0, 3.0, np.nan]})
    >>> last_full_year(Panel(book, "book"), ["a", "b"])
    2000
    """
    totals = [name for name in ("ce", "cs") if name in accounts]
    rows = rows_at(columns_at(accounts.frame, [YEAR, *totals]), accounts.frame[UNIT].isin(set(units)).to_numpy())
    complete = rows[totals].notna().all(axis=1).groupby(rows[YEAR]).sum()
    full = comparable_years(pd.DataFrame({UNITS_COUNTED: complete.to_numpy()}))
    return int(complete.index[full].max())


def units_near_border(zoned: pd.DataFrame) -> pd.DataFrame:
    """The units that a single step would take to another zone, by zone and margin: ``moved_by`` tells which steps.

    Args:
        zoned: a row a unit, as of ``read_zones``.

    >>> zoned = pd.DataFrame({"unit": ["a", "b"], "zone": 2, "next_zone": 3, "margin": [1.0, 3.0], "total": 40.0})
    >>> units_near_border(zoned.assign(moved_by=["cs 3→2", "cs 5→2"]))["unit"].tolist()
    ['a']
    """
    near = zoned[[steps_in_text(str(text)) == 1 for text in zoned[MOVED_BY]]]
    return near.sort_values([ZONE, NEXT_ZONE, MARGIN, TOTAL], kind="stable")


def land_columns(columns: Sequence[str]) -> list[str]:
    """The columns that hold areas of land classes.

    Args:
        columns: the names of all columns of a table.

    >>> land_columns(["unit", "cropland_ha", "total_ha", "gdp"])
    ['cropland_ha']
    """
    areas = [name for name in columns if name.endswith(AREA_SUFFIX) and name != _NOT_A_CLASS]
    return [name for name in areas if describe(name).kind == "area"]


def _rows_of_year(
    zoned: pd.DataFrame, accounts: Panel | None, potential: pd.DataFrame | None, year: int | None
) -> pd.DataFrame:
    """The units with a zone, under their positions in ``zoned``, with what is known of them in ``year``."""
    rows = zoned[[UNIT, "name", ZONE]]
    frame = None if accounts is None else accounts.frame
    for table in (
        None if frame is None else rows_at(frame, (frame[YEAR] == year).to_numpy()).drop(columns=[YEAR]),
        None if potential is None or "cep" not in potential else potential[[UNIT, "cep"]],
    ):
        if table is not None:
            known = table.drop(columns=["name", ZONE], errors="ignore")
            rows = rows.drop(columns="cep", errors="ignore").merge(known, on=UNIT, how="left")
    rows.index = zoned.index
    return rows[rows[ZONE].notna()].astype({ZONE: int})


def _texts(found: pd.DataFrame, name: str) -> pd.Series:
    """A column of text, '' where empty; a name that is a number is written as one."""
    if name not in found:
        return pd.Series("", index=found.index, dtype=object)
    return found[name].map(lambda cell: "" if cell != cell else f"{cell:.12g}" if isinstance(cell, float) else cell)


def _land_shares(rows: pd.DataFrame) -> pd.DataFrame:
    land = rows.groupby(ZONE)[land_columns(rows.columns)].sum(min_count=1)
    return 100.0 * land.div(land.sum(axis=1), axis=0)


def _urban_shares(rows: pd.DataFrame) -> pd.Series:
    """Of the units that state both numbers, so that like is held against like."""
    zones_found = sorted(rows[ZONE].unique())
    if not {"population", "urban_population"} <= set(rows.columns):
        return pd.Series(np.nan, index=zones_found)
    known = rows.dropna(subset=["population", "urban_population"])
    sums = known.groupby(ZONE)[["urban_population", "population"]].sum()
    return (100.0 * sums["urban_population"] / sums["population"]).reindex(zones_found)


def remarks_on_missing_amounts(rows: pd.DataFrame, summed: Sequence[str], year: int | None) -> list[Message]:
    """The units with a zone that lack one of the amounts ``summed``, named."""
    return [
        warning(
            "units-without-column",
            "{count:unit has|units have} no {column} in {year}, so the sum and mean of the zone leave out: {units}.",
            count=int(rows[name].isna().sum()),
            column=name,
            year=str(year),
            units=list(rows.loc[rows[name].isna(), "name"]),
        )
        for name in summed
        if rows[name].isna().any()
    ]
