"""Where projections start: the units that can be projected, and what they are in their base year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError, MissingColumnsError, raise_all
from ..messages import Message, sentence, warning
from ..stirpat.variables import EMISSION
from ..tables.keys import normalise_keys
from ..tables.vocabulary import UNIT, YEAR


class NoUnitsError(InputError):
    template = sentence("No unit of “{table}” can be projected.")


@dataclass(frozen=True, eq=False)
class Start:
    """The units to project, in the order of the panel.

    ``years`` (u,): their base years; ``levels`` (u, v), ``emission`` (u,) in t C a year: the drivers and the emission
    in it; ``groups`` (u,): the group each belongs to, '' for none.
    """

    units: list[str]
    years: np.ndarray
    levels: np.ndarray
    emission: np.ndarray
    groups: np.ndarray

    def only(self, kept: np.ndarray) -> Start:
        """The units where ``kept`` (u,) is true."""
        units = [unit for unit, is_kept in zip(self.units, kept) if is_kept]
        return Start(units, self.years[kept], self.levels[kept], self.emission[kept], self.groups[kept])

    def history(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of ``frame`` of these units, in their order, up to each unit's base year."""
        order = pd.Series(np.arange(len(self.units)), index=self.units)
        position = frame[UNIT].map(order)
        kept = frame[position.notna()].assign(_position=position.dropna().astype(int))
        kept = kept[kept[YEAR].to_numpy() <= self.years[kept["_position"].to_numpy()]]
        return kept.sort_values(["_position", YEAR], kind="stable").drop(columns="_position")


def find_start(
    panel: pd.DataFrame,
    drivers: pd.DataFrame,
    names: Sequence[str],
    base_year: int | None,
    group_field: str | None,
    table: str,
) -> tuple[Start, list[Message]]:
    """The units of ``drivers`` with all of ``names`` and ``ce`` in their base year, and who is left out why.

    ``drivers``: ``unit``, ``year``, ``names``, ``ce``, NaN where unknown or not positive. ``base_year``: None for each
    unit's last complete year. ``group_field``: the column of ``panel`` with the group. Both frames share their rows.
    Raises ``MissingColumnsError``.
    """
    if group_field and group_field not in panel.columns:
        raise MissingColumnsError(table=table, missing=[group_field], found=list(panel.columns))
    complete = drivers[[*names, EMISSION]].notna().all(axis=1)
    rows = drivers[complete]
    if base_year is None:
        rows = rows.sort_values(YEAR, kind="stable").drop_duplicates(UNIT, keep="last")
    else:
        rows = rows[rows[YEAR] == base_year]
    everyone = pd.Index(drivers[UNIT].unique())
    rows = rows.set_index(UNIT).reindex(everyone.intersection(rows[UNIT], sort=False))
    without = everyone.difference(rows.index, sort=False)
    groups = np.full(len(rows), "", dtype=object)
    if group_field:
        at_base = panel.set_index([UNIT, YEAR], drop=False)[group_field]
        keys = pd.MultiIndex.from_arrays([rows.index, rows[YEAR].astype(int)])
        groups = normalise_keys(at_base.reindex(keys)).to_numpy(dtype=object)
    start = Start(
        units=list(rows.index),
        years=rows[YEAR].to_numpy(dtype=int),
        levels=rows[list(names)].to_numpy(dtype=float),
        emission=rows[EMISSION].to_numpy(dtype=float),
        groups=groups,
    )
    return start, _without_base_year(drivers, list(without), [*names, EMISSION], base_year)


def positive_only(drivers: pd.DataFrame, names: Sequence[str]) -> tuple[pd.DataFrame, list[Message]]:
    """The rows with zero and negative values taken as unknown, since they have no logarithm."""
    values = drivers[list(names)]
    wrong = values <= 0
    known = drivers.copy()
    known[list(names)] = values.mask(wrong)
    if not wrong.to_numpy().any():
        return known, []
    found = [
        f"{unit} {year} ({', '.join(name for name, is_wrong in zip(names, marks) if is_wrong)})"
        for unit, year, marks in zip(drivers[UNIT], drivers[YEAR], wrong.to_numpy())
        if marks.any()
    ]
    template = sentence(
        "{count} rows have a driver or an emission of zero or below, from which nothing can grow; these cells are "
        "taken as unknown: {rows}."
    )
    return known, [warning("drivers-not-positive", template, count=len(found), rows=found)]


def check_some_left(start: Start, excluded: Sequence[Message], table: str) -> None:
    """Raise ``NoUnitsError``, with the reasons, where no unit is left to project."""
    if not start.units:
        raise_all([NoUnitsError(table=table), *(InputError(reason=message) for message in excluded)])


def _without_base_year(
    drivers: pd.DataFrame, without: list[str], names: list[str], base_year: int | None
) -> list[Message]:
    if not without:
        return []
    if base_year is None:
        template = sentence("{count} units have no year with all drivers and are not projected: {units}.")
        return [warning("units-without-base-year", template, count=len(without), units=without)]
    rows = drivers[drivers[YEAR] == base_year].set_index(UNIT)
    found = []
    for unit in without:
        lacking = [name for name in names if pd.isna(rows.at[unit, name])] if unit in rows.index else []
        found.append(f"{unit} ({', '.join(lacking)})" if lacking else str(unit))
    template = sentence(
        "{count} units have no usable value in the base year {base_year} and are not projected (in brackets what is "
        "missing or not positive, where there is a row): {units}."
    )
    return [warning("units-without-drivers", template, count=len(without), base_year=base_year, units=found)]
