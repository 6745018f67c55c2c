"""Tiles of one year that overlap and differ: how many cells, and whether that is the seam of a mosaic or two maps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...core.errors import InputError
from ...core.messages import Message, sentence, warning
from .grid_years import YearRaster
from .land_cover import LandCover, Tile
from .reader import Disagreement, LandCoverReader
from .spans import Spans

FEW = 0.01  # of the cells of the smaller tile: more that differ are no seam
RIM = 0.1  # of a tile's rows or columns: further in lies no seam


class TilesDisagreeError(InputError):
    template = sentence(
        "“{first}” and “{second}” are both of {year}, cover the same cells, and differ in {count:cell|cells} of the "
        "units, not only at their rims: they are no tiles of one map."
    )
    remedy = sentence("Leave one of them out, or give each its own year.")


@dataclass(frozen=True)
class DifferingCells:
    """Cells of units in which two tiles of a year differ: all ``cells``, and those ``inside`` both tiles' rims."""

    cells: int
    inside: int


Disagreeing = dict[tuple[int, int, int], DifferingCells]  # by year, first and second tile, each by its place


def read_codes(
    reader: LandCoverReader,
    codes: np.ndarray,
    year: int,
    *,
    land_cover: LandCover,
    spans: Spans,
    place: tuple[int, int],
) -> Disagreeing:
    """Fill ``codes`` (rows, columns) with a window of a year, and count where its tiles disagree in units.

    ``year``, ``land_cover``, ``spans``, ``place``: as of ``count_differing``. Raises what ``reader`` raises.
    """
    found = reader.read(*place, codes)
    return count_differing(year, land_cover, found, spans=spans, place=place) if found else {}


def count_differing(
    year: int, land_cover: LandCover, found: Sequence[Disagreement], *, spans: Spans, place: tuple[int, int]
) -> Disagreeing:
    """The disagreements of a window of a year that lie in units.

    ``spans``: of the window, whose first row and column are ``place``.
    """
    counted: Disagreeing = {}
    for one in found:
        cells = one.cells & _in_units(spans, one, place)
        rows, columns = (places + start for places, start in zip(np.nonzero(cells), (one.top, one.left)))
        if not len(rows):
            continue
        tiles = land_cover.tiles[one.first], land_cover.tiles[one.second]
        inside = np.logical_and(*(_inside_rim(tile, rows, columns) for tile in tiles))
        counted[year, one.first, one.second] = DifferingCells(len(rows), int(inside.sum()))
    return counted


def add_differing(total: Disagreeing, more: Disagreeing) -> None:
    """Add what was found in another window."""
    for key, one in more.items():
        before = total.get(key, DifferingCells(0, 0))
        total[key] = DifferingCells(before.cells + one.cells, before.inside + one.inside)


def find_two_maps(rasters: Sequence[YearRaster], differing: Disagreeing) -> list[InputError]:
    """Tiles that differ in more than their seams."""
    errors: list[InputError] = []
    for (year, first, second), one in differing.items():
        tiles = rasters[year].land_cover.tiles
        if not _is_seam(tiles[first], tiles[second], one):
            names = {"first": tiles[first].name, "second": tiles[second].name}
            errors.append(TilesDisagreeError(**names, year=str(rasters[year].year), count=one.cells))
    return errors


def remarks_on_seams(rasters: Sequence[YearRaster], differing: Disagreeing) -> list[Message]:
    """A warning a year in which the first of the list was taken where tiles differ at their rims."""
    cells, pairs = Counter(), Counter()
    for (year, _, _), one in differing.items():
        cells[year] += one.cells
        pairs[year] += 1
    return [
        warning(
            "tiles-differ-at-rims",
            "{year}: {pairs:pair of tiles overlaps|pairs of tiles overlap} and differ in {count:cell|cells} at their "
            "rims; the first in the list counts.",
            year=str(rasters[year].year),
            pairs=pairs[year],
            count=cells[year],
        )
        for year in sorted(cells)
    ]


def _is_seam(first: Tile, second: Tile, one: DifferingCells) -> bool:
    smaller = min(tile.grid.width * tile.grid.height for tile in (first, second))
    return one.inside == 0 and one.cells <= FEW * smaller


def _inside_rim(tile: Tile, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """True for cells that lie deeper in the tile than its rim."""
    down, across = rows - tile.row, columns - tile.column
    high, wide = RIM * tile.grid.height, RIM * tile.grid.width
    return (
        (down >= high)
        & (tile.grid.height - 1 - down >= high)
        & (across >= wide)
        & (tile.grid.width - 1 - across >= wide)
    )


def _in_units(spans: Spans, one: Disagreement, place: tuple[int, int]) -> np.ndarray:
    """True for the cells of a disagreement that lie in any unit."""
    rows, columns = one.cells.shape
    top, left = one.top - place[0], one.left - place[1]
    near = spans.within(left, left + columns)
    kept = (near.row >= top) & (near.row < top + rows)
    change = np.zeros((rows, columns + 1), np.int32)
    np.add.at(change, (near.row[kept] - top, near.start[kept] - left), 1)
    np.add.at(change, (near.row[kept] - top, near.stop[kept] - left), -1)
    return np.cumsum(change, axis=1)[:, :columns] > 0
