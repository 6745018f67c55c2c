"""Tallies of all parts of a grid, added up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .code_book import check_number
from .disagreements import Disagreeing, add_differing
from .tally import Tally


class SumsByCode:
    """Tallies of all parts of a grid, added up: a column a code, in the order in which codes are met."""

    def __init__(self, names: Sequence[str]):
        self._names = names
        self._column: dict[int, int] = {}
        self.differing: Disagreeing = {}

    @property
    def codes(self) -> np.ndarray:
        """The codes (c,) in the order of their columns."""
        return np.array(list(self._column), dtype=np.int64)

    def columns_of(self, tally: Tally) -> list[int]:
        """The columns of the codes of a tally, new ones last. Raises ``TooManyCodesError``."""
        columns = [self._column.setdefault(code, len(self._column)) for code in tally.codes.tolist()]
        check_number(self._column, self._names)
        add_differing(self.differing, tally.differing)
        return columns


class Totals(SumsByCode):
    """The sums of all units: ``cells`` and ``area_ha`` (years, units, c)."""

    def __init__(self, years: int, units: int, names: Sequence[str]):
        super().__init__(names)
        self.cells = np.zeros((years, units, 0), np.int64)
        self.area_ha = np.zeros((years, units, 0))

    def add(self, tally: Tally) -> None:
        """Add a part. Raises ``TooManyCodesError``."""
        columns = self.columns_of(tally)
        lacking = len(self._column) - self.cells.shape[2]
        if lacking:
            self.cells = np.pad(self.cells, ((0, 0), (0, 0), (0, lacking)))
            self.area_ha = np.pad(self.area_ha, ((0, 0), (0, 0), (0, lacking)))
        place = np.ix_(range(len(self.cells)), tally.units, columns)
        self.cells[place] += tally.cells
        if tally.area_ha is not None:
            self.area_ha[place] += tally.area_ha
