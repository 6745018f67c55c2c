"""The rows of a layer that are compared in space, and why some cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..messages import sentence
from ..values import Cell
from .weights import SpatialWeights

FEWEST = 3
_SAME = 1e-12  # of the largest value: what differs less is the same but for rounding


class TooFewUnitsError(InputError):
    template = sentence(
        "“{table}”{when}: {count:unit has|units have} both {columns}; expected at least {expected} to compare."
    )
    remedy = sentence("Choose columns that hold numbers in the same rows.")


class ConstantFieldError(InputError):
    template = sentence("“{table}”{when}: column {columns} is the same everywhere, so that nothing goes with it.")
    remedy = sentence("Choose a column that differs from unit to unit.")


class AllIslandsError(InputError):
    template = sentence("“{table}”{when}: none of {count:unit|units} has a neighbour.")
    remedy = sentence(
        "Borders may not share their corners: give SNAP a distance in metres, or choose nearest neighbours or a "
        "distance."
    )


@dataclass(frozen=True, eq=False)
class Observed:
    """Rows of a layer: ``keys``, ``x``, ``y`` (rows,), ``years`` (rows,) or None, ``place`` (rows,) of the row's unit,
    -1 for none. ``table``, ``x_name``, ``y_name``: what the user calls them.
    """

    keys: Sequence[str]
    years: np.ndarray | None
    place: np.ndarray
    x: np.ndarray
    y: np.ndarray
    table: str = "units"
    x_name: str = "x"
    y_name: str = "y"

    def cells(self, rows: np.ndarray) -> list[Cell]:
        """The places of some rows, by their numbers."""
        return [Cell(self.keys[row], None if self.years is None else int(self.years[row])) for row in rows]

    @property
    def columns(self) -> list[str]:
        """The columns, once where both are the same."""
        return list(dict.fromkeys([self.x_name, self.y_name]))


def find_fault(
    observed: Observed, known: np.ndarray, weights: SpatialWeights, *, year: int | None
) -> InputError | None:
    """Why rows cannot be compared; None where they can.

    Args:
        observed: all rows.
        known: the numbers of those with both values.
        weights: among them.
        year: theirs, None for none.

    >>> rows = Observed("ab", None, np.arange(2), x=np.array([1.0, 2]), y=np.array([1.0, 2]))
    >>> type(find_fault(rows, np.arange(2), SpatialWeights.of_links([0], [1], 2), year=None)).__name__
    'TooFewUnitsError'
    """
    values = {"table": observed.table, "when": "" if year is None else f" {year}", "columns": observed.columns}
    if len(known) < FEWEST:
        return TooFewUnitsError(**values, count=len(known), expected=FEWEST)
    constant = [
        name
        for name, numbers in {observed.x_name: observed.x, observed.y_name: observed.y}.items()
        if np.ptp(numbers[known]) <= _SAME * np.abs(numbers[known]).max()
    ]
    if constant:
        return ConstantFieldError(**{**values, "columns": constant})
    if weights.isolated.all():
        return AllIslandsError(**values, count=len(known))
    return None
