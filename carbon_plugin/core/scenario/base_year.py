"""Where projections start: the units that can be projected, and what they are in their base year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError, raise_all
from ..messages import Message, sentence, warning
from ..stirpat.observations import marked_cells
from ..stirpat.variables import EMISSION
from ..tables.keys import normalise_keys
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell

_NOT_POSITIVE = sentence(
    "{count:row has|rows have} a driver or an emission of zero or below, from which nothing can grow, taken as "
    "unknown: {rows}."
)
_WITHOUT_YEAR = sentence("{count:unit has|units have} no year with all drivers and no projection: {units}.")
_WITHOUT_DRIVERS = sentence(
    "{count:unit has|units have} no usable value in the base year {base_year} and no projection (in brackets what is "
    "missing or not positive, where there is a row): {units}."
)


class NoUnitsError(InputError):
    template = sentence("No unit of “{table}” can be projected.")
    remedy = sentence("A unit needs a year with all drivers, each above zero.")


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

    def history(self, panel: Panel) -> Panel:
        """The rows of ``panel`` of these units, in their order, up to each unit's base year."""
        order = pd.Series(np.arange(len(self.units)), index=self.units)
        unit, year = panel.frame[UNIT].map(order).to_numpy(dtype=float), panel.frame[YEAR].to_numpy()
        rows = np.flatnonzero(np.isfinite(unit))
        rows = rows[year[rows] <= self.years[unit[rows].astype(int)]]
        rows = rows[np.lexsort((year[rows], unit[rows]))]
        return Panel(panel.frame.iloc[rows].reset_index(drop=True), panel.table)


def find_start(
    panel: Panel, drivers: Panel, names: Sequence[str], *, base_year: int | None = None, group_field: str | None = None
) -> tuple[Start, list[Message]]:
    """The units of ``drivers`` with all of ``names`` and ``ce`` in their base year, and who is left out why.

    ``drivers``: ``unit``, ``year``, ``names``, ``ce``, NaN where unknown or not positive. ``base_year``: None for each
    unit's last complete year. ``group_field``: the column of ``panel`` with the group. Both panels share their rows.
    Raises ``MissingColumnsError``.
    """
    if group_field:
        panel.require([group_field], numbers=False)
    rows = drivers.frame.dropna(subset=[*names, EMISSION])
    if base_year is None:
        rows = rows.sort_values(YEAR, kind="stable").drop_duplicates(UNIT, keep="last")
    else:
        rows = rows[rows[YEAR] == base_year]
    everyone = pd.Index(drivers.units)
    rows = rows.set_index(UNIT).reindex(everyone.intersection(rows[UNIT], sort=False))
    without = everyone.difference(rows.index, sort=False)
    groups = np.full(len(rows), "", dtype=object)
    if group_field:
        at_base = panel.frame.set_index([UNIT, YEAR], drop=False)[group_field]
        keys = pd.MultiIndex.from_arrays([rows.index, rows[YEAR].astype(int)])
        groups = normalise_keys(at_base.reindex(keys)).to_numpy(dtype=object)
    start = Start(
        units=list(rows.index),
        years=rows[YEAR].to_numpy(dtype=int),
        levels=rows[list(names)].to_numpy(dtype=float),
        emission=rows[EMISSION].to_numpy(dtype=float),
        groups=groups,
    )
    return start, _remarks_on_excluded(drivers.frame, list(without), [*names, EMISSION], base_year)


def mask_not_positive(drivers: Panel, names: Sequence[str]) -> tuple[Panel, list[Message]]:
    """The rows with zero and negative values taken as unknown, since they have no logarithm; and which they are.

    Args:
        drivers: ``unit``, ``year`` and ``names``, each in its unit.
        names: the columns that must be above zero.

    >>> drivers = Panel(pd.DataFrame({"unit": "a", "year": [2020, 2021], "W": [2.0, 0.0]}), "panel")
    >>> known, notes = mask_not_positive(drivers, ["W"])
    >>> known.frame["W"].tolist(), len(notes)
    ([2.0, nan], 1)
    """
    values = np.column_stack([drivers.numbers(name) for name in names])
    wrong = values <= 0
    if not wrong.any():
        return drivers, []
    known = drivers.with_columns({name: np.where(wrong[:, v], np.nan, values[:, v]) for v, name in enumerate(names)})
    cells = marked_cells(drivers.frame[UNIT].to_numpy(), drivers.frame[YEAR].to_numpy(), wrong, names=names)
    return known, [warning("drivers-not-positive", _NOT_POSITIVE, count=len(cells), rows=cells)]


def check_some_left(start: Start, excluded: Sequence[Message], table: str) -> None:
    """Raise ``NoUnitsError``, with the reasons, where no unit is left to project."""
    if not start.units:
        raise_all([NoUnitsError(table=table), *(InputError(reason=message) for message in excluded)])


def _remarks_on_excluded(
    drivers: pd.DataFrame, units: Sequence[str], names: Sequence[str], base_year: int | None
) -> list[Message]:
    """Who is not projected, and what it lacks in its base year."""
    if not units:
        return []
    if base_year is None:
        cells = [Cell(unit) for unit in units]
        return [warning("units-without-base-year", _WITHOUT_YEAR, count=len(cells), units=cells)]
    rows = drivers[drivers[YEAR] == base_year].set_index(UNIT)
    cells = []
    for unit in units:
        lacking = [name for name in names if pd.isna(rows.at[unit, name])] if unit in rows.index else []
        cells.append(Cell(unit, column=lacking or None))
    return [warning("units-without-drivers", _WITHOUT_DRIVERS, count=len(cells), base_year=base_year, units=cells)]
