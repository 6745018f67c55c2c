"""Which cell of a fishnet each cell of a raster lies in, told by where a raster's rows cross the lines of the net.

A cell of the raster belongs to the cell of the net that holds its centre. Where lines of the net run along rows and
columns of the raster, one look at the columns and one at the rows is enough; elsewhere centres are projected at nodes
some kilometres apart and interpolated between.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import osr

from ..cell_areas import transformed
from ..grid import Grid, same_crs, spatial_reference
from .fishnet import Fishnet
from .spans import Spans

NODE_DISTANCE = 2000.0  # m between projected centres: between them a line bends by less than 0.1 m
STRAIGHT = 1e-6  # of a cell of the net
CHUNK_CELLS = 1 << 20
_METRES_IN_DEGREE = 111_320.0


@dataclass(frozen=True)
class RowCuts:
    """Stretches of raster cells in one cell of the net: each begins at ``start`` (flat, from the strip's first cell).

    ``cell`` (s,): of the net.
    """

    start: np.ndarray
    cell: np.ndarray


class CellLines:
    """The lines of ``net`` on the rows and columns of ``grid``."""

    def __init__(self, net: Fishnet, grid: Grid):
        self._net, self._grid = net, grid
        self._move = (
            None
            if same_crs(net.grid.crs_wkt, grid.crs_wkt)
            else osr.CoordinateTransformation(spatial_reference(grid.crs_wkt), spatial_reference(net.grid.crs_wkt))
        )
        self.are_straight = self._are_straight()
        if self.are_straight:
            middle = grid.height // 2, grid.width // 2
            x, _ = self._in_net(np.arange(grid.width), np.full(grid.width, middle[0]))
            _, y = self._in_net(np.full(grid.height, middle[1]), np.arange(grid.height))
            self._column, self._row = self._clipped(x, net.grid.width), self._clipped(y, net.grid.height)

    def raster_cells(self, cells: np.ndarray) -> np.ndarray | None:
        """How many cells of the raster lie in cells (n,) of the net; None where lines are not straight."""
        if not self.are_straight:
            return None
        across = np.bincount(self._column, minlength=self._net.grid.width)
        down = np.bincount(self._row, minlength=self._net.grid.height)
        rows, columns = np.divmod(cells, self._net.grid.width)
        return across[columns] * down[rows]

    def divide(self, spans: Spans, top: int, bottom: int) -> tuple[Spans, np.ndarray]:
        """``spans`` of the raster's rows ``top`` to ``bottom``, cut at the lines; and the cell of the net of each (s,).

        Rows of the spans count from the raster's first row. Columns lie on the raster.
        """
        if not len(spans):
            return spans, np.empty(0, np.int64)
        width = self._grid.width
        cuts = self._straight_cuts(top, bottom) if self.are_straight else self._bent_cuts(spans, top, bottom)
        begin, end = (spans.row - top) * width + spans.start, (spans.row - top) * width + spans.stop
        first = np.searchsorted(cuts.start, begin, side="right") - 1
        count = np.searchsorted(cuts.start, end, side="left") - first
        span = np.repeat(np.arange(len(spans)), count)
        cut = np.arange(len(span)) + (first - np.cumsum(count) + count)[span]
        following = np.append(cuts.start[1:], np.iinfo(np.int64).max)
        start, stop = np.maximum(cuts.start[cut], begin[span]), np.minimum(following[cut], end[span])
        offset = begin[span] - spans.start[span]
        return Spans(spans.row[span], start - offset, stop - offset, spans.unit[span]), cuts.cell[cut]

    def _straight_cuts(self, top: int, bottom: int) -> RowCuts:
        starts = np.concatenate([[0], np.flatnonzero(np.diff(self._column)) + 1])
        rows = np.arange(bottom - top)[:, None]
        cell = self._row[top:bottom, None].astype(np.int64) * self._net.grid.width + self._column[starts]
        return RowCuts((rows * self._grid.width + starts).ravel(), cell.ravel())

    def _bent_cuts(self, spans: Spans, top: int, bottom: int) -> RowCuts:
        """As ``_straight_cuts``, between the first column and the last that ``spans`` need."""
        left, right = int(spans.start.min()), int(spans.stop.max())
        chunk = max(1, CHUNK_CELLS // (right - left))
        starts, cells = [], []
        for first in range(top, bottom, chunk):
            last = min(first + chunk, bottom)
            cell = self._cells(first, last, left, right)
            is_new = np.ones(cell.shape, bool)
            is_new[:, 1:] = cell[:, 1:] != cell[:, :-1]
            row, column = np.nonzero(is_new)
            starts.append((row + first - top) * self._grid.width + column + left)
            cells.append(cell[row, column])
        return RowCuts(np.concatenate(starts), np.concatenate(cells))

    def _cells(self, top: int, bottom: int, left: int, right: int) -> np.ndarray:
        """The cell of the net of every cell of a window (rows, columns)."""
        down, across = self._steps()
        rows, columns = np.arange(top, bottom + down, down), np.arange(left, right + across, across)
        grid_columns, grid_rows = np.meshgrid(columns, rows)
        x, y = (one.reshape(grid_rows.shape) for one in self._in_net(grid_columns.ravel(), grid_rows.ravel()))
        indices = []
        for nodes, size in ((x, self._net.grid.width), (y, self._net.grid.height)):
            at_rows = _between(nodes, np.arange(bottom - top) / down)
            at_cells = _between(at_rows.T, np.arange(right - left) / across).T
            indices.append(self._clipped(at_cells, size))
        return indices[1].astype(np.int64) * self._net.grid.width + indices[0]

    def _steps(self) -> tuple[int, int]:
        """Rows and columns between nodes."""
        _, width, _, _, _, height = self._grid.geotransform
        crs = spatial_reference(self._grid.crs_wkt)
        metre = _METRES_IN_DEGREE if crs.IsGeographic() else crs.GetLinearUnits()
        return tuple(max(1, int(NODE_DISTANCE / abs(side * metre))) for side in (height, width))

    def _in_net(self, columns: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Centres of raster cells in columns and rows of the net, as real numbers; NaN where there is no such place."""
        left, width, _, top, _, height = self._grid.geotransform
        points = np.column_stack([left + (columns + 0.5) * width, top + (rows + 0.5) * height])
        if self._move is not None:
            points = transformed(self._move, points)
        net_left, net_width, _, net_top, _, net_height = self._net.grid.geotransform
        return (points[:, 0] - net_left) / net_width, (points[:, 1] - net_top) / net_height

    def _are_straight(self) -> bool:
        """Whether columns of the net follow from those of the raster alone, and rows from its rows."""
        if self._move is None:
            return True
        columns, rows = (np.linspace(0, size - 1, 5).astype(int) for size in (self._grid.width, self._grid.height))
        grid_columns, grid_rows = np.meshgrid(columns, rows)
        x, y = (one.reshape(5, 5) for one in self._in_net(grid_columns.ravel(), grid_rows.ravel()))
        return bool((np.ptp(x, axis=0) < STRAIGHT).all() and (np.ptp(y, axis=1) < STRAIGHT).all())

    @staticmethod
    def _clipped(places: np.ndarray, size: int) -> np.ndarray:
        """The line before ``places``, never outside the net: what lies beyond by a rounding belongs to its edge."""
        return np.clip(np.floor(np.nan_to_num(places, nan=-1.0)), 0, size - 1).astype(np.int32)


def _between(nodes: np.ndarray, position: np.ndarray) -> np.ndarray:
    """Values at ``position`` (p,) along the first axis of ``nodes`` (n, ...), which stand at 0, 1, 2, ..."""
    node = np.minimum(position.astype(np.intp), len(nodes) - 2)
    weight = (position - node)[:, None]
    return nodes[node] * (1.0 - weight) + nodes[node + 1] * weight
