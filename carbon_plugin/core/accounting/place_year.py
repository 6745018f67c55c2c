"""Coefficients by place and year: which row of a table of coefficients holds for which row of a panel.

A row that names the group goes before one that names none, then the row with the narrower span of years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from ..errors import InputError, MissingColumnsError
from ..messages import Message, note, sentence, warning
from ..tables.keys import normalise_keys
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..tables.years import FIRST_YEAR, LAST_YEAR
from ..values import Cell, quoted

NO_ROW = -1


class Placed(Protocol):
    """A row that holds for one group of units ('' for all) and some years (first and last)."""

    @property
    def group(self) -> str: ...

    @property
    def years(self) -> tuple[int, int]: ...

    @property
    def holds_everywhere(self) -> bool: ...


class HeldPlace:
    """Where and when a row of a table holds: ``group`` ('' for all), ``from_year`` and ``to_year`` (None: no end)."""

    group: str
    from_year: int | None
    to_year: int | None

    @property
    def years(self) -> tuple[int, int]:
        """First and last year the row holds for."""
        return (
            FIRST_YEAR if self.from_year is None else self.from_year,
            LAST_YEAR if self.to_year is None else self.to_year,
        )

    @property
    def holds_everywhere(self) -> bool:
        """Whether the row holds for all groups in all years."""
        return not self.group and self.from_year is None and self.to_year is None


class GroupChangesError(InputError):
    template = sentence(
        "“{table}”: column “{column}” holds more than one group for a unit, where one for all its years was expected: "
        "{found}."
    )
    remedy = sentence("Give each unit one group, or choose another column.")


@dataclass(frozen=True)
class Places:
    """Where and when the rows of a panel are: ``groups`` (n,) text, '' for none; ``years`` (n,)."""

    groups: np.ndarray
    years: np.ndarray

    @cached_property
    def pairs(self) -> tuple[list[tuple[str, int]], np.ndarray]:
        """The distinct (group, year), and the position of each row's pair among them (n,)."""
        positions: dict[tuple[str, int], int] = {}
        codes = [
            positions.setdefault((str(group), int(year)), len(positions))
            for group, year in zip(self.groups, self.years)
        ]
        return list(positions), np.array(codes, dtype=int)


EVERYWHERE = Places(np.array([], dtype=object), np.array([], dtype=int))  # no panel in particular


def find_places(panel: Panel, group_field: str | None = None) -> tuple[Places, list[Message]]:
    """Group and year of every row. ``group_field``: the column that says the group, such as the province.

    Groups are compared after the normalisation of keys. A cell that is empty takes the group the unit has elsewhere.

    Raises ``MissingColumnsError``, ``GroupChangesError``.
    """
    years = panel.frame[YEAR].to_numpy()
    if group_field is None:
        return Places(np.full(len(panel), "", dtype=object), years), []
    if group_field not in panel:
        raise MissingColumnsError(table=panel.table, missing=quoted([group_field]), found=panel.columns)
    groups = normalise_keys(panel.frame[group_field]).to_numpy()
    units = panel.frame[UNIT].to_numpy()
    of_unit: dict[str, list[str]] = {unit: [] for unit in panel.units}
    for unit, group in zip(units, groups):
        if group and group not in of_unit[unit]:
            of_unit[unit].append(group)
    changing = [Cell(unit, value=quoted(found)) for unit, found in of_unit.items() if len(found) > 1]
    if changing:
        raise GroupChangesError(table=panel.table, column=group_field, found=changing)
    places = Places(np.array(["".join(of_unit[unit]) for unit in units], dtype=object), years)
    return places, _remarks_on_empty_groups(panel, group_field, of_unit, places.groups != groups)


def _remarks_on_empty_groups(
    panel: Panel, group_field: str, of_unit: dict[str, list[str]], filled: np.ndarray
) -> list[Message]:
    without = [Cell(unit) for unit, found in of_unit.items() if not found]
    messages = []
    if filled.any():
        template = "“{table}”: column “{column}” is empty in {cells}; the unit's group of other years was taken."
        cells = panel.cells(filled)
        messages.append(note("group-from-other-years", template, table=panel.table, column=group_field, cells=cells))
    if without:
        template = (
            "“{table}”: {count:unit has|units have} no group in column “{column}”, so only coefficients without a "
            "group hold there: {units}."
        )
        messages.append(
            warning(
                "units-without-group",
                template,
                table=panel.table,
                column=group_field,
                count=len(without),
                units=without,
            )
        )
    return messages


def rank(row: Placed) -> tuple[bool, int]:
    """How specific a row is, the most specific first in order.

    Args:
        row: of a table of coefficients.

    >>> from .coefficient import Coefficient
    >>> make = lambda **place: Coefficient("a", "ce_energy", "electricity_mwh", "", "multiply", 1.0, **place)
    >>> rank(make(group="Sichuan")) < rank(make(from_year=2000, to_year=2010)) < rank(make())
    True
    """
    first, last = row.years
    return (not row.group, last - first)


def find_row(rows: Sequence[Placed], group: str, year: int) -> int:
    """The position among ``rows`` of the one that holds for ``group`` in ``year``, ``NO_ROW`` where none does.

    >>> from .coefficient import Coefficient
    >>> make = lambda **place: Coefficient("a", "ce_energy", "electricity_mwh", "", "multiply", 1.0, **place)
    >>> rows = [make(), make(group="Sichuan"), make(group="Sichuan", from_year=2010)]
    >>> [find_row(rows, *place) for place in (("Gansu", 2012), ("Sichuan", 2005), ("Sichuan", 2012))]
    [0, 1, 2]
    """
    holding = [
        (rank(row), position)
        for position, row in enumerate(rows)
        if row.group in ("", group) and row.years[0] <= year <= row.years[1]
    ]
    return min(holding)[1] if holding else NO_ROW


def rows_of_places(rows: Sequence[Placed], places: Places) -> np.ndarray:
    """``find_row`` for every row of a panel: (n,); of ``EVERYWHERE``, the row that holds everywhere: (1,).

    Args:
        rows: those of one factor.
        places: group and year of the n rows of the panel.

    >>> from .coefficient import Coefficient
    >>> make = lambda **place: Coefficient("a", "ce_energy", "electricity_mwh", "", "multiply", 1.0, **place)
    >>> places = Places(np.array(["Gansu", "Sichuan"]), np.array([2012, 2012]))
    >>> rows_of_places([make(), make(group="Sichuan")], places).tolist()
    [0, 1]
    """
    if places is EVERYWHERE:
        return np.array([next((place for place, row in enumerate(rows) if row.holds_everywhere), NO_ROW)])
    pairs, codes = places.pairs
    return np.array([find_row(rows, group, year) for group, year in pairs], dtype=int)[codes]


def are_equally_specific(first: Placed, second: Placed) -> bool:
    """Whether both rows of one factor hold for the same group in the same year, and neither goes before the other.

    Args:
        first, second: two rows of one factor.

    >>> from .coefficient import Coefficient
    >>> make = lambda **place: Coefficient("a", "ce_energy", "electricity_mwh", "", "multiply", 1.0, **place)
    >>> are_equally_specific(make(), make()), are_equally_specific(make(), make(group="Sichuan"))
    (True, False)
    """
    overlap = first.years[0] <= second.years[1] and second.years[0] <= first.years[1]
    return first.group == second.group and overlap and rank(first) == rank(second)
