"""A table of units as it was read, asked for arrays: a row a unit, or a row a unit and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ..errors import MissingColumnsError, TextInNumbersError
from ..values import Cell, quoted
from .cells import parse_numbers, plain
from .keys import normalise_keys
from .vocabulary import UNIT


@dataclass(frozen=True, eq=False)
class UnitTable:
    """``frame``: cells are numbers, text or None; ``table``: as the user calls it; ``unread``: its other columns."""

    frame: pd.DataFrame
    table: str
    unread: Sequence[str] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.frame.columns

    @property
    def columns(self) -> list[str]:
        """All columns, those that were not asked for last."""
        return [*map(str, self.frame.columns), *self.unread]

    @cached_property
    def keys(self) -> pd.Index:
        """The normalised key of each row (n,). Raises ``MissingColumnsError``."""
        self._require(UNIT)
        return pd.Index(normalise_keys(self.frame[UNIT]), name=UNIT)

    def numbers(self, name: str) -> np.ndarray:
        """The column ``name`` as floats (n,), NaN where a cell is empty.

        Raises ``MissingColumnsError``, ``TextInNumbersError``.
        """
        self._require(name)
        values, unread = parse_numbers(self.frame[name])
        if unread.any():
            cells = zip(self.keys[unread], self.frame.loc[unread, name])
            found = [Cell(key, value=plain(cell)) for key, cell in cells]
            raise TextInNumbersError(table=self.table, column=name, found=found)
        return values.to_numpy()

    def _require(self, name: str) -> None:
        if name not in self:
            raise MissingColumnsError(table=self.table, missing=quoted([name]), found=self.columns)
