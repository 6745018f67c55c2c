"""Tallies of parts of units in cells of a net, added up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .tally import Tally
from .totals import SumsByCode

FIRST_PARTS, FIRST_CODES = 1024, 16  # room for so many to begin with


class PartTotals(SumsByCode):
    """Tallies added up for parts whose number is not known beforehand."""

    def __init__(self, years: int, names: Sequence[str], *, by_area: bool):
        """``by_area``: whether hectares are summed too, where cells differ."""
        super().__init__(names)
        self._cells = np.zeros((FIRST_PARTS, years, FIRST_CODES), np.int64)  # parts first: they are added at the end
        self._area = np.zeros((FIRST_PARTS, years, FIRST_CODES)) if by_area else None

    def add(self, tally: Tally) -> None:
        """Add a part of the grid. Raises ``TooManyCodesError``."""
        columns = self.columns_of(tally)
        if not len(tally.units):
            return
        self._make_room(int(tally.units.max()) + 1, len(self._column))
        place = np.ix_(tally.units, range(self._cells.shape[1]), columns)
        self._cells[place] += tally.cells.transpose(1, 0, 2)
        if self._area is not None:
            self._area[place] += tally.area_ha.transpose(1, 0, 2)

    def of(self, year: int, codes: np.ndarray, parts: int) -> tuple[np.ndarray, np.ndarray | None]:
        """Cells and hectares (parts, codes) of a year, the latter None where cells are alike; ``codes``: places."""
        self._make_room(parts, len(self._column))
        cells = self._cells[:parts, year].take(codes, axis=1)
        return cells, None if self._area is None else self._area[:parts, year].take(codes, axis=1)

    def _make_room(self, parts: int, codes: int) -> None:
        rows, _, columns = self._cells.shape
        if codes > columns:
            more = ((0, 0), (0, 0), (0, max(columns, codes - columns)))
            self._cells = np.pad(self._cells, more)
            self._area = None if self._area is None else np.pad(self._area, more)
        if parts > rows:
            shape = (max(2 * rows, parts), *self._cells.shape[1:])
            for one in (self._cells, self._area):
                if one is not None:
                    one.resize(shape, refcheck=False)  # grows where it lies, filled with zeros
