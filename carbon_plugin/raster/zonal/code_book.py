"""Codes of any size by small numbers in the order they are met."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from ...core.messages import sentence
from ...core.values import quoted
from ..errors import RasterError

LARGEST_BOOK = 1024  # codes; keeps tables of thousands of units in memory
TABLE_BYTES = 2  # codes of up to this size are looked up in a table of all there can be, larger ones by bisection


class TooManyCodesError(RasterError):
    template = sentence("More than {maximum} different codes stand in {raster}, among them {codes}.")
    remedy = sentence(
        "A land-cover raster has a few dozen classes: choose the classified raster, not measurements such as elevation."
    )


def check_number(codes: Collection[int], names: Sequence[str]) -> None:
    """Raise ``TooManyCodesError`` where rasters called ``names`` hold more codes than any legend has."""
    if len(codes) > LARGEST_BOOK:
        raise TooManyCodesError(raster=quoted(names), maximum=LARGEST_BOOK, codes=list(codes))


class CodeBook:
    """Numbers 0, 1, 2... for the codes of one type; ``codes`` holds them in that order."""

    def __init__(self, dtype: np.dtype, names: Sequence[str]):
        self.codes = np.empty(0, dtype)
        self._names = names
        self._pattern = np.dtype(f"u{dtype.itemsize}")
        self._by_table = dtype.itemsize <= TABLE_BYTES
        self._table = np.full(1 << 8 * dtype.itemsize, -1, np.intp) if self._by_table else np.empty(0, np.intp)

    def __len__(self) -> int:
        return len(self.codes)

    def numbers(self, codes: np.ndarray) -> np.ndarray:
        """The numbers of ``codes`` (n,), as (n,) intp; codes met for the first time get the next ones.

        Raises ``TooManyCodesError``.
        """
        numbers = self._look_up(codes)
        unknown = numbers < 0
        if unknown.any():
            self._learn(np.unique(codes[unknown]))
            numbers = self._look_up(codes)
        return numbers

    def _look_up(self, codes: np.ndarray) -> np.ndarray:
        """The numbers of ``codes``, -1 for those not met yet."""
        if self._by_table:
            return self._table.take(codes.view(self._pattern))
        if not len(self):
            return np.full(len(codes), -1, np.intp)
        place = np.minimum(np.searchsorted(self._sorted, codes), len(self) - 1)
        return np.where(self._sorted[place] == codes, self._order[place], -1)

    def _learn(self, codes: np.ndarray) -> None:
        known = len(self)
        self.codes = np.concatenate([self.codes, codes])
        check_number(self.codes.tolist(), self._names)
        if self._by_table:
            self._table[codes.view(self._pattern)] = np.arange(known, len(self))
        else:
            self._order = np.argsort(self.codes, kind="stable")
            self._sorted = self.codes[self._order]
