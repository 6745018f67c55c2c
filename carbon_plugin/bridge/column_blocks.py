"""A column of a table as it arrives, block by block: small in memory at every moment."""

from __future__ import annotations

import numpy as np

from ..core.tables.plain_numbers import plain_numbers

_MOST_SHARED = 100_000  # different texts of a column of which one object serves all rows


class Column:
    """A column of numbers, or of text, which becomes numbers where ``may_be_numbers`` and all of it is plain."""

    def __init__(self, may_be_numbers: bool):
        self._blocks: list[np.ndarray] = []
        self._shared: dict[bytes | str, str] = {}
        self._may_be_numbers = may_be_numbers
        self._was_text = self._has_points = self._is_decimal = self._stopped = False
        self._has_any = False

    @property
    def is_text_after_all(self) -> bool:
        """True where text was made numbers and should not have been: it has to be read again."""
        undecided = self._has_points and not self._is_decimal  # 1.234 may be a thousand
        return self._was_text and (self._stopped or undecided or not self._has_any)

    @property
    def is_decimal(self) -> bool:
        """True where text was made numbers and some of it has a point that can only stand before decimals."""
        return self._is_decimal and not self.is_text_after_all

    def add(self, block: np.ndarray) -> None:
        """Take the next rows, perhaps a masked array."""
        if self._stopped:
            return
        missing, cells = np.ma.getmaskarray(block), np.ma.getdata(block)
        if cells.dtype.kind in "iuf":
            self._has_any = self._has_any or not missing.all()
            if missing.any():
                cells = np.where(missing, np.nan, cells.astype(float))
            self._blocks.append(np.array(cells))
        elif not (self._may_be_numbers and self._add_numbers(cells)):
            self._blocks.append(self._texts(cells, missing))

    def values(self) -> np.ndarray:
        """The whole column: numbers with NaN where there is none, or text and None; the blocks are given up."""
        blocks, self._blocks = self._blocks, []
        if not blocks:
            return np.empty(0, dtype=object)
        if blocks[0].dtype != object and not self._has_any:
            return np.full(sum(map(len, blocks)), None, dtype=object)
        return np.concatenate(blocks)

    def _add_numbers(self, cells: np.ndarray) -> bool:
        """Take text as numbers; False where it is none and nothing was taken so before."""
        found = plain_numbers(cells) if cells.dtype.kind == "S" else None
        if found is None:
            self._may_be_numbers, self._stopped = False, self._was_text
            return self._stopped
        self._was_text = True
        self._has_any = self._has_any or bool((~np.isnan(found.values)).any())
        self._has_points |= found.has_points
        self._is_decimal |= found.is_decimal
        self._blocks.append(found.values)
        return True

    def _texts(self, cells: np.ndarray, missing: np.ndarray) -> np.ndarray:
        """Text and None; equal texts are one object, as long as they are not many."""
        shared = self._shared
        texts = []
        for cell in cells.tolist():
            text = shared.get(cell)
            if text is None:
                text = cell.decode("utf-8") if isinstance(cell, bytes) else cell
                if len(shared) < _MOST_SHARED:
                    shared[cell] = text
            texts.append(text)
        block = np.array([*texts, None], dtype=object)[:-1]
        block[missing] = None
        return block
