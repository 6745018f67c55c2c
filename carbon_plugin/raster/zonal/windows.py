"""Which parts of a grid are read together: strips of whole rows of blocks, and in them the columns that hold units.

Unless a single row of blocks is larger than the budget, no two windows share a block, so each block is decoded once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .land_cover import LandCover, Tile
from .spans import Spans

STRIP_ROWS = 256  # enough that what is done once a strip does not show


def common_dtype(land_covers: Sequence[LandCover]) -> np.dtype:
    """The type that holds the codes of all years."""
    return np.result_type(*(land_cover.dtype for land_cover in land_covers))


def strips(land_covers: Sequence[LandCover], budget: int) -> list[tuple[int, int]]:
    """Rows (first, one past the last) of the strips of the grid on which all ``land_covers`` lie, from the top down.

    ``budget``: bytes that the codes of all years may take in a window.
    """
    grid = land_covers[0].grid
    tiles = _tiles(land_covers)
    block = max(tile.grid.block_height for tile in tiles)
    whole_rows = any(tile.grid.block_width >= tile.grid.width for tile in tiles)
    width = grid.width if whole_rows else max(tile.grid.block_width for tile in tiles)
    rows = min(max(block, STRIP_ROWS), _affordable(land_covers, width, budget))
    if rows > block:
        rows -= rows % block
    borders = {tile.row for tile in tiles} | {grid.height}
    return list(_pieces(sorted(borders), rows))


def columns_of(spans: Spans, land_covers: Sequence[LandCover], rows: int, *, budget: int) -> Iterator[tuple[int, int]]:
    """Columns (first, one past the last) of the windows that hold the ``spans`` of a strip of ``rows``.

    A window ends where a tile begins, so that most lie in a single tile and are read without a copy.
    """
    tiles = _tiles(land_covers)
    affordable = _affordable(land_covers, rows, budget)
    borders = {tile.column for tile in tiles} | {land_covers[0].grid.width}
    blocks = list(_pieces(sorted(borders), max(tile.grid.block_width for tile in tiles)))
    window: tuple[int, int] | None = None
    for left, right in _occupied(spans, blocks):
        if window and window[1] == left and left not in borders and right - window[0] <= affordable:
            window = window[0], right
            continue
        if window:
            yield from _pieces(window, affordable)
        window = left, right
    if window:
        yield from _pieces(window, affordable)


def _tiles(land_covers: Sequence[LandCover]) -> list[Tile]:
    return [tile for land_cover in land_covers for tile in land_cover.tiles]


def _affordable(land_covers: Sequence[LandCover], length: int, budget: int) -> int:
    """How many rows (or columns) of ``length`` cells the budget allows for all years, at least one."""
    return max(1, budget // (length * len(land_covers) * common_dtype(land_covers).itemsize))


def _pieces(borders: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Pieces of up to ``length`` that end at every border."""
    for start, stop in zip(borders, borders[1:]):
        for first in range(start, stop, length):
            yield first, min(first + length, stop)


def _occupied(spans: Spans, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The blocks of columns that hold a cell of a span."""
    lefts = np.array([left for left, _ in blocks])
    begun = np.bincount(np.searchsorted(lefts, spans.start, side="right") - 1, minlength=len(blocks) + 1)
    begun -= np.bincount(np.searchsorted(lefts, spans.stop, side="left"), minlength=len(blocks) + 1)
    for number in np.flatnonzero(np.cumsum(begun)):
        yield blocks[number]
